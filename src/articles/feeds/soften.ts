// Takes out of a text what no XML may hold and what would lead a scanner astray.

/** Every line end stays where it was. Controls become spaces, and a "<" that opens nothing («أ < ب») is only a sign. */
export function soften(text: string): string {
  return text.replace(controls, " ").replace(/<(?!\/?[A-Za-z_]|[!?])/g, "&lt;");
}

const controls = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
