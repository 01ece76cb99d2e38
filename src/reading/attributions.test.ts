import { describe, expect, it } from "vitest";
import { madeDocument } from "../../test/made-document.ts";
import { casesIn, linesOf, type MarkedCase } from "../../test/marked.ts";
import { quotationsIn } from "../text/quotations.ts";
import { paragraphsOf, sentencesIn } from "../text/sentences.ts";
import { placeAt } from "../text/span.ts";
import { attributionsIn } from "./attributions.ts";
import type { Attribution } from "./reading.ts";

function read(text: string): Attribution[] {
  const document = madeDocument(text, {
    regions: [{ ...placeAt(text, 0, text.length), kind: "body", why: null }],
  });
  const { sentences } = sentencesIn(document);
  return attributionsIn(document, sentences, quotationsIn(text, paragraphsOf(sentences)).quotations);
}

const check = (one: MarkedCase) => expect(linesOf(read(one.text))).toEqual(one.expected);

describe("attributionsIn reads", () => {
  for (const one of casesIn("cases/attributions.txt")) it(one.title, () => check(one));
});

// To do: when one of these begins to pass, move it to cases/attributions.txt.
describe("attributionsIn does not yet read", () => {
  for (const one of casesIn("cases/misses.txt")) it.fails(one.title, () => check(one));
});

describe("attributionsIn nests", () => {
  it("an attribution within the one whose content holds its cue", () => {
    const found = read("“Our president warned that the border would be closed,” the aide said.");
    const outer = found.find((one) => one.cue[0]?.words === "said");
    const inner = found.find((one) => one.cue[0]?.words === "warned");
    expect(inner?.within).toBe(outer?.id);
    expect(outer?.within).toBeNull();
  });

  it("a block quotation as going on from the clause before its colon", () => {
    const found = read("Vale added that the talks were useful:\n\n“Each side has shown its hand.”");
    expect(found.map((one) => one.continues)).toEqual([null, found[0]?.id]);
  });

  it("manner by what stands in marks", () => {
    expect(read("Vale said he was ready.")[0]?.manner).toBe("indirect");
    expect(read("“I am ready,” Vale said.")[0]?.manner).toBe("direct");
    expect(read("Vale said he was “fully and finally ready” for talks.")[0]?.manner).toBe("mixed");
  });
});
