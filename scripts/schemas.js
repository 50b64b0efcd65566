// Writes config/schemas/*.json, by which editors complete the YAML. Run after a change of src/config/schemas.ts: npm run schemas
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "config", "schemas");
const printed = execFileSync(process.execPath, [join(root, "bin", "mujaz.js"), "schema"], {
  encoding: "utf8",
});
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(JSON.parse(printed))) {
  if (!name.endsWith(".yaml")) continue;
  writeFileSync(join(folder, name.replace(/yaml$/, "json")), `${JSON.stringify(schema, null, 2)}\n`);
}
