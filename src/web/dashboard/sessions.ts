// Who has logged in to the dashboard, kept in Redis for all web processes; and how often a wrong token may be tried.
import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import { isSameSecret } from "../../runtime/sameSecret.ts";

export interface Sessions {
  /** A new session, for whoever has given the right token: its id, for the cookie. */
  open(): Promise<string>;
  /** False for one that has ended, was made up, or was opened with another token. */
  isOpen(id: string): Promise<boolean>;
  close(id: string): Promise<void>;
  /** Compares a token; `from` is the address that it came from. */
  tryToken(given: string, from: string): Promise<"right" | "wrong" | "wait">;
}

export const sessionSeconds = 7 * 86_400;

/** Tries that fail, from one address within a minute; then even the right token has to wait until the minute is over. */
const mostTries = 10;
const trySeconds = 60;

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url");

export function createSessions(redis: Redis, prefix: string, token: string): Sessions {
  // Under a hash: who reads the store cannot log in with what stands there.
  const keyOf = (id: string): string => `{${prefix}}:dashboard:session:${hash(id)}`;
  // With another token every session has ended; the id, which the store does not hold, keeps the token from being guessed here.
  const proofOf = (id: string): string => createHmac("sha256", id).update(token).digest("base64url");
  return {
    async open() {
      const id = randomBytes(32).toString("base64url");
      await redis.set(keyOf(id), proofOf(id), "EX", sessionSeconds);
      return id;
    },
    async isOpen(id) {
      if (id.length !== 43) return false;
      const proof = await redis.get(keyOf(id));
      return proof !== null && isSameSecret(proof, proofOf(id));
    },
    async close(id) {
      await redis.del(keyOf(id));
    },
    async tryToken(given, from) {
      const tries = `{${prefix}}:dashboard:tries:${hash(from)}`;
      // Counted before it is compared: many at the same moment are many tries.
      const counted = await redis.multi().set(tries, 0, "EX", trySeconds, "NX").incr(tries).exec();
      if (Number(counted?.[1]?.[1] ?? 0) > mostTries) return "wait";
      if (!isSameSecret(given, token)) return "wrong";
      await redis.del(tries);
      return "right";
    },
  };
}
