// Draws a curve over a logarithmic axis as SVG: labelled axes, the measured points, and a bar to be met.

const [width, height] = [720, 400];
const box = { left: 80, right: 690, top: 50, bottom: 330 };

/** `points` are `{ x, y }`; `bar` is `{ y, label }`. The y axis begins at 0. */
export function drawCurve({ title, points, bar, xLabel, yLabel }) {
  const xs = points.map(({ x }) => Math.log10(x));
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const top = Math.max(bar.y, ...points.map(({ y }) => y)) * 1.25;
  const atX = (x) =>
    round(box.left + ((Math.log10(x) - first) / (last - first || 1)) * (box.right - box.left));
  const atY = (y) => round(box.bottom - (y / top) * (box.bottom - box.top));
  const ticks = Array.from({ length: 6 }, (_, index) => (top / 5) * index);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" role="img" aria-label="${title}">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${box.left}" y="28" font-size="16">${title}</text>
${ticks.map((y) => `<path d="M${box.left} ${atY(y)}H${box.right}" stroke="#ddd"/><text x="${box.left - 8}" y="${atY(y) + 4}" text-anchor="end">${Math.round(y)}</text>`).join("\n")}
${points.map(({ x }) => `<text x="${atX(x)}" y="${box.bottom + 20}" text-anchor="middle">${x.toLocaleString("en")}</text>`).join("\n")}
<path d="M${box.left} ${box.top}V${box.bottom}H${box.right}" fill="none" stroke="#333"/>
<path d="M${box.left} ${atY(bar.y)}H${box.right}" stroke="#b33" stroke-dasharray="6 4"/>
<text x="${box.right}" y="${atY(bar.y) - 6}" text-anchor="end" fill="#b33">${bar.label}</text>
<path d="M${points.map(({ x, y }) => `${atX(x)} ${atY(y)}`).join("L")}" fill="none" stroke="#16c" stroke-width="2"/>
${points.map(({ x, y }) => `<circle cx="${atX(x)}" cy="${atY(y)}" r="4" fill="#16c"/><text x="${atX(x)}" y="${atY(y) - 10}" text-anchor="middle" fill="#16c">${Math.round(y)}</text>`).join("\n")}
<text x="${(box.left + box.right) / 2}" y="${box.bottom + 48}" text-anchor="middle">${xLabel}</text>
<text x="22" y="${(box.top + box.bottom) / 2}" text-anchor="middle" transform="rotate(-90 22 ${(box.top + box.bottom) / 2})">${yLabel}</text>
</svg>
`;
}

const round = (number) => Math.round(number * 10) / 10;
