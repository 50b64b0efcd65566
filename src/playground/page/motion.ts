// How a message comes and changes in sight: short, and not at all for who wants no motion.

const still = matchMedia("(prefers-reduced-motion: reduce)");
const options: KeyframeAnimationOptions = { duration: 200, easing: "ease-out" };

/** A new message rises into its place. */
export function arrive(item: HTMLElement): void {
  if (still.matches) return;
  item.animate(
    [
      { opacity: 0, transform: "translateY(14px)" },
      { opacity: 1, transform: "none" },
    ],
    options,
  );
}

/** An edited message grows or shrinks from its old height (pixels) in place, and its new words come up. */
export function change(item: HTMLElement, oldHeight: number): void {
  if (still.matches) return;
  const [stack] = item.getElementsByClassName("stack");
  if (!(stack instanceof HTMLElement)) return;
  const grown = stack.offsetHeight - oldHeight;
  // Clipped, not resized: what stands below is laid out once.
  if (grown > 0)
    stack.animate([{ clipPath: `inset(0 0 ${grown}px 0)` }, { clipPath: "inset(0 0 0 0)" }], options);
  for (const part of stack.querySelectorAll<HTMLElement>(".text, .keyboard"))
    part.animate([{ opacity: 0.25 }, { opacity: 1 }], options);
}
