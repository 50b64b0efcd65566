// Letters that their own line cuts off: the dots under a yeh, the marks over an alef. A box tells nothing of it; the face does.

/** Lines of one line's height, cut at its edge, whose letters stand out of it; for `evaluate`. */
export const cutLetters = `[...document.querySelectorAll("body *")].filter((one) => {
  const { overflowY, whiteSpace } = getComputedStyle(one);
  const { height } = one.getBoundingClientRect();
  return overflowY !== "visible" && whiteSpace === "nowrap" && height > 4 && one.checkVisibility() && one.textContent.trim() !== "";
}).filter((line) => {
  const sign = document.createElement("span");
  sign.style.cssText = "display: inline-block; width: 0; height: 0";
  line.prepend(sign);
  const baseline = sign.getBoundingClientRect().bottom;
  sign.remove();
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = getComputedStyle(line).font;
  const { actualBoundingBoxAscent: over, actualBoundingBoxDescent: under } = pen.measureText(line.textContent);
  const { top, bottom } = line.getBoundingClientRect();
  return baseline - over < top - 0.5 || baseline + under > bottom + 0.5;
}).map((line) => line.textContent + " is cut off")`;

/** Names and states of the head that end in an ellipsis; for `evaluate`. */
export const shortened = `[...document.querySelectorAll("#bot-name, #state")]
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
  .map(({ textContent }) => textContent)`;
