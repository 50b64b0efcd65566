// Makes a robots.txt harmless to read: what the parser would spend on it is bounded, real files stay as they are.

/** Longer lines are no real rules. */
const longestLine = 2_000;
/** A pattern costs its characters from the first "*" on, times the length of the address; real files hold some thousand. */
const wildcardRoom = 8_000;

/**
 * The lines that can matter to `token` (a product token in lower case): the groups that name it, and those for all. The
 * parser keeps every rule once for each name in its group, and 500 KiB hold twenty thousand names over as many rules.
 */
export function tameRobots(text: string, token: string): string {
  const kept: string[] = [];
  const names = new Set<string>();
  let isNaming = false;
  let room = wildcardRoom;
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/)) {
    const [key, value] = line.length > longestLine ? ["", ""] : readLine(line);
    if (key === "") continue;
    const wasNaming = isNaming;
    isNaming = key === "user-agent";
    if (isNaming) {
      if (!wasNaming) names.clear();
      const name = value.replace(/\/.*/, "").trim().toLowerCase();
      if (names.has(name) || (name !== token && name !== "*")) continue;
      names.add(name);
      kept.push(`user-agent: ${name}`);
    } else if (names.size > 0) {
      const star = value.indexOf("*");
      room -= star < 0 ? 0 : value.length - star;
      if (star < 0 || room >= 0) kept.push(`${key}: ${value}`);
    }
  }
  return kept.join("\n");
}

/** Key in lower case and value, without the comment; the key is "" where there is none. */
function readLine(line: string): readonly [key: string, value: string] {
  const rule = line.split("#", 1)[0] ?? "";
  const colon = rule.indexOf(":");
  if (colon < 0) return ["", ""];
  return [
    rule.slice(0, colon).trim().toLowerCase(),
    rule
      .slice(colon + 1)
      .trim()
      .replace(/\*{2,}/g, "*"),
  ];
}
