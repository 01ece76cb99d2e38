/**
 * Measures which documents are taken for accounts of one contact.
 *
 *   npx tsx scripts/measure-groups.ts FILE.jsonl… [--show]
 *   npx tsx scripts/measure-groups.ts FOLDER… [--rules] [--same-days] [--show]
 *
 * FILE.jsonl: official readouts of one publisher, a line each with `id`,
 * `title`, `body`, `date`; each tells of a call of its own. Prints how many
 * contacts were made, how many hold two documents' main contacts (wrong
 * merges), and how many pairs of the same parties lie within a day.
 *
 * FOLDER: a contact of `cases/contacts`, with `points.json`. Prints how many of
 * its accounts stand in one group, whether accounts of other contacts do, and
 * whether copies are found; then how many stand among another contact's when
 * all folders are one archive, with `--same-days` as if all were of one day.
 */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { originsOf } from "../src/accounts/copies.ts";
import { daysApart } from "../src/accounts/days.ts";
import { groupsFrom } from "../src/accounts/groups.ts";
import { type ContactHead, headsOf } from "../src/accounts/heads.ts";
import { documentFromText } from "../src/intake/documents.ts";
import { loadGazetteer } from "../src/intake/gazetteer.ts";
import { readWhole } from "../src/reader.ts";
import { readingOf } from "../src/reading/read.ts";
import { formatDay } from "../src/reading/times/calendar.ts";

const paths = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const show = process.argv.includes("--show");
const rules = process.argv.includes("--rules");
const sameDays = process.argv.includes("--same-days");
if (paths.length === 0) {
  console.error(
    "usage: npx tsx scripts/measure-groups.ts FILE.jsonl…|FOLDER… [--rules] [--same-days] [--show]",
  );
  process.exit(2);
}
const folders = paths.filter((path) => statSync(path).isDirectory());
const files = paths.filter((path) => !folders.includes(path));
if (files.length > 0) await measureReadouts();
if (folders.length > 0) await measureFolders();
process.exit(0);

interface Call {
  id: string;
  title: string;
  lead: string | null;
  body: string;
  date: string;
}

async function measureReadouts(): Promise<void> {
  const gazetteer = await loadGazetteer();
  const heads: ContactHead[] = [];
  const names = new Map<string, string>();
  const calls = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line): Call => JSON.parse(line)),
  );
  for (const { title, lead, body, date } of calls) {
    const text = [title, lead, body].filter((part) => part !== null).join("\n\n");
    const document = documentFromText(text, { publisher: "Kremlin", date, kind: "readout", side: "RUS" });
    names.set(document.id, `${date} ${title}`);
    heads.push(...headsOf(readingOf(document, gazetteer, null, [])));
  }
  const began = performance.now();
  const groups = groupsFrom(heads);
  const tookMs = performance.now() - began;
  const mains = new Map(heads.filter(({ main }) => main).map((head) => [head.account, head]));
  const merged = groups.filter(({ accounts }) => accounts.filter((account) => mains.has(account)).length > 1);
  console.log(
    `documents           ${calls.length}, of them without a main contact ${calls.length - mains.size}`,
  );
  console.log(
    `contacts            ${groups.length}, of them told ${groups.filter(({ told }) => told).length}`,
  );
  console.log(`pairs within a day  ${nearPairs([...mains.values()])} of the same parties`);
  console.log(`merged              ${merged.length}`);
  console.log(`grouping            ${tookMs.toFixed(0)} ms for ${heads.length} heads`);
  if (!show) return;
  for (const { id, accounts } of merged) {
    console.log(`\n${id}`);
    for (const account of accounts) console.log(`  ${names.get(account.split("/")[0] ?? "")}`);
  }
}

function nearPairs(heads: readonly ContactHead[]): number {
  const partiesOf = (head: ContactHead) => head.parties.map(({ id }) => id).join();
  return heads.reduce(
    (sum, a, index) =>
      sum +
      heads
        .slice(index + 1)
        .filter(
          (b) =>
            a.days !== null &&
            b.days !== null &&
            daysApart(a.days, b.days) <= 1 &&
            partiesOf(a) === partiesOf(b),
        ).length,
    0,
  );
}

interface Planted {
  accounts: { files: string[]; copies: string[][] };
}

