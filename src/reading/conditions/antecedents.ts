/**
 * What a condition goes back to: for "in this case" and "otherwise" the
 * condition or clause before, for "this would be a mistake" the thing not yet
 * real that was just spoken of.
 *
 * Looks no further than the sentence before.
 *
 * Known miss: "in this case" about a fact ("in this case our interests agree")
 * goes back to the sentence before, as if that were a condition.
 */

import { HYPOTHETIC, HYPOTHETIC_NOUNS, MODALS } from "../../lexicon/conditions.ts";
import { type Passage, trimmedAt } from "../../text/span.ts";
import { type Word, wordsIn } from "../../text/words.ts";
import type { Condition } from "../reading.ts";
import { startsClause } from "./clause-starts.ts";
import { type MarkerFound, markersIn } from "./markers.ts";
import { isQuoteMark, type Window, windowsIn } from "./sentences.ts";

const FURTHEST = 600;

/** Words of the same sentence before the marker, else of the sentence before. */
export function antecedentOf(
  text: string,
  words: readonly Word[],
  window: Window,
  marker: MarkerFound,
): Passage {
  const own =
    marker.from - window.from > 3 ? withinOwn(text, words, { from: window.from, to: marker.from }) : [];
  if (own.length > 0) return own;
  const before = sentencesBefore(text, words[window.from]?.start ?? 0);
  for (const { words: earlier, window: sentence, isWhole } of before) {
    const hold = conditionWords(text, earlier, sentence);
    if (hold.length > 0) return hold;
    if (isWhole) return passageOfWords(text, earlier, sentence);
  }
  return [];
}

function withinOwn(text: string, words: readonly Word[], window: Window): Passage {
  const hold = conditionWords(text, words, window);
  return hold.length > 0 ? hold : passageOfWords(text, words, window);
}

/** The words after the marker of the last condition in a window. */
function conditionWords(text: string, words: readonly Word[], window: Window): Passage {
  const marker = markersIn(words, window).findLast((found) => found.takes !== "nothing");
  if (!marker) return [];
  let to = window.to;
  if (marker.isFronted) {
    for (let at = marker.to; at < window.to; at++) {
      if (words[at]?.form !== ",") continue;
      to = at;
      break;
    }
  }
  return passageOfWords(text, words, { from: marker.to, to });
}

interface Earlier {
  words: readonly Word[];
  window: Window;
  /** Whether it ends with a stop; else it is the beginning of the sentence that the stretch goes on. */
  isWhole: boolean;
}

/** What stands before a place: the rest of its own sentence, if any, and the sentence before, nearest first. */
function sentencesBefore(text: string, at: number): Earlier[] {
  const from = Math.max(0, at - FURTHEST);
  const words = wordsIn(text, { start: from, end: at });
  const all = windowsIn(words).map((window) => ({ words, window, isWhole: isWhole(words, window) }));
  // The first may be cut in the middle.
  const known = (from > 0 ? all.slice(1) : all).reverse();
  return known[0]?.isWhole ? known.slice(0, 1) : known.slice(0, 2);
}

function isWhole(words: readonly Word[], window: Window): boolean {
  return words
    .slice(Math.max(window.from, window.to - 2), window.to)
    .some((word) => /^[.!?]+$/.test(word.form));
}

function passageOfWords(text: string, words: readonly Word[], window: Window): Passage {
  let to = window.to;
  while (
    to > window.from &&
    words[to - 1]?.kind === "mark" &&
    !(isQuoteMark(words[to - 1]) && isInnerQuote(words, window, to))
  )
    to--;
  const first = words[window.from];
  const last = words[to - 1];
  if (!first || !last || to <= window.from) return [];
  const place = trimmedAt(text, first.start, last.end);
  return place ? [place] : [];
}

function isInnerQuote(words: readonly Word[], window: Window, to: number): boolean {
  return words.slice(window.from, to).filter(isQuoteMark).length % 2 === 0;
}

/**
 * "This would be a mistake": a condition, if what "this" goes back to is not
 * yet real ("possible sanctions", "the threat of a blockade").
 */
export function deicticIn(
  text: string,
  words: readonly Word[],
  window: Window,
): Omit<Condition, "holder"> | null {
  for (let at = window.from; at + 2 < window.to; at++) {
    const points = deicticAt(words, at);
    if (points === 0 || words[at + points]?.lower !== "would") continue;
    // "Guarantees that would hold": a relative clause.
    if (words[at]?.lower === "that" && points === 1 && !startsClause(words, window, at)) continue;
    const antecedent = unrealBefore(text, words, window, at);
    if (antecedent.length === 0) return null;
    const condition = passageOfWords(text, words, { from: at, to: at + points });
    const consequence = passageOfWords(text, words, { from: at + points, to: window.to });
    return { kind: "anaphoric", condition, consequence, antecedent, rule: "condition/this-would" };
  }
  return null;
}

/** Words of "this", "that", "such a step", "these measures"; 0 for none. */
function deicticAt(words: readonly Word[], at: number): number {
  const lower = words[at]?.lower ?? "";
  if (!/^(?:this|that|such|these|those)$/.test(lower)) return 0;
  if (MODALS.has(words[at + 1]?.lower ?? "")) return lower === "such" ? 0 : 1;
  const noun = words[at + 1]?.lower === "a" || words[at + 1]?.lower === "an" ? at + 2 : at + 1;
  return /^(?:steps?|moves?|measures?|actions?|decisions?|sanctions|scenario|development)$/.test(
    words[noun]?.lower ?? "",
  )
    ? noun + 1 - at
    : 0;
}

/** The last noun phrase before that speaks of something not yet real. */
function unrealBefore(text: string, words: readonly Word[], window: Window, at: number): Passage {
  const own = unrealIn(text, words, { from: window.from, to: at });
  if (own.length > 0) return own;
  for (const earlier of sentencesBefore(text, words[window.from]?.start ?? 0)) {
    const there = unrealIn(text, earlier.words, earlier.window);
    if (there.length > 0) return there;
  }
  return [];
}

function unrealIn(text: string, words: readonly Word[], window: Window): Passage {
  for (let at = window.to - 1; at >= window.from; at--) {
    const lower = words[at]?.lower ?? "";
    const noun = HYPOTHETIC_NOUNS.has(lower) && /^(?:of|to|that)$/.test(words[at + 1]?.lower ?? "");
    if (noun) return phraseFrom(text, words, { from: at + 2, to: window.to });
    if (!HYPOTHETIC.has(lower) || words[at + 1]?.kind !== "word") continue;
    const first = HYPOTHETIC.has(words[at - 1]?.lower ?? "") ? at - 1 : at;
    return phraseFrom(text, words, { from: first, to: window.to });
  }
  return [];
}

/** A noun phrase with what hangs on it, up to a mark or the next verb. */
function phraseFrom(text: string, words: readonly Word[], window: Window): Passage {
  let to = window.from;
  while (to < window.to) {
    const word = words[to];
    if (!word || (word.kind === "mark" && !isQuoteMark(word)) || MODALS.has(word.lower)) break;
    if (to > window.from && /^(?:and|but|that|which|if|because|in|is|are|was|were)$/.test(word.lower)) break;
    to++;
  }
  return passageOfWords(text, words, { from: window.from, to });
}
