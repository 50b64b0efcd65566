// Plays Telegram: an embedded Bot API and a chat page on one HTTP server. It knows nothing of the bot behind it.
import type { FastifyInstance } from "fastify";
import { block, press, privateChatOf, say } from "./acts/private.ts";
import { registerBotApi } from "./botApi.ts";
import { type CallListener, Calls } from "./calls.ts";
import type { PrivateChat } from "./chat.ts";
import { type Fault, Faults } from "./faults.ts";
import { createGroupActs, type GroupActs } from "./groupActs.ts";
import type { PlaygroundHost } from "./host.ts";
import type { Limits } from "./limits.ts";
import { registerPage } from "./pageApi.ts";
import { type Bench, setLimits } from "./pageBench.ts";
import { makeReady, type ReadyChat } from "./ready.ts";
import { type Bot, type Crowd, type Message, World } from "./world.ts";

export interface PlaygroundOptions {
  readonly bot: Bot;
  /** Only this token is known (401 for others); any when absent. */
  readonly token?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** The transcript of an earlier run, null for none. */
  readonly load?: () => Promise<string | null>;
  /** Keeps the transcript; called a moment after changes, and at the end. */
  readonly save?: (state: string) => Promise<void>;
  /** Groups and channels that are there from the start. */
  readonly chats?: readonly ReadyChat[];
  /** What the bot may send in a second, to a chat, to a group (`telegramLimits`); as much as it likes when absent. */
  readonly limits?: Limits;
  /** What the page offers besides: it is shown where the host can do it. */
  readonly host?: PlaygroundHost;
}

export interface Playground extends GroupActs {
  /** Adds all routes; before the server listens. */
  register(app: FastifyInstance): void;
  /** A person (1..6) writes to the bot. */
  say(user: number, text: string): void;
  /** A person presses a button under a message; gives the query's id. */
  press(user: number, messageId: number, data: string): string;
  block(user: number, isBlocked: boolean): void;
  /** Many people more, for loads: known by their ids, not shown on the page, forgotten at the end. */
  addCrowd(crowd: Crowd): void;
  /** `block`, for the person with this id. */
  blockIn(chat: number, isBlocked: boolean): void;
  /** `press`, for the person with this id. */
  pressAs(person: number, messageId: number, data: string): string;
  /** The person's chat becomes another one, as a group becomes a supergroup: sends are answered with its id. */
  migrate(user: number, toUser: number): void;
  transcript(user: number): readonly Message[];
  /** Resolves with the first message of the chat, old or new, that fits. */
  waitFor(user: number, fits: (message: Message) => boolean): Promise<Message>;
  fail(fault: Fault): void;
  clearFaults(): void;
  /** From now on these limits hold; none for undefined. */
  limit(limits: Limits | undefined): void;
  /** Hears every call of the Bot API with its answer; gives the function that ends it. */
  onCall(listener: CallListener): () => void;
  close(): Promise<void>;
}

/** Changes within this time are saved together. */
const saveAfterMs = 300;

export function createPlayground(options: PlaygroundOptions): Playground {
  const world = new World(options.bot, options.now ?? Date.now);
  const faults = new Faults(world.now);
  const calls = new Calls();
  const bench: Bench = { faults, host: options.host ?? {}, gauge: undefined };
  setLimits(bench, options.limits);
  const loaded = load(world, options.load).then(() => makeReady(world, options.chats ?? []));
  let timer: NodeJS.Timeout | undefined;
  let saving: Promise<void> | undefined;
  const save = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    saving = options.save?.(world.save());
    return saving ?? Promise.resolve();
  };
  world.listen(() => {
    // A transcript that cannot be saved now is saved with the next change.
    timer ??= setTimeout(() => void save().catch(() => undefined), saveAfterMs);
  });
  const chat = (user: number): PrivateChat => privateChatOf(world, user, undefined);

  return {
    ...createGroupActs(world),
    register(app) {
      app.register(async (scope) => {
        await loaded;
        registerBotApi(scope, { world, faults, gauge: () => bench.gauge, token: options.token, calls });
        registerPage(scope, world, bench);
      });
    },
    say: (user, text) => say(world, chat(user), text),
    press: (user, messageId, data) => press(world, chat(user), chat(user).id, messageId, data),
    block: (user, isBlocked) => block(world, chat(user), isBlocked),
    addCrowd: (crowd) => world.addCrowd(crowd),
    blockIn(id, isBlocked) {
      const found = world.privateChat(id);
      if (found === undefined) throw new Error(`the playground has no private chat ${id}`);
      block(world, found, isBlocked);
    },
    pressAs(id, messageId, data) {
      const found = world.privateChat(id);
      if (found === undefined) throw new Error(`the playground has no private chat ${id}`);
      return press(world, found, id, messageId, data);
    },
    migrate(user, toUser) {
      chat(user).migratedTo = chat(toUser).id;
    },
    transcript: (user) => chat(user).messages,
    waitFor(user, fits) {
      const { id } = chat(user);
      return new Promise((resolve) => {
        const known = chat(user).messages.find(fits);
        if (known !== undefined) return resolve(known);
        const stop = world.listen((changed, event) => {
          if (changed !== id || (event.type !== "message" && event.type !== "edit") || !fits(event.message))
            return;
          stop();
          resolve(event.message);
        });
      });
    },
    fail: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    limit: (limits) => setLimits(bench, limits),
    onCall: (listener) => calls.listen(listener),
    async close() {
      world.updates.release();
      await saving?.catch(() => undefined);
      if (timer !== undefined) await save();
    },
  };
}

async function load(world: World, read: PlaygroundOptions["load"]): Promise<void> {
  const state = await read?.();
  if (state === null || state === undefined) return;
  try {
    world.load(state);
  } catch {
    // A transcript that cannot be read is only a transcript: the chats begin anew.
  }
}
