// Keeps the newest message in sight, unless the reader has scrolled up; then a ↓ button leads back.
import { byId } from "./dom.ts";

const nearPx = 60;

/** Follows `#log`; `toNewest` draws the newest messages and tells whether they were drawn already; call the result with true to go to the newest whatever the reader did. */
export function createScroll(toNewest: () => boolean): (isForced: boolean) => void {
  const log = byId("log", HTMLElement);
  const button = byId("newest", HTMLButtonElement);
  let isFollowing = true;
  log.tabIndex = 0; // so the arrow keys can scroll it

  const toEnd = (behavior: ScrollBehavior): void => log.scrollTo({ top: log.scrollHeight, behavior });
  const showButton = (): void => {
    button.hidden = isFollowing;
  };
  log.addEventListener("scroll", () => {
    isFollowing = log.scrollHeight - log.scrollTop - log.clientHeight < nearPx;
    showButton();
  });
  button.addEventListener("click", () => {
    const isNear = toNewest();
    isFollowing = true;
    toEnd(isNear ? "smooth" : "instant");
  });
  // The log shrinks when the composer grows or a phone's keyboard opens.
  new ResizeObserver(() => isFollowing && toEnd("instant")).observe(log);

  return (isForced) => {
    if (isForced) {
      toNewest();
      isFollowing = true;
    }
    if (isFollowing) toEnd("instant");
    showButton();
  };
}
