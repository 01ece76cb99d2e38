/**
 * A condition found, made of windows of words.
 */

import { type Passage, placeAt, trimmedAt } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import type { Condition } from "../reading.ts";
import type { Clause } from "./clauses.ts";
import type { MarkerFound } from "./markers.ts";
import { lastOf } from "./report.ts";
import { isQuoteMark, type Window } from "./sentences.ts";

/** A condition without the one in whose hand it lies. */
export type Found = Omit<Condition, "holder">;

/** The words of one sentence and its clauses. */
export interface Sentence {
  text: string;
  words: readonly Word[];
  clauses: readonly Clause[];
}

export function made(
  text: string,
  words: readonly Word[],
  marker: MarkerFound,
  condition: Window,
  consequences: readonly Window[],
): Found | null {
  const place = passageOf(text, words, balanced(words, condition));
  if (place.length === 0) return null;
  const consequence = consequences.flatMap((window) => passageOf(text, words, balanced(words, window)));
  return {
    kind: marker.kind,
    condition: place,
    consequence,
    antecedent: [],
    rule: `condition/${marker.rule}`,
  };
}

export function passageOf(text: string, words: readonly Word[], window: Window): Passage {
  const first = words[window.from];
  const last = words[window.to - 1];
  if (!first || !last || window.to <= window.from) return [];
  const place = trimmedAt(text, first.start, last.end);
  return place ? [placeAt(text, place.start, place.end)] : [];
}

/** Without a comma at its end, and without a closing quotation mark whose fellow stands outside. */
function balanced(words: readonly Word[], { from, to }: Window): Window {
  if (to - 1 > from && /^[,—–]$/.test(words[to - 1]?.form ?? ""))
    return balanced(words, { from, to: to - 1 });
  if (words.slice(from, to).filter(isQuoteMark).length % 2 === 0 || !isQuoteMark(words[to - 1]))
    return { from, to };
  // "if he wins | “we will see a war”": the mark that opens it stands just before.
  const opening = words[from - 1];
  if (isQuoteMark(opening) && opening?.end === words[from]?.start) return { from: from - 1, to };
  return { from, to: lastOf(words, { from, to: to - 1 }) };
}
