/**
 * The main clause before or behind a condition: without the words that report
 * it, without clauses before it, without closing marks.
 *
 * Known miss: of two clauses joined by "and" without a subject of its own for
 * the second, both are taken.
 */

import { FINITE } from "../../lexicon/conditions.ts";
import { CUE_FORMS } from "../../lexicon/cues.ts";
import { DETERMINERS, PREPOSITIONS } from "../../lexicon/grammar.ts";
import type { Word } from "../../text/words.ts";
import { beginsClause, hasVerb, isModal, isQuoteMark, type Window } from "./clauses.ts";

/** "Vale said", "he adds", at the end of a sentence. */
export function isReport(words: readonly Word[], at: number, to: number): boolean {
  for (let i = at; i < Math.min(to, at + 6); i++) {
    const form = CUE_FORMS.get(words[i]?.lower ?? "");
    if (form && i > at) return to - i <= 8;
    if (form) return words[i + 1]?.kind === "word" && to - i <= 8;
    if (words[i]?.kind === "mark" && words[i]?.form !== ",") return false;
  }
  return false;
}

/** The clause before a marker, without the words that report it ("He warned that …") and without clauses before it. */
export function mainClause(words: readonly Word[], window: Window): Window | null {
  let from = window.from;
  for (let at = window.from; at < window.to; at++) {
    const word = words[at];
    const form = CUE_FORMS.get(word?.lower ?? "");
    if (word?.lower === "that" && at > window.from && opensContent(words, window, at)) from = at + 1;
    else if (endsMind(words, window, at)) from = at + 1;
    else if (
      form &&
      !form.base &&
      !DETERMINERS.has(words[at - 1]?.lower ?? "") &&
      at + 1 < window.to &&
      beginsClause(words, { from: at + 1, to: window.to })
    )
      from = at + 1;
    else if (/^(?:but|and|so|;|:)$/.test(word?.lower ?? "") && isBoundary(words, { from, to: window.to }, at))
      from = at + 1;
  }
  let { to } = window;
  const aside = words
    .slice(to - 4, to)
    .map(({ lower }) => lower)
    .join(" ");
  if (/^it seems to (?:me|us|him|her)$/.test(aside) && to - 4 > from) to -= 4;
  while (
    to > from &&
    /^(?:,|—|–|-|…|but|and|or|only|even|especially|particularly)$/.test(
      words[to - 1]?.lower ?? words[to - 1]?.form ?? "",
    )
  )
    to--;
  // "…, but not | until they leave".
  if (words[to - 1]?.lower === "not" && words[to - 2]?.lower === "but")
    to -= words[to - 3]?.form === "," ? 3 : 2;
  from = afterConnective(words, { from, to });
  from = afterAdjunct(words, { from, to });
  while (
    from < to &&
    (words[from]?.kind === "mark" ||
      /^(?:and|but|so)$/.test(words[from]?.lower ?? "") ||
      isComplementizer(words, { from, to }))
  ) {
    if (isQuoteMark(words[from]) && !isOpening(words, from, to)) break;
    from++;
  }
  return from < to ? { from, to } : null;
}

/** "*that* the talks would fail", not "*that* would fail". */
function isComplementizer(words: readonly Word[], { from, to }: Window): boolean {
  const next = words[from + 1]?.lower ?? "";
  return (
    words[from]?.lower === "that" &&
    !isModal(words[from + 1]) &&
    !FINITE.has(next) &&
    hasVerb(words, { from: from + 2, to })
  );
}

/** "On the other hand, …", "Tomorrow, …", "I think …". */
export function afterConnective(words: readonly Word[], { from, to }: Window): number {
  const start = isQuoteMark(words[from]) ? from + 1 : from;
  const line = words
    .slice(start, Math.min(to, start + 5))
    .map(({ lower }) => lower)
    .join(" ");
  const mind = /^i (?:think|believe|guess|suppose|feel)(?: that)? (?=\w)/.exec(line);
  if (mind) return start + mind[0].trim().split(" ").length;
  const match =
    /^(?:on the other hand|on the one hand|at the same time|in other words|for example|for instance|of course|in fact|as a result|(?:tomorrow|today|however|certainly|clearly|frankly|honestly|obviously|still|then|now|also|moreover|therefore)) ?,/.exec(
      line,
    );
  return match ? start + match[0].replace(",", " ,").trim().split(/\s+/).length : from;
}

