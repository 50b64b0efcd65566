// Faults of the machine around us that a person can mend: said in one sentence, with the mend.

export type RuntimeFaultKind =
  | "data-dir-busy"
  | "data-dir-unusable"
  | "redis-unreachable"
  | "redis-missing"
  | "redis-child"
  | "in-process-not-shared"
  | "ephemeral-refused"
  | "store-newer"
  | "address-unusable";

/** Print `message`, then `mend`, and exit with status 1; the stack is of no use to anybody. */
export class RuntimeFault extends Error {
  readonly kind: RuntimeFaultKind;
  /** What to do about it, one sentence. */
  readonly mend: string;

  constructor(kind: RuntimeFaultKind, message: string, mend: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.kind = kind;
    this.mend = mend;
  }
}

/** Another process owns the data folder. */
export class DataDirBusy extends RuntimeFault {
  readonly holder: { readonly pid: number; readonly role: string };

  constructor(dataDir: string, holder: { readonly pid: number; readonly role: string }) {
    super(
      "data-dir-busy",
      `Another mujaz (${holder.role}, process ${holder.pid}) is already using the data folder ${dataDir}.`,
      "Stop that one first, or give this one a folder of its own with DATA_DIR=…",
    );
    this.holder = holder;
  }
}

/** The address to listen on is taken. */
export class PortInUse extends RuntimeFault {
  constructor(host: string, port: number, cause: unknown) {
    super(
      "address-unusable",
      `Port ${port} on ${host} is in use by another program.`,
      `Choose another port, e.g. PORT=${port < 65535 ? port + 1 : 3001} npm start`,
      cause,
    );
  }
}

/** The code of a system error ("ECONNREFUSED"), or "" for anything else. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === "string" ? code : "";
}
