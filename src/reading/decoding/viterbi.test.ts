import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runsIn, writeBestPath, writeLogSoftmax } from "./viterbi.ts";

function bestPath(rows: readonly (readonly number[])[]): number[] {
  const tags = rows[0]?.length ?? 5;
  const path = new Uint8Array(rows.length);
  writeBestPath(Float64Array.from(rows.flat()), tags, { from: 0, to: rows.length }, path);
  return [...path];
}

/** Whether a tag may follow another; 0 stands before the first and after the last. */
function mayFollow(from: number, to: number): boolean {
  const isOpen = (tag: number) => tag > 0 && (tag - 1) % 4 < 2;
  const goesOn = (tag: number) => tag > 0 && [1, 2].includes((tag - 1) % 4);
  if (!isOpen(from)) return !goesOn(to);
  return goesOn(to) && (from - 1) >> 2 === (to - 1) >> 2;
}

function isPath(path: readonly number[]): boolean {
  return [...path, 0].every((tag, i) => mayFollow(path[i - 1] ?? 0, tag));
}

/** Every path that is allowed, by trying all. */
function* paths(count: number, tags: number): Generator<number[]> {
  for (let n = 0; n < tags ** count; n++) {
    const path = Array.from({ length: count }, (_, i) => Math.floor(n / tags ** i) % tags);
    if (isPath(path)) yield path;
  }
}

describe("writeBestPath", () => {
  test("ends what begins", () => {
    expect(
      bestPath([
        [0, 9, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [5, 0, 0, 0, 0],
      ]),
    ).toEqual([1, 3, 0]);
    expect(bestPath([[0, 9, 0, 0, 1]])).toEqual([4]);
  });

  test("takes the lower tag where two gain the same", () => {
    expect(bestPath([[1, 0, 0, 0, 1]])).toEqual([0]);
    expect(bestPath([[0, 0, 0, 0, 2, 0, 0, 0, 2]])).toEqual([4]);
  });

  test("does not see differences under half of 1/1024", () => {
    expect(bestPath([[0, 0, 0, 0, 0.0004]])).toEqual([0]);
    expect(bestPath([[0, 0, 0, 0, 0.0006]])).toEqual([4]);
  });

  test("finds what trying all paths finds", () => {
    const row = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
        const gain = (path: readonly number[]) =>
          path.reduce((sum, tag, i) => sum + (rows[i]?.[tag] ?? 0), 0);
        const best = Math.max(...[...paths(rows.length, 9)].map(gain));
        const path = bestPath(rows);
        expect(isPath(path)).toBe(true);
        expect(gain(path)).toBe(best);
      }),
      { numRuns: 60 },
    );
  });
});

test("runsIn gives runs of one kind", () => {
  expect(runsIn(Uint8Array.of(4, 0, 1, 2, 3, 5, 7, 8), 1, { from: 0, to: 8 })).toEqual([
    { from: 0, to: 1 },
    { from: 2, to: 5 },
  ]);
  expect(runsIn(Uint8Array.of(4, 0, 1, 2, 3, 5, 7, 8), 5, { from: 0, to: 8 })).toEqual([
    { from: 5, to: 7 },
    { from: 7, to: 8 },
  ]);
});

test("writeLogSoftmax gives logarithms of chances that sum to one, large scores included", () => {
  const out = new Float64Array(6);
  writeLogSoftmax(Float32Array.of(1, 2, 3, 1000, 999, -1000), 3, { from: 0, to: 2 }, out);
  expect(Math.exp(out[0] ?? 0) + Math.exp(out[1] ?? 0) + Math.exp(out[2] ?? 0)).toBeCloseTo(1, 12);
  expect(out[3]).toBeCloseTo(-0.3133, 4);
});
