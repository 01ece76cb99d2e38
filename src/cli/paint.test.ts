import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/cpu-time.ts";
import { visibleLine, visibleText } from "../pages/visible.ts";
import { columnsIn, type Piece, paintLine, plain, type Style, styled, wrapped } from "./paint.ts";

const shown = (pieces: Piece[], width: number) =>
  wrapped(pieces, width).map((line) => paintLine(line, false));

describe("wrapped", () => {
  it("breaks at white space", () => {
    expect(shown([plain("one two three four")], 9)).toEqual(["one two", "three", "four"]);
  });

  it("keeps a word whole whose style changes half-way", () => {
    expect(shown([plain("said “"), styled("content", "it"), plain("” now")], 9)).toEqual([
      "said “it”",
      "now",
    ]);
  });

  it("breaks a word that is longer than the line", () => {
    expect(shown([plain("a verylongwordindeed b")], 8)).toEqual(["a", "verylong", "wordinde", "ed b"]);
  });

  it("counts wide signs as two", () => {
    expect(columnsIn("日本")).toBe(4);
    expect(columnsIn("é")).toBe(1);
    expect(shown([plain("日本 日本 日本")], 9)).toEqual(["日本 日本", "日本"]);
  });

  it("loses nothing but white space, and is never wider than asked", () => {
    const pieces = fc.array(
      fc.record({
        text: fc.string(),
        style: fc.constantFrom<Style | null>(null, "source", "content", "quiet"),
      }),
    );
    fc.assert(
      fc.property(pieces, fc.integer({ min: 8, max: 40 }), (some, width) => {
        const lines = wrapped(some, width);
        const letters = (text: string) => text.replace(/\s/gu, "");
        const all = visibleText(some.map((piece) => piece.text).join(""));
        expect(letters(lines.map((line) => paintLine(line, false)).join(""))).toBe(letters(all));
        for (const line of lines) expect(columnsIn(paintLine(line, false))).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("takes linear time on a megabyte without a space", () => {
    const began = cpuMs();
    wrapped([plain("x".repeat(1_000_000))], 80);
    expect(cpuMs() - began).toBeLessThan(5000);
  });
});

describe("visibleText", () => {
  it("shows what acts unseen by its number", () => {
    expect(visibleText("a\u001b[2Jb\u202ec\ud800")).toBe("a<U+001B>[2Jb<U+202E>c<U+D800>");
  });

  it("leaves letters, joiners and emoji alone", () => {
    for (const text of ["Ağrı, Киев, 日本", "می\u200cخواهم", "👩\u200d👧"])
      expect(visibleText(text)).toBe(text);
  });

  it("sets a line on one line", () => {
    expect(visibleLine(" a\r\n\tb ")).toBe("a b");
  });
});
