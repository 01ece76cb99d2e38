/**
 * Where a condition that stands first ends, and its main clause begins.
 *
 * Known miss: a main clause without a comma after a long noun phrase.
 */

import { FINITE } from "../../lexicon/conditions.ts";
import { CUE_FORMS } from "../../lexicon/cues.ts";
import type { Word } from "../../text/words.ts";
import { beginsClause, hasVerb, isModal, type Window } from "./clauses.ts";
import { lastOf } from "./main-clause.ts";
import type { MarkerFound } from "./markers.ts";

/** "If Norland attacks, Sudland responds": a verb that no list knows stands behind the only comma. */
export function onlyComma(words: readonly Word[], window: Window, marker: MarkerFound): number | null {
  if (marker.takes !== "clause" || hasVerb(words, { from: window.from, to: marker.from })) return null;
  const to = lastOf(words, window);
  const commas: number[] = [];
  for (let at = marker.to + 2; at < to; at++) if (words[at]?.form === ",") commas.push(at);
  const [comma] = commas;
  const next = words[(comma ?? 0) + 1];
  if (comma === undefined || commas.length > 1 || to - comma < 3 || next?.kind !== "word") return null;
  const opens = /^(?:and|or|but|which|who|as|including|with|on|in|at|by|for|of|to|especially|if)$/.test(
    next.lower,
  );
  return opens || isModal(next) || FINITE.has(next.lower) ? null : comma;
}

/** Where the main clause begins: after a comma that a clause follows, or at "we will" without one. */
export function frontedEnd(words: readonly Word[], window: Window, marker: MarkerFound): number | null {
  for (let at = marker.to; at < window.to; at++) {
    const closes =
      /^[,—–]$/.test(words[at]?.form ?? "") || (words[at]?.lower === "then" && at > marker.to + 1);
    if (closes && (isOrder(words[at + 1]) || beginsClause(words, { from: at + 1, to: window.to }))) return at;
    const subject = /^(?:we|they|he|she|it|i|you|this|there)$/.test(words[at]?.lower ?? "");
    const bound = isBound(words, at);
    if (subject && !bound && at > marker.to + 1 && isModal(words[afterAdverbs(words, at + 1)])) return at;
    const short = /^(?:we|they|he|she|it|i|you|there)['’](?:ll|d)$/.test(words[at]?.lower ?? "");
    if (short && !bound && at > marker.to + 1) return at;
  }
  const from = marker.to + (marker.takes === "clause" ? 3 : 1);
  return (
    pronounClause(words, { from, to: window.to }, marker.takes) ?? nounClause(words, { from, to: window.to })
  );
}

/** "what *they* will do", "… and *you* cannot": the subject of a clause inside the condition. */
function isBound(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lower ?? "";
  if (before === "that") return !/^(?:like|of|about|with)$/.test(words[at - 2]?.lower ?? "");
  return /^(?:what|which|who|as|than|how|where|and|or)$/.test(before);
}

/** "…, *let* us know", "…, *please* call". */
function isOrder(word: Word | undefined): boolean {
  return /^(?:let|please|tell|call|give|come|don't|do|take|send|ask)$/.test(word?.lower ?? "");
}

/** "we *not only* would", "they *also* will". */
function afterAdverbs(words: readonly Word[], from: number): number {
  let at = from;
  while (at < from + 2 && /^(?:not|only|also|then|still|certainly|never)$/.test(words[at]?.lower ?? "")) at++;
  return at;
}

/** "If they wanted peace he was ready": the last resort, a pronoun with its verb. */
function pronounClause(words: readonly Word[], window: Window, takes: MarkerFound["takes"]): number | null {
  for (let at = window.from; at + 1 < window.to; at++) {
    const subject = /^(?:we|they|he|she|there)$/.test(words[at]?.lower ?? "");
    if (words[at]?.lower === "i" && /^(?:think|believe|hope|guess|suppose)$/.test(words[at + 1]?.lower ?? ""))
      return at;
    // "If they think we are ready": what they think.
    const content = takes === "clause" && CUE_FORMS.has(words[at - 1]?.lower ?? "");
    if (subject && FINITE.has(words[at + 1]?.lower ?? "") && !content) return at;
  }
  return null;
}

/** "If they resume Norland will follow": the very last resort, a short named subject before the only modal. */
function nounClause(words: readonly Word[], window: Window): number | null {
  const modals: number[] = [];
  for (let at = window.from; at < window.to; at++) if (isModal(words[at])) modals.push(at);
  const [modal] = modals;
  if (modal === undefined || modals.length > 1) return null;
  let from = modal;
  while (from > window.from && modal - from < 4 && isNamePart(words[from - 1])) from--;
  if (from === modal) return null;
  return /^(?:the|our|their)$/.test(words[from - 1]?.lower ?? "") ? from - 1 : from;
}

function isNamePart(word: Word | undefined): boolean {
  return word !== undefined && word.kind === "word" && /^\p{Lu}/u.test(word.form);
}
