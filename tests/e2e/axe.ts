// Looks at a page with axe-core: what keeps people out is a finding.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export interface Finding {
  readonly rule: string;
  readonly impact: string;
  readonly where: readonly string[];
}

interface Results {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly target: readonly unknown[] }[];
  }[];
}

/** Serious and critical findings of WCAG 2.2 A and AA, and of good practice. The page's own rules of what may run stay in force. */
export async function findBarriers(page: Page): Promise<readonly Finding[]> {
  await page.evaluate(readFileSync(source, "utf8"));
  const { violations } = await page.evaluate<Results>("axe.run(document, { resultTypes: ['violations'] })");
  return violations.flatMap(({ id, impact, nodes }) => {
    if (impact !== "serious" && impact !== "critical") return [];
    return [{ rule: id, impact, where: nodes.map(({ target }) => target.join(" ")) }];
  });
}
