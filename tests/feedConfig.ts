// A copy of our own config folder whose sources.yaml a test writes; feeds on this machine are allowed and need no pause.
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./e2e/server.ts";

export interface FeedConfig {
  /** CONFIG_DIR, CONTENT_DIR (empty) and DATA_DIR in a folder of their own. */
  readonly env: Readonly<Record<string, string>>;
  readonly path: string;
  dispose(): Promise<void>;
}

/** `feeds` are lines of YAML below "feeds:". */
export async function makeFeedConfig(feeds = " []"): Promise<FeedConfig> {
  const path = await mkdtemp(join(tmpdir(), "mujaz-feeds-"));
  const [config, content] = [join(path, "config"), join(path, "content")];
  await cp(join(root, "config"), config, { recursive: true });
  await mkdir(content);
  await writeFile(
    join(config, "sources.yaml"),
    `feeds:${feeds}\nallowHosts: ["127.0.0.1"]\npauseSeconds: 0\n`,
  );
  return {
    env: { CONFIG_DIR: config, CONTENT_DIR: content, DATA_DIR: join(path, "data") },
    path,
    dispose: () => rm(path, { recursive: true, force: true }),
  };
}
