import { describe, expect, test } from "vitest";
import { contentWordsIn, stemOf } from "./words.ts";

describe("stemOf", () => {
  test.each([
    "agree agrees agreed agreement agreements",
    "extend extended extending extension",
    "negotiate negotiating negotiation negotiations negotiator",
    "withdraw withdrew withdrawn withdrawal",
    "invade invaded invasion",
    "resume resumed resumption",
    "defence defense",
    "normalise normalization",
    "supply supplies supplied supplier",
    "hold held holding",
    "president presidents president's president’s",
    "Çavuşoğlu cavusoglu",
  ])("is one for %s", (words) => {
    expect(new Set(words.toLowerCase().split(" ").map(stemOf)).size).toBe(1);
  });

  test.each([
    "sanction sanctuary",
    "troop trade",
    "peace piece",
    "gas gate",
    "border board",
    "2021 2022",
    "moral more",
  ])("tells %s apart", (words) => {
    expect(new Set(words.split(" ").map(stemOf)).size).toBe(2);
  });

  test("leaves figures and what is no word as they are", () => {
    expect(stemOf("3,500")).toBe("3,500");
    expect(stemOf("s".repeat(5000))).toHaveLength(5000);
  });
});

describe("contentWordsIn", () => {
  const wordsOf = (text: string) => [...contentWordsIn(text, { start: 0, end: text.length })];

  test("leaves out words without weight and marks, and takes each word once", () => {
    expect(wordsOf("He said that the talks, and only the talks, were useful.")).toEqual([
      "talk",
      "onli",
      "useful",
    ]);
  });

  test("takes compounds apart", () => {
    expect(wordsOf("a cease-fire for 30 days")).toEqual(["ceas", "fir", "30", "dai"]);
  });

  test("takes the stretch and nothing else", () => {
    const text = "Exports rose. Imports fell.";
    expect([...contentWordsIn(text, { start: 14, end: text.length })]).toEqual(["import", "fal"]);
  });
});
