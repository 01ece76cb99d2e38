import { expect, it } from "vitest";
import { documentFromText } from "../../intake/documents.ts";
import { blocksAround, blocksOf } from "./blocks.ts";

const cut = (text: string) => {
  const document = documentFromText(text, {});
  return blocksOf(document).map((block) => ({
    ...block,
    words: document.text.slice(block.start, block.end),
  }));
};

it("blocksOf makes a block of each paragraph and leaves only white space between", () => {
  const text = "Leaders speak by phone\n\nAna Vale spoke first.\n\nBo Lang answered.";
  expect(cut(text).map(({ words }) => words)).toEqual(text.split("\n\n"));
});

it("blocksOf cuts a paragraph without end into blocks that go on, and loses nothing", () => {
  const text = "x".repeat(50_000);
  const blocks = cut(text);
  expect(blocks.map(({ words }) => words).join("")).toBe(text);
  expect(blocks.length).toBeGreaterThan(10);
  expect(blocks.map(({ goesOn }) => goesOn)).toEqual(blocks.map((_, at) => at > 0));
});

it("blocksOf never cuts a character in two", () => {
  for (const { words } of cut(`x${"🕊".repeat(9_000)}`))
    expect(/[\ud800-\udbff](?![\udc00-\udfff])/.test(words)).toBe(false);
});

it("blocksAround gives what stands near", () => {
  const blocks = [0, 100, 200, 300].map((start) => ({
    start,
    end: start + 90,
    kind: "body" as const,
    goesOn: false,
  }));
  expect(blocksAround(blocks, { start: 210, end: 220 }, 1).map(({ start }) => start)).toEqual([200]);
  expect(blocksAround(blocks, { start: 210, end: 220 }, 50).map(({ start }) => start)).toEqual([100, 200]);
});
