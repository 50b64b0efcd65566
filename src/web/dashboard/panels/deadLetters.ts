// Dead letters: what could not be sent and why, sent again one by one or all, and what became of those.
import type { Afterwards } from "../../../delivery/afterwards.ts";
import type { OnItsWay, Resender } from "../../../delivery/resend.ts";
import type { DeadLetter } from "../../../schedule/dead.ts";
import { jointOf } from "../../../text/joint.ts";
import { formStart } from "../actions.ts";
import { type Html, html, nothing } from "../html.ts";
import type { Notice, Panel } from "../panel.ts";
import type { View } from "../view.ts";
import { code, hiddenField, instant } from "./pieces.ts";

export interface DeadLettersNeeds {
  /** The oldest slot first. */
  readonly listDead: () => Promise<readonly DeadLetter[]>;
  readonly resender: Resender;
  readonly afterwards: (letter: OnItsWay, dead: readonly DeadLetter[], now: Date) => Promise<Afterwards>;
}

/** Letters on the page, and letters sent again below them. */
const mostShown = 50;
const mostAgain = 20;

/** Letters that one press of the button sends. */
const mostAtOnce = 1_000;

const self = { id: "dead" } as const;

export function createDeadLettersPanel({ listDead, resender, afterwards }: DeadLettersNeeds): Panel {
  async function resendOne(form: URLSearchParams, view: View): Promise<Notice> {
    const { outcome } = await resender.resend(form.get("letter") ?? "", view.now);
    const kind = outcome === "due" || outcome === "queued" ? "done" : "failed";
    return { kind, message: `desk-dead-${outcome}` };
  }

  async function resendAll(_form: URLSearchParams, view: View): Promise<Notice> {
    const letters = (await listDead()).slice(0, mostAtOnce);
    let [sent, stay] = [0, 0];
    for (const { id } of letters) {
      const { outcome } = await resender.resend(id, view.now);
      if (outcome === "inactive") stay += 1;
      else if (outcome !== "unknown") sent += 1;
    }
    if (letters.length === 0) return { kind: "failed", message: "desk-dead-none" };
    const values = { count: sent, stay };
    return { kind: sent === 0 ? "failed" : "done", message: "desk-dead-all-done", values };
  }

  return {
    ...self,
    page: "sources",
    title: "desk-dead-title",
    actions: { resend: resendOne, "resend-all": resendAll },
    async render(view) {
      const [letters, again] = await Promise.all([listDead(), resender.onTheirWay()]);
      const fates = await Promise.all(
        again
          .slice(0, mostAgain)
          .map(async (one) => ({ one, fate: await afterwards(one, letters, view.now) })),
      );
      return html`${letters.length === 0 ? html`<p class="good">${view.say("desk-dead-none")}</p>` : list(view, letters)}
${fates.length === 0 ? nothing : html`<h3>${view.say("desk-dead-again")}</h3><ul class="rows">${fates.map(({ one, fate }) => afterwardsRow(view, one, fate))}</ul>`}`;
    },
  };
}

function list(view: View, letters: readonly DeadLetter[]): Html {
  const more = letters.length - mostShown;
  const all =
    letters.length > 1
      ? html`${formStart(self, "resend-all", view.query)}<button>${view.say("desk-dead-resend-all", { count: letters.length })}</button></form>`
      : nothing;
  return html`${all}<ul class="rows">${letters.slice(0, mostShown).map((letter) => row(view, letter))}</ul>
${more > 0 ? html`<p class="hint">${view.say("desk-dead-more", { count: more })}</p>` : nothing}`;
}

/** The reader's number stands as the command line and the preview take it. */
function nameOf(
  view: View,
  { member, alert }: { readonly member: number; readonly alert: number | undefined },
) {
  const reader = String(member);
  return alert === undefined
    ? view.say("desk-dead-digest", { reader })
    : view.say("desk-dead-alert", { reader, article: `/a${alert}` });
}

function row(view: View, { id, member, slot, alert, why, at }: DeadLetter): Html {
  const reader = String(member);
  const what = nameOf(view, { member, alert });
  return html`<li><p><strong>${what}</strong><br>
${view.say("desk-dead-slot")} ${instant(view, new Date(slot * 1000))} ${jointOf(view.locale)} ${view.say("desk-dead-ended")} ${instant(view, new Date(at))}<br>
${view.say("desk-dead-why")} ${whyWords(view, why)}</p>
${formStart(self, "resend", view.query)}${hiddenField("letter", id)}<button class="plain" aria-label="${view.plain("desk-dead-resend-of", { reader })}">${view.say("desk-dead-resend")}</button></form></li>`;
}

/** The reason in the viewer's words, with the log's own beside it. */
function whyWords(view: View, why: string): Html {
  const known = reasons.find(([shape]) => shape.test(why));
  return known === undefined ? code(why) : html`${view.say(known[1])} ${code(why)}`;
}

/** As delivery writes them. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^refused: too-long/, "desk-why-too-long"],
  [/^refused: entities/, "desk-why-entities"],
  [/^refused: empty/, "desk-why-empty"],
  [/^refused/, "desk-why-refused"],
  [/^attempts exhausted/, "desk-why-exhausted"],
  [/^tried/, "desk-why-late"],
];

function afterwardsRow(view: View, { member, slot, alert, resentAt }: OnItsWay, fate: Afterwards): Html {
  const what = nameOf(view, { member, alert });
  const kind = fate.kind === "sent" ? "good" : fate.kind === "again" || fate.kind === "gone" ? "bad" : "soft";
  const tail =
    fate.kind === "again"
      ? html` ${code(fate.why)}`
      : fate.kind === "sent" && fate.at !== undefined
        ? html` ${instant(view, fate.at)}`
        : nothing;
  return html`<li><p>${what} ${jointOf(view.locale)} ${view.say("desk-dead-slot")} ${instant(view, new Date(slot * 1000))}<br>
${view.say("desk-dead-resent")} ${instant(view, new Date(resentAt * 1000))}: <span class="${kind}">${view.say(`desk-after-${fate.kind}`)}</span>${tail}</p></li>`;
}
