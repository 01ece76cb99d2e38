/** A folder of planted accounts (`cases/contacts/README.md`): read, laid side by side, and its list of points. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { accountIdOf, accountOf } from "../../src/accounts/account-of.ts";
import type { Account, Comparison, ContactGroup, VerdictKind } from "../../src/accounts/accounts.ts";
import { comparisonOf, type VectorOf } from "../../src/accounts/comparison.ts";
import { originsOf } from "../../src/accounts/copies.ts";
import type { PairWeights } from "../../src/accounts/pairing.ts";
import { toldInFull } from "../../src/accounts/tellings.ts";
import { loadLikeness } from "../../src/model/likeness.ts";
import { readWhole } from "../../src/reader.ts";
import type { Reading } from "../../src/reading/reading.ts";

export interface GoldCell {
  account: string;
  quote: string;
}

export interface GoldPoint {
  id: string;
  verdict: VerdictKind;
  kind: "fact" | "statement" | "track";
  gist: string;
  cells: GoldCell[];
  hard?: string;
  why: string;
}

export interface PointsFile {
  contact: string;
  accounts: { files: string[]; copies: string[][] };
  points: GoldPoint[];
}

export interface Laid {
  folder: string;
  gold: PointsFile;
  accounts: { account: Account; reading: Reading }[];
  comparison: Comparison;
  /** Account id by file name. */
  ids: Map<string, string>;
  vectorOf: VectorOf;
  /** The same accounts compared with other weights. */
  comparedBy: (weights: PairWeights) => Comparison;
}

/** A folder with a points.json, or every such folder in it. */
export function contactFolders(folder: string): string[] {
  const has = (path: string) => existsSync(join(path, "points.json"));
  if (has(folder)) return [folder];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(has);
}

export interface Reader {
  lay(folder: string): Promise<Laid>;
  close(): Promise<void>;
}

export async function openReader({ rules }: { rules: boolean }): Promise<Reader> {
  const likeness = rules ? null : await loadLikeness();
  return {
    lay: async (folder) => {
      const gold: PointsFile = JSON.parse(readFileSync(join(folder, "points.json"), "utf8"));
      const accounts = [];
      const ids = new Map<string, string>();
      for (const name of gold.accounts.files) {
        const path = join(folder, name);
        const { reading } = await readWhole(readFileSync(path), { name: path, rules });
        const contact = (reading.contacts.find(({ main }) => main) ?? reading.contacts[0])?.id ?? null;
        const id = accountIdOf(reading, contact);
        ids.set(name, id);
        accounts.push({ account: accountOf(reading, contact, id), reading });
      }
      const laid = await laidBeside(folder, accounts, likeness);
      return { folder, gold, accounts, ids, ...laid };
    },
    close: async () => {
      await likeness?.close();
    },
  };
}

type Vectors = { vectorsFor(texts: readonly string[]): Promise<Float32Array[]> } | null;
type Read = { account: Account; reading: Reading };

export async function compared(
  id: string,
  accounts: readonly Read[],
  likeness: Vectors,
): Promise<Comparison> {
  return (await laidBeside(id, accounts, likeness)).comparison;
}

async function laidBeside(
  id: string,
  accounts: readonly Read[],
  likeness: Vectors,
): Promise<Pick<Laid, "comparison" | "vectorOf" | "comparedBy">> {
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
  const texts = [...new Set(inFull.flatMap(({ tellings }) => tellings.map(({ text }) => text)))];
  const vectors = likeness ? await likeness.vectorsFor(texts) : [];
  const byText = new Map(texts.map((text, i) => [text, vectors[i] ?? null]));
  const vectorOf: VectorOf = (text) => byText.get(text) ?? null;
  return {
    vectorOf,
    comparison: comparisonOf(group, inFull, origins, vectorOf),
    comparedBy: (weights) => comparisonOf(group, inFull, origins, vectorOf, weights),
  };
}

function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
