/**
 * Pairing: how probable it is that two tellings of different accounts are one
 * point.
 *
 * Takes the tellings of a contact with their vectors and what the model made of
 * the pairs that it read; gives the probability of each pair that is like each
 * other at all: from what the model made of the two, from what both say (words, numbers,
 * names, days, each by how rare it is among all; the vectors), whether each is
 * the other's best fellow in its account, whose deed it is and which. The weights
 * are fitted (`scripts/fit-pairing.ts`), with and without the model.
 *
 * Known miss: a pronoun for the whole matter ("he denied it") is like nothing.
 */

import { ACT_FORCES } from "../lexicon/compared.ts";
import type { Actor } from "../reading/reading.ts";
import type { Term } from "./contents.ts";
import { cosineOf, type Gist, gistsFrom, overlapOf } from "./likeness.ts";
import { leadOf, type NearestIn, noteNear } from "./nearest.ts";
import { PAIR_WEIGHTS } from "./pair-weights.ts";
import { leadAsRead, type PairsRead } from "./read-pairs.ts";
import { speakersRelation } from "./speakers.ts";
import type { Telling } from "./tellings.ts";
import { wordKeyOf } from "./word-keys.ts";

/** What is looked at, in the order of the weights; the bias comes first. */
export const PAIR_FEATURES = [
  "overlap",
  "contained",
  "cosine",
  "lead",
  "best",
  "same speaker",
  "related speaker",
  "other speaker",
  "same deed",
  "deeds apart",
  "same number",
  "other number",
  "same name",
  "other name",
  "length",
  "read",
  "read as one",
  "lead as read",
] as const;

/** Tellings with what is looked up once for each. */
export interface Pairing {
  tellings: readonly Telling[];
  /** What the model reads of each. */
  texts: readonly string[];
  gists: readonly Gist[];
  actors: ReadonlyMap<string, Actor>;
  facets: readonly Facets[];
  hasVectors: boolean;
  /** Pairs that are like each other at all. */
  candidates: readonly Candidate[];
  /** For each telling its nearest and second nearest in each other account. */
  nearest: NearestIn;
}

/** Two tellings of different accounts, by index, the earlier first. */
export interface Candidate {
  a: number;
  b: number;
  overlap: number;
  cosine: number;
  /** For ranking alone: by words, and by vectors where there are any. */
  near: number;
}

interface Facets {
  numbers: ReadonlySet<string>;
  names: ReadonlySet<string>;
  family: string | null;
}

/**
 * @param texts what the model reads of each telling (`pair-text.ts`).
 * @param vectors one for each telling; `null` where there is none.
 * @param present those who took part and their sides: named in every other sentence, they bring nothing together.
 */
export function pairingOf(
  tellings: readonly Telling[],
  texts: readonly string[],
  vectors: readonly (Float32Array | null)[],
  actors: ReadonlyMap<string, Actor>,
  present: ReadonlySet<string>,
): Pairing {
  const gists = gistsFrom(
    tellings.map((telling, i) => ({ words: keysOf(telling, present), vector: vectors[i] ?? null })),
  );
  return {
    tellings,
    texts,
    gists,
    actors,
    facets: tellings.map((telling) => facetsOf(telling, present)),
    hasVectors: vectors.some((vector) => vector !== null),
    ...nearestOf(tellings, gists),
  };
}

/** What two tellings can share: words, numbers, those named, days and their months, and the deed that the verb tells. */
function keysOf(telling: Telling, present: ReadonlySet<string>): Set<string> {
  const keys = new Set<string>();
  const act = deedOf(telling);
  if (act !== null && ACT_FORCES[act].force > 0) keys.add(wordKeyOf(act));
  for (const { kind, key } of telling.content.terms) {
    if (kind === "word" || kind === "number" || kind === "date") keys.add(key);
    if (kind === "actor" && !present.has(key)) keys.add(key);
    if (kind === "date") keys.add(key.slice(0, "2022-01".length));
  }
  return keys;
}

function deedOf({ act, deed }: Telling): Telling["act"] {
  return act ?? deed;
}

function facetsOf(telling: Telling, present: ReadonlySet<string>): Facets {
  const keysBy = (test: (term: Term) => boolean) =>
    new Set(telling.content.terms.filter(test).map(({ key }) => key));
  const act = deedOf(telling);
  return {
    numbers: keysBy(({ kind, value }) => kind === "number" && value !== null),
    names: keysBy(({ kind, key }) => kind === "actor" && !present.has(key)),
    family: act === null ? null : ACT_FORCES[act].family,
  };
}

