// Decides whether an article tells an event that another one has told already.
import { stems } from "../text/stem.ts";

/** What of an article is compared. Made once an article. */
export interface Fingerprint {
  readonly storyId: string;
  /** Milliseconds. */
  readonly published: number;
  /** Stem → weight, of unit length. */
  readonly weights: ReadonlyMap<string, number>;
  readonly title: ReadonlySet<string>;
  /** Figures that tell one event from another: no years, no single digits. */
  readonly figures: ReadonlySet<string>;
}

/** Follow-ups come within three days; the same words later tell another event. */
export const windowMs = 72 * 3_600_000;

/** Above this the texts are the same but for a few words, whatever their titles and figures. */
const sameText = 0.8;

/** Two reports of one event share this much of their words, of their titles, and at least so many figures. */
const sameEvent = { words: 0.38, title: 0.34, figures: 2 };

export function toFingerprint(article: {
  readonly storyId: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
}): Fingerprint {
  const title = stems(article.title);
  const counts = new Map<string, number>();
  for (const stem of stems(article.text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const raw = [...counts].map(([stem, count]) => [stem, 1 + Math.log(count)] as const);
  const length = Math.hypot(...raw.map(([, weight]) => weight)) || 1;
  return {
    storyId: article.storyId,
    published: Date.parse(article.published),
    weights: new Map(raw.map(([stem, weight]) => [stem, weight / length])),
    title: new Set(title),
    figures: figuresOf(`${article.title} ${article.text}`),
  };
}

/**
 * The story of the most similar recent article, if they tell the same event; conservative, for two stories of one event
 * are a smaller evil than one story of two. The words alone never join, unless they are nearly all the same.
 */
export function findStory(candidate: Fingerprint, recent: readonly Fingerprint[]): string | undefined {
  let best: { storyId: string; words: number } | undefined;
  for (const other of recent) {
    if (Math.abs(other.published - candidate.published) > windowMs) continue;
    const words = cosine(candidate.weights, other.weights);
    if (words <= (best?.words ?? 0) || !isSameEvent(candidate, other, words)) continue;
    best = { storyId: other.storyId, words };
  }
  return best?.storyId;
}

function isSameEvent(a: Fingerprint, b: Fingerprint, words: number): boolean {
  if (words >= sameText) return true;
  if (words < sameEvent.words) return false;
  return overlap(a.title, b.title) >= sameEvent.title && shared(a.figures, b.figures) >= sameEvent.figures;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return sum;
}

/** Share of the shorter title's stems that stand in the other. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const size = Math.min(a.size, b.size);
  return size === 0 ? 0 : shared(a, b) / size;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((one) => b.has(one)).length;
}

function figuresOf(text: string): Set<string> {
  const latin = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[٫]/g, ".");
  const figures = latin.match(/\d+(?:[.,]\d+)*/g) ?? [];
  return new Set(
    figures
      .map((one) => one.replace(/,(?=\d{3})/g, ""))
      .filter((one) => one.length > 1 && !/^(?:19|20)\d\d$/.test(one)),
  );
}
