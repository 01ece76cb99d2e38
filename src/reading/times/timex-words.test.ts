import { describe, expect, it } from "vitest";
import { formatTimex } from "./timex-words.ts";

describe("formatTimex", () => {
  const cases: [value: string, mod: string | null, says: string][] = [
    ["2021-12-30", null, "30 December 2021"],
    ["2021-12", null, "December 2021"],
    ["2021", null, "2021"],
    ["2022-01", "START", "early in January 2022"],
    ["XXXX-12-30", null, "30 December"],
    ["2021-XX-30", null, "2021-XX-30"],
    ["2021-12-30TEV", null, "30 December 2021, evening"],
    ["2021-12-30T23:35", null, "30 December 2021, 23:35"],
    ["2021-12-30T15:35-05:00", null, "30 December 2021, 15:35 UTC-05:00"],
    ["2021-12-30T20:35Z", null, "30 December 2021, 20:35 UTC"],
    ["T15:35", null, "15:35"],
    ["PT50M", "APPROX", "about 50 minutes"],
    ["PT1H30M", null, "1 hour 30 minutes"],
    ["P1D", "MORE_THAN", "more than 1 day"],
    ["2021-W52", null, "2021-W52"],
    ["PRESENT_REF", null, "PRESENT_REF"],
    ["", null, ""],
  ];
  for (const [value, mod, says] of cases) {
    it(`${value || "nothing"} ${mod ?? ""} → ${says}`, () => expect(formatTimex(value, mod)).toBe(says));
  }
});
