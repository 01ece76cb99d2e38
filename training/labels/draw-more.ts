/**
 * Draws further statements of documents whose labels are in the split `test`,
 * apart from those labelled already.
 *
 *   npx tsx training/labels/draw-more.ts DATA_DIR SEED KREMLIN FRUS > drawn.jsonl
 *
 * The rounds of `dev3` (77, 45, 35, and 5 further conditional ones) and `dev4`
 * (4242, 35, 50) were drawn so, with the pipeline of the day.
 */

import { readFileSync } from "node:fs";
import type { Span } from "../../src/text/span.ts";
import { chanceFrom } from "./chance.ts";
import { labelTexts, readingOfText } from "./texts.ts";

interface Label {
  text: string;
  split: string;
  content: Span[];
}

const [data, seed, kremlin, frus] = process.argv.slice(2);
if (!data || !seed) throw new TypeError("usage: draw-more.ts DATA_DIR SEED KREMLIN FRUS");

const { shuffled } = chanceFrom(Number(seed));

const labels: Label[] = readFileSync(new URL("statements.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const documents = new Set(labels.filter(({ split }) => split === "test").map(({ text }) => text));
const bare = (list: readonly Span[]) => list.map(({ start, end }) => ({ start, end }));
const drawn: Record<"kremlin" | "frus" | "examples" | "polnear", object[]> = {
  kremlin: [],
  frus: [],
  examples: [],
  polnear: [],
};
for (const text of (await labelTexts(data)).values()) {
  if (!documents.has(text.id)) continue;
  const had = labels.filter((label) => label.text === text.id).flatMap(({ content }) => content);
  const reading = await readingOfText(text);
  for (const { content, attribution } of reading.statements) {
    if (content.some((part) => had.some(({ start, end }) => start < part.end && part.start < end))) continue;
    const sentence = reading.sentences.findLast(({ start }) => start <= (content[0]?.start ?? 0));
    const own = reading.attributions.find(({ id }) => id === attribution);
    if (!sentence || !own) continue;
    drawn[text.source].push({
      text: text.id,
      source: text.source,
      part: "random",
      attribution: { source: bare(own.source), cue: bare(own.cue) },
      content: bare(content),
      sentence: { start: sentence.start, end: sentence.end },
    });
  }
}
const chosen = [
  ...shuffled(drawn.kremlin).slice(0, Number(kremlin)),
  ...shuffled(drawn.frus).slice(0, Number(frus)),
];
for (const one of chosen) console.log(JSON.stringify(one));
