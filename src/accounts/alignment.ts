/**
 * Alignment: which tellings of different accounts are one point.
 *
 * Takes all tellings of a contact; gives them in clusters, each telling in
 * exactly one. Pairs that share a word which few others have, or whose vectors
 * are close, are weighed by what they say, who speaks and what was done with
 * the words; the likeliest join first, and a telling joins a cluster only when
 * it is like all of it on average. Ties go by account and place, so the order in
 * which accounts come does not matter.
 *
 * Known miss: a pronoun for the whole matter ("he denied it") is like nothing.
 */

import type { Actor } from "../reading/reading.ts";
import type { Term } from "./contents.ts";
import { type SpeakerRelation, speakersRelation } from "./speakers.ts";
import type { Telling } from "./tellings.ts";

export interface Cluster {
  tellings: Telling[];
  /** Lowest probability with which a telling was joined; 1 for a lone one. */
  alike: number;
}

/** @param vectors one for each telling, of unit length; `null` where there is none. */
export function clustersOf(
  tellings: readonly Telling[],
  vectors: readonly (Float32Array | null)[],
  actors: ReadonlyMap<string, Actor>,
): Cluster[] {
  const pairs = candidatePairs(tellings, vectors, actors);
  const likely = pairs
    .filter(({ alike }) => alike >= JOIN)
    .sort((x, y) => y.alike - x.alike || x.a - y.a || x.b - y.b);
  const known = new Map(pairs.map((pair) => [pair.a * tellings.length + pair.b, pair.alike]));
  const alikeOf = (a: number, b: number) =>
    known.get(Math.min(a, b) * tellings.length + Math.max(a, b)) ?? UNLIKE;
  const clusterOf = tellings.map((_, i) => i);
  const members = tellings.map((_, i) => [i]);
  const weakest = tellings.map(() => 1);
  for (const { a, b, alike } of likely) {
    const [to, from] = [clusterOf[a] ?? a, clusterOf[b] ?? b];
    if (to === from) continue;
    const [left, right] = [members[to] ?? [], members[from] ?? []];
    let sum = 0;
    for (const one of left) for (const other of right) sum += alikeOf(one, other);
    const mean = sum / (left.length * right.length);
    if (
      mean < JOIN * ON_AVERAGE ||
      (left.length + right.length > 2 && sharesAccount(tellings, left, right) && mean < REPEAT)
    )
      continue;
    members[to] = [...left, ...right];
    members[from] = [];
    for (const one of right) clusterOf[one] = to;
    weakest[to] = Math.min(weakest[to] ?? 1, weakest[from] ?? 1, Math.max(mean, alike * ON_AVERAGE));
  }
  return members.flatMap((list, i) =>
    list.length === 0
      ? []
      : [
          {
            tellings: [...list].sort((x, y) => x - y).flatMap((at) => tellings[at] ?? []),
            alike: weakest[i] ?? 1,
          },
        ],
  );
}

/** Likelier than not. */
const JOIN = 0.5;
/** A telling may be less like some of a cluster than like the one that brought it in. */
const ON_AVERAGE = 0.8;
/** One account says a thing twice only in nearly the same words. */
const REPEAT = 0.8;
/** Two tellings that share nothing. */
const UNLIKE = 0.02;

function sharesAccount(
  tellings: readonly Telling[],
  left: readonly number[],
  right: readonly number[],
): boolean {
  return left.some((a) => right.some((b) => tellings[a]?.account === tellings[b]?.account));
}

interface Pair {
  a: number;
  b: number;
  alike: number;
}