/** Less alike than this, two tellings are never one point. */
const ALIKE_AT_ALL = 0.05;

/** Likeness of two contents for ranking alone: by vectors where there are any. */
function nearness(a: Gist, b: Gist, overlap: number, cosine: number): number {
  return a.vector && b.vector ? (cosine + overlap) / 2 : overlap;
}

function nearestOf(
  tellings: readonly Telling[],
  gists: readonly Gist[],
): Pick<Pairing, "candidates" | "nearest"> {
  const nearest: NearestIn = tellings.map(() => new Map());
  const candidates: Candidate[] = [];
  for (let a = 0; a < tellings.length; a++) {
    const [one, left] = [tellings[a], gists[a]];
    if (!one || !left) continue;
    for (let b = a + 1; b < tellings.length; b++) {
      const [other, right] = [tellings[b], gists[b]];
      if (!other || !right || one.account === other.account) continue;
      const [overlap, cosine] = [overlapOf(left, right), cosineOf(left, right)];
      const near = nearness(left, right, overlap, cosine);
      noteNear(nearest, a, other.account, b, near);
      noteNear(nearest, b, one.account, a, near);
      if (near >= ALIKE_AT_ALL) candidates.push({ a, b, overlap, cosine, near });
    }
  }
  return { candidates, nearest };
}

/** Weight of a content of some length: what says much is seldom alike by chance; more than this adds nothing. */
const LENGTH = 30;

/** From so much ahead of the next on it makes no difference how much. */
const FAR_AHEAD = 0.3;

/** One value for each of `PAIR_FEATURES`, of the candidate with this index. */
export function featuresOf(pairing: Pairing, read: PairsRead, at: number): number[] {
  const { tellings, gists, facets, actors, nearest, candidates } = pairing;
  const pair = candidates[at];
  const [a, b, one, other, left, right] = [
    tellings[pair?.a ?? -1],
    tellings[pair?.b ?? -1],
    gists[pair?.a ?? -1],
    gists[pair?.b ?? -1],
    facets[pair?.a ?? -1],
    facets[pair?.b ?? -1],
  ];
  if (!pair || !a || !b || !one || !other || !left || !right) return PAIR_FEATURES.map(() => 0);
  const { overlap, cosine, near } = pair;
  const least = Math.min(one.weight, other.weight);
  const leads = [
    leadOf(nearest, pair.a, b.account, pair.b, near, FAR_AHEAD),
    leadOf(nearest, pair.b, a.account, pair.a, near, FAR_AHEAD),
  ];
  const speakers = speakersRelation(a, b, actors);
  const weigh = (family: string | null) => family !== null && family !== "plain";
  const asOne = read.asOne[at] ?? null;
  return [
    overlap,
    least === 0 ? 0 : Math.min(1, (overlap * (one.weight + other.weight)) / 2 / least),
    cosine,
    Math.min(...leads),
    leads.every((lead) => lead > 0) ? 1 : 0,
    speakers === "same" ? 1 : 0,
    speakers === "related" ? 1 : 0,
    speakers === "other" ? 1 : 0,
    weigh(left.family) && left.family === right.family ? 1 : 0,
    weigh(left.family) && weigh(right.family) && left.family !== right.family ? 1 : 0,
    share(left.numbers, right.numbers) ? 1 : 0,
    left.numbers.size > 0 && right.numbers.size > 0 && !share(left.numbers, right.numbers) ? 1 : 0,
    share(left.names, right.names) ? 1 : 0,
    left.names.size > 0 && right.names.size > 0 && !share(left.names, right.names) ? 1 : 0,
    Math.min(1, least / LENGTH),
    asOne === null ? 0 : 1,
    asOne ?? 0,
    leadAsRead(pairing, read, at),
  ];
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}

export type PairWeights = readonly number[];

/** To two decimals: finer, the clusters would hang on how a processor rounds. */
export function pairProbability(features: readonly number[], weights: PairWeights): number {
  const sum = features.reduce((total, value, i) => total + value * (weights[i + 1] ?? 0), weights[0] ?? 0);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}

export function weightsFor({ hasVectors }: Pairing): PairWeights {
  return hasVectors ? PAIR_WEIGHTS.withModel : PAIR_WEIGHTS.byRules;
}
