// Knows sentences that lean on the one before them: they open with a connective, a pronoun or a report without its speaker.
import { normalize } from "../text/normalize.ts";
import { actors, adverbs, onlyJoined, opensAlone, phrases, pointers, reports, wawWords } from "./openings.ts";

/**
 * "leans": not whole without what stands before it, «وأضاف أن …» (and he added that). "joined": its «و» (and) ties it to
 * something, «ويضم 14 محطة» (and it has 14 stations). "named": the same with its subject named behind the verb,
 * «وقررت الوزارة» (and the ministry decided). "free": may stand first.
 */
export type Opening = "free" | "named" | "joined" | "leans";

const leaning: ReadonlySet<string> = new Set([...pointers, ...adverbs]);
const leaningJoined: ReadonlySet<string> = new Set(onlyJoined);
const leaningPhrase = new RegExp(`^[وف]?(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`, "u");
const wholeOpening = new RegExp(`^(?:${opensAlone.join("|")})(?![\\p{L}\\p{N}])`, "u");
const wawWord = new RegExp(`^(?:${wawWords.join("|")})`, "u");

/** What stands behind a verb of report that does not name its speaker: «إن», «في», a comma, a colon. */
const noSpeaker =
  /^(?:$|\s*[:،,"]|\s+(?:ب?ان(?:ه|ها|هم)?|الي|في|خلال|علي|عن|من|عبر|ايضا|قايلا|قايله|بالقول|حديثه|حديثها|كلمته|كلمتها)(?!\p{L}))/u;
/** The same without «و»: «قال إن العمل بدأ» (said that the work began). «يذكر أن» (it is recalled that) has no speaker at all. */
const says = /^(?!يذكر )\p{L}+ ب?ان(?:ه|ها|هم)?(?!\p{L})/u;

/** «جاء ذلك في» (that came in), «السبب في ذلك» (the reason of that). */
const pointsBehind = /^[وف]?\p{L}+ (?:(?:في|من|عن|علي) )?ذلك(?!\p{L})/u;

/** «وفي المدينة» (and in the city), «وعن التمويل» (and about the funding). */
const joinedPreposition = /^و(?:في|من|عن|مع|علي|الي|بين|بعد|قبل|منذ|خلال|عند|لدي|حول)(?!\p{L})/u;

/** «و» with a verb, and behind it a definite noun or one of those who act in the news. */
const namedSubject = new RegExp(`^و[يتا-ي]\\p{L}+ (?:ال\\p{L}{2,}|(?:${actors.join("|")})(?!\\p{L}))`, "u");

/** So many units hold every opening. */
const sight = 100;

/** How a sentence opens. */
export function openingOf(sentence: string): Opening {
  const text = normalize(sentence.slice(0, sight)).replace(/^[^\p{L}\p{N}]+/u, "");
  if (wholeOpening.test(text)) return "free";
  const [first = ""] = /^\p{L}+/u.exec(text) ?? [];
  const bare = /^[وف]\p{L}{2}/u.test(first) ? first.slice(1) : undefined;
  if (
    leaning.has(first) ||
    (bare !== undefined && leaning.has(bare)) ||
    leaningPhrase.test(text) ||
    pointsBehind.test(text)
  )
    return "leans";
  if (reports.has(first) && says.test(text)) return "leans";
  if (bare !== undefined && leaningJoined.has(bare)) return "leans";
  if (bare !== undefined && reports.has(bare) && noSpeaker.test(text.slice(first.length))) return "leans";
  if (joinedPreposition.test(text)) return "joined";
  if (!/^و\p{L}{3}/u.test(first) || wawWord.test(first)) return "free";
  return namedSubject.test(text) ? "named" : "joined";
}

/** True for a sentence that is not whole without what stands before it. */
export function isDangling(sentence: string): boolean {
  return openingOf(sentence) === "leans";
}
