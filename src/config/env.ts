// Turns the process environment and `.env` into one checked value.
import { readFileSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { ConfigFault, Environment } from "./config.ts";
import { type DotEnv, parseDotEnv } from "./dotenv.ts";
import { environmentName } from "./faults.ts";
import { suggest } from "./nearest.ts";
import { readText } from "./text-file.ts";
import * as read from "./variables.ts";

export interface EnvInput {
  readonly env: NodeJS.ProcessEnv;
  /** `.env` is read here, and relative folders are meant from here. */
  readonly cwd: string;
  /** Whether logs go to a terminal: the default of LOG_FORMAT. */
  readonly isTerminal: boolean;
}

/** The value as far as it could be read (defaults where not), and everything that is wrong. */
export function readEnvironment(input: EnvInput): {
  environment: Environment;
  faults: readonly ConfigFault[];
} {
  const dotEnv = readDotEnv(input.cwd);
  const faults: ConfigFault[] = [...dotEnv.faults, ...unknownNames(dotEnv)];
  const find = finder(input, dotEnv, faults);

  function get<T>(name: read.Name, reader: (text: string) => read.Reading<T>): T | undefined {
    const found = find(name);
    if (found === undefined) return undefined;
    const reading = reader(found.text);
    if ("value" in reading) return reading.value;
    faults.push({ ...found.place, message: `${name} ${reading.message}`, mend: reading.mend });
    return undefined;
  }
  const folder = (name: read.Name, usual: string): string =>
    resolve(input.cwd, get(name, read.readText) ?? usual);
  const { MAX_SAFE_INTEGER: any } = Number;

  const hasOwnServer = find("TELEGRAM_API_ROOT") !== undefined;
  const telegramApiRoot = get("TELEGRAM_API_ROOT", read.readAddress);
  const botToken = get("BOT_TOKEN", read.readBotToken(hasOwnServer));
  const redisUrl = get("REDIS_URL", read.readRedisUrl);
  const publicUrl = get("PUBLIC_URL", read.readAddress);
  const dashboardToken = get("DASHBOARD_TOKEN", read.readText);
  const url = get("WEBHOOK_URL", read.readWebhookUrl(hasOwnServer));
  const secret = get("WEBHOOK_SECRET", read.readWebhookSecret);
  for (const [given, missing] of [
    ["WEBHOOK_URL", "WEBHOOK_SECRET"],
    ["WEBHOOK_SECRET", "WEBHOOK_URL"],
  ] as const) {
    const place = find(given)?.place;
    if (place === undefined || find(missing) !== undefined) continue;
    const mend = `set ${missing} too, or remove ${given} to use long polling`;
    faults.push({ ...place, message: `${given} is set without ${missing}`, mend });
  }
  const port = get("PORT", read.readInteger(0, 65_535, 3000)) ?? 3000;
  if (port === 0 && find("BOT_TOKEN") === undefined) {
    const place = find("PORT")?.place ?? { file: environmentName, line: 0 };
    const message =
      "PORT 0 (any free one) needs a BOT_TOKEN: without one the bot finds the playground by its port";
    faults.push({ ...place, message, mend: "write e.g. 3000" });
  }
  const environment: Environment = {
    ...(botToken === undefined ? {} : { botToken }),
    ...(telegramApiRoot === undefined ? {} : { telegramApiRoot }),
    ...(redisUrl === undefined ? {} : { redisUrl }),
    redisPrefix: get("REDIS_PREFIX", read.readPrefix) ?? "mujaz",
    port,
    host: get("HOST", read.readText) ?? "127.0.0.1",
    ...(url === undefined || secret === undefined ? {} : { webhook: { url, secret } }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    adminIds: get("ADMIN_IDS", read.readIds) ?? [],
    ...(dashboardToken === undefined ? {} : { dashboardToken }),
    contentDir: folder("CONTENT_DIR", "content"),
    configDir: folder("CONFIG_DIR", "config"),
    dataDir: folder("DATA_DIR", "data"),
    sendRate: get("SEND_RATE", read.readInteger(0, any, 30)) ?? 30,
    sendConcurrency: get("SEND_CONCURRENCY", read.readInteger(1, 1_000, 32)) ?? 32,
    logLevel: get("LOG_LEVEL", read.readWord(read.logLevels)) ?? "info",
    logFormat: get("LOG_FORMAT", read.readWord(read.logFormats)) ?? (input.isTerminal ? "pretty" : "json"),
    allowEphemeral: get("ALLOW_EPHEMERAL", read.readFlag) ?? false,
  };
  if (isWithin(environment.dataDir, environment.contentDir)) {
    const place = (find("DATA_DIR") ?? find("CONTENT_DIR"))?.place ?? { file: environmentName, line: 0 };
    const message = `DATA_DIR ${environment.dataDir} lies in CONTENT_DIR ${environment.contentDir}: what is written there would be read as articles, again and again`;
    faults.push({ ...place, message, mend: "name two folders beside each other" });
  }
  return { environment, faults };
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}

type Place = Pick<ConfigFault, "file" | "line">;
type Found = { readonly text: string; readonly place: Place };

/**
 * Looks a name up: first in the process environment, then in `.env`; in each the name itself, or for a secret the
 * file that NAME_FILE names. A name set to nothing is unset, and so hides the one in `.env`: `BOT_TOKEN= npm start`.
 */
function finder(
  { env, cwd }: EnvInput,
  dotEnv: DotEnv,
  faults: ConfigFault[],
): (name: read.Name) => Found | undefined {
  const layers = [
    { values: env, place: (): Place => ({ file: environmentName, line: 0 }) },
    {
      values: dotEnv.values,
      place: (name: string): Place => ({ file: ".env", line: dotEnv.lines.get(name) ?? 0 }),
    },
  ];
  const search = (name: read.Name): Found | undefined => {
    const fileName = read.secretNames.some((secret) => secret === name) ? `${name}_FILE` : undefined;
    for (const { values, place } of layers) {
      const text = values[name]?.trim();
      const path = fileName === undefined ? undefined : values[fileName]?.trim();
      if (text && path && fileName) {
        const mend = `keep one of ${name} and ${fileName}`;
        faults.push({ ...place(fileName), message: `${name} and ${fileName} are both set`, mend });
      }
      if (text) return { text, place: place(name) };
      if (path && fileName) return readSecret(resolve(cwd, path), fileName, place(fileName), faults);
      if (text !== undefined || path !== undefined) return undefined;
    }
    return undefined;
  };
  const found = new Map<read.Name, Found | undefined>();
  return (name) => {
    if (!found.has(name)) found.set(name, search(name));
    return found.get(name);
  };
}

function readSecret(path: string, fileName: string, place: Place, faults: ConfigFault[]): Found | undefined {
  try {
    const text = readFileSync(path, "utf8").trim();
    if (text !== "") return { text, place };
    faults.push({
      ...place,
      message: `${fileName} names an empty file: ${path}`,
      mend: "write the secret into it",
    });
  } catch (error) {
    const why = error instanceof Error ? (error as NodeJS.ErrnoException).code : "";
    const mend = "correct the path, and let this user read the file";
    faults.push({
      ...place,
      message: `${fileName} names a file that cannot be read (${why}): ${path}`,
      mend,
    });
  }
  return undefined;
}

function readDotEnv(cwd: string): DotEnv {
  const { text = "", fault } = readText(join(cwd, ".env"), ".env");
  const read = parseDotEnv(".env", text);
  return fault === undefined ? read : { ...read, faults: [fault] };
}

function unknownNames({ lines }: DotEnv): ConfigFault[] {
  const known: string[] = [...read.names, ...read.secretNames.map((name) => `${name}_FILE`)];
  return [...lines]
    .filter(([name]) => !known.includes(name))
    .map(([name, line]) => ({
      file: ".env",
      line,
      message: `unknown name "${name}"`,
      mend: suggest(name, known),
    }));
}
