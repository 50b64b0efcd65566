// Finds the readers of a chat: its own and, in a forum, those of its topics.
import type { Redis } from "ioredis";

/** Fields of the chat's bucket with their values: the chat's own first. */
export async function fieldsOfChat(
  redis: Pick<Redis, "hgetall">,
  bucket: string,
  chat: number,
): Promise<readonly (readonly [field: string, number: number])[]> {
  const [own, topics] = [String(chat), `${chat}/`];
  return Object.entries(await redis.hgetall(bucket))
    .filter(([field]) => field === own || field.startsWith(topics))
    .map(([field, number]) => [field, Number(number)] as const)
    .sort(([one], [other]) => Number(other === own) - Number(one === own));
}