function candidatePairs(
  tellings: readonly Telling[],
  vectors: readonly (Float32Array | null)[],
  actors: ReadonlyMap<string, Actor>,
): Pair[] {
  const shared = sharedWeights(tellings);
  const pairs: Pair[] = [];
  for (const [a, row] of shared.rows.entries()) {
    for (const [b, weight] of row) {
      const [one, other] = [tellings[a], tellings[b]];
      if (!one || !other || one.account === other.account) continue;
      const [wa, wb] = [shared.weights[a] ?? 1, shared.weights[b] ?? 1];
      const features: PairFeatures = {
        cosine: weight / Math.sqrt(wa * wb),
        containment: weight / Math.min(wa, wb),
        vectors: dot(vectors[a] ?? null, vectors[b] ?? null),
        speakers: speakersRelation(one, other, actors),
        sameAct: one.act !== null && one.act === other.act,
        short: Math.min(wa, wb) < SHORT,
      };
      const alike = probabilityOf(features);
      if (alike > UNLIKE) pairs.push({ a, b, alike });
    }
  }
  return pairs;
}

/** Weight of a content that says little: two or three words. */
const SHORT = 8;

export interface PairFeatures {
  /** Of the terms, each weighed by how few tellings have it. */
  cosine: number;
  /** Share of the smaller one's weight that the other has. */
  containment: number;
  /** Of the encoder's vectors; `null` without. */
  vectors: number | null;
  speakers: SpeakerRelation;
  sameAct: boolean;
  short: boolean;
}

const SPEAKERS: Readonly<Record<SpeakerRelation, number>> = {
  same: 0.9,
  related: 0.3,
  unknown: 0,
  other: -1.0,
};

function probabilityOf(pair: PairFeatures): number {
  const words = pair.cosine * 6 + pair.containment * 2.5;
  const meaning = pair.vectors === null ? 0 : (pair.vectors - 0.5) * 5;
  const sum =
    words + meaning + SPEAKERS[pair.speakers] + (pair.sameAct ? 0.4 : 0) - (pair.short ? 0.7 : 0) - 3.6;
  return 1 / (1 + Math.exp(-sum));
}

function dot(a: Float32Array | null, b: Float32Array | null): number | null {
  if (!a || !b || a.length !== b.length) return null;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

interface Shared {
  /** For each telling, the later ones that share terms with it, with the weight of what they share. */
  rows: Map<number, number>[];
  weights: number[];
}

/** A term that more than so many tellings have joins nobody by itself. */
const COMMON = 120;

function sharedWeights(tellings: readonly Telling[]): Shared {
  const terms = tellings.map(({ content }) => distinct(content.terms));
  const holders = new Map<string, number[]>();
  for (const [i, keys] of terms.entries()) {
    for (const key of keys.keys()) {
      const list = holders.get(key);
      if (list) list.push(i);
      else holders.set(key, [i]);
    }
  }
  const accounts = new Set(tellings.map(({ account }) => account)).size;
  const weightOf = (key: string, kind: number) => {
    const count = holders.get(key)?.length ?? 1;
    // What every account says once is still one thing: count by account.
    const rarity = Math.log(1 + tellings.length / Math.max(1, count / Math.max(1, accounts / 2)));
    return kind * rarity;
  };
  const rows = tellings.map(() => new Map<number, number>());
  const weights = terms.map((keys) =>
    [...keys].reduce((sum, [key, kind]) => sum + weightOf(key, kind) ** 2, 0),
  );
  for (const [key, list] of [...holders].sort(([x], [y]) => (x < y ? -1 : 1))) {
    if (list.length > COMMON) continue;
    for (let i = 0; i < list.length; i++) {
      const a = list[i] ?? 0;
      const kind = terms[a]?.get(key) ?? 0;
      const weight = weightOf(key, kind) ** 2;
      const row = rows[a];
      for (let j = i + 1; j < list.length; j++) {
        const b = list[j] ?? 0;
        row?.set(b, (row.get(b) ?? 0) + weight);
      }
    }
  }
  return { rows, weights };
}

const KIND_WEIGHTS: Partial<Record<Term["kind"], number>> = {
  word: 1,
  number: 1,
  date: 0.8,
  actor: 0.5,
  quantifier: 0.3,
};

/** Key → weight of its kind. */
function distinct(terms: readonly Term[]): Map<string, number> {
  const keys = new Map<string, number>();
  for (const { key, kind } of terms) {
    const weight = KIND_WEIGHTS[kind];
    if (weight !== undefined) keys.set(key, weight);
  }
  return keys;
}
