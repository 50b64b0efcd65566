// The contract of what `mujaz doctor` finds.

export interface Finding {
  readonly check: string;
  readonly status: "ok" | "fault" | "skipped";
  readonly detail: string;
  readonly mend?: string;
}

/** A finding that does not know yet which check found it. */
export type Found = Omit<Finding, "check">;

export const ok = (detail: string): Found => ({ status: "ok", detail });
export const skipped = (detail: string): Found => ({ status: "skipped", detail });
export const fault = (detail: string, mend: string): Found => ({ status: "fault", detail, mend });
