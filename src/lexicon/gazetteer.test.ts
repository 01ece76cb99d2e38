import { describe, expect, it } from "vitest";
import { gazetteerFrom } from "./gazetteer.ts";
import { nameKeyOf } from "./names.ts";

const OURS = [
  "kind\tid\tname\tside\tnames\tterms",
  "state\tNOR\tNorway\tNOR\tKingdom of Norway",
  "state\tJPN\tJapan\tJPN",
  "organ\tNOR:foreign-ministry\tNorwegian Foreign Ministry\tNOR\tVictoria Terrasse",
  "organisation\tWHO\tWorld Health Organization\tUN\tWHO",
  "person\tQ1\tAnna Lindqvist\tNOR\tAnna K. Lindqvist\tMinister of Foreign Affairs@2020-05-01/2024-02-01",
  "person\tQ2\tPer Dahl\tNOR\t\tMinister of Foreign Affairs@2024-02-01/~2025-06-01",
].join("\n");

const keys = (name: string) => name.split(" ").map(nameKeyOf);

describe("gazetteerFrom", () => {
  const list = gazetteerFrom(OURS, "hash");

  it("finds people by any of their names, and by family name", () => {
    expect(list.peopleNamed(keys("Anna Lindqvist"))).toEqual(["Q1"]);
    expect(list.peopleNamed(keys("Anna Maria Lindqvist"))).toEqual(["Q1"]);
    expect(list.peopleOfFamily(nameKeyOf("Dahl"))).toEqual(["Q2"]);
    expect(list.peopleNamed(keys("Anna Dahl"))).toEqual([]);
  });

  it("finds people of Spanish names by both family names", () => {
    const ours = gazetteerFrom("person\tQ3\tBruno Vale Ortiz\tMEX\nperson\tQ4\tCarl Vale Lang\tNOR", "hash");
    expect(ours.peopleOfFamily("vale ortiz")).toEqual(["Q3"]);
    expect(ours.peopleOfFamily("vale lang")).toEqual([]);
  });

  it("finds things by the first word of their names, longest name first", () => {
    expect(list.thingsFrom("norwegian").map((form) => form.thing.id)).toEqual(["NOR:foreign-ministry"]);
    expect(list.thingsFrom("kingdom")[0]?.thing).toMatchObject({ id: "NOR", kind: "state", name: "Norway" });
    expect(list.thingsFrom("nor")).toEqual([]);
  });

  it("marks names that are written in capitals only", () => {
    expect(list.thingsFrom("who")[0]?.upper).toBe(true);
  });

  it("gives an office all its terms under one id", () => {
    expect(
      list.termsIn("NOR:foreign-minister").map((term) => [term.person, term.start, term.end, term.seen]),
    ).toEqual([
      ["Q1", "2020-05-01", "2024-02-01", ""],
      ["Q2", "2024-02-01", "", "2025-06-01"],
    ]);
  });

  it("names an office of a known side, listed or not", () => {
    expect(list.officeOf("NOR:foreign-minister")?.name).toBe("Foreign minister of Norway");
    expect(list.officeOf("JPN:ambassador-to-norway")?.name).toBe("Ambassador of Japan to norway");
    expect(list.officeOf("XXX:president")).toBe(null);
  });
});

describe("a user's list", () => {
  const theirs = [
    "person\tQ1\tAnna Lindqvist\tNOR\t\tPrime Minister@2024-02-01/",
    "person\t\tOle Strand\tNOR\t\tAmbassador to Japan@2021/",
  ].join("\r\n");
  const list = gazetteerFrom([OURS, theirs], "hash");

  it("adds people, with an id from the name", () => {
    expect(list.peopleNamed(keys("Ole Strand"))).toEqual(["name:ole-strand"]);
  });
  it("replaces a row of the same id", () => {
    expect(list.termsIn("NOR:foreign-minister").map((term) => term.person)).toEqual(["Q2"]);
    expect(list.termsIn("NOR:prime-minister").map((term) => term.person)).toEqual(["Q1"]);
  });
});
