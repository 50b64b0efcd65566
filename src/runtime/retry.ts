// How long to wait before trying again.

/**
 * Exponential backoff with full jitter (Brooker, "Exponential Backoff And Jitter", 2015): a whole number of
 * milliseconds, uniform in [0, min(capMs, baseMs × 2^attempt)]. `attempt` counts from 0; `random` gives [0, 1).
 */
export function backoffMs(
  attempt: number,
  { baseMs, capMs }: { readonly baseMs: number; readonly capMs: number },
  random: () => number,
): number {
  const ceilingMs = Math.min(capMs, baseMs * 2 ** Math.max(0, attempt));
  return Math.floor(random() * (ceilingMs + 1));
}
