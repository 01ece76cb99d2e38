import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../intake/documents.ts";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import { readingOf } from "../reading/read.ts";
import { accountIdOf, accountOf } from "./account-of.ts";
import type { Comparison, ContactGroup, Point } from "./accounts.ts";
import { clustersOf } from "./alignment.ts";
import { comparisonOf, laidOut } from "./comparison.ts";
import { NO_STANDS } from "./read-pairs.ts";
import { toldInFull } from "./tellings.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

interface Paper {
  publisher: string;
  side?: string;
  text: string;
}

const MOSCOW: Paper = {
  publisher: "Kremlin",
  side: "RUS",
  text: "Vladimir Putin had a telephone conversation with Joe Biden on 30 December 2021. The conversation lasted about 50 minutes. Joe Biden stated that the United States had no intention of deploying strike missiles in Ukraine. Vladimir Putin said that the talks had to produce written guarantees.",
};
const WASHINGTON: Paper = {
  publisher: "White House",
  side: "USA",
  text: "President Joe Biden spoke by phone with President Vladimir Putin on 30 December 2021. The call lasted 50 minutes. President Biden warned that the United States would answer decisively if Russia further invades Ukraine.",
};
const WIRE: Paper = {
  publisher: "Northwind",
  text: "U.S. President Joe Biden and Russian President Vladimir Putin spoke by telephone on 30 December 2021. The call lasted 15 minutes. Biden warned that the United States would answer decisively if the crisis around Ukraine escalates, the White House said.",
};

function compare(...papers: Paper[]): Comparison {
  const accounts = papers.map(({ publisher, side, text }) => {
    const document = documentFromText(text, {
      publisher,
      date: "2021-12-31",
      ...(side ? { side, kind: "readout" } : {}),
    });
    const reading = readingOf(document, gazetteer, null, []);
    const contact = reading.contacts[0]?.id ?? null;
    return toldInFull({ reading, account: accountOf(reading, contact, accountIdOf(reading, contact)) });
  });
  const ids = accounts.map(({ account }) => account.id).sort();
  const contact: ContactGroup = {
    id: "c",
    told: true,
    kind: "call",
    participants: ["Q6279", "Q7747"],
    dates: ["2021-12-30"],
    accounts: ids,
  };
  const origins = ids.map((id) => ({ id, copies: [] }));
  const laid = laidOut(contact, accounts, () => null);
  return comparisonOf(laid, clustersOf(laid.pairing, NO_STANDS), origins, NO_STANDS);
}

function pointWith({ points }: Comparison, words: string): Point | undefined {
  return points.find(({ cells }) =>
    cells.some((cell) => cell.words.some((place) => place.words.includes(words))),
  );
}

describe("comparisonOf", () => {
  it("confirms what both sides say, within a rounding", () => {
    const point = compare(MOSCOW, WASHINGTON).points.find(({ field }) => field === "duration");
    expect(point?.verdict.kind).toBe("confirmed");
    expect(point?.cells.map(({ side }) => side).sort()).toEqual(["RUS", "USA"]);
    expect(point?.verdict.reason).toBe("Both sides say it: Russia and United States.");
  });

  it("calls lengths contradicted that cannot both be true, and shows both", () => {
    const { verdict, cells } =
      compare(WASHINGTON, WIRE).points.find(({ field }) => field === "duration") ?? {};
    expect(verdict?.kind).toBe("contradicted");
    expect(verdict?.between?.map((at) => cells?.[at]?.words[0]?.words).sort()).toEqual([
      "15 minutes",
      "50 minutes",
    ]);
  });

  it("keeps a promise that only the other side tells as one account only, and names who was silent", () => {
    const point = pointWith(compare(MOSCOW, WASHINGTON), "strike missiles");
    expect(point?.verdict.kind).toBe("one-account-only");
    expect(point?.silent).toHaveLength(1);
  });

  it("names the condition where the trigger of a warning differs, and marks it in the cell", () => {
    const point = pointWith(compare(WASHINGTON, WIRE), "answer decisively");
    expect(point?.verdict.kind).toBe("wording-differs");
    expect(point?.verdict.moves.map(({ kind }) => kind)).toContain("condition");
    expect(point?.cells.at(-1)?.moved.length).toBeGreaterThan(0);
  });

  it("is the same whatever the order of the accounts", () => {
    expect(compare(WIRE, WASHINGTON, MOSCOW)).toEqual(compare(MOSCOW, WIRE, WASHINGTON));
  });

  it("gives no verdict without words", () => {
    const { points } = compare(MOSCOW, WASHINGTON, WIRE);
    expect(points.length).toBeGreaterThan(4);
    for (const { cells } of points) for (const { words } of cells) expect(words.length).toBeGreaterThan(0);
  });
});
