/** Weights of `pairing.ts`, bias first: `npx tsx scripts/fit-pairing.ts FOLDER…` prints them. */

export const PAIR_WEIGHTS = {
  withModel: [
    -5.1, -0.05, 0.87, 3.49, 0.92, 0.18, -0.02, 0.2, -0.21, 0.26, -0.11, -0.32, -0.39, 0.36, -0.07, 0.52,
    1.88, 0.64, 0.18,
  ],
  byRules: [
    -5.19, 6.65, 2.37, 0.0, 2.24, 0.19, 1.12, 0.7, -0.14, -0.14, 0.3, 0.01, 0.71, 0.32, 0.14, 2.58, 0.0, 0.0,
    0.0,
  ],
} as const;
