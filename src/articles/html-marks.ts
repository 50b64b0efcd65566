// What the markup of a page says of its parts: names of elements, classes and ids that are no part of an article.

/** Elements inside a line: they end no block. */
export const inlineTags: ReadonlySet<string> = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q s small source span strike strong sub sup svg time tt u var wbr script style br".split(
    " ",
  ),
);

const unreadTags: ReadonlySet<string> = new Set(
  "script style noscript template button select option iframe svg object video audio canvas textarea".split(
    " ",
  ),
);

/** Parts of a program or controls: never text, wherever they stand. */
export function isUnread(tag: string): boolean {
  return unreadTags.has(tag) || /^amp-(?:ad|analytics|social-share|sidebar|iframe|video|consent)/.test(tag);
}

const tagMarks: Readonly<Record<string, string>> = {
  nav: "menu",
  menu: "menu",
  aside: "aside",
  footer: "footer",
  header: "header",
  figure: "figure",
  figcaption: "figure",
  form: "form",
  dialog: "hidden",
  marquee: "ticker",
};

/** By mark: words of a class or an id, a blank where a hyphen, an underline or a capital letter parted them. */
const wordMarks: readonly (readonly [mark: string, words: string])[] = [
  [
    "related",
    "related|relatednews|relatedposts|relatedarticles|recommend|recommended|recommendation|recommendations|suggested|suggestions|readalso|read also|also read|alsoread|see also|seealso|read more|readmore|read next|more news|more stories|more from|more articles|mostread|mostviewed|most read|most viewed|most popular|popular posts|popular|trending|trends|latest news|latest posts|latest articles|taboola|outbrain|mgid|you may like|may like|might like|next article|next post|prev next|post navigation|nav links|yarpp|relatedposts|similar|similar posts|crosslinks|in other news|teaser|teasers|news list|other news",
  ],
  [
    "share",
    "share|shares|sharing|sharedaddy|sharebar|sharethis|social|socials|socialmedia|social media|addthis|addtoany|follow|followus|follow us|jssocials|whatsapp|telegram|google news",
  ],
  ["comments", "comment|comments|commentlist|commentform|respond|disqus|fb comments|replies|comment respond"],
  [
    "caption",
    "caption|captions|figcaption|credit|credits|imgcaption|imagecaption|photocaption|image desc|img desc|photo credit|image source|image title|img title|photo title|gallery",
  ],
  [
    "byline",
    "byline|bylines|author|authors|authorbox|author box|author bio|author name|author info|authorname|writer|writers|posted by|vcard|journalist|reporter|editor name|publisher",
  ],
  [
    "stamp",
    "post meta|entry meta|article meta|news meta|meta|postmeta|metadata|timestamp|publish date|published|published date|pub date|pubdate|date|dates|datetime|date time|time ago|updated|update time|last update|reading time|readtime|read time|read duration|views|view count|viewcount|counter|counters|hits|breadcrumb|breadcrumbs|breadcrump|crumbs|post info|article info|subinfo|dateline meta",
  ],
  [
    "tags",
    "tags|tagcloud|tag cloud|taglist|tag list|post tags|article tags|tags links|keywords|hashtags|topics list",
  ],
  [
    "promotion",
    "ad|ads|advert|adverts|advertisement|advertising|adsbygoogle|adbox|adslot|ad slot|ad container|sponsor|sponsored|promo|promos|promotion|banner|banners|dfp|newsletter|newsletters|subscribe|subscription|signup|sign up|mailchimp|mc4wp|app download|app promo|download app|appstore|paywall|regwall|donate|donation|cta|call to action|join us|join channel|notification|notifications|push",
  ],
  [
    "widget",
    "widget|widgets|sidebar|side bar|sidebars|sidecolumn|weather|prayer|prayers|praytimes|ticker|newsticker|breaking|currency|currencies|poll|polls|vote|survey|quiz|rating|ratings|stocks|exchange rates|horoscope|horoscopes|live score|matches|podcast|audio player|player|listen|tts",
  ],
  [
    "page",
    "cookie|cookies|consent|gdpr|cmp|onetrust|modal|popup|overlay|lightbox|toast|skip link|skip|screen reader text|sr only|visually hidden|visuallyhidden|footer|copyright|copyrights|toolbar|print|printable|font size|fontsize|text size|article tools|tools|navigation|nav|navbar|navmenu|menu|submenu|mega menu|login|signin|search|searchform|pagination|pager|paginator|page links|toc|table of contents|ez toc|disclaimer|editors note|language switcher|lang switch",
  ],
];

