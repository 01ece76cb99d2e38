/** Weights of `pairing.ts`, bias first: `npx tsx scripts/fit-pairing.ts cases/contacts` prints them. */

export const PAIR_WEIGHTS = {
  withModel: [
    -5.15, 0.2, 4.17, 4.95, 4.07, 0.14, 1.25, 0.57, -0.38, 0.3, -0.29, 0.02, 0.26, -0.43, -0.24, 2.06,
  ],
  byRules: [
    -5.55, 3.34, 4.93, 0.0, 2.87, 0.13, 1.35, 0.48, -0.19, 0.17, -0.11, 0.36, 0.26, 0.36, -0.06, 2.55,
  ],
} as const;
