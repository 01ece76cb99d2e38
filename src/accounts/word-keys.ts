/**
 * Word keys: what a plain word is compared by: its stem, or its family's, where
 * the field has several words for one thing (`lexicon/synonyms.ts`).
 */

import { SYNONYMS } from "../lexicon/synonyms.ts";
import { stemOf } from "./words.ts";

/** Stem → key of its family. */
const KEYS: ReadonlyMap<string, string> = new Map(
  [...SYNONYMS].reverse().map(([word, first]) => [stemOf(word), stemOf(first)]),
);

/** @param lower the word in lower case. */
export function wordKeyOf(lower: string): string {
  // Who is responsible need not respond: here the stems meet by chance.
  if (lower.startsWith("responsib")) return "responsib";
  const stem = stemOf(lower);
  return KEYS.get(stem) ?? stem;
}
