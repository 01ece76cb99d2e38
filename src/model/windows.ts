/**
 * Windows: the stretches in which a document of any length is read.
 *
 * Takes words and gives windows of at most `size` pieces that overlap; what
 * they answer for tiles the document. A window is cut before a line, else
 * before a sentence, else anywhere, so that what stands near the cut is read
 * with context on both sides.
 */

import type { WindowShape } from "../reading/numbers.ts";
import { countBefore } from "../text/search.ts";
import { BREAKS, type ModelWords } from "./wordpiece.ts";

export interface WindowSettings {
  /** Pieces of a window, its two end marks included. */
  size: number;
  /** Pieces of context before and after what a window answers for. */
  left: number;
  right: number;
}

const LINE = BREAKS.indexOf("line");

export function windowsOver(words: ModelWords, { size, left, right }: WindowSettings): WindowShape[] {
  const { upto, breaks } = words;
  const count = words.starts.length;
  const windows: WindowShape[] = [];
  if (count === 0) return windows;
  const pieces = (word: number) => upto[word] ?? 0;
  let start = 0;
  let own = 0;
  for (;;) {
    const end = lastAtMost(upto, pieces(start) + size - 2);
    if (end >= count) {
      windows.push({ words: { from: start, to: count }, owned: { from: own, to: count } });
      return windows;
    }
    const limit = Math.max(lastAtMost(upto, pieces(end) - right), own + 1);
    const middle = firstAtLeast(upto, (pieces(own) + pieces(limit)) / 2);
    const cut = cutIn(words, Math.min(Math.max(middle, own + 1), limit), limit);
    windows.push({ words: { from: start, to: end }, owned: { from: own, to: cut } });
    own = cut;
    start = firstAtLeast(upto, pieces(cut) - left);
    let line = start;
    while (line < cut && (breaks[line] ?? 0) < LINE) line++;
    if (line < cut && pieces(cut) - pieces(line) >= left / 2) start = line;
  }
}

/** The last word in [lowest, limit] that starts a line, else one that starts a sentence, else the limit. */
function cutIn({ breaks, sentences }: ModelWords, lowest: number, limit: number): number {
  for (let i = limit; i >= lowest; i--) if ((breaks[i] ?? 0) >= LINE) return i;
  for (let i = limit; i >= lowest; i--) if (sentences[i]) return i;
  return limit;
}

/** The largest index whose value is at most the limit; values go up. */
function lastAtMost(values: Int32Array, limit: number): number {
  return firstAtLeast(values, limit + 1) - 1;
}

/** The smallest index whose value is at least the limit; values go up. */
function firstAtLeast(values: Int32Array, limit: number): number {
  return countBefore(values.length, (middle) => (values[middle] ?? 0) < limit);
}
