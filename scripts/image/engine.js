// The container engine, and what compose.yaml asks for said in its own words: docker and podman take the same.
import { spawnSync } from "node:child_process";

/** The first of these that answers: docker's daemon, or podman, which has none. */
export const engine = ["docker", "podman"].find((name) => spawnSync(name, ["version"]).status === 0);

/** Runs the engine and gives its status and what it printed. */
export function ask(args, input) {
  const { status, stdout, stderr } = spawnSync(engine, args, { input, encoding: "utf8" });
  return { status, text: stdout, all: stdout + stderr };
}

/** Like `ask`, and throws where the engine or the command in the container fails. */
export function must(args, input) {
  const { status, text, all } = ask(args, input);
  if (status !== 0) throw new Error(`${engine} ${args.join(" ")}: status ${status}\n${all}`);
  return text.trim();
}

/** A service's restrictions: read-only root, capabilities, memory, processor, the temp folder. */
export function restrictions({ init, read_only, cap_drop, security_opt, tmpfs = [], user, deploy }) {
  const { memory, cpus } = deploy.resources.limits;
  return [
    ...(init ? ["--init"] : []),
    ...(read_only ? ["--read-only"] : []),
    ...cap_drop.map((name) => `--cap-drop=${name}`),
    ...security_opt.map((option) => `--security-opt=${option}`),
    ...tmpfs.map((mount) => `--tmpfs=${mount}`),
    ...(user ? [`--user=${user}`] : []),
    `--memory=${memory.toLowerCase()}`,
    `--cpus=${cpus}`,
  ];
}

/** A service's variables. */
export const variables = ({ environment = {} }) =>
  Object.entries(environment).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
