import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { PAIR_KINDS } from "../accounts/pair-stands.ts";
import { pairInputOf } from "./features.ts";
import { ownFolder } from "./files.ts";
import { loadPairs } from "./pairs.ts";
import { loadTextWeights } from "./text-weights.ts";
import { Tokenizer } from "./wordpiece.ts";

/** What the export's own code makes of two texts: pieces, where the second begins, log probabilities of `PAIR_KINDS`. */
interface Expected {
  pair: [string, string];
  ids: number[];
  split: number;
  stands: number[];
}

const folder = ownFolder("pairs");
const expected: Expected[] = JSON.parse(readFileSync(join(folder, "parity.json"), "utf8"));
const { vocabulary, endMarks, description } = await loadTextWeights(
  folder,
  "pairs",
  ["ids", "features"],
  "stands",
);
const tokenizer = new Tokenizer(vocabulary);
const pairs = await loadPairs();
afterAll(() => pairs.close());

const couples = expected.map(({ pair }) => pair);
const chances = (stands: ArrayLike<number> | undefined) => Array.from(stands ?? [], Math.exp);

describe("standsFor", () => {
  test.each(expected)("reads $pair in the pieces and with the chances that the export sees", async (one) => {
    const [a, b] = one.pair.map((text) => tokenizer.wordsIn(text));
    if (!a || !b) throw new Error("a pair has two texts");
    const { ids, features } = pairInputOf(a, b, endMarks, description.count("longest"));
    expect([...ids]).toEqual(one.ids);
    expect(features.indexOf(1)).toBe(one.split);
    const [found] = await pairs.standsFor([one.pair]);
    for (const [k, chance] of chances(one.stands).entries())
      expect(Math.abs((chances(found)[k] ?? 0) - chance)).toBeLessThan(0.05);
  });

  test("gives a pair the same alone, among others and turned round", async () => {
    const together = await pairs.standsFor(couples);
    for (const [i, [a, b]] of couples.entries()) {
      expect((await pairs.standsFor([[a, b]]))[0]).toEqual(together[i]);
      expect((await pairs.standsFor([[b, a]]))[0]).toEqual(together[i]);
    }
  });

  test("gives log probabilities that make one whole, in steps", async () => {
    for (const stands of await pairs.standsFor(couples)) {
      expect(stands).toHaveLength(PAIR_KINDS.length);
      expect(chances(stands).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 1);
      const steps = description.count("steps");
      expect([...stands].every((value) => Number.isInteger(value * steps))).toBe(true);
    }
  });

  test("cuts what is too long, and takes texts without words", async () => {
    const long = "They met again and again. ".repeat(100);
    const [cut, empty] = await pairs.standsFor([
      [long, "They met."],
      [" ", "They met."],
    ]);
    expect(cut?.every(Number.isFinite)).toBe(true);
    expect(empty?.every(Number.isFinite)).toBe(true);
    expect(await pairs.standsFor([])).toEqual([]);
  });

  test("stops at a signal", async () => {
    await expect(pairs.standsFor(couples, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  });
});
