// How single values of a subscriber are written in its record: short, and exactly the same when they are read again.

/** How one property is written and read. */
export interface Code {
  readonly write: (value: unknown) => string;
  readonly read: (text: string) => unknown;
}

export const json: Code = { write: (value) => JSON.stringify(value), read: (text) => JSON.parse(text) };

/** Bare, but for what would not come back: a record is lines, and text in quotation marks is JSON. */
export const text: Code = {
  write: (value) => (/^"|[\n\r]/.test(String(value)) ? JSON.stringify(value) : String(value)),
  read: (written) => (written.startsWith('"') ? JSON.parse(written) : written),
};

/** ISO 8601 as seconds ("s") or milliseconds ("m") to the base 36, where that gives the very same text again. */
export const instant: Code = {
  write(value) {
    const ms = Date.parse(String(value));
    if (ms % 1000 === 0 && value === toSeconds(ms)) return `s${(ms / 1000).toString(36)}`;
    return Number.isFinite(ms) && value === new Date(ms).toISOString()
      ? `m${ms.toString(36)}`
      : text.write(value);
  },
  read(written) {
    if (written.startsWith("s")) return toSeconds(Number.parseInt(written.slice(1), 36) * 1000);
    if (written.startsWith("m")) return new Date(Number.parseInt(written.slice(1), 36)).toISOString();
    return text.read(written);
  },
};

function toSeconds(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString().replace(".000Z", "Z") : "";
}

/** Texts parted by commas; JSON for a list that is empty or has a comma, a line end or a bracket in it. */
export const list: Code = {
  write(value) {
    const items = value as readonly string[];
    const isPlain = items.length > 0 && items.every((item) => /^[^,\n\r[]+$/.test(item));
    return isPlain ? items.join(",") : JSON.stringify(items);
  },
  read: (written) => (written.startsWith("[") ? JSON.parse(written) : written.split(",")),
};

/** Times of day as "0700,1830"; JSON for a list that is empty or has an anchor in it. */
export const times: Code = {
  write(value) {
    const isPlain = (item: unknown): boolean => typeof item === "string" && /^\d\d:\d\d$/.test(item);
    const wishes = value as readonly unknown[];
    return wishes.length > 0 && wishes.every(isPlain)
      ? wishes.join(",").replaceAll(":", "")
      : JSON.stringify(wishes);
  },
  read(written) {
    if (!/^\d{4}(,\d{4})*$/.test(written)) return JSON.parse(written);
    return written.split(",").map((item) => `${item.slice(0, 2)}:${item.slice(2)}`);
  },
};

/** Whole numbers to the base 36: the first, then each as the difference to the one before it. Neighbours are short. */
export const numbers: Code = {
  write(value) {
    const items = value as readonly number[];
    return items.map((item, at) => (item - (items[at - 1] ?? 0)).toString(36)).join(",");
  },
  read(written) {
    let last = 0;
    if (written === "") return [];
    return written.split(",").map((difference) => {
      last += Number.parseInt(difference, 36);
      return last;
    });
  },
};
