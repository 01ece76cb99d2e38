import { describe, expect, it } from "vitest";
import { madeReading } from "../../test/made-reading.ts";
import { placeAt } from "../text/span.ts";
import { hasPlace, misplacedIn } from "./verbatim.ts";

describe("misplacedIn", () => {
  const text = "Holt did not agree.";
  const place = placeAt(text, 5, 12);

  it("finds nothing where all places stand", () => {
    expect(misplacedIn({ content: [place], span: { start: 0, end: 19 } }, text)).toBeNull();
    const reading = madeReading();
    expect(misplacedIn(reading, reading.document.text)).toBeNull();
    expect(hasPlace(reading)).toBe(true);
    expect(hasPlace({ statements: [] })).toBe(false);
  });

  it.each([
    ["other words", { ...place, words: "did now" }],
    ["a place one unit on", { ...place, start: 6, end: 13 }],
    ["fewer words than the place holds", { ...place, words: "did" }],
    ["a place past the end", { start: 12, end: 99, words: "agree." }],
    ["a place before the beginning", { start: -1, end: 3 }],
    ["a place that ends before it starts", { start: 5, end: 2, words: "" }],
    ["half a unit", { start: 0.5, end: 4 }],
  ])("tells of %s, and where", (_title, wrong) => {
    const found = misplacedIn({ statements: [{ content: [place, wrong] }] }, text);
    expect(found?.where).toBe("statements[0].content[1]");
  });

  it("tells of the first in order", () => {
    const wrong = { ...place, words: "did noT" };
    expect(misplacedIn([{ a: [wrong] }, wrong], text)?.where).toBe("[0].a[0]");
  });

  it("looks into any depth", () => {
    let value: unknown = { ...place, words: "did noT" };
    for (let depth = 0; depth < 50_000; depth++) value = [value];
    expect(misplacedIn(value, text)).not.toBeNull();
  });
});
