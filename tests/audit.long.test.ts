// The audit as a process with the real npm, against a registry that knows a weakness, has no audits, or never answers.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./root.ts";

let folder: string;
const servers: Server[] = [];

const odd = { version: "1.0.0", license: "MIT", integrity: "sha512-AAAA", engines: { node: ">=99" } };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mujaz-audit-"));
  cpSync(join(root, "scripts"), join(folder, "scripts"), { recursive: true });
  const pack = { name: "small", version: "1.0.0", type: "module", engines: { node: ">=20.19.0" } };
  const dependencies = { odd: "1.0.0" };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...pack, dependencies }));
  writeFileSync(
    join(folder, "package-lock.json"),
    JSON.stringify({
      name: pack.name,
      version: pack.version,
      lockfileVersion: 3,
      requires: true,
      packages: { "": { name: pack.name, version: pack.version, dependencies }, "node_modules/odd": odd },
    }),
  );
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function auditAgainst(listener: RequestListener): Promise<{ status: number | null; output: string }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const child = spawn(process.execPath, [join(folder, "scripts", "audit.js")], {
    env: { ...process.env, npm_config_registry: registry, npm_config_cache: join(folder, "cache") },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return await new Promise((resolve) => child.on("close", (status) => resolve({ status, output })));
}

describe("npm run audit", () => {
  it("fails at a weakness of high severity, and at an engine that is too new", async () => {
    const advisory = {
      id: 1,
      url: "https://advisories.example/1",
      title: "Reads too much",
      severity: "high",
      vulnerable_versions: "<1.0.1",
    };
    const manifest = (version: string): object => ({ name: "odd", version, dist: {} });
    const { status, output } = await auditAgainst((request, response) => {
      response.setHeader("content-type", "application/json");
      const isAudit = request.url?.endsWith("/advisories/bulk");
      const versions = { "1.0.0": manifest("1.0.0"), "1.0.1": manifest("1.0.1") };
      response.end(
        JSON.stringify(
          isAudit ? { odd: [advisory] } : { name: "odd", "dist-tags": { latest: "1.0.1" }, versions },
        ),
      );
    });
    expect(output).toContain(
      "audit: odd 1.0.0 has a known weakness, high: Reads too much (https://advisories.example/1). Run: npm install --save-exact odd@1.0.1",
    );
    expect(output).toContain("audit: package-lock.json: odd 1.0.0 asks for Node >=99, we promise >=20.19.0.");
    expect(output).toContain("1 packages, 2 faults");
    expect(status).toBe(1);
  });

  it.each<[string, RequestListener, string]>([
    ["has no audits", (_request, response) => response.writeHead(405).end(), "405"],
    ["never answers", () => undefined, "no answer within"],
  ])("goes on without a registry that %s", async (_what, listener, why) => {
    const { output } = await auditAgainst(listener);
    expect(output).toMatch(new RegExp(`known weaknesses: skipped: .*${why}`));
    expect(output).toContain("1 packages, 1 faults");
  });
});
