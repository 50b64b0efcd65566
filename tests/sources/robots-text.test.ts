// A robots.txt that is made to be expensive is made cheap, and one that is real keeps its meaning.
import robotsModule from "robots-parser";
import { describe, expect, it } from "vitest";
import { tameRobots } from "../../src/sources/robots-text.ts";

const robotsParser = robotsModule as unknown as typeof robotsModule.default;
const isAllowed = (text: string, path: string): boolean | undefined =>
  robotsParser("http://news.example/robots.txt", tameRobots(text, "mujaz")).isAllowed(
    `http://news.example${path}`,
    "mujaz",
  );

describe("tameRobots", () => {
  const real = `\uFEFF# The rules of the house
User-agent: Crawler
User-agent: MUJAZ/2.0 # us
Disallow: /drafts/   # not yet
Allow: /drafts/open

User-agent: *
Disallow: /*?print=
Crawl-delay: 4

User-agent: Other
Disallow: /
Sitemap: http://news.example/sitemap.xml
`;

  it.each([
    ["/drafts/1", false],
    ["/drafts/open/1", true],
    ["/news/1?print=1", true], // The group of "*" is not ours.
    ["/news/1", true],
  ])("keeps our own group: %s", (path, allowed) => {
    expect(isAllowed(real, path)).toBe(allowed);
  });

  it.each([
    ["/news/1?print=1", false],
    ["/news/1", true],
    ["/drafts/1", true],
  ])("keeps the group of all where none is ours: %s", (path, allowed) => {
    expect(isAllowed(real.replace("MUJAZ/2.0", "Somebody"), path)).toBe(allowed);
  });

  it("keeps the order of groups, whatever line ends and blank lines lie between", () => {
    const text =
      "user-agent: a\r\rUSER-AGENT : mujaz\r\n\r\nno rule here\ndisallow:/a\ruser-agent: b\ndisallow: /b";
    expect(isAllowed(text, "/a")).toBe(false);
    expect(isAllowed(text, "/b")).toBe(true);
  });

  it("keeps none of twenty thousand other names, because each would keep every rule", () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `User-agent: bot${index}\n`).join("");
    expect(tameRobots(`${names}User-agent: mujaz\nDisallow: /a\n`, "mujaz")).toBe(
      "user-agent: mujaz\ndisallow: /a",
    );
    expect(tameRobots(`${"User-agent: mujaz\n".repeat(20_000)}Disallow: /a\n`, "mujaz")).toBe(
      "user-agent: mujaz\ndisallow: /a",
    );
  });

  it("lets the wildcards of other names take no room from ours", () => {
    const theirs = `User-agent: other\n${`Disallow: /${"*a".repeat(900)}\n`.repeat(250)}`;
    expect(isAllowed(`${theirs}User-agent: mujaz\nDisallow: /*.pdf$\n`, "/a.pdf")).toBe(false);
  });

  it("keeps no more wildcards than can be matched at once, and the plain rules after them", () => {
    const costly = `Disallow: /${"*a".repeat(900)}\n`.repeat(250);
    const tamed = tameRobots(`User-agent: *\n${costly}Disallow: /plain\n`, "mujaz");
    expect(tamed.length).toBeLessThan(9_000);
    expect(tamed).toContain("disallow: /plain");
    expect(tameRobots(`User-agent: *\nDisallow: /${"*".repeat(1_000)}a`, "mujaz")).toBe(
      "user-agent: *\ndisallow: /*a",
    );
  });
});
