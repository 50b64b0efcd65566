// Where forms of a panel go, and what is said after them: a notice that the next page shows once.
import { z } from "zod";
import { type Html, html } from "./html.ts";
import type { Notice, Panel } from "./panel.ts";

/** The address of a panel's action. */
export const actionOf = (panel: Pick<Panel, "id">, name: string): string =>
  `/dashboard/do/${panel.id}/${name}`;

/** Opens a form for an action: html`${formStart(panel, "resend")}…</form>`. The page's own question comes back with it. */
export function formStart(panel: Pick<Panel, "id">, name: string, query: URLSearchParams): Html {
  return html`<form method="post" action="${actionOf(panel, name)}"><input type="hidden" name="back" value="${query.toString()}">`;
}

const shape = z.object({
  kind: z.enum(["done", "failed"]),
  message: z.string().regex(/^[a-z-]{1,64}$/),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** As a cookie's value: nobody else's page can set it, and it is shown once. Long values are cut. */
export function writeNotice({ kind, message, values = {} }: Notice): string {
  const short = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" ? value.slice(0, 200) : value,
  ]);
  return Buffer.from(JSON.stringify({ kind, message, values: Object.fromEntries(short) })).toString(
    "base64url",
  );
}

/** Undefined for what is no notice. */
export function readNotice(cookie: string | undefined): Notice | undefined {
  if (cookie === undefined || cookie === "") return undefined;
  try {
    const { success, data } = shape.safeParse(JSON.parse(Buffer.from(cookie, "base64url").toString()));
    if (!success) return undefined;
    const { values, ...rest } = data;
    return values === undefined ? rest : { ...rest, values };
  } catch {
    return undefined;
  }
}
