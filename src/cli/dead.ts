// mujaz dead list|resend: slots that could not be served.
import { Fault, type Subcommand } from "./subcommand.ts";

export const dead: Subcommand = (program, desk) => {
  const group = program.command("dead").description("dead letters: slots that ended without being sent");
  group
    .command("list")
    .option("--json", "print a JSON array")
    .action(async ({ json }: { json?: boolean }) => {
      const house = await desk.house({ command: "dead list" });
      const letters = await house.agenda.listDead();
      if (json) desk.print(JSON.stringify(letters, null, 2));
      else if (letters.length === 0) desk.print("There are no dead letters.");
      else {
        for (const { id, chat, slot, why, at } of letters) {
          desk.print(`${id}\tchat ${chat}\tdue ${new Date(slot * 1000).toISOString()}\tended ${at}\t${why}`);
        }
      }
    });
  group
    .command("resend")
    .description("makes the reader due again now, with what is new by then")
    .argument("<id>", "the letter's id, from `mujaz dead list`")
    .action(async (id: string) => {
      const house = await desk.house({ command: "dead resend" });
      const letter = await house.agenda.takeDead(id);
      if (letter === undefined)
        throw new Fault(`There is no dead letter "${id}". \`mujaz dead list\` shows which there are.`);
      if (!(await house.agenda.resend(letter, Math.floor(Date.now() / 1000))))
        throw new Fault(
          `The reader of chat ${letter.chat} is not active any more: there is nobody to send it to.`,
        );
      desk.print(`Reader of chat ${letter.chat} is due now.`);
    });
};
