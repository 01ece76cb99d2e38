import { describe, expect, it } from "vitest";
import type { Cell, Comparison, Point, Verdict } from "../../accounts/accounts.ts";
import type { Passage } from "../../text/span.ts";
import { rowCoverings, rowsOf } from "./beside.ts";

const words = (start: number): Passage => [{ start, end: start + 4, words: "word" }];

function cell(document: string, start: number, more: Partial<Cell> = {}): Cell {
  return { account: `${document}/c1`, words: words(start), stands: null, moved: [], ...more } as Cell;
}

function point(id: string, cells: Cell[], verdict: Partial<Verdict> = {}): Point {
  return {
    id,
    kind: "statement",
    cells,
    verdict: { kind: "confirmed", between: null, moves: [], ...verdict },
  } as Point;
}

const rows = (...points: Point[]) => rowsOf({ points } as Comparison, "L", "R");

describe("rowsOf", () => {
  it("gives the points that one of the two tells, in the order of the left and then of the right", () => {
    const found = rows(
      point("both", [cell("L", 50), cell("R", 10, { stands: "confirmed" })]),
      point("elsewhere", [cell("X", 1)]),
      point("right", [cell("R", 20)]),
      point("left", [cell("L", 5)]),
    );
    expect(found.map(({ point: { id } }) => id)).toEqual(["left", "both", "right"]);
    expect(found.map(({ kind }) => kind)).toEqual(["one-account-only", "confirmed", "one-account-only"]);
  });

  it("tells how these two stand, not how all do", () => {
    const cells = [
      cell("X", 1),
      cell("L", 1, { stands: "contradicted" }),
      cell("R", 1, { stands: "confirmed" }),
    ];
    expect(rows(point("p", cells, { kind: "contradicted", between: [0, 1] }))[0]?.kind).toBe("contradicted");
    const near = [
      cell("L", 1),
      cell("R", 1, { stands: "scope-differs" }),
      cell("X", 1, { stands: "contradicted" }),
    ];
    expect(rows(point("p", near, { kind: "contradicted", between: [0, 2] }))[0]?.kind).toBe("scope-differs");
  });

  it("marks only what moved between these two", () => {
    const third = point("p", [
      cell("X", 1),
      cell("L", 1, { moved: words(2) }),
      cell("R", 1, { moved: words(3) }),
    ]);
    expect(rows(third)[0]?.left?.moved).toEqual([]);
    const pair = point("p", [cell("L", 1), cell("R", 1, { moved: words(3), stands: "wording-differs" })]);
    expect(rowCoverings(rows(pair), "right").map(({ what }) => what.look)).toEqual([
      "wording-differs",
      "moved",
    ]);
  });
});
