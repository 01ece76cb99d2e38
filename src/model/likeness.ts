/**
 * Likeness of content: short texts in, a vector for each; texts that tell the
 * same thing lie near each other. The door's second entry, beside `model.ts`.
 *
 * Each window is encoded alone: a text has the same vector alone and among
 * others, in any order. What a cosine means is left to `accounts/likeness.ts`.
 */

import { windowsFrom } from "./description-part.ts";
import { windowInputOf } from "./features.ts";
import type { ModelOptions } from "./model.ts";
import { inLanes, inSteps, openTextModel, type TextModel } from "./text-model.ts";
import { type WindowSettings, windowsOver } from "./windows.ts";

export interface Likeness {
  name: string;
  version: string;
  /** SHA-256 over all weights and settings. */
  hash: string;
  /** A vector for each text, of length 1 but for rounding; all zeros for a text without words. */
  vectorsFor(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  /** Ends the threads. What still waits fails. */
  close(): Promise<void>;
}

export async function loadLikeness(options: ModelOptions = {}): Promise<Likeness> {
  const model = await openTextModel("likeness", ["ids"], "sum", options);
  const { name, version, hash, description } = model.weights;
  const reader: VectorReader = {
    ...model,
    windows: windowsFrom(description),
    width: description.part("outputs").count("sum"),
    steps: description.count("steps"),
  };
  return {
    name,
    version,
    hash,
    vectorsFor: (texts, signal) => vectorsFrom(texts, reader, signal),
    close: () => model.pool.close(),
  };
}

interface VectorReader extends TextModel<"sum"> {
  windows: WindowSettings;
  /** Numbers in a vector. */
  width: number;
  /** They are kept as so many steps from 0 to 1. */
  steps: number;
}

/** Equal texts are encoded once. */
async function vectorsFrom(
  texts: readonly string[],
  reader: VectorReader,
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const vectors = new Map<string, Float32Array>();
  const encode = async (text: string) => {
    vectors.set(text, await vectorOf(text, reader, signal));
  };
  await inLanes(new Set(texts), encode, signal);
  return texts.map((text) => vectors.get(text) ?? new Float32Array(0));
}

/** The sum over all windows, of length 1. */
async function vectorOf(
  text: string,
  { tokenizer, weights, pool, windows, width, steps }: VectorReader,
  signal?: AbortSignal,
): Promise<Float32Array> {
  const words = tokenizer.wordsIn(text);
  const sum = new Float64Array(width);
  for (const { words: run } of windowsOver(words, windows)) {
    const input = windowInputOf(words, run, weights.endMarks);
    const found = await pool.scoresOf({ ...input, firsts: ONLY_ROW }, signal);
    for (const [i, value] of found.sum.entries()) sum[i] = (sum[i] ?? 0) + value;
  }
  const length = Math.hypot(...sum) || 1;
  return inSteps(
    sum.map((value) => value / length),
    steps,
  );
}

const ONLY_ROW = Int32Array.of(0);
