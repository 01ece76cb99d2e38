import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/cpu-time.ts";
import type { Document } from "./document.ts";
import { paragraphsIn, sentencesIn } from "./sentences.ts";
import { placeAt } from "./span.ts";

function read(text: string) {
  const regions = [{ ...placeAt(text, 0, text.length), kind: "body", why: null }];
  return sentencesIn({ text, regions } as unknown as Document);
}

/** Sentences parted by " / ". */
function cut(text: string): string {
  return read(text)
    .sentences.map((sentence) => text.slice(sentence.start, sentence.end))
    .join(" / ");
}

describe("sentencesIn ends a sentence", () => {
  const cases: [string, string, string][] = [
    ["at a full stop", "Vale left. Ortiz stayed.", "Vale left. / Ortiz stayed."],
    ["not after a title", "Mr. Vale met Gen. Ortiz.", "Mr. Vale met Gen. Ortiz."],
    ["not after initials", "J. F. Vale met the U.S. envoy.", "J. F. Vale met the U.S. envoy."],
    [
      "after U.S. when a function word opens",
      "He flew to the U.S. The talks began.",
      "He flew to the U.S. / The talks began.",
    ],
    ["not inside a number", "It grew by 3.5 percent.", "It grew by 3.5 percent."],
    ["not in a month's abbreviation", "They met on Dec. 30 in Vienna.", "They met on Dec. 30 in Vienna."],
    ["after the closing mark", "“We left.” Vale stayed.", "“We left.” / Vale stayed."],
    ["before a mark that opens", "He left. “We stay,” she said.", "He left. / “We stay,” she said."],
    ["after question and exclamation", "Why? Nobody knows! Not yet.", "Why? / Nobody knows! / Not yet."],
    ["with a closing mark after a space", "It ended well. “", "It ended well. “"],
  ];
  for (const [title, text, expected] of cases) it(title, () => expect(cut(text)).toBe(expected));
});

describe("sentencesIn tells damage", () => {
  it("a start that was lost", () => {
    const { sentences, broken } = read("They met at the border. three rounds were held.");
    expect(sentences).toHaveLength(2);
    expect(broken.map((one) => one.kind)).toEqual(["words-missing"]);
  });

  it("a stop that is missing", () => {
    const { sentences, broken } = read("The talks must not become chatter We want results.");
    expect(sentences).toHaveLength(2);
    expect(broken.map((one) => one.kind)).toEqual(["stop-missing"]);
  });

  it("a space that is missing", () => {
    const { sentences, broken } = read("The leaders went home.The talks go on.");
    expect(sentences).toHaveLength(2);
    expect(broken.map((one) => one.kind)).toEqual(["space-missing"]);
  });

  it("but none in a web address or a dotted name", () => {
    expect(read("See kremlin.ru and www.Example.com for more. Also U.S.Army sites.").broken).toEqual([]);
  });

  it("and none after an abbreviation before lower case", () => {
    expect(read("It weighs approx. two tons etc. and more.").broken).toEqual([]);
  });
});

describe("paragraphsIn", () => {
  const paragraphs = (text: string) =>
    paragraphsIn(text, { start: 0, end: text.length }).map((one) => text.slice(one.start, one.end));

  it("parts at an empty line, CRLF included", () => {
    expect(paragraphs("One.\r\n\r\nTwo.")).toEqual(["One.", "Two."]);
  });

  it("parts at the end of a short line", () => {
    expect(paragraphs("A headline\nThe story begins.")).toEqual(["A headline", "The story begins."]);
  });

  it("does not part a long line that is only wrapped", () => {
    const text = "The two delegations met for a third day of talks in the old\ntown hall, without a result.";
    expect(paragraphs(text)).toEqual([text]);
  });
});

describe("sentencesIn in hostile text", () => {
  const timed = (text: string) => {
    const start = cpuMs();
    read(text);
    return cpuMs() - start;
  };

  it("takes linear time on a megabyte without a space, and on a million stops", () => {
    for (const unit of ["a", ".", "A. ", "“. "]) {
      timed(unit.repeat(50_000));
      const once = timed(unit.repeat(200_000));
      const twice = timed(unit.repeat(400_000));
      expect(twice, `${unit}: ${once} → ${twice} ms`).toBeLessThan(4 * once + 100);
    }
  });
});
