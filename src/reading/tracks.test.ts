import { describe, expect, test } from "vitest";
import { madeDocument } from "../../test/made-document.ts";
import type { Actor, Mention } from "./reading.ts";
import { timesIn } from "./times.ts";
import { tracksIn } from "./tracks.ts";

const ACTORS: Actor[] = [
  { id: "NOR", kind: "state", name: "Norland", side: "NOR", role: null, members: [] },
  { id: "SUD", kind: "state", name: "Sudland", side: "SUD", role: null, members: [] },
  { id: "NATO", kind: "organisation", name: "NATO", side: null, role: null, members: [] },
  { id: "OSCE", kind: "organisation", name: "OSCE", side: null, role: null, members: [] },
];

/** Each track as "venue | format | day | parties | subject", what is not told left out; the document is of 15 March 2023. */
function told(text: string): string[] {
  const document = madeDocument(text, { published: "2023-03-15" });
  const sentences = [...text.matchAll(/\S.*?(?:[.](?= [A-Z])|$)/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    paragraph: 0,
  }));
  const mentions: Mention[] = [...text.matchAll(/\b(?:Norland|Sudland|OSCE|NATO)\b(?!-)/g)].map(
    (found, i) => ({
      id: `m${i}`,
      start: found.index,
      end: found.index + found[0].length,
      words: found[0],
      form: "name",
      link: {
        actor: { Norland: "NOR", Sudland: "SUD" }[found[0]] ?? found[0],
        office: null,
        ground: "named",
        via: null,
        rule: "",
        confidence: 1,
      },
    }),
  );
  const voices = { chainAt: () => [], chainOf: () => [], speakerOf: () => null, groups: [] };
  return tracksIn(document, sentences, mentions, ACTORS, timesIn(document, sentences, []), voices).map(
    (track) =>
      [
        track.venue?.value ?? "-",
        track.format?.value,
        track.date?.value,
        track.parties.map((party) => party.value).join("+"),
        track.subject?.value,
      ]
        .filter(Boolean)
        .join(" | "),
  );
}

function check(cases: Record<string, string | string[]>): void {
  for (const [text, expected] of Object.entries(cases)) {
    test(text, () => {
      expect(told(text)).toEqual([expected].flat());
    });
  }
}

describe("tracksIn parts a list into tracks", () => {
  check({
    "Talks will be held in Geneva on April 3, in Brussels within the NATO-Norland Council on 5 and in Vienna at the OSCE on 6.":
      [
        "Geneva | 2023-04-03",
        "Brussels | NATO-Norland Council | 2023-04-05 | NATO+NOR",
        "Vienna | OSCE | 2023-04-06 | OSCE",
      ],
    "He named two tracks (direct talks in Geneva and in Vienna through Norland and NATO).": [
      "Geneva | direct talks",
      "Vienna | Norland and NATO | NOR+NATO",
    ],
  });
});

describe("tracksIn tells what the text tells of one track", () => {
  check({
    "Talks between Norland and Sudland on grain exports will resume in Oslo next month.":
      "Oslo | 2023-04 | NOR+SUD | grain exports",
    "The next round of consultations is planned in Beijing in May.": "Beijing | 2023-05",
    "A summit in the Normandy format, scheduled for April 3, is to be held in Paris.":
      "Paris | Normandy format | 2023-04-03",
    "Talks are under way in Vienna.": "Vienna",
    "Negotiations are also to be held at the OSCE on April 6.": "- | OSCE | 2023-04-06 | OSCE",
  });
  test("two sentences of one venue are one track", () => {
    expect(told("Talks will be held in Geneva. The Geneva talks will start on April 3.")).toEqual([
      "Geneva | 2023-04-03",
    ]);
  });
});

describe("tracksIn leaves out what is over or no negotiation", () => {
  check({
    "The talks held in Cairo on March 2 brought nothing.": [],
    "Vale will fly to Geneva on April 3.": [],
    "The ministers met in Oslo.": [],
  });
});
