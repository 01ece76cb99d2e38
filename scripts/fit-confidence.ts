/**
 * Fits how probable it is that a verdict is right.
 *
 *   npx tsx scripts/fit-confidence.ts FOLDER…
 *
 * For planted contacts. Takes each gold point's row with its verdict and the
 * confidence that it has now, and fits a logistic regression over both. Prints, for contacts that were not
 * fitted on, what was said against what was right in bins, the mean squared
 * error (Brier), and the table for `src/accounts/confidence.ts`: the one in force,
 * scaled anew.
 */

import { CONFIDENCE_KINDS, logitOf, SCALING } from "../src/accounts/confidence.ts";
import { contactFolders, openReader } from "./verdicts/contact-folder.ts";
import { fitted, type Row, scoreOf } from "./verdicts/logistic.ts";
import { matchOf, placed } from "./verdicts/matching.ts";
import { labelledPairs } from "./verdicts/telling-pairs.ts";

const folders = process.argv.slice(2).flatMap(contactFolders);
if (folders.length === 0) throw new TypeError("usage: fit-confidence.ts FOLDER…");

const reader = await openReader({ rules: false });
const all = [];
for (const folder of folders) all.push(await reader.lay(folder));
const pairs = new Map(all.map((laid) => [laid, labelledPairs(laid, true)]));

const sets: Row[][] = [];
for (const laid of all) {
  const weights = fitted(all.flatMap((other) => (other === laid ? [] : (pairs.get(other) ?? []))));
  const { points } = await laid.comparedBy(weights);
  const rows = laid.gold.points.flatMap((gold): Row[] => {
    const { point } = matchOf(points, gold, placed(laid, gold));
    if (!point) return [];
    const { kind, confidence } = point.verdict;
    const kinds = CONFIDENCE_KINDS.map((one) => (one === kind ? 1 : 0));
    return [{ x: [...kinds, logitOf(confidence)], y: kind === gold.verdict ? 1 : 0 }];
  });
  sets.push(rows);
}

await reader.close();

const said = sets.flatMap((set) => {
  const weights = fitted(
    sets.flatMap((other) => (other === set ? [] : other)),
    { penalty: 1 },
  );
  return set.map(({ x, y }) => ({ chance: 1 / (1 + Math.exp(-scoreOf(x, weights))), y }));
});
for (let low = 0; low < 1; low += 0.1) {
  const bin = said.filter(({ chance }) => chance >= low && chance < low + 0.1);
  if (bin.length === 0) continue;
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  console.log(
    `said ${mean(bin.map(({ chance }) => chance)).toFixed(2)}, right ${mean(bin.map(({ y }) => y)).toFixed(2)} (${bin.length})`,
  );
}
const brier = said.reduce((sum, { chance, y }) => sum + (chance - y) ** 2, 0) / said.length;
console.log(`${said.length} verdicts on contacts left out, Brier ${brier.toFixed(3)}`);
const [bias = 0, ...rest] = fitted(sets.flat(), { penalty: 1 });
const slope = rest[CONFIDENCE_KINDS.length] ?? 1;
for (const [i, kind] of CONFIDENCE_KINDS.entries())
  console.log(`"${kind}": ${(bias + (rest[i] ?? 0) + slope * SCALING.bias[kind]).toFixed(2)},`);
console.log(`slope: ${(slope * SCALING.slope).toFixed(2)}`);
