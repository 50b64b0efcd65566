// Tells the name of a news agency or a correspondent from any other name in a dateline.

const agency =
  /^(?:ال)?(?:وكال[ةه]|وكالات|مراسل\S*|رويترز|الأناضول|الاناضول|واس|وام|قنا|بنا|كونا|بترا|سانا|واج|شينخوا|فرانس برس|أسوشيتد برس|[أا]\s?ف\s?ب|د\s?ب\s?[أا]|أ\s?ش\s?أ|خاص|نيوز|أنباء|صحيف[ةه])(?=\s|$)|(?:نيوز|للأنباء|الإخباري[ةه]?)$/;

export function isAgency(name: string): boolean {
  return agency.test(name);
}

/** "Agencies", "exclusive", "our correspondent": they mark a dateline and name nobody. */
const nameless = /^(?:ال)?(?:وكالات|خاص|مراسل)/;

/** The agency that a dateline names: of «القاهرة - وكالة ضفاف» ("Cairo - Difaf Agency") the second part. */
export function agencyOf(dateline: string): string | undefined {
  return dateline
    .split(/\s*[-–—()]\s*/)
    .map((part) => part.trim())
    .find((part) => isAgency(part) && !nameless.test(part));
}
