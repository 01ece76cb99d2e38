/**
 * Pairs: two tellings in, how they stand to each other out. The door's third
 * entry, beside `model.ts` and `likeness.ts`.
 *
 * Each pair is read alone, in the order of its letters: it has the same chances
 * alone and among others, whichever of the two comes first. What the chances
 * mean is left to `accounts/`.
 */

import { PAIR_KINDS } from "../accounts/pair-stands.ts";
import type { TextPair } from "../accounts/read-pairs.ts";
import { pairInputOf } from "./features.ts";
import type { ModelOptions } from "./model.ts";
import { inLanes, inSteps, openTextModel } from "./text-model.ts";

export interface Pairs {
  name: string;
  version: string;
  /** SHA-256 over all weights and settings. */
  hash: string;
  /** For each pair the log probability of each of `PAIR_KINDS`. */
  standsFor(pairs: readonly TextPair[], signal?: AbortSignal): Promise<Float32Array[]>;
  /** Ends the threads. What still waits fails. */
  close(): Promise<void>;
}

export async function loadPairs(options: ModelOptions = {}): Promise<Pairs> {
  const { tokenizer, weights, pool } = await openTextModel("pairs", ["ids", "features"], "stands", options);
  const { name, version, hash, description, endMarks } = weights;
  description.mustEqual("kinds", PAIR_KINDS);
  const [longest, steps] = [description.count("longest"), description.count("steps")];
  const standsOf = async ([a, b]: TextPair, signal?: AbortSignal): Promise<Float32Array> => {
    const [one, other] = a <= b ? [a, b] : [b, a];
    const input = pairInputOf(tokenizer.wordsIn(one), tokenizer.wordsIn(other), endMarks, longest);
    const { stands } = await pool.scoresOf(input, signal);
    return inSteps(stands, steps);
  };
  return {
    name,
    version,
    hash,
    standsFor: async (pairs, signal) => {
      const found: Float32Array[] = new Array(pairs.length);
      const read = async ([at, pair]: [number, TextPair]) => {
        found[at] = await standsOf(pair, signal);
      };
      await inLanes(pairs.entries(), read, signal);
      return found;
    },
    close: () => pool.close(),
  };
}
