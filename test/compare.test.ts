/**
 * `readout compare` as a person meets it.
 */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Comparison } from "../src/accounts/accounts.ts";
import { comparisonLines } from "../src/cli/comparison-lines.ts";
import { paintLine } from "../src/cli/paint.ts";
import { comparisonView } from "../src/pages/comparison-view.ts";
import { type Folder, madeAccounts } from "./made-accounts.ts";
import { ESCAPES, ran } from "./made-world.ts";

let folder: Folder;
beforeAll(() => {
  folder = madeAccounts();
});
afterAll(() => folder.remove());

const compared = (args: readonly string[] = [], setting: Parameters<typeof ran>[1] = {}) =>
  ran(["compare", folder.path, "--rules", ...args], { env: { COLUMNS: "100" }, ...setting });

describe("readout compare", () => {
  it("names the contact and its accounts, copies with what they changed", async () => {
    const { exit, out, err } = await compared();
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/^Call of Emmanuel Macron and Vladimir Putin, 5 March 2021\n2021-03-05-call-/);
    expect(out).toContain("4 accounts, 3 texts of their own");
    expect(out).toMatch(/\n {2}A {2}Northwind · 5 March 2021 · news/);
    expect(out).toMatch(/\n {4}B {2}Harbour Post .* a copy of A, \d\d % the same/);
    expect(out).toContain("has “continues to invade” for “further invades”");
    expect(out).toMatch(/Kremlin \(retold\) .* the word of Russia · not the whole: “\(excerpt\)”/);
  });

  it("spreads each fact over the accounts, with a sign and what cannot be true", async () => {
    const { out } = await compared();
    expect(out).toMatch(/= When +5 March 2021 “Friday” · A B C D\n/);
    expect(out).toMatch(/≠ How long +40 minutes · A B D\n +15 minutes · C\n/);
    expect(out.replace(/\s+/g, " ")).toContain("both cannot be true");
    expect(out).toMatch(/• Asked for by +France .* · A B · not in C \(partial\), D/);
  });

  it("sets points in columns, marks what moved, and says why and who is silent", async () => {
    const { out } = await compared();
    const row = out.slice(out.indexOf("≈ wording differs"));
    expect(row).toMatch(/\*[^*]+\*/);
    expect(row).toMatch(/\n {2}why [A-Z]/);
    expect(row).toContain("not in C (partial)");
    expect(out).toMatch(/─┼─/);
  });

  it("lists what one account alone tells under its name, with who was searched", async () => {
    const { out } = await compared();
    expect(out).toMatch(
      /Only in D, Elysee \(retold\): \d+ points?\n {2}searched and silent: A, C \(partial\)\n/,
    );
    expect(out).toContain("• Emmanuel Macron: urge “Russia to release the prisoners”");
  });

  it("shows what was asked for only, and says how much is left out", async () => {
    const { out } = await compared(["--only", "disputes"]);
    expect(out).not.toContain("Only in");
    expect(out).toMatch(/\d+ of them not asked for/);
    expect((await compared(["--only", "contradicted"])).out).not.toContain("≈ wording");
  });

  it("unfolds copies", async () => {
    const head = /A Northwind +│ B Harbour Post/;
    expect((await compared(["--accounts"])).out).not.toMatch(head);
    expect((await compared(["--accounts", "--unfold"])).out).toMatch(head);
  });

  it("keeps to the screen, at any width, in the same letters with colour and without", async () => {
    for (const columns of [30, 50, 80, 100]) {
      for (const table of ["--sides", "--accounts"]) {
        const plain = await compared([table], { columns, env: { NO_COLOR: "1" } });
        const colour = await compared([table], { columns });
        expect(Math.max(...plain.out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
        expect(plain.out).not.toMatch(/ \n/);
        expect(colour.out).not.toBe(plain.out);
        expect(colour.out.replace(ESCAPES, "")).toBe(plain.out);
      }
    }
  });

  it("stacks the columns where the screen is too narrow for them", async () => {
    const { out } = await compared(["--sides"], { columns: 60, env: { NO_COLOR: "1" } });
    expect(out).not.toContain("│");
    expect(out).toMatch(/\n {2}France\n {4}[A-D]/);
  });

  it("gives the comparison as JSON, one object for one contact", async () => {
    const { out } = await compared(["--json"]);
    const { contact, accounts, points } = JSON.parse(out) as Comparison;
    expect(contact.id).toBe("2021-03-05-call-emmanuel-macron-vladimir-putin");
    expect(accounts).toHaveLength(4);
    expect(points.some(({ verdict }) => verdict.kind === "contradicted")).toBe(true);
  });

  it("tells what a person said of a point", async () => {
    const comparison = JSON.parse((await compared(["--json"])).out) as Comparison;
    const point = comparison.points.find(({ kind }) => kind === "statement")?.id ?? "";
    const correction = {
      ...{ id: "f".repeat(64), target: { kind: "point" as const, cells: [] }, former: null, reader: null },
      ...{ action: "change" as const, value: "scope-differs", author: "A. Vale", reason: "one is wider" },
      ...{ at: "2022-01-02T03:04:05.000Z", undoes: null },
    };
    const view = comparisonView({ ...comparison, marks: [{ point, correction }] });
    const text = [...comparisonLines(view, 200)].map((line) => paintLine(line, false)).join("\n");
    expect(text.replace(/\s+/g, " ")).toContain(" · changed to scope differs by A. Vale: one is wider");
  });

  it("gives the same whatever the order of the files", async () => {
    const names = ["elysee.txt", "kremlin.txt", "northwind.txt", "post.txt"].map(folder.at);
    const [one, other] = await Promise.all([
      ran(["compare", ...names, "--rules"]),
      ran(["compare", ...names.reverse(), "--rules"]),
    ]);
    expect(one.out).toBe(other.out);
  });

  it("compares what it could read and ends with 3 when a file is missing", async () => {
    const { exit, out, err } = await compared([folder.at("none.txt")]);
    expect(exit).toBe(3);
    expect(err).toContain("there is no such file");
    expect(out).toContain("4 accounts");
  });

  it("says so when the documents tell of no contact", async () => {
    const { exit, out, err } = await ran(["compare", "-", "--rules"], { stdin: "Ruiz said that Holt came." });
    expect({ exit, out }).toEqual({ exit: 3, out: "" });
    expect(err).toContain("the document tells of no contact");
  });

  const wrong: [args: string[], exit: number, line: string][] = [
    [["--sides", "--accounts"], 2, "--sides and --accounts are two tables"],
    [["--only", "difference"], 2, "did you mean differences?"],
  ];
  for (const [args, exit, line] of wrong) {
    it(`answers ${args.join(" ")} in one line`, async () => {
      const result = await compared(args);
      expect({ exit: result.exit, out: result.out }).toEqual({ exit, out: "" });
      expect(result.err).toContain(line);
    });
  }
});
