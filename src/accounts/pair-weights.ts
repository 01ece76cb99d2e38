/** Weights of `pairing.ts`, bias first: `npx tsx scripts/fit-pairing.ts cases/contacts` prints them. */

export const PAIR_WEIGHTS = {
  withModel: [
    -5.12, 0.69, 4.06, 4.69, 3.91, 0.07, 1.27, 0.74, -0.29, 0.5, -0.16, -0.1, 0.08, -0.41, 0.08, 1.67,
  ],
  byRules: [-5.55, 3.7, 4.61, 0.0, 2.65, 0.2, 1.39, 0.66, -0.08, 0.34, -0.01, 0.3, 0.06, 0.36, 0.16, 2.2],
} as const;
