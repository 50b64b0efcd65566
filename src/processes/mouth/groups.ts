// Wires groups and channels: rights as Telegram tells them, settings from a private chat, what happens to the bot there.
import type { Telegraf } from "telegraf";
import type { BotNeeds } from "../../bot/bot.ts";
import type { Reader } from "../../bot/command.ts";
import type { NamedChat } from "../../bot/commands/channel.ts";
import { createManaging } from "../../bot/managing.ts";
import { type Administrator, createRights } from "../../bot/rights.ts";
import type { Managed, ManagedChat } from "../../bot/router.ts";
import { callTelegram, toOutcome } from "../../delivery/telegram.ts";
import { voiceOf } from "../../digest/wording.ts";
import { newSubscriber } from "../../subscribers/defaults.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { openAdmits } from "../admission.ts";
import type { House } from "../house.ts";

/** Reasons for an inactive reader that being let in again undoes: nobody there asked to be left alone. */
const undoneByWelcome = ["kicked", "no-rights", "not-found"];

interface ApiAdministrator {
  readonly status: string;
  readonly user: { readonly id: number };
  readonly can_post_messages?: boolean;
}

interface ApiChat {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
}

export function openGroups(house: House, bot: Telegraf, readerAt: BotNeeds["readerAt"]) {
  const { config, messages, subscribers, agenda } = house;
  const { env } = config;
  const timeoutMs = config.delivery.sendTimeoutSeconds * 1000;
  const admits = openAdmits(house);
  const managing = createManaging(house.main, env.redisPrefix);

  /** Undefined where Telegram refuses; what may be otherwise in a moment is thrown. */
  async function ask<Result>(method: string, payload: object): Promise<Result | undefined> {
    try {
      return await callTelegram<Result>(bot.telegram, method, payload, AbortSignal.timeout(timeoutMs));
    } catch (error) {
      const { kind } = toOutcome(error);
      if (kind === "refused" || kind === "gone" || kind === "moved") return undefined;
      throw error;
    }
  }

  const rights = createRights({
    self: () => bot.botInfo?.id,
    async administrators(chat): Promise<readonly Administrator[] | undefined> {
      const all = await ask<readonly ApiAdministrator[]>("getChatAdministrators", { chat_id: chat });
      return all?.map(({ status, user, can_post_messages: canPost }) => ({
        user: user.id,
        isOwner: status === "creator",
        canPost: canPost === true,
      }));
    },
  });

  async function readerByNumber(number: number): Promise<Reader | undefined> {
    const subscriber = await subscribers.byNumber(number);
    return subscriber === undefined ? undefined : { number, subscriber };
  }

  async function chatNamed(name: string | number): Promise<NamedChat | undefined> {
    const chat = await ask<ApiChat>("getChat", { chat_id: name });
    if (chat === undefined || chat.type === "private" || !admits(chat.id)) return undefined;
    const kind = chat.type === "channel" ? "channel" : "group";
    return { chat: chat.id, kind, title: chat.title ?? "" };
  }

  /** The channel's reader, made with the language and zone of who manages it. */
  async function readerOf({ chat, kind }: Pick<NamedChat, "chat" | "kind">, by: Reader): Promise<Reader> {
    const { locale, zone } = by.subscriber;
    const { times, items, length } = config.defaults;
    const now = house.clock.now();
    const fresh = newSubscriber({ chat, thread: null, kind, locale, zone, times, items, length, now });
    return subscribers.ensure(fresh);
  }

  /** The reader, if this person may change it now. */
  async function allowed(number: number, user: number): Promise<ManagedChat | undefined> {
    const reader = await readerByNumber(number);
    if (reader === undefined || reader.subscriber.kind === "private") return undefined;
    const { chat, kind } = reader.subscriber;
    if ((await rights.mayManage(chat, kind, user)) !== "yes") return undefined;
    return { ...reader, title: (await chatNamed(chat))?.title ?? "" };
  }

  const managed: Managed = {
    async begin(target, { user }) {
      const reader = user === undefined ? undefined : await allowed(target, user);
      if (reader !== undefined && user !== undefined) await managing.begin(user, target);
      return reader;
    },
    async current({ user }) {
      const target = user === undefined ? undefined : await managing.current(user);
      return user === undefined || target === undefined ? undefined : allowed(target, user);
    },
  };

  return {
    rights,
    managing,
    managed,
    chatNamed,
    readerByNumber,
    managedReader: readerOf,
    async onGone(
      { chat, thread, kind }: { chat: number; thread: number | null; kind: Subscriber["kind"] },
      reason: string,
    ) {
      if (kind === "private" || thread !== null) {
        const number = await subscribers.numberOf(chat, thread);
        if (number !== undefined) await agenda.retire(number, reason);
        return;
      }
      for (const number of await subscribers.ofChat(chat)) await agenda.retire(number, reason);
    },
    onWelcome: (async (place, title, user) => {
      for (const number of await subscribers.ofChat(place.chat)) {
        const known = await subscribers.byNumber(number);
        if (known?.status === "inactive" && undoneByWelcome.includes(known.reason ?? ""))
          await agenda.change(number, { status: "active", reason: "" }, house.clock.now());
      }
      if (place.kind === "group") {
        const reader = await readerAt(place);
        const voice = voiceOf(reader.subscriber);
        const values = { subscribe: "/subscribe", settings: "/settings", digest: "/digest" };
        return [{ place, reply: { html: messages.say(voice, "group-welcome", values) } }];
      }
      // A channel's readers are not told; who let the bot in is, if he has ever spoken with it.
      const by = await subscribers.byChat(user, null);
      if (by === undefined) return [];
      const target = await readerOf({ chat: place.chat, kind: "channel" }, by);
      await managing.remember(user, target.number);
      const voice = voiceOf(by.subscriber);
      const button = { text: messages.plain(voice, "button-settings"), data: `@${target.number}|settings:` };
      return [
        {
          place: { chat: user, thread: null, kind: "private" },
          reply: {
            html: messages.say(voice, "channel-welcome", { title: title.slice(0, 120) }),
            keyboard: [[button]],
          },
        },
      ];
    }) satisfies BotNeeds["onWelcome"],
    async onMoved(chat: number, to: number) {
      for (const number of await subscribers.ofChat(chat)) await agenda.migrate(number, to);
    },
  };
}
