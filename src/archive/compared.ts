/**
 * Compared: Readings of documents → comparisons of the contacts that they tell
 * of, with or without a store behind them.
 */

import { accountIdOf, accountOf, parseAccountId } from "../accounts/account-of.ts";
import type { Comparison, ContactGroup } from "../accounts/accounts.ts";
import { clustersOf } from "../accounts/alignment.ts";
import { comparisonOf, laidOut, pairsInRows, textsToRead } from "../accounts/comparison.ts";
import { originsOf } from "../accounts/copies.ts";
import { groupsFrom } from "../accounts/groups.ts";
import { headsOf } from "../accounts/heads.ts";
import { NO_STANDS, pairsToRead } from "../accounts/read-pairs.ts";
import { toldInFull } from "../accounts/tellings.ts";
import type { Reading } from "../reading/reading.ts";
import { NO_VECTORS, type NumberStore, standsFor, vectorsFor } from "./vectors.ts";

/** A Reading and its contact that is compared; `null` when it has none. */
export interface Compared {
  contact: string | null;
  reading: Reading;
}

export interface ComparedOptions {
  /** Likeness by words alone, without the model. */
  rules: boolean;
  /** Where the model's numbers are kept; `null` to keep none. */
  store: NumberStore;
  signal?: AbortSignal;
}

/** The accounts of one contact, side by side. */
export async function comparedFrom(
  group: ContactGroup,
  compared: readonly Compared[],
  { rules, store, signal }: ComparedOptions,
): Promise<Comparison> {
  const ordered = [...compared].sort(earliestFirst);
  const origins = originsOf(
    ordered.map(({ contact, reading }) => ({ account: accountIdOf(reading, contact), reading })),
  );
  const originOf = new Map(
    origins.flatMap(({ id, copies }) =>
      [id, ...copies.map(({ account }) => account)].map((account): [string, string] => [account, id]),
    ),
  );
  const accounts = ordered.map(({ contact, reading }) => {
    const id = accountIdOf(reading, contact);
    return toldInFull({ account: accountOf(reading, contact, originOf.get(id) ?? id), reading });
  });
  const texts = rules || accounts.length < 2 ? [] : textsToRead(accounts);
  const vectorOf = texts.length === 0 ? NO_VECTORS : await vectorsFor(texts, store, signal);
  const laid = laidOut({ ...group, accounts: accounts.map(({ account }) => account.id) }, accounts, vectorOf);
  const asks = texts.length > 0;
  const near = asks ? await standsFor(pairsToRead(laid.pairing), store, signal) : NO_STANDS;
  const rows = clustersOf(laid.pairing, near);
  // What rows were made by was read already; the rest of their pairs is for the judge.
  const rest = asks ? pairsInRows(laid, rows).filter(([a, b]) => near(a, b) === null) : [];
  const within = await standsFor(rest, store, signal);
  return comparisonOf(laid, rows, origins, (a, b) => near(a, b) ?? within(a, b));
}

/** Earliest, then longest, then by id: the first of two copies is their origin. */
function earliestFirst({ reading: a }: Compared, { reading: b }: Compared): number {
  const [one, other] = [a.document.published?.value ?? "9999", b.document.published?.value ?? "9999"];
  if (one.slice(0, 10) !== other.slice(0, 10)) return one < other ? -1 : 1;
  return b.document.text.length - a.document.text.length || (a.document.id < b.document.id ? -1 : 1);
}

/**
 * What the documents tell of, contact by contact, by date. Where there is one
 * contact only, a document that names none is laid beside the others: whoever
 * gave it meant it.
 */
export async function comparisonsFrom(
  readings: readonly Reading[],
  options: ComparedOptions,
): Promise<Comparison[]> {
  const distinct = [...new Map(readings.map((reading) => [reading.document.id, reading])).values()];
  const byId = new Map(distinct.map((reading) => [reading.document.id, reading]));
  const told = groupsFrom(distinct.flatMap(headsOf)).filter((group) => group.told);
  const loose = told.length === 1 ? distinct.filter(({ contacts }) => contacts.length === 0) : [];
  const comparisons: Comparison[] = [];
  for (const group of told) {
    const own = group.accounts.flatMap((account): Compared[] => {
      const { document, contact } = parseAccountId(account);
      const reading = byId.get(document);
      return reading === undefined ? [] : [{ contact, reading }];
    });
    const there = new Set(own.map(({ reading }) => reading));
    const beside = loose
      .filter((reading) => !there.has(reading))
      .map((reading): Compared => ({ contact: null, reading }));
    comparisons.push(await comparedFrom(group, [...own, ...beside], options));
  }
  return comparisons;
}
