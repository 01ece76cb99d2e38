import { describe, expect, it } from "vitest";
import { madeDocument } from "../../../test/made-document.ts";
import { placeAt } from "../../text/span.ts";
import type { Draft } from "../attributions.ts";
import { apartFromHeadline } from "./headline.ts";

const HEAD = "It became known what Vale said";
const TEXT = `${HEAD}\n\nTalks go on, Ortiz said.`;
const document = madeDocument(TEXT, {
  regions: [{ kind: "headline", why: null, start: 0, end: HEAD.length, words: HEAD }],
});
const place = (words: string) => placeAt(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length);
const draft = (cue: string, content: string, source?: string): Draft => ({
  source: source === undefined ? [] : [place(source)],
  cue: [place(cue)],
  content: [place(content)],
  rule: "model",
  confidence: 0.9,
  continues: null,
  rivals: [],
});

describe("apartFromHeadline", () => {
  it("cuts off what of the headline stands in a content of the body", () => {
    const [own] = apartFromHeadline(document, [draft("said.", `${HEAD}\n\nTalks go on`, "Ortiz")]);
    expect(own?.content.map((part) => part.words)).toEqual(["Talks go on"]);
  });
  it("hears nobody in what became known", () => {
    expect(apartFromHeadline(document, [draft("became known", "what Vale said")])).toEqual([]);
  });
  it("leaves the others as they are", () => {
    const whole = draft("said.", "Talks go on", "Ortiz");
    expect(apartFromHeadline(document, [whole])[0]).toBe(whole);
  });
});
