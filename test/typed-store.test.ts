/**
 * The commands over what a store knows, as a person meets them: search, ledger,
 * positions, correct, corrections, review, reread, doctor.
 */

import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FoundStatement } from "../src/store/store.ts";
import { ACCOUNTS, type Folder, madeAccounts } from "./made-accounts.ts";
import { type Ran, ran } from "./made-world.ts";

let folder: Folder;
let elysee = "";
let kremlin = "";

const over = (...args: string[]): Promise<Ran> =>
  ran([...args, "--store", folder.at("calls.db")], { env: { COLUMNS: "100" } });
const BY = ["--author", "A. Vale", "--reason", "read it twice"];
const correct = (...args: string[]) => over("correct", ...args, ...BY);

beforeAll(async () => {
  folder = madeAccounts();
  const { out } = await over("add", ...Object.keys(ACCOUNTS).map(folder.at), "--rules", "--json");
  const added = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; publisher: string });
  elysee = added.find(({ publisher }) => publisher.startsWith("Elysee"))?.id ?? "";
  kremlin = added.find(({ publisher }) => publisher.startsWith("Kremlin"))?.id ?? "";
});
afterAll(() => folder.remove());

const found = async (...args: string[]) =>
  (await over("search", ...args, "--json")).out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as FoundStatement);
const idOf = async (words: string, document: string) =>
  (await found(words)).find((one) => one.document === document)?.statement ?? "none";

describe("readout search", () => {
  it("shows sentences with their chain, the words marked in any form", async () => {
    const { exit, out, err } = await over("search", "prisoner");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(
      /^Elysee \(retold\) › Emmanuel Macron: urge · 5 March 2021 · [0-9.]+ · [0-9a-f]{10} s\d/,
    );
    expect(out).toContain("President Macron urged Russia to release the *prisoners*.");
  });

  it("finds by speaker, chain, side, act, day and publisher, actors by name or id", async () => {
    const macron = await found("--speaker", "Macron");
    expect(macron.length).toBeGreaterThan(2);
    expect(await found("--speaker", "Emmanuel Macron")).toEqual(macron);
    expect(await found("--speaker", macron[0]?.speaker ?? "")).toEqual(macron);
    expect((await found("--act", "urge")).every(({ act }) => act === "urge")).toBe(true);
    expect((await found("--side", "France")).length).toBeGreaterThanOrEqual(macron.length);
    expect((await found("--from", "2021-03-06")).every(({ publisher }) => publisher === "Harbour Post")).toBe(
      true,
    );
    expect((await found("--publisher", "kremlin")).every(({ document }) => document === kremlin)).toBe(true);
    expect((await found("--condition", "any")).every(({ conditions }) => conditions > 0)).toBe(true);
    expect(await found("--limit", "1")).toHaveLength(1);
  });

  it("says when there is more, and when there is nothing", async () => {
    expect((await over("search", "--limit", "1")).err).toContain("--limit gives more");
    expect(await over("search", "zeppelin")).toMatchObject({
      exit: 0,
      out: "",
      err: "readout: nothing found\n",
    });
  });

  const wrong: [args: string[], line: string][] = [
    [["--speaker", "Makron"], "did you mean Emmanuel Macron?"],
    [["--publisher", "Herald"], "nothing of the store is published by Herald"],
    [["--act", "wran"], "did you mean warn?"],
    [["--from", "March"], "--from wants a day, not March"],
    [["--limit", "0"], "--limit wants a whole number from 1 to 1000, not 0"],
    [["--min-confidence", "2"], "--min-confidence wants a number from 0 to 1, not 2"],
  ];
  for (const [args, line] of wrong) {
    it(`answers ${args.join(" ")} in one line`, async () => {
      const { exit, out, err } = await over("search", ...args);
      expect({ exit, out }).toEqual({ exit: 2, out: "" });
      expect(err).toContain(line);
    });
  }
});

describe("readout ledger and positions", () => {
  it("lists commitments with holder, words and source", async () => {
    const { out } = await over("ledger", "--rules", "--kind", "demand");
    expect(out).toMatch(/^demand, open · Emmanuel Macron: urge\n2021-03-05-demand-emmanuel-macron\n/);
    expect(out).toMatch(/words +“Russia to release the prisoners”/);
    expect((await over("ledger", "--rules", "--status", "kept")).err).toContain("nothing of that kind");
  });

  it("finds a person's commitments by the person and by the side", async () => {
    const all = (await over("ledger", "--rules", "--kind", "demand", "--json")).out;
    for (const holder of ["Macron", "France"])
      expect((await over("ledger", "--rules", "--kind", "demand", "--holder", holder, "--json")).out).toBe(
        all,
      );
    expect((await over("ledger", "--rules", "--kind", "demand", "--holder", "Putin")).out).toBe("");
  });

  it("shows what an actor said on a subject", async () => {
    const { out } = await over("positions", "Macron", "--subject", "prisoners", "--rules");
    expect(out).toMatch(/^Emmanuel Macron on prisoners · 1 statement\n {2}urge “Russia to release/);
    expect((await over("positions", "Nobodi")).exit).toBe(2);
  });
});

