// What the reading pages need of the house. It is looked up with every page: the configuration may be read again meanwhile.
import type { ArticleStore } from "../articles/article-store.ts";
import type { Messages } from "../messages/messages.ts";
import type { HijriShift } from "../text/dates.ts";
import type { SentenceCounts } from "./article/shownSummary.ts";

/** What a page is rendered with. */
export interface PageLook {
  /** Zone in which days are shown; digits are those of its country. */
  readonly zone: string;
  /** Days to move Hijri dates by. */
  readonly hijriShift?: HijriShift | undefined;
  readonly messages: Pick<Messages, "locales" | "nearest" | "plain">;
  /** Sentences of a summary at each length. */
  readonly sentences: SentenceCounts;
  /** PUBLIC_URL. */
  readonly publicUrl: string | undefined;
}

export interface PagesNeeds extends PageLook {
  readonly shelf: Pick<ArticleStore, "byNumber" | "byNumbers" | "storyOf" | "stories" | "latest">;
}
