/**
 * Stands: how probable each stand of two tellings is, from what their words show
 * and what the model made of them together.
 *
 * A logistic regression for each stand, scaled to 1 among them. The weights are
 * fitted (`scripts/fit-stands.ts`) on contacts that the model did not learn from.
 */

import type { Shown } from "./judge.ts";
import type { TermMove } from "./moves.ts";
import { PAIR_KINDS, type StandKind } from "./pair-stands.ts";
import { STAND_SHARES, STAND_WEIGHTS } from "./stand-weights.ts";

export const STAND_KINDS: readonly StandKind[] = PAIR_KINDS.flatMap((kind) =>
  kind === "other" ? [] : [kind],
);

/** What is looked at, in the order of the weights; the bias comes first. */
export const STAND_FEATURES = [
  ...STAND_KINDS.map((kind) => `read as ${kind}`),
  ...STAND_KINDS.map((kind) => `${kind} by words`),
  "overlap",
  "contained",
  "same speaker",
  "related speaker",
  "other speaker",
  "condition moved",
  "negation moved",
  "another modal",
  "modal on one side",
  "another number",
  "number on one side",
  "another date",
  "date on one side",
  "quantifier moved",
  "another name",
  "another act",
  "marks moved",
  "wording moved",
  "scope moved",
  "more told",
] as const;

/** Less likely than this, the model only says that it is unlikely. */
const LEAST = -5;

/** One value for each of `STAND_FEATURES`. */
export function standFeatures(shown: Shown, byWords: StandKind, read: Float32Array): number[] {
  const { difference, speakers, moves, wording, scope, more } = shown;
  const one = 1 - Math.exp(read[0] ?? 0) + 1e-6;
  const has = (test: (move: TermMove) => boolean) => (moves.some(test) ? 1 : 0);
  const sides = ({ before, after }: TermMove) => (before.length > 0 && after.length > 0 ? 2 : 1);
  return [
    ...STAND_KINDS.map((_, i) => Math.max(LEAST, (read[i + 1] ?? LEAST) - Math.log(one))),
    ...STAND_KINDS.map((kind) => (kind === byWords ? 1 : 0)),
    difference.overlap,
    difference.containment,
    speakers === "same" ? 1 : 0,
    speakers === "related" ? 1 : 0,
    speakers === "other" ? 1 : 0,
    has(({ kind }) => kind === "condition"),
    has(({ kind }) => kind === "negation"),
    has((move) => move.kind === "modality" && sides(move) === 2),
    has((move) => move.kind === "modality" && sides(move) === 1),
    has((move) => move.kind === "number" && sides(move) === 2),
    has((move) => move.kind === "number" && sides(move) === 1),
    has((move) => move.kind === "date" && sides(move) === 2),
    has((move) => move.kind === "date" && sides(move) === 1),
    has(({ kind }) => kind === "quantifier"),
    has((move) => move.kind === "actor" && sides(move) === 2),
    has(({ kind }) => kind === "act"),
    has(({ kind }) => kind === "distance-marks"),
    wording.length > 0 ? 1 : 0,
    scope.length > 0 ? 1 : 0,
    more === null ? 0 : 1,
  ];
}

export type StandWeights = Readonly<Record<StandKind, readonly number[]>>;
export type StandChances = Readonly<Record<StandKind, number>>;

/** To two decimals: finer, a verdict would hang on how a processor rounds. */
export function standChances(
  features: readonly number[],
  weights: StandWeights = STAND_WEIGHTS,
): StandChances {
  const each = STAND_KINDS.map((kind) => {
    const own = weights[kind];
    const sum = features.reduce((total, value, i) => total + value * (own[i + 1] ?? 0), own[0] ?? 0);
    return 1 / (1 + Math.exp(-sum));
  });
  const whole = each.reduce((total, chance) => total + chance, 0) || 1;
  return byKind((_, i) => Math.round((100 * (each[i] ?? 0)) / whole) / 100);
}

export function surely(stand: StandKind): StandChances {
  return byKind((kind) => (kind === stand ? 1 : 0));
}

/** Of a row, from those of its pairs: one grave pair counts, and so does what most of them are. */
export function chancesOfRow(pairs: readonly StandChances[]): StandChances {
  return byKind((kind) => {
    const chances = pairs.map((one) => one[kind]);
    const mean = chances.reduce((sum, one) => sum + one, 0) / Math.max(1, chances.length);
    return kind === "confirmed" ? mean : (Math.max(0, ...chances) + mean) / 2;
  });
}

/**
 * When in doubt, a contradiction is not said: from this chance on of both being one point and contradicting. On contacts left out
 * 86 of 100 were right; from 0.45 on 96 of 120, from 0.6 on 69 of 79.
 */
const SURE_CLASH = 0.5;
/** From this chance on of contradicting, whether or not both are one point, nothing is confirmed. */
const LIKELY_CLASH = 0.5;
/** How far rare stands are favoured: 0 would say the likeliest, and scope hardly ever; 1 each as often as any other. */
const EVENNESS = 0.6;

/**
 * The stand that is said: the likeliest, each weighed by how rare it is. Where a contradiction is likelier than not, but not sure
 * enough to be said, the two are not confirmed either.
 *
 * @param alike how probable it is that what is judged is one point.
 */
export function decided(chances: StandChances, alike: number): StandKind {
  const heft = (kind: StandKind) => chances[kind] / STAND_SHARES[kind] ** EVENNESS;
  return STAND_KINDS.filter((kind) => {
    if (kind === "contradicted") return chances.contradicted * alike >= SURE_CLASH;
    return kind !== "confirmed" || chances.contradicted < LIKELY_CLASH;
  }).reduce((best, one) => (heft(one) > heft(best) ? one : best));
}

function byKind(make: (kind: StandKind, i: number) => number): StandChances {
  return Object.fromEntries(STAND_KINDS.map((kind, i) => [kind, make(kind, i)])) as Record<StandKind, number>;
}
