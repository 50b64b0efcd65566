// What of a reader's past outside of the record shapes a digest: what alerts told, and what a restore of Redis undid.
import type { Subscriber } from "../subscribers/subscriber.ts";
import { type Restored, wasThere } from "./ledger.ts";
import type { ComposeAt } from "./shape.ts";

export interface CircumstanceNeeds {
  /** Numbers of the stories that alerts have told already. */
  readonly alerted: (member: number) => Promise<readonly number[]>;
  readonly restored: () => Promise<Restored | null>;
}

export type Circumstances = (
  member: number,
  reader: Subscriber,
) => Promise<Pick<ComposeAt, "except" | "restored">>;

export function createCircumstances({ alerted, restored }: CircumstanceNeeds): Circumstances {
  return async (member, reader) => {
    const except = reader.alerts ? await alerted(member) : [];
    const last = await restored();
    return last !== null && wasThere(reader, last) ? { except, restored: last } : { except };
  };
}
