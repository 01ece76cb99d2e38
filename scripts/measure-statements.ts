/**
 * Measures acts, qualifiers and conditions on the labels of training/labels;
 * `measure-conditions.ts` looks closer at conditions.
 *
 *   npx tsx scripts/measure-statements.ts DATA_DIR [--split train,dev,final …] [--misses] [--acts]
 *
 * Twice: with the labelled cue and content given (the reading of the act
 * alone), and through the whole reader, where a label counts as found when a
 * statement's content shares at least half of the union. The default is dev;
 * the test part is measured once, at the end (see training/labels/README.md).
 */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ACT_CLASSES, type Act } from "../src/lexicon/acts.ts";
import { actOf } from "../src/reading/act-of.ts";
import { conditionsOfPassage } from "../src/reading/conditions.ts";
import { qualifiersOf } from "../src/reading/qualifiers.ts";
import type { Condition, Reading } from "../src/reading/reading.ts";
import { hullOf, type Passage, placeOf, type Span } from "../src/text/span.ts";
import { labelTexts, readingOfText } from "../training/labels/texts.ts";
import { emptyTally, f1Of, type LabelledCondition, tallied } from "./condition-score.ts";

interface Label {
  id: string;
  text: string;
  source: string;
  part: "random" | "missed" | "conditional";
  split: string;
  attribution: { source: Span[]; cue: Span[] };
  content: Span[];
  act: Act | null;
  polarity: string;
  certainty: string;
  orientation: string;
  conditions?: LabelledCondition[];
}

interface Answer {
  act: Act | null;
  polarity: string;
  certainty: string;
  orientation: string;
  conditions: readonly Pick<Condition, "kind" | "condition" | "consequence">[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    split: { type: "string", default: "dev" },
    misses: { type: "boolean", default: false },
    acts: { type: "boolean", default: false },
  },
});
const [data] = positionals;
if (!data) throw new TypeError("usage: measure-statements.ts DATA_DIR [--split NAME] [--misses]");

const file = new URL("../training/labels/statements.jsonl", import.meta.url);
const all: Label[] = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const splits = values.split.split(",");
const labels = all.filter(({ split }) => splits.includes(split));
const statements = labels.filter(({ act }) => act !== null);
const texts = await labelTexts(data);
const readings = new Map<string, Reading>();
for (const { text: id } of labels) {
  const text = texts.get(id);
  if (!text) throw new RangeError(`Cannot measure "${id}": its text is not in the data`);
  if (!readings.has(id)) readings.set(id, await readingOfText(text));
}

const textOf = ({ text }: Label) => texts.get(text)?.text ?? "";
const places = (text: string, spans: readonly Span[]): Passage => spans.map((span) => placeOf(text, span));

function alone(label: Label): Answer {
  const text = textOf(label);
  const content = places(text, label.content);
  const conditions = conditionsOfPassage(text, content);
  const { act } = actOf(text, label.attribution.cue, content, conditions, label.attribution.source);
  const { polarity, certainty, orientation } = qualifiersOf(text, content, act, label.attribution.cue);
  return {
    act,
    polarity: polarity.value,
    certainty: certainty.value,
    orientation: orientation.value,
    conditions,
  };
}

const NONE: Answer = { act: null, polarity: "", certainty: "", orientation: "", conditions: [] };

function whole(label: Label): Answer {
  const own = hullOf(label.content);
  let best: Answer = NONE;
  let bestShare = 0.5;
  for (const statement of readings.get(label.text)?.statements ?? []) {
    const hull = hullOf(statement.content);
    const share = own && hull ? shareOf(own, hull) : 0;
    if (share < bestShare) continue;
    bestShare = share;
    const { act, polarity, certainty, orientation, conditions } = statement;
    best = {
      act,
      polarity: polarity.value,
      certainty: certainty.value,
      orientation: orientation.value,
      conditions,
    };
  }
  return best;
}

function shareOf(a: Span, b: Span): number {
  const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return both / (a.end - a.start + (b.end - b.start) - both);
}

function macroF1(pairs: readonly (readonly [string, string])[]): number {
  const classes = [...new Set(pairs.map(([gold]) => gold))];
  const f1s = classes.map((name) => {
    const right = pairs.filter(([gold, got]) => gold === name && got === name).length;
    const wanted = pairs.filter(([gold]) => gold === name).length;
    const given = pairs.filter(([, got]) => got === name).length;
    return (2 * right) / Math.max(1, wanted + given);
  });
  return f1s.reduce((sum, f1) => sum + f1, 0) / Math.max(1, f1s.length);
}

