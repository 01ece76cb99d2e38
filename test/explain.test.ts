/**
 * `readout explain` as a person meets it, and the "why" of the page.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sectionFrom } from "../src/pages/reading-page.ts";
import type { Explanation } from "../src/reading/explained/reasons.ts";
import type { Reading } from "../src/reading/reading.ts";
import { madeReading } from "./made-reading.ts";
import { ran } from "./made-world.ts";

let folder = "";
const at = (name: string) => join(folder, name);
const TEXT = `OSLO, March 5 (Northwind) - Presidential aide Anna Vale said on Tuesday that the presidents of France and Russia had talked by telephone for about 40 minutes.

“Our president warned that if the corridor is closed, we will respond,” she told reporters. Vale and Ortiz met in Geneva. He said that “we will go on in early May”.`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-explain-"));
  writeFileSync(at("talk.txt"), TEXT);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FLAGS = ["--date", "2021-03-05", "--rules"];
const explained = (id: string, ...more: string[]) => ran(["explain", id, at("talk.txt"), ...FLAGS, ...more]);
const readingOf = async () =>
  JSON.parse((await ran(["read", at("talk.txt"), ...FLAGS, "--json"])).out) as Reading;

describe("readout explain", () => {
  it("says why a statement is there: rule, words with their place, chain, condition", async () => {
    const { statements } = await readingOf();
    const warning = statements.find(({ act }) => act === "warn");
    const { exit, out, err } = await explained(warning?.id ?? "none");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/^s\d+ statement: warn/);
    expect(out).toMatch(/act +warn, a directive act\n +act warn: Harm is announced/);
    const start = TEXT.indexOf("if the corridor");
    expect(out).toContain(`“if the corridor is closed” line 3, ${start}–${start + 25}`);
    expect(out).toContain("“we will respond”");
    expect(out).toMatch(/attribution opening: A speaker, a verb of saying/);
    expect(out).toMatch(/probability 0\.\d/);
    expect(out).toMatch(/chain +1 of 3: Northwind/);
  });

  it("explains every finding of a Reading, alone and as JSON", async () => {
    const { out } = await ran(["explain", at("talk.txt"), ...FLAGS, "--json"]);
    const sorts = JSON.parse(out) as { sort: string; ids: string[] }[];
    const reading = await readingOf();
    expect(sorts.find(({ sort }) => sort === "mentions")?.ids).toEqual(reading.mentions.map(({ id }) => id));
    for (const id of ["document", "a1", "c1", "q1", "t1", "RUS", reading.mentions[0]?.id ?? ""]) {
      const one = await explained(id, "--json");
      const explanation = JSON.parse(one.out) as Explanation;
      expect(explanation.id).toBe(id);
      for (const { start, end, words } of explanation.reasons.flatMap((reason) => reason.words))
        expect(TEXT.slice(start, end)).toBe(words);
    }
  });

  it("takes one field of a finding", async () => {
    const { out } = await explained("c1.duration");
    expect(out).toContain("PT40M, APPROX");
    expect(out).toContain("on the word of 2 of 2: Anna Vale");
    expect(out).not.toContain("participants");
    expect((await explained("t1.anchor")).out).toContain("2021-03-05, the day of publication");
  });

  it("lists what ids there are when none is given", async () => {
    const { exit, out } = await ran(["explain", at("talk.txt"), ...FLAGS]);
    expect(exit).toBe(0);
    expect(out).toMatch(/\n {2}s1 {2}state, by Anna Vale/);
    expect(out).toMatch(/\n {2}t1 {2}2021-03-02 “Tuesday”/);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("reads standard input", async () => {
    const { exit, out } = await ran(["explain", "a1", "-", "--rules"], {
      stdin: "Ruiz said that Holt will come.",
    });
    expect({ exit, begins: out.slice(0, 14) }).toEqual({ exit: 0, begins: "a1 attribution" });
  });

  it("lets nothing in a document act on the terminal", async () => {
    const { out } = await ran(["explain", "a1", "-", "--rules"], {
      stdin: "Holt\u202e said that \u009b31m he will come.\u001b[2J",
    });
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  });

  const wrong: [args: string[], exit: number, says: string, hint: string][] = [
    [["s99", "talk.txt"], 2, "there is no s99 in the Reading of", "it has document, s1–s"],
    [["s1.acts", "talk.txt"], 2, "s1 has no acts; did you mean s1.act?", "it has act, speaker"],
    [["s1", "none.txt"], 3, "there is no such file", ""],
    [["s1"], 2, "explain wants a FILE, and there is no file s1", "for example readout explain s1 report.txt"],
    [[], 2, "explain wants an ID and a FILE", "for example"],
    [["s1", "talk.txt", "x"], 2, "explain takes one ID and one FILE, and x is a third", "for example"],
    [["s1", "."], 2, "explain takes one document", ""],
  ];
  for (const [args, exit, says, hint] of wrong) {
    it(`answers ${args.join(" ") || "nothing"} with what to do`, async () => {
      const paths = args.map((arg) => (arg.endsWith(".txt") ? at(arg) : arg === "." ? folder : arg));
      const result = await ran(["explain", ...paths, ...FLAGS]);
      expect(result.err).toContain(says);
      expect(result.err).toContain(hint);
      expect(result.err.trimEnd().split("\n").length).toBeLessThan(3);
      expect({ exit: result.exit, out: result.out }).toEqual({ exit, out: "" });
    });
  }
});

describe("the page's why", () => {
  it("is left to explain, and said to be, where there are thousands of statements", () => {
    const reading = madeReading();
    const [statement] = reading.statements;
    if (statement === undefined) throw new Error("the made Reading has no statement");
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...statement, id: `s${at + 1}` }));
    const pageOf = (count: number) => sectionFrom({ ...reading, statements: many(count) }, 1).html;
    expect(pageOf(2000)).toContain("<details");
    expect(pageOf(2001)).not.toContain("<details");
    expect(pageOf(2001)).toContain("readout explain");
  });

  it("unfolds in every card, and says what explain says", async () => {
    const { out } = await ran(["read", at("talk.txt"), ...FLAGS, "--html", "-"]);
    const { document } = parseHTML(out);
    const cards = [...document.querySelectorAll(".card")];
    expect(cards.length).toBeGreaterThan(2);
    for (const card of cards) {
      const why = card.querySelector("details.why");
      expect(why?.querySelector("summary")?.textContent).toBe("why");
      expect(why?.hasAttribute("open")).toBe(false);
      const said = (why?.textContent ?? "").replace(/\s+/g, " ");
      const { reasons } = JSON.parse(
        (await explained(card.querySelector(".number")?.textContent ?? "", "--json")).out,
      ) as Explanation;
      for (const { field, says, rule } of reasons) {
        if (field === "content") continue;
        expect(said).toContain(says);
        if (rule !== null) expect(said).toContain(`${rule.family} ${rule.name}: ${rule.says}`);
      }
    }
  });
});
