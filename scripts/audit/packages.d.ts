// Types of packages.js, for tests.

export interface Package {
  /** `node_modules/a/node_modules/b` */
  readonly place: string;
  readonly name: string;
  readonly isRuntime: boolean;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly deprecated?: string;
}

export function readPackages(root: string): Package[];
export function toPackages(lock: { readonly packages: Readonly<Record<string, object>> }): Package[];
