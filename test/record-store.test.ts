/**
 * The commands over a store as a person meets them: add, contacts, compare by
 * id.
 */

import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCOUNTS, type Folder, madeAccounts } from "./made-accounts.ts";
import { ran } from "./made-world.ts";

let folder: Folder;
let store: string;
const CALL = "2021-03-05-call-emmanuel-macron-vladimir-putin";

beforeAll(async () => {
  folder = madeAccounts();
  store = folder.at("calls.db");
  const files = Object.keys(ACCOUNTS).map(folder.at);
  const added = await ran(["add", ...files, "--rules", "--store", store]);
  expect(added).toMatchObject({ exit: 0 });
});
afterAll(() => folder.remove());

const over = (...args: string[]) => ran([...args, "--store", store, "--rules"]);

describe("readout add", () => {
  it("tells each document in a line: short id, new, title", async () => {
    const fresh = folder.at("fresh.db");
    const { exit, out, err } = await ran(["add", folder.at("kremlin.txt"), "--rules", "--store", fresh]);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/^[0-9a-f]{10} {2}new {6}Talk with the President of France \(excerpt\)\n$/);
  });

  it("adds what is there already no second time", async () => {
    const { out, err } = await over("add", folder.at("kremlin.txt"), folder.at("post.txt"));
    expect(out.match(/^[0-9a-f]{10} {2}already /gm)).toHaveLength(2);
    expect(err).toBe(`readout: 0 added, 2 there already (${store})\n`);
  });

  it("tells a file that cannot be read, and adds the others", async () => {
    writeFileSync(folder.at("empty.txt"), "");
    const { exit, out, err } = await over("add", folder.at("empty.txt"), folder.at("post.txt"));
    expect(exit).toBe(3);
    expect(err).toContain("empty.txt");
    expect(out.trimEnd().split("\n")).toHaveLength(1);
  });

  it("gives JSON, a line a document", async () => {
    const { out } = await over("add", folder.at("elysee.txt"), "--json");
    const added = JSON.parse(out) as Record<string, unknown>;
    expect(added).toMatchObject({ added: false, publisher: "Elysee (retold)", side: "FRA", kind: "readout" });
    expect(added.id).toMatch(/^[0-9a-f]{64}$/);
  });

  it("keeps what it was told of a document", async () => {
    const other = folder.at("told.db");
    writeFileSync(folder.at("bare.txt"), "Ruiz said that Holt will come.");
    const facts = ["--publisher", "Gull News", "--date", "2021-05-06"];
    const { out } = await ran([
      "add",
      folder.at("bare.txt"),
      ...facts,
      "--rules",
      "--json",
      "--store",
      other,
    ]);
    expect(JSON.parse(out)).toMatchObject({ publisher: "Gull News", published: "2021-05-06" });
  });

  it("refuses a store that cannot be made, with 6", async () => {
    const bad = folder.at("none/calls.db");
    const { exit, out, err } = await ran(["add", folder.at("post.txt"), "--rules", "--store", bad]);
    expect({ exit, out }).toEqual({ exit: 6, out: "" });
    expect(err.trimEnd().split("\n").length).toBeLessThan(3);
  });
});

describe("readout contacts", () => {
  it("lists contacts: day, kind, names, accounts, id", async () => {
    const { exit, out } = await ran(["contacts", "--store", store], { env: { COLUMNS: "100" } });
    expect(exit).toBe(0);
    expect(out).toMatch(/5 March 2021 +call Emmanuel Macron, Vladimir Putin\n/);
    expect(out).toContain("4 accounts: Elysee (retold), Harbour Post, Kremlin (retold), Northwind");
    expect(out).toContain(CALL);
  });

  it("gives JSON, a line a contact", async () => {
    const { out } = await ran(["contacts", "--store", store, "--json"]);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual([CALL]);
  });

  it("says that there is no store", async () => {
    const { exit, err } = await ran(["contacts", "--store", folder.at("missing.db")]);
    expect(exit).toBe(6);
    expect(err).toContain("missing.db");
  });
});

describe("readout compare over a store", () => {
  it("takes the beginning of an id, and gives what files give", async () => {
    const files = Object.keys(ACCOUNTS).map(folder.at);
    const kept = await over("compare", "2021-03-05");
    expect(kept).toEqual(await ran(["compare", ...files, "--rules"]));
  });

  it("takes every contact that several accounts tell of", async () => {
    expect((await over("compare")).out).toContain(`\n${CALL}\n`);
  });

  it("names the nearest id when there is none", async () => {
    const { exit, out, err } = await over("compare", CALL.replace("macron", "makron"));
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(`did you mean ${CALL}?`);
  });
});
