// Live updates: panels that changed come by themselves, rendered once for all who look, and never when nobody does.
import { get } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { waitUntil } from "../../../src/runtime/wait.ts";
import { html } from "../../../src/web/dashboard/html.ts";
import type { Shown } from "../../../src/web/dashboard/live.ts";
import type { Panel } from "../../../src/web/dashboard/panel.ts";
import type { TestHouse } from "../../house.ts";
import { openFrame, openTestHouse, type Stand } from "./stand.ts";

let stage: TestHouse;
let stand: Stand;
let word = "first";
let renders = 0;
let isBroken = false;
/** Renderings that wait for the test. */
let waiting = 0;
let gate: Promise<void> | undefined;

const changing: Panel = {
  id: "changing",
  page: "figures",
  title: "dash-name",
  async render(view) {
    renders += 1;
    waiting += 1;
    await gate;
    waiting -= 1;
    if (isBroken) throw new Error("of the test");
    return html`<p>${word} ${view.locale} ${view.query.get("q") ?? ""}</p>`;
  },
};
const still: Panel = { ...changing, id: "still", render: async () => html`<p>still</p>` };
const asked: Panel = { ...still, id: "asked", isLive: false };

beforeAll(async () => {
  stage = await openTestHouse();
  stand = await openFrame(stage, [changing, still, asked]);
});
afterAll(async () => {
  await stand?.close();
  await stage?.close();
});

interface Listener {
  readonly shown: Shown[];
  readonly isOver: () => boolean;
  stop(): void;
}

async function listen(query: string): Promise<Listener> {
  const shown: Shown[] = [];
  let isOver = false;
  const request = get(`${stand.address}/dashboard/events?page=figures&${query}`, (response) => {
    let text = "";
    response.on("data", (chunk: Buffer) => {
      text += chunk;
      const parts = text.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) {
        const data = /^event: panel\ndata: (.*)$/s.exec(part)?.[1];
        if (data !== undefined) shown.push(JSON.parse(data) as Shown);
      }
    });
    response.once("close", () => {
      isOver = true;
    });
  });
  request.on("error", () => undefined);
  return { shown, isOver: () => isOver, stop: () => request.destroy() };
}

const until = async (question: () => boolean): Promise<void> =>
  expect(await waitUntil(question, { limitMs: 20_000, everyMs: 5 })).toBe(true);

const htmlOf = ({ shown }: Listener, id: string) =>
  shown.filter((each) => each.id === id).map((each) => each.html);

it("come at once, then whenever one changed, to everybody and in their language", async () => {
  const [arabic, english] = await Promise.all([listen("lang=ar"), listen("lang=en&q=%3Cb%3E")]);
  await until(() => arabic.shown.length >= 2 && english.shown.length >= 2);
  word = "second";
  await until(() => htmlOf(arabic, "changing").length >= 2 && htmlOf(english, "changing").length >= 2);
  expect(htmlOf(arabic, "changing")).toEqual(["<p>first ar </p>", "<p>second ar </p>"]);
  expect(htmlOf(english, "changing")).toEqual(["<p>first en &lt;b&gt;</p>", "<p>second en &lt;b&gt;</p>"]);
  expect(htmlOf(arabic, "still")).toEqual(["<p>still</p>"]);
  expect(htmlOf(arabic, "asked")).toEqual([]);
  arabic.stop();
  english.stop();
});

it("are rendered once for all who look at the same, and by nobody when the last has gone", async () => {
  const first = await listen("lang=ar");
  await until(() => first.shown.length >= 2);
  let release: () => void = () => undefined;
  gate = new Promise((resolve) => {
    release = resolve;
  });
  await until(() => waiting === 1);
  // Who comes later has all panels as they are, without a look of its own at them.
  const others = await Promise.all([listen("lang=ar"), listen("lang=ar"), listen("lang=ar")]);
  await until(() => others.every(({ shown }) => shown.length >= 2));
  expect(waiting).toBe(1);
  gate = undefined;
  word = "third";
  release();
  await until(() => others.every((each) => htmlOf(each, "changing").includes("<p>third ar </p>")));
  for (const listener of [first, ...others]) listener.stop();
  let quiet = -1;
  await until(() => {
    const isQuiet = quiet === renders;
    quiet = renders;
    return isQuiet;
  });
});

it("tell that a panel cannot be read, and show it again when it can", async () => {
  const listener = await listen("lang=en");
  await until(() => listener.shown.length >= 2);
  isBroken = true;
  await until(() => htmlOf(listener, "changing").some((each) => each.includes("cannot be read")));
  isBroken = false;
  await until(() => htmlOf(listener, "changing").at(-1)?.includes("third") ?? false);
  listener.stop();
});

it("end with the server, which waits for nobody who looks", async () => {
  const listener = await listen("lang=ar");
  await until(() => listener.shown.length >= 2);
  await stand.close();
  await until(listener.isOver);
});
