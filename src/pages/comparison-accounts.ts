/**
 * The accounts of a comparison as people are shown them: a letter each, what is
 * known of the text, and for a copy what it is a copy of and what it changed.
 */

import type { Account, Comparison, Copy, Evidence } from "../accounts/accounts.ts";
import { formatTimex } from "../reading/times/timex-words.ts";
import { wordsOf } from "../text/span.ts";
import type { Names } from "./view.ts";

export interface AccountView {
  id: string;
  document: string;
  letter: string;
  /** Publisher; else title; else the beginning of the document's id. */
  name: string;
  /** `null` when it is the name already. */
  title: string | null;
  published: string | null;
  kind: string;
  /** Name of the side whose official voice it is. */
  side: string | null;
  /** Words that say that it is not the whole; `null` when none do. */
  partial: string | null;
  translated: boolean;
  /** Letter of the account that it is a copy of; `null` when it is a text of its own. */
  copyOf: string | null;
  /** Share of the text that is the origin's, 0 to 1. */
  overlap: number | null;
  changes: { before: string; after: string }[];
}

export interface Letters {
  of(account: string): string;
}

/** A … Z, AA, AB …, in the order in which accounts are shown. */
export function lettersOf(comparison: Comparison): Letters {
  const letters = new Map(inOrder(comparison).map(({ id }, index) => [id, letterOf(index)]));
  return { of: (account) => letters.get(account) ?? account };
}

/** A, B … Z, AA: the order of letters. */
export function byLetter(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}

/** Each text of its own with its copies after it. */
function inOrder({ accounts }: Comparison): Account[] {
  return accounts
    .filter(({ id, origin }) => id === origin)
    .flatMap((one) => [one, ...accounts.filter(({ id, origin }) => origin === one.id && id !== one.id)]);
}

function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

export function accountsOf(comparison: Comparison, names: Names, letters: Letters): AccountView[] {
  const copies = new Map(
    comparison.origins.flatMap(({ id, copies }) =>
      copies.map((copy): [string, CopyOf] => [copy.account, { id, copy }]),
    ),
  );
  return inOrder(comparison).map((account) =>
    accountView(account, copies.get(account.id) ?? null, names, letters),
  );
}

interface CopyOf {
  /** Id of the origin. */
  id: string;
  copy: Copy;
}

function accountView(account: Account, copy: CopyOf | null, names: Names, letters: Letters): AccountView {
  const { id, document, publisher, title, published, kind, side, partial, translated } = account;
  return {
    id,
    document,
    letter: letters.of(id),
    name: publisher ?? title ?? `document ${document.slice(0, 10)}`,
    title: publisher === null ? null : title,
    published: published === null ? null : formatTimex(published),
    kind,
    side: side === null ? null : names.of(side),
    partial: partial.length === 0 ? null : wordsOf(partial),
    translated: translated === true,
    copyOf: copy === null ? null : letters.of(copy.id),
    overlap: copy === null ? null : copy.copy.overlap,
    changes: (copy?.copy.changes ?? []).map(({ before, after }) => ({
      before: wordsIn(before),
      after: wordsIn(after),
    })),
  };
}

function wordsIn({ passage }: Evidence): string {
  return wordsOf(passage).replace(/\s+/gu, " ").trim();
}

/** What is known of an account's text, in short pieces. */
export function factsKnownOf({ published, kind, side, copyOf, overlap }: AccountView): string[] {
  return [
    published ?? "no date",
    kind,
    ...(side === null ? [] : [`the word of ${side}`]),
    ...(copyOf === null ? [] : [`a copy of ${copyOf}, ${Math.round((overlap ?? 0) * 100)} % the same`]),
  ];
}

/** Why silence of this account says little. */
export function limitsOf({ translated, partial }: AccountView): string[] {
  return [
    ...(translated ? ["a translation"] : []),
    ...(partial === null ? [] : [`not the whole: “${partial}”`]),
  ];
}
