// How fast two workers send under the platform's limits: real processes on a real redis-server against a strict Bot API on
// loopback (bench/pace/strict.js), each bar with "met" or "missed". PACE_SECONDS (60) shortens the first, PACE_PARTS
// (limited,fast,paid,free,chats) picks some.
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { mixOf } from "./pace/mix.js";
import { replyMeanwhile } from "./pace/replies.js";
import { people, send } from "./pace/send.js";
import { hasRedis } from "./redis.js";
import { tell } from "./verdict.js";

const seconds = Number(process.env.PACE_SECONDS ?? 60);

export async function printPace() {
  if (!hasRedis()) return;
  const parts = { limited, fast, paid, free, chats };
  const wanted = process.env.PACE_PARTS?.split(",") ?? Object.keys(parts);
  for (const name of wanted) await parts[name]();
}

/** 30 in any second, as Telegram's free limit is told to be, for readers of all kinds. */
async function limited() {
  const places = mixOf(31 * (seconds + 6));
  const { accepted, refused } = await send({ rate: 30, limit: 30, places });
  const begun = accepted[0].at + 1000;
  const [rate, isKept] = [rateOf(accepted, begun, begun + seconds * 1000), sum(refused) <= 1];
  say(
    rate >= 29 && isKept,
    `30 a second: ${rate.toFixed(2)}/s over ${seconds} s, ${count(refused)} (bar 29.0/s, one 429); ${kindsOf(accepted)}`,
    accepted,
  );
}

async function fast() {
  const { accepted, refused } = await send({ rate: 1000, limit: 1000, places: people(30_000), atOnce: 128 });
  const rate = rateInTheMiddle(accepted);
  say(rate >= 950, `SEND_RATE=1000: ${rate.toFixed(0)}/s, ${count(refused)} (bar 950/s)`, accepted);
}

/** A reply waits no longer for its turn than replies are apart that go before all others, five a second. */
const mostReplyMs = 250;

/** Paid digests at 1,000 a second together with replies, which stay free: 30 of those in any second. */
async function paid() {
  const { accepted, refused, told } = await send({
    rate: 30,
    limit: 30,
    paidLimit: 1000,
    places: people(20_000),
    atOnce: 128,
    beside: replyMeanwhile,
  });
  const bought = accepted.filter(({ isPaid }) => isPaid);
  const [from, until] = middleOf(bought);
  const replies = accepted.filter(({ isPaid }) => !isPaid);
  const [all, alone] = [rateOf(accepted, from, until), rateOf(bought, from, until)];
  say(
    all >= 950 && sum(refused) <= 1,
    `paidRate 1000: ${all.toFixed(0)}/s, ${alone.toFixed(0)} of them paid for, ${count(refused)} (bar 950/s, one 429)`,
    accepted,
  );
  say(
    told.p95Ms <= mostReplyMs && told.failed === 0,
    `free replies beside them: ${rateOf(replies, from, until).toFixed(1)}/s of ${told.perSecond} asked for, ${told.failed} refused, waited for their turn p50 ${told.p50Ms.toFixed(0)} ms, p95 ${told.p95Ms.toFixed(0)} ms (bar ${mostReplyMs} ms)`,
    replies,
  );
}

/** So many that the start (two workers compile their code at once, and the clock claims beside them) is a small part. */
const freeReaders = 60_000;

async function free() {
  const { accepted, bare } = await send({
    rate: 0,
    limit: 0,
    places: people(freeReaders),
    hasChatLimits: false,
    bareCount: freeReaders,
  });
  const rate = freeReaders / ((accepted.at(-1).at - accepted[0].at) / 1000);
  const share = rate / bare;
  say(
    share >= 0.75,
    `no limit: ${rate.toFixed(0)}/s with two workers, a bare loop ${bare}/s: ${share.toFixed(2)} of it (bar 0.75)`,
  );
}

/** Long digests of several parts, and forums whose topics are all due at once. */
async function chats() {
  const settings = { items: 20, length: "long" };
  const topics = [1, 2].flatMap((group) =>
    Array.from({ length: 12 }, (_, index) => ({ chat: -1_000_000 - group, thread: index + 2, settings })),
  );
  const places = [...people(20).map((one) => ({ ...one, settings })), ...topics];
  const { accepted, refused } = await send({ rate: 30, limit: 30, places });
  say(
    sum(refused) <= 1,
    `one a second to a chat, 20 a minute to a group: ${count(refused)} (bar one 429); ${kindsOf(accepted)}`,
  );
}

/** Without the beginning, when processes and connections wake up, and the end. */
const middleOf = (accepted) => [accepted[0].at + 2000, accepted.at(-1).at - 500];

const rateInTheMiddle = (accepted) => rateOf(accepted, ...middleOf(accepted));

function rateOf(accepted, from, until) {
  return accepted.filter(({ at }) => at >= from && at < until).length / ((until - from) / 1000);
}

/** How many came to people and how many to groups, how full a group's minute was, and when all was over. */
function kindsOf(accepted) {
  const instants = new Map();
  for (const { at, chat } of accepted) instants.set(chat, [...(instants.get(chat) ?? []), at]);
  const groups = [...instants].filter(([chat]) => chat < 0).map(([, times]) => times);
  const toGroups = groups.reduce((total, times) => total + times.length, 0);
  const fullest = Math.max(...groups.map((times) => mostWithin(times, 60_000)));
  const several = [...instants.values()].filter((times) => times.length > 1).length;
  const over = ((accepted.at(-1).at - accepted[0].at) / 1000).toFixed(0);
  return `${accepted.length} messages in ${over} s, ${toGroups} to ${groups.length} groups (${fullest} in one's fullest minute), several to ${several} chats`;
}

const sum = ({ rate, chat, group }) => rate + chat + group;

function count(refused) {
  const { rate, chat, group } = refused;
  return `${sum(refused)} answers 429 (rate ${rate}, chat ${chat}, group ${group})`;
}

function say(isMet, what, accepted = []) {
  const times = accepted.map(({ at }) => at);
  const most = times.length > 0 ? `; most within a second ${mostWithin(times, 1000)}` : "";
  tell(isMet, `${what}${most}; load ${loadavg()[0].toFixed(1)}`);
}

function mostWithin(times, spanMs) {
  let [first, most] = [0, 0];
  for (const [last, at] of times.entries()) {
    while (at - times[first] >= spanMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printPace();
