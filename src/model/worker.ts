/**
 * A thread that runs the encoder. Told which graph to load, it takes windows
 * one by one and answers each with its rows of numbers or with words on why not. An
 * entry of its own in the bundle: dist/model-worker.js.
 *
 * A thread that is ended in the middle of native work takes the whole process
 * down. So it says when it is in such work, begins none once it is told to
 * stop, and ends itself when it is asked to.
 */

import { parentPort, workerData } from "node:worker_threads";
import { type Encoder, type Graph, loadRuntime, openEncoder, type Scores } from "./encoder.ts";
import { reasonOf } from "./errors.ts";
import type { WindowInput } from "./features.ts";

/** The graph to load, which is not answered; a window to score; or to end. */
export type WorkerQuestion = { load: Graph<string> } | { window: WindowInput } | "end";
export type WorkerAnswer<Output extends string> = { scores: Scores<Output> } | { error: string };

/** Two shared numbers, 0 or 1: whether the thread is in native work, and whether it must begin no more. */
export type WorkerState = Int32Array<SharedArrayBuffer>;
const AT_WORK = 0;
const STOPPED = 1;

const port = parentPort;
const state: WorkerState = workerData;
let encoder: Encoder<string> | null = null;
let failure = "Cannot run the model: not loaded";

async function natively<T>(work: () => Promise<T>): Promise<T> {
  Atomics.store(state, AT_WORK, 1);
  try {
    if (Atomics.load(state, STOPPED)) throw new Error("Cannot run the model: the program is ending");
    return await work();
  } finally {
    Atomics.store(state, AT_WORK, 0);
    Atomics.notify(state, AT_WORK);
  }
}

async function load(graph: Graph<string>): Promise<void> {
  try {
    encoder = await natively(() => openEncoder(graph, 1));
  } catch (error) {
    failure = reasonOf(error);
  }
}

async function answerTo(window: WindowInput): Promise<WorkerAnswer<string>> {
  if (!encoder) return { error: failure };
  const { scoresOf } = encoder;
  try {
    return { scores: await natively(() => scoresOf(window)) };
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

async function take(question: WorkerQuestion): Promise<void> {
  if (question === "end") port?.close();
  else if ("load" in question) await load(question.load);
  else {
    const answer = await answerTo(question.window);
    port?.postMessage(
      answer,
      "scores" in answer ? Object.values(answer.scores).map(({ buffer }) => buffer) : [],
    );
  }
}

// The runtime first, while the main thread still checks the weights; if it fails, loading will say so.
let last = natively(loadRuntime).then(
  () => {},
  () => {},
);
port?.on("message", (question: WorkerQuestion) => {
  last = last.then(() => take(question));
});
