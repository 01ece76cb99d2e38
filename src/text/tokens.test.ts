import { describe, expect, it } from "vitest";
import { tokensIn } from "./tokens.ts";

const cut = (text: string) =>
  tokensIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
const read = (text: string) => tokensIn(text, { start: 0, end: text.length });

describe("tokensIn", () => {
  it("parts words at hyphens and leaves possessives off", () => {
    expect(cut("Russia’s Franco-German plan")).toEqual(["Russia", "Franco", "German", "plan"]);
    expect(read("Russia's plan")[0]?.possessive).toBe(true);
    expect(read("the allies' plan")[1]?.possessive).toBe(true);
  });
  it("keeps letters with stops as one word, and apostrophes inside one", () => {
    expect(cut("the U.S. envoy d'Orsay")).toEqual(["the", "U.S.", "envoy", "d'Orsay"]);
  });
  it("tells what stands before each word", () => {
    const joints = read("Mr. Vale, aide – Orlov-led (talks)").map((token) => token.before);
    expect(joints).toEqual(["other", "stop", "comma", "dash", "hyphen", "other"]);
  });
  it("tells capitals", () => {
    expect(read("NATO Vale us").map((token) => [token.capital, token.upper])).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });
  it("takes a million letters for one word without folding them", () => {
    const [token] = read("x".repeat(1_000_000));
    expect(token).toMatchObject({ start: 0, end: 1_000_000, fold: "" });
  });
});
