// Types of engines.js, for tests.
import type { Package } from "./packages.js";

export const engineExceptions: Readonly<Record<string, string>>;
export function engineQuery(range: string): string;
export function engineFaults(
  found: readonly {
    readonly name: string;
    readonly version: string;
    readonly location: string;
    readonly engines: { readonly node: string };
  }[],
  packages: readonly Package[],
  range: string,
): string[];
