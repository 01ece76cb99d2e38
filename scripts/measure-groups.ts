/**
 * Measures which documents are taken for accounts of one contact, on official
 * readouts of one publisher: each tells of a call of its own.
 *
 *   npx tsx scripts/measure-groups.ts FILE.jsonl… [--show]
 *
 * Each line: `id`, `title`, `body`, `date`. Prints how many contacts were made,
 * how many hold two documents' main contacts (wrong merges), and how many pairs
 * of main contacts with the same parties lie within a day of each other.
 */

import { readFileSync } from "node:fs";
import { daysApart } from "../src/accounts/days.ts";
import { groupsFrom } from "../src/accounts/groups.ts";
import { type ContactHead, headsOf } from "../src/accounts/heads.ts";
import { documentFromText } from "../src/intake/documents.ts";
import { loadGazetteer } from "../src/intake/gazetteer.ts";
import { readingOf } from "../src/reading/read.ts";

const files = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const show = process.argv.includes("--show");
if (files.length === 0) {
  console.error("usage: npx tsx scripts/measure-groups.ts FILE.jsonl… [--show]");
  process.exit(2);
}

interface Call {
  id: string;
  title: string;
  lead: string | null;
  body: string;
  date: string;
}

const gazetteer = await loadGazetteer();
const heads: ContactHead[] = [];
const names = new Map<string, string>();
let silent = 0;
const calls = files.flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Call => JSON.parse(line)),
);
for (const call of calls) {
  const text = [call.title, call.lead, call.body].filter((part) => part !== null).join("\n\n");
  const document = documentFromText(text, {
    publisher: "Kremlin",
    date: call.date,
    kind: "readout",
    side: "RUS",
  });
  const found = headsOf(readingOf(document, gazetteer, null, []));
  names.set(document.id, `${call.date} ${call.title}`);
  if (!found.some(({ main }) => main)) silent++;
  heads.push(...found);
}

const began = performance.now();
const groups = groupsFrom(heads);
const tookMs = performance.now() - began;
const mains = new Map(heads.filter(({ main }) => main).map((head) => [head.account, head]));
const inGroup = groups.map(({ id, accounts }) => ({
  id,
  heads: accounts.flatMap((account) => mains.get(account) ?? []),
}));
const merged = inGroup.filter(({ heads: members }) => members.length > 1);

let near = 0;
const all = [...mains.values()];
for (const [index, a] of all.entries()) {
  for (const b of all.slice(index + 1)) {
    if (a.days === null || b.days === null || daysApart(a.days, b.days) > 1) continue;
    if (a.parties.map(({ id }) => id).join() === b.parties.map(({ id }) => id).join()) near++;
  }
}

console.log(`documents           ${calls.length}, of them without a main contact ${silent}`);
console.log(`contacts            ${groups.length}, of them told ${groups.filter(({ told }) => told).length}`);
console.log(`pairs within a day  ${near} of the same parties`);
console.log(`merged              ${merged.length}`);
console.log(`grouping            ${tookMs.toFixed(0)} ms for ${heads.length} heads`);
if (show) {
  for (const { id, heads: members } of merged) {
    console.log(`\n${id}`);
    for (const { document } of members) console.log(`  ${names.get(document)}`);
  }
}
