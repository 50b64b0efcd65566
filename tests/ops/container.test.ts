// What no test can start is read closely (`npm run image` starts it): Dockerfile, compose.yaml and the sample for systemd.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { names, secretNames } from "../../src/config/variables.ts";
import { processNames } from "../../src/processes/start.ts";
import { root } from "../root.ts";
import { copiedPaths, dockerfile, healthcheck, lastOf, stages } from "./container.ts";

const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

describe("the Dockerfile", () => {
  it("passes the linter, which does find faults", () => {
    expect(validate(dockerfile)).toEqual([]);
    expect(validate(dockerfile.replace("EXPOSE 3000", "EXPOS 3000")).map(({ message }) => message)).toEqual([
      "Unknown instruction: EXPOS",
    ]);
    expect(validate(dockerfile.replace("STOPSIGNAL SIGTERM", "STOPSIGNAL TERM")).length).toBeGreaterThan(0);
  });

  it("builds in one stage and runs in another, on a Node that package.json allows, by major tag", () => {
    const all = stages(dockerfile);
    expect(all).toHaveLength(2);
    const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
    const least = Number(/\d+/.exec(engines.node)?.[0]);
    for (const [from] of all) {
      const [, major] = /^node:(\d+)-bookworm-slim\b/.exec(from?.words ?? "") ?? [];
      expect(Number(major)).toBeGreaterThan(least);
    }
  });

  it("runs as a user without rights, whom only the data folder belongs to; it is open to the group root alone", () => {
    expect(lastOf("USER")).toBe("1000"); // node
    expect(lastOf("RUN")).toBe("install -d -o node -g root -m 0770 /data");
    expect(lastOf("VOLUME")).toBe('["/data"]');
    const run =
      stages(dockerfile)
        .at(-1)
        ?.map(({ name }) => name) ?? [];
    expect(run.indexOf("USER")).toBeGreaterThan(run.lastIndexOf("COPY"));
    expect(run.indexOf("USER")).toBeGreaterThan(run.lastIndexOf("RUN"));
    for (const { name, words } of stages(dockerfile).flat())
      if (name === "COPY") expect(words).not.toMatch(/--chown|--chmod/);
  });

  it("is stopped by the signal that Mujaz hears, without a shell in between", () => {
    expect(lastOf("STOPSIGNAL")).toBe("SIGTERM");
    for (const name of ["ENTRYPOINT", "CMD"]) expect(lastOf(name)).toMatch(/^\[.*\]$/);
    expect(JSON.parse(lastOf("ENTRYPOINT"))).toEqual(["node", "bin/mujaz.js"]);
    expect(existsSync(join(root, "bin", "mujaz.js"))).toBe(true);
    expect(healthcheck().slice(0, 2)).toEqual(["node", "-e"]);
  });

  it("names no secret, copies what is there, and leaves secrets out of its context", () => {
    expect(copiedPaths().length).toBeGreaterThan(5);
    for (const path of copiedPaths()) expect(existsSync(join(root, path)), path).toBe(true);
    for (const name of secretNames) expect(dockerfile).not.toContain(name);
    const ignored = read(".dockerignore").split("\n");
    for (const name of [".env", ".env.*", "secrets", "data", ".git", "node_modules", "dist"])
      expect(ignored).toContain(name);
    for (const path of ["src", "config", "content", "scripts", "bin", "tsconfig.json", "package.json"])
      expect(ignored).not.toContain(path);
  });
});

// Of the Compose specification (https://github.com/compose-spec/compose-spec/blob/main/spec.md) what we use, and nothing else.
const duration = z.string().regex(/^\d+(s|m|h)$/);
const bytes = z.string().regex(/^\d+(K|M|G)$/);
const volume = z.string().regex(/^[\w./-]+:\/[\w/-]+(:ro)?$/);
const service = z.strictObject({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()),
  restart: z.enum(["no", "always", "on-failure", "unless-stopped"]),
  init: z.boolean().optional(),
  user: z.string().optional(),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal("ALL")]),
  security_opt: z.tuple([z.literal("no-new-privileges:true")]),
  tmpfs: z.array(z.string().regex(/^\/tmp:/)).optional(),
  stop_grace_period: duration,
  env_file: z.array(z.strictObject({ path: z.string(), required: z.boolean() })).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(volume),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/)).optional(),
  profiles: z.array(z.enum(["one", "scaled"])).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal("service_healthy") })).optional(),
  healthcheck: z
    .union([
      z.strictObject({ disable: z.literal(true) }),
      z.strictObject({
        test: z.array(z.string()),
        interval: duration,
        timeout: duration,
        retries: z.int().positive(),
      }),
    ])
    .optional(),
  logging: z.strictObject({
    driver: z.literal("json-file"),
    options: z.strictObject({ "max-size": z.string(), "max-file": z.string() }),
  }),
  deploy: z.strictObject({
    replicas: z.int().positive().optional(),
    resources: z.strictObject({ limits: z.strictObject({ cpus: z.string(), memory: bytes }) }),
  }),
});
const composeSchema = z.strictObject({
  name: z.string(),
  "x-mujaz": z.unknown(),
  "x-pages": z.unknown(),
  "x-no-pages": z.unknown(),
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
});

