import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../src/reading/attributions/rules.ts";

describe("docs/rules.md", () => {
  it("names every rule of attribution that the code has, and no other", () => {
    const named = [...readFileSync("docs/rules.md", "utf8").matchAll(/^\| `([a-z-]+)` \|/gm)].map(
      (match) => match[1],
    );
    expect(named.sort()).toEqual(Object.keys(RULES).sort());
  });
});
