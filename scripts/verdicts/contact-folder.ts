/**
 * Planted contacts: accounts read and laid side by side, with the list of their points. A contact is a folder
 * (`cases/contacts/README.md`) or a file of marked text (`marked-contact.ts`).
 */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { accountIdOf, accountOf } from "../../src/accounts/account-of.ts";
import type { Account, Comparison, ContactGroup, VerdictKind } from "../../src/accounts/accounts.ts";
import { clustersOf } from "../../src/accounts/alignment.ts";
import {
  comparisonOf,
  type LaidOut,
  laidOut,
  pairsInRows,
  textsToRead,
} from "../../src/accounts/comparison.ts";
import { originsOf } from "../../src/accounts/copies.ts";
import type { PairWeights } from "../../src/accounts/pairing.ts";
import { pairsToRead, type StandsOf, type TextPair } from "../../src/accounts/read-pairs.ts";
import { toldInFull } from "../../src/accounts/tellings.ts";
import { type Likeness, loadLikeness } from "../../src/model/likeness.ts";
import { loadPairs, type Pairs } from "../../src/model/pairs.ts";
import { readWhole } from "../../src/reader.ts";
import type { Reading } from "../../src/reading/reading.ts";
import { isMarked, markedContactFrom } from "./marked-contact.ts";

export interface GoldCell {
  account: string;
  quote: string;
  /** About where the quote stands, for quotes that stand twice. */
  at?: number;
  /** Cells of one group agree; told in marked texts only. */
  group?: number;
}

export interface GoldPoint {
  id: string;
  verdict: VerdictKind;
  kind: "fact" | "statement" | "track";
  gist: string;
  cells: GoldCell[];
  hard?: string;
  /** How two accounts stand to each other where the verdict does not say it. */
  stands?: { between: [string, string]; kind: VerdictKind }[];
  why: string;
}

export interface PointsFile {
  contact: string;
  accounts: { files: string[]; copies: string[][] };
  points: GoldPoint[];
}

export interface PlantedContact {
  gold: PointsFile;
  /** Bytes of each account, by file name. */
  sources: ReadonlyMap<string, Uint8Array>;
}

export interface Laid {
  folder: string;
  gold: PointsFile;
  accounts: { account: Account; reading: Reading }[];
  comparison: Comparison;
  /** Account id by file name. */
  ids: Map<string, string>;
  /** Its tellings laid side by side, with the model's vectors where there is one, and without. */
  laid: LaidOut;
  laidByRules: LaidOut;
  standsOf: StandsOf;
  /** The same accounts compared with other weights. */
  comparedBy: (weights: PairWeights) => Promise<Comparison>;
}

/** A contact's folder or file, or every such folder and file in a folder. */
export function contactFolders(path: string): string[] {
  if (isContact(path)) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter(isContact);
}

function isContact(path: string): boolean {
  if (statSync(path).isDirectory()) return existsSync(join(path, "points.json"));
  return path.endsWith(".txt") && isMarked(readFileSync(path, "utf8"));
}

export function plantedContact(path: string): PlantedContact {
  if (!statSync(path).isDirectory()) return markedContactFrom(readFileSync(path, "utf8"));
  const gold: PointsFile = JSON.parse(readFileSync(join(path, "points.json"), "utf8"));
  return {
    gold,
    sources: new Map(gold.accounts.files.map((name) => [name, readFileSync(join(path, name))])),
  };
}

