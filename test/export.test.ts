/**
 * `readout export` as a person meets it: what it takes and refuses, and that a
 * file is there whole or not at all.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXPORT_FORMATS } from "../src/exports/exports.ts";
import type { StatementRecord } from "../src/exports/statements.ts";
import { type MadeExport, madeExport } from "./made-export.ts";
import { MADE_TEXT } from "./made-reading.ts";
import { ran } from "./made-world.ts";

let made: MadeExport;
beforeAll(async () => {
  made = await madeExport();
});
afterAll(() => made.remove());

const exported = (...args: string[]) => ran(["export", "--store", made.path, ...args]);

describe("readout export", () => {
  it("gives a line of JSON for each statement, with document, chain and reader", async () => {
    const { exit, out, err } = await exported("--format", "jsonl");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    const lines = out.trimEnd().split("\n");
    const records = lines.map((line) => JSON.parse(line) as StatementRecord);
    expect(records).toHaveLength(4);
    const threat = records.find(({ plover }) => plover !== null && plover.type === "THREATEN");
    expect(threat).toMatchObject({
      document: { publisher: "Coastal News", published: "2031-05-05" },
      reader: { version: "0.0.0", model: null },
      act: "warn",
      conditions: [{ kind: "if" }],
    });
    expect(threat?.chain.map(({ name }) => name)).toEqual(["Coastal News", "Ana Ruiz", "Ola Berg"]);
  });

  it("tells machine and person apart, and who corrected what", async () => {
    const { out } = await exported("--format", "jsonl");
    const records = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as StatementRecord);
    const hands = records.map(({ id, madeBy, review }) => `${id.slice(0, 1)} ${madeBy} ${review}`).sort();
    expect(hands).toEqual(["h person added", "s machine accepted", "s machine changed", "s machine none"]);
    const changed = records.find(({ review }) => review === "changed");
    expect(changed?.human).toMatchObject([
      { field: "speaker", former: "holt", author: "vera", at: "2031-06-01T08:01:00.000Z" },
    ]);
  });

  it("gives the facts of contacts and tracks, a person's as the person's", async () => {
    const { out } = await exported("--format", "jsonl", "--what", "facts");
    const facts = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(facts.map(({ field }) => field)).toContain("participant");
    expect(facts.filter(({ madeBy }) => madeBy === "person")).toMatchObject([
      { field: "duration", value: "PT15M", words: [], human: [{ author: "ben", former: "PT40M" }] },
    ]);
  });

  it("gives the same bytes for the same store, in every format", async () => {
    for (const format of EXPORT_FORMATS) {
      const paths = [made.at(`one.${format}`), made.at(`two.${format}`)];
      for (const path of paths) {
        const { exit, out, err } = await exported("--format", format, "--out", path);
        expect({ exit, out, err }).toEqual({
          exit: 0,
          out: "",
          err: `readout: wrote ${path}: 2 documents\n`,
        });
      }
      const [one, two] = paths.map((path) => readFileSync(path));
      expect(one?.length).toBeGreaterThan(100);
      expect(one).toEqual(two);
    }
  });

  it("reads files without a store, and standard input", async () => {
    writeFileSync(made.at("talk.txt"), MADE_TEXT);
    const file = await ran(["export", made.at("talk.txt"), "--format", "jsonl", "--rules"]);
    const piped = await ran(["export", "-", "--format", "jsonl", "--rules"], { stdin: MADE_TEXT });
    expect(file.exit).toBe(0);
    expect(file.out.split("\n").length).toBeGreaterThan(2);
    expect(piped).toEqual(file);
  });

  it("exports what can be read, and says what could not", async () => {
    writeFileSync(made.at("empty.txt"), "");
    writeFileSync(made.at("talk.txt"), MADE_TEXT);
    const args = ["--format", "csv", "--rules", "--out", made.at("some.csv")];
    const some = await ran(["export", made.at("empty.txt"), made.at("talk.txt"), ...args]);
    expect(some.exit).toBe(3);
    expect(some.err).toContain("some.csv: 1 document\n");
    expect(readFileSync(made.at("some.csv"), "utf8")).toContain("Ruiz");
  });

  it("leaves a file that is there as it is when nothing could be read", async () => {
    writeFileSync(made.at("kept.csv"), "kept");
    writeFileSync(made.at("empty.txt"), "");
    const args = ["--format", "csv", "--out", made.at("kept.csv")];
    expect(await ran(["export", made.at("empty.txt"), ...args])).toMatchObject({ exit: 3, out: "" });
    expect(readFileSync(made.at("kept.csv"), "utf8")).toBe("kept");
    expect(readdirSync(made.at(".")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("refuses a place that is no file, and makes no store", async () => {
    mkdirSync(made.at("folder"), { recursive: true });
    const folder = await exported("--format", "csv", "--out", made.at("folder"));
    expect(folder).toMatchObject({ exit: 4, out: "" });
    expect(folder.err).toContain("it is a folder");
    const none = await ran(["export", "--store", made.at("none.db"), "--format", "csv"]);
    expect(none).toMatchObject({ exit: 6, out: "" });
    expect(existsSync(made.at("none.db"))).toBe(false);
  });

  const wrong: [args: string[], line: string][] = [
    [[], "export wants a --format"],
    [["--format", "cvs"], "did you mean csv?"],
    [["--format", "tei", "--what", "facts"], "--what is for jsonl, csv, parquet; tei holds what it holds"],
    [["--format", "jsonl", "--unguarded"], "--unguarded is for csv and events; jsonl has no such cells"],
    [["x.txt", "--store", "y.db", "--format", "csv"], "leave out --store or the FILEs"],
  ];
  for (const [args, line] of wrong) {
    it(`answers export ${args.join(" ")} in one line`, async () => {
      const { exit, out, err } = await ran(["export", ...args]);
      expect({ exit, out }).toEqual({ exit: 2, out: "" });
      expect(err).toContain(line);
    });
  }

  it("keeps Parquet off a screen", async () => {
    const { exit, err } = await ran(["export", "--format", "parquet"], { columns: 80 });
    expect(exit).toBe(2);
    expect(err).toContain("--out statements.parquet");
  });
});
