/**
 * docs/rules.md as a table: a section for each family of rules, a row for each
 * rule, with an example that is read to see whether it shows the rule.
 *
 * An example is a text in one line: `⏎` begins a new line and `⏎⏎` a paragraph,
 * `**…**` are the words of the finding, `*…*` its source. Where it needs more than a news text of
 * 31 December 2021, it says so first: "(readout, side FRA) …".
 */

import { readFileSync } from "node:fs";
import { type ReadOptions, readWhole } from "../src/reader.ts";
import { explainerOf } from "../src/reading/explain.ts";
import type { Explanation } from "../src/reading/explained/reasons.ts";

export interface RuleRow {
  family: string;
  name: string;
  says: string;
  example: string;
  misses: string;
}

/** Rows of docs/rules.md, in order. */
export function ruleRowsIn(path: string): RuleRow[] {
  return readFileSync(path, "utf8")
    .split(/^## /m)
    .flatMap((section) => {
      const family = /^[^\n]*: `([a-z]+)`\n/.exec(section)?.[1];
      return family === undefined ? [] : rowsOf(family, section);
    });
}

function rowsOf(family: string, section: string): RuleRow[] {
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => {
      const [, name = "", says = "", example = "", misses = ""] = line.split(/ *(?<!\\)\| */);
      return { family, name: name.replaceAll("`", ""), says, example, misses };
    });
}

/** The text of an example, what is known of it, and the words of its finding; `null` words: any. */
export interface ExampleText {
  text: string;
  options: ReadOptions;
  words: string | null;
}

export function parseExample(example: string): ExampleText {
  const [, settings = "", marked = ""] = /^(?:\(([^)]*)\) )?(.*)$/s.exec(example) ?? [];
  const lines = marked.replace(/ *⏎ */g, "\n");
  const words = /\*\*([^*]+)\*\*/.exec(lines)?.[1] ?? null;
  const options: ReadOptions = { date: "2021-12-31", format: "text", rules: true };
  for (const setting of settings.split(", ").filter((one) => one !== "")) {
    const [key = "", ...rest] = setting.split(" ");
    const value = rest.join(" ");
    if (key === "news" || key === "readout" || key === "transcript" || key === "memorandum")
      options.kind = key;
    else if (key === "text" || key === "markdown" || key === "html") options.format = key;
    else if (key === "side") options.side = value;
    else if (key === "by") options.publisher = value;
    else if (setting === "undated") delete options.date;
    else if (setting === "with the model") options.rules = false;
    else throw new Error(`an example has the unknown setting "${setting}"`);
  }
  return { text: lines.replace(/[*`]/g, ""), options, words };
}

/** Every explanation of what the reader finds in the example. */
export async function explanationsOf({ text, options }: ExampleText): Promise<Explanation[]> {
  const { reading } = await readWhole(text, options);
  const explainer = explainerOf(reading);
  const ids = explainer.ids.flatMap((sort) => sort.ids);
  return ids.flatMap((id) => explainer.explain(id) ?? []);
}

/** Whether an explanation names the rule, on these words. */
export function showsRule(
  { reasons }: Explanation,
  { family, name }: RuleRow,
  words: string | null,
): boolean {
  return reasons.some(({ rule, words: own }) => {
    if (rule?.family !== family || rule.name !== name) return false;
    const cited = own.length > 0 ? own : reasons.flatMap((reason) => reason.words);
    return words === null || cited.some((place) => place.words === words);
  });
}
