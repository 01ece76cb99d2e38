/**
 * What the encoder is given of one window: the ids of its pieces and, for each,
 * one number for shape, break and quotation, with an end mark on either side.
 */

import type { Run } from "../reading/numbers.ts";
import { BREAKS, type ModelWords, QUOTES } from "./wordpiece.ts";

export interface WindowInput {
  ids: Int32Array;
  features: Int32Array;
  /** Rows of the output that are used: for each word of the window the index of its first piece. */
  firsts: Int32Array;
}

export interface EndMarks {
  cls: number;
  sep: number;
}

const JOINED = BREAKS.indexOf("joined");

export function windowInputOf(words: ModelWords, { from, to }: Run, { cls, sep }: EndMarks): WindowInput {
  const before = words.upto[from] ?? 0;
  const count = (words.upto[to] ?? 0) - before + 2;
  const ids = new Int32Array(count);
  const features = new Int32Array(count);
  const firsts = new Int32Array(to - from);
  ids[0] = cls;
  ids.set(words.pieces.subarray(before, before + count - 2), 1);
  ids[count - 1] = sep;
  for (let i = from; i < to; i++) {
    const first = (words.upto[i] ?? 0) - before + 1;
    const after = (words.upto[i + 1] ?? 0) - before + 1;
    firsts[i - from] = first;
    features.fill(featureOf(words, i, JOINED), first, after);
    features[first] = featureOf(words, i, words.breaks[i] ?? 0);
  }
  return { ids, features, firsts };
}

/** Two texts as one window, an end mark after each; the feature of a piece says in which of the two it stands. */
export function pairInputOf(
  a: ModelWords,
  b: ModelWords,
  { cls, sep }: EndMarks,
  longest: number,
): WindowInput {
  const [left, right] = [a.pieces.subarray(0, longest), b.pieces.subarray(0, longest)];
  const ids = Int32Array.of(cls, ...left, sep, ...right, sep);
  const features = new Int32Array(ids.length).fill(1, left.length + 2);
  return { ids, features, firsts: Int32Array.of(0) };
}

/** One number for the three features, so that one table holds them all. */
function featureOf({ shapes, quotes }: ModelWords, word: number, before: number): number {
  return ((shapes[word] ?? 0) * BREAKS.length + before) * QUOTES.length + (quotes[word] ?? 0);
}
