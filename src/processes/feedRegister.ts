// The register of feeds alone: what lists and switches them needs no web client.
import { createRegister, type Register } from "../sources/register.ts";
import type { House } from "./house.ts";

export function openRegister({ config, main }: Pick<House, "config" | "main">): Register {
  return createRegister(main, config.env.redisPrefix, config.sources.feeds);
}
