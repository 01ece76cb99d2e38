/**
 * Measures the root types of PLOVER events on sentences with gold.
 *
 *   npx tsx scripts/measure-plover.ts plover-gsr.dev.jsonl [--misses]
 *
 * Source and target are given; the gold's event spans are not looked at.
 */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { eventIn } from "../src/reading/plover/events.ts";

interface Gold {
  id: string;
  text: string;
  source: [number, number] | null;
  target: [number, number] | null;
  root: string;
  mode?: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: "boolean", default: false } },
});
const [file] = positionals;
if (!file) throw new TypeError("usage: measure-plover.ts FILE [--misses]");
const gold: Gold[] = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const spanOf = (pair: [number, number] | null) => (pair ? { start: pair[0], end: pair[1] } : null);
const counts = new Map<string, number>();
let right = 0;
let silent = 0;
for (const { id, text, source, target, root } of gold) {
  counts.set(root, (counts.get(root) ?? 0) + 1);
  const found = eventIn(text, { start: 0, end: text.length }, spanOf(source), spanOf(target));
  if (!found) silent++;
  if (found?.root === root) right++;
  else if (values.misses)
    console.log(`${id} got ${found?.root ?? "none"} by "${found?.by.form ?? ""}": ${text}`);
}
const [most = "", count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
const percent = (of: number) => `${((100 * of) / gold.length).toFixed(1)} %`;
console.log(`${gold.length} sentences`);
console.log(`root right        ${right} (${percent(right)}); no event found in ${silent}`);
console.log(`majority baseline ${count} (${percent(count)}, always ${most})`);
