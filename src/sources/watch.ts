// Tells when anything below a folder changed, so that edited articles update while the process runs.
import { type FSWatcher, watch } from "node:fs";
import { walkFolder } from "./walk.ts";

export interface FolderWatch {
  /** Resolves once every later change is noticed: await it, then read the folder for the first time. */
  readonly ready: Promise<void>;
  close(): void;
}

export interface WatchTimes {
  /** Quiet time after the last change before `onChange` is called; 300 when absent. */
  readonly debounceMs?: number;
  /** How often the folder is compared where the system cannot watch it; 2000 when absent. */
  readonly pollMs?: number;
}

/**
 * Calls `onChange` once after each burst of changes. Each folder is watched by itself rather than by the recursive
 * option: that one watches single files on Linux, so it misses saves by rename and spends one inotify watch a file.
 * Where watching fails (a missing folder, no watches left) the folder is compared every `pollMs` instead.
 */
export function watchFolder(dir: string, onChange: () => void, times: WatchTimes = {}): FolderWatch {
  const { debounceMs = 300, pollMs = 2000 } = times;
  const watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const wait = (ms: number, next: () => Promise<void>): void => {
    clearTimeout(timer);
    if (isClosed) return;
    timer = setTimeout(() => void next(), ms);
    timer.unref();
  };

  const drop = (): void => {
    for (const watcher of watchers.splice(0)) watcher.close();
  };

  const poll = (before: string): void =>
    wait(pollMs, async () => {
      const after = (await look(dir)).state;
      if (isClosed) return;
      if (after === before) return poll(before);
      await follow();
      if (!isClosed) onChange();
    });

  const settle = (): void =>
    wait(debounceMs, async () => {
      await follow();
      if (!isClosed) onChange();
    });

  /**
   * Watches the folders that exist now. Called again after each change and then starts afresh, because a folder that
   * was removed and made again under its old name would keep a watcher that hears nothing.
   */
  const follow = async (): Promise<void> => {
    const { folders, state } = await look(dir);
    if (isClosed) return;
    drop();
    if (folders.length === 0) return poll(state);
    try {
      for (const folder of folders) {
        const watcher = watch(folder, { persistent: false }, settle);
        watcher.on("error", settle);
        watchers.push(watcher);
      }
    } catch {
      drop();
      poll(state);
    }
  };

  return {
    ready: follow(),
    close() {
      isClosed = true;
      clearTimeout(timer);
      drop();
    },
  };
}

/** The folders below `dir`, and one string that changes when any file does. */
async function look(dir: string): Promise<{ folders: readonly string[]; state: string }> {
  const folders: string[] = [];
  const files: string[] = [];
  for await (const found of walkFolder(dir)) {
    if (found.kind === "folder") folders.push(found.full);
    if (found.kind === "file") files.push(`${found.path} ${found.stats.size} ${found.stats.mtimeMs}`);
  }
  return { folders, state: files.join("\n") };
}
