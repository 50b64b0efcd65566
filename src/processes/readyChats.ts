// The neighbourhood of the playground: a group, a forum and a channel in which a newcomer tries the bot.
import type { ReadyChat } from "../playground/ready.ts";

/** Person 1 owns all three, 2 and 3 are in them; the channel's owner has yet to bring the bot in. */
export const readyChats: readonly ReadyChat[] = [
  // Majlis al-hayy, "the neighbourhood's sitting room".
  { type: "group", name: "group", title: "مجلس الحي", members: [1, 2, 3] },
  // Multaqa al-qurra', "the readers' forum", with topics "economy" and "sport".
  { type: "group", name: "forum", title: "ملتقى القرّاء", topics: ["اقتصاد", "رياضة"], members: [1, 2, 3] },
  // Akhbar al-hayy, "news of the neighbourhood".
  {
    type: "channel",
    name: "channel",
    title: "أخبار الحي",
    username: "hayy_news",
    members: [1, 2, 3],
    bot: "left",
  },
];
