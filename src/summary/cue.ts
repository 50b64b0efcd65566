// The contract of a language's news cues: words with which a newsroom marks what is new.

/** Lists of words, each separated by white space; compared normalised, without article and conjunction. */
export interface Cues {
  /** Verbs and nouns of decisions and beginnings: «قرر» (decided), «افتتح» (opened). */
  readonly decisions: string;
  /** Verbs of findings and of measures: «كشف» (revealed), «بلغ» (amounted to). */
  readonly findings: string;
  /** What findings stand in: «دراسة» (study), «بيانات» (data). */
  readonly studies: string;
  /** Who decides and finds: «وزارة» (ministry), «بلدية» (municipality). */
  readonly actors: string;
  /** What is measured: «مليون» (million), «دينار» (dinar), «طن» (ton). */
  readonly units: string;
  /** Words that make a verb a future: «سوف» (shall); Arabic «س» is seen by its form. */
  readonly future: string;
}
