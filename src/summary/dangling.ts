// Knows sentences that lean on the one before them: they open with a connective or a pronoun.
import { normalize } from "../text/normalize.ts";

/** First words (normalised) that point back, each with or without و or ف in front. */
const openers = new Set(
  `اضاف اضافت تابع تابعت استدرك استدركت اردف اردفت استطرد استطردت اكمل اكملت ختم ختمت
   هو هي هم هما هن هذا هذه هذان هاتان هولاء ذلك تلك اولئك هنا هناك لكن لكنه لكنها لكنهم بيد غير كما كذلك ايضا لذلك لذا هكذا
   حيث ثم بل اذ مما فيما بينما عندها حينها بعدها قبلها منها فيها عنها به بها له لها لهم معه معها عليه عليها فقد
   مشددا مشيرا موضحا مضيفا نافيا موكدا لافتا مبينا معتبرا داعيا محذرا منوها مشدده مشيره موضحه مضيفه نافيه موكده لافته
   therefore however moreover he she it they this that these those but and so then also thus meanwhile nevertheless`
    .split(/\s+/)
    .map(normalize),
);

/** Openings of more than one word, normalised. */
const phrases = `من جانبه|من جانبها|من جهته|من جهتها|من ناحيته|من ناحيتها|الامر الذي|ومن ثم|علي ان ذلك|في المقابل|بدوره|بدورها|اما|الي ذلك|في السياق نفسه|في غضون ذلك|وقال|وقالت|ويقول|وتقول|واوضح|واوضحت|واشار|واشارت|واكد|واكدت|وكان|وكانت|ويري|وتري|وذكر|وذكرت|ولفت|ولفتت|وشدد|وشددت`
  .split("|")
  .map((phrase) => `${phrase} `);

/** True for a sentence that is not whole without what stands before it. */
export function isDangling(sentence: string): boolean {
  const text = `${normalize(sentence.slice(0, 80)).replace(/^["'\s(-]+/, "")} `;
  if (phrases.some((phrase) => text.startsWith(phrase))) return true;
  const first = /^[\p{L}]+/u.exec(text)?.[0] ?? "";
  return openers.has(first) || (/^[وف]/.test(first) && openers.has(first.slice(1)));
}
