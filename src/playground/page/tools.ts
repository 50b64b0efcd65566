// The test bench of the page: the digest now, a clock that moves on, Telegram's limits, and bad days by switch.
import { momentWords, pageNow, setAhead } from "./clock.ts";
import type { Bench, FaultPlan, Stride } from "./contract.ts";
import { byId, make } from "./dom.ts";
import { showToast } from "./notice.ts";
import { tiePopup } from "./popup.ts";
import { countWords, type Word, words, wordsWith } from "./words.ts";

export interface ToolActs {
  /** False where nothing comes; throws where it could not be asked. */
  deliver(): Promise<boolean>;
  /** False where there is nothing to move to. */
  move(by: Stride): Promise<boolean>;
  setFault(fault: FaultPlan): Promise<unknown>;
  clearFault(name: string): Promise<unknown>;
  setLimits(isOn: boolean): Promise<unknown>;
}

/** What the switches strike; the bot's polling goes on. */
const method = [
  "sendMessage",
  "sendPhoto",
  "sendDocument",
  "editMessageText",
  "answerCallbackQuery",
  "answerInlineQuery",
];

/** Half of the calls, so that what is tried again comes through. */
const chance = { of: 0.5, seed: 7 };

const tooMany = { type: "error", code: 429, description: "Too Many Requests: retry after 3", retryAfter: 3 };
const gateway = { type: "error", code: 502, description: "Bad Gateway" };

const plans = [
  { name: "storm", method, chance, kind: tooMany },
  { name: "errors", method, chance, kind: gateway },
  { name: "resets-before", method, chance, kind: { type: "reset", when: "before" } },
  { name: "resets-after", method, chance, kind: { type: "reset", when: "after" } },
  { name: "cuts", method, chance, kind: { type: "cut" } },
  { name: "slow", method, kind: { type: "delay", ms: 3000 } },
] as const satisfies readonly FaultPlan[];

const planWords: Readonly<Record<(typeof plans)[number]["name"], readonly [Word, Word]>> = {
  storm: ["faultStorm", "faultStormMore"],
  errors: ["faultErrors", "faultErrorsMore"],
  "resets-before": ["faultBefore", "faultBeforeMore"],
  "resets-after": ["faultAfter", "faultAfterMore"],
  cuts: ["faultCuts", "faultCutsMore"],
  slow: ["faultSlow", "faultSlowMore"],
};

function makeSwitch(id: string, [name, more]: readonly [Word, Word]): HTMLButtonElement {
  const said = make("span", {}, words[name], make("small", {}, words[more]));
  const knob = make("span", { class: "knob", "aria-hidden": "true" });
  const attributes = { type: "button", class: "option", role: "switch", "aria-checked": "false" };
  return make("button", { ...attributes, id }, said, knob);
}

/** Sets the panel up; call the result with each new state. */
export function createTools(acts: ToolActs): (bench: Bench) => void {
  tiePopup(byId("tools", HTMLButtonElement), byId("tools-menu", HTMLElement));
  const strip = byId("strip", HTMLElement);
  const now = byId("time-now", HTMLElement);
  let shown: Bench | undefined;

  async function attempt(work: Promise<unknown>): Promise<void> {
    await work.catch(() => showToast(words.failed));
  }
  const switches = plans.map((plan) => {
    const toggle = makeSwitch(`fault-${plan.name}`, planWords[plan.name]);
    toggle.addEventListener("click", () => {
      const isOn = toggle.getAttribute("aria-checked") === "true";
      void attempt(isOn ? acts.clearFault(plan.name) : acts.setFault(plan));
    });
    return { name: plan.name as string, toggle };
  });
  const limits = makeSwitch("limits", ["limits", "limitsMore"]);
  limits.addEventListener("click", () => void attempt(acts.setLimits(shown?.limits === null)));
  byId("fault-list", HTMLElement).append(limits, ...switches.map(({ toggle }) => toggle));

  /** One at a time: a journey through a day may take seconds. */
  function tie(id: string, work: () => Promise<boolean>, none: () => string, done: () => string): void {
    const button = byId(id, HTMLButtonElement);
    button.addEventListener("click", async () => {
      if (button.getAttribute("aria-busy") === "true") return;
      button.setAttribute("aria-busy", "true");
      await attempt(work().then((isDone) => showToast(isDone ? done() : none())));
      button.removeAttribute("aria-busy");
    });
  }
  const arrived = (): string => wordsWith("timeIs", momentWords(pageNow()));
  tie(
    "deliver",
    acts.deliver,
    () => words.nothingDue,
    () => words.delivered,
  );
  for (const by of ["hour", "next", "day"] as const)
    tie(
      `move-${by}`,
      () => acts.move(by),
      () => words.nothingDue,
      arrived,
    );

  function showTime(): void {
    const isMoved = (shown?.aheadMs ?? 0) > 0;
    now.textContent = momentWords(pageNow());
    const count = (shown?.faults.length ?? 0) + (shown?.limits == null ? 0 : 1);
    strip.replaceChildren(
      ...(isMoved ? [make("span", { id: "moved" }, wordsWith("timeMoved", momentWords(pageNow())))] : []),
      ...(count > 0 ? [make("span", { id: "bad-day" }, countWords("fault", count))] : []),
    );
    strip.hidden = strip.childElementCount === 0;
  }
  setInterval(showTime, 10_000);

  return (bench) => {
    shown = bench;
    setAhead(bench.aheadMs ?? 0);
    byId("time-tools", HTMLElement).hidden = bench.aheadMs === undefined && !bench.canDeliver;
    byId("deliver", HTMLButtonElement).hidden = !bench.canDeliver;
    for (const id of ["move-hour", "move-next", "move-day", "no-way-back"])
      byId(id, HTMLElement).hidden = bench.aheadMs === undefined;
    for (const { name, toggle } of switches)
      toggle.setAttribute("aria-checked", String(bench.faults.some((fault) => fault.name === name)));
    limits.setAttribute("aria-checked", String(bench.limits !== null));
    showTime();
  };
}
