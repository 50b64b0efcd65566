// Makes a robots.txt harmless to read: what the parser would spend on it is bounded, real files stay as they are.

/** Longer lines are no real rules. */
const longestLine = 2_000;
/** A pattern costs its characters from the first "*" on, times the length of the address; real files hold some thousand. */
const wildcardRoom = 8_000;
const somebodyElse = "somebody-else";

/**
 * The lines that can matter to `token` (a product token in lower case). The parser keeps every rule once for each name in
 * its group, and 500 KiB hold twenty thousand names over twenty thousand rules: so all names but ours and "*" become one.
 */
export function tameRobots(text: string, token: string): string {
  const names = new Set<string>();
  let room = wildcardRoom;
  const kept: string[] = [];
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/)) {
    if (line.length > longestLine) continue;
    const rule = line.split("#", 1)[0] ?? "";
    const colon = rule.indexOf(":");
    const [key, value] = [rule.slice(0, Math.max(0, colon)).trim(), rule.slice(colon + 1).trim()];
    if (key === "") continue;
    if (key.toLowerCase() !== "user-agent") {
      names.clear();
      const pattern = value.replace(/\*{2,}/g, "*");
      const star = pattern.indexOf("*");
      room -= star < 0 ? 0 : pattern.length - star;
      if (star < 0 || room >= 0) kept.push(`${key}: ${pattern}`);
      continue;
    }
    const named = value.replace(/\/.*/, "").trim().toLowerCase();
    const name = named === token || named === "*" ? named : somebodyElse;
    if (!names.has(name)) kept.push(`user-agent: ${name}`);
    names.add(name);
  }
  return kept.join("\n");
}