describe("compose.yaml", () => {
  const compose = composeSchema.parse(parse(read("compose.yaml"), { merge: true }));
  const { redis, ...ours } = compose.services;
  const inProfile = (profile: "one" | "scaled") =>
    Object.values(ours).filter(({ profiles }) => profiles?.includes(profile));

  it("has limits, a read-only root and no rights for everything, and a word of its own for a key that nobody knows", () => {
    expect(Object.keys(compose.services).length).toBe(5);
    const spoiled = parse(read("compose.yaml").replace("restart: unless-stopped", "restrat: always"), {
      merge: true,
    });
    expect(composeSchema.safeParse(spoiled).success).toBe(false);
  });

  it("keeps what Redis is told, and evicts nothing", () => {
    const said = redis?.command.join(" ");
    expect(said).toContain("--appendonly yes");
    expect(said).toContain("--maxmemory-policy noeviction");
    expect(redis?.volumes).toEqual(["redis:/data"]);
    expect(redis?.ports).toBeUndefined();
    for (const { depends_on: needs } of Object.values(ours)) expect(needs).toHaveProperty("redis");
  });

  it("runs all in one process, or each of the Procfile's lines by itself", () => {
    expect(inProfile("one").map(({ command }) => command)).toEqual([["start"]]);
    expect(inProfile("scaled").map(({ command }) => command)).toEqual(
      processNames.map((name) => ["start", name]),
    );
    for (const { ports, healthcheck: check } of Object.values(ours))
      expect(ports === undefined).toBe(check !== undefined);
  });

  it("sets only names that Mujaz knows, no secret, and mounts every volume that it declares", () => {
    const known: readonly string[] = [...names, "NODE_OPTIONS"];
    for (const { environment = {}, volumes, ports } of Object.values(ours)) {
      expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
      expect(Object.keys(environment)).not.toContain("BOT_TOKEN");
      expect(environment["DATA_DIR"]).toBe("/data");
      expect(environment["REDIS_URL"]).toBe("redis://redis:6379/0");
      // Pages are reached from outside the container; who has none finds there what plays Telegram.
      expect(environment["HOST"]).toBe(ports === undefined ? "web" : "0.0.0.0");
      expect(volumes).toContain("data:/data");
      expect(volumes).toContain("./config:/app/config:ro");
    }
    expect(Object.keys(compose.volumes)).toEqual(["data", "redis"]);
  });

  it("has a process reap what others leave behind, and workers may be several", () => {
    for (const { init } of Object.values(ours)) expect(init).toBe(true);
    expect(ours["worker"]?.deploy.replicas).toBe(2);
    // A port of the machine belongs to one container.
    for (const { ports, deploy } of Object.values(ours))
      if (ports !== undefined) expect(deploy.replicas).toBeUndefined();
  });

  it("gives a process longer to stop than Mujaz takes for one closer", () => {
    for (const { stop_grace_period: grace } of Object.values(ours))
      expect(Number.parseInt(grace, 10)).toBeGreaterThan(20);
  });
});

describe("the sample for systemd", () => {
  const unit = read("docs", "ops", "mujaz.service");
  const value = (key: string): string | undefined => new RegExp(`^${key}=(.*)$`, "m").exec(unit)?.[1];

  it("starts, reloads and stops Mujaz as it wants to be", () => {
    expect(value("ExecStart")).toBe("/usr/bin/node bin/mujaz.js start");
    expect(value("ExecReload")).toBe("/bin/kill -HUP $MAINPID");
    expect([value("KillSignal"), value("KillMode")]).toEqual(["SIGTERM", "mixed"]);
    expect(Number(value("TimeoutStopSec"))).toBeGreaterThan(20);
    expect(`/var/lib/${value("StateDirectory")}`).toBe(
      /DATA_DIR=(\S+)/.exec(value("Environment") ?? "")?.[1],
    );
    expect([value("User"), value("ProtectSystem"), value("NoNewPrivileges")]).toEqual([
      "mujaz",
      "strict",
      "yes",
    ]);
    // V8 makes code while it runs.
    expect(value("MemoryDenyWriteExecute")).toBeUndefined();
  });

  const hasAnalyze = spawnSync("systemd-analyze", ["--version"]).status === 0;
  if (!hasAnalyze) console.log("skipped: systemd-analyze is not on PATH");
  it.runIf(hasAnalyze)("has no key that systemd does not know", () => {
    const { stdout, stderr } = spawnSync(
      "systemd-analyze",
      ["verify", join(root, "docs", "ops", "mujaz.service")],
      {
        encoding: "utf8",
      },
    );
    expect(`${stdout}${stderr}`).not.toMatch(/mujaz\.service:\d+/);
  });
});
