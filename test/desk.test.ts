/**
 * Journeys at the desk, walked in a real Chromium against the real server: what
 * a person does, by mouse and by keyboard, and what axe has to say of each page.
 */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Archive, openArchive } from "../src/archive/archive.ts";
import { deskFilesIn } from "../src/server/desk-files.ts";
import { type Listening, listen } from "../src/server/listen.ts";
import { type ReadoutServer, serverFrom } from "../src/server/server.ts";
import { broughtFrom, mayLeaveOut } from "./debian.ts";

const EXAMPLES = fileURLToPath(new URL("../examples/2021-12-30-call", import.meta.url));
const DESK = fileURLToPath(new URL("../dist/desk", import.meta.url));
const AXE = readFileSync(
  fileURLToPath(new URL("../node_modules/axe-core/axe.min.js", import.meta.url)),
  "utf8",
);
const FILES = readdirSync(EXAMPLES)
  .sort()
  .map((name) => join(EXAMPLES, name));
const CALL = "2021-12-30-call-joe-biden-vladimir-putin";

const program = broughtFrom(
  "chromium",
  () =>
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
      existsSync(path),
    ) ?? null,
);

/** The desk over a store of its own; read by rules, or by the model. */
interface Desk {
  archive: Archive;
  address: string;
  close(): Promise<void>;
}

async function deskOver(store: string, rules: boolean): Promise<Desk> {
  const archive = await openArchive({ address: store, rules });
  const server: ReadoutServer = serverFrom(archive, { desk: await deskFilesIn(DESK) });
  const listening: Listening = await listen(server, { port: 0, host: "127.0.0.1" });
  return {
    archive,
    address: listening.addresses[0] ?? "",
    async close() {
      await listening.close();
      await server.stop();
      await archive.close();
    },
  };
}

