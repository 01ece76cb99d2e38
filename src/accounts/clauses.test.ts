import { describe, expect, it } from "vitest";
import { clausesIn } from "./clauses.ts";

/** Pieces parted by a stroke, the parts of one piece by three dots. */
function cut(text: string): string {
  return clausesIn(text, { start: 0, end: text.length })
    .map((piece) => piece.map(({ words }) => words).join(" … "))
    .join(" | ");
}

describe("clausesIn", () => {
  it.each([
    [
      "He raised the cases of three detainees and said that he hoped to see them home.",
      "He raised the cases of three detainees | and said that he hoped to see them home.",
    ],
    [
      "He noted that the aircraft had strayed and that it had been warned.",
      "He noted that the aircraft had strayed | and that it had been warned.",
    ],
    [
      "The meeting, which Varenia had proposed, took place in a hall.",
      "The meeting … , took place in a hall. | which Varenia had proposed",
    ],
    [
      "They met in Port Sarn on Friday, the first visit since the war.",
      "They met in Port Sarn on Friday | the first visit since the war.",
    ],
    [
      "They agreed to open talks in June and to speed up the exchange.",
      "They agreed to open talks in June | and to speed up the exchange.",
    ],
  ])("cuts %s", (text, pieces) => expect(cut(text)).toBe(pieces));

  it.each([
    "They spoke of trade and investment.",
    "Varenia and Tolmark agreed on bread and salt.",
    "It was Vale, not Ortiz, who raised the question of arms.",
    "Vale is willing to end the dispute and to trade freely if Ortiz signs.",
  ])("leaves %s whole", (text) => expect(cut(text)).toBe(text));

  it("leaves whole what is longer than any sentence", () => {
    const text = "and he said, which was long; ".repeat(10_000).trim();
    expect(clausesIn(text, { start: 0, end: text.length })).toHaveLength(1);
  });
});
