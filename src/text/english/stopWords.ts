// English stop words, compiled by hand from the closed classes: articles, pronouns, prepositions, auxiliaries.

/** Lower case, as `normalize` gives words. */
export const englishStopWords: readonly string[] = `
a an the and or but if then than so of in on at to from by for with without about into over under between after before
during since until against through per via is are was were be been being has have had having do does did done will would
can could may might must shall should it its he she they them his her hers their theirs our ours we us you your yours i me
my mine myself himself herself itself themselves this that these those there here who whom whose which what when where why
how not no nor only also as such more most less least some any all each every both either neither other another same very
just up down out off again once too now yet still however said says say told s t
`
  .split(/\s+/)
  .filter((word) => word !== "");
