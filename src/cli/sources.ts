// mujaz sources list|add|remove|on|off|test|import-opml|export-opml: the feeds.
import { openRegister } from "../processes/feedRegister.ts";
import type { Feeds } from "../processes/feeds.ts";
import type { House } from "../processes/house.ts";
import type { FeedSource } from "../sources/feedSource.ts";
import type { Register } from "../sources/register.ts";
import { turnFeed } from "../sources/switching.ts";
import { type AddOptions, checkAddress, isReachable, toWish } from "./sources/add.ts";
import { describeSource, toObject } from "./sources/describe.ts";
import { exportOpml, importOpml } from "./sources/opml.ts";
import { Fault, type Subcommand } from "./subcommand.ts";

export const sources: Subcommand = (program, desk) => {
  const group = program
    .command("sources")
    .description("feeds: list, add, remove, try, switch on and off, OPML");
  const open = async (command: string): Promise<Register> =>
    openRegister(await desk.house({ command: `sources ${command}` }));

  /** A subcommand that does something to one feed, and says what. */
  const onFeed = (
    command: string,
    description: string,
    act: (source: FeedSource, at: { register: Register; house: House }) => Promise<string>,
  ): void => {
    group
      .command(command)
      .description(description)
      .argument("<feed>", "its address, id or name")
      .action(async (words: string) => {
        const house = await desk.house({ command: `sources ${command}` });
        const register = openRegister(house);
        desk.print(await act(await findSource(register, words), { register, house }));
      });
  };

  group
    .command("list")
    .description("every feed, and how its readings go")
    .option("--json", "print a JSON array")
    .action(async ({ json }: { json?: boolean }) => {
      const register = await open("list");
      const all = await Promise.all(
        (await register.list()).map(async (source) => ({ source, state: await register.state(source.id) })),
      );
      if (json) desk.printJson(all.map(toObject));
      else if (all.length === 0) {
        desk.print("There are no feeds yet. Add one: mujaz sources add https://…/rss.xml --name …");
      } else for (const one of all) desk.print(describeSource(one));
    });
  group
    .command("add")
    .description("add a feed; it is read at the next minute")
    .argument("<address>")
    .option("--name <name>", "the outlet's name as readers see it; the feed's own title when absent")
    .option("--topics <ids>", "topics of everything it brings, with commas between")
    .option("--language <code>", "found by the letters when absent")
    .option("--full-text <when>", "fetch the articles' pages: auto | always | never", "auto")
    .option("--interval <minutes>", "at least this long between two readings, 5 to 1440", "10")
    .option("--no-check", "add it without reading it first")
    .action(async (written: string, options: AddOptions) => {
      const house = await desk.house({ command: "sources add" });
      const address = checkAddress(written, house.config.sources.allowHosts);
      const wish = toWish(address, options, await house.topics.all());
      const feeds = await openFeeds(house);
      const refuseKnown = (known: FeedSource | undefined): never => {
        const { name, id, from } = known ?? { name: address, id: address, from: "added" };
        const mend =
          from === "config"
            ? "change it in config/sources.yaml"
            : `to change it, take it away first: mujaz sources remove ${id}`;
        throw new Fault(`This feed is there already: ${name}.\n  mend: ${mend}`);
      };
      const before = await feeds.register.find(address);
      if (before !== undefined) refuseKnown(before);
      const title = options.check ? await isReachable(feeds.web, address) : undefined;
      const isNew = await feeds.register.add({ ...wish, name: options.name?.trim() || title || "" });
      const added = await feeds.register.find(address);
      if (!isNew) refuseKnown(added);
      desk.print(
        `Added: ${added?.name ?? address}. It is read within a minute while a clock runs, or now by \`mujaz ingest\`.`,
      );
      await feeds.close();
    });
  onFeed("remove", "forget an added feed; its articles stay until their time is over", async (source, at) => {
    if (source.from === "config") {
      throw new Fault(
        `${source.name} stands in config/sources.yaml.\n  mend: take it out there, or switch it off: mujaz sources off ${source.id}`,
      );
    }
    await at.register.remove(source.id);
    await at.house.articles.forgetLines(source.id);
    return `Removed: ${source.name}. Its articles stay until their time is over.`;
  });
  onFeed(
    "on",
    "switch a feed on again; it is read at the next minute",
    async ({ id, name }, { register }) => {
      await turnFeed(register, id, true);
      return `On: ${name}. It is read within a minute while a clock runs.`;
    },
  );
  onFeed("off", "read a feed no more, until it is switched on", async ({ id, name }, { register }) => {
    await turnFeed(register, id, false);
    return `Off: ${name}.`;
  });
  group
    .command("test")
    .description("read a feed and show what it would bring; nothing is stored")
    .argument("<address>", "an address, or the id or name of a feed that is there")
    .option("--limit <n>", "entries shown", "5")
    .action(async (words: string, { limit }: { limit: string }) => {
      const house = await desk.house({ command: "sources test", ephemeralOk: true });
      const feeds = await openFeeds(house);
      const known = await feeds.register.find(words);
      const address = checkAddress(known?.url ?? words, house.config.sources.allowHosts);
      const { testFeed } = await import("./sources/test.ts");
      await testFeed({ ...house, ...feeds }, { address, limit, ...(known && { known }) }, desk);
      await feeds.close();
    });
  group
    .command("import-opml")
    .description("add the feeds of an OPML file; those that are there already stay as they are")
    .argument("[file]", "standard input when absent or -", "-")
    .action(async (file: string) => {
      const house = await desk.house({ command: "sources import-opml" });
      await importOpml(
        openRegister(house),
        file,
        { allowHosts: house.config.sources.allowHosts, topics: house.topics },
        desk,
      );
    });
  group
    .command("export-opml")
    .description("write all feeds as OPML")
    .argument("[file]", "standard output when absent or -", "-")
    .action(async (file: string) => {
      const register = await open("export-opml");
      await exportOpml(await register.list(), file, desk);
    });
};

async function findSource(register: Register, written: string): Promise<FeedSource> {
  // Copied out of a message it may stand between marks of direction.
  const words = written.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "").trim();
  const source = await register.find(words);
  if (source !== undefined) return source;
  const named = (await register.list()).filter(({ name }) => name === words);
  throw new Fault(
    named.length > 1
      ? `${named.length} feeds are named "${words}".\n  mend: name one by its id: ${named.map(({ id }) => id).join(", ")}`
      : `There is no feed "${words}".\n  mend: \`mujaz sources list\` shows which there are`,
  );
}

/** The web client and the parser of feeds are loaded only where they are used: they take as long as all the rest. */
async function openFeeds(house: House): Promise<Feeds> {
  return (await import("../processes/feeds.ts")).openFeeds(house);
}
