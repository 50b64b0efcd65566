// The contract of what `mujaz doctor` finds.

export interface Finding {
  readonly check: string;
  /** "warning": no fault of what is installed; what is about to be started mends it, and `release` must not stop it. */
  readonly status: "ok" | "fault" | "warning" | "skipped";
  readonly detail: string;
  readonly mend?: string;
}

/** A finding that does not know yet which check found it. */
export type Found = Omit<Finding, "check">;

export const ok = (detail: string): Found => ({ status: "ok", detail });
export const skipped = (detail: string): Found => ({ status: "skipped", detail });
export const fault = (detail: string, mend: string): Found => ({ status: "fault", detail, mend });
export const warning = (detail: string, mend: string): Found => ({ status: "warning", detail, mend });
