// Keeps nothing, tells all: every call of the Bot API with its parameters and its answer, to who listens.
import type { ResponseParameters } from "./apiError.ts";
import type { FaultKind } from "./faults.ts";
import type { Params } from "./method.ts";

export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: ResponseParameters;
    };

export interface Call {
  /** As it was written. */
  readonly method: string;
  /** As they came: JSON inside a form is still text, files are Uploads. */
  readonly params: Params;
  /** Undefined where the connection broke without one (a planned reset). */
  readonly answer: Answer | undefined;
  /** The method did its work, also where its answer was spoiled. */
  readonly isDone: boolean;
  /** The planned fault that struck it. */
  readonly fault?: FaultKind;
}

export type CallListener = (call: Call) => void;

export class Calls {
  readonly #listeners = new Set<CallListener>();

  /** Gives the function that ends it. */
  listen(listener: CallListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(call: Call): void {
    for (const listener of this.#listeners) listener(call);
  }
}
