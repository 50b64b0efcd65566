// Cues: words with which a newsroom marks a decision, a finding or a figure.
import { stem } from "../../text/stem.ts";
import type { ScoreSentences } from "../feature.ts";

const cues = new Set(
  `أعلن أعلنت قرر قررت قرار كشف كشفت أطلق أطلقت افتتح افتتحت أظهرت أظهر دراسة تقرير نتائج اتفاق ارتفع ارتفعت انخفض انخفضت
   تراجع بلغ بلغت نسبة مليون مليار announced decided launched found study report percent million billion agreement`
    .split(/\s+/)
    .map(stem),
);

/** 0, 0.5 or 1: none, one, or more cues and figures. */
export const byCue: ScoreSentences = ({ sentences }) =>
  sentences.map(({ stems, text }) => {
    const found = stems.filter((each) => cues.has(each)).length + (/[0-9٠-٩]/.test(text) ? 1 : 0);
    return Math.min(found, 2) / 2;
  });
