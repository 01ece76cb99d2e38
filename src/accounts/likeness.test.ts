import { describe, expect, test } from "vitest";
import { cosineOf, type Gist, gistsFrom, likenessOf, overlapOf } from "./likeness.ts";
import { contentWordsIn } from "./words.ts";

/** A contact's contents, two accounts of each thing and the names that are in all. */
const TEXTS = [
  "Vale asked Ortiz to release the crew of the trawler.",
  "Ortiz was asked by Vale to let the trawler's crew go.",
  "Vale and Ortiz agreed to extend the grain agreement by 120 days.",
  "Vale and Ortiz agreed on an extension of the grain deal for 120 days.",
  "Ortiz told Vale that the harbour would be closed.",
  "Vale warned Ortiz of consequences.",
];

function wordsOf(text: string): Set<string> {
  return contentWordsIn(text, { start: 0, end: text.length });
}

/** Directions in a plane that lie so many degrees apart, in the steps that the model gives. */
function vectorAt(degrees: number): Float32Array {
  const angle = (degrees * Math.PI) / 180;
  return Float32Array.of(...[Math.cos(angle), Math.sin(angle)].map((x) => Math.round(x * 1024) / 1024));
}

function gists(degrees: number[] | null): Gist[] {
  return gistsFrom(
    TEXTS.map((text, i) => ({ words: wordsOf(text), vector: degrees ? vectorAt(degrees[i] ?? 0) : null })),
  );
}

function at(all: readonly Gist[], index: number): Gist {
  const gist = all[index];
  if (!gist) throw new RangeError(`no gist ${index}`);
  return gist;
}

describe("likenessOf", () => {
  test("by rules, finds what shares its rare words likelier than what shares the names of all", () => {
    const all = gists(null);
    expect(likenessOf(at(all, 0), at(all, 1))).toBeGreaterThan(0.5);
    expect(likenessOf(at(all, 2), at(all, 3))).toBeGreaterThan(0.5);
    expect(likenessOf(at(all, 4), at(all, 5))).toBeLessThan(0.1);
  });

  test("with vectors, finds what has no word in common", () => {
    const all = gistsFrom(
      [
        ["a b c", 10],
        ["d e f", 12],
        ["g h i", 80],
        ["j k l", 120],
      ].map(([words, degrees]) => ({
        words: new Set(String(words).split(" ")),
        vector: vectorAt(Number(degrees)),
      })),
    );
    expect(likenessOf(at(all, 0), at(all, 1))).toBeGreaterThan(0.5);
    expect(likenessOf(at(all, 0), at(all, 3))).toBeLessThan(0.1);
  });

  test("is the same both ways and in any order of the contents", () => {
    const contents = TEXTS.map((text, i) => ({ words: wordsOf(text), vector: vectorAt(17 * i * i) }));
    const all = gistsFrom(contents);
    const turned = gistsFrom(contents.toReversed()).toReversed();
    expect(turned).toEqual(all);
    for (const a of all) for (const b of all) expect(overlapOf(a, b)).toBe(overlapOf(b, a));
  });

  test("gives two decimals, between 0 and 1", () => {
    const all = gists([0, 1, 90, 95, 180, 200]);
    for (const a of all)
      for (const b of all) {
        const chance = likenessOf(a, b);
        expect(chance).toBe(Number(chance.toFixed(2)));
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
      }
  });

  test("finds nothing alike in contents without words", () => {
    const [a, b] = gistsFrom([
      { words: new Set<string>(), vector: new Float32Array(2) },
      { words: new Set<string>(), vector: new Float32Array(2) },
    ]);
    if (!a || !b) throw new RangeError("no gists");
    expect([overlapOf(a, b), cosineOf(a, b)]).toEqual([0, 0]);
    expect(likenessOf(a, b)).toBeLessThan(0.1);
  });
});

describe("gistsFrom", () => {
  test("takes from vectors what all have in common", () => {
    const near = gists([0, 10, 20, 30, 40, 50]);
    // As they come, the first two lie 10 degrees apart (0.98), the ends 50 (0.64).
    expect(cosineOf(at(near, 0), at(near, 5))).toBeLessThan(0.3);
    expect(cosineOf(at(near, 0), at(near, 1))).toBeGreaterThan(0.9);
  });

  test("weighs a word by how few have it", () => {
    const { words } = at(gists(null), 0);
    const [rare = "", common = ""] = wordsOf("trawler Vale");
    expect(words.get(rare)).toBeGreaterThan(words.get(common) ?? 9);
  });
});
