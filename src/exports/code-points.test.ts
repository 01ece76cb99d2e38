import { describe, expect, it } from "vitest";
import { CodePoints } from "./code-points.ts";

describe("CodePoints", () => {
  it("counts a character of two units once", () => {
    const text = "a😀b𝒞c";
    const points = new CodePoints(text);
    expect([0, 1, 3, 4, 6, 7].map((offset) => points.at(offset))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(points.at(2)).toBe(1);
  });

  it("leaves text without such characters as it is", () => {
    expect(new CodePoints("“é”").at(3)).toBe(3);
  });
});
