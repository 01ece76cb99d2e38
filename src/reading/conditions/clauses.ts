/**
 * The edges of clauses, as far as conditions need them: sentences inside a
 * stretch, and whether words after a comma begin a clause of their own.
 *
 * Known miss: "we answer" after a comma is a clause without a verb that the
 * lexicon knows, and is not seen as one.
 */

import { FINITE, MODALS } from "../../lexicon/conditions.ts";
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

/** At most so many words are looked at around a marker, so that a text without stops costs no more. */
export const LONGEST_SENTENCE = 160;

/** The sentences among the words; a run without a stop is cut. */
export function windowsIn(words: readonly Word[]): Window[] {
  const windows: Window[] = [];
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    const ends =
      /^[.!?]+$/.test(words[at]?.form ?? "") && words[at]?.kind === "mark" && !isLowerCase(words[at + 1]);
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

/** "the Pres. would": a stop before a small letter ends no sentence. */
function isLowerCase(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Ll}/u.test(word.form);
}

export function hasVerb(words: readonly Word[], window: Window): boolean {
  for (let at = window.from; at < window.to; at++) {
    const lower = words[at]?.lower ?? "";
    if (MODALS.has(lower) || FINITE.has(lower) || CONTRACTED.test(lower)) return true;
  }
  return false;
}

const LONGEST_SUBJECT = 16;

/** "we'll", "it's". */
export const CONTRACTED = /^(?:he|she|they|we|it|i|you|there|that|this)['’](?:ll|re|s|d|m|ve)$/;

/** Whether a subject with its verb stands here: "we will …", "the United States and its allies would …". */
export function beginsClause(words: readonly Word[], window: Window): boolean {
  const first = words[window.from];
  if (!first || (first.kind === "mark" && !isQuoteMark(first) && first.form !== "[")) return false;
  if (
    /^(?:which|who|that|whose|including|as|with|if|unless|or|and|such|especially|in|on|by|of|to|for|from|him|them|us|me)$/.test(
      first.lower,
    )
  ) {
    const next = words[window.from + 1]?.lower ?? "";
    return first.lower === "that" && (MODALS.has(next) || FINITE.has(next));
  }
  if (CONTRACTED.test(first.lower)) return words[window.from + 1]?.kind === "word";
  // "…, we respond": a pronoun is enough.
  if (isPronounClause(words, window.from)) return true;
  if (MODALS.has(first.lower) || FINITE.has(first.lower)) return false;
  const to = Math.min(window.to, window.from + LONGEST_SUBJECT);
  let inside = false;
  for (let at = window.from + 1; at < to; at++) {
    const word = words[at];
    if (!word) return false;
    if (/^[;:—–]$/.test(word.form)) return false;
    // "The United States, together with its allies, would": such a comma stands inside the subject.
    if (
      word.form === "," &&
      !/^(?:together|along|like|who|his|her|its|the)$/.test(words[at + 1]?.lower ?? "")
    ) {
      if (!inside) return false;
      inside = false;
    } else if (word.form === ",") inside = !inside;
    if (/^(?:that|which|who|if|unless|when)$/.test(word.lower)) return false;
    if (MODALS.has(word.lower) || FINITE.has(word.lower)) return true;
  }
  return false;
}

function isPronounClause(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return (
    /^(?:we|they|he|she|i)$/.test(words[at]?.lower ?? "") &&
    next?.kind === "word" &&
    !/^(?:and|or|who|which)$/.test(next.lower)
  );
}

export function isModal(word: Word | undefined): boolean {
  return (
    word !== undefined && /^(?:will|would|shall|can|could|may|might|must|cannot|won't)$/.test(word.lower)
  );
}
