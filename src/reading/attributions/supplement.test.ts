import { describe, expect, it } from "vitest";
import { placeAt } from "../../text/span.ts";
import type { Draft } from "../attributions.ts";
import { withRules } from "./supplement.ts";

const TEXT = "Vale said: “Ortiz warned that it would fail.” Talks end, tells Vale.";

function draft(rule: string, confidence: number, source: string, cue: string, content: string): Draft {
  const place = (words: string) => placeAt(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length);
  return {
    source: [place(source)],
    cue: [place(cue)],
    content: [place(content)],
    rule,
    confidence,
    continues: null,
  };
}

const SPEECH = [
  {
    inner: [placeAt(TEXT, 12, 44)],
    outer: [placeAt(TEXT, 11, 45)],
    kind: "speech" as const,
    end: "closed" as const,
    within: null,
  },
];

describe("withRules", () => {
  const outer = draft("model", 0.9, "Vale", "said", "“Ortiz warned that it would fail.”");
  const inner = draft("opening", 0.75, "Ortiz", "warned", "that it would fail");

  it("adds a speaker inside a quotation that the model passed over", () => {
    expect(withRules([outer], [inner], SPEECH)).toEqual([outer, inner]);
  });

  it("leaves a speaker outside of quotations to the model", () => {
    expect(withRules([outer], [draft("opening", 0.75, "Vale", "tells", "Talks end")], SPEECH)).toEqual([
      outer,
    ]);
  });

  it("takes a sure rule before a model in doubt, and not before a sure one", () => {
    const sure = draft("closing-inverted", 0.93, "Vale", "tells", "Talks end");
    const doubted = draft("model", 0.3, "Ortiz", "tells", "Talks end");
    const certain = draft("model", 0.8, "Ortiz", "tells", "Talks end");
    expect(withRules([doubted], [sure], SPEECH)).toEqual([sure]);
    expect(withRules([certain], [sure], SPEECH)).toEqual([certain]);
  });
});
