// Arabic abbreviations written with a full stop, by what the stop after them may mean.
import type { AbbreviationKind } from "../abbreviation.ts";

/** Without tashkeel and without the last stop. */
export const arabicAbbreviations: Readonly<Record<AbbreviationKind, string>> = {
  // Stand before a name: Dr, Prof., Eng., Mr, Sheikh.
  title: "د أ أ.د أ.م أ.م.د أ.د.م م.م د.م م ش آ",
  // Stand behind a figure: of the Hijra, A.D., B.C., units of length, weight, money and time.
  unit: "هـ ه م ق.م ب.م ق.هـ ق.ه كم كلم سم مم ملم كغ كغم كجم غ غم جم مل ل كم² م² م³ ر.س د.إ د.ك ج.م ل.ل ل.س ص ب.ظ ق.ظ",
  // Page, P.O. box, volume, edited by, et cetera, Arab Republic of Egypt, agencies.
  any: "ص.ب مج تح إلخ الخ ج.م.ع أ.ف.ب د.ب.أ أ.ش.أ و.م.أ ش.م.م ش.م.ع إ.ع",
};

/** Words with which no sentence begins: behind an abbreviation they carry the sentence on. Without tashkeel. */
export const arabicContinuations =
  "من في عن على إلى الى حتى وحتى بين أو او أم أن ان إن مع عند قبل بعد منذ التي الذي الذين وبين أي دون ضد نحو حول وإلى وعلى ومن وعن";
