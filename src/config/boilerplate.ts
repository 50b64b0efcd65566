// Compiles the editor's rules of page furniture, and tries each on its own example.
import type { BoilerplateRule, ConfigFault } from "./config.ts";
import type { Path } from "./schema-faults.ts";

interface WrittenRule extends Omit<BoilerplateRule, "pattern"> {
  readonly pattern: string;
}

/** Rules with a bad pattern, an example it does not match, or an id of another rule become faults. */
export function compileRules(
  written: readonly WrittenRule[],
  file: string,
  lineOf: (path: Path) => number,
): { rules: readonly BoilerplateRule[]; faults: readonly ConfigFault[] } {
  const rules: BoilerplateRule[] = [];
  const faults: ConfigFault[] = [];
  const seen = new Set<string>();
  for (const [index, rule] of written.entries()) {
    const fault = (key: keyof WrittenRule, message: string, mend: string): void => {
      faults.push({
        file,
        line: lineOf(["rules", index, key]),
        message: `rule "${rule.id}": ${message}`,
        mend,
      });
    };
    if (seen.has(rule.id)) fault("id", "another rule has this id", "give each rule an id of its own");
    seen.add(rule.id);
    const pattern = compile(rule.pattern);
    if (typeof pattern === "string") {
      fault("pattern", pattern, "correct the expression (JavaScript, flags iu)");
      continue;
    }
    if (pattern.test("")) fault("pattern", "the pattern matches an empty line", "anchor it, e.g. '^إعلان$'");
    if (!pattern.test(rule.example.trim())) {
      fault("example", "its own example does not match the pattern", "correct the example or the pattern");
    }
    rules.push({ ...rule, pattern });
  }
  return { rules, faults };
}

function compile(source: string): RegExp | string {
  try {
    return new RegExp(source, "iu");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
