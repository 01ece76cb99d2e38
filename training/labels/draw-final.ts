/**
 * Draws the part `final`, from documents that no other part holds.
 *
 *   npx tsx training/labels/draw-final.ts DATA_DIR [news SEED] > drawn.jsonl
 *
 * `random`: 112 statements of as many Kremlin calls that no part had, and 46
 * of the four FRUS documents of the first test part, apart from those
 * labelled (the nineteen FRUS documents are all in use). `conditional`: every
 * further statement of those calls that holds a word of condition, and 60
 * attributions of PolNeAR that do, cue and content as annotated there, because
 * neither of the others has conditions left. With `news SEED` only 50 more of
 * the latter, from further articles: the part `final2`.
 */

import { readFileSync } from "node:fs";
import type { Span } from "../../src/text/span.ts";
import { chanceFrom } from "./chance.ts";
import { type LabelText, labelTexts, polnearAttributions, readingOfText } from "./texts.ts";

const DRAWS = { kremlin: 112, frus: 46, polnear: 60, more: 50 };
const CONDITIONAL =
  /\b(?:if|unless|provided|in case|in the event|as long as|so long as|until|without|otherwise|assuming|condition|in (?:this|that|such a|which) case|in return|(?:should|were|had) (?:the|he|she|they|we|it|[A-Z]\w+) \w+)\b/;
/** In code units: longer contents of PolNeAR are whole speeches. */
const LONGEST = 420;

interface Drawn {
  text: string;
  source: LabelText["source"];
  part: "random" | "conditional";
  split: "final" | "final2";
  attribution: { source: Span[]; cue: Span[] };
  content: Span[];
}

const [data, only, seed] = process.argv.slice(2);
if (!data) throw new TypeError("usage: draw-final.ts DATA_DIR [news SEED]");
const { shuffled } = chanceFrom(seed ? Number(seed) : 20260);
const split = only ? "final2" : "final";
const labels: { text: string; split: string; content: Span[] }[] = readFileSync(
  new URL("statements.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line))
  .filter((label) => label.split !== split && label.split !== "final2");
const used = new Set(labels.map(({ text }) => text));
const closed = new Set(labels.filter(({ split }) => split === "test").map(({ text }) => text));
const bare = (list: readonly Span[]) => list.map(({ start, end }) => ({ start, end }));

async function told(text: LabelText): Promise<Drawn[]> {
  if (text.text.trim() === "") return [];
  const reading = await readingOfText(text);
  const had = labels.filter((label) => label.text === text.id).flatMap(({ content }) => content);
  return reading.statements.flatMap(({ content, attribution }) => {
    if (content.some((part) => had.some(({ start, end }) => start < part.end && part.start < end))) return [];
    const own = reading.attributions.find(({ id }) => id === attribution);
    if (!own) return [];
    const places = { source: bare(own.source), cue: bare(own.cue) };
    return [
      {
        text: text.id,
        source: text.source,
        part: "random",
        split,
        attribution: places,
        content: bare(content),
      },
    ];
  });
}

const texts = await labelTexts(data);
const drawn: Drawn[] = [];
const rest: Drawn[] = [];
const calls = only ? [] : shuffled([...texts.values()].filter(({ id, source }) => source === "kremlin" && !used.has(id)));
let taken = 0;
for (const call of calls) {
  const all = shuffled(await told(call));
  const [first, ...others] = all;
  if (first && taken < DRAWS.kremlin) {
    drawn.push(first);
    taken++;
    rest.push(...others);
  } else rest.push(...all);
}
const frus: Drawn[] = [];
for (const text of texts.values())
  if (!only && text.source === "frus" && closed.has(text.id)) frus.push(...(await told(text)));
drawn.push(...shuffled(frus).slice(0, DRAWS.frus));

const wordsOf = ({ text, content }: Drawn) =>
  content.map(({ start, end }) => texts.get(text)?.text.slice(start, end)).join(" ");
for (const one of rest) if (CONDITIONAL.test(wordsOf(one))) drawn.push({ ...one, part: "conditional" });
const news = polnearAttributions(data)
  .filter(({ text, content }) => !used.has(text) && content.length === 1)
  .map((one): Drawn => ({ ...one, source: "polnear", part: "conditional", split }))
  .filter((one) => wordsOf(one).length < LONGEST && CONDITIONAL.test(wordsOf(one)));
drawn.push(...shuffled(news).slice(0, only ? DRAWS.more : DRAWS.polnear));
for (const [i, one] of drawn.entries()) console.log(JSON.stringify({ id: `${only ? "g" : "f"}${i + 1}`, ...one }));
