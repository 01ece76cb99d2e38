import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/cpu-time.ts";
import { madeReading } from "../../test/made-reading.ts";
import { explainerOf } from "./explain.ts";

const explainer = explainerOf(madeReading());
const told = (id: string) => explainer.explain(id)?.reasons ?? [];
const fieldsOf = (id: string) => told(id).map(({ field, says }) => `${field}: ${says}`);

describe("explainerOf", () => {
  it("explains every id that it names", () => {
    const all = explainer.ids.flatMap(({ ids }) => ids);
    expect(all.length).toBeGreaterThan(10);
    for (const id of all) expect(explainer.explain(id)).toMatchObject({ id });
  });

  it("knows no other id, and no field that a finding has not", () => {
    for (const id of ["s99", "", "s", "constructor", "s1.colour", "s99.act", "."])
      expect(explainer.explain(id)).toBeNull();
  });

  it("cites words that stand where it says, on the line that it says", () => {
    const { text } = madeReading().document;
    let cited = 0;
    for (const id of explainer.ids.flatMap(({ ids }) => ids)) {
      for (const { start, end, words, line } of told(id).flatMap((reason) => reason.words)) {
        expect(text.slice(start, end)).toBe(words);
        expect(text.slice(0, start).split("\n")).toHaveLength(line);
        cited++;
      }
    }
    expect(cited).toBeGreaterThan(20);
  });

  it("names only ids that it can explain", () => {
    const all = explainer.ids.flatMap(({ ids }) => ids);
    const named = all.flatMap((id) => told(id).flatMap((reason) => reason.ids));
    expect(named.filter((id) => explainer.explain(id) === null)).toEqual([]);
  });

  it("goes through a chain step by step, outermost first", () => {
    const chain = told("s2").filter(({ field }) => field === "chain");
    expect(chain.map(({ says }) => says)).toEqual([
      "1 of 3: Coastal News",
      "2 of 3: Ana Ruiz",
      "3 of 3: Peter Holt",
    ]);
    expect(chain.map(({ rule }) => rule?.name)).toEqual(["published", "told", "said"]);
    expect(chain[1]?.ids).toContain("a1");
  });

  it("tells both halves of a condition and how an addressee is known", () => {
    expect(fieldsOf("s2")).toContain("addressee: Eva Lund");
    const conditions = told("s2").filter(({ field }) => field === "conditions");
    expect(conditions.map(({ words }) => words[0]?.words)).toEqual([
      "if the strait is closed",
      "Arden will answer",
    ]);
  });

  it("tells on whose word a field stands, and that a field is not told", () => {
    expect(explainer.explain("c1.duration")?.reasons.map(({ says }) => says)).toEqual([
      "PT40M, APPROX",
      "on the word of 1 of 2: Coastal News",
      "on the word of 2 of 2: Ana Ruiz",
    ]);
    expect(fieldsOf("c1").some((line) => line.endsWith("the text does not tell"))).toBe(true);
  });

  it("stays quick in a Reading of thousands of findings", () => {
    const reading = madeReading();
    const [statement] = reading.statements;
    if (statement === undefined) throw new Error("the made Reading has no statement");
    const statements = Array.from({ length: 20_000 }, (_, at) => ({ ...statement, id: `s${at + 1}` }));
    const began = cpuMs();
    const many = explainerOf({ ...reading, statements });
    for (const { id } of statements) many.explain(id);
    expect(cpuMs() - began).toBeLessThan(2000);
  });
});
