/**
 * Alignment: which tellings of different accounts are one point.
 *
 * Takes all tellings of a contact; gives them in clusters, each telling in
 * exactly one. Pairs that share a word are weighed by what they say, who speaks
 * and what was done with the words; the likeliest join first, and a telling
 * joins a cluster only when it is like all of it on average. Ties go by account
 * and place, so the order in which accounts come does not matter.
 *
 * Known miss: a pronoun for the whole matter ("he denied it") is like nothing,
 * and a paraphrase without a common word is never looked at.
 */

import { ACT_FORCES } from "../lexicon/compared.ts";
import type { Act, Actor } from "../reading/reading.ts";
import { answers } from "./denials.ts";
import { cosineOf, type Gist, gistsFrom, overlapOf } from "./likeness.ts";
import { type SpeakerRelation, speakersRelation } from "./speakers.ts";
import type { Telling } from "./tellings.ts";
import { wordKeyOf } from "./word-keys.ts";

export interface Cluster {
  tellings: Telling[];
  /** Lowest probability with which a telling was joined; 1 for a lone one. */
  alike: number;
}

/**
 * @param vectors one for each telling; `null` where there is none.
 * @param present those who took part and their sides: named in every other sentence, they bring nothing together.
 */
export function clustersOf(
  tellings: readonly Telling[],
  vectors: readonly (Float32Array | null)[],
  actors: ReadonlyMap<string, Actor>,
  present: ReadonlySet<string>,
): Cluster[] {
  const pairs = pairsOf(tellings, vectors, actors, present);
  const alike = new Map(pairs.map((pair) => [pair.a * tellings.length + pair.b, pair.alike]));
  const alikeOf = (a: number, b: number) =>
    alike.get(Math.min(a, b) * tellings.length + Math.max(a, b)) ?? UNLIKE;
  const clusters = new Clusters(tellings);
  const likely = pairs.filter((pair) => pair.alike >= JOIN);
  for (const { a, b } of likely.sort((x, y) => y.alike - x.alike || x.a - y.a || x.b - y.b)) {
    clusters.join(a, b, alikeOf);
  }
  return clusters.all();
}

/** Best on the planted contacts: of the pairs above it, two in three are one point. */
const JOIN = 0.3;
/** A telling may be less like some of a cluster than like the one that brought it in. */
const ON_AVERAGE = 0.7;
/** One account says a thing twice only in nearly the same words. */
const REPEAT = 0.8;
/** Two tellings that share nothing. */
const UNLIKE = 0.02;

/** Tellings by index, in clusters that only grow. */
class Clusters {
  readonly #tellings: readonly Telling[];
  readonly #home: number[];
  readonly #members: number[][];
  readonly #weakest: number[];

  constructor(tellings: readonly Telling[]) {
    this.#tellings = tellings;
    this.#home = tellings.map((_, i) => i);
    this.#members = tellings.map((_, i) => [i]);
    this.#weakest = tellings.map(() => 1);
  }

