// What a feed's last fault means, in the viewer's words; the sources' own words, which are English, stand beside it.

/** As src/sources and the readers of feeds word them: the status or the code decides, where one stands in parentheses. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\(ENOTFOUND\)|\(ENODATA\)|no such host|has no address/, "desk-trouble-host"],
  [/CERT|certificate|\(ERR_TLS|\(ERR_SSL|secure connection/, "desk-trouble-certificate"],
  [/\(404\)|nothing at this address|\(410\)/, "desk-trouble-gone"],
  [/\((401|402|403|407|451)\)|forbids|robots/, "desk-trouble-forbidden"],
  [/\(5\d\d\)|server is in trouble/, "desk-trouble-server"],
  [/ECONNREFUSED|nothing listens/, "desk-trouble-refused"],
  [/took longer|does not answer|TIMEDOUT|TIMEOUT|EAI_AGAIN|UNREACH|no way leads/, "desk-trouble-silent"],
  [/cut|broke|ECONNRESET|EPIPE|SOCKET/, "desk-trouble-cut"],
  [/too large|packed|headers are/, "desk-trouble-large"],
  [/redirect/, "desk-trouble-redirects"],
  [/could not be taken in/, "desk-trouble-ours"],
  [/no feed|not text|binary|is not XML|page|JSON|XML|empty/, "desk-trouble-no-feed"],
];

/** The id of a message. */
export function troubleOf(reason: string): string {
  return kinds.find(([shape]) => shape.test(reason))?.[1] ?? "desk-trouble-other";
}
