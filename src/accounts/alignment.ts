/**
 * Alignment: which tellings of different accounts are one point.
 *
 * Takes all tellings of a contact, paired; gives them in clusters, each telling
 * in exactly one. Pairs that are like each other at all are weighed
 * (`pairing.ts`); the likeliest join first, and a telling joins a cluster only
 * when it is like all of it on average. Ties go by account and place, so the
 * order in which accounts come does not matter.
 *
 * Known miss: a pronoun for the whole matter ("he denied it") is like nothing.
 */

import type { Act, Actor } from "../reading/reading.ts";
import { answers } from "./denials.ts";
import { featuresOf, type Pairing, type PairWeights, pairProbability, weightsFor } from "./pairing.ts";
import { pairsRead, type StandsOf } from "./read-pairs.ts";
import { speakersRelation } from "./speakers.ts";
import type { Telling } from "./tellings.ts";

export interface Cluster {
  tellings: Telling[];
  /** Lowest probability with which a telling was joined; 1 for a lone one. */
  alike: number;
}

export function clustersOf(
  pairing: Pairing,
  standsOf: StandsOf,
  weights: PairWeights = weightsFor(pairing),
): Cluster[] {
  const { tellings } = pairing;
  const pairs = pairsOf(pairing, standsOf, weights);
  const alike = new Map(pairs.map((pair) => [pair.a * tellings.length + pair.b, pair.alike]));
  const alikeOf = (a: number, b: number) =>
    alike.get(Math.min(a, b) * tellings.length + Math.max(a, b)) ?? UNLIKE;
  const clusters = new Clusters(tellings);
  const likely = pairs.filter(
    ({ a, b, alike }) => alike >= (isOtherMouth(pairing, a, b) ? OTHER_MOUTH : JOIN),
  );
  for (const { a, b } of likely.sort((x, y) => y.alike - x.alike || x.a - y.a || x.b - y.b)) {
    clusters.join(a, b, alikeOf);
  }
  return clusters.all();
}

/**
 * Lower than even: what is left apart is told as one account only, and that is wrong more often than a row that should
 * not be. Of 0.2, 0.25, 0.3 and 0.4 it does best on contacts left out (macro F1 0.458, 0.464, 0.467, 0.465).
 */
const JOIN = 0.3;
/** What two mouths say is one point only where it is likelier than not: two who speak of one thing make two points. */
const OTHER_MOUTH = 0.5;
/** A telling may be less like some of a cluster than like the one that brought it in. */
const ON_AVERAGE = 0.7;
/** One account says a thing twice only in nearly the same words. */
const REPEAT = 0.8;
/** Two tellings that share nothing. */
const UNLIKE = 0.02;

function isOtherMouth({ tellings, actors }: Pairing, a: number, b: number): boolean {
  const [one, other] = [tellings[a], tellings[b]];
  return one !== undefined && other !== undefined && speakersRelation(one, other, actors) === "other";
}

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

function pairsOf(pairing: Pairing, standsOf: StandsOf, weights: PairWeights): Pair[] {
  const { tellings, actors, candidates } = pairing;
  const alike = new Map<number, number>();
  const note = (a: number, b: number, chance: number): void => {
    const key = Math.min(a, b) * tellings.length + Math.max(a, b);
    if (chance > Math.max(UNLIKE, alike.get(key) ?? 0)) alike.set(key, chance);
  };
  const read = pairsRead(pairing, standsOf);
  for (const [at, { a, b }] of candidates.entries())
    note(a, b, pairProbability(featuresOf(pairing, read, at), weights));
  for (const [a, one] of tellings.entries()) {
    const isOne = one.denial !== null ? isDenied : one.act !== null && ONCE.has(one.act) ? isOnce : null;
    if (isOne === null) continue;
    for (const [b, other] of tellings.entries()) {
      if (one.account !== other.account && isOne(one, other, actors))
        note(a, b, one.denial !== null ? DENIED : ONE_DEED);
    }
  }
  return [...alike].map(([key, chance]) => ({
    a: Math.floor(key / tellings.length),
    b: key % tellings.length,
    alike: chance,
  }));
}

/** One tells what the other denies: they are one point, however little they share. */
function isDenied(a: Telling, b: Telling): boolean {
  return a.denial !== null && answers(b, a.denial);
}

const DENIED = 0.85;

/** Acts of courtesy: nobody does one twice in a contact to the same end, whatever words tell it. */
const ONCE: ReadonlySet<Act> = new Set<Act>(["thank", "condole", "congratulate"]);
const ONE_DEED = 0.6;

function isOnce(a: Telling, b: Telling, actors: ReadonlyMap<string, Actor>): boolean {
  return a.act !== null && a.act === b.act && ONCE.has(a.act) && speakersRelation(a, b, actors) === "same";
}
