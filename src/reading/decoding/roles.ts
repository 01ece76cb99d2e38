/**
 * Roles: what each word of a window is for one cue.
 *
 * Takes a window's numbers and the tables, and scores the nine role tags of a
 * word given the cue: its words, the cue's, their distance in words and in
 * lines. A small network with one hidden layer; the inner loop allocates
 * nothing, because it runs for every word of the window and every cue.
 */

import { ROLE_TAGS, type RoleTables, type Run, type WindowNumbers } from "../numbers.ts";

/** Scores roles in one document; made once for it. */
export interface RoleScorer {
  tables: RoleTables;
  /** The tables' weights column by column, so that the nine tags of one column lie together. */
  columns: Float64Array;
  lines: Int32Array;
}

export function roleScorerFrom(tables: RoleTables, lines: Int32Array): RoleScorer {
  const width = tables.add + tables.times;
  const columns = new Float64Array(width * ROLE_TAGS);
  for (let tag = 0; tag < ROLE_TAGS; tag++) {
    for (let k = 0; k < width; k++) columns[k * ROLE_TAGS + tag] = tables.weight[tag * width + k] ?? 0;
  }
  return { tables, columns, lines };
}

/** A cue, in words of its window, as the scorer wants it: with its mean vector, and the weights of products times that vector. */
export interface CueView {
  cue: Run;
  window: WindowNumbers;
  mean: Float64Array;
  products: Float64Array;
}

export function cueViewOf(scorer: RoleScorer, window: WindowNumbers, cue: Run): CueView {
  const { add, times } = scorer.tables;
  const width = add + times;
  const mean = new Float64Array(width);
  for (let i = cue.from; i < cue.to; i++) {
    const row = i * width;
    for (let k = 0; k < width; k++) mean[k] = (mean[k] ?? 0) + (window.cue[row + k] ?? 0);
  }
  for (let k = 0; k < width; k++) mean[k] = (mean[k] ?? 0) / (cue.to - cue.from);
  const products = new Float64Array(times * ROLE_TAGS);
  for (let k = 0; k < times; k++) {
    for (let tag = 0; tag < ROLE_TAGS; tag++) {
      products[k * ROLE_TAGS + tag] =
        (scorer.columns[(add + k) * ROLE_TAGS + tag] ?? 0) * (mean[add + k] ?? 0);
    }
  }
  return { cue, window, mean, products };
}

/** Writes the scores of the window's words [from, to) into their rows of `out`. */
export function writeRoleScores(scorer: RoleScorer, view: CueView, words: Run, out: Float64Array): void {
  const { tables, lines } = scorer;
  const { add } = tables;
  const { window, cue } = view;
  const near = new Float64Array(add);
  const first = window.words.from;
  const line = lines[first + cue.from] ?? 0;
  let nearKey = -1;
  for (let i = words.from; i < words.to; i++) {
    const bucket = distanceBucket(tables, distanceBetween(i, cue));
    const apart =
      clamp((lines[first + i] ?? 0) - line, -tables.lineReach, tables.lineReach) + tables.lineReach;
    const key = bucket * (2 * tables.lineReach + 1) + apart;
    if (key !== nearKey) writeNear(tables, view.mean, bucket, apart, near);
    nearKey = key;
    writeRow(scorer, view, near, i, out);
  }
}

/** What is added to a word's vector: the cue's, the distance's and the lines' together. */
function writeNear(
  tables: RoleTables,
  mean: Float64Array,
  bucket: number,
  apart: number,
  near: Float64Array,
): void {
  const { add, distance, lines } = tables;
  for (let k = 0; k < add; k++) {
    near[k] = (mean[k] ?? 0) + (distance[bucket * add + k] ?? 0) + (lines[apart * add + k] ?? 0);
  }
}

function writeRow(
  scorer: RoleScorer,
  view: CueView,
  near: Float64Array,
  row: number,
  out: Float64Array,
): void {
  const { add, times, bias } = scorer.tables;
  const { columns } = scorer;
  const { products, window } = view;
  const { word, unary } = window;
  const at = row * (add + times);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  let s8 = 0;
  for (let k = 0, w = 0; k < add; k++, w += ROLE_TAGS) {
    const hidden = (word[at + k] ?? 0) + (near[k] ?? 0);
    if (hidden <= 0) continue;
    s0 += hidden * (columns[w] ?? 0);
    s1 += hidden * (columns[w + 1] ?? 0);
    s2 += hidden * (columns[w + 2] ?? 0);
    s3 += hidden * (columns[w + 3] ?? 0);
    s4 += hidden * (columns[w + 4] ?? 0);
    s5 += hidden * (columns[w + 5] ?? 0);
    s6 += hidden * (columns[w + 6] ?? 0);
    s7 += hidden * (columns[w + 7] ?? 0);
    s8 += hidden * (columns[w + 8] ?? 0);
  }
  for (let k = 0, w = 0; k < times; k++, w += ROLE_TAGS) {
    const value = word[at + add + k] ?? 0;
    s0 += value * (products[w] ?? 0);
    s1 += value * (products[w + 1] ?? 0);
    s2 += value * (products[w + 2] ?? 0);
    s3 += value * (products[w + 3] ?? 0);
    s4 += value * (products[w + 4] ?? 0);
    s5 += value * (products[w + 5] ?? 0);
    s6 += value * (products[w + 6] ?? 0);
    s7 += value * (products[w + 7] ?? 0);
    s8 += value * (products[w + 8] ?? 0);
  }
  const to = row * ROLE_TAGS;
  out[to] = s0 + (bias[0] ?? 0) + (unary[to] ?? 0);
  out[to + 1] = s1 + (bias[1] ?? 0) + (unary[to + 1] ?? 0);
  out[to + 2] = s2 + (bias[2] ?? 0) + (unary[to + 2] ?? 0);
  out[to + 3] = s3 + (bias[3] ?? 0) + (unary[to + 3] ?? 0);
  out[to + 4] = s4 + (bias[4] ?? 0) + (unary[to + 4] ?? 0);
  out[to + 5] = s5 + (bias[5] ?? 0) + (unary[to + 5] ?? 0);
  out[to + 6] = s6 + (bias[6] ?? 0) + (unary[to + 6] ?? 0);
  out[to + 7] = s7 + (bias[7] ?? 0) + (unary[to + 7] ?? 0);
  out[to + 8] = s8 + (bias[8] ?? 0) + (unary[to + 8] ?? 0);
}

/** Words from a word to the cue: negative before it, 0 inside, positive after. */
function distanceBetween(word: number, cue: Run): number {
  if (word < cue.from) return word - cue.from;
  return word >= cue.to ? word - cue.to + 1 : 0;
}

/** Exact to 8 words, then by growing steps, at most 20 on either side. */
function distanceBucket(tables: RoleTables, distance: number): number {
  const size = Math.abs(distance);
  let steps = size;
  if (size > 8) {
    steps = 8;
    while (steps - 8 < tables.distanceEdges.length && (tables.distanceEdges[steps - 8] ?? 0) <= size) steps++;
  }
  return 20 + Math.sign(distance) * Math.min(steps, 20);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
