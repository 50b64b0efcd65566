// English abbreviations written with a full stop, by what the stop after them may mean.
import type { AbbreviationKind } from "../abbreviation.ts";

/** Without the last stop. */
export const englishAbbreviations: Readonly<Record<AbbreviationKind, string>> = {
  title:
    "Mr Mrs Ms Dr Prof Gen Sen Rep Gov Lt Col Sgt Capt Maj Adm Cmdr Pres Hon Rev Fr St Mt vs e.g i.e cf approx",
  unit: "km cm mm kg mg lb lbs oz ft a.m p.m am pm B.C A.D",
  any: "No Nos p pp vol Vol Fig Ch Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec etc al",
  name: "Inc Ltd Co Corp Jr Sr U.S U.K U.N E.U U.S.A D.C Ph.D M.D",
};

/** Words that begin a sentence behind an abbreviation; any other capital may be the next part of a name: "U.S. Army". */
export const englishBeginnings =
  "The A An He She It They We I You This That These Those But And In On At For From However Meanwhile When While After Before If As There His Her Its Their Some Many Most";
