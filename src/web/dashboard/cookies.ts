// Reads and writes the dashboard's cookies: no script reads them, no other site sends them.

export type CookieName = "mujaz-session" | "mujaz-lang" | "mujaz-notice";

/** The first of its name; undefined where there is none. */
export function readCookie(header: string | undefined, name: CookieName): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** `seconds` 0 takes it away. `value` is base64url or a word. */
export function writeCookie(
  name: CookieName,
  value: string,
  { seconds, isSecure }: { readonly seconds: number; readonly isSecure: boolean },
): string {
  const parts = [`${name}=${value}`, "Path=/dashboard", `Max-Age=${seconds}`, "HttpOnly", "SameSite=Strict"];
  return [...parts, ...(isSecure ? ["Secure"] : [])].join("; ");
}
