/**
 * The best sequence of BIOES tags for a run of words.
 *
 * Tag 0 is "outside"; then four for each kind: begin, inside, end, single. What
 * begins must end. Scores are rounded to 1/1024 before they are added, so that
 * neither the order of adding nor a last digit that another processor rounds
 * differently decides; on equal sums the lower tag wins.
 */

import type { Run } from "../numbers.ts";

/** Adding and taking away 1.5 · 2^52 rounds to a whole number, halves to even. */
const ROUNDER = 6755399441055744;

/** Writes the best tags of rows [from, to) into `path`. Takes the rows before and after to be outside. */
export function writeBestPath(scores: Float64Array, tags: number, run: Run, path: Uint8Array): void {
  const count = run.to - run.from;
  if (count <= 0) return;
  const kinds = (tags - 1) >> 2;
  const width = kinds + 1;
  // Where each row came from: the closed tag before it, and for each kind whether it was open by "inside".
  const back = new Uint8Array(count * width);
  let best = new Float64Array(tags).fill(Number.NEGATIVE_INFINITY);
  let next = new Float64Array(tags);
  best[0] = 0;
  for (let i = 0; i < count; i++) {
    const row = (run.from + i) * tags;
    const closed = bestClosed(best, kinds);
    const before = best[closed] ?? 0;
    back[i * width] = closed;
    next[0] = before + rounded(scores[row] ?? 0);
    for (let kind = 0, begin = 1; kind < kinds; kind++, begin += 4) {
      const byInside = (best[begin + 1] ?? 0) > (best[begin] ?? 0);
      const open = (byInside ? best[begin + 1] : best[begin]) ?? 0;
      back[i * width + 1 + kind] = byInside ? 1 : 0;
      next[begin] = before + rounded(scores[row + begin] ?? 0);
      next[begin + 1] = open + rounded(scores[row + begin + 1] ?? 0);
      next[begin + 2] = open + rounded(scores[row + begin + 2] ?? 0);
      next[begin + 3] = before + rounded(scores[row + begin + 3] ?? 0);
    }
    [best, next] = [next, best];
  }
  let tag = bestClosed(best, kinds);
  for (let i = count - 1; i >= 0; i--) {
    path[run.from + i] = tag;
    const part = (tag - 1) & 3;
    const isGoingOn = tag > 0 && (part === 1 || part === 2);
    tag = isGoingOn ? tag - part + (back[i * width + 1 + ((tag - 1) >> 2)] ?? 0) : (back[i * width] ?? 0);
  }
}

/** The likeliest of the tags after which something new may start: outside, ends and singles. */
function bestClosed(best: Float64Array, kinds: number): number {
  let tag = 0;
  let score = best[0] ?? 0;
  for (let kind = 0, end = 3; kind < kinds; kind++, end += 4) {
    const ended = best[end] ?? 0;
    if (ended > score) {
      score = ended;
      tag = end;
    }
    const single = best[end + 1] ?? 0;
    if (single > score) {
      score = single;
      tag = end + 1;
    }
  }
  return tag;
}

function rounded(score: number): number {
  return score * 1024 + ROUNDER - ROUNDER;
}

/** The runs of one kind in rows [from, to) of a path; `begin` is the kind's first tag. */
export function runsIn(path: Uint8Array, begin: number, { from, to }: Run): Run[] {
  const found: Run[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    const part = (path[i] ?? 0) - begin;
    if (part === 0) start = i;
    else if (part === 2) found.push({ from: start, to: i + 1 });
    else if (part === 3) found.push({ from: i, to: i + 1 });
  }
  return found;
}

/** Writes the log-softmax of rows [from, to) of `scores` into `out`. Both have `tags` columns. */
export function writeLogSoftmax(
  scores: Float32Array | Float64Array,
  tags: number,
  { from, to }: Run,
  out: Float64Array,
): void {
  for (let row = from * tags; row < to * tags; row += tags) {
    let most = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < tags; t++) most = Math.max(most, scores[row + t] ?? 0);
    let sum = 0;
    for (let t = 0; t < tags; t++) sum += Math.exp((scores[row + t] ?? 0) - most);
    const log = most + Math.log(sum);
    for (let t = 0; t < tags; t++) out[row + t] = (scores[row + t] ?? 0) - log;
  }
}
