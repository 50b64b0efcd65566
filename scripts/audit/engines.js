// Whether the runtime packages say that they run on the oldest Node that we promise.

/** Packages that declare a newer Node and run on ours all the same (docs/dependencies.md), each with the reason. */
export const engineExceptions = {
  "js-redis-server": "for trying out only; tests run it on 20",
  "lua-redis-wasm": "comes with js-redis-server",
  cookie: "comes with fastify's test injector, which processes do not load",
};

/** For `npm query`: whatever does not admit `node`, the lowest version of our own range (">=20.19.0"). */
export function engineQuery(range) {
  const lowest = /^>=(\d+\.\d+\.\d+)$/.exec(range)?.[1];
  if (lowest === undefined) throw new Error(`package.json: engines.node is "${range}", expected ">=20.19.0"`);
  return `:attr(engines, [node]):not(:semver(${lowest}, :attr(engines, [node])))`;
}

/** `found` is what that query gave; what only developers install is theirs to judge. */
export function engineFaults(found, packages, range) {
  const runtime = new Set(packages.filter(({ isRuntime }) => isRuntime).map(({ place }) => place));
  return found
    .filter(({ location, name }) => runtime.has(location) && !(name in engineExceptions))
    .map(
      ({ name, version, engines }) =>
        `package-lock.json: ${name} ${version} asks for Node ${engines.node}, we promise ${range}. Take an older version, or try it on the oldest Node and add it with a reason to engineExceptions in scripts/audit/engines.js`,
    );
}
