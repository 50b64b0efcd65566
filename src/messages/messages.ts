// Says the bot's own sentences: Fluent with plurals and bidi isolates, values escaped for Telegram's HTML.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { balanceIsolates } from "../text/direction.ts";
import { escapeHtml } from "../text/html.ts";

/** How one reader is spoken to. */
export interface Voice {
  readonly locale: string;
  readonly digits: "latin" | "arabic";
}

/** A value that is already HTML and must not be escaped again. */
export interface Html {
  readonly html: string;
}

export type MessageValues = Readonly<Record<string, string | number | Html>>;

export interface Messages {
  /** Codes of the languages there are, the default first. */
  readonly locales: readonly string[];
  /** HTML for a message. Strings among the values are escaped; numbers follow the voice's digits. */
  say(voice: Voice, id: string, values?: MessageValues): string;
  /** Plain text for buttons, menus and toasts, where no markup is understood. */
  plain(voice: Voice, id: string, values?: MessageValues): string;
  /** The nearest language we speak: "ar-EG" gives "ar", an unknown one gives `otherwise`. */
  nearest(code: string | undefined, otherwise: string): string;
}

const numberings = { latin: "latn", arabic: "arab" } as const;

/**
 * Builds the messages from the texts of the Fluent files. `sources` maps a locale code to a file's text.
 * Throws when an id is missing at use: a message that nobody wrote is our bug, not the reader's.
 */
export function createMessages(sources: Readonly<Record<string, string>>, first: string): Messages {
  const locales = [first, ...Object.keys(sources).filter((code) => code !== first)];
  const bundles = new Map<string, FluentBundle>();
  for (const locale of locales) {
    const resource = new FluentResource(sources[locale] ?? "");
    for (const [digits, numbering] of Object.entries(numberings)) {
      const bundle = new FluentBundle(`${locale}-u-nu-${numbering}`);
      bundle.addResource(resource);
      bundles.set(`${locale}/${digits}`, bundle);
    }
  }

  function format(voice: Voice, id: string, values: Record<string, FluentVariable>): string {
    for (const locale of [voice.locale, first]) {
      const bundle = bundles.get(`${locale}/${voice.digits}`);
      const pattern = bundle?.getMessage(id)?.value;
      if (bundle !== undefined && pattern) return bundle.formatPattern(pattern, values);
    }
    throw new Error(`No message "${id}" in config/messages/${first}.ftl`);
  }

  return {
    locales,
    say: (voice, id, values = {}) => format(voice, id, prepare(values, escapeHtml)),
    plain: (voice, id, values = {}) =>
      format(
        voice,
        id,
        prepare(values, (text) => text),
      ),
    nearest(code, otherwise) {
      const language = code?.toLowerCase().split("-")[0] ?? "";
      return locales.includes(language) ? language : otherwise;
    },
  };
}

/** Fluent puts each value between isolates: what a value itself leaves open, or closes too often, must not reach them. */
function prepare(values: MessageValues, toSafe: (text: string) => string): Record<string, FluentVariable> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string"
        ? toSafe(balanceIsolates(value))
        : typeof value === "number"
          ? value
          : value.html,
    ]),
  );
}
