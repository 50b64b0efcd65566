// Every command in every kind of chat and in both languages: each gets an answer there, and the platform refuses none.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage } from "./stage.ts";

const stages: Record<string, Stage> = {};
beforeAll(async () => {
  for (const language of languages) stages[language] = await openStage();
});
afterAll(async () => {
  for (const stage of Object.values(stages)) await stage.close();
});

const languages = ["ar", "en"] as const;

/** With what each command is called beside nothing at all. */
const said: Readonly<Record<string, readonly string[]>> = {
  start: ["t_economy", "a_3", "ref_friend", "x".repeat(64), "t_nosuch", "<b>"],
  latest: ["الاقتصاد", "economy", "nosuch", "5", "<b>&"],
  article: ["3", "٣", "99999", "abc", "-1"],
  search: ["ماء البحر", "energy", "زززخخخ", "#الاقتصاد ماء", "<i>"],
  pause: ["3", "٤٠٠", "لا"],
  channel: ["@nosuch_channel", "nonsense"],
  follow: ["الطاقة الشمسية", "<b>"],
  block: ["كرة القدم"],
  why: ["3", "99999", "abc"],
  feedback: ["شكراً لكم <3"],
};

interface Where {
  readonly name: string;
  readonly chat: number;
  say(text: string): void;
}

function places(stage: Stage, language: string): readonly Where[] {
  const { playground } = stage;
  for (const user of [1, 2, 3]) playground.setLanguage(user, language);
  const members = [1, 2, { user: 3, status: "administrator" as const }];
  const group = playground.makeGroup({ title: "مجموعة", members });
  const forum = playground.makeGroup({ title: "منتدى", members, topics: ["اقتصاد"] });
  const channel = playground.makeChannel({ title: "قناة", members: [1] });
  const thread = forum.topics["اقتصاد"] ?? 0;
  return [
    {
      name: "private",
      chat: 1002,
      say: (text) => playground.say(2, text),
    },
    { name: "group, member", chat: group.id, say: (text) => void playground.sayIn(group.id, 2, text) },
    { name: "group, administrator", chat: group.id, say: (text) => void playground.sayIn(group.id, 3, text) },
    {
      name: "group, anonymous",
      chat: group.id,
      say: (text) => void playground.sayIn(group.id, "anonymous", text),
    },
    {
      name: "forum topic",
      chat: forum.id,
      say: (text) => void playground.sayIn(forum.id, 3, text, { thread }),
    },
    { name: "channel", chat: channel.id, say: (text) => void playground.sayIn(channel.id, 1, text) },
  ];
}

describe.each(languages)("in %s", (language) => {
  it("every command is answered everywhere, and no answer is refused", { timeout: 180_000 }, async () => {
    const stage = stages[language];
    if (stage === undefined) throw new Error("no stage");
    const wheres = places(stage, language);
    const names = stage.playground.menuIn(1002, 2).map(({ command }) => command);
    expect(names).toEqual(expect.arrayContaining(["start", "digest", "search", "settings", "help"]));
    const silent: string[] = [];
    const wrong: string[] = [];
    for (const { name, chat, say } of wheres) {
      for (const command of new Set([...names, "start"])) {
        for (const argument of ["", ...(said[command] ?? [])]) {
          const text = `/${command} ${argument}`.trim();
          const answers = await stage.after(() => say(text), chat);
          if (answers.length === 0) silent.push(`${name}: ${text}`);
          for (const answer of stage.texts(answers)) {
            if (/رقم الخطأ|Error id/.test(answer)) wrong.push(`${name}: ${text}: ${answer}`);
            // A channel's posts tell no language: it begins with the operator's.
            if (
              language === "en" &&
              name !== "channel" &&
              /^[\u0600-\u06FF]/.test(answer.split("\n")[0] ?? "") &&
              !/\/a\d/.test(answer)
            )
              wrong.push(`${name}: ${text} in Arabic: ${answer.slice(0, 80)}`);
          }
        }
      }
    }
    // To ask for a chat that is not there is how its absence is found out.
    const refused = stage.refused().filter(({ method }) => method !== "getChat");
    expect({ silent, wrong, refused }).toEqual({ silent: [], wrong: [], refused: [] });
  });
});
