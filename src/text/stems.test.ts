import { describe, expect, it } from "vitest";
import { stemOf, stemsIn, wantedIn } from "./stems.ts";

describe("stemOf", () => {
  it.each([
    ["sanction sanctions sanctioned sanctioning"],
    ["warn warns warned warning"],
    ["invade invades invaded invading"],
    ["promise promises promised promising"],
    ["agree agrees agreed"],
    ["plan plans planned planning"],
    ["party parties"],
    ["reply replies replied"],
    ["threaten threatens threatened threatening"],
    ["crisis"],
  ])("is one for %s", (forms) => {
    expect(new Set(forms.split(" ").map(stemOf)).size).toBe(1);
  });

  it.each([
    ["unit", "unity"],
    ["nation", "national"],
    ["press", "pressure"],
    ["talk", "talkative"],
  ])("is not the same for %s and %s", (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  it("leaves short words, numbers and other scripts", () => {
    for (const word of ["us", "2s", "1990s", "переговоры", "is"]) expect(stemOf(word)).toBe(word);
  });
});

describe("stemsIn", () => {
  it("folds case, accents, possessives and stops", () => {
    expect(stemsIn("Erdoğan’s U.S. cease-fire, 9–10 JANUARY")).toEqual([
      "erdogan",
      "us",
      "ceas",
      "fire",
      "9",
      "10",
      "januari",
    ]);
  });

  it("leaves out a word without end", () => {
    expect(stemsIn(`a ${"b".repeat(61)} c`)).toEqual(["a", "c"]);
  });
});

describe("wantedIn", () => {
  it.each([
    ["talks sanctions", [["talk"], ["sanction"]]],
    ['"further invades" talks', [["further", "invad"], ["talk"]]],
    ["“further invades”", [["further", "invad"]]],
    ['never "closed', [["never"], ["close"]]],
    ["cease-fire", [["ceas", "fire"]]],
    ['"" ?! ', []],
  ])("parts %s", (query, wanted) => {
    expect(wantedIn(query)).toEqual(wanted);
  });
});
