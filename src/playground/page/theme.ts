// Light, dark, or as the device has it: kept in this browser, and set before anything is drawn (`blocking="render"`).
import { byId } from "./dom.ts";

const themes = ["auto", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const key = "playground-theme";

/** Storage may be forbidden: then the choice lasts as long as the page. */
function kept(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(key)) ?? "auto";
  } catch {
    return "auto";
  }
}

function apply(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

apply(kept());

/** Sets the three buttons up. */
export function createThemes(): void {
  const buttons = themes.map((theme) => byId(`theme-${theme}`, HTMLButtonElement));
  const show = (chosen: Theme): void => {
    for (const [at, button] of buttons.entries())
      button.setAttribute("aria-pressed", String(themes[at] === chosen));
  };
  for (const [at, button] of buttons.entries()) {
    button.addEventListener("click", () => {
      const theme = themes[at] ?? "auto";
      apply(theme);
      show(theme);
      try {
        localStorage.setItem(key, theme);
      } catch {
        // Shown all the same.
      }
    });
  }
  show(kept());
}
