// A Lua script as a function: sent once, then called by its digest.
import type { Redis } from "ioredis";

export interface Script {
  /** Keys come first among the arguments. */
  readonly keys: number;
  readonly lua: string;
}

export type RunScript = (...keysThenArguments: (string | number)[]) => Promise<unknown>;

/**
 * Makes the script callable on this client (EVALSHA, and EVAL where the server does not know it yet). Names are
 * shared by all who define scripts on the client.
 */
export function defineScript(redis: Redis, name: string, { keys, lua }: Script): RunScript {
  redis.defineCommand(name, { lua, numberOfKeys: keys });
  // ioredis puts the command on the client under its name; its types do not know which.
  const command = (redis as unknown as Record<string, RunScript | undefined>)[name];
  if (command === undefined) throw new Error(`The client has no command ${name}`);
  return (...args) => command.apply(redis, args);
}
