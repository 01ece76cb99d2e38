/**
 * Measures the comparison against planted points.
 *
 *   npx tsx scripts/measure-verdicts.ts FOLDER… [--rules] [--verbose] [--dump]
 *
 * A gold point is matched with the system's point whose cells overlap most of
 * its quotes in the right accounts; of two that overlap alike, the one with
 * fewer other cells. Prints the confusion matrix (rows gold, columns system;
 * "missing" where no cell overlaps), precision, recall and F1 for each verdict,
 * their macro mean, how many of a point's cells stand in the matched row, and
 * the precision of "contradicted" over all that the system says: one that no
 * gold contradiction overlaps is wrong. --verbose lists each miss, --dump each
 * point of the system.
 */

import { parseArgs } from "node:util";
import type { Cell, Point, VerdictKind } from "../src/accounts/accounts.ts";
import type { Place } from "../src/text/span.ts";
import { contactFolders, type GoldPoint, type Laid, openReader } from "./verdicts/contact-folder.ts";

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
  },
});
if (positionals.length === 0)
  throw new TypeError("usage: measure-verdicts.ts FOLDER… [--rules] [--verbose] [--dump]");

interface Placed {
  account: string;
  span: { start: number; end: number };
}

function placed(laid: Laid, point: GoldPoint): Placed[] {
  return point.cells.map(({ account, quote }) => {
    const id = laid.ids.get(account) ?? "";
    const text = laid.accounts.find((one) => one.account.id === id)?.reading.document.text ?? "";
    const start = text.indexOf(quote);
    if (start < 0)
      throw new Error(`Cannot find "${quote}" in ${laid.folder}/${account}: the quote is not in the text`);
    return { account: id, span: { start, end: start + quote.length } };
  });
}

function shared(words: readonly Place[], span: Placed["span"]): number {
  return words.reduce(
    (sum, part) => sum + Math.max(0, Math.min(part.end, span.end) - Math.max(part.start, span.start)),
    0,
  );
}

/** Share of a quote that the point's cells in its account cover. */
function coverOf(point: Point, { account, span }: Placed): number {
  const covers = point.cells
    .filter((cell) => cell.account === account)
    .map(({ words }) => shared(words, span));
  return Math.max(0, ...covers) / (span.end - span.start);
}

/** A cell is found from this share of its quote on, or when nearly all of the cell stands in it. */
const FOUND = 0.25;

function isFound(point: Point, cell: Placed): boolean {
  if (coverOf(point, cell) >= FOUND) return true;
  return point.cells.some(
    (one) =>
      one.account === cell.account &&
      shared(one.words, cell.span) >= lengthOf(one) * 0.6 &&
      lengthOf(one) > 0,
  );
}

function lengthOf({ words }: Cell): number {
  return words.reduce((sum, { start, end }) => sum + end - start, 0);
}

interface Match {
  point: Point | null;
  found: number;
}

function matchOf(laid: Laid, gold: GoldPoint, cells: readonly Placed[]): Match {
  let best: Match & { score: number } = { point: null, found: 0, score: 0 };
  for (const point of laid.comparison.points) {
    const found = cells.filter((cell) => isFound(point, cell)).length;
    if (found === 0) continue;
    const cover = cells.reduce((sum, cell) => sum + Math.min(1, coverOf(point, cell)), 0);
    const others = point.cells.length - found;
    const kind = point.kind === gold.kind ? 0.05 : 0;
    const score = found + cover * 0.4 - others * 0.2 + kind;
    if (best.point === null || score > best.score) best = { point, found, score };
  }
  return best;
}

const reader = await openReader({ rules: values.rules });
const matrix = new Map<string, Map<string, number>>();
let [goldCells, foundCells, aligned, alignable] = [0, 0, 0, 0];
let [said, right] = [0, 0];
let unshown = 0;
for (const folder of positionals.flatMap(contactFolders)) {
  const laid = await reader.lay(folder);
  const contradictions: Placed[][] = [];
  const rows: string[] = [];
  for (const gold of laid.gold.points) {
    const cells = placed(laid, gold);
    if (gold.verdict === "contradicted") contradictions.push(cells);
    const { point, found } = matchOf(laid, gold, cells);
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
