import { describe, expect, it } from "vitest";
import { gazetteerFrom } from "../../lexicon/gazetteer.ts";
import { holderOf } from "./terms-of-office.ts";

const LIST = [
  "state\tNOR\tNorway\tNOR",
  "person\tQ1\tAnna Lindqvist\tNOR\t\tPresident@2010-05-07/2018-03-01",
  "person\tQ2\tPer Dahl\tNOR\t\tPresident@2018-03-01/~2025-06-01",
  "person\tQ3\tOle Strand\tNOR\t\tForeign Minister@2015/2019",
  "person\tQ4\tIda Vik\tNOR\t\tForeign Minister@2019/",
  "person\tQ5\tJon Lie\tNOR\t\tDefence Minister@2015-01-01/2016-01-01",
  "person\tQ6\tEva Moe\tNOR\t\tDefence Minister@2015-01-01/2016-01-01",
].join("\n");
const list = gazetteerFrom(LIST, "");
const holder = (office: string, day: string | null, from = list) =>
  holderOf(from, `NOR:${office}`, day)?.person ?? null;

describe("holderOf", () => {
  it("gives the day of handing over to the successor", () => {
    expect(holder("president", "2018-02-28")).toBe("Q1");
    expect(holder("president", "2018-03-01")).toBe("Q2");
  });
  it("names nobody before the first term, for an unknown day or an unknown office", () => {
    expect(holder("president", "2010-05-06")).toBe(null);
    expect(holder("president", null)).toBe(null);
    expect(holder("king", "2015-01-01")).toBe(null);
  });
  it("trusts an open term for about a year after it was last seen", () => {
    expect(holder("president", "2026-01-01")).toBe("Q2");
    expect(holder("president", "2027-06-01")).toBe(null);
  });
  it("is less sure the later it is", () => {
    const at = (day: string) => holderOf(list, "NOR:president", day)?.confidence ?? 0;
    expect(at("2025-05-01")).toBe(1);
    expect(at("2026-05-01")).toBeLessThan(at("2025-07-01"));
  });
  it("names nobody in a year that two may share", () => {
    expect(holder("foreign-minister", "2018-06-01")).toBe("Q3");
    expect(holder("foreign-minister", "2019-06-01")).toBe(null);
    expect(holder("foreign-minister", "2020-06-01")).toBe("Q4");
  });
  it("names nobody when two hold it alike", () => {
    expect(holder("defence-minister", "2015-06-01")).toBe(null);
  });
  it("lets a later list overrule an earlier one", () => {
    const both = gazetteerFrom([LIST, "person\t\tKari Berg\tNOR\t\tPresident@2024-01-01/"], "");
    expect(holder("president", "2025-01-01", both)).toBe("name:kari-berg");
    expect(holder("president", "2023-01-01", both)).toBe("Q2");
  });
});
