/**
 * Fits how two tellings of one point stand to each other, from their words and the model.
 *
 *   npx tsx scripts/fit-stands.ts FOLDER…
 *
 * For planted contacts that the likeness model did not learn from. Takes every
 * two cells of a point whose stand is told, each as the telling that covers most
 * of it; prints, for contacts left out, the confusion of words alone, of the
 * model alone and of both, and the weights fitted on all, for
 * `src/accounts/stand-weights.ts`.
 */

import { shownBy, standByWords } from "../src/accounts/judge.ts";
import type { StandKind } from "../src/accounts/pair-stands.ts";
import { STAND_KINDS, type StandWeights, standChances, standFeatures } from "../src/accounts/stands.ts";
import { contactFolders, openReader } from "./verdicts/contact-folder.ts";
import { fitted } from "./verdicts/logistic.ts";
import { pairsWithStands } from "./verdicts/stand-pairs.ts";

interface Sample {
  x: number[];
  kind: StandKind;
  byWords: StandKind;
}

const folders = process.argv.slice(2).flatMap(contactFolders);
if (folders.length === 0) throw new TypeError("usage: fit-stands.ts FOLDER…");

const reader = await openReader({ rules: false });
const sets: Sample[][] = [];
for (const folder of folders) {
  const planted = await reader.lay(folder);
  const { actors, pairing } = planted.laid;
  const pairs = pairsWithStands(planted);
  const read = await reader.standsFor(
    pairs.map(({ a, b }) => [pairing.texts[a] ?? "", pairing.texts[b] ?? ""] as const),
  );
  sets.push(
    pairs.flatMap(({ a, b, kind }, i): Sample[] => {
      const [one, other, stands] = [pairing.tellings[a], pairing.tellings[b], read[i]];
      if (!one || !other || !stands || stands.length === 0) return [];
      const shown = shownBy(one, other, actors);
      const byWords = standByWords(shown).kind;
      return [{ x: standFeatures(shown, byWords, stands), kind, byWords }];
    }),
  );
}
await reader.close();

report(
  "words alone",
  sets.flat().map(({ kind, byWords }) => [kind, byWords]),
);
report(
  "model alone",
  sets.flat().map(({ kind, x }) => [kind, STAND_KINDS[likeliest(x.slice(0, STAND_KINDS.length))] ?? kind]),
);
const leftOut = sets.flatMap((set) => {
  const weights = weightsFrom(sets.filter((other) => other !== set).flat());
  return set.map(({ x, kind }) => ({ kind, chances: standChances(x, weights) }));
});
report(
  "both, on the contact left out",
  leftOut.map(({ kind, chances }) => [
    kind,
    STAND_KINDS[likeliest(STAND_KINDS.map((one) => chances[one]))] ?? kind,
  ]),
);
for (const least of [0.3, 0.4, 0.5, 0.6, 0.7]) {
  const said = leftOut.filter(({ chances }) => chances.contradicted >= least);
  const right = said.filter(({ kind }) => kind === "contradicted").length;
  console.log(`contradicted from ${least} on: ${said.length} said, ${right} right`);
}
const all = sets.flat();
console.log("STAND_SHARES");
for (const kind of STAND_KINDS)
  console.log(
    `  ${JSON.stringify(kind)}: ${(all.filter((one) => one.kind === kind).length / all.length).toFixed(2)},`,
  );
console.log("STAND_WEIGHTS");
const weights = weightsFrom(all);
for (const kind of STAND_KINDS)
  console.log(`  ${JSON.stringify(kind)}: [${weights[kind].map((weight) => weight.toFixed(2)).join(", ")}],`);

function weightsFrom(samples: readonly Sample[]): StandWeights {
  return Object.fromEntries(
    STAND_KINDS.map((kind) => [
      kind,
      fitted(
        samples.map((sample) => ({ x: sample.x, y: sample.kind === kind ? 1 : 0 })),
        { penalty: 2 },
      ),
    ]),
  ) as unknown as StandWeights;
}

function likeliest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

function report(name: string, pairs: readonly (readonly [StandKind, StandKind])[]): void {
  const count = (test: (pair: readonly [StandKind, StandKind]) => boolean) => pairs.filter(test).length;
  const f1s = STAND_KINDS.map((kind) => {
    const hit = count(([gold, said]) => gold === kind && said === kind);
    const all = count(([gold]) => gold === kind) + count(([, said]) => said === kind);
    return all === 0 ? 0 : (2 * hit) / all;
  });
  const right = count(([gold, said]) => gold === said);
  console.log(
    `${name}: ${pairs.length} pairs, ${((100 * right) / pairs.length).toFixed(1)} % right, macro F1 ${(f1s.reduce((sum, one) => sum + one, 0) / f1s.length).toFixed(3)} (${STAND_KINDS.map((kind, i) => `${kind} ${f1s[i]?.toFixed(2)}`).join(", ")})`,
  );
  for (const gold of STAND_KINDS)
    console.log(
      `   ${gold.padEnd(20)}${STAND_KINDS.map((said) => String(count((pair) => pair[0] === gold && pair[1] === said)).padStart(6)).join("")}`,
    );
}
