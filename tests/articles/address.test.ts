// One article's address in all its writings: which are one, and which are not.
import { describe, expect, it } from "vitest";
import { addressName } from "../../src/articles/address.ts";

const plain = "https://news.example/economy/4711";

/** The same article. */
const same: readonly (readonly [what: string, one: string, other: string])[] = [
  ["http and https", plain, "http://news.example/economy/4711"],
  ["www", plain, "https://www.news.example/economy/4711"],
  ["www2", plain, "https://www2.news.example/economy/4711"],
  ["the mobile host m.", plain, "https://m.news.example/economy/4711"],
  ["the mobile host mobile.", plain, "https://mobile.news.example/economy/4711"],
  ["the mobile host below www.", plain, "https://www.m.news.example/economy/4711"],
  ["the AMP host", plain, "https://amp.news.example/economy/4711"],
  ["the case of the host", plain, "https://News.EXAMPLE/economy/4711"],
  ["the case of the scheme", plain, "HTTPS://news.example/economy/4711"],
  ["a dot after the host", plain, "https://news.example./economy/4711"],
  ["the port that the scheme has anyway", plain, "https://news.example:443/economy/4711"],
  ["the port of http", plain, "http://news.example:80/economy/4711"],
  ["a name and a password", plain, "https://reader:secret@news.example/economy/4711"],
  ["a slash at the end", plain, "https://news.example/economy/4711/"],
  ["slashes in a row", plain, "https://news.example//economy///4711"],
  ["dots in the path", plain, "https://news.example/sport/../economy/./4711"],
  ["white space around it", plain, "  https://news.example/economy/4711\n"],
  ["a fragment", plain, `${plain}#comments`],
  ["a text fragment", plain, `${plain}#:~:text=%D8%AE%D8%A8%D8%B1`],
  ["an empty fragment", plain, `${plain}#`],
  ["an empty query", plain, `${plain}?`],
  ["utm parameters", plain, `${plain}?utm_source=rss&utm_medium=feed&utm_campaign=x`],
  ["utm in capitals", plain, `${plain}?UTM_Source=rss`],
  ["Facebook's click", plain, `${plain}?fbclid=IwAR0abc`],
  ["Google's click", plain, `${plain}?gclid=abc&gbraid=1&wbraid=2`],
  ["Twitter's click", plain, `${plain}?twclid=2-abc`],
  ["TikTok's and Bing's clicks", plain, `${plain}?ttclid=1&msclkid=2`],
  ["AT Internet", plain, `${plain}?at_medium=RSS&at_campaign=KARANGA`],
  ["Matomo", plain, `${plain}?mtm_source=feed&pk_campaign=feed`],
  ["a newsletter", plain, `${plain}?mc_cid=1a2b&mc_eid=3c4d`],
  ["who sent the reader", plain, `${plain}?ref=rss&referrer=home`],
  ["a word that may be an id elsewhere", plain, `${plain}?cid=newsletter&source=rss&feed=atom`],
  ["a session", plain, `${plain}?PHPSESSID=1a2b3c`],
  ["a cache breaker", plain, `${plain}?_=1764150000`],
  ["a parameter without a value", plain, `${plain}?print`],
  ["AMP as a parameter", plain, `${plain}?amp=1`],
  ["AMP as a last folder", plain, `${plain}/amp/`],
  ["AMP as a first folder", plain, "https://news.example/amp/economy/4711"],
  ["AMP as an ending", plain, "https://news.example/economy/4711.amp"],
  ["AMP with tracking on the mobile host", plain, "http://m.news.example/economy/4711/amp?utm_source=x#top"],
  ["index.html", "https://news.example/story/9/", "https://news.example/story/9/index.html"],
  ["index.php before an id", "https://news.example/?p=123", "https://news.example/index.php?p=123"],
  ["?p= with tracking", "https://news.example/?p=123", "https://www.news.example/?utm_source=rss&p=123"],
  [
    "?id= among tracking",
    "https://news.example/n.aspx?id=5",
    "http://news.example/n.aspx?fbclid=a&id=5&utm_id=7",
  ],
  ["parameters in another order", "https://news.example/n?cat=2&id=5", "https://news.example/n?id=5&cat=2"],
  ["an empty parameter", "https://news.example/n?id=5", "https://news.example/n?id=5&lang="],
  [
    "an Arabic path with and without escapes",
    "https://news.example/خبر-عاجل",
    "https://news.example/%D8%AE%D8%A8%D8%B1-%D8%B9%D8%A7%D8%AC%D9%84",
  ],
  [
    "escapes in small letters",
    "https://news.example/%D8%AE%D8%A8%D8%B1",
    "https://news.example/%d8%ae%d8%a8%d8%b1",
  ],
  ["escapes of letters that need none", "https://news.example/news", "https://news.example/%6Eews"],
  [
    "an Arabic parameter",
    "https://news.example/?title=خبر",
    "https://news.example/?title=%D8%AE%D8%A8%D8%B1",
  ],
  [
    "a space in a parameter",
    "https://news.example/?title=خبر+عاجل",
    "https://news.example/?title=خبر%20عاجل",
  ],
  ["hamza as one letter or two", "https://news.example/أخبار", "https://news.example/ا\u0654خبار"],
  ["an Arabic host and its Punycode", "https://موقع.example/1", "https://xn--4gbrim.example/1"],
  ["a broken escape, in itself", "https://news.example/%D8%zz", "http://www.news.example/%D8%zz/"],
  ["an application's fragment", "https://news.example/#!/story/12", "http://www.news.example/#!/story/12"],
];

