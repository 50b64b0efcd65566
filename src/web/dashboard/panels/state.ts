// How the house stands: what runs, how late it is, what waits, and whether Redis and Telegram answer.
import { queueStates } from "../../../delivery/queueState.ts";
import { isReached, mostQueueAgeSeconds, mostTickAgeSeconds, type Reached } from "../../readiness.ts";
import type { FigureNeeds, HouseStanding } from "../figureNeeds.ts";
import { type Html, html } from "../html.ts";
import type { Panel } from "../panel.ts";
import { figuresOf, tableOf } from "../parts.ts";
import type { View } from "../view.ts";

export function createState({ standing, telegram }: Pick<FigureNeeds, "standing" | "telegram">): Panel {
  return {
    id: "state",
    page: "figures",
    title: "dash-state",
    async render(view) {
      const now = await standing();
      const waiting = now.queues.reduce((sum, { jobs }) => sum + jobs.wait + jobs.prioritized, 0);
      const oldest = Math.max(0, ...now.queues.map(({ oldestSeconds }) => oldestSeconds));
      const { tick } = now;
      return html`${figuresOf([
        [view.say("dash-lag"), judged(view.duration(now.lagSeconds), now.lagSeconds <= mostQueueAgeSeconds)],
        [view.say("dash-due"), view.number(now.due)],
        [view.say("dash-pending"), view.number(now.pending)],
        [view.say("dash-waiting"), view.number(waiting)],
        [view.say("dash-oldest"), judged(view.duration(oldest), oldest <= mostQueueAgeSeconds)],
        [view.say("dash-updates"), view.number(now.openUpdates)],
        [view.say("dash-dead"), judged(view.number(now.dead), now.dead === 0)],
        [
          view.say("dash-tick"),
          tick === null
            ? judged(view.plain("dash-never"), false)
            : judged(
                view.plain("dash-ago", { span: view.duration(tick.ageSeconds) }),
                tick.ageSeconds <= mostTickAgeSeconds,
              ),
        ],
        [view.say("dash-memory"), memoryOf(view, now.memory)],
        [view.say("dash-telegram"), telegramOf(view, telegram())],
      ])}
${queuesHtml(view, now)}
${processesHtml(view, now)}`;
    },
  };
}

/** By colour and by a sign. */
const judged = (value: string, isGood: boolean): Html =>
  isGood ? html`${value}` : html`<span class="bad"><span aria-hidden="true">⚠ </span>${value}</span>`;

function telegramOf(view: View, reached: Reached): Html {
  if (isReached(reached)) return html`<span class="good">✓ ${view.say("dash-answers")}</span>`;
  if (reached.ageSeconds === null && reached.why === undefined) return html`${view.say("dash-not-asked")}`;
  return judged(view.plain(reached.isRefused ? "dash-token-refused" : "dash-silent"), false);
}

function memoryOf(view: View, { used, max }: HouseStanding["memory"]): Html {
  const megabytes = (bytes: number): string => view.number(bytes / 1_048_576, 1);
  if (used === undefined) return html`—`;
  const most = max === undefined || max === 0 ? undefined : megabytes(max);
  return most === undefined
    ? view.say("dash-megabytes", { used: megabytes(used) })
    : view.say("dash-megabytes-of", { used: megabytes(used), max: most });
}

function queuesHtml(view: View, { queues }: HouseStanding): Html {
  const heads = ["dash-queue", ...queueStates.map((state) => `dash-queue-${state}`), "dash-oldest"];
  const rows = queues.map(({ queue, jobs, oldestSeconds }) => [
    view.say(`dash-queue-of-${queue}`),
    ...queueStates.map((state) => view.number(jobs[state])),
    view.duration(oldestSeconds),
  ]);
  return html`<h3>${view.say("dash-queues")}</h3>${tableOf(
    view.plain("dash-queues"),
    heads.map((id) => view.plain(id)),
    rows,
  )}`;
}

/** «web+worker@host:4711», which a narrow column parts before the host. */
function processName(id: string): Html {
  const [roles = "", host = ""] = id.split("@");
  return html`<bdi dir="ltr">${roles}<wbr>${host !== "" && `@${host}`}</bdi>`;
}

function processesHtml(view: View, { alive, roles }: HouseStanding): Html {
  const missing = [...roles].filter(([, count]) => count === 0).map(([role]) => role);
  const rows = alive.map(([id, sign]) => [
    processName(id),
    view.say("dash-megabytes", { used: view.number(sign.residentBytes / 1_048_576) }),
    view.say("dash-milliseconds", { n: Math.round(sign.lagSeconds * 1000) }),
  ]);
  return html`<h3>${view.say("dash-processes")}</h3>
${missing.map((role) => html`<p>${judged(view.plain(`dash-missing-${role}`), false)}</p>`)}
${tableOf(
  view.plain("dash-processes"),
  ["dash-process", "dash-process-memory", "dash-process-lag"].map((id) => view.plain(id)),
  rows,
)}`;
}
