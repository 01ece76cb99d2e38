/**
 * Shingles: a text as the set of its runs of words, to know copies by (Broder
 * 1997). A sketch keeps the smallest hashes, which is enough to tell whether
 * two texts are the same without either of them.
 */

import type { Span } from "../text/span.ts";
import { wordsIn } from "../text/words.ts";

/** Words in a run. */
const RUN = 4;
/** Hashes in a sketch. */
const SKETCH = 64;
/** The same text: nearly all hashes of two sketches are common. Readouts of two calls share their formulas, so less will not do. */
const COPY = 0.85;

/** Hashes of the runs of words in these stretches of the text. */
export function shinglesOf(text: string, stretches: readonly Span[]): Set<number> {
  const hashes = new Set<number>();
  for (const stretch of stretches) {
    const run: number[] = [];
    for (const word of wordsIn(text, stretch)) {
      if (word.kind === "mark") continue;
      run.push(hashOf(word.lower));
      if (run.length > RUN) run.shift();
      if (run.length === RUN) hashes.add(run.reduce(mixed, FNV_START));
    }
  }
  return hashes;
}

export function sketchOf(text: string, stretches: readonly Span[]): number[] {
  return [...shinglesOf(text, stretches)].sort((a, b) => a - b).slice(0, SKETCH);
}

/** Whether the texts behind two sketches are the same, but for a few words. */
export function areCopies(a: readonly number[], b: readonly number[]): boolean {
  const smallest = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, SKETCH);
  const inA = new Set(a);
  const inB = new Set(b);
  const common = smallest.filter((hash) => inA.has(hash) && inB.has(hash)).length;
  return smallest.length > 0 && common / smallest.length >= COPY;
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo). */
const FNV_START = 0x811c9dc5;

function hashOf(word: string): number {
  let hash = FNV_START;
  for (let at = 0; at < word.length; at++) hash = mixed(hash, word.charCodeAt(at));
  return hash;
}

function mixed(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193) >>> 0;
}
