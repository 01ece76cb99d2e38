/**
 * Measures conditions and consequences on the labels of training/labels.
 *
 *   npx tsx scripts/measure-conditions.ts DATA_DIR [--split dev5,final …] [--misses]
 *
 * Content given. `condition-score.ts` says what counts as right; the line
 * "both" is the bar. The default is dev5.
 */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { conditionsOfPassage } from "../src/reading/conditions.ts";
import { hullOf, placeOf, type Span } from "../src/text/span.ts";
import { labelTexts } from "../training/labels/texts.ts";
import {
  emptyTally,
  f1Of,
  type LabelledCondition,
  MEASURES,
  type Measure,
  tallied,
} from "./condition-score.ts";

interface Label {
  id: string;
  text: string;
  split: string;
  content: Span[];
  conditions?: LabelledCondition[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { split: { type: "string", default: "dev5" }, misses: { type: "boolean", default: false } },
});
const [data] = positionals;
if (!data) throw new TypeError("usage: measure-conditions.ts DATA_DIR [--split NAME] [--misses]");

const splits = values.split.split(",");
const labels = ["statements.jsonl", "conditions.jsonl"].flatMap((name) =>
  readFileSync(new URL(`../training/labels/${name}`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Label)
    .filter(({ split }) => splits.includes(split)),
);
const texts = await labelTexts(data);

const answers = labels.map((label) => {
  const text = texts.get(label.text)?.text ?? "";
  const content = label.content.map((span) => placeOf(text, span));
  return { label, text, wanted: label.conditions ?? [], found: conditionsOfPassage(text, content) };
});

const sumOf = (measure: Measure, list = answers) =>
  list.reduce((sum, { text, wanted, found }) => tallied(sum, text, wanted, found, measure), emptyTally());

if (values.misses)
  for (const one of answers) {
    const { right, wanted, given } = sumOf("both", [one]);
    if (right === wanted && right === given) continue;
    const words = (span: Span | null) => (span ? one.text.slice(span.start, span.end) : "—");
    console.log(`  ${one.label.id} | ${one.label.content.map(words).join(" … ")}`);
    for (const { condition, consequence } of one.wanted)
      console.log(`    gold ${words(condition)} => ${words(consequence)}`);
    for (const { condition, consequence, rule } of one.found)
      console.log(`    got  ${words(hullOf(condition))} => ${words(hullOf(consequence))}   ${rule}`);
  }

const { wanted, given } = sumOf("both");
console.log(`${labels.length} contents, ${wanted} conditions labelled, ${given} found`);
for (const measure of MEASURES) {
  const sum = sumOf(measure);
  const percent = (of: number) => `${((100 * sum.right) / Math.max(1, of)).toFixed(1)} %`;
  console.log(
    `  ${measure.padEnd(12)} P ${percent(sum.given)} R ${percent(sum.wanted)} F1 ${f1Of(sum).toFixed(3)}`,
  );
}
