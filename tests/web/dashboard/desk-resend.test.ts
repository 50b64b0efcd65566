// Dead letters on the dashboard: sent again they arrive, by the real worker and the embedded Bot API; what became of each is told.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTick } from "../../../src/processes/clock.ts";
import { openPost, type Post } from "../../delivery/post.ts";
import { ask, openStand, post, type Stand } from "./stand.ts";

const patience = { timeout: 20_000 };
const chatOf = (user: number): number => 1000 + user;

let mail: Post;
let stand: Stand;
beforeAll(async () => {
  mail = await openPost({ sendRate: 0, attempts: 1 });
  stand = await openStand(mail.test);
});
afterAll(async () => {
  await stand.close();
  await mail.close();
});
beforeEach(async () => {
  await mail.test.house.main.del("{mujaz}:dead", "{mujaz}:dead:resent");
});

const page = async (): Promise<string> => (await ask(`${stand.address}/dashboard/sources`)).text;
const act = (action: string, fields: Readonly<Record<string, string>> = {}) =>
  post(`${stand.address}/dashboard/do/dead/${action}`, fields);
const digestsTo = (user: number): number =>
  mail.test.playground.transcript(user).filter(({ from, text }) => from === "bot" && text.startsWith("موجز "))
    .length;

async function finish(): Promise<void> {
  await createTick(mail.test.house, mail.queue)(null);
  mail.work();
  await expect.poll(() => mail.queue.unfinished(), patience).toBe(0);
}

/** A reader whose digest Telegram has just refused; gives number and letter. */
async function refused(user: number): Promise<{ member: number; id: string }> {
  const { house, playground } = mail.test;
  const kind = { type: "error", code: 400, description: "Bad Request: message is too long" } as const;
  playground.fail({ method: "sendMessage", chat: chatOf(user), times: 1, kind });
  const member = await mail.test.addReader(chatOf(user), { cursor: 0 });
  await house.agenda.dueNow(member, Math.floor(Date.now() / 1000));
  await finish();
  const letter = (await house.agenda.listDead()).find((each) => each.member === member);
  if (letter === undefined) throw new Error("no letter");
  return { member, id: letter.id };
}

describe("a dead letter", () => {
  it("is shown with its reason and its reader's number, never with the chat; sent again it arrives once", async () => {
    const { member, id } = await refused(2);
    const before = digestsTo(2);
    const shown = await page();
    expect(shown).toContain(`value="${id}"`);
    expect(shown).toContain("الرسالة أطول مما يقبله تلغرام.");
    expect(shown).not.toContain(String(chatOf(2)));
    expect((await act("resend", { letter: id })).status).toBe(303);
    // Twice, as a hurried hand does: the second finds no letter.
    await act("resend", { letter: id });
    expect(await page()).toContain("ينتظر دوره");
    await finish();
    expect(digestsTo(2)).toBe(before + 1);
    expect(await page()).toMatch(/class="good">وصل</);
    expect(await mail.test.house.agenda.listDead()).toEqual([]);
    expect(await mail.test.house.subscribers.byNumber(member)).toMatchObject({ status: "active" });
  });

  it("that is refused once more is told as such, and all can be sent again but for who has left", async () => {
    const [first, second] = [await refused(3), await refused(4)];
    const kind = { type: "error", code: 400, description: "Bad Request: something new" } as const;
    mail.test.playground.fail({ method: "sendMessage", chat: chatOf(3), times: 1, kind });
    await mail.test.house.agenda.retire(second.member, "unsubscribed");
    await act("resend-all");
    expect((await mail.test.house.agenda.listDead()).map(({ id }) => id)).toEqual([second.id]);
    await finish();
    expect(await page()).toContain("تعذّر من جديد:");
    const members = (await mail.test.house.agenda.listDead()).map(({ member }) => member);
    expect(members.sort()).toEqual([first.member, second.member].sort());
  });
});
