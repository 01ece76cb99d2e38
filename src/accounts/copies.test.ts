import { beforeAll, describe, expect, it } from "vitest";
import { documentFromText } from "../intake/documents.ts";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import { readingOf } from "../reading/read.ts";
import { originsOf } from "./copies.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

function origins(...texts: string[]) {
  return originsOf(
    texts.map((text, at) => ({
      account: `account ${at}`,
      reading: readingOf(documentFromText(text, { publisher: `Paper ${at}` }), gazetteer, null, []),
    })),
  );
}

const wordsOf = (passage: readonly { words: string }[]) => passage.map(({ words }) => words).join(" … ");

const STORY =
  "President Joe Biden told Vladimir Putin on Thursday that the United States would respond decisively if Russia further invades Ukraine, an official said. The two leaders talked for fifty minutes by telephone. It was their second call within a month.";

describe("originsOf", () => {
  it("folds a reworded copy and says what it changed", () => {
    const copy = STORY.replace("further invades", "continues to invade").replace("talked", "spoke");
    const [origin, ...others] = origins(STORY, copy);
    expect(others).toEqual([]);
    expect(origin?.copies[0]?.account).toBe("account 1");
    expect(
      origin?.copies[0]?.changes.map(({ before, after }) => [
        wordsOf(before.passage),
        wordsOf(after.passage),
      ]),
    ).toEqual([
      ["further invades", "continues to invade"],
      ["talked", "spoke"],
    ]);
  });

  it("keeps two reports of their own apart, even where they quote the same words", () => {
    const quote =
      "“We are on the whole content with how the talk between the two presidents went, and nobody raised his voice,”";
    expect(
      origins(
        `MOSCOW - ${quote} Yuri Ushakov told journalists in Moscow after midnight, once the presidents had hung up. It was Moscow that had asked for the call, the aide went on.`,
        `Late on Thursday the American leader rang off without promising anything. ${quote} an aide in the Russian capital claimed, while Washington kept its counsel until the next morning.`,
      ),
    ).toHaveLength(2);
  });

  it("takes a text that is printed again whole for a copy without a change", () => {
    expect(origins(STORY, `${STORY}\n\nSubscribe to our channel.`)[0]?.copies[0]?.changes).toEqual([]);
  });
});
