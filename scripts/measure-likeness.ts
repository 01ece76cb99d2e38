/**
 * Measures how well likeness tells contents of the same point from others.
 *
 *   npx tsx scripts/measure-likeness.ts FOLDER [FOLDER ...] [--kind KIND] [--fit] [--hidden] [--worst N]
 *
 * A folder holds a contact in each of its own, with a `points.json`: quotes of
 * two accounts that stand in one point are the same, those of two points are
 * not. Pairs within one account are left out, of two kinds of point, and copies.
 * What has weights is fitted on all contacts but one and measured on that one;
 * with --fit it prints the weights fitted on all, for `src/accounts/likeness.ts`.
 * --kind takes points of one kind alone; facts are aligned by their field, so
 * what counts is "statement". --hidden measures the attribution model's states, too, and --worst shows the
 * pairs that are farthest from what they should be.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { cosineOf, type Gist, gistsFrom, likenessOf, overlapOf } from "../src/accounts/likeness.ts";
import { contentWordsIn } from "../src/accounts/words.ts";
import { openEncoder } from "../src/model/encoder.ts";
import { windowInputOf } from "../src/model/features.ts";
import { ownFolder } from "../src/model/files.ts";
import { loadLikeness } from "../src/model/likeness.ts";
import { loadWeights } from "../src/model/weights.ts";
import { Tokenizer } from "../src/model/wordpiece.ts";

interface Quote {
  point: number;
  /** Fact, statement or track; empty where the file does not say. */
  kind: string;
  account: string;
  text: string;
}

interface Pair {
  /** Index of the contact. */
  contact: number;
  a: Quote;
  b: Quote;
  isSame: boolean;
}

type Feature = (a: Gist, b: Gist) => number;

interface PointsFile {
  accounts?: { copies?: string[][] };
  points: { kind?: string; cells: { account: string; quote?: string }[] }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fit: { type: "boolean", default: false },
    hidden: { type: "boolean", default: false },
    kind: { type: "string" },
    worst: { type: "string", default: "0" },
  },
});
if (positionals.length === 0) throw new TypeError("usage: measure-likeness.ts FOLDER [FOLDER ...]");

const contacts = positionals.flatMap((folder) =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name, "points.json"))
    .filter(isThere)
    .map((path) => quotesFrom(JSON.parse(readFileSync(path, "utf8")))),
);
const pairs = contacts.flatMap((quotes, contact) =>
  quotes.flatMap((a, i) =>
    quotes
      .slice(i + 1)
      .filter((b) => b.account !== a.account && b.kind === a.kind)
      .map((b): Pair => ({ contact, a, b, isSame: a.point === b.point })),
  ),
);

const likeness = await loadLikeness();
const quotes = contacts.flat();
const vectors = new Map(zip(quotes, await likeness.vectorsFor(quotes.map(({ text }) => text))));
await likeness.close();
const gists = gistsByQuote((quote) => vectors.get(quote) ?? null);
const bare = gistsByQuote(() => null);
const WITH_MODEL: Feature[] = [overlapOf, cosineOf];
const BY_RULES: Feature[] = [overlapOf];

const same = pairs.filter(({ isSame }) => isSame).length;
console.log(
  `${contacts.length} contacts, ${quotes.length} quotes, ${pairs.length} pairs, ${same} of the same point\n`,
);
console.log(`${"".padEnd(44)}ROC AUC  best F1  recall at precision 0.95`);
print("overlap of words", scoresBy(gists, overlapOf));
print("cosine of vectors, as they come", pairs.map(plainCosineOf));
print("cosine of vectors, less what is common", scoresBy(gists, cosineOf));
if (values.hidden) await printHidden();
print("words, fitted on the other contacts", leftOut(bare, BY_RULES));
print("words and vectors, on the other contacts", leftOut(gists, WITH_MODEL));
print("words, as in likeness.ts", scoresBy(bare, likenessOf));
print("words and vectors, as in likeness.ts", scoresBy(gists, likenessOf));
printAt(0.5);

if (values.fit) {
  printWeights("WITH_MODEL", fitted(pairs, gists, WITH_MODEL));
  printWeights("BY_RULES", fitted(pairs, bare, BY_RULES));
}
printWorst(Number(values.worst));

function isThere(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

function quotesFrom({ accounts, points }: PointsFile): Quote[] {
  const copies = new Set((accounts?.copies ?? []).flatMap((group) => group.slice(1)));
  return points.flatMap(({ kind = "", cells }, point) =>
    cells.flatMap(({ account, quote }) =>
      quote && !copies.has(account) && kind === (values.kind ?? kind)
        ? [{ point, kind, account, text: quote }]
        : [],
    ),
  );
}

function zip<A, B>(as: readonly A[], bs: readonly B[]): [A, B][] {
  return as.flatMap((a, i): [A, B][] => {
    const b = bs[i];
    return b === undefined ? [] : [[a, b]];
  });
}

/** Rarity is counted within a contact, as the comparison does. */
function gistsByQuote(vectorOf: (quote: Quote) => Float32Array | null): Map<Quote, Gist> {
  return new Map(
    contacts.flatMap((quotes) =>
      zip(
        quotes,
        gistsFrom(
          quotes.map((quote) => ({
            words: contentWordsIn(quote.text, { start: 0, end: quote.text.length }),
            vector: vectorOf(quote),
          })),
        ),
      ),
    ),
  );
}

function featureOf({ a, b }: Pair, all: Map<Quote, Gist>, feature: Feature): number {
  const [one, other] = [all.get(a), all.get(b)];
  if (!one || !other) throw new TypeError("a quote has no gist");
  return feature(one, other);
}

function scoresBy(all: Map<Quote, Gist>, feature: Feature): number[] {
  return pairs.map((pair) => featureOf(pair, all, feature));
}

function plainCosineOf({ a, b }: Pair): number {
  return dot(vectors.get(a) ?? [], vectors.get(b) ?? []);
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Scores of each pair by weights that never saw its contact. */
function leftOut(all: Map<Quote, Gist>, features: Feature[]): number[] {
  const weights = contacts.map((_, contact) =>
    fitted(
      pairs.filter((pair) => pair.contact !== contact),
      all,
      features,
    ),
  );
  return pairs.map((pair) =>
    scoreOf(
      features.map((feature) => featureOf(pair, all, feature)),
      weights[pair.contact] ?? [],
    ),
  );
}

/** Bias first. */
function scoreOf(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, feature, i) => sum + feature * (weights[i + 1] ?? 0), weights[0] ?? 0);
}

