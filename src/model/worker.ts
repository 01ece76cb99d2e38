/**
 * A thread that runs the encoder. Told which graph to load, it takes windows
 * one by one and answers each with its scores or with words on why not. An
 * entry of its own in the bundle: dist/model-worker.js.
 */

import { parentPort } from "node:worker_threads";
import { type Encoder, loadRuntime, openEncoder, type WindowScores } from "./encoder.ts";
import { reasonOf } from "./errors.ts";
import type { WindowInput } from "./features.ts";

/** The graph to load, which is not answered; or a window to score. */
export type WorkerQuestion = { load: string } | { window: WindowInput };
export type WorkerAnswer = { scores: WindowScores } | { error: string };

const port = parentPort;
let encoder: Promise<Encoder> | null = null;

// While the main thread still checks the weights. A failure is told when they are loaded.
loadRuntime().catch(() => {});

async function answerTo(window: WindowInput): Promise<WorkerAnswer> {
  try {
    const opened = await encoder;
    return opened ? { scores: await opened.scoresOf(window) } : { error: "Cannot run the model: not loaded" };
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

port?.on("message", async (question: WorkerQuestion) => {
  if ("load" in question) {
    encoder = openEncoder(question.load, 1);
    encoder.catch(() => {});
    return;
  }
  const answer = await answerTo(question.window);
  port.postMessage(
    answer,
    "scores" in answer ? Object.values(answer.scores).map(({ buffer }) => buffer) : [],
  );
});
