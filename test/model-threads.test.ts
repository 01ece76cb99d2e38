/** The model in real threads: the same scores as without, and no end of a process while a thread is at work. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { WindowInput } from "../src/model/features.ts";
import { ownFolder } from "../src/model/files.ts";
import { openPool } from "../src/model/pool.ts";
import { loadTextWeights } from "../src/model/text-weights.ts";

const ENTRY = new URL("source-worker.mjs", import.meta.url);
const GRAPH = {
  path: join(ownFolder("attribution"), "encoder.int8.onnx"),
  outputs: ["outer", "any", "unary", "word", "cue"],
};
const HERE = fileURLToPath(new URL(".", import.meta.url));

const threads = openPool(2, ENTRY);
const here = openPool();

afterAll(() => Promise.all([threads.close(), here.close()]));

function windowOf(first: number, pieces: number): WindowInput {
  const ids = Int32Array.from({ length: pieces }, (_, i) => 1000 + first + i);
  return { ids, features: new Int32Array(pieces).fill(24), firsts: Int32Array.of(1, 3) };
}

test("threads give the scores that this thread gives", async () => {
  threads.load(GRAPH);
  here.load(GRAPH);
  const windows = [windowOf(0, 20), windowOf(500, 60), windowOf(900, 9)];
  const together = await Promise.all(windows.map((window) => threads.scoresOf(window)));
  for (const [i, window] of windows.entries()) expect(together[i]).toEqual(await here.scoresOf(window));
});

test("threads take a table of words from another folder", async () => {
  const { encoder } = await loadTextWeights(ownFolder("likeness"), "likeness", ["ids"], "sum");
  const elsewhere = openPool<"sum">(1, ENTRY);
  const alike = openPool<"sum">();
  elsewhere.load(encoder);
  alike.load(encoder);
  const window = { ...windowOf(700, 30), firsts: Int32Array.of(0) };
  expect(await elsewhere.scoresOf(window)).toEqual(await alike.scoresOf(window));
  await Promise.all([elsewhere.close(), alike.close()]);
});

describe("a process that ends while a thread is at work", () => {
  /** Asks for windows that take some tenths of a second, and does `then` in their middle. */
  const run = (then: string) =>
    spawnSync(
      process.execPath,
      [
        "--import",
        "tsx",
        "--input-type=module",
        "-e",
        `const { openPool } = await import("../src/model/pool.ts");
         const pool = openPool(1, new URL(${JSON.stringify(ENTRY.href)}));
         pool.load(${JSON.stringify(GRAPH)});
         const window = (n) => ({ ids: new Int32Array(n).fill(2000), features: new Int32Array(n), firsts: Int32Array.of(1) });
         await pool.scoresOf(window(8));
         for (let i = 0; i < 9; i++) pool.scoresOf(window(380)).catch(() => {});
         await new Promise((resolve) => setTimeout(resolve, 30));
         ${then}`,
      ],
      { cwd: HERE, encoding: "utf8" },
    );

  test("ends as it was told to", () => {
    expect(run("process.exit(7)")).toMatchObject({ status: 7, signal: null, stderr: "" });
  });

  test("closes the pool", () => {
    const ended = run("await pool.close(); console.log('closed');");
    expect(ended).toMatchObject({ status: 0, signal: null, stderr: "", stdout: "closed\n" });
  });
});