export interface Reader {
  lay(folder: string): Promise<Laid>;
  /** What the model makes of pairs of texts. */
  standsFor(pairs: readonly TextPair[]): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** `rules`: read and compare without models; `alike`: compare with models, as is usual where documents are read with one. */
export async function openReader({
  rules,
  alike = !rules,
}: {
  rules: boolean;
  alike?: boolean;
}): Promise<Reader> {
  const numbers = alike ? await openNumbers() : null;
  return {
    lay: async (folder) => {
      const { gold, sources } = plantedContact(folder);
      const accounts = [];
      const ids = new Map<string, string>();
      for (const [name, bytes] of sources) {
        const { reading } = await readWhole(bytes, { name: join(folder, name), rules });
        const contact = (reading.contacts.find(({ main }) => main) ?? reading.contacts[0])?.id ?? null;
        const id = accountIdOf(reading, contact);
        ids.set(name, id);
        accounts.push({ account: accountOf(reading, contact, id), reading });
      }
      const laid = await laidBeside(folder, accounts, numbers);
      return { folder, gold, accounts, ids, ...laid };
    },
    standsFor: async (asked) => (await numbers?.standsFor(asked)) ?? [],
    close: async () => {
      await numbers?.close();
    },
  };
}

/** The models of short texts. */
interface Numbers extends Pick<Likeness, "vectorsFor">, Pick<Pairs, "standsFor"> {
  close(): Promise<void>;
}

export async function openNumbers(): Promise<Numbers> {
  const [likeness, pairs] = await Promise.all([loadLikeness(), loadPairs()]);
  return {
    vectorsFor: (texts) => likeness.vectorsFor(texts),
    standsFor: (asked) => pairs.standsFor(asked),
    close: async () => {
      await Promise.all([likeness.close(), pairs.close()]);
    },
  };
}

type Read = { account: Account; reading: Reading };

export async function compared(
  id: string,
  accounts: readonly Read[],
  numbers: Numbers | null,
): Promise<Comparison> {
  return (await laidBeside(id, accounts, numbers)).comparison;
}

async function laidBeside(
  id: string,
  accounts: readonly Read[],
  numbers: Numbers | null,
): Promise<Pick<Laid, "comparison" | "laid" | "laidByRules" | "standsOf" | "comparedBy">> {
  const byTime = [...accounts].sort(({ account: a }, { account: b }) =>
    (a.published ?? "") < (b.published ?? "")
      ? -1
      : (a.published ?? "") > (b.published ?? "")
        ? 1
        : a.id < b.id
          ? -1
          : 1,
  );
  const origins = originsOf(byTime.map(({ account, reading }) => ({ account: account.id, reading })));
  const originBy = new Map(
    origins.flatMap((origin) =>
      [origin.id, ...origin.copies.map((copy) => copy.account)].map((one) => [one, origin.id] as const),
    ),
  );
  const folded = byTime.map(({ account, reading }) => ({
    reading,
    account: { ...account, origin: originBy.get(account.id) ?? account.id },
  }));
  const inFull = folded.map(toldInFull);
  const contacts = folded.flatMap(({ account, reading }) =>
    reading.contacts.filter((one) => one.id === account.contact),
  );
  const group: ContactGroup = {
    id,
    told: true,
    kind: mostFrequent(contacts.flatMap(({ kind }) => kind?.value ?? [])),
    participants: [
      ...new Set(contacts.flatMap(({ participants }) => participants.map(({ value }) => value))),
    ].sort(),
    dates: [...new Set(contacts.flatMap(({ date }) => date?.value ?? []))].sort(),
    accounts: folded.map(({ account }) => account.id),
  };
  const texts = [...new Set(textsToRead(inFull))];
  const vectors = numbers ? await numbers.vectorsFor(texts) : [];
  const byText = new Map(texts.map((text, i) => [text, vectors[i] ?? null]));
  const laid = laidOut(group, inFull, (text) => byText.get(text) ?? null);
  const known = new Map<string, Float32Array>();
  const ask = async (pairs: readonly TextPair[]): Promise<void> => {
    const fresh = pairs.filter(([a, b]) => !known.has(keyOf(a, b)));
    const stands = (await numbers?.standsFor(fresh)) ?? [];
    for (const [i, [a, b]] of fresh.entries()) known.set(keyOf(a, b), stands[i] ?? new Float32Array(0));
  };
  const standsOf: StandsOf = (a, b) => {
    const found = known.get(keyOf(a, b));
    return found === undefined || found.length === 0 ? null : found;
  };
  if (numbers) await ask(pairsToRead(laid.pairing));
  const comparedBy = async (weights?: PairWeights): Promise<Comparison> => {
    const rows = clustersOf(laid.pairing, standsOf, weights);
    if (numbers) await ask(pairsInRows(laid, rows));
    return comparisonOf(laid, rows, origins, standsOf);
  };
  return {
    laid,
    laidByRules: laidOut(group, inFull, () => null),
    standsOf,
    comparison: await comparedBy(),
    comparedBy,
  };
}

function keyOf(a: string, b: string): string {
  return JSON.stringify([a, b].sort());
}

function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
