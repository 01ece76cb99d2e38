/**
 * A model that reads short texts: its pool of threads, its weights, its
 * tokenizer. What likeness and pairs have in common.
 */

import { type ModelName, ownFolder } from "./files.ts";
import type { ModelOptions } from "./model.ts";
import { openPool, type Pool } from "./pool.ts";
import { loadTextWeights, type TextWeights } from "./text-weights.ts";
import { Tokenizer } from "./wordpiece.ts";

export interface TextModel<Output extends string> {
  tokenizer: Tokenizer;
  weights: TextWeights<Output>;
  pool: Pool<Output>;
}

export async function openTextModel<Output extends string>(
  model: ModelName,
  inputs: readonly string[],
  output: Output,
  { workers, folder }: ModelOptions,
): Promise<TextModel<Output>> {
  // Its first thread starts while the weights are still being checked.
  const pool = openPool<Output>(workers);
  try {
    const weights = await loadTextWeights(folder ?? ownFolder(model), model, inputs, output);
    pool.load(weights.encoder);
    return { tokenizer: new Tokenizer(weights.vocabulary), weights, pool };
  } catch (error) {
    await pool.close();
    throw error;
  }
}

/** So much waits for threads at once: enough to keep each at work, few enough for any number of texts. */
const MOST_AT_ONCE = 64;

/** Does the work for each item, some at once. */
export async function inLanes<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const waiting = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, lane));
}

/** In steps, so that what processors make of the last digits is gone, but for a number on the edge of a step. No zero is negative. */
export function inSteps(values: Iterable<number>, steps: number): Float32Array {
  return Float32Array.from(values, (value) => Math.round(value * steps) / steps || 0);
}
