import { describe, expect, it } from "vitest";
import { PARTS, partsFrom, statementNumber, statementRange } from "./parts.ts";

describe("partsFrom", () => {
  it("is one part for what people say", () => {
    expect(partsFrom(7, ["talk", "go", "on"])).toEqual([{ number: 7 * PARTS, stems: ["talk", "go", "on"] }]);
    expect(partsFrom(7, [])).toEqual([]);
  });

  it("holds each word in small enough parts that overlap", () => {
    const stems = Array.from({ length: 10_000 }, (_, i) => (i % 2 === 0 ? "the" : `w${i}`));
    const parts = partsFrom(1, stems);
    for (const part of parts) {
      expect(part.stems.length).toBeLessThanOrEqual(4000);
      expect(part.stems.filter((stem) => stem === "the").length).toBeLessThanOrEqual(250);
    }
    expect(new Set(parts.flatMap((part) => part.stems)).size).toBe(5001);
    for (const [index, part] of parts.slice(1).entries())
      expect(part.stems.slice(0, 32)).toEqual(parts[index]?.stems.slice(-32));
  });
});

describe("statementNumber", () => {
  it("lies in the range of its document, and says when there is no room", () => {
    const { from, to } = statementRange(3);
    expect(statementNumber(3, 0)).toBe(from);
    expect(statementNumber(3, 5)).toBeLessThan(to);
    expect(() => statementNumber(3, 2 ** 17)).toThrow(/more than 131072 statements/);
  });
});
