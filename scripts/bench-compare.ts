/**
 * How long a comparison of many accounts takes.
 *
 *   npx tsx scripts/bench-compare.ts FOLDER [--accounts 50] [--rounds 5]
 *
 * Reads the texts of a folder of planted contacts by rules and lays as many of
 * them side by side as asked for, whatever they tell of, with a vector for each
 * telling made from its letters (what a vector holds makes no difference to the
 * time). Prints the least and the median processor time of the rounds, so that a
 * busy machine does not count: reading is not in it,
 * cutting, pairing and judging are.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { accountIdOf, accountOf } from "../src/accounts/account-of.ts";
import { clustersOf } from "../src/accounts/alignment.ts";
import { comparisonOf, laidOut } from "../src/accounts/comparison.ts";
import { NO_STANDS } from "../src/accounts/read-pairs.ts";
import { toldInFull } from "../src/accounts/tellings.ts";
import { readWhole } from "../src/reader.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    accounts: { type: "string", default: "50" },
    rounds: { type: "string", default: "5" },
  },
});
const [folder] = positionals;
if (!folder) throw new TypeError("usage: bench-compare.ts FOLDER [--accounts N] [--rounds N]");

const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".txt"))
  .sort()
  .map((path) => join(folder, path));
const accounts = [];
for (let i = 0; accounts.length < Number(values.accounts); i++) {
  const path = paths[i % paths.length] ?? "";
  const source = readFileSync(path, "utf8") + "\n".repeat(Math.floor(i / paths.length) + 1);
  const { reading } = await readWhole(source, { name: path, rules: true });
  const contact = (reading.contacts.find(({ main }) => main) ?? reading.contacts[0])?.id ?? null;
  const id = `${accountIdOf(reading, contact)}:${i}`;
  accounts.push({ account: { ...accountOf(reading, contact, id), id }, reading });
}

const WIDTH = 384;
const vectors = new Map<string, Float32Array>();
function vectorOf(text: string): Float32Array {
  const known = vectors.get(text);
  if (known) return known;
  const vector = new Float32Array(WIDTH);
  for (let i = 0; i + 2 < text.length; i++) {
    const at = (text.charCodeAt(i) * 31 + text.charCodeAt(i + 1) * 7 + text.charCodeAt(i + 2)) % WIDTH;
    vector[at] = (vector[at] ?? 0) + 1 / 1024;
  }
  vectors.set(text, vector);
  return vector;
}

const contact = {
  id: "bench",
  told: true,
  kind: "call" as const,
  participants: [],
  dates: [],
  accounts: accounts.map(({ account }) => account.id),
};
const origins = accounts.map(({ account }) => ({ id: account.id, copies: [] }));
const times: number[] = [];
let points = 0;
for (let round = 0; round < Number(values.rounds); round++) {
  const began = process.cpuUsage();
  const laid = laidOut(contact, accounts.map(toldInFull), vectorOf);
  points = comparisonOf(laid, clustersOf(laid.pairing, NO_STANDS), origins, NO_STANDS).points.length;
  const { user, system } = process.cpuUsage(began);
  times.push((user + system) / 1000);
}
times.sort((a, b) => a - b);
console.log(
  `${accounts.length} accounts, ${points} points: least ${times[0]?.toFixed(0)} ms, median ${times[times.length >> 1]?.toFixed(0)} ms of ${times.length} rounds`,
);
