// What the charts write, and where: a browser tells of no word that a picture holds, so the pens are listened to.

/** Put before the scripts of a page: keeps the words of each chart's last drawing, with their places. */
export const listenToCharts = `(() => {
  const pen = CanvasRenderingContext2D.prototype;
  const { clearRect, fillText } = pen;
  window.chartWords = new Map();
  pen.clearRect = function (...place) {
    window.chartWords.set(this.canvas, []);
    return clearRect.apply(this, place);
  };
  pen.fillText = function (text, x, y, ...rest) {
    const { a, d, e, f } = this.getTransform();
    const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right } = this.measureText(text);
    window.chartWords.get(this.canvas)?.push({ text, from: a * (x - left) + e, to: a * (x + right) + e, at: d * y + f });
    return fillText.call(this, text, x, y, ...rest);
  };
})();`;

/** How many charts have written something, for `evaluate`. */
export const chartsWritten = `[...window.chartWords].filter(([canvas, words]) => canvas.isConnected && words.length > 0).length`;

/** Words that their chart cuts off, and words that lie over each other, for `evaluate`. */
export const chartFaults = `[...window.chartWords].filter(([canvas]) => canvas.isConnected).flatMap(([canvas, words]) => {
  const cut = words.filter(({ from, to }) => from < -1 || to > canvas.width + 1).map(({ text }) => text + " is cut off");
  const over = words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter((other) => Math.abs(one.at - other.at) < 2 && one.from < other.to && other.from < one.to)
      .map((other) => one.text + " lies over " + other.text),
  );
  return [...cut, ...over];
})`;
