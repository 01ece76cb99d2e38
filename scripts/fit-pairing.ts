/**
 * Fits the weights by which two tellings are one point.
 *
 *   npx tsx scripts/fit-pairing.ts FOLDER…
 *
 * For planted contacts (`cases/contacts`). Prints how well each feature alone
 * tells pairs of one point from others, how well all do on a contact that they
 * were not fitted on, and the weights fitted on all, for
 * `src/accounts/pair-weights.ts`.
 */

import { PAIR_FEATURES } from "../src/accounts/pairing.ts";
import { contactFolders, openReader } from "./verdicts/contact-folder.ts";
import { fitted, qualityOf, type Row, scoreOf } from "./verdicts/logistic.ts";
import { labelledPairs } from "./verdicts/telling-pairs.ts";

const folders = process.argv.slice(2).flatMap(contactFolders);
if (folders.length === 0) throw new TypeError("usage: fit-pairing.ts FOLDER…");

const reader = await openReader({ rules: false });
const sets: { withModel: Row[]; byRules: Row[] }[] = [];
for (const folder of folders) {
  const laid = await reader.lay(folder);
  sets.push({ withModel: labelledPairs(laid, true), byRules: labelledPairs(laid, false) });
}
await reader.close();

for (const kind of ["withModel", "byRules"] as const) {
  const rows = sets.flatMap((set) => set[kind]);
  const same = rows.filter(({ y }) => y === 1).length;
  console.log(`\n${kind}: ${rows.length} pairs of ${folders.length} contacts, ${same} of one point`);
  for (const [i, name] of PAIR_FEATURES.entries())
    report(
      name,
      rows.map(({ x, y }) => ({ score: x[i] ?? 0, y })),
    );
  const leftOut = sets.flatMap((set) => {
    const weights = fitted(sets.filter((other) => other !== set).flatMap((other) => other[kind]));
    return set[kind].map(({ x, y }) => ({ score: scoreOf(x, weights), y }));
  });
  report("all, on the contact left out", leftOut);
  console.log(
    `${kind}: [${fitted(rows)
      .map((weight) => weight.toFixed(2))
      .join(", ")}],`,
  );
}

function report(name: string, scored: readonly { score: number; y: number }[]): void {
  const { auc, f1 } = qualityOf(scored);
  console.log(`${name.padEnd(30)} ROC AUC ${auc.toFixed(3)}  best F1 ${f1.toFixed(3)}`);
}
