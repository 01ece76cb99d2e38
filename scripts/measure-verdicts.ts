/**
 * Measures the comparison against planted points.
 *
 *   npx tsx scripts/measure-verdicts.ts FOLDER… [--rules] [--verbose] [--dump] [--leave-one-out]
 *
 * A gold point is matched with the system's point whose cells overlap most of
 * its quotes in the right accounts; of two that overlap alike, the one with
 * fewer other cells. Prints the confusion matrix (rows gold, columns system;
 * "missing" where no cell overlaps), precision, recall and F1 for each verdict,
 * their macro mean, how many of a point's cells stand in the matched row, and
 * the precision of "contradicted" over all that the system says: one that no
 * gold contradiction overlaps is wrong. --verbose lists each miss, --dump each
 * point of the system. --leave-one-out aligns each contact by weights fitted on
 * the others.
 */

import { parseArgs } from "node:util";
import type { Point, VerdictKind } from "../src/accounts/accounts.ts";
import { contactFolders, type Laid, openReader } from "./verdicts/contact-folder.ts";
import { fitted } from "./verdicts/logistic.ts";
import { matchOf, type Placed, placed, shared } from "./verdicts/matching.ts";
import { labelledPairs } from "./verdicts/telling-pairs.ts";

const KINDS: readonly VerdictKind[] = [
  "confirmed",
  "one-account-only",
  "scope-differs",
  "wording-differs",
  "attribution-differs",
  "contradicted",
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rules: { type: "boolean", default: false },
    verbose: { type: "boolean" },
    dump: { type: "boolean" },
    "leave-one-out": { type: "boolean", default: false },
  },
});
if (positionals.length === 0)
  throw new TypeError("usage: measure-verdicts.ts FOLDER… [--rules] [--verbose] [--dump]");

const reader = await openReader({ rules: values.rules });
const matrix = new Map<string, Map<string, number>>();
let [goldCells, foundCells, aligned, alignable] = [0, 0, 0, 0];
let [said, right] = [0, 0];
let unshown = 0;
const all: Laid[] = [];
for (const folder of positionals.flatMap(contactFolders)) all.push(await reader.lay(folder));
const contacts = values["leave-one-out"] ? await leftOut(all) : all;
for (const laid of contacts) {
  const { folder } = laid;
  const contradictions: Placed[][] = [];
  const rows: string[] = [];
  for (const gold of laid.gold.points) {
    const cells = placed(laid, gold);
    if (gold.verdict === "contradicted") contradictions.push(cells);
    const { point, found } = matchOf(laid.comparison.points, gold, cells);
    const verdict = point?.verdict.kind ?? "missing";
    const row = matrix.get(gold.verdict) ?? new Map<string, number>();
    row.set(verdict, (row.get(verdict) ?? 0) + 1);
    matrix.set(gold.verdict, row);
    goldCells += cells.length;
    foundCells += found;
    if (cells.length > 1) {
      alignable += cells.length - 1;
      aligned += Math.max(0, found - 1);
    }
    if (verdict !== gold.verdict)
      rows.push(
        `  ${gold.id} ${gold.kind} ${gold.verdict} → ${verdict} (${found}/${cells.length} cells)${gold.hard ? ` [${gold.hard}]` : ""} ${gold.gist}\n` +
          gold.cells.map((cell) => `      gold ${cell.account}: ${cell.quote}`).join("\n") +
          (point ? `\n${shown(laid, point)}` : ""),
      );
  }
  for (const point of laid.comparison.points) {
    if (point.cells.length === 0 || point.cells.some(({ words }) => words.length === 0)) unshown++;
    if (point.verdict.kind !== "contradicted") continue;
    said++;
    const [i, j] = point.verdict.between ?? [0, 0];
    const shows = [point.cells[i], point.cells[j]];
    const isPlanted = contradictions.some((cells) =>
      shows.every(
        (one) =>
          one && cells.some((cell) => cell.account === one.account && shared(one.words, cell.span) > 0),
      ),
    );
    if (isPlanted) right++;
    else rows.push(`  contradicted, not in the list: ${point.verdict.reason}\n${shown(laid, point)}`);
  }
  if (values.verbose) console.log(`${folder}\n${rows.join("\n")}\n`);
  if (values.dump)
    console.log(
      laid.comparison.points
        .map((point) => `${point.kind} ${point.field ?? ""}\n${shown(laid, point)}`)
        .join("\n"),
    );
}
await reader.close();

async function leftOut(all: readonly Laid[]): Promise<Laid[]> {
  const rows = new Map(all.map((laid) => [laid, labelledPairs(laid, !values.rules)]));
  return Promise.all(
    all.map(async (laid) => {
      const weights = fitted(all.flatMap((other) => (other === laid ? [] : (rows.get(other) ?? []))));
      return { ...laid, comparison: await laid.comparedBy(weights) };
    }),
  );
}

function shown(laid: Laid, point: Point): string {
  const names = new Map([...laid.ids].map(([name, id]) => [id, name]));
  const cells = point.cells.map(
    (cell) =>
      `      ours ${names.get(cell.account)} ${cell.finding} ${cell.speaker ?? "-"} ${cell.act ?? "-"}: ${cell.words
        .map(({ words }) => words)
        .join(" … ")
        .replace(/\s+/g, " ")}`,
  );
  return [
    `      = ${point.verdict.kind} ${point.verdict.confidence}: ${point.verdict.reason}`,
    ...cells,
  ].join("\n");
}

const columns = [...KINDS, "missing"];
const short = (kind: string) =>
  kind.replace("-differs", "").replace("-account-only", "").slice(0, 11).padStart(12);
console.log(`${"".padStart(20)}${columns.map(short).join("")}`);
const f1s: number[] = [];
const lines = KINDS.map((kind) => {
  const row = matrix.get(kind) ?? new Map<string, number>();
  const total = [...row.values()].reduce((sum, count) => sum + count, 0);
  const hit = row.get(kind) ?? 0;
  const given = KINDS.reduce((sum, other) => sum + (matrix.get(other)?.get(kind) ?? 0), 0);
  const f1 = total + given === 0 ? 0 : (2 * hit) / (total + given);
  if (total > 0) f1s.push(f1);
  console.log(
    `${kind.padEnd(20)}${columns.map((column) => String(row.get(column) ?? 0).padStart(12)).join("")}`,
  );
  return `${kind.padEnd(20)} precision ${(given === 0 ? 0 : hit / given).toFixed(2)}  recall ${(total === 0 ? 0 : hit / total).toFixed(2)}  F1 ${f1.toFixed(2)}  (${total})`;
});
console.log(`\n${lines.join("\n")}`);
console.log(`\nmacro F1 ${(f1s.reduce((sum, one) => sum + one, 0) / f1s.length).toFixed(3)}`);
console.log(`cells found ${foundCells} of ${goldCells}; cells aligned ${aligned} of ${alignable}`);
console.log(
  `contradicted over all output: ${said} said, ${right} planted, precision ${said === 0 ? "-" : (right / said).toFixed(2)}`,
);
console.log(`cells without words: ${unshown}`);
