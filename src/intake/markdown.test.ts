import { expect, test } from "vitest";
import { extractMarkdown } from "./markdown.ts";

function expectText(source: string, text: string): ReturnType<typeof extractMarkdown> {
  const extract = extractMarkdown(source, 0);
  expect(extract.text).toBe(text);
  for (const { start, end, sourceStart, sourceEnd } of extract.map ?? []) {
    if (end - start !== sourceEnd - sourceStart) continue;
    expect(source.slice(sourceStart, sourceEnd).replace(/\s/gu, " ")).toBe(
      text.slice(start, end).replace(/\s/gu, " "),
    );
  }
  return extract;
}

test("extractMarkdown gives headings as headlines", () => {
  const { hints } = expectText(
    "# Ministers *meet*\n\nThey met.\n\nNext\n----\n\nAgain.",
    "Ministers meet\n\nThey met.\n\nNext\n\nAgain.",
  );
  expect(hints.map(({ start, end, why }) => [start, end, why])).toEqual([
    [0, 14, "heading (level 1)"],
    [27, 31, "heading (level 2)"],
  ]);
});

test.each([
  ["emphasis", "He **said** _that_ `it` was ***over***.", "He said that it was over."],
  [
    "links",
    'The [minister](http://a.example "title") left [today][1].\n\n[1]: http://b.example',
    "The minister left today.",
  ],
  ["brackets that are no link", "He [the minister] left [sic].", "He [the minister] left [sic]."],
  ["escapes and entities", "5 \\* 3 &amp; &#8220;yes&#x201D; &unknown;", "5 * 3 & “yes” &unknown;"],
  ["wrapped lines", "The minister\nsaid that  \nit was<br>over.", "The minister said that\nit was\nover."],
  ["block quotations", "> “It is\n> over,” he said.", "“It is over,” he said."],
  ["lists", "- one\n- two\n\n1. three", "one\ntwo\n\nthree"],
  ["code", "```js\nlet a;\n  let b;\n```", "let a;\nlet b;"],
  ["tags in a line", "He <b>left</b>.", "He left."],
  ["Windows line ends", "# A\r\n\r\nHe\r\nleft.\r\n", "A\n\nHe left."],
  ["a rule", "He left.\n\n***\n\nShe stayed.", "He left.\n\nShe stayed."],
])("extractMarkdown reads %s", (_, source, text) => {
  expectText(source, text);
});

test("extractMarkdown leaves out images and embedded HTML, and tells", () => {
  const { leftOut } = expectText(
    "He left. ![a hall](a.png)\n\n<div>\nmenu\n</div>\n\n<!-- x -->\n",
    "He left.",
  );
  expect(leftOut).toEqual([
    { why: "images", characters: 16 },
    { why: "HTML in Markdown", characters: 17 },
    { why: "comments", characters: 10 },
  ]);
});

test("extractMarkdown starts behind the front matter, with offsets into the whole source", () => {
  const source = "---\ntitle: x\n---\nHe left.";
  expect(extractMarkdown(source, 17)).toMatchObject({
    text: "He left.",
    map: [{ start: 0, end: 8, sourceStart: 17, sourceEnd: 25 }],
  });
});

test("extractMarkdown reads a paragraph full of marks as plain text, and says so", () => {
  const source = "a**b".repeat(2000);
  const { text, leftOut } = extractMarkdown(source, 0);
  expect(text).toBe(source);
  expect(leftOut).toEqual([{ why: expect.stringContaining("read as plain text"), characters: 0 }]);
});
