/**
 * Numbers of statements and of the parts that their words are indexed in.
 *
 * PostgreSQL keeps at most 255 places of a word, of 16,383, in one entry; so a
 * long text is indexed in parts small enough for that, in both stores alike.
 * Parts overlap, so that words in a row are found across their border.
 */

import type { Part } from "./backend.ts";
import { StoreError } from "./errors.ts";

const MOST_STATEMENTS = 2 ** 17;
const MOST_PARTS = 2 ** 13;
const MOST_STEMS = 4000;
const MOST_TIMES = 250;
/** Words in a row that are found across a border. */
const OVERLAP = 32;

/** Number of a document's statement, in the order of the Reading. */
export function statementNumber(document: number, index: number): number {
  if (index >= MOST_STATEMENTS) throw tooLong(`it has more than ${MOST_STATEMENTS} statements`);
  return document * MOST_STATEMENTS + index;
}

/** The first number of a document's statements, and the first of the next one's. */
export function statementRange(document: number): { from: number; to: number } {
  return { from: document * MOST_STATEMENTS, to: (document + 1) * MOST_STATEMENTS };
}

/** Parts per owner: an owner's parts are `owner * PARTS` and on. */
export const PARTS = MOST_PARTS;

export function partsFrom(owner: number, stems: readonly string[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  while (from < stems.length) {
    const to = endOfPart(stems, from);
    if (parts.length >= MOST_PARTS) throw tooLong("its words need more than 8192 entries of the index");
    parts.push({ number: owner * MOST_PARTS + parts.length, stems: stems.slice(from, to) });
    from = to === stems.length ? to : Math.max(to - OVERLAP, from + 1);
  }
  return parts;
}

function endOfPart(stems: readonly string[], from: number): number {
  const times = new Map<string, number>();
  const limit = Math.min(stems.length, from + MOST_STEMS);
  for (let at = from; at < limit; at++) {
    const stem = stems[at] ?? "";
    const count = (times.get(stem) ?? 0) + 1;
    if (count > MOST_TIMES) return at;
    times.set(stem, count);
  }
  return limit;
}

function tooLong(because: string): StoreError {
  return new StoreError("mismatch", `Cannot keep this document: ${because}; divide it into several files`);
}
