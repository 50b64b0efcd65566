// /review: whose digests the operators see first; and the buttons under such a digest.
import type { Story } from "../../articles/article.ts";
import type { Review, ReviewBook } from "../../delivery/reviewBook.ts";
import { renderReview, reviewAction, titleWords } from "../../delivery/reviewScreen.ts";
import { sided } from "../../digest/wording.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { toLatinDigits } from "../../text/digits.ts";
import { stale } from "../buttons.ts";
import type { Action, Command, Pressed, Request } from "../command.ts";

export interface ReviewScreenNeeds {
  readonly messages: Messages;
  readonly reviews: ReviewBook;
  readonly subscriberOf: (number: number) => Promise<Subscriber | undefined>;
  /** A reader by @name, chat id or opaque number. */
  readonly findReader: (words: string) => Promise<number | undefined>;
  /** The chat's title as Telegram has it. */
  readonly titleOf: (member: number) => Promise<string | undefined>;
  readonly storiesOf: (review: Review) => Promise<readonly Story[]>;
  /** Makes this slot due now; false when it is gone. */
  readonly bringForward: (member: number, slot: number, now: Date) => Promise<boolean>;
  readonly reviewMinutes: number;
}

/** `/review` lists, `/review on @channel`, `/review off 42`. */
export function createReviewCommand(needs: ReviewScreenNeeds): Command {
  const { messages, reviews } = needs;
  const called = async (voice: Voice, member: number): Promise<string> =>
    titleWords(messages, voice, member, await needs.titleOf(member));
  return {
    name: "review",
    isListed: false,
    audience: "operators",
    async run({ voice, argument }) {
      const usage = { on: "/review on @name", off: "/review off @name", minutes: needs.reviewMinutes };
      if (argument === "") {
        const titles = await Promise.all((await reviews.members()).map((each) => called(voice, each)));
        const lines = titles.map((title) => sided(voice, messages.say(voice, "review-of", { title })));
        const head = messages.say(voice, "review-list", { count: titles.length });
        const html = [head, ...lines, messages.say(voice, "review-usage", usage)].join("\n");
        return [{ html }];
      }
      const [, turn, words = ""] = /^(on|off)\s+(\S+)$/i.exec(toLatinDigits(argument)) ?? [];
      if (turn === undefined) return [{ html: messages.say(voice, "review-usage", usage) }];
      const member = await needs.findReader(words);
      if (member === undefined) return [{ html: messages.say(voice, "review-nobody", { name: words }) }];
      const isOn = turn.toLowerCase() === "on";
      await reviews.turn(member, isOn);
      const values = { title: await called(voice, member), minutes: needs.reviewMinutes };
      return [{ html: messages.say(voice, isOn ? "review-on" : "review-off", values) }];
    },
  };
}

/** `rv:out.MEMBER.SLOT.STORY` and `rv:in.…`, `rv:go.MEMBER.SLOT`, `rv:hold.MEMBER.SLOT`. */
export function createReviewAction(needs: ReviewScreenNeeds): Action {
  const { messages, reviews } = needs;

  async function screen(request: Request, review: Review): Promise<Pressed> {
    const reader = await needs.subscriberOf(review.member);
    if (reader === undefined) return stale(messages, request.voice);
    const { zone } = request.reader.subscriber;
    const shown = { stories: await needs.storiesOf(review), zone, title: await needs.titleOf(review.member) };
    return { edit: renderReview(messages, request.voice, review, shown) };
  }

  return {
    name: reviewAction,
    audience: "operators",
    async run(request) {
      const { voice, now, argument } = request;
      const shape = /^([a-z]+)\.(\d{1,15})\.(\d{1,12})(?:\.(\d{1,12}))?$/;
      const [, step = "", member = "", slot = "", story] = shape.exec(argument) ?? [];
      const [of, at] = [Number(member), Number(slot)];
      const review = await reviews.find(of, at);
      if (review === undefined) return stale(messages, voice);
      // Another operator was faster, or its time has come: the screen shows what it came to.
      const isOver = review.state !== "waiting" || now.getTime() / 1000 >= review.until;
      if (isOver) return { ...(await screen(request, review)), toast: messages.plain(voice, "review-over") };
      if ((step === "out" || step === "in") && review.stories.includes(Number(story))) {
        await reviews.drop(of, at, Number(story), step === "out");
      } else if (step === "go" && (await reviews.decide(of, at, "approved"))) {
        await needs.bringForward(of, at, now);
      } else if (step === "hold") {
        await reviews.decide(of, at, "held");
      } else {
        return stale(messages, voice);
      }
      return screen(request, (await reviews.find(of, at)) ?? review);
    },
  };
}
