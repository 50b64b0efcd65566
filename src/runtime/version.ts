// The version of Mujaz, as package.json has it.
import { readFileSync } from "node:fs";

/** E.g. "0.1.0". */
export function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    readonly version: string;
  };
  return version;
}
