// npm run bench [-- speed|scaling|stream …]: how fast this machine summarises, cleans, groups, finds and takes in, and what memory it takes. Every such figure in
// the README and the changelog comes from here. The peers are measured where `npm ci --prefix bench/peers` installed them.
// A part that misses a bar, or breaks off, fails the run; the others go on.
import { cpus } from "node:os";
import { printBackup } from "./backup.js";
import { printBot } from "./bot.js";
import { printCard } from "./card.js";
import { printChat } from "./chat.js";
import { printCleaning } from "./cleaning.js";
import { printHostile } from "./hostile.js";
import { printIngest } from "./ingest.js";
import { printMeter } from "./meter.js";
import { printPace } from "./pace.js";
import { printPages } from "./pages.js";
import { printImport, printScale } from "./scale.js";
import { printScaling } from "./scaling.js";
import { printSearch } from "./search.js";
import { printSoak } from "./soak.js";
import { printSpeed } from "./speed.js";
import { printStories } from "./stories.js";
import { printStream } from "./stream.js";
import { printWebhook } from "./webhook.js";

const parts = {
  speed: printSpeed,
  scaling: printScaling,
  stream: printStream,
  cleaning: printCleaning,
  stories: printStories,
  search: printSearch,
  ingest: printIngest,
  bot: printBot,
  pace: printPace,
  pages: printPages,
  hostile: printHostile,
  scale: printScale,
  import: printImport,
  meter: printMeter,
  webhook: printWebhook,
  backup: printBackup,
  card: printCard,
  chat: printChat,
  soak: printSoak,
};

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, one thread`);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(", ")}: name some of ${Object.keys(parts).join(", ")}, or none for all.`,
  );
  process.exitCode = 2;
} else {
  for (const [name, print] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n${name}`);
    try {
      await print();
    } catch (error) {
      console.error(error);
      process.exitCode = 1;
    }
  }
}
