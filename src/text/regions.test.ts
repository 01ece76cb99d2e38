import { expect, test } from "vitest";
import type { RegionKind } from "./document.ts";
import { regionsIn } from "./regions.ts";

const KINDS: Readonly<Record<string, RegionKind>> = {
  H: "headline",
  D: "dateline",
  Y: "byline",
  B: "body",
  C: "caption",
  X: "boilerplate",
};

/** Each line starts with the letter of its kind; without the letters it is the input, with them the expectation. */
function expectRegions(marked: string): void {
  const rows = marked
    .replace(/^\n|\n *$/g, "")
    .split("\n")
    .map((row) => row.trim());
  const text = rows.map((row) => row.slice(2)).join("\n");
  const regions = regionsIn(text);
  let at = 0;
  for (const row of rows) {
    const words = row.slice(2);
    const region = regions.find((one) => one.start <= at && at + words.length <= one.end);
    if (words) expect(`${region?.kind} ${words}`).toBe(`${KINDS[row[0] ?? ""]} ${words}`);
    at += words.length + 1;
  }
}

/** A body long enough that what stands around it is at the edges. */
const STORY = `B The minister said on Monday that the talks would go on in the spring.

B He added that nobody in the room had asked for more than that.`;

test("regionsIn takes a short first line without a stop as the headline", () => {
  expectRegions(`
H Ministers agree to meet again in spring

${STORY}`);
});

test("regionsIn leaves a first line that is a sentence in the body", () => {
  expectRegions(`
B The ministers agreed to meet again.

${STORY}`);
});

test("regionsIn does not take the first line of a wrapped paragraph for a headline", () => {
  expectRegions(`
B The foreign ministers of both countries met on Monday and agreed
B that they would meet again in the spring.
${STORY}`);
});

test("regionsIn takes a headline with no empty line after it", () => {
  expectRegions(`
H Ministers agree to meet again
B The ministers agreed on Monday to meet again in the spring.
B They did not say where.`);
});

test("regionsIn parts a dateline from the first line of the body", () => {
  const text = "GENEVA, Jan 10 (Reuters) - The two sides met for eight hours.\n\nThey will meet again.";
  expect(regionsIn(text).map(({ kind, words }) => [kind, words])).toEqual([
    ["dateline", "GENEVA, Jan 10 (Reuters) -"],
    ["body", "The two sides met for eight hours.\n\nThey will meet again."],
  ]);
});

test.each([
  ["MOSCOW, December 31. /TASS/. The call took place at night.", "MOSCOW, December 31. /TASS/."],
  ["WASHINGTON (AP) — The president spoke by phone.", "WASHINGTON (AP) —"],
  ["Moscow, 31 December 2021 - The presidents spoke.", "Moscow, 31 December 2021 -"],
  [
    "WILMINGTON, Delaware, Dec. 30, 2021 (Northwind) - The call was long.",
    "WILMINGTON, Delaware, Dec. 30, 2021 (Northwind) -",
  ],
  ["Dec 31 (Reuters) - The presidents spoke.", "Dec 31 (Reuters) -"],
  ["KYIV. Dec 31 (Interfax-Ukraine) – The presidents spoke.", "KYIV. Dec 31 (Interfax-Ukraine) –"],
  ["MOSCOW, Dec 31 - RIA Novosti. The presidents spoke.", "MOSCOW, Dec 31 - RIA Novosti."],
])("regionsIn finds the dateline of %j", (text, dateline) => {
  expect(regionsIn(text)[0]).toMatchObject({ kind: "dateline", words: dateline });
});

test.each([
  "NATO — the alliance of thirty states — has answered.",
  "Putin – the Russian president – said no.",
  "The talks (Reuters reported) were long.",
  "Moscow said on Dec 31 - a day before the holiday - that it would wait.",
])("regionsIn finds no dateline in %j", (text) => {
  expect(regionsIn(text).map((region) => region.kind)).toEqual(["body"]);
});

test("regionsIn takes dates, clocks and the place beside them at the head", () => {
  expectRegions(`
H Telephone call with the President of Finland

D 31 December 2021
D 02:20
D The Kremlin, Moscow

${STORY}`);
});

test("regionsIn takes bylines and captions", () => {
  expectRegions(`
H Ministers agree to meet again

Y By Anna Vale and Tomas Ortiz
C FILE PHOTO: The two ministers in Vienna in 2019. REUTERS/J. Doe
D Published: 31 December 2021, 14:05 GMT

${STORY}

Y (Reporting by Anna Vale; Editing by Ruth Adler)`);
});

test("regionsIn leaves out what a site puts around the report", () => {
  expectRegions(`
X We use cookies to improve your experience. By continuing you agree to our cookie policy.
X Accept all

H Ministers agree to meet again

X Share: Facebook Twitter Telegram

${STORY}

X Source link

X Good journalism cannot be free of cost, and somebody has to pay for it.
X Our website lives only on advertising.
X Please turn off your ad blocker.
X Best regards, the editors

X Read also:
X Ferry timetable for the spring
X Ten walks along the pier

X © 2021 Harbour Post. All rights reserved.`);
});

test("regionsIn leaves out a plea in the middle of the report", () => {
  expectRegions(`
${STORY}

X Subscribe to our Telegram channel

X Read also: What the two sides want

${STORY}`);
});

test("regionsIn stops a link list where the report goes on", () => {
  expectRegions(`
${STORY}

X Related articles
X What the two sides want
X Who sits at the table

${STORY}`);
});

test("regionsIn leaves out what the public says under the report", () => {
  expectRegions(`
${STORY}

X 2 Comments

X Peter said: I do not believe a word of what the minister said.`);
});

test.each([
  "The minister said that Moscow does not subscribe to the view of its neighbours.",
  "Cookies and tea were served while the two delegations talked.",
  "Both sides agreed to share information on troop movements.",
  "“Please turn off your ad blocker,” the minister joked, according to his aide.",
  "He said the newspaper had asked readers to support independent journalism.",
  "The sources said that all rights of the minority would be respected.",
  "The president promised support for our partners and their privacy.",
  "He asked the editors to publish the letter.",
  "The reuse of nuclear material without permission is prohibited, the treaty says.",
])("regionsIn reads %j", (sentence) => {
  expectRegions(`
${STORY}

B ${sentence}`);
});

test("regionsIn reads the credit at the end of the last line", () => {
  expectRegions(`
${STORY}
B Washington will send more help to Kyiv, he said. Interfax`);
});

test("regionsIn reads a plea that is glued to the end of a report's own words", () => {
  expectRegions(`
B The minister told reporters after the meeting that all of the points that had been open in spring were settled now and that the treaty could be signed. Sign up for our newsletter`);
});

test("regionsIn follows what the markup says", () => {
  const text = "What happened\n\nThe ministers met.\n\nWhat comes next\n\nThey will meet again.";
  const hints = [
    { start: 0, end: 13, kind: "headline", why: "heading" },
    { start: 35, end: 50, kind: "headline", why: "heading" },
  ] as const;
  expect(regionsIn(text, hints).map((region) => region.kind)).toEqual([
    "headline",
    "body",
    "headline",
    "body",
  ]);
});

test("regionsIn gives nothing for white space", () => {
  expect(regionsIn(" \r\n\t")).toEqual([]);
});
