// The test bench on the chat page and over HTTP: faults, limits, and what the host offers (the clock, what is due).
import type { FastifyInstance } from "fastify";
import type { Faults } from "./faults.ts";
import { type PlaygroundHost, type Spot, strides } from "./host.ts";
import { Gauge, type Limits, telegramLimits } from "./limits.ts";
import { type PlaceAsked, placeOf } from "./pagePlace.ts";
import { readFault, readLimits } from "./readFault.ts";
import type { World } from "./world.ts";

export interface Bench {
  readonly faults: Faults;
  readonly host: PlaygroundHost;
  gauge: Gauge | undefined;
}

/** A new count begins; none for undefined. */
export function setLimits(bench: Bench, limits: Limits | undefined): void {
  bench.gauge = limits === undefined ? undefined : new Gauge(limits);
}

/** What the page shows of it. */
export function benchState({ faults, host, gauge }: Bench): object {
  return {
    canDeliver: host.deliver !== undefined,
    ...(host.clock === undefined ? {} : { aheadMs: host.clock.aheadMs() }),
    faults: faults.list(),
    limits: gauge?.limits ?? null,
  };
}

export function registerBench(app: FastifyInstance, world: World, bench: Bench): void {
  const { faults, host } = bench;
  // All pages that are open show the same bench.
  const changed = (): object => {
    world.tell(0, { type: "bench" });
    return { ok: true, ...benchState(bench) };
  };
  host.clock?.listen(() => world.tell(0, { type: "bench" }));

  app.get("/playground/api/faults", async () => benchState(bench));
  app.post("/playground/api/faults", async ({ body }) => {
    faults.add(readFault(body));
    return changed();
  });
  app.delete("/playground/api/faults", async () => {
    faults.clear();
    return changed();
  });
  app.delete<{ Params: { name: string } }>("/playground/api/faults/:name", async ({ params }) => {
    faults.remove(params.name);
    return changed();
  });
  app.post("/playground/api/limits", async ({ body }) => {
    setLimits(bench, { ...telegramLimits, ...readLimits(body ?? {}) });
    return changed();
  });
  app.delete("/playground/api/limits", async () => {
    setLimits(bench, undefined);
    return changed();
  });

  const spotOf = (asked: PlaceAsked): Spot => {
    const { chat, thread = null } = placeOf(world, asked);
    return { chat: chat.id, thread };
  };
  app.post<{ Body: PlaceAsked }>("/playground/api/deliver", async ({ body }) => {
    if (host.deliver === undefined) throw new Error("the host delivers nothing");
    return { isDone: await host.deliver(spotOf(body)) };
  });
  app.post<{ Body: PlaceAsked & { by?: string } }>("/playground/api/clock", async ({ body }) => {
    if (host.clock === undefined) throw new Error("this clock cannot be moved");
    const stride = strides.find((each) => each === body.by);
    if (stride === undefined) throw new Error(`the clock moves by ${strides.join(", ")}`);
    return { isDone: await host.clock.forward(stride, spotOf(body)) };
  });
}
