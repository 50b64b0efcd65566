// An ingester of the content folder for tests, wired as the house wires it.
import { readingOf } from "../../src/articles/incoming.ts";
import { createIngest, type Ingest } from "../../src/articles/ingest.ts";
import { createIntake, type IntakeNeeds } from "../../src/articles/intake.ts";
import { createStoryFinder } from "../../src/articles/story-finder.ts";

export function ingesterOf(needs: Omit<IntakeNeeds, "finder">): Ingest {
  const { rules, topics, summarySentences } = needs;
  const reading = readingOf({ boilerplate: rules, topics, summarySentences });
  return createIngest(createIntake({ ...needs, finder: createStoryFinder(needs.store) }), reading);
}
