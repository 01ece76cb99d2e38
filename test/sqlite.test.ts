/** What only a store in a file can meet: other files, other processes. */

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { openStore } from "../src/store/open.ts";
import { madeDraft } from "./made-store.ts";

const folder = mkdtempSync(join(tmpdir(), "readout-sqlite-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0);

describe("a store in a file", () => {
  it("is not made of another file, which stays as it is", async () => {
    writeFileSync(at("letter.txt"), "Dear reader, this is a letter and no database of any kind.\n");
    new DatabaseSync(at("other.db")).exec("create table recipes (name text)");
    for (const [name, words] of [
      ["letter.txt", /not a store of Readout, nor any SQLite database/],
      ["other.db", /the SQLite database of another program/],
    ] as const) {
      const before = readFileSync(at(name));
      await expect(openStore(at(name))).rejects.toThrow(words);
      expect(readFileSync(at(name)).equals(before)).toBe(true);
      expect(existsSync(`${at(name)}-wal`)).toBe(false);
    }
  });

  it("is refused where none can be: a folder, a folder that is not there", async () => {
    mkdirSync(at("folder"));
    await expect(openStore(at("folder"))).rejects.toThrow(/it is a folder; name a file in it/);
    await expect(openStore(at("none/x.db"))).rejects.toThrow(/there is no folder/);
    await expect(openStore(at("mistyped.db"), { create: false })).rejects.toThrow(/there is no such file/);
    expect(existsSync(at("mistyped.db"))).toBe(false);
  });

  it("is made of an empty file", async () => {
    writeFileSync(at("empty.db"), "");
    const store = await openStore(at("empty.db"));
    expect((await store.doctor()).faults).toEqual([]);
    await store.close();
  });

  it("is one file when closed, which can be copied", async () => {
    const store = await openStore(at("one.db"));
    await store.add(madeDraft("Holt spoke."));
    expect(statSync(`${at("one.db")}-wal`).size).toBeGreaterThan(0);
    await store.close();
    expect(sizeOf(`${at("one.db")}-wal`)).toBe(0);
    writeFileSync(at("copy.db"), readFileSync(at("one.db")));
    const copy = await openStore(at("copy.db"));
    expect(await copy.doctor()).toMatchObject({ documents: 1, faults: [] });
    await copy.close();
  });

  it("says that a damaged file is damaged", async () => {
    const store = await openStore(at("broken.db"));
    for (let i = 0; i < 60; i++)
      await store.add(madeDraft(`Holt spoke ${i} times. ${"Ruiz listened. ".repeat(50)}`));
    await store.close();
    const bytes = readFileSync(at("broken.db"));
    writeFileSync(at("all-broken.db"), Uint8Array.from(bytes).fill(0x55, 4096));
    await expect(openStore(at("all-broken.db"))).rejects.toMatchObject({ code: "damaged" });
    writeFileSync(at("half-broken.db"), Uint8Array.from(bytes).fill(0x55, Math.floor(bytes.length * 0.7)));
    const half = await openStore(at("half-broken.db"));
    expect((await half.doctor()).faults.length).toBeGreaterThan(0);
    await half.close();
  });

  it("waits for another process that writes, without holding up this one", async () => {
    const store = await openStore(at("shared.db"));
    const code = `const { DatabaseSync } = require("@photostructure/sqlite");
      const file = new DatabaseSync(${JSON.stringify(at("shared.db"))});
      file.exec("begin immediate"); console.log("begun");
      setTimeout(() => { file.exec("commit"); file.close(); }, 400);`;
    const other = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve) => other.stdout.once("data", resolve));
    let turns = 0;
    const turning = setInterval(() => turns++, 10);
    const { added } = await store.add(madeDraft("Lund waited."));
    clearInterval(turning);
    expect(added).toBe(true);
    expect(turns).toBeGreaterThan(10);
    await store.close();
  });
});
