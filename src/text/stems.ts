/**
 * Words as they are searched: without accents, case and inflection, so that
 * "sanction" finds "sanctions" and "warn" finds "Warned".
 *
 * A stem is the first steps of Porter's (1980, "An algorithm for suffix
 * stripping"), those for endings of the verb and of the plural; what changes
 * the sort of word (-ation, -ness) stays. A stem is for looking up only.
 *
 * Known miss: irregular forms keep to themselves ("said" does not find "say"),
 * and so do "invasion" and "invade". "US" and "us" are one word.
 */

import type { Span } from "./span.ts";
import { tokensIn } from "./tokens.ts";

/** Stems of the words in a text, in order. A run of more than 60 letters is no word. */
export function stemsIn(text: string): string[] {
  const stems: string[] = [];
  for (const token of tokensIn(text, { start: 0, end: text.length }))
    if (token.fold !== "") stems.push(stemOf(token.fold));
  return stems;
}

/** What a person looks for: each entry is words in a row, and all entries are wanted. */
export type Wanted = string[][];

/** `sanctions "further invade" cease-fire` wants three things, the last two of two words in a row. */
export function wantedIn(query: string): Wanted {
  return query
    .split(/["“”„«»]/u)
    .flatMap((part, index) => (index % 2 === 1 ? [part] : part.split(/\s+/u)))
    .map(stemsIn)
    .filter((stems) => stems.length > 0);
}

/** Where words of a query stand in a text, in any of their forms; in text order. */
export function foundIn(text: string, query: string): Span[] {
  const wanted = new Set(wantedIn(query).flat());
  return tokensIn(text, { start: 0, end: text.length })
    .filter(({ fold }) => fold !== "" && wanted.has(stemOf(fold)))
    .map(({ start, end }) => ({ start, end }));
}

/** The stem of a folded word. */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return withoutLastE(withI(withoutTense(withoutPlural(word))));
}

function withoutPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ies")) return word.slice(0, -2);
  if (word.endsWith("ss") || word.endsWith("us")) return word;
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  if (word.endsWith("eed")) return measureOf(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const bare = word.endsWith("ed") ? word.slice(0, -2) : word.endsWith("ing") ? word.slice(0, -3) : null;
  if (bare === null || !hasVowel(bare)) return word;
  if (/(?:at|bl|iz)$/.test(bare)) return `${bare}e`;
  if (/([b-df-hj-km-np-rtv-y])\1$/.test(bare)) return bare.slice(0, -1);
  return measureOf(bare) === 1 && isShort(bare) ? `${bare}e` : bare;
}

function withI(word: string): string {
  return word.endsWith("y") && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

function withoutLastE(word: string): string {
  if (!word.endsWith("e")) return word;
  const bare = word.slice(0, -1);
  const measure = measureOf(bare);
  return measure > 1 || (measure === 1 && !isShort(bare)) ? bare : word;
}

/** A letter a word: `v` for a vowel, `c` for any other; "y" is a vowel after a consonant. */
function shapeOf(word: string): string {
  let shape = "";
  for (const letter of word) {
    const vowel = "aeiou".includes(letter) || (letter === "y" && shape.endsWith("c"));
    shape += vowel ? "v" : "c";
  }
  return shape;
}

/** How often a consonant follows a vowel: Porter's m. */
function measureOf(word: string): number {
  return shapeOf(word).split("vc").length - 1;
}

function hasVowel(word: string): boolean {
  return shapeOf(word).includes("v");
}

/** Ends like "hop": consonant, vowel, consonant other than w, x, y. */
function isShort(word: string): boolean {
  return shapeOf(word).endsWith("cvc") && !/[wxy]$/.test(word);
}