/** "In this situation, which is hard, we will …": the clause begins after the last comma that one follows. */
function afterAdjunct(words: readonly Word[], window: Window): number {
  if (!PREPOSITIONS.has(words[window.from]?.lower ?? "") && words[window.from]?.lower !== "given")
    return window.from;
  for (let at = window.to - 1; at > window.from; at--) {
    if (words[at]?.form === "," && beginsClause(words, { from: at + 1, to: window.to })) return at + 1;
  }
  return window.from;
}

function isOpening(words: readonly Word[], from: number, to: number): boolean {
  return !words.slice(from + 1, to).some(isQuoteMark);
}

function hasReport(words: readonly Word[], from: number, at: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 6); i--) {
    if (CUE_FORMS.has(words[i]?.lower ?? "")) return true;
  }
  return false;
}

function isBoundary(words: readonly Word[], window: Window, at: number): boolean {
  const mark = words[at]?.form === ";" || words[at]?.form === ":";
  const comma = words[at - 1]?.form === ",";
  // "The decision is firm and Norland will sign": a verb on both sides.
  const joins =
    /^(?:and|but)$/.test(words[at]?.lower ?? "") &&
    hasVerb(words, { from: window.from, to: at }) &&
    /^(?:the|this|our|their|its|his|we|they|he|she|it|i|there)$|^\p{Lu}/u.test(words[at + 1]?.form ?? "");
  return (mark || comma || joins) && beginsClause(words, { from: at + 1, to: window.to });
}

const MIND = /^(?:sure|certain|confident|convinced|afraid|hopeful|aware|clear|true|likely|possible)$/;

/** "He said *that* …", "…, *that* the straits …", "It is for this reason *that* …". */
function opensContent(words: readonly Word[], window: Window, at: number): boolean {
  // "called *that* an error": a pronoun.
  if (!hasVerb(words, { from: at + 1, to: window.to })) return false;
  if (hasReport(words, window.from, at) || MIND.test(words[at - 1]?.lower ?? "")) return true;
  const before = words[at - 1];
  if (before?.form === "," || before?.lower === "and")
    return beginsClause(words, { from: at + 1, to: window.to });
  const cleft =
    words[window.from]?.lower === "it" && /^(?:is|was)$/.test(words[window.from + 1]?.lower ?? "");
  return cleft && at - window.from < 8 && PREPOSITIONS.has(words[window.from + 2]?.lower ?? "");
}

/** "He was *certain* war would come": a state of mind without "that". */
function endsMind(words: readonly Word[], window: Window, at: number): boolean {
  return (
    /^(?:sure|certain|confident|convinced|afraid)$/.test(words[at]?.lower ?? "") &&
    /^(?:is|am|are|was|were|i'm|we're|he's|she's)$/.test(words[at - 1]?.lower ?? "") &&
    beginsClause(words, { from: at + 1, to: window.to })
  );
}

/** Drops "…, Vale said" from the end of a clause. */
export function withoutReport(words: readonly Word[], window: Window): Window {
  for (let at = window.to - 1; at > Math.max(window.from, window.to - 8); at--) {
    const closed = isQuoteMark(words[at + 1]) && words[at + 1]?.start === words[at]?.end;
    const said = closed ? at + 2 : at + 1;
    if (words[at]?.form === "," && isReport(words, said, window.to)) return { from: window.from, to: at };
  }
  // "…, that they would …": the next of several things told.
  for (let at = window.from + 3; at < window.to; at++) {
    const joined = words[at]?.form === "," || words[at]?.lower === "and";
    if (!joined || words[at + 1]?.lower !== "that") continue;
    if (!beginsClause(words, { from: at + 2, to: window.to })) continue;
    return { from: window.from, to: at };
  }
  return window;
}

/** Index after the last word that is no closing mark. */
export function lastOf(words: readonly Word[], window: Window): number {
  let to = window.to;
  while (to > window.from + 1) {
    const word = words[to - 1];
    if (word?.kind !== "mark" || word.form === ")" || word.form === "%") break;
    if (isQuoteMark(word) && words.slice(window.from, to - 1).filter(isQuoteMark).length % 2 === 1) break;
    to--;
  }
  return to;
}
