// mujaz preview [--topics a,b] [--at ISO] [--locale ar] [--format html|text|json]
import { toPlain } from "../delivery/telegram.ts";
import { readFolder } from "../sources/folder.ts";
import { newSubscriber } from "../subscribers/defaults.ts";
import { readInstant } from "./instant.ts";
import { Misuse, type Subcommand } from "./subcommand.ts";
import { checkTopics } from "./topics.ts";

interface Options {
  readonly topics?: string;
  readonly at?: string;
  readonly locale?: string;
  readonly format: string;
}

export const preview: Subcommand = (program, desk) => {
  program
    .command("preview")
    .description("print the digest that a new subscriber with these settings would get")
    .option("--topics <ids>", "topics, e.g. economy,science; all when absent")
    .option("--at <instant>", "as of this instant (ISO 8601); now when absent")
    .option("--locale <code>", "language of the bot's own words")
    .option("--format <format>", "html, text or json", "text")
    .action(async (options: Options) => {
      if (!["html", "text", "json"].includes(options.format)) {
        throw new Misuse(`There is no format "${options.format}". Choose among: html, text, json`);
      }
      const at = readInstant(options.at);
      const config = desk.config();
      const locale = options.locale ?? config.bot.locale;
      if (config.messages[locale] === undefined) {
        throw new Misuse(
          `There is no language "${locale}". Choose among: ${Object.keys(config.messages).join(", ")}`,
        );
      }
      const house = await desk.house({ command: "preview", ephemeralOk: true });
      // On a machine where nothing has run yet there is something to see all the same.
      if ((await house.articles.maxNumber()) === 0) await house.ingest(readFolder(config.env.contentDir));
      const topics = options.topics?.split(",").map((topic) => topic.trim()) ?? [];
      checkTopics(topics, await house.topics.all());
      const { zone } = config.bot;
      const { times, items, length } = config.defaults;
      const reader = {
        ...newSubscriber({
          chat: 0,
          thread: null,
          kind: "private",
          locale,
          zone,
          times,
          items,
          length,
          now: at,
        }),
        topics,
      };
      const digest = await house.compose(reader, { now: at });
      if (options.format === "json") {
        const stories = digest.stories.map(({ number, lead, sources }) => ({
          number,
          title: lead.title,
          source: lead.source,
          topics: lead.topics,
          published: lead.published,
          sources,
        }));
        desk.printJson({ at: at.toISOString(), parts: digest.parts, stories, carry: digest.carry });
        return;
      }
      const parts = options.format === "html" ? digest.parts : digest.parts.map(toPlain);
      desk.print(
        parts.length === 0 ? "(no digest: there is nothing that fits these settings)" : parts.join("\n\n"),
      );
    });
};
