// Types of lock.js, for tests.
import type { Package } from "./packages.js";

export const installScripts: Readonly<Record<string, string>>;
export function lockFaults(packages: readonly Package[]): string[];
export function lockWarnings(packages: readonly Package[]): string[];
export function versionFaults(pack: {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}): string[];
