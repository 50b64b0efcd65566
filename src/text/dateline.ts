// Finds the dateline of an agency report: the place and the agency before its first sentence.

const agencies = [
  "رويترز",
  "أ ?ف ?ب",
  "ا ?ف ?ب",
  "أ\\.ف\\.ب\\.?",
  "فرانس برس",
  "د ?ب ?أ",
  "د\\.ب\\.أ\\.?",
  "أ ?ب",
  "أسوشيتد ?برس",
  "الأناضول",
  "وكالات",
  "الوكالات",
  "أ ?ش ?أ",
  "أ\\.ش\\.أ\\.?",
  "وام",
  "واس",
  "قنا",
  "كونا",
  "بنا",
  "بترا",
  "سونا",
  "وفا",
  "سانا",
  "واع",
  "شينخوا",
  "سبوتنيك",
  "خاص",
  "(?:وكالة|وكاله|صحيفة|جريدة|موقع) [\\p{L}]+",
  "reuters",
  "afp",
  "ap",
  "dpa",
  "upi",
  "xinhua",
  "agencies",
].join("|");

/** At most four words of a place, or two places with «و» or a stroke. */
const place = "[\\p{L}\\p{M}]+(?:[ /،,]+[\\p{L}\\p{M}]+){0,3}";
const dash = "[-–—/:|]";
/** Between place and agency stands a mark: «قطاع خاص» (private sector) is no dateline. */
const joint = `(?:\\s*(?:${dash}|،|,)\\s*[(«"“]?|\\s*[(«"“])\\s*`;

/** «القاهرة - رويترز:», «القاهرة (رويترز) -», "CAIRO (Reuters) -", «الرياض - «الصحيفة»:». */
const prefix = new RegExp(
  `^(?:${place}${joint}(?:${agencies})\\s*[)»"”]?\\s*${dash}+|${place}\\s*${dash}\\s*[(«"“][^()«»"“”.]{2,30}[)»"”]\\s*${dash}+)\\s+`,
  "iu",
);

const alone = new RegExp(`^${place}${joint}(?:${agencies})\\s*[)»"”]?\\s*${dash}*$`, "iu");

const longest = 90;

/** Length of the dateline with which a line begins, white space after it included; 0 when there is none. */
export function datelineLength(line: string): number {
  const opening = line.slice(0, longest);
  return /[-–—/:|]/.test(opening) ? (prefix.exec(opening)?.[0].length ?? 0) : 0;
}

/** True for a line that is nothing but a dateline. */
export function isDateline(line: string): boolean {
  return line.length <= longest && alone.test(line);
}