  join(a: number, b: number, alikeOf: (a: number, b: number) => number): void {
    const [to, from] = [this.#home[a] ?? a, this.#home[b] ?? b];
    if (to === from) return;
    const [left, right] = [this.#members[to] ?? [], this.#members[from] ?? []];
    let sum = 0;
    for (const one of left) for (const other of right) sum += alikeOf(one, other);
    const mean = sum / (left.length * right.length);
    if (mean < JOIN * ON_AVERAGE || (mean < REPEAT && this.#shareAccount(left, right))) return;
    this.#members[to] = [...left, ...right];
    this.#members[from] = [];
    for (const one of right) this.#home[one] = to;
    this.#weakest[to] = Math.min(this.#weakest[to] ?? 1, this.#weakest[from] ?? 1, mean);
  }

  #shareAccount(left: readonly number[], right: readonly number[]): boolean {
    return left.some((a) => right.some((b) => this.#tellings[a]?.account === this.#tellings[b]?.account));
  }

  all(): Cluster[] {
    return this.#members.flatMap((list, i) => {
      const members = [...list].sort((x, y) => x - y).flatMap((at) => this.#tellings[at] ?? []);
      return members.length === 0 ? [] : [{ tellings: members, alike: this.#weakest[i] ?? 1 }];
    });
  }
}

interface Pair {
  a: number;
  b: number;
  alike: number;
}

function pairsOf(
  tellings: readonly Telling[],
  vectors: readonly (Float32Array | null)[],
  actors: ReadonlyMap<string, Actor>,
  present: ReadonlySet<string>,
): Pair[] {
  const keys = tellings.map((telling) => keysOf(telling, present));
  const gists = gistsFrom(keys.map((words, i) => ({ words, vector: vectors[i] ?? null })));
  return sharingPairs(keys).flatMap(([a, b]) => {
    const [one, other, left, right] = [tellings[a], tellings[b], gists[a], gists[b]];
    if (!one || !other || !left || !right || one.account === other.account) return [];
    if (isDenied(one, other)) return [{ a, b, alike: DENIED }];
    const speakers = speakersRelation(one, other, actors);
    const acts =
      one.act === null || one.act !== other.act
        ? "other"
        : ONCE.has(one.act) && speakers === "same"
          ? "once"
          : "same";
    const alike = probabilityOf(left, right, speakers, acts);
    return alike > UNLIKE ? [{ a, b, alike }] : [];
  });
}

/** One tells what the other denies: they are one point, however little they share. */
function isDenied(a: Telling, b: Telling): boolean {
  return (a.denial !== null && answers(b, a.denial)) || (b.denial !== null && answers(a, b.denial));
}

const DENIED = 0.85;

/** What two tellings can share: words, numbers, those named, days and their months, and the deed that the verb tells. */
function keysOf({ content: { terms }, act }: Telling, present: ReadonlySet<string>): Set<string> {
  const keys = new Set<string>();
  if (act !== null && ACT_FORCES[act].force > 0) keys.add(wordKeyOf(act));
  for (const { kind, key } of terms) {
    if (kind === "word" || kind === "number" || kind === "date") keys.add(key);
    if (kind === "actor" && !present.has(key)) keys.add(key);
    if (kind === "date") keys.add(key.slice(0, "2022-01".length));
  }
  return keys;
}

/** A key that more than so many tellings have brings nobody together by itself. */
const COMMON = 120;

/** Pairs of indexes that share a key, each once. */
function sharingPairs(keys: readonly ReadonlySet<string>[]): [number, number][] {
  const holders = new Map<string, number[]>();
  for (const [i, set] of keys.entries()) {
    for (const key of set) {
      const list = holders.get(key);
      if (list) list.push(i);
      else holders.set(key, [i]);
    }
  }
  const pairs = new Set<number>();
  for (const list of holders.values()) {
    if (list.length > COMMON) continue;
    for (const [i, a] of list.entries()) for (const b of list.slice(i + 1)) pairs.add(a * keys.length + b);
  }
  return [...pairs].map((pair) => [Math.floor(pair / keys.length), pair % keys.length]);
}

/** Weights of a logistic regression over the tellings of `cases/contacts`, with and without vectors. */
const WITH_MODEL = { bias: -5.55, overlap: 2.6, contained: 3.4, cosine: 3.7, sameAct: 0.4, length: 1.3 };
const BY_RULES = { bias: -5.75, overlap: 4.0, contained: 4.8, cosine: 0, sameAct: 0.65, length: 1.55 };
const SPEAKERS: Readonly<Record<SpeakerRelation, number>> = {
  same: 0.8,
  related: 0.15,
  unknown: 0,
  other: -0.4,
};
/** No vectors make one point of two tellings that share less. */
const TOO_LITTLE = 0.06;
/** Weight of a content of some length: what says much is seldom alike by chance; more than this adds nothing. */
const LENGTH = 30;

/** Acts of courtesy: nobody does one twice in a contact to the same end, whatever words tell it. */
const ONCE: ReadonlySet<Act> = new Set<Act>(["thank", "condole", "congratulate"]);
const ONE_DEED = 2;

/** To two decimals: finer, the clusters would hang on how a processor rounds. */
function probabilityOf(a: Gist, b: Gist, speakers: SpeakerRelation, acts: "other" | "same" | "once"): number {
  const weights = a.vector && b.vector ? WITH_MODEL : BY_RULES;
  const overlap = overlapOf(a, b);
  if (overlap < TOO_LITTLE) return 0;
  const least = Math.min(a.weight, b.weight);
  const contained = least === 0 ? 0 : (overlap * (a.weight + b.weight)) / 2 / least;
  const sum =
    weights.bias +
    weights.overlap * overlap +
    weights.contained * contained +
    weights.cosine * cosineOf(a, b) +
    SPEAKERS[speakers] +
    (acts === "other" ? 0 : weights.sameAct) +
    (acts === "once" ? ONE_DEED : 0) +
    weights.length * Math.min(1, least / LENGTH);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
