// Review of digests: the operators see one some minutes before its time; then what they left of it goes out.
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { Compose, Composition } from "./compose.ts";
import type { DeliveryJob } from "./queue.ts";
import type { Review, ReviewBook } from "./reviewBook.ts";

export interface ReviewNeeds {
  readonly reviews: ReviewBook;
  readonly slotOf: (member: number) => Promise<number | null>;
  readonly readerOf: (member: number) => Promise<Subscriber | undefined>;
  readonly compose: Compose;
  readonly maxNumber: () => Promise<number>;
  /** Shows a digest to the operators; false when none of them got it. */
  readonly show: (review: Review, digest: Composition) => Promise<boolean>;
  readonly reviewSeconds: number;
  readonly now: () => Date;
}

/** What is to become of a slot whose reader's digests are reviewed. */
export type Verdict =
  /** Nobody reviews it. */
  | { readonly kind: "free" }
  | { readonly kind: "go"; readonly fixed: Fixed }
  | { readonly kind: "held" }
  /** Not decided yet: serve it at this instant (epoch seconds). */
  | { readonly kind: "later"; readonly at: number };

/** The stories that go out, whatever has come in since. */
export interface Fixed {
  readonly upTo: number;
  readonly stories: readonly number[];
  readonly carry: readonly number[];
}

export interface Reviews {
  /** Shows what comes due within the time of a review. Gives how many digests were shown. */
  round(): Promise<number>;
  /** For a slot that is due. One that nobody could see before is shown now, and goes out after the time of a review. */
  verdict(job: DeliveryJob, reader: Subscriber): Promise<Verdict>;
}

export function createReviews(needs: ReviewNeeds): Reviews {
  const { reviews, compose, reviewSeconds, now } = needs;

  /** Fixes the stories and shows them. Undefined for a digest without any: there is nothing to see, nor to send. */
  async function open(
    { member, slot }: DeliveryJob,
    reader: Subscriber,
    until: number,
  ): Promise<Review | undefined> {
    const upTo = await needs.maxNumber();
    const digest = await compose(reader, { now: new Date(until * 1000), upTo });
    if (digest.stories.length === 0) return undefined;
    const stories = digest.stories.map(({ number }) => number);
    await reviews.open({ member, slot, until, upTo, stories, carry: digest.carry });
    const review = await reviews.find(member, slot);
    return review && post(review, reader);
  }

  async function post(review: Review, reader: Subscriber): Promise<Review> {
    const { member, slot, upTo, until, stories, carry } = review;
    const digest = await compose(reader, {
      now: new Date(until * 1000),
      upTo,
      fixed: { upTo, stories, carry },
    });
    if (await needs.show(review, digest)) await reviews.notePosted(member, slot);
    return review;
  }

  return {
    async round() {
      let shown = 0;
      const at = now().getTime() / 1000;
      for (const member of await reviews.members()) {
        const slot = await needs.slotOf(member);
        if (slot === null || slot <= at || slot - at > reviewSeconds) continue;
        const reader = await needs.readerOf(member);
        if (reader?.status !== "active") continue;
        const known = await reviews.find(member, slot);
        if (known?.isPosted) continue;
        const review =
          known === undefined ? await open({ member, slot }, reader, slot) : await post(known, reader);
        if (review !== undefined) shown += 1;
      }
      return shown;
    },
    async verdict({ member, slot }, reader) {
      if (!(await reviews.isReviewed(member))) return { kind: "free" };
      // A slot that is served ahead of the wall clock (approved early, send-due --at) has come all the same.
      const at = Math.max(Math.floor(now().getTime() / 1000), slot);
      const review =
        (await reviews.find(member, slot)) ?? (await open({ member, slot }, reader, at + reviewSeconds));
      if (review === undefined) return { kind: "free" };
      if (review.state === "held") return { kind: "held" };
      if (review.state === "waiting" && at < review.until) return { kind: "later", at: review.until };
      const { upTo, carry, dropped } = review;
      const stories = review.stories.filter((story) => !dropped.includes(story));
      return { kind: "go", fixed: { upTo, stories, carry } };
    },
  };
}
