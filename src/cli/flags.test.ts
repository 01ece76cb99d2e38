import { describe, expect, it } from "vitest";
import { parseBytes, parseProbability } from "./flags.ts";
import { editsBetween, nearestOf } from "./nearest.ts";

describe("parseBytes", () => {
  const cases: [string, number | null][] = [
    ["500000", 500_000],
    ["64k", 65_536],
    ["8M", 8_388_608],
    ["8MiB", 8_388_608],
    ["1G", 1_073_741_824],
    ["0", null],
    ["-1", null],
    ["1.5M", null],
    ["much", null],
    ["", null],
  ];
  for (const [value, bytes] of cases) it(`${value} → ${bytes}`, () => expect(parseBytes(value)).toBe(bytes));
});

describe("parseProbability", () => {
  const cases: [string, number | null][] = [
    ["0", 0],
    ["1", 1],
    [".25", 0.25],
    ["0.5", 0.5],
    ["1.1", null],
    ["50%", null],
    ["1e-1", null],
  ];
  for (const [value, wanted] of cases)
    it(`${value} → ${wanted}`, () => expect(parseProbability(value)).toBe(wanted));
});

describe("nearestOf", () => {
  const names = ["read", "predict", "schema", "completion", "min-confidence"];
  const cases: [string, string | null][] = [
    ["raed", "read"],
    ["rread", "read"],
    ["shcema", "schema"],
    ["comp", "completion"],
    ["min-conf", "min-confidence"],
    ["compare", null],
    ["x", null],
  ];
  for (const [word, meant] of cases)
    it(`${word} → ${meant}`, () => expect(nearestOf(word, names)).toBe(meant));

  it("counts a swap as one edit", () => expect(editsBetween("raed", "read")).toBe(1));
});
