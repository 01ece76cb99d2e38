/**
 * States, organs, organisations and outlets among the tokens of a sentence, by
 * the longest of their names that stands at a token.
 */

import type { Gazetteer, Thing } from "../../lexicon/gazetteer.ts";
import type { Token } from "../../text/tokens.ts";

export interface ThingRun {
  thing: Thing;
  /** Tokens that it takes up. */
  length: number;
}

const SMALL = new Set(["of", "the", "and", "for", "on", "in", "to", "de", "du", "la", "le"]);

/**
 * The thing named at this token; `null` for none. A capital letter must start
 * it, and every word of it but the small ones.
 */
export function thingAt(tokens: readonly Token[], at: number, gazetteer: Gazetteer): ThingRun | null {
  const first = tokens[at];
  if (!first?.capital) return null;
  for (const form of gazetteer.thingsFrom(first.fold)) {
    if (form.upper && !first.upper) continue;
    const last = tokens[at + form.words.length - 1];
    if (!last) continue;
    let fits = true;
    for (let step = 1; step < form.words.length && fits; step++) {
      const token = tokens[at + step];
      const before = tokens[at + step - 1];
      fits =
        token !== undefined &&
        token.fold === form.words[step] &&
        token.before !== "comma" &&
        (!before?.possessive || isPartOf(form.words, step)) &&
        (token.capital || SMALL.has(token.fold));
    }
    if (fits) return { thing: form.thing, length: form.words.length };
  }
  return null;
}

/** "People's Republic of China" has its possessive inside; "Russia's State Department" has not. */
function isPartOf(words: readonly string[], step: number): boolean {
  const word = words[step - 1] ?? "";
  return (
    word === "people" ||
    word === "presidents" ||
    word === "ukrainian" ||
    word === "workers" ||
    word === "president"
  );
}