describe("readout correct", () => {
  it("changes a field, and tells the machine's answer and the person's", async () => {
    const id = await idOf("prisoners", elysee);
    const { exit, out } = await correct(elysee.slice(0, 8), `${id}.speaker`, "--to", "Putin");
    expect(exit).toBe(0);
    expect(out).toMatch(/^[0-9a-f]{10} .* statement, speaker: Emmanuel Macron → Vladimir Putin · A\. Vale, /);
    const history = (await over("corrections", elysee.slice(0, 8))).out;
    expect(history).toContain("“Russia to release the prisoners”\n  why read it twice\n");
  });

  it("takes one back, and keeps it in the history", async () => {
    const first = (await over("corrections")).out.slice(0, 10);
    expect((await correct("--undo", first)).out).toContain(`takes back ${first}`);
    const { out } = await over("corrections");
    expect(out).toMatch(/why read it twice\n {2}taken back\n/);
  });

  it("rejects, accepts and adds", async () => {
    const id = await idOf("prisoners", elysee);
    expect((await correct(elysee, id, "--reject")).out).toContain("statement: rejected");
    expect((await correct(elysee, id, "--accept")).out).toContain("statement: accepted");
    const words = "The call lasted 15 minutes";
    const { out } = await correct(kremlin, "--add", words, "--act", "state", "--speaker", "Putin");
    expect(out).toContain("added, act state, speaker Vladimir Putin");
  });

  it("parts and joins the accounts of a contact", async () => {
    const accounts = [`${elysee.slice(0, 8)}/c1`, `${kremlin.slice(0, 8)}/c1`];
    const count = async () => (await over("contacts", "--json")).out.trimEnd().split("\n").length;
    const before = await count();
    expect((await correct(...accounts, "--different")).exit).toBe(0);
    expect(await count()).toBeGreaterThan(before);
    expect((await correct(...accounts, "--same")).exit).toBe(0);
    expect(await count()).toBe(before);
  });

  it("sets a commitment's status by a person's word", async () => {
    expect((await correct("2021-03-05-demand", "--to", "kept", "--rules")).exit).toBe(0);
    expect((await over("ledger", "--rules", "--status", "kept")).out).toMatch(/^demand, kept · /);
  });

  const wrong: [args: () => string[], line: string][] = [
    [() => [elysee, "s99", "--accept"], "the document has no s99"],
    [() => [elysee, "s1.spaeker", "--to", "Putin"], "there are speaker, addressee"],
    [() => [elysee, "s1.speaker", "--to", "Putni"], "did you mean Vladimir Putin?"],
    [() => [elysee, "s1", "--to", "Putin"], "--to wants a field of s1"],
    [() => [elysee, "s1"], "correct wants --accept, --reject, --to"],
    [() => [elysee, "s1", "--accept", "--reject"], "--accept and --reject are two corrections"],
    [() => ["ffffff", "s1", "--accept"], "there is no document ffffff"],
    [() => [elysee, "--add", "words that are not there", "--act", "state"], "do not stand in the document"],
    [() => [elysee, "--add", "President", "--act", "state"], "more than once"],
    [() => ["--undo", "ffff"], "there is no correction ffff"],
    [() => ["2031-demand", "--accept"], "there is no commitment 2031-demand"],
  ];
  for (const [args, line] of wrong) {
    it(`says: ${line}`, async () => {
      const { exit, out, err } = await correct(...args(), "--rules");
      expect(err).toContain(line);
      expect(err.trimEnd().split("\n").length).toBeLessThan(3);
      expect({ exit, out }).toEqual({ exit: 2, out: "" });
    });
  }

  it("wants a name and a reason", async () => {
    const { exit, err } = await over("correct", elysee, "s1", "--accept", "--author", "A. Vale");
    expect(exit).toBe(2);
    expect(err).toContain("correct wants --reason");
  });
});

describe("readout review", () => {
  it("lists the least certain first, and counts", async () => {
    const { out, err } = await over("review", "--limit", "3", "--json");
    const items = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { confidence: number });
    expect(items).toHaveLength(3);
    expect(items.map(({ confidence }) => confidence)).toEqual(
      items.map(({ confidence }) => confidence).sort((a, b) => a - b),
    );
    expect(err).toMatch(/\d+ to look at, \d+ judged/);
    expect((await over("review", elysee, "--limit", "1")).out).toMatch(/^[0-9a-f]{10} s\d+ .*\n {2}“/);
  });
});

describe("readout reread", () => {
  it("finds the same again, and corrections on their words", async () => {
    const { exit, out } = await over("reread", elysee, kremlin, "--rules");
    expect(exit).toBe(0);
    expect(out.match(/ the same \d+ statements/g)).toHaveLength(2);
    expect((await over("corrections", "--orphans")).err).toContain("no orphans");
  });
});

describe("readout doctor", () => {
  it("finds a store as it was written", async () => {
    const { exit, out } = await over("doctor");
    expect(exit).toBe(0);
    expect(out).toMatch(/documents +4\n/);
    expect(out).toContain("Everything is as it was written.");
  });

  it("ends with 6 when something is wrong, and says what to do", async () => {
    const damaged = folder.at("damaged.db");
    await ran(["add", folder.at("post.txt"), "--rules", "--store", damaged]);
    const database = new DatabaseSync(damaged);
    database.exec("update originals set bytes = x'00'");
    database.close();
    const { exit, out } = await ran(["doctor", "--store", damaged]);
    expect(exit).toBe(6);
    expect(out).toMatch(/\n\d faults?\n {2}! /);
  });
});
