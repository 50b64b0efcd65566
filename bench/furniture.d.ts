// Types of furniture.js, for tests.

export interface Piece {
  /** UTF-16 offsets in the returned text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

export interface FurnitureOptions {
  readonly seed: number;
  /** "dev" when absent. */
  readonly bank?: "dev" | "held";
  /** Every one of these is used; when absent, chance picks. */
  readonly kinds?: readonly string[];
}

export interface Page {
  readonly text: string;
  readonly title?: string | undefined;
  readonly pieces: readonly Piece[];
}

export const furnitureKinds: readonly string[];
export function addFurniture(
  article: { readonly text: string; readonly title?: string | null | undefined },
  options: FurnitureOptions,
): Page;
