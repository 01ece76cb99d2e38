import { describe, expect, test } from "vitest";
import { chancesOfRow, decided, STAND_KINDS, type StandChances } from "./stands.ts";

/** Chances of the stands told; of the others none. */
function chances(told: Partial<StandChances>): StandChances {
  return Object.fromEntries(STAND_KINDS.map((kind) => [kind, told[kind] ?? 0])) as StandChances;
}

describe("decided", () => {
  test("says the likeliest", () => {
    expect(decided(chances({ confirmed: 0.8, "wording-differs": 0.2 }))).toBe("confirmed");
  });

  test("says no contradiction that is not likelier than not", () => {
    expect(decided(chances({ contradicted: 0.49, "wording-differs": 0.3, confirmed: 0.21 }))).toBe(
      "wording-differs",
    );
    expect(decided(chances({ contradicted: 0.9, confirmed: 0.1 }))).toBe("contradicted");
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
