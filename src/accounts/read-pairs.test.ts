import { describe, expect, test } from "vitest";
import { PAIR_KINDS } from "./pair-stands.ts";
import { leadAsRead, type Paired, pairsRead, pairsToRead, type StandsOf } from "./read-pairs.ts";

/** Tellings by account, "A1 A2 B1", and how near some of them are: "A1 B1 0.9". */
function pairedFrom(tellings: string, near: readonly string[]): Paired {
  const names = tellings.split(" ");
  return {
    tellings: names.map((name) => ({ account: name.charAt(0) })),
    texts: names,
    candidates: near.map((line) => {
      const [a = "", b = "", value] = line.split(" ");
      return { a: names.indexOf(a), b: names.indexOf(b), overlap: 0, cosine: 0, near: Number(value) };
    }),
  };
}

/** The model reads the named pairs as one point with the chance told, and no others. */
function readAs(chances: Record<string, number>): StandsOf {
  return (a, b) => {
    const chance = chances[`${a} ${b}`] ?? chances[`${b} ${a}`];
    if (chance === undefined) return null;
    return Float32Array.from(PAIR_KINDS, (kind) =>
      Math.log(kind === "other" ? 1 - chance : chance / (PAIR_KINDS.length - 1)),
    );
  };
}

describe("pairsToRead", () => {
  test("takes the nearest first", () => {
    const paired = pairedFrom("A1 B1 B2", ["A1 B1 0.2", "A1 B2 0.7"]);
    expect(pairsToRead(paired)).toEqual([
      ["A1", "B2"],
      ["A1", "B1"],
    ]);
  });

  test("leaves out a pair when both have a dozen that are nearer", () => {
    const others = Array.from({ length: 13 }, (_, i) => `C${i}`);
    const paired = pairedFrom(["A1", "B1", ...others].join(" "), [
      "A1 B1 0.1",
      ...others.flatMap((name) => [`A1 ${name} 0.5`, `B1 ${name} 0.5`]),
    ]);
    expect(pairsToRead(paired)).not.toContainEqual(["A1", "B1"]);
    expect(pairsToRead(paired)).toContainEqual(["A1", "C12"]);
  });
});

describe("pairsRead", () => {
  test("gives log odds of one point, and null for what was not read", () => {
    const paired = pairedFrom("A1 B1 C1", ["A1 B1 0.5", "A1 C1 0.4"]);
    const { asOne } = pairsRead(paired, readAs({ "A1 B1": 0.75 }));
    expect(asOne[0]).toBeCloseTo(Math.log(3), 2);
    expect(asOne[1]).toBeNull();
  });
});

describe("leadAsRead", () => {
  const paired = pairedFrom("A1 A2 B1 B2", ["A1 B1 0.5", "A1 B2 0.5", "A2 B1 0.5"]);

  test("is above 0 when each is the other's likeliest in its account", () => {
    const read = pairsRead(paired, readAs({ "A1 B1": 0.9, "A1 B2": 0.4, "A2 B1": 0.5 }));
    expect(leadAsRead(paired, read, 0)).toBeGreaterThan(1);
  });

  test("is below 0 when one of the two has a likelier fellow", () => {
    const read = pairsRead(paired, readAs({ "A1 B1": 0.6, "A1 B2": 0.1, "A2 B1": 0.9 }));
    expect(leadAsRead(paired, read, 0)).toBeLessThan(0);
    expect(leadAsRead(paired, read, 2)).toBeGreaterThan(0);
  });

  test("says nothing of what was not read", () => {
    expect(leadAsRead(paired, pairsRead(paired, readAs({})), 0)).toBe(0);
  });
});