/** Logistic regression by gradient descent with momentum, with a small penalty on large weights. */
function fitted(of: readonly Pair[], all: Map<Quote, Gist>, features: Feature[]): number[] {
  const rows = of.map((pair) => ({
    x: features.map((feature) => featureOf(pair, all, feature)),
    y: pair.isSame ? 1 : 0,
  }));
  const weights: number[] = new Array(features.length + 1).fill(0);
  const speed: number[] = weights.map(() => 0);
  for (let step = 0; step < 4000; step++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : 1e-4 * weight));
    for (const { x, y } of rows) {
      const error = (1 / (1 + Math.exp(-scoreOf(x, weights))) - y) / rows.length;
      for (const i of weights.keys()) slope[i] = (slope[i] ?? 0) + error * (i === 0 ? 1 : (x[i - 1] ?? 0));
    }
    for (const i of weights.keys()) {
      speed[i] = 0.95 * (speed[i] ?? 0) - 1.5 * (slope[i] ?? 0);
      weights[i] = (weights[i] ?? 0) + (speed[i] ?? 0);
    }
  }
  return weights;
}

function print(name: string, scores: readonly number[]): void {
  const { auc, f1, recall } = qualityOf(scores);
  console.log(`${name.padEnd(44)}${auc.toFixed(3)}    ${f1.toFixed(3)}    ${recall.toFixed(3)}`);
}

function qualityOf(scores: readonly number[]): { auc: number; f1: number; recall: number } {
  const order = pairs.map((_, i) => i).sort((i, j) => (scores[j] ?? 0) - (scores[i] ?? 0));
  let [found, others, below, f1, recall] = [0, 0, 0, 0, 0];
  for (let at = 0; at < order.length; ) {
    const score = scores[order[at] ?? 0];
    let [positive, negative] = [0, 0];
    for (; at < order.length && scores[order[at] ?? 0] === score; at++)
      if (pairs[order[at] ?? 0]?.isSame) positive++;
      else negative++;
    // Ties count half.
    below += negative * (found + positive / 2);
    found += positive;
    others += negative;
    const precision = found / (found + others);
    f1 = Math.max(f1, (2 * found) / (found + others + same));
    if (precision >= 0.95) recall = found / same;
  }
  return { auc: below / (same * others), f1, recall };
}

/** The mean of the attribution model's last states over a quote's pieces. */
async function printHidden(): Promise<void> {
  const { encoder, vocabulary, endMarks } = await loadWeights(ownFolder("attribution"));
  const session = await openEncoder({ path: encoder.path, outputs: ["hidden"] }, 1);
  const tokenizer = new Tokenizer(vocabulary);
  const means = new Map<Quote, Float64Array>();
  for (const quote of quotes) {
    const words = tokenizer.wordsIn(quote.text);
    const input = windowInputOf(words, { from: 0, to: words.starts.length }, endMarks);
    const { hidden } = await session.scoresOf({ ...input, firsts: Int32Array.from(input.ids.keys()) });
    const mean = new Float64Array(hidden.length / input.ids.length);
    for (const [i, value] of hidden.entries()) mean[i % mean.length] = (mean[i % mean.length] ?? 0) + value;
    const length = Math.hypot(...mean);
    means.set(
      quote,
      mean.map((value) => value / length),
    );
  }
  await session.close();
  print(
    "attribution model's states",
    pairs.map(({ a, b }) => dot(means.get(a) ?? [], means.get(b) ?? [])),
  );
}

/** Precision and recall where likeness says that two contents are more likely the same than not. */
function printAt(chance: number): void {
  for (const [name, all] of [
    ["words", bare],
    ["words and vectors", gists],
  ] as const) {
    const said = pairs.filter((pair) => featureOf(pair, all, likenessOf) >= chance);
    const right = said.filter(({ isSame }) => isSame).length;
    const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
    console.log(
      `at ${chance}, ${name}: precision ${percent(right / said.length)}, recall ${percent(right / same)}`,
    );
  }
}

function printWeights(name: string, [bias = 0, overlap = 0, cosine = 0]: readonly number[]): void {
  console.log(
    `${name} = { bias: ${bias.toFixed(2)}, overlap: ${overlap.toFixed(2)}, cosine: ${cosine.toFixed(2)} }`,
  );
}

function printWorst(count: number): void {
  const off = pairs
    .map((pair) => ({ pair, chance: featureOf(pair, gists, likenessOf) }))
    .sort(
      (one, other) =>
        Math.abs(other.chance - Number(other.pair.isSame)) - Math.abs(one.chance - Number(one.pair.isSame)),
    );
  for (const { pair, chance } of off.slice(0, count))
    console.log(
      `\n${chance.toFixed(2)} ${pair.isSame ? "same" : "not the same"}\n  ${pair.a.text}\n  ${pair.b.text}`,
    );
}
