// mujaz summarize [FILE …|-] [--sentences N|--words N|--ratio R] [--json|--jsonl] [--lang ar]

import { once } from "node:events";
import { basename } from "node:path";
import { z } from "zod";
import { createFurnitureCheck } from "../articles/furniture-check.ts";
import type { FurnitureRule } from "../articles/step.ts";
import { summarize as summarizeText } from "../summary/summarize.ts";
import type { Budget, Summary } from "../summary/summary.ts";
import { languages } from "../text/language.ts";
import { cleanInput, readInput } from "./inputs.ts";
import { lineTooLong, readLines, tooLong } from "./lines.ts";
import { Fault, Misuse, type Subcommand } from "./subcommand.ts";

interface Options {
  readonly sentences?: number;
  readonly words?: number;
  readonly ratio?: number;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly lang?: string;
}

interface Asked {
  readonly id: string;
  readonly title: string | undefined;
  readonly text: string;
}

const count = z.int("expected a whole number of 1 or more").min(1, "expected a whole number of 1 or more");
const share = "expected a share over 0 and up to 1";

const line = z
  .object({
    id: z.union([z.string(), z.number()], "expected a text or a number").nullish(),
    title: z.string("expected a text").nullish(),
    text: z.string("expected a text"),
    sentences: count.nullish(),
    words: count.nullish(),
    ratio: z.number(share).positive(share).max(1, share).nullish(),
  })
  .refine((read) => toBudgets(read).length <= 1, "give one of sentences, words and ratio");

export const summarize: Subcommand = (program, desk) => {
  program
    .command("summarize")
    .description("choose the few sentences that stand for a text")
    .argument("[files...]", "files of any known format; standard input when none or -")
    .option("--sentences <n>", "at most this many sentences (default 3)", readCount)
    .option("--words <n>", "at most this many words, whole sentences", readCount)
    .option("--ratio <r>", "about this share of the text's words", readRatio)
    .option("--json", "print an array of objects, one a file")
    .option("--jsonl", "read and write one JSON object a line")
    .option(
      "--lang <code>",
      `language of the texts (${languages.join(", ")}); found from their letters when absent`,
      readLanguage,
    )
    .action(async (files: readonly string[], options: Options) => {
      const [budget = { sentences: 3 }, ...others] = toBudgets(options);
      if (others.length > 0) throw new Misuse("Choose one of --sentences, --words and --ratio");
      if (options.json && options.jsonl) throw new Misuse("Choose one of --json and --jsonl");
      const rules = desk.config().boilerplate;
      const inputs = files.length === 0 ? ["-"] : files;
      const results: object[] = [];
      for (const file of inputs) {
        try {
          if (options.jsonl) {
            await summarizeLines(file, budget, options.lang);
            continue;
          }
          const { name, bytes } = await readInput(file, desk);
          const { title, paragraphs } = cleanInput(name, bytes, rules);
          const text = paragraphs.join("\n\n");
          const asked = { id: file === "-" ? "-" : basename(file), title, text };
          const result = answer(asked, budget, rules, options.lang);
          if (options.json) results.push({ ...result, title, text });
          else desk.print([title, ...result.sentences.map(({ text: sentence }) => sentence), ""].join("\n"));
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          desk.warn(error.message);
          desk.fail();
        }
      }
      if (options.json) desk.printJson(results);

      async function summarizeLines(
        file: string,
        fallback: Budget,
        language: string | undefined,
      ): Promise<void> {
        let number = 0;
        for await (const text of readLines(file, desk.stdin)) {
          number += 1;
          if (text !== tooLong && text.trim() === "") continue;
          const read = text === tooLong ? lineTooLong : readLine(text);
          if (typeof read === "string") {
            desk.warn(`${file === "-" ? "standard input" : file}:${number}: ${read}`);
            desk.fail();
            continue;
          }
          const asked = { id: String(read.id ?? number), title: read.title ?? undefined, text: read.text };
          const result = answer(asked, toBudgets(read)[0] ?? fallback, rules, language);
          const id = read.id ?? number;
          if (!desk.stdout.write(`${JSON.stringify({ ...result, id })}\n`)) await once(desk.stdout, "drain");
        }
      }
    });
};

function answer(
  { id, title, text }: Asked,
  budget: Budget,
  rules: readonly FurnitureRule[],
  language: string | undefined,
): { id: string; title: string | null; sentences: Summary["sentences"]; summary: string; ms: number } {
  const begun = performance.now();
  const { sentences, overBudget } = summarizeText(
    {
      text,
      ...(title === undefined || title === "" ? {} : { title }),
      ...(language === undefined ? {} : { language }),
      isFurniture: createFurnitureCheck(text, title, rules),
    },
    budget,
  );
  const ms = Math.round((performance.now() - begun) * 1000) / 1000;
  const shown = sentences.map(({ text: sentence, start, end, score, why }) => ({
    text: sentence,
    start,
    end,
    score,
    why,
  }));
  const summary = shown.map((sentence) => sentence.text).join(" ");
  return {
    id,
    title: title ?? null,
    sentences: shown as unknown as Summary["sentences"],
    summary,
    ms,
    ...(overBudget ? { overBudget } : {}),
  };
}

function readLine(text: string): z.infer<typeof line> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return `this line is not JSON (${cause instanceof Error ? cause.message : cause})\n  mend: write one object a line, {"id": …, "text": …}`;
  }
  const read = line.safeParse(value);
  if (read.success) return read.data;
  const issues = read.error.issues.map((issue) => `${issue.path.join(".") || "the line"}: ${issue.message}`);
  return `${issues.join("; ")}\n  mend: correct what is named; only text is required, as in {"text": "…"}`;
}

/** Every budget that was given; more than one is a fault of whoever gave them. */
function toBudgets({
  sentences,
  words,
  ratio,
}: { [Name in "sentences" | "words" | "ratio"]?: number | null | undefined }): Budget[] {
  return [
    ...(typeof sentences === "number" ? [{ sentences }] : []),
    ...(typeof words === "number" ? [{ words }] : []),
    ...(typeof ratio === "number" ? [{ ratio }] : []),
  ];
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Misuse(`"${text}" is no number of 1 or more`);
  return Number(text);
}

/** "ar-EG" is "ar". */
function readLanguage(text: string): string {
  const language = text.toLowerCase().split("-")[0] ?? "";
  if (!languages.includes(language))
    throw new Misuse(`"${text}" is no language Mujaz knows. Choose one of ${languages.join(", ")}`);
  return language;
}

function readRatio(text: string): number {
  const ratio = Number(text);
  if (!(ratio > 0 && ratio <= 1))
    throw new Misuse(`"${text}" is no ratio. Write a share over 0 and up to 1, e.g. 0.3`);
  return ratio;
}
