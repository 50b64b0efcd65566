// Errors of sockets, DNS, TLS and the HTTP parser in words. Codes are read, never prose.
import { errors } from "undici";
import { codeOf } from "../runtime/fault.ts";
import { Ended, type Failed, failed, type Refused } from "./ended.ts";

const again = "it is tried again at the next round";
const spelling = "check the spelling of the address";
const certificate = "their certificate must be mended by the publisher; until then use another address";
const way = "check this machine's network; it is tried again at the next round";

const words: Readonly<Record<string, readonly [reason: string, mend: string]>> = {
  ENOTFOUND: ["there is no such host", spelling],
  ENODATA: ["there is no such host", spelling],
  EAI_AGAIN: ["the name service did not answer", way],
  ECONNREFUSED: ["nothing listens there", "check host and port; it is tried again at the next round"],
  ECONNRESET: ["the connection was cut", again],
  EPIPE: ["the connection was cut", again],
  UND_ERR_SOCKET: ["the connection was cut", again],
  ETIMEDOUT: ["it does not answer", again],
  UND_ERR_CONNECT_TIMEOUT: ["it does not answer", again],
  EHOSTUNREACH: ["no way leads there", way],
  ENETUNREACH: ["no way leads there", way],
  UND_ERR_HEADERS_OVERFLOW: ["its headers are too large", "tell the publisher"],
  HPE_HEADER_OVERFLOW: ["its headers are too large", "tell the publisher"],
  CERT_HAS_EXPIRED: ["its certificate has expired", certificate],
  CERT_NOT_YET_VALID: ["its certificate is not valid yet", `check this machine's clock; else ${certificate}`],
  CERT_REVOKED: ["its certificate was revoked", certificate],
  DEPTH_ZERO_SELF_SIGNED_CERT: ["its certificate is signed by itself", certificate],
  SELF_SIGNED_CERT_IN_CHAIN: ["its certificate is signed by nobody known", certificate],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ["its chain of certificates is incomplete", certificate],
  UNABLE_TO_GET_ISSUER_CERT: ["its certificate is signed by nobody known", certificate],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ["its certificate is signed by nobody known", certificate],
  ERR_TLS_CERT_ALTNAME_INVALID: ["its certificate is for another host", certificate],
};

/** What an error means for the request; the code stands in parentheses. An {@link Ended} gives the answer it carries. */
export function toAnswer(error: unknown): Refused | Failed {
  if (error instanceof Ended) return error.answer;
  const code = codeOfTrouble(error);
  const [reason, mend] = words[code] ?? byFamily(code);
  return failed(`${reason} (${code === "" ? "no code" : code})`, mend);
}

/** The code of an error; "HPE" for one of the HTTP parser, which undici 7.30 leaves without (it looks the name up by number). */
export function codeOfTrouble(error: unknown): string {
  const code = codeOf(error);
  return code === "" && error instanceof errors.HTTPParserError ? "HPE" : code;
}

function byFamily(code: string): readonly [reason: string, mend: string] {
  if (code.startsWith("HPE")) return ["it does not speak HTTP", spelling];
  if (/^(ERR_SSL_|ERR_TLS_|EPROTO$)/.test(code)) {
    return ["no secure connection came about", "try the http: address, or tell the publisher"];
  }
  if (/CERT|ISSUER|CRL/.test(code)) return ["its certificate cannot be trusted", certificate];
  return ["the request broke", again];
}
