// Types of advisories.js, for tests.

export function readAdvisories(
  stdout: string,
  stderr: string,
): { faults?: string[]; warnings?: string[]; skipped?: string };
