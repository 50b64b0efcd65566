// Wires the sending again of dead letters: for the command line and for the dashboard.
import { createResender, type Resender } from "../delivery/resend.ts";
import type { House } from "./house.ts";

export function openResender({ agenda, subscribers, main, redis, config }: House): Resender {
  return createResender({
    agenda,
    subscribers,
    redis: main,
    connect: () => redis.connect("alerts"),
    prefix: config.env.redisPrefix,
  });
}
