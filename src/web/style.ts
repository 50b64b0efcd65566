// The style of all reading pages: right-to-left first, light and dark, phone and print.

/** Colours have 4.5 to 1 at least on their ground (WCAG 2.2 AA), in both themes. */
const colours = `:root {
  color-scheme: light dark;
  --ground: #fbfaf7; --raised: #ffffff; --text: #1d1b18; --quiet: #5c564c; --line: #ddd8cd;
  --link: #0a5a5e; --mark: #fbe9ae; --target: #f6cf55; --figure: #8a2f12;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #16181a; --raised: #1e2124; --text: #e9e5dc; --quiet: #aaa498; --line: #3a3e42;
    --link: #84cfcb; --mark: #4b4019; --target: #7a6210; --figure: #f0a68d;
  }
}`;

/**
 * Arabic needs a larger size and more leading than Latin letters: its marks stand far above and below the line. A measure of
 * 34 em holds 12 to 14 words. Nothing is slanted or spaced apart: neither exists in Arabic type.
 */
const type = `* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font-family: "Noto Naskh Arabic", "Amiri", "Geeza Pro", "Segoe UI", serif; font-size: 1.1875rem; line-height: 1.65; overflow-wrap: break-word; }
:lang(ar) { line-height: 1.95; }
h1 { font-size: 1.75rem; line-height: 1.4; margin: 0 0 .5rem; }
h1:lang(ar) { line-height: 1.6; }
h2 { font-size: 1.2rem; line-height: 1.6; margin: 0 0 .5rem; }
h3 { font-size: 1.05rem; line-height: 1.7; margin: 1.5rem 0 .5rem; }
h1, h2, h3 { text-wrap: balance; }
p, li { text-wrap: pretty; }
p { margin: 0 0 1em; }
a { color: var(--link); text-underline-offset: .3em; text-decoration-thickness: 1px; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 3px; }
time { white-space: normal; }`;

const frame = `.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { inset-inline-start: 1rem; inset-block-start: 1rem; padding: .25rem 1rem; background: var(--raised); }
.top { max-width: 36rem; margin: 0 auto; padding: .75rem 1.25rem 0; font-weight: 700; color: var(--quiet); }
main { max-width: 36rem; margin: 0 auto; padding: .75rem 1.25rem 2rem; }
.foot { max-width: 36rem; margin: 0 auto; padding: 1rem 1.25rem 2.5rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .9rem; }
.foot p { margin: 0; }
.wide .top, .wide main, .wide .foot { max-width: 72rem; }
.origin, .quiet { color: var(--quiet); font-size: .95rem; }
.note { border-inline-start: 4px solid var(--line); padding-inline-start: .75rem; color: var(--quiet); }
.plain { list-style: none; margin: 0; padding: 0; }
.plain li { margin-bottom: .6rem; }
.plain .quiet { display: inline-block; }
.printed { display: none; }`;

const article = `.summary { background: var(--raised); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem .5rem; margin: 1.25rem 0 1.75rem; }
.summary ol { margin: 0; padding-inline-start: 1.75rem; }
.summary li { margin-bottom: .6rem; padding-inline-start: .25rem; }
.summary ol.indic { list-style-type: arabic-indic; }
.summary li a { color: inherit; text-decoration-color: var(--line); }
.summary li a:hover { text-decoration-color: currentColor; }
.lengths { display: flex; flex-wrap: wrap; gap: .25rem .5rem; margin: 0 0 .75rem; }
.lengths a { display: inline-block; min-width: 2.75rem; padding: .1rem .9rem; border: 1px solid var(--line); border-radius: 99px; text-align: center; text-decoration: none; font-size: .95rem; }
.lengths a:lang(en) { padding-block: .25rem 0; }
.lengths a[aria-current] { background: var(--link); border-color: var(--link); color: var(--ground); }
.text p { white-space: pre-line; }
mark { background: var(--mark); color: inherit; padding: .1em .15em; border-radius: .2em; box-decoration-break: clone; -webkit-box-decoration-break: clone; scroll-margin-block: 30vh; }
mark:target { background: var(--target); }
.beside { border-top: 1px solid var(--line); padding-top: 1.25rem; margin-top: 1.75rem; }
.beside h2:not(:first-child) { margin-top: 1.5rem; }`;

const story = `.tellings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.25rem; margin: 1.25rem 0 2rem; align-items: start; }
.telling, .difference { background: var(--raised); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem; }
.telling h3 a { font-weight: 700; }
.telling h4 { font-size: 1rem; margin: 1.25rem 0 .35rem; color: var(--quiet); }
.telling ul:not(.chips) { margin: 0; padding-inline-start: 1.25rem; }
.telling li { margin-bottom: .4rem; }
.telling h3 { margin-top: .25rem; }
.chips { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; margin: 0; padding: 0; }
.chips li { margin: 0; padding: 0 .7rem; border: 1px solid var(--line); border-radius: 99px; font-size: .95rem; }
.difference { margin-bottom: 1rem; }
.difference dl { margin: 0; display: grid; gap: .75rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
.difference dt { font-weight: 700; }
.difference dd { margin: 0; }
.difference b { display: inline-block; color: var(--figure); }`;

/** Wide enough to be read on paper; what only a screen can use is left out, and the addresses of page and source are written out. */
const print = `@media print {
  :root { --ground: #fff; --raised: #fff; --text: #000; --quiet: #333; --line: #999; --link: #000; --figure: #000; color-scheme: light; }
  body { font-size: 12pt; }
  .skip, .lengths, .beside, .up { display: none; }
  main, .top, .foot, .wide main { max-width: none; padding-inline: 0; }
  mark, mark:target { background: none; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .3em; padding: 0; }
  .printed { display: block; }
  /* Isolated from its bracket on: the space before it is the sentence's. */
  .source::after { content: " \\2066(" attr(href) ")\\2069"; }
  h1, h2, h3 { break-after: avoid; }
  .summary, .telling, .difference, li { break-inside: avoid; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }`;

export const pageStyle = [colours, type, frame, article, story, print].join("\n");
