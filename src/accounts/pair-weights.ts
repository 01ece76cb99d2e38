/** Weights of `pairing.ts`, bias first: `npx tsx scripts/fit-pairing.ts FOLDER…` prints them. */

export const PAIR_WEIGHTS = {
  withModel: [
    -4.92, 1.08, 1.07, 3.77, 1.21, 0.32, 0.26, 0.21, -0.18, 0.25, -0.03, 0.09, -0.39, 0.4, -0.1, 0.47, 1.39,
    0.37, 0.1,
  ],
  byRules: [
    -5.17, 6.3, 2.51, 0.0, 1.98, 0.23, 0.99, 0.66, -0.18, -0.18, 0.38, 0.04, 0.91, 0.25, 0.07, 2.67, 0.0, 0.0,
    0.0,
  ],
} as const;
