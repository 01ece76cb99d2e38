import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/cpu-time.ts";
import { madeReading } from "../../test/made-reading.ts";
import type { Attribution, Reading } from "../reading/reading.ts";
import type { Region } from "../text/document.ts";
import { placeAt, type Span } from "../text/span.ts";
import { Ids } from "./tei-ids.ts";
import { textOf } from "./tei-text.ts";

function readingOf(text: string, contents: readonly Span[], regions: readonly Span[] = []): Reading {
  const made = madeReading();
  const [plain] = made.attributions;
  if (plain === undefined) throw new Error("the made Reading has an attribution");
  const attributions = contents.map(
    ({ start, end }, at): Attribution => ({
      ...plain,
      id: `a${at + 1}`,
      source: [],
      cue: [],
      content: [placeAt(text, start, end)],
    }),
  );
  const named = regions.map(
    ({ start, end }): Region => ({ ...placeAt(text, start, end), kind: "boilerplate", why: null }),
  );
  return { ...made, document: { ...made.document, text, regions: named }, attributions, statements: [] };
}

const tei = (text: string, contents: readonly Span[], regions?: readonly Span[]) =>
  textOf(readingOf(text, contents, regions), new Ids(1));

describe("textOf", () => {
  it("puts paragraphs between empty lines, and heads only before them", () => {
    const reading = readingOf("Talk held\n\nOne line\nand another.\n\nShare", [], []);
    const text = reading.document.text;
    const regions: Region[] = [
      { ...placeAt(text, 0, 9), kind: "headline", why: null },
      { ...placeAt(text, text.length - 5, text.length), kind: "boilerplate", why: null },
    ];
    expect(textOf({ ...reading, document: { ...reading.document, regions } }, new Ids(1))).toBe(
      '<text><body><head>Talk held</head>\n\n<p>One line\nand another.</p>\n\n<ab type="boilerplate">Share</ab></body></text>',
    );
  });

  it("cuts what is said at the end of a block, and goes on in the next", () => {
    expect(tei("“One.\n\nTwo,” he said.", [{ start: 0, end: 12 }])).toBe(
      '<text><body><p><said direct="true" ana="#d1.a1"><anchor xml:id="d1.at.0"/>“One.</said></p>\n\n' +
        '<p><said direct="true" ana="#d1.a1">Two,”</said><anchor xml:id="d1.at.12"/> he said.</p></body></text>',
    );
  });

  it("keeps text and offsets whatever stands where, overlapping or not", () => {
    const letters = fc.constantFrom("a", " ", "\n", "\t", "\r", "<", "&", "😀", "\u00a0", "b");
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 60 }), spans, (parts, pairs) => {
        const text = `${parts.join("")}.`;
        const contents = pairs
          .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) + 1 }))
          .filter(({ end }) => end <= text.length)
          .filter(({ start, end }) => isWhole(text, start) && isWhole(text, end));
        let words = "";
        const anchors = new Map<string, number>();
        const parser = new SaxesParser();
        parser.on("error", (error) => {
          throw error;
        });
        parser.on("text", (some) => {
          words += some;
        });
        parser.on("opentag", ({ name, attributes }) => {
          if (name === "anchor") anchors.set(String(attributes["xml:id"]), words.length);
        });
        parser.write(tei(text, contents)).close();
        expect(words).toBe(text);
        const offsets = new Set(contents.flatMap(({ start, end }) => [start, end]));
        expect(new Set(anchors.values())).toEqual(offsets);
        for (const [id, offset] of anchors) expect(id).toBe(`d1.at.${offset}`);
      }),
      { numRuns: 300 },
    );
  });

  it("is linear on a text of many blocks and marks", () => {
    const text = "“a” said b.\n\n".repeat(20_000);
    const contents = Array.from({ length: 20_000 }, (_, at) => ({ start: at * 13, end: at * 13 + 3 }));
    const started = cpuMs();
    tei(text, contents);
    expect(cpuMs() - started).toBeLessThan(2000);
  });
});

/** Not in the middle of a character of two units. */
function isWhole(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return !(unit >= 0xdc00 && unit <= 0xdfff);
}
