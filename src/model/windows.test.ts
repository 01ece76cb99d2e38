import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { windowInputOf } from "./features.ts";
import { windowsOver } from "./windows.ts";
import { parseVocabulary, Tokenizer } from "./wordpiece.ts";

const tokenizer = new Tokenizer(parseVocabulary("[UNK]\na\n##b\n.\n", 0, 100));
const SETTINGS = { size: 32, left: 6, right: 4 };

function windows(text: string): string[] {
  return windowsOver(tokenizer.wordsIn(text), SETTINGS).map(
    ({ words, owned }) => `${words.from}-${words.to} for ${owned.from}-${owned.to}`,
  );
}

describe("windowsOver", () => {
  test("reads a short text at once", () => {
    expect(windows("a a a")).toEqual(["0-3 for 0-3"]);
    expect(windows("a ".repeat(30))).toEqual(["0-30 for 0-30"]);
  });

  test("has no window for no words", () => {
    expect(windows(" ")).toEqual([]);
  });

  test("reads on with context on both sides of a cut", () => {
    expect(windows("a ".repeat(40))).toEqual(["0-30 for 0-26", "20-40 for 26-40"]);
  });

  test("cuts before a line, else before a sentence", () => {
    expect(windows(`${"a ".repeat(20)}\n${"a ".repeat(20)}`)[0]).toBe("0-30 for 0-20");
    expect(windows(`${"a ".repeat(20)}. A ${"a ".repeat(20)}`)[0]).toBe("0-30 for 0-21");
  });

  test("answers for every word once, whatever the text", () => {
    const unit = fc.constantFrom(
      "a ",
      "ab ",
      "abbbbb ",
      ". ",
      "A ",
      "\n",
      "\n\n",
      "b",
      `a${"b".repeat(60)} `,
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 300 }), (units) => {
        const words = tokenizer.wordsIn(units.join(""));
        const size = 80;
        let next = 0;
        for (const { words: read, owned } of windowsOver(words, { size, left: 6, right: 4 })) {
          expect(owned.from).toBe(next);
          expect(owned.to).toBeGreaterThan(owned.from);
          expect(read.from).toBeLessThanOrEqual(owned.from);
          expect(read.to).toBeGreaterThanOrEqual(owned.to);
          const { ids, firsts } = windowInputOf(words, read, { cls: 7, sep: 8 });
          expect(ids.length).toBeLessThanOrEqual(size);
          expect(firsts.length).toBe(read.to - read.from);
          next = owned.to;
        }
        expect(next).toBe(words.starts.length);
      }),
    );
  });
});

describe("windowInputOf", () => {
  test("puts end marks around the pieces and points at each word's first", () => {
    const words = tokenizer.wordsIn("a abb .");
    const { ids, features, firsts } = windowInputOf(words, { from: 1, to: 3 }, { cls: 7, sep: 8 });
    expect([...ids]).toEqual([7, 1, 2, 2, 3, 8]);
    expect([...firsts]).toEqual([1, 4]);
    // (shape · 5 + break) · 4 + quote: lower after a space, then joined; other after a space.
    expect([...features]).toEqual([0, 24, 36, 36, 4, 0]);
  });
});