async function measureFolders(): Promise<void> {
  const tally = { accounts: 0, together: 0, others: 0, mixed: 0, copies: 0, found: 0, invented: 0 };
  const heads: ContactHead[] = [];
  const contactOf = new Map<string, string>();
  for (const folder of folders.filter((one) => readdirSync(one).includes("points.json"))) {
    const { accounts }: Planted = JSON.parse(readFileSync(join(folder, "points.json"), "utf8"));
    const told = [];
    for (const name of readdirSync(folder)
      .filter((one) => one.endsWith(".txt"))
      .sort()) {
      const { reading } = await readWhole(readFileSync(join(folder, name)), { name, rules });
      told.push({ name, reading, heads: headsOf(reading) });
      // What is no account of the folder's contact tells of one of its own.
      contactOf.set(reading.document.id, accounts.files.includes(name) ? folder : join(folder, name));
    }
    heads.push(...told.flatMap((one) => one.heads));
    const nameOf = new Map(told.map(({ name, reading }) => [reading.document.id, name]));
    const groups = groupsFrom(told.flatMap(({ heads }) => heads))
      .filter((group) => group.told)
      .map(({ id, accounts: ids }) => ({
        id,
        names: ids.map((account) => nameOf.get(account.split("/")[0] ?? "") ?? ""),
      }));
    const own = (names: readonly string[]) => names.filter((name) => accounts.files.includes(name));
    const largest = [...groups].sort((a, b) => own(b.names).length - own(a.names).length)[0];
    tally.accounts += accounts.files.length;
    tally.together += own(largest?.names ?? []).length;
    tally.others += told.length - accounts.files.length;
    tally.mixed += (largest?.names ?? []).length - own(largest?.names ?? []).length;
    const copies = originsOf(
      told
        .filter(({ name }) => accounts.files.includes(name))
        .map(({ name, reading }) => ({ account: name, reading })),
    ).flatMap(({ id, copies: list }) => list.map(({ account }) => [account, id].sort().join()));
    const gold = accounts.copies.map((list) => [...list].sort().join());
    tally.copies += gold.length;
    tally.found += gold.filter((pair) => copies.includes(pair)).length;
    tally.invented += copies.filter((pair) => !gold.includes(pair)).length;
    if (!show) continue;
    console.log(`\n${basename(folder)}`);
    for (const { name, reading, heads } of told)
      console.log(`  ${name.padEnd(26)} ${headLine(heads, reading.document.kind.value)}`);
    for (const { id, names } of groups) console.log(`  → ${id}: ${names.join(" ")}`);
  }
  console.log(`accounts in their contact's group  ${tally.together} of ${tally.accounts}`);
  console.log(`accounts of other contacts in it   ${tally.mixed} of ${tally.others}`);
  console.log(
    `copies found                       ${tally.found} of ${tally.copies}, and ${tally.invented} that are none`,
  );
  console.log(
    `among another contact's, in one archive ${strayIn(sameDays ? heads.map(onOneDay) : heads, contactOf)}`,
  );
}

/** Accounts that stand in a group where another contact has more. */
function strayIn(heads: readonly ContactHead[], contactOf: ReadonlyMap<string, string>): number {
  const isTold = new Set(heads.filter(({ main, beside }) => main || beside).map(({ account }) => account));
  return groupsFrom(heads)
    .filter((group) => group.told)
    .reduce((sum, { accounts }) => {
      const counts = new Map<string, number>();
      for (const account of accounts.filter((one) => isTold.has(one))) {
        const contact = contactOf.get(account.split("/")[0] ?? "") ?? "";
        counts.set(contact, (counts.get(contact) ?? 0) + 1);
      }
      const all = [...counts.values()];
      return sum + all.reduce((total, count) => total + count, 0) - Math.max(0, ...all);
    }, 0);
}

/** The same head as if all the world had met on one day. */
function onOneDay(head: ContactHead): ContactHead {
  if (head.days === null) return head;
  return { ...head, days: { from: head.dated ? 0 : -2, to: 0 }, moments: [] };
}

function headLine(heads: readonly ContactHead[], kind: string): string {
  const main = heads.find((head) => head.main);
  if (main === undefined) return `${kind}: no main contact`;
  const day =
    main.days === null ? "no day" : `${formatDay(main.days.from)}${main.dated ? "" : " (reckoned)"}`;
  return `${kind}: ${main.kind ?? "contact"} ${day} ${main.parties.map(({ name }) => name).join(", ")}`;
}
