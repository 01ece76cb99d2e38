import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "../../test/cpu-time.ts";
import { BREAKS, type ModelWords, parseVocabulary, QUOTES, SHAPES, Tokenizer } from "./wordpiece.ts";

const UNKNOWN = 0;
const PIECES = [
  "[UNK]",
  "talks",
  "talk",
  "##s",
  "##ing",
  "went",
  "on",
  ".",
  "“",
  "”",
  "務",
  "cafe",
  "a",
  "##a",
  "i",
];
const tokenizer = new Tokenizer(parseVocabulary(`${PIECES.join("\n")}\n`, UNKNOWN, 100));

/** Words with their pieces: `talk·##ing on`. */
function pieces(text: string): string {
  const words = tokenizer.wordsIn(text);
  return [...words.starts]
    .map((_, i) =>
      [...words.pieces.subarray(words.upto[i], words.upto[i + 1])].map((id) => PIECES[id]).join("·"),
    )
    .join(" ");
}

function slices(text: string): string[] {
  const { starts, ends } = tokenizer.wordsIn(text);
  return [...starts].map((start, i) => text.slice(start, ends[i]));
}

function named(text: string, values: (words: ModelWords) => Uint8Array, names: readonly string[]): string {
  return [...values(tokenizer.wordsIn(text))].map((value) => names[value]).join(" ");
}

describe("wordsIn", () => {
  test("takes the longest piece first", () => {
    expect(pieces("talks talking")).toBe("talks talk·##ing");
  });

  test("gives one unknown piece where some part matches nothing", () => {
    expect(pieces("talkz")).toBe("[UNK]");
  });

  test("spells without accents and capitals", () => {
    expect(pieces("CAFÉ Cafe\u0301")).toBe("cafe cafe");
    // A dotted capital I loses its dot.
    expect(pieces("İ")).toBe("i");
  });

  test("cuts at punctuation and around ideographs", () => {
    expect(slices("“Talks,” it’s 外務省.")).toEqual([
      "“",
      "Talks",
      ",",
      "”",
      "it",
      "’",
      "s",
      "外",
      "務",
      "省",
      ".",
    ]);
  });

  test("drops control and format characters without ending the word", () => {
    expect(pieces("ta\u00adl\u200bks\u0000")).toBe("talks");
    expect(slices("ta\u00adlks\u200b on")).toEqual(["ta\u00adlks", "on"]);
  });

  test("takes white space of any width as space", () => {
    expect(slices("talks\u00a0went\u3000on\ttalks\r\non")).toEqual(["talks", "went", "on", "talks", "on"]);
  });

  test("does not take accents alone for a word", () => {
    expect(slices("talks \u0301 on")).toEqual(["talks", "on"]);
  });

  test("counts in UTF-16 units and never cuts a surrogate pair", () => {
    expect(slices("👍🏽 talks 𝒜b")).toEqual(["👍🏽", "talks", "𝒜b"]);
  });

  test("takes a word of more than a hundred characters as unknown", () => {
    expect(pieces("a".repeat(100))).toBe(["a", ...Array(99).fill("##a")].join("·"));
    expect(pieces("a".repeat(101))).toBe("[UNK]");
    // Characters, not units.
    expect(pieces("𝒜".repeat(100))).toBe("[UNK]");
  });

  test("finds nothing in nothing", () => {
    expect(slices(" \n\t\u200b")).toEqual([]);
    expect(tokenizer.wordsIn("").upto).toEqual(Int32Array.of(0));
  });

  test("sees the shape of the original letters", () => {
    const shapes = named("talks Talks TALKS McTalk iOS A B2 ٣ 務 !", (words) => words.shapes, SHAPES);
    expect(shapes).toBe("lower title upper mixed mixed title digit digit lower other");
  });

  test("sees what stands before a word", () => {
    expect(named("a b\nc\n\nd,e\n \nf", (words) => words.breaks, BREAKS)).toBe(
      "paragraph space line paragraph none none paragraph",
    );
    expect([...tokenizer.wordsIn("a\nb\n\nc d").lines]).toEqual([0, 1, 2, 2]);
  });

  test("sees quotation marks, straight ones by turns", () => {
    expect(named('a " b " c', (words) => words.quotes, QUOTES)).toBe(
      "outside opening inside closing outside",
    );
    expect(named("„ a ” «b»", (words) => words.quotes, QUOTES)).toBe(
      "opening inside closing opening inside closing",
    );
  });

  test("lets a quotation that nobody closes end with its line", () => {
    expect(named("“ a\nb", (words) => words.quotes, QUOTES)).toBe("opening inside outside");
  });

  test("guesses where sentences begin", () => {
    expect([...tokenizer.wordsIn("Talks. On “it.” On talks. on").sentences]).toEqual([
      1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0,
    ]);
  });

  test("takes any string: words in order, apart, verbatim, each with a piece", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.array(fc.nat(0xffff), { maxLength: 20 }),
        (text, units) => {
          // Lone surrogates too.
          const whole = text + String.fromCharCode(...units);
          const { starts, ends, upto } = tokenizer.wordsIn(whole);
          const isRight = [...starts].every((start, i) => {
            const end = ends[i] ?? 0;
            return (
              start >= (ends[i - 1] ?? 0) &&
              end > start &&
              end <= whole.length &&
              (upto[i + 1] ?? 0) > (upto[i] ?? 0)
            );
          });
          expect(isRight).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("gives a text the same words alone as after another", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("talks", "on", "Talks.", "É", '"', "務", "a\u0301a", "👍"), {
          maxLength: 12,
        }),
        (words) => {
          const text = words.join(" ");
          const { starts } = tokenizer.wordsIn(text);
          const shifted = tokenizer.wordsIn(`on\n\n${text}`).starts;
          expect([...shifted].slice(1)).toEqual([...starts].map((start) => start + 4));
        },
      ),
    );
  });

  test.each([
    ["a letter", "a"],
    ["a quotation mark", '"'],
    ["an accent", "\u0301"],
    ["half a surrogate pair", "\ud83d"],
    ["an emoji", "👍"],
  ])("reads a megabyte of %s and nothing else in linear time", (_, unit) => {
    const before = cpuMs();
    tokenizer.wordsIn(unit.repeat(2 ** 20 / unit.length));
    expect(cpuMs() - before).toBeLessThan(5000);
  });
});
