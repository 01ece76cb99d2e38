/**
 * Screens of the desk, to be looked at: each page in both themes and widths,
 * over the example call and the planted contacts.
 *
 *   npm run build && npx tsx scripts/screens.ts [FOLDER]     (docs/screens)
 */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { openArchive } from "../src/archive/archive.ts";
import { deskFilesIn } from "../src/server/desk-files.ts";
import { listen } from "../src/server/listen.ts";
import { serverFrom } from "../src/server/server.ts";

const out = process.argv[2] ?? "docs/screens";
const CALL = "2021-12-30-call-joe-biden-vladimir-putin";
const FOLDERS = [
  "examples/2021-12-30-call",
  ...readdirSync("cases/contacts").map((name) => join("cases/contacts", name)),
].filter((path) => statSync(path).isDirectory());

const folder = mkdtempSync(join(tmpdir(), "readout-screens-"));
const archive = await openArchive({ address: join(folder, "calls.db") });
for (const path of FOLDERS) {
  for (const name of readdirSync(path).filter((one) => !one.endsWith(".json"))) {
    await archive.add(readFileSync(join(path, name)), { name });
  }
}
const server = serverFrom(archive, { desk: await deskFilesIn("dist/desk") });
const listening = await listen(server, { port: 0, host: "127.0.0.1" });
const [address] = listening.addresses;

const accounts = (await archive.comparison(CALL))?.accounts ?? [];
const report = accounts.find(({ publisher }) => publisher === null)?.document ?? accounts[0]?.document ?? "";
const other = accounts.find(({ side }) => side === "USA")?.document ?? "";
const statement = (await archive.reading(report))?.reading.statements.find(({ chain }) => chain.length > 2);
const SCREENS: readonly [string, string][] = [
  ["contacts", "/contacts"],
  ["contact", `/contacts/${CALL}`],
  ["grid", `/contacts/${CALL}?only=disputes#points`],
  ["document", `/documents/${report}?finding=${statement?.id ?? ""}`],
  ["beside", `/documents/${report}/beside/${other}?contact=${CALL}`],
  ["review", "/review"],
  ["ledger", "/ledger"],
  ["search", "/search?words=sanctions"],
  ["positions", "/actors/Q7747"],
  ["add", "/add"],
  ["brief", `/api/contacts/${CALL}/brief`],
];

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
for (const colorScheme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [1280, 900],
    [390, 844],
  ] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width, height } });
    for (const [name, path] of SCREENS) {
      await page.goto(`${address}${path}`, { waitUntil: "networkidle" });
      await page.waitForTimeout(250);
      const anchor = path.split("#")[1];
      if (anchor !== undefined) await page.locator(`#${anchor}`).scrollIntoViewIfNeeded();
      await page.screenshot({
        path: join(out, `${name}-${colorScheme}-${width}.jpg`),
        type: "jpeg",
        quality: 55,
      });
    }
    await page.close();
  }
}
await browser.close();
await listening.close();
await server.stop();
await archive.close();
rmSync(folder, { recursive: true });
process.exit(0);
