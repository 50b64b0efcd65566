// Makes the children of one node equal to those of another in place: what is the same stays, with its focus and its scroll.

/** What somebody has opened stays open. */
const kept = new Set(["open"]);

export function morph(into: Node, from: Node): void {
  const wanted = [...from.childNodes];
  const there = [...into.childNodes];
  for (const [index, node] of wanted.entries()) {
    const own = there[index];
    if (own === undefined) into.appendChild(node);
    else if (isAlike(own, node)) change(own, node);
    else into.replaceChild(node, own);
  }
  for (const own of there.slice(wanted.length)) own.remove();
}

function isAlike(own: Node, node: Node): boolean {
  if (own instanceof Element && node instanceof Element)
    return own.tagName === node.tagName && own.id === node.id;
  return own.nodeType === node.nodeType;
}

function change(own: Node, node: Node): void {
  if (own instanceof Element && node instanceof Element) {
    for (const { name } of [...own.attributes])
      if (!node.hasAttribute(name) && !kept.has(name)) own.removeAttribute(name);
    for (const { name, value } of node.attributes)
      if (own.getAttribute(name) !== value) own.setAttribute(name, value);
    // The library keeps a canvas: its size and what is drawn are its own.
    if (!own.hasAttribute("data-chart")) morph(own, node);
    else
      own.querySelector("canvas")?.setAttribute("aria-label", node.querySelector("canvas")?.ariaLabel ?? "");
  } else if (own.nodeValue !== node.nodeValue) own.nodeValue = node.nodeValue;
}
