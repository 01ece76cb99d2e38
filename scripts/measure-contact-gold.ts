/**
 * Says for each comparison point of a contact's gold what Readout says of it.
 *
 *   npx tsx scripts/measure-contact-gold.ts GOLD.json [--account ID=FILE]… [--rules]
 *
 * The gold is in the form "readout-contact-gold/1". An account may be a text, or
 * a .jsonl whose first line has `title`, `lead`, `body`, `date`. For each of the
 * gold's points its statements are looked for among the system's rows by the
 * words of their gists; the three nearest rows are shown with their verdict and
 * reason, and after them all facts, tracks and attribution conflicts. A person
 * reads this; nothing is scored.
 */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { accountIdOf, accountOf } from "../src/accounts/account-of.ts";
import type { Point } from "../src/accounts/accounts.ts";
import { wordKeyOf } from "../src/accounts/word-keys.ts";
import { SMALL_WORDS } from "../src/lexicon/compared.ts";
import { readWhole } from "../src/reader.ts";
import { compared, openNumbers } from "./verdicts/contact-folder.ts";

interface Gold {
  statements: { id: string; speaker: string; gist: string; condition?: string; inAccounts: string[] }[];
  comparison: {
    gist: string;
    relation: string;
    statementIds: string[];
    note?: string;
    attributionConflict?: string;
  }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    account: { type: "string", multiple: true, default: [] },
    rules: { type: "boolean", default: false },
  },
});
const [goldPath] = positionals;
if (!goldPath || values.account.length === 0)
  throw new TypeError("usage: measure-contact-gold.ts GOLD.json --account ID=FILE… [--rules]");
const gold: Gold = JSON.parse(readFileSync(goldPath, "utf8"));

const names = new Map<string, string>();
const accounts = [];
for (const given of values.account) {
  const [name = "", file = ""] = given.split("=");
  const source = readFileSync(file, "utf8");
  const page = file.endsWith(".jsonl") ? JSON.parse(source.split("\n")[0] ?? "{}") : null;
  const { reading } = page
    ? await readWhole(`${page.title}\n\n${page.lead}\n\n${page.body}`, {
        name: file,
        date: page.date,
        publisher: "Kremlin",
        kind: "readout",
        side: "RUS",
        rules: values.rules,
      })
    : await readWhole(source, {
        name: file,
        rules: values.rules,
        date: /date: (\S+)/.exec(source)?.[1] ?? "2021-12-31",
      });
  const contact = (reading.contacts.find(({ main }) => main) ?? reading.contacts[0])?.id ?? null;
  const id = accountIdOf(reading, contact);
  names.set(id, name);
  accounts.push({ account: accountOf(reading, contact, id), reading });
}
const numbers = values.rules ? null : await openNumbers();
const comparison = await compared("gold", accounts, numbers);
await numbers?.close();

function keysOf(words: string): Set<string> {
  const all = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(all.filter((word) => !SMALL_WORDS.has(word)).map(wordKeyOf));
}

/** Share of the gist's words that a cell of the row has. */
function nearness(point: Point, gist: Set<string>): number {
  const best = point.cells.map(({ words }) => {
    const own = keysOf(words.map((place) => place.words).join(" "));
    const shared = [...gist].filter((key) => own.has(key)).length;
    return (2 * shared) / (gist.size + own.size);
  });
  return Math.max(0, ...best);
}

function shown(point: Point): string {
  const cells = point.cells.map(
    ({ account, speaker, words }) =>
      `      ${names.get(account)} [${speaker ?? "-"}]: ${words
        .map((place) => place.words)
        .join(" … ")
        .replace(/\s+/g, " ")}`,
  );
  return `    ${point.verdict.kind} ${point.verdict.confidence}: ${point.verdict.reason}\n${cells.join("\n")}`;
}

const LEAST = 0.25;
for (const [index, point] of gold.comparison.entries()) {
  console.log(
    `\n${index + 1}. ${point.gist}  [${point.relation}]${point.attributionConflict ? ` (${point.attributionConflict})` : ""}`,
  );
  for (const id of point.statementIds) {
    const statement = gold.statements.find((one) => one.id === id);
    if (!statement) continue;
    const here = statement.inAccounts.filter((account) => [...names.values()].includes(account));
    console.log(
      `  ${id} ${statement.speaker}: ${statement.gist}${statement.condition ? ` IF ${statement.condition}` : ""} (gold: in ${here.join(", ") || "none of these accounts"})`,
    );
    const gist = keysOf(`${statement.gist} ${statement.condition ?? ""}`);
    const near = comparison.points
      .map((row) => ({ row, score: nearness(row, gist) }))
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score)
      .slice(0, 2);
    console.log(near.length === 0 ? "    no row" : near.map(({ row }) => shown(row)).join("\n"));
  }
}
console.log("\nFacts and tracks");
for (const point of comparison.points.filter(({ kind }) => kind !== "statement"))
  console.log(`  ${point.kind} ${point.heading}\n${shown(point)}`);
console.log("\nOther mouths, and contradictions");
for (const point of comparison.points.filter(
  ({ verdict }) => verdict.kind === "attribution-differs" || verdict.kind === "contradicted",
))
  console.log(shown(point));
