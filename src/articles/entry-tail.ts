// Knows what publishing systems write below a text in a feed: where it came from, and that it goes on elsewhere.

/**
 * The line that WordPress adds to every text of a feed, in the wordings of its Arabic, English and French translations:
 * «ظهرت المقالة … أولاً على …» and the older «التدوينة … ظهرت أولاً على …» ("the post … appeared first on …").
 */
const trailers = [
  trailer("ظهرت?\\s(?:هذه\\s|هذا\\s)?(?:المقالة|المقال|التدوينة|الموضوع|الخبر)", "أول[اًأ]{1,2}\\s(?:على|في)"),
  trailer("(?:المقالة|المقال|التدوينة|الموضوع|الخبر)", "ظهرت?\\sأول[اًأ]{1,2}\\s(?:على|في)"),
  trailer("The post", "(?:appeared first|first appeared) on"),
  trailer("L[’']article", "est apparu en premier sur"),
];

/** A beginning, a title without another such beginning, a turn, a site: to the end of the line. */
function trailer(beginning: string, turn: string): RegExp {
  return new RegExp(`(?:^|\\s)${beginning}\\s(?:(?!\\n|\\s${beginning}\\s).)+?\\s${turn}\\s[^\\n]*$`, "iu");
}

/** A trailer holds a title and a site's name: it is no longer than this. */
const longest = 500;

/** The text without the trailer at its end; empty where it was nothing else. */
export function dropTrailer(text: string): string {
  const whole = text.trimEnd();
  const [head, tail] = [whole.slice(0, -longest), whole.slice(-longest)];
  const kept = trailers.reduce((before, trailer) => before.replace(trailer, ""), tail);
  return kept === tail ? whole : (head + kept).trimEnd();
}

/** They may be followed by the title that they lead to. */
const leads =
  "(?:[اإ]قر[أاآ]\\s(?:ال)?مزيد|قراءة\\sالمزيد|(?:تابع|[أا]كمل|متابعة|استكمال)\\s(?:ال)?قراءة|(?:read|see)\\smore|continue\\sreading|read\\sthe\\s(?:full|rest|whole)\\s\\S+|lire\\sla\\ssuite)";

/** They lead on only where they stand alone. */
const words = "(?:(?:ل|ال)?لمزيد|المزيد|قراءة\\s(?:الخبر|المقال\\S*)|التفاصيل)";

const mark = "[\\s.…»›→←:>\\])(\\[«]*$";
const alone = new RegExp(`^[\\s(\\[«…]*(?:${leads}(?:\\s[^.!؟\\n]{0,120})?|${words})${mark}`, "iu");
const atEnd = new RegExp(`[.…!؟»\\n\\])]\\s*(?:${leads}|${words})${mark}`, "iu");

/** «اقرأ المزيد» ("read more"), "Continue reading: the title →": a line that only leads on. */
export function isReadMore(text: string): boolean {
  return text.length <= 160 && alone.test(text);
}

/** True for a text that breaks off («…», "[...]") or leads on («… المزيد»). */
export function endsAsTeaser(text: string): boolean {
  const end = text.slice(-200).trimEnd();
  return /(?:…|\.{3})[\s\])»"”]*$/u.test(end) || isReadMore(text) || atEnd.test(end);
}
