// The words of the page itself, in Arabic and English, and the language and direction it is shown in.

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
};

const query = new URLSearchParams(location.search);

/** The language of the page: `?lang=en`, or Arabic. */
export const lang: "ar" | "en" = query.get("lang") === "en" ? "en" : "ar";

/** How days and hours are written: as in the viewer's own country, where the browser names an Arab one, or in Cairo. */
export const region =
  lang === "en" ? "en-GB" : (navigator.languages.find((code) => /^ar-/i.test(code)) ?? "ar-EG");
/** Who is speaking: `?user=N` from 1 to 6, or 1. */
export const user: number = /^[1-6]$/.test(query.get("user") ?? "") ? Number(query.get("user")) : 1;

/** The page's words in its language. */
export const words: Readonly<Record<Word, string>> = lang === "en" ? english : arabic;

/** The address of this page for another user or language. */
export function pageAddress(forUser: number, forLang: "ar" | "en"): string {
  return `?user=${forUser}${forLang === "en" ? "&lang=en" : ""}`;
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
