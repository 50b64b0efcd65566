// Fits blocks of text into as few messages as can be, and uses the room of these for as many sentences as they hold.
import { visibleLength } from "../text/html.ts";

/** One story that can be told in more or fewer sentences. */
export interface Block {
  /** Sentences that are wished for. */
  readonly most: number;
  readonly render: (sentences: number) => string;
}

/**
 * The blocks in groups of at most `room` UTF-16 units once parsed, in order. As many groups as the shortest telling needs,
 * one sentence a block; within these the longest blocks give up sentences first. A block over the room stands alone.
 */
export function fitBlocks(blocks: readonly Block[], room: number): readonly (readonly string[])[] {
  const shortest = blocks.map((block) => toTold(block, Math.min(block.most, 1)));
  const fewest = pack(shortest, room).length;
  const told = blocks.map((block) => toTold(block, block.most));
  for (;;) {
    const groups = pack(told, room);
    if (groups.length <= fewest) return groups;
    const longest = longestOf(told);
    const one = told[longest];
    if (one === undefined) return groups;
    told[longest] = toTold(one.block, one.sentences - 1);
  }
}

interface Told {
  readonly block: Block;
  readonly sentences: number;
  readonly html: string;
  readonly units: number;
}

function toTold(block: Block, sentences: number): Told {
  const html = block.render(sentences);
  return { block, sentences, html, units: visibleLength(html) };
}

/** Index of the longest block that can give up a sentence; -1 when none can. */
function longestOf(told: readonly Told[]): number {
  let longest = -1;
  for (const [index, { sentences, units }] of told.entries()) {
    if (sentences > 1 && units > (told[longest]?.units ?? 0)) longest = index;
  }
  return longest;
}

function pack(blocks: readonly Told[], room: number): string[][] {
  const groups: string[][] = [];
  let used = 0;
  for (const { html, units } of blocks) {
    const last = groups.at(-1);
    // Two line breaks part the blocks.
    if (last === undefined || used + units + 2 > room) {
      groups.push([html]);
      used = units + 2;
    } else {
      last.push(html);
      used += units + 2;
    }
  }
  return groups;
}
