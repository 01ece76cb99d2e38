/**
 * Draws the parts `dev5` and `final3`: contents that hold a word of condition,
 * from articles, documents and sentences that no other part holds.
 *
 *   npx tsx training/labels/draw-conditions.ts DATA_DIR [later | last LEFT_OUT] > drawn.jsonl
 *
 * 130 attributions of PolNeAR train (cue and content as annotated there), 45
 * sentences of GUM train (as they stand, without cue), 25 statements of FRUS
 * and the Kremlin's calls as the reader finds them, apart from those labelled.
 * Whole texts go to one part, three in five to `dev5`. What the words mean is
 * not looked at: most kinds of "until" and "without" are drawn for nothing.
 * With `later` the part `final4`: 70 attributions of PolNeAR dev. With `last` the
 * part `final5`: 70 of PolNeAR train, from articles that LEFT_OUT does not list
 * (a line an id: those whose answers were looked at between the two).
 */

import { readFileSync } from "node:fs";
import type { Span } from "../../src/text/span.ts";
import { chanceFrom } from "./chance.ts";
import { gumSentences, type LabelText, labelTexts, polnearAttributions, readingOfText } from "./texts.ts";

const DRAWS = { polnear: 130, gum: 45, told: 25, later: 70 };
const CONDITIONAL =
  /\b(?:[Ii]f|[Uu]nless|[Pp]rovided|in case|in the event|[Aa]s long as|[Ss]o long as|[Uu]ntil|[Ww]ithout|[Oo]therwise|[Aa]ssuming|condition|[Ii]n (?:this|that|such a|which) case|in return|(?:[Ss]hould|[Ww]ere|[Hh]ad) (?:the|he|she|they|we|it|[A-Z]\w+) \w+)\b/;
/** In code units: longer contents are whole speeches. */
const LONGEST = 420;

interface Drawn {
  text: string;
  source: LabelText["source"];
  part: "conditional";
  attribution: { source: Span[]; cue: Span[] };
  content: Span[];
}

const [data, when, leftOut] = process.argv.slice(2);
if (!data) throw new TypeError("usage: draw-conditions.ts DATA_DIR [later | last LEFT_OUT]");
const later = when === "later" || when === "last";
const { random, shuffled } = chanceFrom(when === "last" ? 5150 : later ? 90210 : 77042);
const lookedAt = new Set(leftOut ? readFileSync(leftOut, "utf8").trim().split("\n") : []);
const labels: { text: string; split: string; content: Span[] }[] = readFileSync(
  new URL("statements.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line))
  .filter(({ split }) => split !== "dev5" && split !== "final3");
const used = new Set(labels.map(({ text }) => text));
const texts = await labelTexts(data);
const bare = (list: readonly Span[]) => list.map(({ start, end }) => ({ start, end }));
const wordsOf = ({ text, content }: Drawn) =>
  content.map(({ start, end }) => texts.get(text)?.text.slice(start, end)).join(" ");
const isWanted = (one: Drawn) => wordsOf(one).length < LONGEST && CONDITIONAL.test(wordsOf(one));
const part = "conditional" as const;

async function told(text: LabelText): Promise<Drawn[]> {
  if (!CONDITIONAL.test(text.text)) return [];
  const reading = await readingOfText(text);
  const had = labels.filter((label) => label.text === text.id).flatMap(({ content }) => content);
  return reading.statements.flatMap(({ content, attribution }) => {
    if (content.some((own) => had.some(({ start, end }) => start < own.end && own.start < end))) return [];
    const own = reading.attributions.find(({ id }) => id === attribution);
    if (!own) return [];
    const places = { source: bare(own.source), cue: bare(own.cue) };
    return [{ text: text.id, source: text.source, part, attribution: places, content: bare(content) }];
  });
}

const news = polnearAttributions(data, [when === "later" ? "dev" : "train"])
  .filter(({ text }) => !used.has(text) && !lookedAt.has(text))
  .map((one): Drawn => ({ ...one, source: "polnear", part }));
const sentences = gumSentences(data).map(
  ({ text, sentence }): Drawn => ({
    text,
    source: "gum",
    part,
    attribution: { source: [], cue: [] },
    content: [sentence],
  }),
);
const first: Drawn[] = [];
for (const text of later ? [] : texts.values())
  if (text.source === "frus" || text.source === "kremlin") first.push(...(await told(text)));
const drawn = [
  ...shuffled(news.filter(isWanted)).slice(0, later ? DRAWS.later : DRAWS.polnear),
  ...shuffled(sentences.filter(isWanted)).slice(0, later ? 0 : DRAWS.gum),
  ...shuffled(first.filter(isWanted)).slice(0, DRAWS.told),
];
const splits = new Map<string, string>();
for (const { text } of drawn)
  if (!splits.has(text)) splits.set(text, when === "last" ? "final5" : later ? "final4" : random() < 0.6 ? "dev5" : "final3");
for (const [i, one] of drawn.entries())
  console.log(JSON.stringify({ id: `${when === "last" ? "h" : later ? "e" : "c"}${i + 1}`, ...one, split: splits.get(one.text) }));
