/**
 * Measures the desk in a real Chromium: how long a contact of 50 accounts and
 * some 300 points takes to open, and whether a document of 20,000 words with
 * some 800 statements scrolls without a task of over 50 ms.
 *
 *   npm run build && npx tsx scripts/bench-desk.ts
 *
 * The texts are sentences of `cases/contacts`, shuffled: they say nothing.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { openArchive } from "../src/archive/archive.ts";
import { deskFilesIn } from "../src/server/desk-files.ts";
import { listen } from "../src/server/listen.ts";
import { serverFrom } from "../src/server/server.ts";

const ACCOUNTS = 50;
const POINTS = 300;
const STATEMENTS = 800;
const TURNS = 3;

/** Paragraphs of the planted accounts: prose that is not all of one mould. */
const PROSE = readdirSync("cases/contacts")
  .map((name) => join("cases/contacts", name))
  .filter((path) => statSync(path).isDirectory())
  .flatMap((path) =>
    readdirSync(path)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => join(path, name)),
  )
  .flatMap((path) =>
    readFileSync(path, "utf8")
      .replace(/^---[\s\S]*?\n---\n/, "")
      .split(/\n{2,}/),
  )
  .flatMap((paragraph) => paragraph.replace(/\s+/g, " ").match(/[^.]{60,260}\.(?= |$)/g) ?? [])
  .map((sentence) => sentence.trim());

/** Another sentence for each number. */
function sentence(number: number): string {
  return PROSE[(number * 17) % PROSE.length] ?? "";
}

function account(at: number): string {
  const own = Array.from({ length: 12 }, (_, n) => sentence((at * 6 + n) % POINTS));
  return `---\npublisher: Paper ${at}\ndate: 2021-12-31\n---\nVladimir Putin and Joe Biden spoke by telephone on 30 December 2021.\n\n${own.join("\n\n")}\n`;
}

function longDocument(): string {
  const filler =
    "while the delegations went on with their patient work on paper after paper in the long hall of the old palace";
  const paragraphs = Array.from(
    { length: STATEMENTS },
    (_, n) => `Vladimir Putin said that ${sentence(n)} ${filler}.`,
  );
  return `---\npublisher: Long Paper\ndate: 2022-01-05\n---\n${paragraphs.join("\n\n")}\n`;
}

const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));
const archive = await openArchive({ address: join(folder, "bench.db"), rules: true });
for (let at = 0; at < ACCOUNTS; at++) await archive.add(Buffer.from(account(at)));
const { document, reading } = await archive.add(Buffer.from(longDocument()));
const contact = (await archive.contacts()).find(({ accounts }) => accounts.length === ACCOUNTS);
if (contact === undefined) throw new Error("the accounts do not stand in one contact");

const server = serverFrom(archive, { desk: await deskFilesIn("dist/desk") });
const listening = await listen(server, { port: 0, host: "127.0.0.1" });
const [address] = listening.addresses;
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });

console.log(`contact of ${contact.accounts.length} accounts`);
for (let turn = 0; turn < TURNS; turn++) {
  const began = performance.now();
  await page.goto(`${address}/contacts/${contact.id}`);
  await page.locator("tr.point").first().waitFor();
  const took = performance.now() - began;
  const points = await page.locator("tr.point").count();
  console.log(
    `  opened in ${took.toFixed(0)} ms, ${points} rows${turn === 0 ? " (comparison made anew)" : ""}`,
  );
}

const length = reading.document.text.split(/\s+/).length;
console.log(`document of ${length} words, ${reading.statements.length} statements`);
await watchTasks(page);
const began = performance.now();
await page.goto(`${address}/documents/${document.id}`);
await page.locator("h1").waitFor();
await page.waitForTimeout(1500);
console.log(`  opened in ${(performance.now() - began - 1500).toFixed(0)} ms`);
await page.evaluate("window.tasks.length = 0");
for (let at = 0; at < 120; at++) {
  await page.mouse.wheel(0, 900);
  await page.waitForTimeout(30);
}
const tasks = (await page.evaluate("window.tasks")) as number[];
console.log(
  `  scrolled 120 screens: ${tasks.length} tasks over 50 ms${tasks.length > 0 ? `, longest ${Math.max(...tasks)} ms` : ""}`,
);

await browser.close();
await listening.close();
await server.stop();
await archive.close();
rmSync(folder, { recursive: true });
process.exit(0);

async function watchTasks(watched: Page): Promise<void> {
  await watched.addInitScript(
    "window.tasks = []; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.tasks.push(entry.duration); }).observe({ type: 'longtask', buffered: true });",
  );
}
