// The lanes of the pace: who goes before whom when messages wait for their turn.

/**
 * Rising: alerts before digests, digests before broadcasts. Replies have a share of their own (`firstReplies`) before
 * all of them; beyond it a reply waits as a digest does, and still passes every broadcast.
 */
const ranks = { alert: 1, digest: 2, reply: 2, broadcast: 3 } as const;

export type Lane = keyof typeof ranks;

export const rankOf = (lane: Lane): number => ranks[lane];

/** Replies that go first, a second (DESIGN section 6, ORDER). */
export const firstReplies = 5;

/** Stands for the rank of nobody. */
export const noRank = 99;
