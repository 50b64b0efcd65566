// A light stemmer of Arabic after the light10 family (Larkey, Ballesteros and Connell 2007): a conjunction, the article
// with its prepositions, the sign of the future and the commonest suffixes go; no root is looked for.

/** Longest first: «وال» must be tried before «ال». */
const articles = ["وبال", "وكال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال"];
const suffixes = ["هما", "كما", "ها", "هم", "هن", "كم", "نا", "وا", "ات", "ان", "ون", "ين", "يه", "ه", "ي"];

/** Nouns that begin like a verb in the future. */
const futureLookalikes =
  /^(?:سيطر|سينم|سينا|سيول|سيمف|سيكو|سيره|سيرت|سيد|سيجار|سيليك|ستين|ستون|ستري|ستراتيج|ستود|ستوك|ستائر)/;

/** No rule leaves fewer letters than this: roots have three. */
const leastLetters = 3;

/** For a normalised word. «وبالمدارس» (and in the schools) gives «مدارس»; a word too short stays as it is. */
export function stemArabic(word: string): string {
  return withoutSuffixes(withoutPrefix(word));
}

function withoutPrefix(word: string): string {
  const article = articles.find((each) => word.startsWith(each) && word.length - each.length >= leastLetters);
  if (article !== undefined) return word.slice(article.length);
  // A bare conjunction goes only from a longer word: «ولد» (a boy) and «فعل» (a deed) keep their first letter.
  const bare = /^[وف]/.test(word) && word.length > leastLetters + 1 ? word.slice(1) : word;
  return isPreposition(bare) || isFuture(bare) ? bare.slice(1) : bare;
}

/**
 * «ب» and «ل» begin many roots. Before the «م» of a noun of place or person, or the «ت» of a verbal noun, they are
 * prepositions: «بمدينة» (in a city), «لتحقيق» (to reach). «ك» is left alone: «كم» and «كت» are roots.
 */
function isPreposition(word: string): boolean {
  return /^[بل](?:م..|ت(?!رول).{4})/.test(word);
}

/** «س» before an unfinished verb: «سيعقد» (will hold); not in «سيطرة» (control), «سياسة» (policy), «سينما» (cinema). */
function isFuture(word: string): boolean {
  return /^س[يت](?!ا)..../.test(`${word}.`) && !futureLookalikes.test(word);
}

/** At most two: an ending of number or gender and a pronoun. */
function withoutSuffixes(word: string): string {
  let stem = word;
  for (let round = 0; round < 2; round += 1) {
    const suffix = suffixes.find((each) => stem.endsWith(each) && stem.length - each.length >= leastLetters);
    if (suffix === undefined) break;
    stem = stem.slice(0, -suffix.length);
  }
  return stem;
}
