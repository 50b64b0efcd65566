// Reads every file under config/ into one value, and gathers every fault in them.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { compileRules } from "./boilerplate.ts";
import type { ConfigFault, FileConfig } from "./config.ts";
import { checkFluent, missingFrom } from "./fluent.ts";
import { suggest } from "./nearest.ts";
import { remember } from "./remember.ts";
import { boilerplateSchema, mujazSchema, sourcesSchema, topicsSchema } from "./schemas.ts";
import { readText } from "./text-file.ts";
import { readYaml, type YamlFile } from "./yaml.ts";
import { isZone, suggestZone } from "./zone.ts";

const readMujaz = remember((file, text) => readYaml(file, text, mujazSchema));
const readSources = remember((file, text) => readYaml(file, text, sourcesSchema));
const readTopics = remember((file, text) => readYaml(file, text, topicsSchema));
const readBoilerplate = remember((file, text) => {
  const yaml = readYaml(file, text, boilerplateSchema);
  return { ...yaml, compiled: compileRules(yaml.value?.rules ?? [], file, yaml.lineOf) };
});
const readFluent = remember(checkFluent);

/** `config` is undefined when anything is wrong. `cwd` only shortens the file names that people see. */
export function readFiles(
  configDir: string,
  cwd: string,
): { config: FileConfig | undefined; faults: readonly ConfigFault[] } {
  const faults: ConfigFault[] = [];
  const shown = (name: string): string => shorten(join(configDir, name), cwd);
  function load<F extends YamlFile<unknown>>(name: string, read: (file: string, text: string) => F): F {
    const { text = "", fault } = readText(join(configDir, name), shown(name));
    const file = read(shown(name), text);
    // What cannot be read is one fault, not also the lack of everything that may stand in it.
    faults.push(...(fault === undefined ? file.faults : [fault]));
    return file;
  }
  const require = (name: string, holds: string): void => {
    if (existsSync(join(configDir, name))) return;
    const mend = `put the file back (${holds}), or point CONFIG_DIR at the folder that holds it`;
    faults.push({ file: shown(name), line: 0, message: "the file is missing", mend });
  };

  const mujaz = load("mujaz.yaml", readMujaz);
  const boilerplate = load("boilerplate.yaml", readBoilerplate);
  const sources = load("sources.yaml", readSources);
  require("topics.yaml", "what the bot writes about");
  const topics = existsSync(join(configDir, "topics.yaml")) ? load("topics.yaml", readTopics) : undefined;
  const { messages, names } = readMessages(configDir, shown, faults);

  faults.push(...boilerplate.compiled.faults);

  const locales = Object.keys(messages);
  const locale = mujaz.value?.bot.locale ?? mujaz.textAt(["bot", "locale"]);
  const zone = mujaz.value?.bot.zone ?? mujaz.textAt(["bot", "zone"]);
  const blame = (
    file: YamlFile<unknown>,
    name: string,
    path: readonly PropertyKey[],
    message: string,
    mend: string,
  ) => faults.push({ file: shown(name), line: file.lineOf(path), message, mend });
  if (zone !== undefined && !isZone(zone)) {
    blame(
      mujaz,
      "mujaz.yaml",
      ["bot", "zone"],
      `bot.zone: there is no time zone "${zone}"`,
      suggestZone(zone),
    );
  }
  if (locale !== undefined && locales.length > 0 && !locales.includes(locale)) {
    const message = `bot.locale: there is no config/messages/${locale}.ftl`;
    blame(mujaz, "mujaz.yaml", ["bot", "locale"], message, suggest(locale, locales));
  }
  const own = locale === undefined ? undefined : names.get(locale);
  for (const [code, others] of own === undefined ? [] : names) {
    const file = (each: string | undefined): string => shown(join("messages", `${each}.ftl`));
    if (own !== undefined) {
      faults.push(...missingFrom({ file: file(locale), names: own }, { file: file(code), names: others }));
    }
  }
  const ids = topics?.value?.topics.map(({ id }) => id) ?? [];
  topics?.value?.topics.forEach(({ id, names }, index) => {
    if (ids.indexOf(id) !== index) {
      const mend = "give each topic an id of its own";
      blame(topics, "topics.yaml", ["topics", index, "id"], `another topic has the id "${id}"`, mend);
    }
    if (locale !== undefined && locales.includes(locale) && names[locale] === undefined) {
      const mend = `add a line, e.g. ${locale}: …`;
      blame(
        topics,
        "topics.yaml",
        ["topics", index, "names"],
        `topic "${id}" has no name in "${locale}"`,
        mend,
      );
    }
  });
  sources.value?.feeds.forEach((feed, index) => {
    for (const id of feed.topics.filter((topic) => ids.length > 0 && !ids.includes(topic))) {
      blame(
        sources,
        "sources.yaml",
        ["feeds", index, "topics"],
        `there is no topic "${id}"`,
        suggest(id, ids),
      );
    }
  });

  if (faults.length > 0 || !mujaz.value || !topics?.value || !sources.value)
    return { config: undefined, faults };
  const config = {
    ...mujaz.value,
    topics: topics.value.topics,
    boilerplate: boilerplate.compiled.rules,
    sources: sources.value,
    messages,
  };
  return { config, faults };
}

function readMessages(
  configDir: string,
  shown: (name: string) => string,
  faults: ConfigFault[],
): { messages: Readonly<Record<string, string>>; names: ReadonlyMap<string, ReadonlySet<string>> } {
  const held = new Map<string, ReadonlySet<string>>();
  const folder = join(configDir, "messages");
  const names = isFolder(folder) ? readdirSync(folder).filter((name) => name.endsWith(".ftl")) : [];
  if (names.length === 0) {
    const mend = "put messages/ar.ftl back, or point CONFIG_DIR at the folder that holds it";
    faults.push({ file: shown("messages"), line: 0, message: "there is no Fluent file (*.ftl) here", mend });
  }
  const entries = names.sort().map((name): [string, string] => {
    const file = shown(join("messages", name));
    const { text = "", fault } = readText(join(folder, name), file);
    const locale = name.slice(0, -".ftl".length);
    const checked = readFluent(file, text);
    // What is broken hides names: that is one fault, not also the lack of them.
    if (fault === undefined && checked.faults.length === 0) held.set(locale, checked.names);
    faults.push(...(fault === undefined ? checked.faults : [fault]));
    return [locale, text];
  });
  return { messages: Object.fromEntries(entries), names: held };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** As one would type it from here; files elsewhere keep their full path. */
function shorten(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short.startsWith("..") ? path : short.split(sep).join("/");
}
