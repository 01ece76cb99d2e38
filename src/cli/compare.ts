/**
 * `readout compare`: what several accounts tell of one contact, point by point,
 * with a verdict and a reason for each. Of files, of a contact of a store, or
 * of all contacts of a store that several accounts tell of.
 */

import { existsSync } from "node:fs";
import type { Comparison } from "../accounts/accounts.ts";
import type { Archive } from "../archive/archive.ts";
import { comparisonsFrom } from "../archive/compared.ts";
import { comparisonView } from "../pages/comparison-view.ts";
import { ONLY } from "../pages/verdicts.ts";
import { readWhole } from "../reader.ts";
import type { Reading } from "../reading/reading.ts";
import type { Command, Given } from "./command.ts";
import { comparisonLines } from "./comparison-lines.ts";
import { contactAt } from "./contact-at.ts";
import { EXITS, type Exit, Stop, wrongUsage } from "./exit.ts";
import { ACTORS_FLAG, factsFrom, MAX_BYTES_FLAG, QUIET_FLAG, RULES_FLAG, refuseBadActors } from "./facts.ts";
import { inputsOf, workedInputs } from "./inputs.ts";
import { showJson, showJsonLines, showLines } from "./show.ts";
import { Talk } from "./talk.ts";
import { STORE_FLAG, withArchive } from "./with-archive.ts";
import { columnsOf, put, type World } from "./world.ts";

export const compareCommand: Command = {
  name: "compare",
  summary: "lay the accounts of a contact side by side, point by point",
  operands: "[FILE… | CONTACT]",
  offers: "paths",
  details:
    "FILEs are compared as they are, without a store. CONTACT is the id of a contact of\n" +
    "the store, or its beginning. Without either: every contact of the store that more\n" +
    "than one account tells of.",
  flags: [
    STORE_FLAG,
    { name: "json", help: "print comparisons as JSON: an object for one contact, else a line each" },
    {
      name: "only",
      value: "WHICH",
      values: ONLY,
      help: "differences, disputes, or the points of one verdict",
    },
    { name: "sides", help: "a column for each side; as it is with more than three accounts" },
    { name: "accounts", help: "a column for each account; as it is with up to three" },
    { name: "unfold", help: "show copies beside the account that they are a copy of" },
    MAX_BYTES_FLAG,
    RULES_FLAG,
    ACTORS_FLAG,
    QUIET_FLAG,
  ],
  examples: [
    { type: "readout compare accounts/", does: "all files of a folder" },
    { type: "readout compare us.txt ru.txt --only disputes", does: "where two readouts part" },
    { type: "readout compare 2021-12-30-call", does: "a contact of readout.db" },
    {
      type: "readout compare accounts/ --json | jq -c '.points[].verdict'",
      does: "verdicts, a line each",
    },
  ],
  run: runCompare,
};

async function runCompare(given: Given, world: World): Promise<Exit> {
  if (given.switches.has("sides") && given.switches.has("accounts"))
    throw wrongUsage("--sides and --accounts are two tables; run once for each");
  await refuseBadActors(factsFrom(given));
  const talk = new Talk(world, given.switches.has("quiet"));
  const comparisons = await comparisonsOf(given, world, talk);
  await shown(comparisons, given, world);
  return talk.failed ? EXITS.unreadable : EXITS.ok;
}

async function comparisonsOf(given: Given, world: World, talk: Talk): Promise<Comparison[]> {
  const [first, second] = given.operands;
  if (first === undefined) return ofStore(given, world, talk, null);
  if (second !== undefined || first === "-" || existsSync(first)) return ofFiles(given, world, talk);
  return ofStore(given, world, talk, first);
}

async function ofFiles(given: Given, world: World, talk: Talk): Promise<Comparison[]> {
  const facts = factsFrom(given);
  const readings: Reading[] = [];
  try {
    const inputs = workedInputs(inputsOf("compare", given, world), facts, world, talk, readWhole);
    for await (const { name, result } of inputs) {
      talk.ignoredKeys(name, result.ignoredKeys);
      readings.push(result.reading);
    }
  } finally {
    talk.wipe();
  }
  if (readings.length === 0) return [];
  const comparisons = await comparisonsFrom(readings, { rules: given.switches.has("rules"), store: null });
  if (comparisons.length > 0) return comparisons;
  throw new Stop(
    EXITS.unreadable,
    `${readings.length === 1 ? "the document tells" : `the ${readings.length} documents tell`} of no contact`,
    "readout read shows what was found",
  );
}

async function ofStore(given: Given, world: World, talk: Talk, id: string | null): Promise<Comparison[]> {
  return withArchive(given, world, false, async (archive) => {
    if (id !== null) return [await comparisonAt(archive, (await contactAt(archive, id)).id)];
    const contacts = (await archive.contacts()).filter(({ told }) => told);
    const several = contacts.filter(({ accounts }) => accounts.length > 1);
    const left = contacts.length - several.length;
    if (left > 0) talk.say(`${left} more that one account alone tells of; readout contacts lists them`);
    const comparisons: Comparison[] = [];
    for (const contact of several) {
      talk.progress(`${comparisons.length} of ${several.length} compared, now ${contact.id}`);
      comparisons.push(await comparisonAt(archive, contact.id));
    }
    talk.wipe();
    return comparisons;
  });
}

async function comparisonAt(archive: Archive, id: string): Promise<Comparison> {
  const comparison = await archive.comparison(id);
  if (comparison === null) throw new Stop(EXITS.store, `the contact ${id} is no longer there`);
  return comparison;
}

async function shown(comparisons: readonly Comparison[], given: Given, world: World): Promise<void> {
  const [only, another] = comparisons;
  if (given.switches.has("json")) {
    await (only !== undefined && another === undefined
      ? showJson(world, only)
      : showJsonLines(world, comparisons));
    return;
  }
  const which = ONLY.find((one) => one === given.values.get("only")) ?? null;
  const options = { only: which, unfold: given.switches.has("unfold"), ...columnsFrom(given) };
  for (const [index, comparison] of comparisons.entries()) {
    if (index > 0) await put(world.stdout, "\n\n");
    await showLines(world, comparisonLines(comparisonView(comparison, options), columnsOf(world)));
  }
}

function columnsFrom(given: Given): { columns?: "sides" | "accounts" } {
  if (given.switches.has("sides")) return { columns: "sides" };
  return given.switches.has("accounts") ? { columns: "accounts" } : {};
}
