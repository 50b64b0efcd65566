// A kind of Redis key, and what a backup does with it.

/**
 * "reader": in the line of its reader. "beside": in lines behind its reader's. "shelf": articles and stories, which belong
 * together. "whole": any other key that is kept. "header": in the first line. "derived": made anew from other lines. "no": left out.
 */
export type Keeping = "reader" | "beside" | "shelf" | "whole" | "header" | "derived" | "no";

export interface KeyKind {
  /** As the documents name it, without the prefix; N is a number, … is anything. */
  readonly name: string;
  /** The line of /privacy that tells readers of it, where it holds something of theirs. */
  readonly told?: string;
  readonly what: string;
  readonly keeping: Keeping;
  /** How long it lives; why a backup leaves it out, where it does. */
  readonly life: string;
}
