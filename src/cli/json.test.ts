import { describe, expect, it } from "vitest";
import { madeReading } from "../../test/made-reading.ts";
import { jsonOf } from "./json.ts";

describe("jsonOf", () => {
  const made = madeReading({ title: 'a\n  "b"\u2028\ud800' });
  const empty = { ...made, attributions: [], statements: [], contacts: [], tracks: [], notes: [] };
  for (const [name, reading] of [["a full Reading", made] as const, ["an empty one", empty] as const]) {
    it(`gives what JSON.stringify gives, for ${name}`, () => {
      expect([...jsonOf(reading, false)].join("")).toBe(JSON.stringify(reading));
      expect([...jsonOf(reading, true)].join("")).toBe(JSON.stringify(reading, null, 2));
    });
  }
});
