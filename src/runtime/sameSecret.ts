// Compares a secret with what was given, in a time that tells nothing of either.
import { createHash, timingSafeEqual } from "node:crypto";

/** In constant time, whatever the lengths are. */
export function isSameSecret(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
