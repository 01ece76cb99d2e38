import { describe, expect, it } from "vitest";
import { gazetteerFrom } from "../lexicon/gazetteer.ts";
import type { Actor } from "../reading/reading.ts";
import { actorsMeant } from "./actors.ts";

const LIST = gazetteerFrom(
  [
    "state\tNOR\tNorway\tNOR",
    "person\tQ1\tAnna Lindqvist\tNOR\t\tPresident@2021/",
    "person\tQ2\tÅse Lindqvist\tNOR",
    "person\tQ3\tPer Lind\tNOR",
  ].join("\n"),
  "",
);
const person = (id: string, name: string): Actor => ({
  id,
  kind: "person",
  name,
  side: "NOR",
  role: null,
  members: [],
});
const pair: Actor = { ...person("group:Q1+Q4", "Anna Lindqvist and Ida Vik"), kind: "group" };
const RECORD = new Map([person("Q1", "Anna Lindqvist"), person("Q4", "Ida Vik"), pair].map((a) => [a.id, a]));

const meant = (typed: string) => actorsMeant(typed, RECORD, LIST).map(({ id }) => id);

describe("actorsMeant", () => {
  it("takes an id, as a person may type it", () => {
    expect(meant("Q3")).toEqual(["Q3"]);
    expect(meant("nor")).toEqual(["NOR"]);
    expect(meant("group:Q1+Q4")).toEqual(["group:Q1+Q4"]);
  });

  it("means those of the record before those of the list", () => {
    expect(meant("lindqvist")).toEqual(["Q1"]);
    expect(meant("vik")).toEqual(["Q4"]);
  });

  it("means the one of that very name, accents or not", () => {
    expect(meant("Ase Lindqvist")).toEqual(["Q2"]);
    expect(meant("Per Lind")).toEqual(["Q3"]);
  });

  it("gives all whom it may be, and nobody where none fits", () => {
    expect(meant("p")).toEqual(["Q3"]);
    expect(actorsMeant("lindqvist", new Map(), LIST).map(({ id }) => id)).toEqual(["Q1", "Q2"]);
    expect(meant("Nobody Atall")).toEqual([]);
  });
});
