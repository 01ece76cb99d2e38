/**
 * How two tellings stand to each other, as the pair model sees it: another
 * point, or one point with one of five stands.
 */

import type { VerdictKind } from "./accounts.ts";

export type StandKind = Exclude<VerdictKind, "one-account-only">;

/** In the order of the model's numbers. */
export const PAIR_KINDS: readonly ("other" | StandKind)[] = [
  "other",
  "confirmed",
  "scope-differs",
  "wording-differs",
  "attribution-differs",
  "contradicted",
];

/** Log probability of each of `PAIR_KINDS`; `null` where the model was not asked. */
export type PairStands = Float32Array | null;
