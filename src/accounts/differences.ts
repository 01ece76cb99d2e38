/**
 * Differences: which terms of two contents find no fellow in the other.
 *
 * Takes two contents; gives what they share, and what is left of each, cut at
 * the terms that both have in the same order. Nothing is weighed here: what a
 * left-over means is said by `moves.ts`.
 */

import type { Content, Term } from "./contents.ts";
import { timesAgree } from "./values.ts";

export interface Difference {
  /** Share of the weight of both that has a fellow in the other, 0 to 1. */
  overlap: number;
  /** The same share of the smaller one. */
  containment: number;
  /** Left-over stretches between common terms, in text order; one side may be empty. */
  gaps: Gap[];
  /** Pairs of terms that say the same. */
  common: [Term, Term][];
}

export interface Gap {
  a: Term[];
  b: Term[];
  /** Share of the terms just around it that both have: 0 at neither end, 1 at both. */
  held: number;
}

export function differenceOf(a: Content, b: Content): Difference {
  const left = a.terms.filter(isHeavy);
  const right = b.terms.filter(isHeavy);
  const chain = commonInOrder(left, right);
  const rest = {
    a: without(
      left,
      chain.map(([i]) => i),
    ),
    b: without(
      right,
      chain.map(([, j]) => j),
    ),
  };
  const elsewhere = fellowsElsewhere(left, right, rest);
  const common = [...chain, ...elsewhere].map(([i, j]) => [left[i], right[j]] as [Term, Term]);
  const shared = common.reduce((sum, [term]) => sum + weightOf(term), 0);
  const [wholeA, wholeB] = [weightOfAll(left), weightOfAll(right)];
  return {
    overlap: wholeA + wholeB === 0 ? 0 : (2 * shared) / (wholeA + wholeB),
    containment: Math.min(wholeA, wholeB) === 0 ? 0 : shared / Math.min(wholeA, wholeB),
    gaps: gapsBetween(left, right, chain, elsewhere),
    common,
  };
}

function isHeavy(term: Term): boolean {
  return term.kind !== "small";
}

/** A name is shared by all that is said of a contact; a word is what is said. */
const WEIGHTS: Readonly<Record<Term["kind"], number>> = {
  word: 1,
  number: 1,
  date: 1,
  actor: 0.5,
  quantifier: 0.3,
  modality: 0.3,
  negation: 0.3,
  conjunct: 0,
  small: 0,
};

export function weightOf(term: Term): number {
  return WEIGHTS[term.kind];
}

function weightOfAll(terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + weightOf(term), 0);
}

export function sameTerm(a: Term, b: Term): boolean {
  if (a.key === b.key) return true;
  return a.kind === "date" && b.kind === "date" && timesAgree(a.key, b.key);
}

type Indexes = [number, number];

/** Longest common subsequence; of several the one that takes the earliest terms. */
function commonInOrder(left: readonly Term[], right: readonly Term[]): Indexes[] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  const same = (i: number, j: number) => {
    const [a, b] = [left[i], right[j]];
    return a !== undefined && b !== undefined && sameTerm(a, b);
  };
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      lengths[i * width + j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Indexes[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (same(i, j)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function without<T>(list: readonly T[], taken: readonly number[]): number[] {
  const gone = new Set(taken);
  return list.map((_, i) => i).filter((i) => !gone.has(i));
}

/** Terms that both have, in another order. */
function fellowsElsewhere(
  left: readonly Term[],
  right: readonly Term[],
  rest: { a: readonly number[]; b: readonly number[] },
): Indexes[] {
  const free = new Set(rest.b);
  const pairs: Indexes[] = [];
  for (const i of rest.a) {
    const a = left[i];
    if (!a || a.kind === "conjunct") continue;
    for (const j of free) {
      const b = right[j];
      if (!b || !sameTerm(a, b)) continue;
      pairs.push([i, j]);
      free.delete(j);
      break;
    }
  }
  return pairs;
}

function gapsBetween(
  left: readonly Term[],
  right: readonly Term[],
  chain: readonly Indexes[],
  elsewhere: readonly Indexes[],
): Gap[] {
  const gone = { a: new Set(elsewhere.map(([i]) => i)), b: new Set(elsewhere.map(([, j]) => j)) };
  const gaps: Gap[] = [];
  let [fromA, fromB] = [0, 0];
  for (const [toA, toB] of [...chain, [left.length, right.length] as Indexes]) {
    const a = left.slice(fromA, toA).filter((_, i) => !gone.a.has(fromA + i));
    const b = right.slice(fromB, toB).filter((_, j) => !gone.b.has(fromB + j));
    const ends = (fromA > 0 ? 1 : 0) + (toA < left.length ? 1 : 0);
    if (a.length + b.length > 0) gaps.push({ a, b, held: ends / 2 });
    [fromA, fromB] = [toA + 1, toB + 1];
  }
  return gaps;
}
