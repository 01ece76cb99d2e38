import { describe, expect, it } from "vitest";
import { placeAt } from "../../text/span.ts";
import type { Draft } from "../attributions.ts";
import { withBlocksApart, withClosingOutside, withoutOccasion } from "./model-shape.ts";

/** A draft of the model's: the words of each role as they stand in the text, first occurrence. */
function draftIn(text: string, source: string, cue: string, ...content: string[]): Draft {
  const place = (words: string) => {
    const start = text.indexOf(words);
    if (start === -1) throw new Error(`the text has no "${words}"`);
    return placeAt(text, start, start + words.length);
  };
  return {
    source: source ? [place(source)] : [],
    cue: [place(cue)],
    content: content.map(place),
    rule: "model",
    confidence: 0.9,
    continues: null,
  };
}

const wordsOf = (drafts: readonly Draft[]) =>
  drafts.map((draft) => `${draft.cue[0]?.words}: ${draft.content.map((part) => part.words).join(" … ")}`);

describe("withBlocksApart", () => {
  it("parts the clause before a colon from the block quotation after it", () => {
    const text = "Vale added that time is short:\n\n“We need a result.”";
    const drafts = withBlocksApart(text, [
      draftIn(text, "Vale", "added", "that time is short:\n\n“We need a result.”"),
    ]);
    expect(wordsOf(drafts)).toEqual(["added: that time is short", "added: “We need a result.”"]);
    expect(drafts[1]?.continues).toBe(drafts[0]);
  });

  it("leaves a quotation that only follows its cue alone", () => {
    const text = "Vale added:\n\n“We need a result.”";
    const drafts = [draftIn(text, "Vale", "added", "“We need a result.”")];
    expect(withBlocksApart(text, drafts)).toEqual(drafts);
  });

  it("gives the block to the one in whose words the clause before it stands", () => {
    const text = "Both leaders, in his words, intend to go on:\n\n“It was no small talk.”";
    const outer = draftIn(text, "his", "in his words", "Both leaders", "intend to go on");
    const inner = draftIn(text, "Both leaders", "intend", "to go on:\n\n“It was no small talk.”");
    const block = withBlocksApart(text, [outer, inner]).at(-1);
    expect(block?.source[0]?.words).toBe("his");
    expect(block?.continues).toBe(outer);
  });
});

describe("withClosingOutside", () => {
  it("hands over the clause with the one who speaks in it", () => {
    const text = "He added that talks go on, Ushakov says.";
    const drafts = [
      draftIn(text, "He", "added", "that talks go on"),
      draftIn(text, "Ushakov", "says", "that talks go on"),
    ];
    expect(wordsOf(withClosingOutside(text, drafts))).toEqual([
      "added: that talks go on",
      "says: He added that talks go on",
    ]);
  });
});

describe("withoutOccasion", () => {
  it("leaves the occasion to the cue", () => {
    const text = "Ortiz mentioned in the conversation possible sanctions.";
    const drafts = [draftIn(text, "Ortiz", "mentioned", "the conversation possible sanctions")];
    expect(wordsOf(withoutOccasion(text, drafts))).toEqual([
      "mentioned in the conversation: possible sanctions",
    ]);
  });

  it("keeps a conversation that is what was mentioned", () => {
    const text = "Ortiz mentioned the conversation they had.";
    const drafts = [draftIn(text, "Ortiz", "mentioned", "the conversation they had")];
    expect(withoutOccasion(text, drafts)).toEqual(drafts);
  });
});
