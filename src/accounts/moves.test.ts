import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../intake/documents.ts";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import { readingOf } from "../reading/read.ts";
import { placeAt } from "../text/span.ts";
import { contentOf } from "./contents.ts";
import { movesBetween } from "./moves.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

function contentFrom(text: string) {
  const reading = readingOf(documentFromText(text, { date: "2021-12-30" }), gazetteer, null, []);
  return contentOf(reading, [placeAt(text, 0, text.length)]);
}

/** Each move as `kind: before / after`. */
function moves(before: string, after: string): string[] {
  const words = ({ passage }: { passage: { words: string }[] }) =>
    passage.map((place) => place.words).join(" ") || "-";
  return movesBetween(contentFrom(before), contentFrom(after)).map(
    (move) => `${move.kind}: ${words(move.before)} / ${words(move.after)}`,
  );
}

describe("movesBetween", () => {
  it("names the word that moved, by its kind", () => {
    const told = "Russia will send three trains to the port of Odesa on 4 March";
    expect(moves(told, told.replace("will send", "will not send"))).toEqual(["negation: - / not"]);
    expect(moves(told, told.replace("will", "may"))).toEqual(["modality: will / may"]);
    expect(moves(told, told.replace("three", "five"))).toEqual(["number: three / five"]);
    expect(moves(told, told.replace("4 March", "6 March"))).toEqual(["date: 4 March / 6 March"]);
    expect(moves(told, told.replace("Russia", "Turkey"))).toEqual(["actor: Russia / Turkey"]);
  });

  it("tells a condition that is lost, and one that is another", () => {
    const told = "the bridge will be opened if the guns fall silent";
    expect(moves(told, "the bridge will be opened")).toEqual(["condition: if the guns fall silent / -"]);
    expect(moves(told, told.replace("guns fall silent", "debts are paid"))[0]).toMatch(
      /^condition: guns fall silent \/ debts/,
    );
    expect(moves(told, told.replace("if", "unless"))[0]).toMatch(/^condition/);
  });

  it("sees an “and” dropped, and a word held at a distance", () => {
    expect(
      moves(
        "strikes on energy and infrastructure sites must end",
        "strikes on energy infrastructure sites must end",
      ),
    ).toEqual(["conjunct: and / -"]);
    expect(moves("the invasion must end today", "the “invasion” must end today")).toEqual([
      "distance-marks: invasion / invasion",
    ]);
  });

  it("finds nothing where only white space and the form of marks differ", () => {
    expect(
      moves(
        'Vale said: "The road  will stay open to traffic"',
        "Vale said: “The road will stay open to traffic”",
      ),
    ).toEqual([]);
  });

  it("takes figures for words, a dozen for twelve, the weekday for its date", () => {
    expect(moves("twelve buses left on Thursday", "a dozen buses left on 30 December 2021")).toEqual([]);
    expect(moves("Tokyo gives $2.5 million", "Tokyo gives $2,500,000")).toEqual([]);
  });
});
