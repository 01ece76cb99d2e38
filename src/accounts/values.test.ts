import { describe, expect, it } from "vitest";
import { datesRelation, durationsRelation } from "./values.ts";

const length = (a: string, b: string) => {
  const [one = "", modA = null] = a.split(" ");
  const [other = "", modB = null] = b.split(" ");
  return durationsRelation({ value: one, mod: modA }, { value: other, mod: modB });
};

describe("durationsRelation", () => {
  it("agrees within a rounding", () => {
    expect(length("PT50M", "PT50M APPROX")).toBe("same");
    expect(length("PT50M", "PT1H LESS_THAN")).toBe("same");
    expect(length("PT2H", "PT1H50M")).toBe("same");
  });

  it("parts lengths that cannot both be true", () => {
    expect(length("PT50M", "PT15M")).toBe("apart");
    expect(length("PT3H APPROX", "PT1H")).toBe("apart");
  });

  it("leaves an open length open", () => {
    expect(length("PT1H MORE_THAN", "PT3H")).toBe("unknown");
  });
});

describe("datesRelation", () => {
  it("knows a day in its month, a range and its day, and two days", () => {
    expect(datesRelation("2022-01", "2022-01-10", null)).toBe("wider");
    expect(datesRelation("2022-01-10", "2022-01-09/2022-01-10", null)).toBe("narrower");
    expect(datesRelation("2022-01-10", "2022-01-12", null)).toBe("apart");
    expect(datesRelation("XXXX-01-10", "2022-01-10", null)).toBe("same");
  });
});
