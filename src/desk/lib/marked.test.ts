import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../../intake/documents.ts";
import { loadGazetteer } from "../../intake/gazetteer.ts";
import { readingOf } from "../../reading/read.ts";
import type { Attribution, Reading } from "../../reading/reading.ts";
import { citationOf, statementCitation } from "./citation.ts";
import { coveringsOf, depthsOf, inTextOrder, marginRulesOf, statementAt, statementFor } from "./marked.ts";

const TEXT =
  "Ana Vale said that the corridor stays open. Bo Lang warned that the port would close on Monday.";

let reading: Reading;
beforeAll(async () => {
  const facts = { date: "2022-01-10", publisher: "Northwind", title: "Two on a corridor" };
  reading = readingOf(documentFromText(TEXT, facts), await loadGazetteer(), null, []);
});

const words = (start: number, end: number) => TEXT.slice(start, end);

describe("marked", () => {
  it("coveringsOf tells source, cue and content of each attribution", () => {
    const marks = coveringsOf(reading).map(
      ({ span, what }) => `${what.look}: ${words(span.start, span.end)}`,
    );
    expect(marks).toContain("source: Ana Vale");
    expect(marks).toContain("cue: warned");
    expect(marks).toContain("content: the corridor stays open");
  });

  it("marginRulesOf gives a rule for each attribution, in text order", () => {
    expect(marginRulesOf(reading).map(({ id, depth, narrated }) => [id, depth, narrated])).toEqual([
      ["a1", 0, false],
      ["a2", 0, false],
    ]);
  });

  it("statementAt finds the narrowest statement that has all the words", () => {
    const at = TEXT.indexOf("port");
    expect(statementAt(reading.statements, { start: at, end: at + 4 })?.id).toBe("s2");
    expect(statementAt(reading.statements, { start: 0, end: TEXT.length })).toBeNull();
  });

  it("statementFor goes from an attribution to its statement", () => {
    expect(statementFor("a2", reading.statements, null)?.id).toBe("s2");
    expect(statementFor("k9", reading.statements, null)).toBeNull();
  });

  it("inTextOrder keeps the order of the words", () => {
    expect(inTextOrder([...reading.statements].reverse()).map(({ id }) => id)).toEqual(["s1", "s2"]);
  });
});

describe("depthsOf", () => {
  const attribution = (id: string, within: string | null) => ({ id, within }) as Attribution;

  it("counts what each one stands in", () => {
    const depths = depthsOf([attribution("a1", null), attribution("a2", "a3"), attribution("a3", "a1")]);
    expect([...depths].sort()).toEqual([
      ["a1", 0],
      ["a2", 2],
      ["a3", 1],
    ]);
  });

  it("ends where two stand in each other", () => {
    expect(depthsOf([attribution("a1", "a2"), attribution("a2", "a1")]).size).toBe(2);
  });
});

describe("citation", () => {
  it("has the exact words, the chain, the source and the place", () => {
    const at = TEXT.indexOf("the port");
    const citation = citationOf(reading, { start: at, end: at + 8 }, reading.statements[1] ?? null);
    expect(citation).toContain(
      "“the port” (Northwind › Bo Lang). Northwind, “Two on a corridor”, 10 January 2022.",
    );
    expect(citation).toContain(`Document ${reading.document.id.slice(0, 12)}, ${at}–${at + 8}.`);
  });

  it("cites a whole statement, and the narrator without a chain", () => {
    const first = reading.statements[0];
    expect(first && statementCitation(reading, first)).toContain(
      "“the corridor stays open” (Northwind › Ana Vale)",
    );
    expect(citationOf(reading, { start: 0, end: 8 }, null)).toMatch(/^“Ana Vale”\. Northwind/);
  });
});