describe.skipIf(program === null && mayLeaveOut("Chromium"))("the desk", () => {
  let folder: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let desk: Desk;
  /** What the browser itself found wrong. */
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "readout-desk-"));
    browser = await chromium.launch({
      executablePath: program ?? "",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    desk = await deskOver(join(folder, "calls.db"), true);
    for (const file of FILES) await desk.archive.add(readFileSync(file), { name: file });
    await newPage();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await desk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });

  async function newPage(options: Parameters<Browser["newContext"]>[0] = {}): Promise<void> {
    await context?.close();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    page = await context.newPage();
    page.on("console", (message) => {
      const isMissing = message.location().url.endsWith("/nowhere");
      if (message.type() === "error" && !isMissing) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => {
      complaints.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  async function open(path: string): Promise<void> {
    await page.goto(`${desk.address}${path}`);
    await page.locator("h1").first().waitFor();
  }

  const text = async (selector: string) => (await page.locator(selector).first().textContent()) ?? "";

  it("leads a newcomer from the first page to the comparison", async () => {
    await open("/");
    await page
      .getByRole("link", { name: /Joe Biden and Vladimir Putin/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "Joe Biden and Vladimir Putin" }).waitFor();
    expect(page.url()).toContain(`/contacts/${CALL}`);
    await page.getByLabel("Show").selectOption("differences");
    expect(page.url()).toContain("only=differences");
    const rows = page.locator("tr.point");
    const differences = await rows.count();
    expect(differences).toBeGreaterThan(0);
    expect(await page.locator("tr.point.confirmed").count()).toBe(0);
    await page.locator("tr.point button").first().click();
    expect(await text("tr.why")).toMatch(/Confidence \d+ %/);
    await page.reload();
    await page.locator("tr.why").waitFor();
    expect(await rows.count()).toBe(differences);
    await page.goBack();
    expect(await text("h1")).toBe("Contacts");
  });

  it("reads six accounts that are dropped on it, and shows them in one grid", async () => {
    const empty = await deskOver(join(folder, "empty.db"), true);
    await page.goto(`${empty.address}/contacts`);
    await page.getByText("Nothing is here yet.").waitFor();
    await page.getByRole("link", { name: "Add documents" }).click();
    await page.locator("input[type=file]").setInputFiles(FILES.slice(1));
    await expect.poll(() => page.getByText("Read.").count(), { timeout: 30_000 }).toBe(6);
    await page.getByRole("link", { name: "See what they tell of" }).click();
    await page
      .getByRole("link", { name: /Joe Biden and Vladimir Putin/ })
      .first()
      .click();
    await page.getByRole("button", { name: "By account" }).click();
    const accounts = (await empty.archive.comparison(CALL))?.accounts.length ?? 0;
    expect(accounts).toBeGreaterThan(4);
    expect(await page.locator("thead th").count()).toBe(accounts + 1);
    // Each cell's words are a way to where they stand.
    await page.locator("tr.point a.words").first().click();
    await page.waitForURL(/\/documents\/[0-9a-f]{64}\?at=\d+-\d+/);
    // The page goes on asking its server; it leaves before the server does.
    await page.goto("about:blank");
    await empty.close();
  });

  it("refuses what is no text, and says why", async () => {
    await open("/add");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("  ") });
    await page.getByText("Refused.").waitFor();
    expect(await text(".refused")).toMatch(/holds no text|empty/);
  });

  it("lets a wrong speaker be corrected by keyboard alone, and keeps the correction over reloads and readers", async () => {
    await open("/review");
    await page.getByLabel("To judge").waitFor();
    const name = page.getByLabel(/name/i).first();
    if (await name.isVisible()) {
      await name.fill("Ida Berg");
      await page.keyboard.press("Enter");
    }
    const item = new URL(page.url());
    const said = await text("aside[aria-label='To judge'] .words");
    await page.keyboard.press("s");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.type("Ushakov");
    await page
      .getByRole("option", { name: /Yuri Ushakov/ })
      .first()
      .waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const asksName = page.getByRole("textbox", { name: /name/i });
    if (await asksName.isVisible().catch(() => false)) {
      await asksName.fill("Ida Berg");
      await page.keyboard.press("Enter");
    }
    await expect.poll(async () => (await desk.archive.store.corrections()).length).toBe(1);
    const [correction] = await desk.archive.store.corrections();
    expect(correction).toMatchObject({ action: "change", author: "Ida Berg", target: { field: "speaker" } });
    expect(JSON.stringify(correction?.value)).toContain("Ushakov");
    await page.reload();
    await page.locator("h1").first().waitFor();
    expect((await desk.archive.store.corrections()).length).toBe(1);
    expect(item.pathname).toBe("/review");
    expect(said).not.toBe("");

    // Another reader: the model instead of the rules.
    const document =
      correction !== undefined && "document" in correction.target ? correction.target.document : "";
    const other = await deskOver(join(folder, "calls.db"), false);
    const before = (await other.archive.reading(document))?.reading.reader;
    await other.archive.readAgain(document);
    const after = await other.archive.reading(document);
    expect(after?.reading.reader).not.toEqual(before);
    // It stands where its words stand; else it is told as an orphan, never moved.
    expect([
      ...(after?.marks.map((mark) => mark.correction.id) ?? []),
      ...(after?.orphans.map(({ id }) => id) ?? []),
    ]).toEqual([correction?.id]);
    await other.close();
  }, 60_000);

  it("finds words, opens them in their place, and copies them with their citation", async () => {
    await open("/search");
    await page.getByRole("searchbox").fill("missiles");
    // Until the answer comes, the list of all statements stands there.
    await page
      .locator("ol a.words")
      .first()
      .filter({ hasText: /missile/i })
      .waitFor();
    const total = Number((await text("section > p")).split(" ")[0]);
    const facets = await page.locator("aside ul").first().locator(".count").allTextContents();
    expect(facets.reduce((sum, count) => sum + Number(count), 0)).toBe(total);
    const found = await text("ol a.words strong");
    await page.locator("ol a.words").first().click();
    await page.getByRole("button", { name: "Copy with citation" }).first().click();
    const copied = String(await page.evaluate("navigator.clipboard.readText()"));
    expect(copied.replace(/\s+/g, " ")).toContain(found.replace(/\s+/g, " "));
    expect(copied).toMatch(/2021/);
  });

  it("prints the brief of a contact", async () => {
    await page.goto(`${desk.address}/api/contacts/${CALL}/brief`);
    expect(await text("h1")).toMatch(/Biden/);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(10_000);
  });

  it("shows a hostile document as text", async () => {
    const hostile = `---\npublisher: "<img src=x onerror=alert(1)>"\ntitle: "<script>alert(2)</script>\u202e"\ndate: 2022-01-10\n---\nVladimir Putin told <b onclick=alert(3)>Joe Biden</b> by telephone that "<script>alert(4)</script> \u202e is a promise".`;
    const { document } = await desk.archive.add(Buffer.from(hostile), { name: "javascript:alert(5).txt" });
    for (const path of [
      `/documents/${document.id}`,
      "/contacts?mentioned=yes",
      "/search?words=promise",
      "/review",
    ]) {
      await open(path);
      expect(await page.locator("main script, main img, main b[onclick]").count()).toBe(0);
    }
  });

  it("is a page of little script", () => {
    const scripts = readdirSync(join(DESK, "assets")).filter((name) => name.endsWith(".js"));
    const bytes = scripts.reduce(
      (sum, name) => sum + gzipSync(readFileSync(join(DESK, "assets", name))).length,
      0,
    );
    expect(bytes).toBeLessThan(250 * 1024);
  });

  describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
    it.each([1280, 390])(
      "has nothing that axe finds, %i pixels wide",
      async (width) => {
        await newPage({ colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" });
        const document = (await desk.archive.store.documents({ limit: 1 })).items[0]?.id ?? "";
        const other = (await desk.archive.store.documents({ limit: 2 })).items[1]?.id ?? "";
        for (const path of [
          "/contacts?mentioned=yes",
          `/contacts/${CALL}?open=1`,
          `/documents/${document}`,
          `/documents/${document}/beside/${other}?contact=${CALL}`,
          "/review",
          "/ledger",
          "/search?words=missiles",
          "/actors/Q7747",
          "/add",
          "/nowhere",
        ]) {
          await open(path);
          await page.waitForLoadState("networkidle");
          await page.evaluate(AXE);
          const found = await page.evaluate(
            "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary].join(': ')))",
          );
          expect(found, path).toEqual([]);
        }
      },
      120_000,
    );
  });
});
