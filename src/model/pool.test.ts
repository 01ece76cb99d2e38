import { afterEach, describe, expect, test } from "vitest";
import type { WindowInput } from "./features.ts";
import { openPool, type Pool } from "./pool.ts";

/** Answers a window with its first id, a moment later; 13 fails, 666 ends the thread. Says in `any` which thread it was. */
const PROGRAM = `
  import { parentPort, threadId } from "node:worker_threads";
  parentPort.on("message", (question) => {
    if (question === "end") return parentPort.close();
    if ("load" in question) return;
    const id = question.window.ids[0];
    if (id === 666) process.exit(3);
    if (id === 13) return parentPort.postMessage({ error: "Cannot run the model: no luck" });
    const scores = { outer: Float32Array.of(id), any: Float32Array.of(threadId) };
    setTimeout(() => parentPort.postMessage({ scores }), 5);
  });
`;
const ENTRY = new URL(`data:text/javascript,${encodeURIComponent(PROGRAM)}`);

type Output = "outer" | "any";
const pools: Pool<Output>[] = [];

function poolOf(workers: number): Pool<Output> {
  const pool = openPool<Output>(workers, ENTRY);
  pool.load({ path: "nothing", outputs: ["outer", "any"] });
  pools.push(pool);
  return pool;
}

function windowOf(id: number): WindowInput {
  return { ids: Int32Array.of(id), features: Int32Array.of(0), firsts: Int32Array.of(0) };
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe("a pool", () => {
  test("gives each window its own scores, whichever thread has them", async () => {
    const pool = poolOf(2);
    const ids = Array.from({ length: 20 }, (_, i) => i + 100);
    const scores = await Promise.all(ids.map((id) => pool.scoresOf(windowOf(id))));
    expect(scores.map(({ outer }) => outer[0])).toEqual(ids);
    expect(new Set(scores.map(({ any }) => any[0])).size).toBe(2);
  });

  test("starts no second thread for one window at a time", async () => {
    const pool = poolOf(2);
    const first = await pool.scoresOf(windowOf(1));
    const second = await pool.scoresOf(windowOf(2));
    expect(second.any).toEqual(first.any);
  });

  test("fails the window that fails and no other", async () => {
    const pool = poolOf(1);
    const [bad, good] = await Promise.allSettled([pool.scoresOf(windowOf(13)), pool.scoresOf(windowOf(1))]);
    expect(bad).toMatchObject({
      status: "rejected",
      reason: { code: "runtime", message: "Cannot run the model: no luck" },
    });
    expect(good.status).toBe("fulfilled");
  });

  test("goes on in a new thread when one ends", async () => {
    const pool = poolOf(1);
    const [bad, good] = await Promise.allSettled([pool.scoresOf(windowOf(666)), pool.scoresOf(windowOf(1))]);
    expect(bad).toMatchObject({ reason: { message: "Cannot run the model: a thread ended with code 3" } });
    expect(good.status).toBe("fulfilled");
  });

  test("takes what waits out of the line when its signal is aborted", async () => {
    const pool = poolOf(1);
    const controller = new AbortController();
    const stopped = [1, 2, 3].map((id) => pool.scoresOf(windowOf(id), controller.signal));
    const other = pool.scoresOf(windowOf(4));
    controller.abort(new Error("enough"));
    for (const one of await Promise.allSettled(stopped))
      expect(one).toMatchObject({ reason: { message: "enough" } });
    expect((await other).outer[0]).toBe(4);
    await expect(pool.scoresOf(windowOf(5), controller.signal)).rejects.toThrow("enough");
  });

  test("fails what waits when it is closed", async () => {
    const pool = poolOf(1);
    const waiting = Promise.allSettled([pool.scoresOf(windowOf(1)), pool.scoresOf(windowOf(2))]);
    await pool.close();
    for (const one of await waiting) expect(one).toMatchObject({ reason: { code: "closed" } });
    await expect(pool.scoresOf(windowOf(3))).rejects.toThrow("Cannot run the model: it was closed");
  });
});
