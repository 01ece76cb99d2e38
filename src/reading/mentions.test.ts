import { beforeAll, describe, expect, it } from "vitest";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import type { Document } from "../text/document.ts";
import { sentencesIn } from "../text/sentences.ts";
import { placeAt } from "../text/span.ts";
import { mentionsIn } from "./mentions.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

function mentions(text: string, day: string | null = "2021-12-30") {
  const regions = [{ ...placeAt(text, 0, text.length), kind: "body", why: null }];
  const published = day === null ? null : { value: day, ground: "given", evidence: [] };
  const document = { text, regions, published } as unknown as Document;
  return mentionsIn(document, sentencesIn(document).sentences, gazetteer);
}

/** The text with its mentions in brackets: the case without brackets is the input. */
function marked(text: string, day?: string): string {
  let out = "";
  let at = 0;
  for (const mention of mentions(text, day)) {
    out += `${text.slice(at, mention.start)}[${mention.words}]`;
    at = mention.end;
  }
  return out + text.slice(at);
}

function check(cases: readonly string[]) {
  it.each(cases)("%s", (expected) => {
    expect(marked(expected.replace(/[[\]]/g, ""))).toBe(expected);
  });
}

describe("mentionsIn takes a title and the name beside it for one mention", () => {
  check([
    "[French President Emmanuel Macron] called [Turkish Foreign Minister Mevlut Cavusoglu].",
    "[President of France Emmanuel Macron] called.",
    "[The aide to the Russian president, Yuri Ushakov], told [reporters] so.",
    "[White House press secretary Jen Psaki] said so.",
    "[Norwegian Deputy Foreign Minister Anna Lindqvist] replied.",
    "[Mr Lindqvist] met [Sheikh Abdullah bin Zayed Al Nahyan] there.",
    "[Yuri Ushakov], [a Kremlin aide], said so.",
  ]);
});

describe("mentionsIn finds titles and descriptions", () => {
  check([
    "[The US president] called [the president of France].",
    "[The American leader] thanked [his Russian counterpart].",
    "[The Kremlin chief] and [the head of the White House] spoke.",
    "[A senior administration official] briefed [reporters].",
    "[The foreign ministers of Norway and Japan] met.",
    "[Both presidents] agreed, and [the two sides] parted.",
    "[Our president] will answer [the Norwegian side].",
    "[The Norwegian Foreign Ministry] summoned [Japan's ambassador].",
  ]);
});

describe("mentionsIn leaves common words alone", () => {
  check([
    "Part of the party left, and people at war had a general idea.",
    "The price of rice rose in May.",
    "Russian gas flowed.",
  ]);
});

describe("mentionsIn tells capitals that speak from places", () => {
  check([
    "[Moscow] hopes that [Kyiv] will answer.",
    "Two trains met in Moscow.",
    "The train left Moscow and went to Kyiv.",
    "More aid to [Kiev] was promised by [Washington].",
    "Talks were held in Geneva, Brussels and Vienna.",
    "The Moscow summit and the Minsk agreements failed.",
    "[The Kremlin] said nothing at the White House.",
  ]);
});

describe("mentionsIn finds states, organisations and outlets", () => {
  check([
    "[The United States], [the U.S.] and [the UK] told [NATO] and [the UN Security Council].",
    "[RIA News] and [the Wall Street Journal] told [us] who [WHO] is.",
  ]);
});

describe("mentionsIn knows names", () => {
  it("by a family name alone, when the document or the day tells whose", () => {
    expect(marked("Putin called.")).toBe("[Putin] called.");
    expect(marked("Obama called.", "2015-01-01")).toBe("[Obama] called.");
    expect(marked("Lindqvist called.")).toBe("Lindqvist called.");
    expect(marked("Anna Lindqvist came. Lindqvist called.")).toBe(
      "[Anna Lindqvist] came. [Lindqvist] called.",
    );
  });
  it("by their particles", () => {
    expect(marked("Ursula von der Leyen came. Von der Leyen left.")).toBe(
      "[Ursula von der Leyen] came. [Von der Leyen] left.",
    );
  });
  it("but takes no names from Russian-Norwegian talks or the Founding Fathers", () => {
    expect(marked("Russian-Norwegian talks bored the Founding Fathers.")).toBe(
      "Russian-Norwegian talks bored the Founding Fathers.",
    );
  });
});

describe("mentionsIn", () => {
  it("gives exact places in text order and apart", () => {
    const text = "He said: “We, the presidents of Russia and the US – Vladimir Putin and Joe Biden – agree.”";
    let last = 0;
    for (const mention of mentions(text)) {
      expect(text.slice(mention.start, mention.end)).toBe(mention.words);
      expect(mention.start).toBeGreaterThanOrEqual(last);
      last = mention.end;
    }
  });
  it.each([
    ["one word of a million letters", "x".repeat(1_000_000)],
    ["capitals without end", "Orlov ".repeat(50_000)],
    ["articles without end", "the two both senior ".repeat(20_000)],
    ["titles without end", "president of the ".repeat(20_000)],
    ["property names", "constructor __proto__ toString president of constructor"],
  ])("comes through %s", (_, text) => {
    expect(() => mentions(text)).not.toThrow();
  });
});
