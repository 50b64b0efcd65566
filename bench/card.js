// What a digest's card costs: laid out and drawn, and what of it the event loop feels.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createDrawCard } from "../dist/delivery/cardPicture.js";
import { readContent } from "./articles.js";

const rounds = 30;

export async function printCard() {
  const titles = readContent().flatMap(({ title }) => (typeof title === "string" ? [title] : []));
  const draw = createDrawCard();
  const drawn = async (round, count) => {
    const begun = performance.now();
    const bytes = await draw(cardOf(titles, round, count));
    return { ms: performance.now() - begun, bytes: bytes?.length ?? 0 };
  };
  const first = await drawn(0, 5);
  console.log(`first card, the renderer and its typeface loaded: ${first.ms.toFixed(0)} ms`);
  for (const count of [1, 5, 10]) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const all = [];
    for (let round = 1; round <= rounds; round += 1) all.push(await drawn(round, count));
    delay.disable();
    const ms = all.map((one) => one.ms).sort((a, b) => a - b);
    const kilobytes = all.reduce((sum, one) => sum + one.bytes, 0) / all.length / 1000;
    console.log(
      `${count} stories: ${ms[rounds / 2]?.toFixed(0)} ms a card (median of ${rounds}), ${kilobytes.toFixed(0)} kB, event loop held for ${(delay.max / 1e6).toFixed(0)} ms at most`,
    );
  }
  const begun = performance.now();
  for (let again = 0; again < 200; again += 1) await draw(cardOf(titles, rounds, 10));
  console.log(`a card drawn before: ${((performance.now() - begun) / 200).toFixed(2)} ms`);
}

/** Each round is a card of its own: nothing of it is remembered. */
function cardOf(titles, round, count) {
  const stories = Array.from({ length: count }, (_, index) => ({
    title: titles[(round + index) % titles.length],
    direction: "rtl",
    outlet: "صحيفة المرفأ ومصدر آخر", // the newspaper and one more source
    ordinal: String(index + 1),
  }));
  const day = `الثلاثاء ${round} نوفمبر 2026`; // Tuesday … November
  return {
    direction: "rtl",
    name: "موجز",
    day,
    stories,
    others: (left) => `و${left} أخبار أخرى`,
    address: "@mujaz_bot",
  };
}