/** Marks that pages also give to what is text, so that a paragraph inside stays. */
export const weakMarks: ReadonlySet<string> = new Set(["stamp", "page", "header", "share"]);

const markByWord: ReadonlyMap<string, string> = new Map(
  wordMarks.flatMap(([mark, words]) => words.split("|").map((word) => [word, mark] as const)),
);
const longestWord = Math.max(...[...markByWord.keys()].map((word) => word.split(" ").length));

/** «no-sidebar», «has-comments» tell of the page, and page builders call every box a widget. */
const ofThePage =
  /(?:^|\s)(?:elementor|e-con|wp-block-(?:group|column|columns)|et_pb|vc_|td-pb|jeg_|tdb)[\w-]*|(?:^|[\s_-])(?:no|has|with|without|is|have|hide|show)[_-][\w-]*|\b(?:tag|category|post|page|status|format|type|single|template)-[\w%-]+/g;

/** The longest class list that is looked at (characters). */
const longest = 300;

/** What the element is by its name, its role, or a word of its class or id; undefined for what may be text. */
export function markOf(tag: string, attributes: Readonly<Record<string, string>>): string | undefined {
  if (isHidden(attributes)) return "hidden";
  if (tag in tagMarks) return tagMarks[tag];
  if (tag === "html" || tag === "body") return undefined;
  const role = attributes["role"];
  if (role === "navigation" || role === "menu" || role === "search") return "menu";
  if (role === "complementary") return "aside";
  if (role === "contentinfo") return "footer";
  if (role === "dialog" || role === "alertdialog") return "hidden";
  const named = [
    attributes["class"],
    attributes["id"],
    attributes["data-testid"],
    attributes["data-component"],
  ];
  let found: string | undefined;
  for (const names of named) {
    if (names === undefined || names === "" || names.length > longest) continue;
    found ??= markOfNames(names);
  }
  return found;
}

const known = new Map<string, string | undefined>();
/** The memory of class lists forgets all at so many. */
const mostKnown = 5000;

function markOfNames(names: string): string | undefined {
  if (known.has(names)) return known.get(names);
  if (known.size >= mostKnown) known.clear();
  const mark = names
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(ofThePage, " ")
    .split(/\s+/)
    .map(markOfName)
    .find((one) => one !== undefined);
  known.set(names, mark);
  return mark;
}

/** The mark of one name, «td-post-sharing-top»: of the longest run of its words that has one. */
function markOfName(name: string): string | undefined {
  const words = name.split(/[^a-z]+/).filter((word) => word !== "");
  if (
    words.some((word) =>
      /^(?:body|content|contents|wrapper|wrap|main|articlebody|bodytext|entry|container|page)$/.test(word),
    )
  )
    return words.length > 2 ? undefined : markByWord.get(words.find((word) => strong.has(word)) ?? "");
  for (let size = Math.min(longestWord, words.length); size > 0; size -= 1)
    for (let at = 0; at + size <= words.length; at += 1) {
      const mark = markByWord.get(words.slice(at, at + size).join(" "));
      if (mark !== undefined) return mark;
    }
  return undefined;
}

/** Words that «-content» or «-wrapper» behind them change nothing of. */
const strong: ReadonlySet<string> = new Set(
  "related comments comment sidebar cookie newsletter share social footer caption tags author breadcrumb widget poll weather".split(
    " ",
  ),
);

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return (
    "hidden" in attributes ||
    attributes["aria-hidden"] === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes["style"] ?? "")
  );
}
