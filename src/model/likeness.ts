/**
 * Likeness of content: short texts in, a vector for each; texts that tell the
 * same thing lie near each other. The door's second entry, beside `model.ts`.
 *
 * Each window is encoded alone: a text has the same vector alone and among
 * others, in any order. What a cosine means is left to `accounts/likeness.ts`.
 */

import { windowInputOf } from "./features.ts";
import { ownFolder } from "./files.ts";
import { type LikenessWeights, loadLikenessWeights } from "./likeness-weights.ts";
import type { ModelOptions } from "./model.ts";
import { openPool, type Pool } from "./pool.ts";
import { windowsOver } from "./windows.ts";
import { Tokenizer } from "./wordpiece.ts";

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

export async function loadLikeness({ workers, folder }: ModelOptions = {}): Promise<Likeness> {
  // Its first thread starts while the weights are still being checked.
  const pool = openPool<"sum">(workers);
  const weights = await loadLikenessWeights(folder ?? ownFolder("likeness")).catch(async (error: unknown) => {
    await pool.close();
    throw error;
  });
  pool.load(weights.encoder);
  const { name, version, hash } = weights;
  const reader: TextReader = { tokenizer: new Tokenizer(weights.vocabulary), weights, pool };
  return {
    name,
    version,
    hash,
    vectorsFor: (texts, signal) => vectorsFrom(texts, reader, signal),
    close: () => pool.close(),
  };
}

interface TextReader {
  tokenizer: Tokenizer;
  weights: LikenessWeights;
  pool: Pool<"sum">;
}

/** So many texts wait for threads at once: enough to keep each at work, few enough for any number of texts. */
const MOST_AT_ONCE = 64;

/** Equal texts are encoded once. */
async function vectorsFrom(
  texts: readonly string[],
  reader: TextReader,
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  signal?.throwIfAborted();
  const vectors = new Map<string, Float32Array>();
  const waiting = new Set(texts).values();
  const lane = async () => {
    for (const text of waiting) vectors.set(text, await vectorOf(text, reader, signal));
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, lane));
  return texts.map((text) => vectors.get(text) ?? new Float32Array(0));
}

/** The sum over all windows, of length 1. */
async function vectorOf(
  text: string,
  { tokenizer, weights, pool }: TextReader,
  signal?: AbortSignal,
): Promise<Float32Array> {
  const words = tokenizer.wordsIn(text);
  const sum = new Float64Array(weights.width);
  for (const { words: run } of windowsOver(words, weights.windows)) {
    const input = windowInputOf(words, run, weights.endMarks);
    const found = await pool.scoresOf({ ...input, firsts: ONLY_ROW }, signal);
    for (const [i, value] of found.sum.entries()) sum[i] = (sum[i] ?? 0) + value;
  }
  return inSteps(sum, weights.steps);
}

const ONLY_ROW = Int32Array.of(0);

/** Of length 1, then rounded: what processors make of the last digits is gone, but for a number on the edge of a step. No zero is negative. */
function inSteps(sum: Float64Array, steps: number): Float32Array {
  const length = Math.hypot(...sum) || 1;
  return Float32Array.from(sum, (value) => Math.round((value / length) * steps) / steps || 0);
}
