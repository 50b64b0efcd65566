// mujaz clean FILE … [--json]: what the cleaner kept, and what it took away and why.
import { stepOf } from "../articles/steps.ts";
import { cleanInput, readInput } from "./inputs.ts";
import { Fault, type Subcommand } from "./subcommand.ts";

export const clean: Subcommand = (program, desk) => {
  program
    .command("clean")
    .description("show what the cleaner keeps of files, and what it removes and why")
    .argument("<files...>", "files of any known format, - for standard input")
    .option("--json", "print an array of objects, one a file")
    .action(async (files: readonly string[], { json }: { readonly json?: boolean }) => {
      const rules = desk.config().boilerplate;
      const results: object[] = [];
      for (const file of files) {
        try {
          const { name, bytes } = await readInput(file, desk);
          const cleaned = cleanInput(name, bytes, rules);
          results.push({ file, ...cleaned });
          if (json) continue;
          desk.print(`${file}\n\n${[cleaned.title, ...cleaned.paragraphs].join("\n\n")}\n`);
          for (const { text, rule } of cleaned.removed) {
            const step = stepOf(rule);
            const name = step.name === rule ? rule : `${step.name}/${rule}`;
            desk.print(`- ${step.number} ${name}: ${text.slice(0, 120)}`);
          }
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          desk.warn(error.message);
          desk.fail();
        }
      }
      if (json) desk.printJson(results);
    });
};