/** Acts of the gold, worst first: F1, how many, and what they were taken for. */
function actTable(pairs: readonly (readonly [string, string])[]): string {
  const names = [...new Set(pairs.map(([gold]) => gold))];
  const rows = names.map((name) => {
    const own = pairs.filter(([gold]) => gold === name);
    const right = own.filter(([, got]) => got === name).length;
    const given = pairs.filter(([, got]) => got === name).length;
    const f1 = (2 * right) / Math.max(1, own.length + given);
    const wrong = own.filter(([, got]) => got !== name).map(([, got]) => got);
    return { f1, line: `    ${name.padEnd(14)} F1 ${f1.toFixed(2)}  of ${own.length}  ${wrong.join(" ")}` };
  });
  return rows
    .sort((a, b) => a.f1 - b.f1)
    .map(({ line }) => line)
    .join("\n");
}

const percent = (right: number, of: number) => `${((100 * right) / Math.max(1, of)).toFixed(1)} %`;
const classOf = (act: Act | null) => (act === null ? "none" : ACT_CLASSES[act]);

function conditionScore(labelled: readonly Label[], answerOf: (label: Label) => Answer): string {
  const sum = labelled.reduce(
    (all, label) => tallied(all, textOf(label), label.conditions ?? [], answerOf(label).conditions, "both"),
    emptyTally(),
  );
  return `P ${percent(sum.right, sum.given)} R ${percent(sum.right, sum.wanted)} F1 ${f1Of(sum).toFixed(3)} (${sum.wanted} in the gold)`;
}

function report(name: string, part: readonly Label[], answerOf: (label: Label) => Answer): void {
  const pairs = part.map((label) => [label, answerOf(label)] as const);
  const acts = pairs.map(([label, got]) => [label.act ?? "none", got.act ?? "none"] as const);
  const classes = pairs.map(([label, got]) => [classOf(label.act), classOf(got.act)] as const);
  const same = (list: readonly (readonly [string, string])[]) =>
    percent(list.filter(([gold, got]) => gold === got).length, list.length);
  const majority = (list: readonly (readonly [string, string])[]) => {
    const counts = new Map<string, number>();
    for (const [gold] of list) counts.set(gold, (counts.get(gold) ?? 0) + 1);
    const [most = "", count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    const all = list.map(([gold]) => [gold, most] as const);
    return `${most}: ${percent(count, list.length)}, macro F1 ${macroF1(all).toFixed(3)}`;
  };
  console.log(`\n${name}: ${part.length} statements`);
  console.log(
    `  found              ${percent(pairs.filter(([, got]) => got.act !== null).length, part.length)}`,
  );
  console.log(
    `  act                accuracy ${same(acts)}, macro F1 ${macroF1(acts).toFixed(3)} (majority ${majority(acts)})`,
  );
  console.log(
    `  class              accuracy ${same(classes)}, macro F1 ${macroF1(classes).toFixed(3)} (majority ${majority(classes)})`,
  );
  for (const key of ["polarity", "certainty", "orientation"] as const) {
    const list = pairs.map(([label, got]) => [label[key], got[key]] as const);
    console.log(
      `  ${key.padEnd(18)} accuracy ${same(list)}, macro F1 ${macroF1(list).toFixed(3)} (majority ${majority(list)})`,
    );
  }
  console.log(`  conditions         ${conditionScore(part, answerOf)}`);
  if (values.acts) console.log(actTable(acts));
}

if (values.misses) {
  for (const label of statements) {
    const text = textOf(label);
    const got = alone(label);
    const words = label.content.map(({ start, end }) => text.slice(start, end)).join(" … ");
    for (const key of ["polarity", "certainty", "orientation"] as const)
      if (got[key] !== label[key])
        console.log(
          `  ${label.id} ${key}: ${label[key]} got ${got[key]} (${label.act}) ${words.slice(0, 200)}`,
        );
    const read = whole(label);
    if (read.act !== label.act && got.act === label.act)
      console.log(
        `  ${label.id} reader: ${label.act} got ${read.act ?? "no statement"} ${words.slice(0, 160)}`,
      );
    if (got.act === label.act) continue;
    const cue = label.attribution.cue.map(({ start, end }) => text.slice(start, end)).join(" … ");
    console.log(`  ${label.id} ${label.act} got ${got.act} {${cue}} ${words.slice(0, 220)}`);
  }
}
const random = statements.filter(({ part }) => part !== "conditional");
report("given cue and content, all", statements, alone);
report("given cue and content, without the oversampled conditions", random, alone);
report("through the reader, all", statements, whole);
