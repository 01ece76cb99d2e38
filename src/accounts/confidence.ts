/**
 * Confidence: how probable it is that a verdict is right.
 *
 * Takes the verdict and how sure the judge was; gives the probability as it
 * held on planted contacts (`scripts/fit-confidence.ts`). Platt's scaling, with
 * one bias for each verdict: what a verdict is tells more than how it came about.
 */

import type { VerdictKind } from "./accounts.ts";

/** In the order in which they are fitted. */
export const CONFIDENCE_KINDS: readonly VerdictKind[] = [
  "confirmed",
  "one-account-only",
  "scope-differs",
  "wording-differs",
  "attribution-differs",
  "contradicted",
];

export interface Scaling {
  bias: Readonly<Record<VerdictKind, number>>;
  slope: number;
}

export const SCALING: Scaling = {
  bias: {
    confirmed: 0.11,
    "one-account-only": -0.64,
    "scope-differs": 0.02,
    "wording-differs": 0.51,
    "attribution-differs": 0.49,
    contradicted: 2.05,
  },
  slope: 0.46,
};

/** To two decimals: no finer than it holds. */
export function confidenceOf(kind: VerdictKind, sure: number): number {
  const scaled = SCALING.bias[kind] + SCALING.slope * logitOf(sure);
  return Math.round(100 / (1 + Math.exp(-scaled))) / 100;
}

/** Never sure, never impossible. */
const EDGE = 0.02;

export function logitOf(chance: number): number {
  const held = Math.min(1 - EDGE, Math.max(EDGE, chance));
  return Math.log(held / (1 - held));
}
