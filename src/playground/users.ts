// The fictitious people of the playground. Chat ids of private chats are their user ids.

export interface User {
  /** The N of `?user=N`. */
  readonly user: number;
  readonly id: number;
  readonly name: string;
}

const names = ["ليلى", "سالم", "مريم", "يونس", "هند", "زياد"];

export const users: readonly User[] = names.map((name, index) => ({
  user: index + 1,
  id: 1001 + index,
  name,
}));

/** In whose name anonymous administrators write. https://core.telegram.org/bots/api#message */
export const anonymousId = 1_087_968_824;

/** The person of `?user=N`; the first for a number that nobody has. */
export function userOf(number: number): User {
  const [first] = users;
  const found = users.find(({ user }) => user === number) ?? first;
  if (found === undefined) throw new Error("the playground has no users");
  return found;
}

/** The person with this Telegram id. */
export function userWithId(id: number): User | undefined {
  return users.find((each) => each.id === id);
}
