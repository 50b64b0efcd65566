// A light stemmer of Arabic after the light10 family (Larkey, Ballesteros and Connell 2007): clitics in front, a pronoun, an
// ending of number and gender, and the ending of origin go, each at most once; broken plurals give way to their singular. No
// root is looked for.
import { normalize } from "../normalize.ts";
import { brokenPlurals } from "./brokenPlurals.ts";
import {
  alWords,
  bareWords,
  fatherWords,
  futureLookalikes,
  lamWords,
  ownFeminines,
  rootTaWords,
  wawWords,
  wholeWords,
} from "./lookalikes.ts";

/** No rule leaves fewer letters than this: roots have three. */
const leastLetters = 3;

/** For a normalised word. «وبالمدارس» (and in the schools) gives the stem of «مدرسة»; a word too short stays as it is. */
export function stemArabic(word: string): string {
  return withoutEndings(withoutPrefix(word));
}

const article = /^(?:و?[بك]ال|و?لل|[وف]?ال)(?=...)/;

function withoutPrefix(word: string): string {
  if (alWords.test(word)) return word.startsWith("ال") ? word : word.slice(1);
  if (article.test(word) && !fatherWords.test(word)) return withoutArticle(word);
  const bare = startsWithAnd(word) ? word.slice(1) : word;
  return isPreposition(bare) || isFuture(bare) ? bare.slice(1) : bare;
}

function withoutArticle(word: string): string {
  const found = article.exec(word)?.[0] ?? "";
  const rest = word.slice(found.length);
  return found.endsWith("لل") && lamWords.test(`ل${rest}`) ? `ل${rest}` : rest;
}

/** «ف» is left alone: news prose joins with «و», and «فريق» (a team) and «فيلم» (a film) are many. */
function startsWithAnd(word: string): boolean {
  if (!word.startsWith("و") || word.length <= leastLetters + 1) return false;
  return !wawWords.test(word) && !fatherWords.test(word);
}

/** Verbal nouns and plurals in «ا»: «استخدام» (use), «ارتفاع» (rise), «إعلان» (announcement), «أسعار» (prices), «إعادة» (return). */
const alefNoun = /^(?:است...|ا.?ت.ا.|ا...?ا.|ا.ا.[هت])/;

/**
 * «ب» and «ل» begin many roots. They are prepositions before the «م» of a noun of place or person, the «ت» or «ا» of a
 * verbal noun, and before letters that no root has behind them: «بمدينة» (in a city), «لتحقيق» (to reach), «باستخدام»
 * (with the use of), «لرفع» (to raise). «ك» is left alone: «كم» and «كت» are roots.
 */
function isPreposition(word: string): boolean {
  if (!/^[بل]/.test(word)) return false;
  if (/^(?:[بل]م..|[بل]ت(?!رول).{4}|ب[بف]...|ل(?:ر|ن(?!د))..)/.test(word)) return true;
  const rest = word.slice(1);
  if (rest.length > leastLetters + 1 && irregular.has(rest)) return true;
  return wawWords.test(rest) || (alefNoun.test(rest) && !bareWords.test(word));
}

/** «س» before an unfinished verb: «سيعقد» (will hold); not in «سيطرة» (control), «سياسة» (policy), «سينما» (cinema). */
function isFuture(word: string): boolean {
  return /^س[يت](?!ا)..../.test(`${word}.`) && !futureLookalikes.test(word);
}

function withoutEndings(word: string): string {
  const whole = irregular.get(word);
  if (whole !== undefined) return whole;
  const pronoun = pronounOf(word);
  if (pronoun === "") return withoutNumber(word, pronoun);
  const bare = withHamza(word.slice(0, -pronoun.length), pronoun);
  if (pronoun === "ه" && ownFeminines.has(bare)) return word;
  return irregular.get(bare) ?? withoutNumber(bare, pronoun);
}

/** «أعضائها» and «أعضاؤها» (its members) are normalised to «اعضايها» and «اعضاوها»: of «أعضاء». «ولاية» has a «ي» of its own. */
function withHamza(word: string, pronoun: string): string {
  if (!/..ا[يو]$/.test(word)) return word;
  const written = `${word.slice(0, -1)}ء`;
  return pronoun !== "ه" || irregular.has(written) ? written : word;
}

const pronouns = /(?:هما|كما|ها|هم|هن|نا|ه|(?<=....)كم)$/;

/** «ة» is «ه» in a normalised word, and goes like the pronoun. */
function pronounOf(word: string): string {
  const found = pronouns.exec(word)?.[0] ?? "";
  // «قانونا» and «بيانا» are accusatives of a law and a statement, not "our".
  if (found === "نا" && /[اوي]نا$/.test(word) && !word.endsWith("اتنا")) return "";
  return word.length - found.length >= leastLetters ? found : "";
}

/** Endings that may stand before a pronoun, and those of a word without one, each with the fewest letters it leaves. */
const beforePronoun = [
  ["ات", 3],
  ["ت", 3],
  ["و", 4],
  ["ا", 3],
] as const;
const atEnd = [
  ["تان", 3],
  ["تين", 3],
  ["ات", 3],
  ["ان", 4],
  ["ين", 3],
  ["ون", 4],
  ["وا", 3],
  ["و", 4],
  ["ت", 3],
  ["ا", 3],
] as const;

function withoutNumber(word: string, pronoun: string): string {
  const endings = pronoun === "" ? atEnd : beforePronoun;
  const [ending = ""] =
    endings.find(([each, least]) => word.endsWith(each) && word.length - each.length >= least) ?? [];
  if (isOfRoot(word, ending)) return word;
  const bare = word.slice(0, word.length - ending.length);
  const isFeminine = ending.includes("ت");
  if (isFeminine && ownFeminines.has(bare)) return `${bare}ه`;
  // «انهارت» (it collapsed) is not of «أنهار» (rivers).
  return (isFeminine ? undefined : irregular.get(bare)) ?? withoutOrigin(bare);
}

/** The verbal noun تفعيل of a root in «ن» or «ت»: «تأمين» (insurance), «تصويت» (a vote). */
function isOfRoot(word: string, ending: string): boolean {
  return (ending === "ين" || ending === "ت") && (/^ت..ي[نت]$/.test(word) || rootTaWords.has(word));
}

/** «مصري» (Egyptian), of «مصر». */
function withoutOrigin(word: string): string {
  return word.endsWith("ي") && word.length > leastLetters ? word.slice(0, -1) : word;
}

/** Stems that no rule gives. */
const irregular = new Map<string, string>();

for (const word of wholeWords) irregular.set(word, word);
const singulars = brokenPlurals.map(
  ([plural, singular]) => [normalize(plural), normalize(singular)] as const,
);
for (const [plural, singular] of singulars) irregular.set(plural, withoutEndings(singular));