/** Two articles. */
const different: readonly (readonly [what: string, one: string, other: string])[] = [
  ["another number in the path", plain, "https://news.example/economy/4712"],
  ["another folder", plain, "https://news.example/sport/4711"],
  ["another host", plain, "https://other.example/economy/4711"],
  ["an edition of its own", plain, "https://arabic.news.example/economy/4711"],
  ["another port", plain, "https://news.example:8080/economy/4711"],
  ["the case of the path", "https://news.example/Ab1", "https://news.example/aB1"],
  ["?p=", "https://news.example/?p=123", "https://news.example/?p=124"],
  ["?id=", "https://news.example/n.aspx?id=5", "https://news.example/n.aspx?id=6"],
  ["?id= and none", "https://news.example/n.aspx?id=5", "https://news.example/n.aspx"],
  ["a number in a word that may be tracking", "https://news.example/a?cid=1", "https://news.example/a?cid=2"],
  ["a number that stands alone", "https://news.example/news.php?4711", "https://news.example/news.php?4712"],
  ["a title that stands alone", "https://news.example/?خبر-أول", "https://news.example/?خبر-ثان"],
  ["a page of it", "https://news.example/n?id=5", "https://news.example/n?id=5&page=2"],
  ["a language of it", "https://news.example/n?id=5&lang=ar", "https://news.example/n?id=5&lang=en"],
  ["Arabic paths", "https://news.example/خبر-أول", "https://news.example/خبر-ثان"],
  ["Arabic hosts", "https://موقع.example/1", "https://مواقع.example/1"],
  ["a word that begins as AMP", "https://news.example/ampere", "https://news.example/ere"],
  ["a folder that only ends in amp", "https://news.example/camp", "https://news.example/c"],
  ["an application's fragments", "https://news.example/#!/story/12", "https://news.example/#!/story/13"],
  ["an application's plain fragments", "https://news.example/#/story/12", "https://news.example/#/story/13"],
  ["the home page and an article", "https://news.example/", plain],
];

describe("addressName", () => {
  it.each(same)("is one for %s", (_what, one, other) => {
    expect(addressName(other)).toBe(addressName(one));
    expect(addressName(one)).toBeTypeOf("string");
  });

  it.each(different)("tells apart: %s", (_what, one, other) => {
    expect(addressName(other)).not.toBe(addressName(one));
  });

  it.each([
    "",
    "/economy/4711",
    "news.example/1",
    "mailto:a@news.example",
    "ftp://news.example/1",
    "urn:uuid:1",
    "http://",
  ])("is none for %j", (written) => expect(addressName(written)).toBeUndefined());

  it("is the name of its own writing: naming twice changes nothing", () => {
    for (const [, one, other] of [...same, ...different]) {
      for (const address of [one, other]) {
        const name = addressName(address);
        if (name?.includes("%")) continue; // A broken escape is escaped once more.
        expect(addressName(`https://${name}`), address).toBe(name);
      }
    }
  });
});
