/**
 * Pairing: how probable it is that two tellings of different accounts are one
 * point.
 *
 * Takes the tellings of a contact with their vectors; gives the probability of
 * each pair, from what both say (words, numbers, names, days, each by how rare
 * it is among all; the vectors), whether each is the other's best fellow in its
 * account, whose deed it is and which. The weights are fitted
 * (`scripts/fit-pairing.ts`), with and without vectors.
 *
 * Known miss: a pronoun for the whole matter ("he denied it") is like nothing.
 */

import { ACT_FORCES } from "../lexicon/compared.ts";
import type { Actor } from "../reading/reading.ts";
import type { Term } from "./contents.ts";
import { cosineOf, type Gist, gistsFrom, overlapOf } from "./likeness.ts";
import { PAIR_WEIGHTS } from "./pair-weights.ts";
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
] as const;

/** Tellings with what is looked up once for each. */
export interface Pairing {
  tellings: readonly Telling[];
  gists: readonly Gist[];
  actors: ReadonlyMap<string, Actor>;
  facets: readonly Facets[];
  hasVectors: boolean;
  /** Pairs that are like each other at all. */
  candidates: readonly Candidate[];
  /** For each telling its nearest and second nearest in each other account. */
  nearest: readonly ReadonlyMap<string, Nearest>[];
}

/** Two tellings of different accounts, by index, the earlier first. */
export interface Candidate {
  a: number;
  b: number;
  overlap: number;
  cosine: number;
}

interface Nearest {
  best: number;
  second: number;
  at: number;
}

interface Facets {
  numbers: ReadonlySet<string>;
  names: ReadonlySet<string>;
  family: string | null;
}

/**
 * @param vectors one for each telling; `null` where there is none.
 * @param present those who took part and their sides: named in every other sentence, they bring nothing together.
 */
export function pairingOf(
  tellings: readonly Telling[],
  vectors: readonly (Float32Array | null)[],
  actors: ReadonlyMap<string, Actor>,
  present: ReadonlySet<string>,
): Pairing {
  const gists = gistsFrom(
    tellings.map((telling, i) => ({ words: keysOf(telling, present), vector: vectors[i] ?? null })),
  );
  return {
    tellings,
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
  const nearest: Map<string, Nearest>[] = tellings.map(() => new Map());
  const candidates: Candidate[] = [];
  const take = (i: number, account: string, j: number, near: number): void => {
    const known = nearest[i]?.get(account);
    if (!known) nearest[i]?.set(account, { best: near, second: 0, at: j });
    else if (near > known.best) {
      known.second = known.best;
      known.best = near;
      known.at = j;
    } else if (near > known.second) known.second = near;
  };
  for (let a = 0; a < tellings.length; a++) {
    const [one, left] = [tellings[a], gists[a]];
    if (!one || !left) continue;
    for (let b = a + 1; b < tellings.length; b++) {
      const [other, right] = [tellings[b], gists[b]];
      if (!other || !right || one.account === other.account) continue;
      const [overlap, cosine] = [overlapOf(left, right), cosineOf(left, right)];
      const near = nearness(left, right, overlap, cosine);
      take(a, other.account, b, near);
      take(b, one.account, a, near);
      if (near >= ALIKE_AT_ALL) candidates.push({ a, b, overlap, cosine });
    }
  }
  return { candidates, nearest };
}

/** How far b is ahead of the next in its account, as a sees it; below 0 when another is ahead of it. */
function leadOf({ nearest, tellings }: Pairing, a: number, b: number, near: number): number {
  const found = nearest[a]?.get(tellings[b]?.account ?? "");
  if (!found) return 0;
  return found.at === b ? near - found.second : near - found.best;
}

/** Weight of a content of some length: what says much is seldom alike by chance; more than this adds nothing. */
const LENGTH = 30;

/** One value for each of `PAIR_FEATURES`. */
export function featuresOf(pairing: Pairing, { a: i, b: j, overlap, cosine }: Candidate): number[] {
  const { tellings, gists, facets, actors } = pairing;
  const [a, b, one, other, left, right] = [
    tellings[i],
    tellings[j],
    gists[i],
    gists[j],
    facets[i],
    facets[j],
  ];
  if (!a || !b || !one || !other || !left || !right) return PAIR_FEATURES.map(() => 0);
  const least = Math.min(one.weight, other.weight);
  const near = nearness(one, other, overlap, cosine);
  const leads = [leadOf(pairing, i, j, near), leadOf(pairing, j, i, near)];
  const speakers = speakersRelation(a, b, actors);
  const weigh = (family: string | null) => family !== null && family !== "plain";
  return [
    overlap,
    least === 0 ? 0 : Math.min(1, (overlap * (one.weight + other.weight)) / 2 / least),
    cosine,
    Math.max(-0.3, Math.min(0.3, Math.min(...leads))),
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
