/**
 * Firmness: how far a telling binds its doer or holds its matter for sure.
 *
 * "Is ready to bring a plan" / "promised that a plan would come"; "would go in"
 * / "might send troops": the same matter, and more of a word in one account.
 * Takes a telling; gives a level, or `null` where nothing tells one.
 *
 * Known miss: a modal of a subordinate clause that stands before the main one.
 */

import type { Term } from "./contents.ts";
import type { Telling } from "./tellings.ts";

export interface Firmness {
  level: number;
  shown: Term[];
}

const MODALS: ReadonlyMap<string, number> = new Map([
  ["may", 1],
  ["can", 1],
  ["likely", 1],
  ["unlikely", 1],
  ["hedge:hope", 1],
  ["hedge:consider", 1],
  ["hedge:try", 1],
  ["hedge:possible", 1],
  ["hedge:ready", 2],
  ["hedge:intend", 2],
  ["will", 3],
  ["must", 3],
]);

const DEEDS: ReadonlyMap<string, number> = new Map([
  ["hope", 1],
  ["promise", 4],
]);

export function firmnessOf({ content, deed, verb, verbWords }: Telling): Firmness | null {
  const modal = content.terms.find(
    ({ kind, key, condition }) => kind === "modality" && condition < 0 && MODALS.has(key),
  );
  const level = MODALS.get(modal?.key ?? "");
  // Who wants a thing is no less firm than who will have it.
  const act = verb === "want" ? undefined : DEEDS.get(deed ?? "");
  // "Hopes that it will": the weaker counts. "Promised that it would": the promise.
  if (modal && level !== undefined && (act === undefined || level < 3)) return { level, shown: [modal] };
  if (act === undefined) return null;
  const shown = verbWords.map(
    (place): Term => ({
      ...place,
      kind: "word",
      key: place.words,
      value: null,
      condition: -1,
      distant: false,
    }),
  );
  return { level: act, shown };
}

/** Whether one binds more: readiness beside a promise, a may beside a will. "Promised that it would" / "will" is one. */
export function isFirmer(a: Firmness, b: Firmness): boolean {
  const [low, high] = [Math.min(a.level, b.level), Math.max(a.level, b.level)];
  return low < high && low < 3;
}
