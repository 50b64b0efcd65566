// mujaz articles list|show N|search WORDS|remove N: the store, for an editor.
import { addArticlesSearch } from "./articlesSearch.ts";
import { Fault, Misuse, type Subcommand } from "./subcommand.ts";
import { checkTopics } from "./topics.ts";

export const articles: Subcommand = (program, desk) => {
  const group = program.command("articles").description("look into the store of articles");
  group
    .command("list")
    .description("the newest stories first")
    .option("--topic <id>", "only of this topic")
    .option("--limit <n>", "how many", "50")
    .option("--json", "print a JSON array")
    .action(async ({ topic, limit, json }: { topic?: string; limit: string; json?: boolean }) => {
      if (!/^[1-9]\d{0,5}$/.test(limit)) throw new Misuse(`--limit "${limit}" is no number of 1 or more`);
      const house = await desk.house({ command: "articles list" });
      if (topic !== undefined) checkTopics([topic], await house.topics.all());
      const wish = { limit: Number(limit), ...(topic === undefined ? {} : { topic }) };
      const stories = await house.articles.latest(wish);
      if (json)
        desk.print(
          JSON.stringify(
            stories.map(({ lead, ...story }) => ({ ...story, lead: lead.number, title: lead.title })),
            null,
            2,
          ),
        );
      else if (stories.length === 0) desk.print("There are no articles yet.");
      else {
        for (const { lead, members } of stories) {
          const others = members.length > 1 ? ` (+${members.length - 1})` : "";
          desk.print(
            `${lead.number}\t${lead.published.slice(0, 10)}\t${lead.topics.join(",")}\t${lead.title}${others}`,
          );
        }
      }
    });
  group
    .command("show")
    .description("one article, with its summary")
    .argument("<number>")
    .option("--json", "print the stored object")
    .action(async (number: string, { json }: { json?: boolean }) => {
      checkNumber(number);
      const house = await desk.house({ command: "articles show" });
      const article = await house.articles.byNumber(Number(number));
      if (article === undefined) {
        throw new Fault(`There is no article ${number}. \`mujaz articles list\` shows which there are.`);
      }
      if (json) {
        desk.printJson(article);
        return;
      }
      const { title, source, published, topics, summary, text } = article;
      const chosen = summary.sentences.map((sentence) => `• ${sentence.text}`);
      desk.print(
        [title, `${source} · ${published} · ${topics.join(", ")}`, "", ...chosen, "", text].join("\n"),
      );
    });
  addArticlesSearch(group, desk);
  group
    .command("remove")
    .description("remove one article for good: its number is not given again")
    .argument("<number>")
    .action(async (number: string) => {
      checkNumber(number);
      const house = await desk.house({ command: "articles remove" });
      if (!(await house.articles.remove(Number(number)))) {
        throw new Fault(`There is no article ${number}. \`mujaz articles list\` shows which there are.`);
      }
      desk.print(`Article ${number} is removed. Its file may stay: the same text does not come back.`);
    });
};

function checkNumber(number: string): void {
  if (!/^[1-9]\d{0,11}$/.test(number)) throw new Misuse(`"${number}" is no article number`);
}
