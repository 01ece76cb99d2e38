/** Weights of `pairing.ts`, bias first: `npx tsx scripts/fit-pairing.ts cases/contacts` prints them. */

export const PAIR_WEIGHTS = {
  withModel: [
    -5.08, -0.21, 4.48, 4.11, 4.18, 0.07, 1.12, 0.48, -0.51, 0.12, -0.03, -0.1, 0.55, -0.53, -0.43, 2.81,
  ],
  byRules: [-5.67, 2.83, 5.08, 0.0, 2.39, 0.17, 1.46, 0.47, -0.28, -0.1, -0.03, 0.22, 0.48, 0.27, 0.18, 3.09],
} as const;
