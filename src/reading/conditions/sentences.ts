/**
 * The sentences of a stretch, as windows of its words, and the marks in them.
 */

import type { Word } from "../../text/words.ts";

/** Indexes into words, half-open. */
export interface Window {
  from: number;
  to: number;
}

const QUOTE_MARK = /^(?:["“”„«»]|''|``)$/;

export function isQuoteMark(word: Word | undefined): boolean {
  return word !== undefined && QUOTE_MARK.test(word.form);
}

/** A single quotation mark that stands by itself: "the words ‘No’ he …". */
export function isSingleMark(word: Word | undefined): boolean {
  return word !== undefined && /^[‘’']$/.test(word.form);
}

/** At most so many words are looked at around a marker, so that a text without stops costs no more. */
export const LONGEST_SENTENCE = 160;

/** The sentences among the words; a run without a stop is cut. */
export function windowsIn(words: readonly Word[]): Window[] {
  const windows: Window[] = [];
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    const ends =
      /^[.!?]+$/.test(words[at]?.form ?? "") &&
      words[at]?.kind === "mark" &&
      !isLowerCase(words[at + 1]) &&
      !(words[at + 1]?.kind === "number" && SHORTENED.test(words[at - 1]?.form ?? ""));
    if (!ends && at - from < LONGEST_SENTENCE) continue;
    let to = at + 1;
    if (ends && isQuoteMark(words[to]) && (words[to]?.start ?? 0) === (words[at]?.end ?? 0)) to++;
    windows.push({ from, to });
    from = to;
    at = to - 1;
  }
  if (from < words.length) windows.push({ from, to: words.length });
  return windows;
}

const SHORTENED = /^(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|No)$/;

/** "the Pres. would": a stop before a small letter ends no sentence. */
function isLowerCase(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Ll}/u.test(word.form);
}
