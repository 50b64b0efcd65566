// The words of the page itself, in Arabic and English, and the language and direction it is shown in.
import { lang, region } from "./address.ts";

const arabic = {
  title: "تجربة البوت",
  bot: "بوت",
  typing: "يكتب…",
  connecting: "جارٍ الاتصال…",
  edited: "معدّلة",
  placeholder: "اكتب رسالة…",
  send: "إرسال",
  commands: "أوامر البوت",
  more: "خيارات المحادثة",
  block: "حظر البوت",
  unblock: "إلغاء حظر البوت",
  start: "ابدأ",
  welcome: "هذه محادثة تجريبية على جهازك. اضغط «ابدأ» ليردّ عليك البوت كما يردّ في تلغرام.",
  newest: "إلى أحدث رسالة",
  users: "المحادثة باسم",
  messages: "الرسائل",
  showMore: "عرض المزيد",
  showLess: "عرض أقل",
  spoiler: "نص مخفي، اضغط لإظهاره",
  close: "حسناً",
  failed: "تعذّر الإرسال. حاول مرة أخرى.",
  newTab: "يُفتح في نافذة جديدة",
  otherLanguage: "English",
  today: "اليوم",
  chats: "المحادثات",
  group: "مجموعة",
  forum: "منتدى",
  channel: "قناة",
  general: "عام",
  new: "جديد",
  owner: "المالك",
  administrator: "مشرف",
  member: "عضو",
  subscriber: "مشترك",
  absent: "ليس عضواً",
  botHere: "البوت في المحادثة",
  botAdministrator: "البوت مشرف",
  anonymous: "الكتابة باسم المجموعة",
  botIsAbsent: "البوت ليس هنا",
  botIsMember: "البوت عضو",
  botIsAdministrator: "البوت مشرف",
  writeAs: "اكتب باسم {name}…",
  welcomeGroup:
    "هذه مجموعة تجريبية. اكتب أمراً مثل \u2066/digest\u2069، أو اختر من قائمة الأوامر، أو ردّ على رسالة البوت.",
  welcomeChannel: "لا منشورات بعد. مالك القناة يضيف إليها البوت من محادثته معه، بالأمر \u2066/channel\u2069.",
  toChannel: "أضف البوت إلى القناة",
  readOnly: "القناة للقراءة: ينشر البوت فيها، ويضبطه مالكها بالأمر \u2066/channel\u2069 في محادثته الخاصة.",
  cannotWrite: "لا تستطيع الكتابة هنا.",
  reply: "رد",
  replyTo: "رد على {name}",
  cancelReply: "إلغاء الرد",
  via: "عبر {name}",
  cameLine: "أُضيف {name} إلى المجموعة",
  goneLine: "أُخرج {name} من المجموعة",
  topicLine: "موضوع جديد: {name}",
  raisedLine: "صار {name} مشرفاً",
  loweredLine: "لم يعد {name} مشرفاً",
  sharedLine: "اختيرت: {name}",
  otherLine: "{name}",
  results: "نتائج البوت",
  noResults: "لا نتائج",
  searching: "جارٍ البحث…",
  moreResults: "المزيد",
  shareTo: "إلى أي محادثة؟",
  noChats: "لا محادثة مناسبة لهذا الشخص.",
  cancel: "إلغاء",
  keys: "أزرار البوت",
  sampleAsPlace: "أُرسل موقع تجريبي: عمّان",
};

/** The key of a word of the page. */
export type Word = keyof typeof arabic;

