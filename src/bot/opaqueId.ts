// Stands for a person's or a chat's id in keys that live for minutes: who reads the key does not read the id.
import { createHash } from "node:crypto";

/** The same for the same id; no two of a bot's chats meet in 16 hexadecimal digits. */
export function opaqueId(id: number): string {
  return createHash("sha256").update(String(id)).digest("hex").slice(0, 16);
}
