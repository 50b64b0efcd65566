// Draws docs/figures/card.png: the card of a first digest from the articles in content/. Run after a change of cards: npm run build && node scripts/card.js
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createMakeCard } from "../dist/delivery/card.js";
import { createDrawCard } from "../dist/delivery/cardPicture.js";
import { createMessages } from "../dist/messages/messages.js";
import { newSubscriber } from "../dist/subscribers/defaults.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const now = new Date("2026-11-24T05:00:00Z");

/** The digest as `mujaz preview` composes it, on a store of its own. */
function preview() {
  const DATA_DIR = mkdtempSync(join(tmpdir(), "mujaz-card-"));
  const args = [join(root, "bin", "mujaz.js"), "preview", "--format", "json", "--at", now.toISOString()];
  const env = { PATH: process.env.PATH, DATA_DIR, ALLOW_EPHEMERAL: "1" };
  try {
    return JSON.parse(execFileSync(process.execPath, args, { cwd: root, env, encoding: "utf8" }));
  } finally {
    rmSync(DATA_DIR, { recursive: true, force: true });
  }
}

const words = readFileSync(join(root, "config", "messages", "ar.ftl"), "utf8");
const card = await createMakeCard({
  mode: "all",
  messages: createMessages({ ar: words }, "ar"),
  draw: createDrawCard(),
  username: async () => "mujaz_bot",
  report: (event, fields) => console.error(event, fields),
})(
  {
    stories: preview().stories.map(({ title, source, sources, topics, published, number }) => ({
      number,
      sources,
      lead: { title, source, topics, published, language: "ar" },
    })),
  },
  {
    ...newSubscriber({
      chat: 0,
      thread: null,
      kind: "channel",
      locale: "ar",
      zone: "Africa/Cairo",
      times: ["07:00"],
      items: 5,
      length: "standard",
      now,
    }),
    calendar: "both",
  },
  now,
);
if (card === undefined) throw new Error("no card was drawn");
writeFileSync(join(root, "docs", "figures", "card.png"), card.photo.bytes);
console.log(`docs/figures/card.png: ${Math.round(card.photo.bytes.length / 1000)} kB\n\n${card.caption}`);
