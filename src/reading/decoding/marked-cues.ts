/**
 * The cues that one head of the model marks.
 *
 * Takes the head's scores from the windows that answer for each word, and finds
 * the runs of words that gain most over saying nothing.
 */

import { CUE_TAGS, type Numbers, type Run } from "../numbers.ts";
import { runsIn, writeBestPath, writeLogSoftmax } from "./viterbi.ts";

/** Words that the head marks as a cue. */
export interface MarkedCue extends Run {
  /** Mean probability, over its words, of being a cue at all. */
  chance: number;
  /** What its words gain over saying nothing, in log probability. */
  gain: number;
}

/** Log probabilities of the cue tags, a row for each word of the document. */
export function cueTagsOf({ starts, windows }: Numbers, head: "outer" | "any"): Float64Array {
  const tags = new Float64Array(starts.length * CUE_TAGS);
  for (const { words, owned, [head]: scores } of windows) {
    const first = owned.from - words.from;
    const own = scores.subarray(first * CUE_TAGS, (first + owned.to - owned.from) * CUE_TAGS);
    tags.set(own, owned.from * CUE_TAGS);
  }
  writeLogSoftmax(tags, CUE_TAGS, { from: 0, to: starts.length }, tags);
  return tags;
}

/** The cues in each of the runs; `bias` makes saying nothing less likely. */
export function markedCuesIn(tags: Float64Array, runs: readonly Run[], bias: number): MarkedCue[] {
  return runs.flatMap((run) => {
    const first = run.from * CUE_TAGS;
    const biased = tags.slice(first, run.to * CUE_TAGS);
    for (let at = 0; at < biased.length; at += CUE_TAGS) biased[at] = (biased[at] ?? 0) - bias;
    const path = new Uint8Array(run.to - run.from);
    writeBestPath(biased, CUE_TAGS, { from: 0, to: path.length }, path);
    return runsIn(path, 1, { from: 0, to: path.length }).map((found) => {
      const cue = { from: run.from + found.from, to: run.from + found.to };
      let gain = 0;
      for (let i = found.from; i < found.to; i++) {
        gain += (biased[i * CUE_TAGS + (path[i] ?? 0)] ?? 0) - (biased[i * CUE_TAGS] ?? 0);
      }
      return { ...cue, chance: cueChanceOf(tags, cue), gain };
    });
  });
}

/** Mean probability of the words to be a cue at all. */
export function cueChanceOf(tags: Float64Array, { from, to }: Run): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += 1 - Math.exp(tags[i * CUE_TAGS] ?? 0);
  return sum / (to - from);
}

/** A word must come this near to gaining something for a cue to be possible around it; far wider than any rounding. */
const NEAR_GAIN = 0.1;

/**
 * Whether a cue can be found in rows [from, to) of a head's raw scores. A cue
 * gains more than nothing, so one of its words does; where none comes near,
 * the other numbers of the window are never asked for and need not be kept.
 */
export function mayHoldCue(scores: Float32Array, { from, to }: Run, bias: number): boolean {
  for (let at = from * CUE_TAGS; at < to * CUE_TAGS; at += CUE_TAGS) {
    const none = (scores[at] ?? 0) - bias - NEAR_GAIN;
    for (let tag = 1; tag < CUE_TAGS; tag++) if ((scores[at + tag] ?? 0) > none) return true;
  }
  return false;
}
