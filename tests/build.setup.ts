// Builds `dist` before the suite when it is stale: process and CLI tests run the built code.
import { execFileSync } from "node:child_process";

export default function setup(): void {
  execFileSync(process.execPath, ["scripts/build.js", "--if-stale"], { stdio: "inherit" });
}
