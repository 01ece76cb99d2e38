import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../intake/documents.ts";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import { readingOf } from "../reading/read.ts";
import type { Reading } from "../reading/reading.ts";
import { commitmentsFrom } from "./commitments.ts";
import type { JudgedEvidence } from "./evidence.ts";
import { positionsFrom } from "./positions.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

function readingsOf(...documents: [date: string, text: string][]): Reading[] {
  return documents.map(([date, text]) => readingOf(documentFromText(text, { date }), gazetteer, null, []));
}

const noVectors = () => null;

/** "HOLDER kind (tellings): relation day, …" for each commitment. */
function ledgerOf(readings: Reading[], judged: JudgedEvidence[] = []): string[] {
  const names = new Map(readings.flatMap(({ actors }) => actors.map(({ id, name }) => [id, name])));
  return commitmentsFrom(readings, judged, noVectors).map(({ holder, kind, status, tellings, evidence }) => {
    const later = evidence.map(
      ({ relation, at, state }) => `${relation} ${at.date}${state === "proposed" ? "" : ` ${state}`}`,
    );
    return `${names.get(holder ?? "")} ${kind} ${status} ×${tellings.length}: ${later.join(", ") || "nothing"}`;
  });
}

const PROMISE: [string, string] = [
  "2022-01-10",
  "Joe Biden promised that the United States will withdraw its missile batteries from the harbour of Constanta.",
];

describe("commitmentsFrom", () => {
  it("holds a promise open until something is told of it", () => {
    expect(ledgerOf(readingsOf(PROMISE))).toEqual(["Joe Biden commitment open ×1: nothing"]);
  });

  it("takes two accounts of the same days for one commitment", () => {
    const other: [string, string] = [
      "2022-01-11",
      "President Joe Biden pledged that the United States will withdraw missile batteries from the harbour of Constanta, officials said.",
    ];
    expect(ledgerOf(readingsOf(PROMISE, other))[0]).toBe("Joe Biden commitment open ×2: nothing");
  });

  it("proposes what a later statement does to it, and leaves the status to a person", () => {
    const later: [string, string] = [
      "2022-03-01",
      "Vladimir Putin said that the United States had not withdrawn its missile batteries from the harbour of Constanta.",
    ];
    const readings = readingsOf(PROMISE, later);
    expect(ledgerOf(readings)).toEqual(["Joe Biden commitment open ×1: claims-broken 2022-03-01"]);
    const [promised, claimed] = readings.map((reading) => reading.statements[0]);
    const judged: JudgedEvidence = {
      correction: "c1",
      document: readings[0]?.document.id ?? "",
      anchor: promised?.content ?? [],
      evidence: { document: readings[1]?.document.id ?? "", anchor: claimed?.content ?? [] },
      verdict: "confirmed",
      relation: null,
      status: null,
    };
    expect(ledgerOf(readings, [judged])).toEqual([
      "Joe Biden commitment broken ×1: claims-broken 2022-03-01 confirmed",
    ]);
    expect(ledgerOf(readings, [{ ...judged, verdict: "refused" }])).toEqual([
      "Joe Biden commitment open ×1: claims-broken 2022-03-01 refused",
    ]);
  });

  it("hears the holder repeat and weaken", () => {
    const again: [string, string] = ["2022-02-01", PROMISE[1]];
    const weaker: [string, string] = [
      "2022-02-20",
      "Joe Biden said that the United States might withdraw its missile batteries from the harbour of Constanta.",
    ];
    expect(ledgerOf(readingsOf(PROMISE, again, weaker))[0]).toBe(
      "Joe Biden commitment open ×1: repeats 2022-02-01, weakens 2022-02-20",
    );
  });

  it("says when a promise is due, in its words", () => {
    const dated: [string, string] = [
      "2022-01-10",
      "Joe Biden promised that the batteries will leave Constanta by 1 May 2022.",
    ];
    expect(commitmentsFrom(readingsOf(dated), [], noVectors)[0]?.due?.value).toBe("2022-05-01");
  });
});

describe("positionsFrom", () => {
  it("gives what an actor said on a subject, in order of time", () => {
    const readings = readingsOf(
      ["2022-03-01", "Vladimir Putin said that grain ships may leave Odesa."],
      [
        "2022-01-01",
        "Vladimir Putin said that no grain ships would leave Odesa. He added that winter was cold.",
      ],
    );
    const [position] = positionsFrom(readings, "Q7747", "grain ships", noVectors);
    expect(position?.statements.map(({ date }) => date)).toEqual(["2022-01-01", "2022-03-01"]);
  });

  it("gathers all who speak for a state", () => {
    const readings = readingsOf(["2022-03-01", "Sergey Lavrov said that grain ships may leave Odesa."]);
    expect(positionsFrom(readings, "RUS", null, noVectors)).toHaveLength(1);
  });
});
