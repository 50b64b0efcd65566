// Readers as a bot has them: most are people with a digest of one message, some have one of several, and groups have one for
// each topic, so that a chat waits for its second and a forum for its minute while the others go on.

const long = { items: 20, length: "long" };

/** Messages of a long digest of the sample content: checked by whoever counts what has come. */
export const longParts = 2;

/** Of a hundred messages; the others go to people one by one. */
const shares = { longPeople: 15, groups: 3, smallForums: 5, largeForums: 12 };

/** Topics of a forum; half of a large one's are long, so it gets 30 messages where 20 a minute may come. */
const [smallForum, largeForum] = [5, 20];

/** Readers of `messages` messages, more or less, in no order: `{ chat, thread, settings }`. */
export function mixOf(messages) {
  const part = (share) => Math.round((messages * share) / 100);
  const people = (from, count, settings = {}) =>
    Array.from({ length: count }, (_, at) => ({ chat: from + at, thread: null, settings }));
  const forum = (chat, topics, settingsOf) =>
    Array.from({ length: topics }, (_, at) => ({ chat, thread: at + 2, settings: settingsOf(at) }));
  const forums = (from, count, topics, settingsOf) =>
    Array.from({ length: count }, (_, at) => forum(from - at, topics, settingsOf)).flat();
  const small = Math.round(part(shares.smallForums) / smallForum);
  const large = Math.round(part(shares.largeForums) / (largeForum * ((1 + longParts) / 2)));
  const others = Object.values(shares).reduce((sum, share) => sum + share, 0);
  return [
    ...people(5_000_000, part(100 - others)),
    ...people(6_000_000, Math.round(part(shares.longPeople) / longParts), long),
    ...people(-3_000_000, part(shares.groups)).map((group, at) => ({ ...group, chat: -3_000_000 - at })),
    ...forums(-1_000_000, small, smallForum, () => ({})),
    ...forums(-2_000_000, large, largeForum, (at) => (at % 2 === 0 ? long : {})),
  ];
}