const english: Record<Word, string> = {
  title: "Try the bot",
  bot: "bot",
  typing: "typing…",
  connecting: "connecting…",
  edited: "edited",
  placeholder: "Write a message…",
  send: "Send",
  commands: "Bot commands",
  more: "Chat options",
  block: "Block the bot",
  unblock: "Unblock the bot",
  start: "Start",
  welcome:
    "This is a trial chat on your own machine. Press Start and the bot answers as it does in Telegram.",
  newest: "Go to the newest message",
  users: "Chat as",
  messages: "Messages",
  showMore: "Show more",
  showLess: "Show less",
  spoiler: "Hidden text, press to show it",
  close: "OK",
  failed: "Could not send. Please try again.",
  newTab: "opens in a new tab",
  otherLanguage: "العربية",
  today: "Today",
  chats: "Chats",
  group: "group",
  forum: "forum",
  channel: "channel",
  general: "General",
  new: "new",
  owner: "owner",
  administrator: "admin",
  member: "member",
  subscriber: "subscriber",
  absent: "not a member",
  botHere: "Bot is in this chat",
  botAdministrator: "Bot is an administrator",
  anonymous: "Write as the group",
  botIsAbsent: "no bot",
  botIsMember: "bot is a member",
  botIsAdministrator: "bot is an admin",
  writeAs: "Write as {name}…",
  welcomeGroup:
    "This is a trial group. Write a command such as /digest, choose one from the “/” menu, or reply to the bot.",
  welcomeChannel: "No posts yet. The owner brings the bot in from their own chat with it, by /channel.",
  toChannel: "Bring the bot in",
  readOnly: "The channel is for reading: the bot posts, its owner sets it up by /channel in their own chat.",
  cannotWrite: "You cannot write here.",
  reply: "Reply",
  replyTo: "Reply to {name}",
  cancelReply: "Cancel the reply",
  via: "via {name}",
  cameLine: "{name} was added to the group",
  goneLine: "{name} was removed from the group",
  topicLine: "New topic: {name}",
  raisedLine: "{name} is an administrator now",
  loweredLine: "{name} is no longer an administrator",
  sharedLine: "Chosen: {name}",
  otherLine: "{name}",
  results: "Results of the bot",
  noResults: "No results",
  searching: "Searching…",
  moreResults: "More",
  shareTo: "To which chat?",
  noChats: "This person has no chat that fits.",
  cancel: "Cancel",
  keys: "Keys of the bot",
  sampleAsPlace: "A sample place was sent: Amman",
};

/** The page's words in its language. */
export const words: Readonly<Record<Word, string>> = lang === "en" ? english : arabic;

/** A word with a name in it, kept apart from the direction of the words around it. */
export function wordsWith(key: Word, name: string): string {
  return words[key].replace("{name}", `\u2068${name}\u2069`);
}

const plural = new Intl.PluralRules(lang);
const forms: Readonly<Record<"group" | "channel", Readonly<Record<string, string>>>> =
  lang === "en"
    ? {
        group: { one: "# member", other: "# members" },
        channel: { one: "# subscriber", other: "# subscribers" },
      }
    : {
        group: { one: "عضو واحد", two: "عضوان", few: "# أعضاء", many: "# عضواً", other: "# عضو" },
        channel: { one: "مشترك واحد", two: "مشتركان", few: "# مشتركين", many: "# مشتركاً", other: "# مشترك" },
      };

/** "3 members", "3 subscribers". */
export function countWords(kind: "group" | "channel", count: number): string {
  return (forms[kind][plural.select(count)] ?? "#").replace("#", new Intl.NumberFormat(region).format(count));
}

/** Puts the words into the fixed parts of the page: `data-text` names a text, `data-label` a label. */
export function translatePage(): void {
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === "en" ? "ltr" : "rtl";
  document.title = words.title;
  const has = (key: string | undefined): key is Word => key !== undefined && key in words;
  for (const node of document.querySelectorAll<HTMLElement>("[data-text], [data-label]")) {
    const { text, label } = node.dataset;
    if (has(text)) node.textContent = words[text];
    if (!has(label)) continue;
    node.setAttribute("aria-label", words[label]);
    if (node instanceof HTMLButtonElement) node.title = words[label];
    if (node instanceof HTMLTextAreaElement) node.placeholder = words[label];
  }
}
