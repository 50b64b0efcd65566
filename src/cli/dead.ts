// mujaz dead list|resend: digests and alerts that could not be sent.
import { createAlertQueue } from "../delivery/alert-queue.ts";
import type { House } from "../processes/house.ts";
import type { DeadLetter } from "../schedule/dead.ts";
import { Fault, Misuse, type Subcommand } from "./subcommand.ts";

/** What became of one letter that was to be sent again. */
interface Resent {
  readonly id: string;
  readonly outcome: "due" | "queued" | "unknown" | "inactive";
  readonly chat?: number;
}

export const dead: Subcommand = (program, desk) => {
  const group = program
    .command("dead")
    .description("dead letters: digests and alerts that ended without being sent");
  group
    .command("list")
    .description("print them, the oldest slot first, with their reasons")
    .option("--json", "print a JSON array")
    .action(async ({ json }: { json?: boolean }) => {
      const house = await desk.house({ command: "dead list" });
      const letters = await house.agenda.listDead();
      if (json) desk.print(JSON.stringify(letters, null, 2));
      else if (letters.length === 0) desk.print("There are no dead letters.");
      else for (const letter of letters) desk.print(toLine(letter));
    });
  group
    .command("resend")
    .description(
      "make their readers due again now, with what the letter held and what is new by then; alerts go at once",
    )
    .argument("[ids...]", "ids of letters, from `mujaz dead list`")
    .option("--all", "all of them")
    .option("--json", "print a JSON array of what became of each")
    .action(async (ids: readonly string[], { all, json }: { all?: boolean; json?: boolean }) => {
      if ((ids.length === 0) === (all !== true))
        throw new Misuse("Name the letters, or all of them: `mujaz dead resend 1764140400_7`, or --all");
      const house = await desk.house({ command: "dead resend" });
      const chosen = all === true ? (await house.agenda.listDead()).map(({ id }) => id) : ids;
      const resent: Resent[] = [];
      for (const id of chosen) resent.push(await resend(house, id));
      const refused = resent.filter(({ outcome }) => outcome !== "due" && outcome !== "queued");
      if (json) desk.print(JSON.stringify(resent, null, 2));
      else {
        for (const { outcome, chat } of resent) {
          if (outcome === "due") desk.print(`Reader of chat ${chat} is due now.`);
          if (outcome === "queued")
            desk.print(`The alert to chat ${chat} is sent now, unless a digest has brought its story since.`);
        }
        if (resent.length === 0) desk.print("There are no dead letters.");
      }
      if (refused.length === 0) return;
      if (json) desk.fail();
      else throw new Fault(refused.map(describe).join("\n"));
    });
};

/**
 * A letter to who is not active any more stays where it is. The others are taken off when they are on their way: a command
 * that is killed in between, or runs twice, leaves a letter that is sent again, and comes once.
 */
async function resend(house: House, id: string): Promise<Resent> {
  const { agenda } = house;
  const letter = await agenda.findDead(id);
  if (letter === undefined) return { id, outcome: "unknown" };
  const { chat, member, alert } = letter;
  const isOnItsWay =
    alert === undefined
      ? await agenda.resend(letter, Math.floor(Date.now() / 1000))
      : await resendAlert(house, member, alert);
  if (!isOnItsWay) return { id, outcome: "inactive", chat };
  await agenda.takeDead(id);
  return { id, outcome: alert === undefined ? "due" : "queued", chat };
}

async function resendAlert({ subscribers, redis, config }: House, member: number, article: number) {
  if ((await subscribers.byNumber(member))?.status !== "active") return false;
  const queue = createAlertQueue(redis.connect("alerts"), config.env.redisPrefix);
  await queue.add([{ member, article, isAgain: true }]);
  await queue.close();
  return true;
}

function describe({ id, outcome, chat }: Resent): string {
  return outcome === "unknown"
    ? `There is no dead letter "${id}". \`mujaz dead list\` shows which there are.`
    : `The reader of chat ${chat} is not active any more: there is nobody to send it to.`;
}

function toLine({ id, chat, slot, why, at, alert }: DeadLetter): string {
  return `${id}\tchat ${chat}\t${alert === undefined ? "due" : `alert of article ${alert} from`} ${new Date(slot * 1000).toISOString()}\tended ${at}\t${why}`;
}
