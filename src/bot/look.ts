// How a reader's stories look, from the reader's own settings.
import type { Look } from "../digest/digest.ts";
import { voiceOf } from "../digest/wording.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { Topics } from "./shelf.ts";

/** `fixed` is what config says for all readers. */
export function lookOf(
  reader: Subscriber,
  now: Date,
  topics: Pick<Topics, "name">,
  fixed: Pick<Look, "sentences" | "hijriShift">,
): Look {
  const { zone, calendar, length, locale } = reader;
  return {
    voice: voiceOf(reader),
    zone,
    calendar,
    length,
    now,
    sentences: fixed.sentences,
    hijriShift: fixed.hijriShift,
    topicName: (topic) => topics.name(locale, topic),
  };
}
