/**
 * The program as it is installed: the built file, run as a process. `npm test`
 * builds it first; without a build there is nothing to test here.
 */

import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VERSION } from "../src/reading/version.ts";

const PROGRAM = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const LIBRARY = new URL("../dist/index.js", import.meta.url).href;
const run = promisify(execFile);

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-program-"));
  writeFileSync(join(folder, "long.txt"), "Ruiz said that Holt will come.\n\n".repeat(3000));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!existsSync(PROGRAM))("the built program", () => {
  it("runs by its own name", async () => {
    expect((await run(PROGRAM, ["--version"])).stdout).toBe(`${VERSION}\n`);
  });

  it("ends by itself when the model was loaded and not needed", async () => {
    const memo = fileURLToPath(new URL("../examples/memcon/1974-05-09-call.xml", import.meta.url));
    const { stdout } = await run(process.execPath, [PROGRAM, "read", memo], { timeout: 20_000 });
    expect(stdout).toContain("statements");
  });

  it("ends quietly when nobody reads on", async () => {
    const child = spawn(process.execPath, [PROGRAM, "read", join(folder, "long.txt")]);
    let talk = "";
    child.stderr.on("data", (piece: Buffer) => {
      talk += piece.toString();
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const exit = await new Promise((resolve) => child.once("close", resolve));
    expect({ exit, talk }).toEqual({ exit: 0, talk: "" });
  });

  it("leaves nothing behind when it is interrupted", async () => {
    const child = spawn(process.execPath, [PROGRAM, "read", "-", "--html", join(folder, "page.html")]);
    // It waits for standard input; the files of the page are open by then.
    await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith(".tmp")).length).toBe(2);
    child.kill("SIGINT");
    const exit = await new Promise((resolve) => child.once("close", resolve));
    expect(exit).toBe(130);
    expect(readdirSync(folder)).toEqual(["long.txt"]);
  });

  it("exports with the libraries of each format, and leaves nothing when interrupted", async () => {
    const exports = mkdtempSync(join(tmpdir(), "readout-program-"));
    try {
      for (const format of ["csv", "parquet", "annotation", "tei"]) {
        const args = ["export", join(folder, "long.txt"), "--rules", "--format", format];
        await run(process.execPath, [PROGRAM, ...args, "--out", join(exports, `long.${format}`)]);
      }
      const left = readdirSync(exports);
      expect(left).toHaveLength(4);
      const args = ["export", "-", "--format", "parquet", "--out", join(exports, "half.parquet")];
      const child = spawn(process.execPath, [PROGRAM, ...args]);
      await expect.poll(() => readdirSync(exports).some((name) => name.endsWith(".tmp"))).toBe(true);
      child.kill("SIGINT");
      expect(await new Promise((resolve) => child.once("close", resolve))).toBe(130);
      expect(readdirSync(exports)).toEqual(left);
    } finally {
      rmSync(exports, { recursive: true, force: true });
    }
  });

  it("leaves whole documents when adding is interrupted", async () => {
    const store = join(folder, "calls.db");
    const pile = join(folder, "pile");
    mkdirSync(pile);
    for (let at = 0; at < 60; at++)
      writeFileSync(join(pile, `${at}.txt`), `${at}\n\n${"Ruiz said that Holt will come. ".repeat(400)}`);
    const child = spawn(process.execPath, [PROGRAM, "add", pile, "--rules", "--store", store]);
    let told = "";
    child.stdout.on("data", (piece: Buffer) => {
      told += piece.toString();
      if (told.split("\n").length > 3) child.kill("SIGINT");
    });
    const exit = await new Promise((resolve) => child.once("close", resolve));
    expect(exit).toBe(130);
    const { stdout } = await run(process.execPath, [PROGRAM, "doctor", "--json", "--store", store]);
    const { documents, readings, faults } = JSON.parse(stdout);
    expect({ faults, readings }).toEqual({ faults: [], readings: documents });
    expect(documents).toBeGreaterThanOrEqual(told.trimEnd().split("\n").length);
    expect(documents).toBeLessThan(60);
    rmSync(pile, { recursive: true });
    for (const name of readdirSync(folder)) if (name.startsWith("calls.db")) rmSync(join(folder, name));
  });

  it("is a library that does nothing at import", async () => {
    const code = `
      const before = process.getActiveResourcesInfo().length;
      const names = Object.keys(await import(${JSON.stringify(LIBRARY)})).sort();
      await new Promise((resolve) => setTimeout(resolve, 20));
      console.log(JSON.stringify({ names, left: process.getActiveResourcesInfo().length - before }));`;
    const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "-e", code]);
    expect(stderr).toBe("");
    const names = [
      "CorrectionError",
      "InputError",
      "StoreError",
      "compare",
      "openArchive",
      "read",
      "readAll",
    ];
    expect(JSON.parse(stdout)).toEqual({ names, left: 0 });
  });
});
