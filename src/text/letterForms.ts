// The letters, digits and marks that keyboards write in several ways, as data.

/**
 * Forms and the one they become. A letter of another language that writes an Arabic name goes to the letter that Arabic
 * newspapers would put: «ڭ» of Morocco, «گ» of Persian and Iraq to «ك». Letters not listed stay as they are.
 */
export const letterForms: readonly (readonly [forms: string, form: string])[] = [
  ["أإآٱٲٳٵݳݴ", "ا"],
  ["ٮپٻڀ", "ب"],
  ["ٹٺټٿ", "ت"],
  ["چڄڃ", "ج"],
  ["ڈډڊڌڍ", "د"],
  ["ڑړڔڕ", "ر"],
  ["ژږ", "ز"],
  ["ښ", "ش"],
  ["ڡڢڤڥ", "ف"],
  ["ٯڧڨ", "ق"],
  ["کڪګڬڭڮگڰڱڲڳڴݢݣݤ", "ك"],
  ["ڵڶڷڸ", "ل"],
  ["ںڹڻڼڽ", "ن"],
  ["ةۀہۂۃھەۿ", "ه"],
  ["ؤۄۅۆۇۈۉۊۋۏٶٷ", "و"],
  ["ىئیۍێېۑےۓؠٸ", "ي"],
  ["٠۰", "0"],
  ["١۱", "1"],
  ["٢۲", "2"],
  ["٣۳", "3"],
  ["٤۴", "4"],
  ["٥۵", "5"],
  ["٦۶", "6"],
  ["٧۷", "7"],
  ["٨۸", "8"],
  ["٩۹", "9"],
  ["٫", "."],
  ["٬", ","],
  ["٪", "%"],
  ["۔", "."],
  ["“”„‟«»″‶❝❞〝〞〟", '"'],
  // «‹» are not here: «›» also parts the steps of a path, and those who look for it must find it.
  ["‘’‚‛`´′‵ʻʼʽʾʿ❛❜", "'"],
  ["‐‑‒–—―−", "-"],
  // The Greek final sigma: which one lower case gives depends on what follows.
  ["ς", "σ"],
];

/** Signs of one character that are read as several; Unicode gives only some of them a compatibility form. */
export const ligatures: ReadonlyMap<string, string> = new Map([
  ["…", "..."],
  ["﵀", "رحمه الله"], // God have mercy on him
  ["﵁", "رضي الله عنه"], // God be pleased with him
  ["﵂", "رضي الله عنها"],
  ["﵃", "رضي الله عنهم"],
  ["﵄", "رضي الله عنهما"],
  ["﵅", "رضي الله عنهن"],
  ["﵇", "عليه السلام"], // peace be upon him
  ["﵈", "عليهم السلام"],
  ["﵉", "عليهما السلام"],
  ["﵍", "عليها السلام"],
  ["﵎", "تبارك وتعالي"], // blessed and exalted
  ["﵏", "رحمهم الله"],
  ["﷽", "بسم الله الرحمن الرحيم"], // in the name of God, the Merciful, the Compassionate
  ["﷾", "سبحانه وتعالي"], // glorified and exalted
  ["﷿", "عز وجل"], // mighty and majestic
]);
