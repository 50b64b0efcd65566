// Looks through everything that Redis holds of articles, and names whatever does not fit.
import type { Redis } from "ioredis";
import { createArticleStore } from "../../../src/articles/store.ts";
import type { Expected } from "./stage.ts";

type Hash = Readonly<Record<string, string>>;

/** What is wrong with the store under the prefix; empty when everything that is expected is there once, and nothing else. */
export async function auditStore(
  redis: Redis,
  prefix: string,
  expected: readonly Expected[],
): Promise<readonly string[]> {
  const base = `{${prefix}}:`;
  const faults: string[] = [];
  const check = (isRight: boolean, fault: string): void => {
    if (!isRight) faults.push(fault);
  };
  const same = (what: string, found: Iterable<string>, wanted: Iterable<string>): void => {
    const [a, b] = [[...found].sort().join(" "), [...wanted].sort().join(" ")];
    check(a === b, `${what}: has [${a}], should have [${b}]`);
  };

  const keys = await redis.keys(`${base}*`);
  const articles = await readAll(redis, keys, `${base}article:`);
  const stories = await readAll(redis, keys, `${base}story:`);
  const numbers = [...articles.keys()];

  // Once each, with the text of the last edition.
  const keyOf = (source: string, title: string): string => `${source}/${title}`;
  const titleOf = (fields: Hash): string => (JSON.parse(fields["json"] ?? "{}") as { title: string }).title;
  const byKey = new Map<string, string[]>();
  for (const [number, fields] of articles) {
    const key = keyOf(fields["source"] ?? "", titleOf(fields));
    byKey.set(key, [...(byKey.get(key) ?? []), number]);
  }
  same(
    "articles",
    byKey.keys(),
    expected.map(({ source, title }) => keyOf(source, title)),
  );
  const storyOfEvent = new Map<number, string>();
  for (const { source, title, sentences, isHidden, event } of expected) {
    const found = byKey.get(keyOf(source, title)) ?? [];
    check(found.length === 1, `${title} of ${source} is there ${found.length} times`);
    const fields = articles.get(found[0] ?? "") ?? {};
    const text = (JSON.parse(fields["json"] ?? "{}") as { paragraphs?: string[] }).paragraphs?.join(" ");
    check(text === sentences.join(" "), `${title} of ${source} reads: ${text}`);
    check(
      (fields["hidden"] === "missing") === isHidden,
      `${title} of ${source} is hidden: ${fields["hidden"]}`,
    );
    const story = storyOfEvent.get(event) ?? fields["story"] ?? "";
    storyOfEvent.set(event, story);
    check(fields["story"] === story, `the articles of event ${event} are in two stories`);
  }
  check(new Set(storyOfEvent.values()).size === storyOfEvent.size, "two events are one story");

  // Numbers: each given once, none in vain.
  same(
    "numbers",
    numbers,
    expected.map((_, index) => String(index + 1)),
  );
  check((await redis.get(`${base}articles:sequence`)) === String(expected.length), "the sequence ran ahead");

  // Stories name their members, and members their story.
  for (const [number, fields] of articles) {
    const members = toList(stories.get(fields["story"] ?? "")?.["members"]);
    check(
      members.filter((one) => one === number).length === 1,
      `story ${fields["story"]} does not name ${number}`,
    );
  }
  same(
    "members of all stories",
    [...stories.values()].flatMap(({ members }) => toList(members)),
    numbers,
  );

  // Every index holds what it should, and nothing else.
  const pad = (number: string): string => number.padStart(10, "0");
  const visible = (number: string): boolean => articles.get(number)?.["hidden"] === "";
  const names = [...articles].flatMap(([number, { ids }]) => toList(ids).map((id) => `${id}=${number}`));
  const pairs = async (key: string): Promise<string[]> =>
    Object.entries(await redis.hgetall(base + key)).map(([field, value]) => `${field}=${value}`);
  same("ids", await pairs("articles:ids"), names);
  same(
    "texts",
    await pairs("articles:texts"),
    [...articles.values()].map(({ body, id }) => `${body}=${id}`),
  );
  const set = (key: string): Promise<string[]> => redis.zrange(base + key, 0, -1);
  same("numbers by themselves", await set("articles:numbers"), numbers.map(pad));
  same("numbers by publication", await set("articles:published"), numbers.map(pad));
  same(
    "numbers that expire",
    await set("articles:expiring"),
    numbers.filter((number) => articles.get(number)?.["source"] !== "content").map(pad),
  );
  same(
    "hidden",
    await redis.smembers(`${base}articles:hidden`),
    numbers.filter((number) => !visible(number)),
  );
  const shown = [...stories].filter(([, { members }]) => toList(members).some(visible));
  same(
    "latest stories",
    await set("stories:latest"),
    shown.map(([number]) => pad(number)),
  );
  const fresh = shown.filter(([, fields]) => fields["fresh"] !== undefined);
  same(
    "fresh stories",
    await set("stories:visible"),
    fresh.map(([number]) => pad(number)),
  );
  const sources = new Set([...articles.values()].map(({ source = "" }) => source));
  for (const source of sources) {
    const own = [...articles.values()].filter((fields) => fields["source"] === source);
    same(
      `source ${source}`,
      await redis.smembers(`${base}articles:source:${source}`),
      own.map(({ id = "" }) => id),
    );
  }
  const topics = new Set([...stories.values()].flatMap(({ topics: list }) => toList(list)));
  for (const topic of topics) {
    const told = [...stories].filter(([, { topics: list }]) => toList(list).includes(topic));
    same(
      `topic ${topic}`,
      await set(`stories:topic:${topic}`),
      told.map(([number]) => pad(number)),
    );
  }

  // No key beside them.
  const lists = "sequence version changes ids texts numbers published expiring hidden topics".split(" ");
  const known = new Set([
    ...lists.map((name) => `articles:${name}`),
    ...numbers.map((number) => `article:${number}`),
    ...[...articles.values()].map(({ story }) => `story:${story}`),
    ...["stories:latest", "stories:visible"],
    ...[...topics].map((topic) => `stories:topic:${topic}`),
    ...[...sources].map((source) => `articles:source:${source}`),
  ]);
  const orphans = keys
    .map((key) => key.slice(base.length))
    .filter((key) => /^(?:article|stor)/.test(key) && !known.has(key));
  same(
    "keys that nothing names",
    orphans.filter((key) => !/^articles:(lines|lists):/.test(key)),
    [],
  );

  // The search's stream tells the last state of each.
  const last = new Map<string, string>();
  for (const [, fields] of await redis.xrange(`${base}articles:changes`, "-", "+")) {
    last.set(fields[1] ?? "", fields[3] ?? "");
  }
  same(
    "changes",
    [...last].map(String),
    numbers.map((number) => `${number},${visible(number) ? "put" : "gone"}`),
  );

  // And as the rooms above see it.
  const store = createArticleStore(redis, prefix);
  const listed = await store.list({ limit: 1000 });
  same(
    "the list",
    listed.map(({ number }) => String(number)),
    numbers,
  );
  for (const article of listed) {
    const { members } = await store.storyOf(article);
    check(
      article.hidden === true || members.includes(article.number),
      `its story does not show ${article.number}`,
    );
  }
  check((await store.count()) === numbers.filter(visible).length, "the count is wrong");
  return faults;
}

async function readAll(redis: Redis, keys: readonly string[], start: string): Promise<Map<string, Hash>> {
  const own = keys.filter((key) => key.startsWith(start)).sort();
  const found = await Promise.all(own.map((key) => redis.hgetall(key)));
  return new Map(own.map((key, index) => [key.slice(start.length), found[index] ?? {}]));
}

function toList(lines: string | undefined): string[] {
  return (lines ?? "").split("\n").filter((line) => line !== "");
}
