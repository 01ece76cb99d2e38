/**
 * What is to be compared: files, a contact of a store by its id, or all
 * contacts of a store that more than one account tells of.
 */

import { existsSync } from "node:fs";
import type { Comparison } from "../accounts/accounts.ts";
import type { Archive } from "../archive/archive.ts";
import { comparisonsFrom } from "../archive/compared.ts";
import { readWhole } from "../reader.ts";
import type { Reading } from "../reading/reading.ts";
import type { Given } from "./command.ts";
import { EXITS, Stop, wrongUsage } from "./exit.ts";
import { factsFrom } from "./facts.ts";
import { inputsOf, workedInputs } from "./inputs.ts";
import type { Talk } from "./talk.ts";
import { contactAt } from "./typed.ts";
import { storeFrom, withArchive } from "./with-archive.ts";
import type { World } from "./world.ts";

export interface ComparedInput {
  comparison: Comparison;
  /** The Readings that it is made of, where there is one comparison of a store or all is from files; else empty. */
  readings: Reading[];
}

export async function comparisonsOf(
  command: string,
  given: Given,
  world: World,
  talk: Talk,
): Promise<ComparedInput[]> {
  const [first, second] = given.operands;
  if (first === undefined) return allOf(given, world, talk);
  if (second !== undefined || first === "-" || existsSync(first)) return ofFiles(command, given, world, talk);
  refuseNeither(first, storeFrom(given, world));
  return withArchive(given, world, false, async (archive) => {
    const { id } = await contactAt(archive, first);
    const comparison = await comparisonAt(archive, id);
    return [{ comparison, readings: await readingsOf(archive, comparison) }];
  });
}

/** A misspelt path is no fault of a store that nobody spoke of. */
function refuseNeither(typed: string, store: string): void {
  if (existsSync(store) || store.includes("://")) return;
  throw wrongUsage(
    `there is no file ${typed}, and no store ${store} that could hold a contact of that id`,
    "readout add makes a store; --store names another",
  );
}

async function ofFiles(command: string, given: Given, world: World, talk: Talk): Promise<ComparedInput[]> {
  const facts = factsFrom(given);
  const readings: Reading[] = [];
  try {
    const inputs = workedInputs(inputsOf(command, given, world), facts, world, talk, readWhole);
    for await (const { name, result } of inputs) {
      talk.ignoredKeys(name, result.ignoredKeys);
      readings.push(result.reading);
    }
  } finally {
    talk.wipe();
  }
  if (readings.length === 0) return [];
  const comparisons = await comparisonsFrom(readings, { rules: given.switches.has("rules"), store: null });
  if (comparisons.length > 0) return comparisons.map((comparison) => ({ comparison, readings }));
  throw new Stop(
    EXITS.unreadable,
    `${readings.length === 1 ? "the document tells" : `the ${readings.length} documents tell`} of no contact`,
    "readout read shows what was found",
  );
}

async function allOf(given: Given, world: World, talk: Talk): Promise<ComparedInput[]> {
  return withArchive(given, world, false, async (archive) => {
    const contacts = (await archive.contacts()).filter(({ told }) => told);
    const several = contacts.filter(({ accounts }) => accounts.length > 1);
    const left = contacts.length - several.length;
    if (left > 0) talk.say(`${left} more that one account alone tells of; readout contacts lists them`);
    const compared: ComparedInput[] = [];
    for (const { id } of several) {
      talk.progress(`${compared.length} of ${several.length} compared, now ${id}`);
      compared.push({ comparison: await comparisonAt(archive, id), readings: [] });
    }
    talk.wipe();
    return compared;
  });
}

async function comparisonAt(archive: Archive, id: string): Promise<Comparison> {
  const comparison = await archive.comparison(id);
  if (comparison === null) throw new Stop(EXITS.store, `the contact ${id} is no longer there`);
  return comparison;
}

async function readingsOf(archive: Archive, { accounts }: Comparison): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const { document } of accounts) {
    const corrected = await archive.reading(document);
    if (corrected !== null) readings.push(corrected.reading);
  }
  return readings;
}
