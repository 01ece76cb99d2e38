/**
 * The pages of a comparison and of a brief, as a person and a hostile document
 * meet them.
 */

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCOUNTS, type Folder, madeAccounts } from "./made-accounts.ts";
import { ran } from "./made-world.ts";

let folder: Folder;
beforeAll(() => {
  folder = madeAccounts();
});
afterAll(() => folder.remove());

const page = async (...args: string[]) => {
  const { exit, out, err } = await ran([
    ...args,
    ...Object.keys(ACCOUNTS).map(folder.at),
    "--rules",
    "--html",
    "-",
  ]);
  expect({ exit, err }).toEqual({ exit: 0, err: "" });
  return { html: out, document: parseHTML(out).document };
};

describe.each(["compare", "brief"])("the page of %s", (command) => {
  it("needs nothing else and runs nothing", async () => {
    const { html, document } = await page(command);
    const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+' 'sha256-[^']+'; base-uri 'none'/);
    expect(document.querySelectorAll("script, link, img, iframe, [style], [onclick]")).toHaveLength(0);
    expect(html).not.toMatch(/https?:/);
  });

  it("leads every letter to its account", async () => {
    const { document } = await page(command);
    const links = [...document.querySelectorAll("a.letter")];
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      const id = link.getAttribute("href")?.slice(1) ?? "";
      expect(document.getElementById(id)?.textContent).toContain(link.textContent);
    }
  });

  it("marks what moved, and says why", async () => {
    const { document } = await page(command);
    const marked = [...document.querySelectorAll("mark")].map((one) => one.textContent);
    expect(marked).toContain("continues to invade");
    expect(document.body.textContent).toContain("both cannot be true");
  });

  it("lets nothing in a document act on the page", async () => {
    const hostile = folder.at("hostile");
    const text = readFileSync(folder.at("elysee.txt"), "utf8");
    const name = `${hostile}.txt`;
    writeFileSync(name, text.replace("the province", "<script>alert(1)</script>\u202e the province"));
    const { out } = await ran([command, name, folder.at("kremlin.txt"), "--rules", "--html", "-"]);
    expect(out).not.toContain("<script");
    expect(out).not.toContain("\u202e");
    expect(out).toContain("&lt;script&gt;");
  });
});

describe("readout compare --html", () => {
  it("writes the file whole, and says so", async () => {
    const path = folder.at("page.html");
    const { exit, out, err } = await ran(["compare", folder.at("elysee.txt"), "--rules", "--html", path]);
    expect({ exit, out, err }).toEqual({ exit: 0, out: "", err: `readout: wrote ${path}\n` });
    expect(readFileSync(path, "utf8")).toMatch(/<\/html>\n$/);
  });

  it("has a row a point under columns, and what one account alone tells below", async () => {
    const { document } = await page("compare", "--sides");
    const heads = [...document.querySelectorAll(".table th")].map((one) => one.textContent);
    expect(heads).toContain("France");
    expect(document.querySelectorAll(".table tbody").length).toBeGreaterThan(0);
    expect(document.body.textContent).toContain("Russia to release the prisoners");
  });
});

describe("readout brief", () => {
  it("has its sections in order, from facts to sources", async () => {
    const { document } = await page("brief");
    const titles = [...document.querySelectorAll("h2")].map((one) => one.textContent);
    expect(titles[0]).toBe("Facts");
    expect(titles.slice(-2)).toEqual(["Damage and doubts", "Sources"]);
    expect(titles).toContain("Only from Russia");
  });

  it("ends every line with its source", async () => {
    const { document } = await page("brief");
    for (const item of document.querySelectorAll(".points > li"))
      expect(item.querySelector("a.letter"), item.textContent ?? "").not.toBeNull();
  });

  it("is of the one contact that several files tell of, and names the others", async () => {
    const other = folder.at("a-letter.txt");
    writeFileSync(
      other,
      "---\ndate: 2019-03-04\n---\nPresident Emmanuel Macron met Chancellor Angela Merkel in Paris on Monday.\n",
    );
    const { exit, out, err } = await ran([
      "brief",
      other,
      ...Object.keys(ACCOUNTS).map(folder.at),
      "--rules",
      "--html",
      "-",
    ]);
    rmSync(other);
    expect(exit).toBe(0);
    expect(err).toMatch(
      /^readout: left out what one document alone tells of: 2019-03-04-meeting-angela-merkel-emmanuel-macron\n$/,
    );
    expect(out).not.toContain("Merkel");
  });

  const wrong: [args: string[], line: string][] = [
    [["brief"], "brief wants FILEs or a CONTACT"],
    [["brief", "-", "-", "--html", "-"], "- is given twice"],
  ];
  for (const [args, line] of wrong) {
    it(`answers ${args.join(" ")} in one line`, async () => {
      const { exit, out, err } = await ran(args);
      expect({ exit, out }).toEqual({ exit: 2, out: "" });
      expect(err).toContain(line);
    });
  }

  it("wants a place for the page on a screen", async () => {
    const { exit, err } = await ran(["brief", folder.path], { columns: 80 });
    expect(exit).toBe(2);
    expect(err).toContain("wants --html PATH");
  });
});
