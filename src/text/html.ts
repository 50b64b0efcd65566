// Escapes text for Telegram's HTML and measures what remains of HTML after its tags are read.

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text made safe inside HTML and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);
}

/**
 * Length in UTF-16 units after entity parsing: what Telegram counts against 4096 for our own well-formed HTML
 * (the four named references, no numeric ones).
 */
export function visibleLength(html: string): number {
  return html.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|quot);/g, "&").length;
}
