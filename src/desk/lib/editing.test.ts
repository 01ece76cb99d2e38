import { describe, expect, it } from "vitest";
import { placeAt } from "../../text/span.ts";
import {
  changesIn,
  type Draft,
  draftCoverings,
  draftOf,
  movedEnd,
  withNewPart,
  withoutPart,
  withPart,
} from "./editing.ts";

const TEXT = "“The port,” Vale said, “won’t 🕊 close.”";
const place = (words: string) => placeAt(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length);
const former = { source: [place("Vale")], cue: [place("said")], content: [place("port")] };
const draft = draftOf(former);
const words = ({ passages, field }: Draft) => passages[field].map(({ start, end }) => TEXT.slice(start, end));

describe("movedEnd", () => {
  it("moves an end by a word", () => {
    expect(words(movedEnd(TEXT, draft, "word", 1))).toEqual(["port,” Vale"]);
    expect(words(movedEnd(TEXT, { ...draft, end: "start" }, "word", -1))).toEqual(["The port"]);
  });

  it("moves an end by a letter", () => {
    expect(words(movedEnd(TEXT, draft, "letter", -1))).toEqual(["por"]);
    expect(words(movedEnd(TEXT, { ...draft, end: "start" }, "letter", -1))).toEqual([" port"]);
  });

  it("takes an apostrophe as part of its word", () => {
    const said = { ...draft, field: "cue" as const };
    expect(words(movedEnd(TEXT, said, "word", 1))).toEqual(["said, “won’t"]);
  });

  it("never cuts a character in two, and never leaves nothing", () => {
    const wont = withPart({ ...draft, passages: { ...draft.passages, content: [] } }, place("won’t "));
    expect(words(movedEnd(TEXT, wont, "letter", 1))).toEqual(["won’t 🕊"]);
    let shrunk = draft;
    for (let times = 0; times < 9; times++) shrunk = movedEnd(TEXT, shrunk, "letter", -1);
    expect(words(shrunk)).toEqual(["p"]);
    for (let times = 0; times < 9; times++) shrunk = movedEnd(TEXT, shrunk, "word", -1);
    expect(words(shrunk)).toEqual(["p"]);
  });

  it("stays in the text and out of the part beside", () => {
    const two = withNewPart(draft, place("close"));
    const first = { ...two, part: 0 };
    let wide = first;
    for (let times = 0; times < 20; times++) wide = movedEnd(TEXT, wide, "letter", 1);
    expect(wide.passages.content.length).toBeLessThanOrEqual(2);
    let end = two;
    for (let times = 0; times < 9; times++) end = movedEnd(TEXT, end, "word", 1);
    expect(end.passages.content.at(-1)?.end).toBe(TEXT.length);
  });
});

describe("parts", () => {
  it("are added in text order, joined where they meet, and dropped", () => {
    const two = withNewPart(draft, place("close"));
    expect(words(two)).toEqual(["port", "close"]);
    expect(two.part).toBe(1);
    expect(words(withPart(two, placeAt(TEXT, TEXT.indexOf("port"), TEXT.indexOf("close") + 5)))).toHaveLength(
      1,
    );
    expect(words(withoutPart(two))).toEqual(["port"]);
  });
});

describe("changesIn", () => {
  it("gives the new passage of each field that differs, with its exact words", () => {
    expect(changesIn(draft, former, TEXT)).toEqual([]);
    expect(changesIn(movedEnd(TEXT, draft, "letter", -1), former, TEXT)).toEqual([
      ["content", [place("por")]],
    ]);
  });
});

describe("draftCoverings", () => {
  it("marks the end that moves", () => {
    const looks = draftCoverings(draft).map(
      ({ span, what }) => `${what.look} ${TEXT.slice(span.start, span.end)}`,
    );
    expect(looks).toContain("edge-end t");
    expect(looks).toContain("edit-source Vale");
  });
});
