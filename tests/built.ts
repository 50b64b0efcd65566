// The tests run what was built: some 700 modules need not be made ready anew for each worker, which took a tenth of the time.
import { existsSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { root } from "./root.ts";

const [src, dist] = [join(root, "src") + sep, join(root, "dist") + sep];

/** Leads an import of src/ to its module in dist/ (build.setup.ts sees to it that it is no older); pages' scripts have none. */
export const built = {
  name: "built",
  enforce: "pre",
  resolveId(source: string, importer: string | undefined): string | undefined {
    if (!source.startsWith(".") || importer === undefined) return undefined;
    const file = resolve(dirname(importer), source);
    if (!file.startsWith(src) || !file.endsWith(".ts")) return undefined;
    const module = `${dist}${file.slice(src.length, -".ts".length)}.js`;
    return existsSync(module) ? module : undefined;
  },
} as const;

/** What vitest must know of it: these modules are Node's to load, and their traces tell the lines of src/. */
export const builtOptions = {
  server: { deps: { external: [/\/dist\//] } },
  execArgv: ["--enable-source-maps"],
};
