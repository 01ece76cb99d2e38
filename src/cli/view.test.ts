import { describe, expect, it } from "vitest";
import { madeReading } from "../../test/made-reading.ts";
import { formatConfidence, Names, statementsOf } from "../pages/view.ts";
import { paintLine } from "./paint.ts";
import { recordLinesOf } from "./record.ts";

const made = madeReading();

describe("statementsOf", () => {
  it("puts what stands within a statement after it and one step deeper", () => {
    const shown = statementsOf(made, new Names(made)).map((view) => [
      view.number,
      view.depth,
      view.statement.id,
    ]);
    expect(shown).toEqual([
      [1, 0, "s1"],
      [2, 1, "s2"],
    ]);
  });

  it("lets a nested statement stand by itself when the outer one is hidden", () => {
    const statements = made.statements.map((one) => (one.id === "s1" ? { ...one, confidence: 0.1 } : one));
    const reading = { ...made, statements };
    const shown = statementsOf(reading, new Names(reading), 0.3).map((view) => [
      view.depth,
      view.statement.id,
    ]);
    expect(shown).toEqual([[0, "s2"]]);
  });

  it("shows every statement once when several come from one attribution", () => {
    const [first, second] = made.statements;
    if (first === undefined || second === undefined) throw new Error("the made Reading has two statements");
    const reading = { ...made, statements: [first, { ...first, id: "s3" }, second] };
    const shown = statementsOf(reading, new Names(reading)).map((view) => view.statement.id);
    expect(shown).toEqual(["s1", "s2", "s3"]);
  });
});

describe("recordLinesOf", () => {
  it("tells what the narrator tells of somebody in his own voice", () => {
    const [first, second] = made.statements;
    if (first === undefined || second === undefined) throw new Error("the made Reading has two statements");
    const told = { ...second, attribution: null, chain: first.chain.slice(0, 1), act: "discuss" as const };
    const lines = [...recordLinesOf({ ...made, statements: [told] }, { columns: 72, minConfidence: 0 })];
    expect(lines.map((line) => paintLine(line, false)).join("\n")).toContain(
      "Coastal News of Peter Holt: discuss → Eva Lund",
    );
  });

  it("is the record for people", () => {
    const lines = [...recordLinesOf(made, { columns: 72, minConfidence: 0 })];
    expect(lines.map((line) => paintLine(line, false)).join("\n")).toBe(RECORD);
  });
});

describe("formatConfidence", () => {
  const cases: [number, string][] = [
    [0.41, "0.4"],
    [0.04, "under 0.1"],
    [0.97, "over 0.9"],
    [1, "1.0"],
  ];
  for (const [value, says] of cases)
    it(`${value} → ${says}`, () => expect(formatConfidence(value)).toBe(says));
});

const RECORD = `Aide tells of a frank talk
Publisher     Coastal News
Published     5 May 2031
Kind          news (reckoned)

Call c1
Who           Peter Holt, President of Arden “presidents of Arden”
              Eva Lund, President of Brill “presidents of Arden and
              Brill”
When          5 May 2031 “May 5”
How long      about 40 minutes (on the word of Ana Ruiz)
How           by telephone

2 statements

s1  Coastal News › Ana Ruiz: state
    words      President Holt warned that if the strait is closed, Arden
               will answer … We never wanted this.
    by         Ruiz said

  s2  Coastal News › Ana Ruiz › Peter Holt: threaten → Eva Lund (the
      other party)
      condition  if the strait is closed
      then       Arden will answer
      words      if the strait is closed, Arden will answer
      by         President Holt warned
      unsure     0.4

1 track
Date          10 June
Venue         Tarn
Parties       Arden
Words         “Talks will go on in Tarn on 10 June.” k1

What comes next
  · Talks will go on in Tarn

2 notes
  ! This quotation is never closed. At: … will answer,” Ruiz said. “We
    never wanted this. … n1
  ! Left out: share buttons. At: … Share this story … n2`;
