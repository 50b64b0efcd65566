// Types of licences.js, for tests.
import type { Package } from "./audit/packages.js";

export const acceptedLicences: readonly string[];
export const licenceExceptions: Readonly<Record<string, string>>;
export function refusedLicences(packages: readonly Package[]): string[];
export function licencesPage(packages: readonly Package[]): string;
