import { describe, expect, it } from "vitest";
import type { Row } from "./beside.ts";
import { anchorsFrom, apart, counterpart, nearestRow, placedMarks } from "./beside-places.ts";

const told = { words: [], moved: [] };
const row = (left: boolean, right: boolean): Row =>
  ({ left: left ? told : null, right: right ? told : null }) as unknown as Row;

describe("counterpart", () => {
  it("glides between anchors in one order", () => {
    const anchors = [
      { here: 100, there: 200 },
      { here: 200, there: 600 },
    ];
    expect(counterpart(anchors, 100)).toBe(200);
    expect(counterpart(anchors, 150)).toBe(400);
    expect(counterpart(anchors, 50)).toBe(150);
    expect(counterpart(anchors, 250)).toBe(650);
  });

  it("holds the nearer anchor where the order differs, and its own place without any", () => {
    const crossed = [
      { here: 100, there: 600 },
      { here: 200, there: 50 },
    ];
    expect(counterpart(crossed, 120)).toBe(620);
    expect(counterpart(crossed, 180)).toBe(30);
    expect(counterpart([], 70)).toBe(70);
  });
});

it("apart keeps marks from lying on each other", () => {
  expect(apart([0, 5, 100], 20)).toEqual([0, 20, 100]);
});

describe("rows of two texts", () => {
  const [both, late, onLeft, onRight] = [
    row(true, true),
    row(true, true),
    row(true, false),
    row(false, true),
  ];
  const rows = [late, both, onLeft, onRight];
  const tops = {
    left: new Map([
      [late, 300],
      [both, 100],
      [onLeft, 110],
    ]),
    right: new Map([
      [late, 80],
      [both, 400],
      [onRight, 405],
    ]),
  };

  it("anchorsFrom gives what both tell, by height", () => {
    expect(anchorsFrom(rows, tops, "left")).toEqual([
      { here: 100, there: 400 },
      { here: 300, there: 80 },
    ]);
    expect(anchorsFrom(rows, tops, "right")[0]).toEqual({ here: 80, there: 300 });
  });

  it("nearestRow passes by what only one tells", () => {
    expect(nearestRow(tops.left, 115)).toBe(both);
    expect(nearestRow(new Map([[onLeft, 10]]), 10)).toBeNull();
  });

  it("placedMarks stands each beside its words, and none on another", () => {
    const { left, right } = placedMarks(rows, tops, 22);
    expect(left.map(({ top }) => top)).toEqual([100, 122, 300]);
    expect(left[1]?.row).toBe(onLeft);
    expect(right).toEqual([{ row: onRight, top: 405 }]);
  });
});
