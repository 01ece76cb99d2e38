/**
 * One cue: who speaks, and which words are theirs.
 *
 * Takes a cue in its window and the words that may have a role, and finds the
 * best tag sequence over them: contents, one source or none, and the source
 * that would be next. Counts words from the start of the window.
 */

import {
  CONTENT_TAGS,
  type DecoderSettings,
  ROLE_TAGS,
  type Run,
  SOURCE_TAGS,
  type WindowNumbers,
} from "../numbers.ts";
import { cueViewOf, type RoleScorer, writeRoleScores } from "./roles.ts";
import { runsIn, writeBestPath, writeLogSoftmax } from "./viterbi.ts";

export interface CueRoles {
  source: Run | null;
  /** Mean probability of the source's words to be source; 0 without one. */
  sourceMean: number;
  /** Without a source: the highest probability that some word of the window is one. */
  sourceMissed: number;
  content: Run[];
  contentMean: number;
  /** The least probability of a first or last word of the contents. */
  contentEdge: number;
  /** Another source that is nearly as likely. */
  rival: Run | null;
  rivalMean: number;
}

/** The roles around a cue; `null` if nothing is its content. `region` are the words that may have one, in order and apart. */
export function cueRolesOf(
  scorer: RoleScorer,
  window: WindowNumbers,
  cue: Run,
  region: readonly Run[],
  settings: DecoderSettings,
): CueRoles | null {
  const count = window.words.to - window.words.from;
  const view = cueViewOf(scorer, window, cue);
  const tags = new Float64Array(count * ROLE_TAGS);
  const score = (runs: readonly Run[]) => {
    for (const run of runs) {
      writeRoleScores(scorer, view, run, tags);
      writeLogSoftmax(tags, ROLE_TAGS, run, tags);
    }
  };
  score(region);
  const allowed = without(region, cue);
  const biased = lessOutside(tags, settings.roleBias);
  const path = bestPath(biased, allowed, count);
  const content = allowed.flatMap((run) => runsIn(path, CONTENT_TAGS, run));
  if (content.length === 0) return null;
  const source = bestSourceIn(biased, path, allowed);
  const rival = source && rivalOf(biased, without(allowed, source), count, settings.rivalBias);
  if (!source) score(without([{ from: 0, to: count }], ...region));
  return {
    source,
    sourceMean: source ? meanChance(tags, [source], SOURCE_TAGS) : 0,
    sourceMissed: source ? 0 : highestChance(tags, SOURCE_TAGS),
    content,
    contentMean: meanChance(tags, content, CONTENT_TAGS),
    contentEdge: edgeChance(tags, path, content),
    rival,
    rivalMean: rival ? meanChance(tags, [rival], SOURCE_TAGS) : 0,
  };
}

/** The source that would be read if the chosen one could not be and saying nothing were less likely. */
function rivalOf(
  biased: Float64Array,
  allowed: readonly Run[],
  count: number,
  rivalBias: number,
): Run | null {
  const scores = lessOutside(biased, rivalBias);
  return bestSourceIn(scores, bestPath(scores, allowed, count), allowed);
}

function bestPath(scores: Float64Array, allowed: readonly Run[], count: number): Uint8Array {
  const path = new Uint8Array(count);
  for (const run of allowed) writeBestPath(scores, ROLE_TAGS, run, path);
  return path;
}

/** The source that gains most over saying nothing; the earlier one on a tie. */
function bestSourceIn(scores: Float64Array, path: Uint8Array, allowed: readonly Run[]): Run | null {
  let best: Run | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const run of allowed.flatMap((part) => runsIn(path, SOURCE_TAGS, part))) {
    let gain = 0;
    for (let i = run.from; i < run.to; i++) {
      gain += (scores[i * ROLE_TAGS + (path[i] ?? 0)] ?? 0) - (scores[i * ROLE_TAGS] ?? 0);
    }
    const rounded = Math.round(gain * 1000);
    if (rounded > most) {
      best = run;
      most = rounded;
    }
  }
  return best;
}

/** A copy in which "no role" is less likely. */
function lessOutside(scores: Float64Array, bias: number): Float64Array {
  const copy = scores.slice();
  for (let at = 0; at < copy.length; at += ROLE_TAGS) copy[at] = (copy[at] ?? 0) - bias;
  return copy;
}

/** Probability that a word has one of the four tags of a kind. */
function chanceAt(tags: Float64Array, word: number, kind: number): number {
  let sum = 0;
  for (let part = 0; part < 4; part++) sum += Math.exp(tags[word * ROLE_TAGS + kind + part] ?? 0);
  return sum;
}

function meanChance(tags: Float64Array, runs: readonly Run[], kind: number): number {
  let sum = 0;
  let words = 0;
  for (const { from, to } of runs) {
    for (let i = from; i < to; i++) sum += chanceAt(tags, i, kind);
    words += to - from;
  }
  return sum / words;
}

function highestChance(tags: Float64Array, kind: number): number {
  let highest = 0;
  for (let i = 0; i * ROLE_TAGS < tags.length; i++) highest = Math.max(highest, chanceAt(tags, i, kind));
  return highest;
}

function edgeChance(tags: Float64Array, path: Uint8Array, runs: readonly Run[]): number {
  const edges = runs.flatMap(({ from, to }) => [from, to - 1]);
  return Math.min(...edges.map((i) => Math.exp(tags[i * ROLE_TAGS + (path[i] ?? 0)] ?? 0)));
}

/** The runs less the words of the others, which are in order and apart. */
function without(runs: readonly Run[], ...others: readonly Run[]): Run[] {
  let rest = [...runs];
  for (const other of others) {
    rest = rest.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, other.from) },
        { from: Math.max(from, other.to), to },
      ].filter((part) => part.from < part.to),
    );
  }
  return rest;
}
