// The terms of the index: what is not held by any article any more is forgotten.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addPosting,
  createPostings,
  eachPosting,
  sweepPostings,
} from "../../../src/articles/search/postings.ts";
import { createVocabulary } from "../../../src/articles/search/vocabulary.ts";

describe("the vocabulary", () => {
  it("forgets the terms that a sweep leaves empty, and takes them up again", () => {
    const vocabulary = createVocabulary();
    for (const [place, term] of ["ميناء", "مطار", "قطار", "جسر"].entries())
      addPosting(vocabulary.listOf(term), place, 1); // port, airport, train, bridge
    const sweep = (): boolean => vocabulary.walk(2, (list) => sweepPostings(list, (place) => place === 2));
    for (let isDone = false; !isDone; ) isDone = sweep();
    expect(vocabulary.size).toBe(1);
    const word = { plain: "ميناء", term: "ميناء", isOpen: false };
    expect(vocabulary.meaningsOf(word)).toEqual([]);
    addPosting(vocabulary.listOf("ميناء"), 9, 1);
    expect(vocabulary.meaningsOf(word)).toMatchObject([{ weight: 1, postings: { count: 1 } }]);
  });
});

describe("a list of articles", () => {
  it("gives back the places and bytes that it was given, however far apart", () => {
    const steps = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 3_000_000 }), fc.integer({ min: 0, max: 255 })),
    );
    fc.assert(
      fc.property(steps, (given) => {
        const list = createPostings("x");
        const expected: [number, number][] = [];
        let place = -1;
        for (const [step, how] of given) {
          place += step;
          expected.push([place, how]);
          addPosting(list, place, how);
        }
        const read: [number, number][] = [];
        eachPosting(list, (at, how) => read.push([at, how]));
        expect(read).toEqual(expected);
        expect(list.count).toBe(given.length);
      }),
    );
  });
});
