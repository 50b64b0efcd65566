// The contract of a language's page words: those with which a page speaks to its visitor, and an article hardly ever.

/** Lists of words and phrases parted by «|» or line ends; compared normalised, nouns by their stems. */
export interface PageWords {
  /** What a page is made of: «موقع» (site), «رابط» (link), «اشتراك» (subscription). News of the web has them too. */
  readonly parts: string;
  /** Names of networks, shops and devices that pages point to. */
  readonly places: string;
  /** Requests that only a page makes: «اضغط» (press), «تابعونا» (follow us). */
  readonly requests: string;
  /** Requests to many that are also verbs of news, «شاركوا» (share, or they shared): sure only where a sentence begins. */
  readonly openingRequests: string;
  /** Requests that are also verbs of news: «تابع» (follow, or he followed), «سجل» (sign up, or he recorded). */
  readonly maybeRequests: string;
  /** The visitor's things and the visitor: «بريدك» (your mail), «يمكنك» (you can). */
  readonly yours: string;
  /** The page's own things: «موقعنا» (our site). */
  readonly ours: string;
  /** What a page says of itself in set phrases: «إعادة نشر هذه المادة» (to republish this item). */
  readonly phrases: string;
  /** How a note on an author or a newspaper begins. */
  readonly notes: string;
}
