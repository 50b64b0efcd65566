// mujaz dead list|resend: digests and alerts that could not be sent.
import type { Resent } from "../delivery/resend.ts";
import { openResender } from "../processes/resender.ts";
import type { DeadLetter } from "../schedule/dead.ts";
import { Fault, Misuse, type Subcommand } from "./subcommand.ts";

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
      if (json) desk.printJson(letters);
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
      const resender = openResender(house);
      for (const id of chosen) resent.push(await resender.resend(id, new Date()));
      const refused = resent.filter(({ outcome }) => outcome !== "due" && outcome !== "queued");
      if (json) desk.printJson(resent);
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

function describe({ id, outcome, chat }: Resent): string {
  return outcome === "unknown"
    ? `There is no dead letter "${id}". \`mujaz dead list\` shows which there are.`
    : `The reader of chat ${chat} is not active any more: there is nobody to send it to.`;
}

function toLine({ id, chat, slot, why, at, alert }: DeadLetter): string {
  return `${id}\tchat ${chat}\t${alert === undefined ? "due" : `alert of article ${alert} from`} ${new Date(slot * 1000).toISOString()}\tended ${at}\t${why}`;
}
