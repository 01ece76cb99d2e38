import { describe, expect, test } from "vitest";
import { STAND_SHARES, STAND_WEIGHTS } from "./stand-weights.ts";
import { chancesOfRow, decided, STAND_FEATURES, STAND_KINDS, type StandChances } from "./stands.ts";

/** Chances of the stands told; of the others none. */
function chances(told: Partial<StandChances>): StandChances {
  return Object.fromEntries(STAND_KINDS.map((kind) => [kind, told[kind] ?? 0])) as StandChances;
}

describe("decided", () => {
  test("says the likeliest", () => {
    expect(decided(chances({ confirmed: 0.8, "wording-differs": 0.2 }), 1)).toBe("confirmed");
  });

  test("says a contradiction only when it is likelier than not that both are one point and cannot be true", () => {
    const likely = chances({ contradicted: 0.7, "wording-differs": 0.3 });
    expect(decided(likely, 1)).toBe("contradicted");
    expect(decided(likely, 0.6)).toBe("wording-differs");
  });

  test("confirms nothing that is likelier contradicted than not", () => {
    const doubtful = chances({ contradicted: 0.6, confirmed: 0.3, "scope-differs": 0.1 });
    expect(decided(doubtful, 0.7)).toBe("scope-differs");
  });
});

describe("the fitted table", () => {
  test.each(STAND_KINDS)("has a weight for each thing that is looked at: %s", (kind) => {
    expect(STAND_WEIGHTS[kind]).toHaveLength(STAND_FEATURES.length + 1);
  });

  test("has shares that make one whole", () => {
    expect(STAND_KINDS.reduce((sum, kind) => sum + STAND_SHARES[kind], 0)).toBeCloseTo(1, 1);
  });
});

describe("chancesOfRow", () => {
  test("lets one grave pair count among many that agree", () => {
    const agree = chances({ confirmed: 0.9, "wording-differs": 0.1 });
    const row = chancesOfRow([agree, agree, chances({ confirmed: 0.05, contradicted: 0.95 })]);
    expect(row.contradicted).toBeGreaterThan(0.5);
    expect(row.confirmed).toBeCloseTo(0.62, 2);
  });

  test("is the pair's own where there is one pair", () => {
    const one = chances({ confirmed: 0.4, "scope-differs": 0.6 });
    expect(chancesOfRow([one])).toEqual(one);
  });
});
