// What can be said of the packages without a network: where they come from, whether that can be proven, what they run.

/** Packages that may have an install script, each with the reason. */
export const installScripts = {
  "msgpackr-extract": "looks for a binary that came prebuilt; msgpackr works without it",
};

/** What is wrong and how to mend it, one line each; nothing when all is well. */
export function lockFaults(packages) {
  return packages.flatMap((one) => [...originFaults(one), ...scriptFaults(one)]);
}

/** `.npmrc` has npm leave out the registry's own addresses: whatever stands there is another origin. */
function originFaults({ name, version, link, resolved, integrity }) {
  const named = `package-lock.json: ${name} ${version ?? ""}`.trimEnd();
  if (link === true || resolved !== undefined) {
    const from = link === true ? `the folder ${resolved}` : withoutSecrets(resolved);
    return [
      `${named} comes from ${from}, not from the npm registry. Install a published version of it: npm install --save-exact ${name}@VERSION`,
    ];
  }
  if (!/^sha512-/.test(integrity ?? "")) {
    return [
      `${named} has no SHA-512 integrity hash, so another file could take its place. Take its entry out of package-lock.json and run: npm install --package-lock-only`,
    ];
  }
  return [];
}

function scriptFaults({ name, version, hasInstallScript }) {
  if (hasInstallScript !== true || name in installScripts) return [];
  return [
    `package-lock.json: ${name} ${version} runs a script when it is installed. Do without it, or read the script and add the package with a reason to installScripts in scripts/audit/lock.js`,
  ];
}

/** Addresses of git and of private servers may carry a password. */
function withoutSecrets(address) {
  return address.replace(/\/\/[^/@]*@/, "//");
}

/** Deprecated packages, as far as the lock file says so: worth a look, no fault. */
export function lockWarnings(packages) {
  return packages
    .filter(({ deprecated }) => deprecated !== undefined)
    .map(({ name, version, deprecated }) => `${name} ${version} is deprecated: ${deprecated}`);
}

/** Every version in package.json is one version, so that nothing comes in by itself. */
export function versionFaults({ dependencies = {}, devDependencies = {}, overrides = {} }) {
  return Object.entries({ ...overrides, ...devDependencies, ...dependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
    .map(
      ([name, version]) =>
        `package.json: ${name} is "${version}", not one exact version. Run: npm install --save-exact ${name}@VERSION`,
    );
}
