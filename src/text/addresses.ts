// Finds web and mail addresses: the stops inside them belong to them.
import type { Span } from "./lines.ts";

const address =
  /(?:https?:\/\/|www\.)[^\s«»"“”<>()،؛]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|(?<![\p{L}\p{N}@.-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:com|net|org|info|edu|gov|mil|int|io|ai|co|tv|me|app|dev|news|online|site|ae|sa|eg|ma|dz|tn|ly|sd|sy|lb|jo|iq|ps|kw|qa|bh|om|ye|mr|so|uk|us|fr|de|tr|ir|eu|ru|cn|in)(?:\/[^\s«»"“”<>()،؛]*)?(?![\p{L}\p{N}-])/giu;

/** Spans in order, without the marks that close the sentence behind an address. */
export function findAddresses(line: string): readonly Span[] {
  // Most lines hold none, and this look is cheaper than the search.
  if (!/[a-z0-9]\.[a-z]|[@/]/i.test(line)) return [];
  return Array.from(line.matchAll(address), ({ 0: found, index }) => ({
    start: index,
    end: index + found.replace(/[.!?؟…:,;]+$/u, "").length,
  }));
}
