import { describe, expect, it } from "vitest";
import { stretchesIn } from "./stretches.ts";

/** Stretches as text: `0-3 a`, `3-5 a b`. */
function walk(end: number, ...spans: [start: number, end: number, what: string][]): string[] {
  const coverings = spans.map(([start, to, what]) => ({ span: { start, end: to }, what }));
  return stretchesIn({ start: 0, end }, coverings).map((one) =>
    [`${one.start}-${one.end}`, ...one.on].join(" "),
  );
}

describe("stretchesIn", () => {
  const cases: [title: string, got: string[], wanted: string[]][] = [
    ["gives the whole range when nothing covers it", walk(5), ["0-5"]],
    ["gives nothing for an empty range", walk(0, [0, 0, "a"]), []],
    ["cuts at both ends of a span", walk(9, [3, 5, "a"]), ["0-3", "3-5 a", "5-9"]],
    [
      "lists what overlaps, in the order given",
      walk(9, [3, 8, "a"], [0, 5, "b"]),
      ["0-3 b", "3-5 a b", "5-8 a", "8-9"],
    ],
    ["tells nested spans apart", walk(6, [0, 6, "a"], [2, 4, "b"]), ["0-2 a", "2-4 a b", "4-6 a"]],
    ["keeps two spans that touch apart", walk(4, [0, 2, "a"], [2, 4, "b"]), ["0-2 a", "2-4 b"]],
    ["lists two on the same place", walk(2, [0, 2, "a"], [0, 2, "b"]), ["0-2 a b"]],
    [
      "leaves out empty spans and what lies outside",
      walk(3, [1, 1, "a"], [7, 9, "b"], [-2, 1, "c"]),
      ["0-1 c", "1-3"],
    ],
  ];
  for (const [title, got, wanted] of cases) it(title, () => expect(got).toEqual(wanted));
});
