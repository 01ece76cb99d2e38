/**
 * The clauses of a sentence, by their verbs: where each begins, with its
 * subject, and how it hangs on what stands before.
 *
 * Takes the words of one sentence. Every verb that carries a clause
 * (`verbs.ts`) has a subject to its left, or is a further predicate of the
 * clause before ("and signed it"). The subject is sought leftwards: a pronoun,
 * or a noun phrase with what hangs on it by prepositions, up to a mark, a
 * joining word or the verb before. A relative clause may stand inside it.
 *
 * Known misses: two noun phrases without an article side by side ("if talks
 * fail in Oslo Norland will"); a subject that is itself a clause ("to leave now
 * would be wrong") begins at its last noun.
 */

import { CUE_FORMS } from "../../lexicon/cues.ts";
import { CLAUSE_STARTERS, DETERMINERS } from "../../lexicon/grammar.ts";
import type { Word } from "../../text/words.ts";
import { isQuoteMark, isSingleMark, type Window } from "./sentences.ts";
import { asideStart, isAdjoined, MIND, subjectStart } from "./subjects.ts";
import { CONTRACTED, finiteVerbs, isAdverb, isOrder, THOUGHT } from "./verbs.ts";

/**
 * How a clause is joined: at the start or behind a mark (`free`), right behind
 * the words before (`bare`), told or thought (`that`), by "who" (`relative`),
 * by "because" (`adverbial`), "how" (`question`), "and" with a subject of its
 * own (`joined`), or without one (`predicate`).
 */
export type Link = "free" | "bare" | "that" | "relative" | "adverbial" | "question" | "joined" | "predicate";

export interface Clause {
  /** Its first word: of its subject, of a further predicate its verb. */
  from: number;
  verb: number;
  link: Link;
  /** The word or mark that joins it; `from` if none does. */
  linkAt: number;
}

/** The clauses of a sentence in the order of their verbs. */
export function clausesIn(words: readonly Word[], window: Window): Clause[] {
  const verbs = finiteVerbs(words, window);
  const clauses: Clause[] = [];
  for (let verb = window.from; verb < window.to; verb++)
    if (verbs[verb - window.from]) clauses.push(clauseOf(words, window, verb, clauses));
  return clauses;
}

/** Whether a clause stands in the window: its verb, with or without a subject. */
export function hasVerb(words: readonly Word[], window: Window): boolean {
  return finiteVerbs(words, window).includes(true);
}

function clauseOf(words: readonly Word[], window: Window, verb: number, before: readonly Clause[]): Clause {
  let at = verb - 1;
  while (at >= window.from && verb - at < 5 && isAdverb(words[at])) at--;
  const word = words[at];
  const lower = word?.lower ?? "";
  if (CONTRACTED.test(words[verb]?.lower ?? "")) return linked(words, window, verb, verb, before);
  if (at < window.from || !word) return { from: at + 1, verb, link: "free", linkAt: at + 1 };
  // "If she wins | are you glad": the subject follows.
  if (word.kind === "word" && asksBehind(words, verb)) return linked(words, window, verb, verb, before);
  if (/^(?:i|we|they|he|she|you|it|there|these|those|this)$/.test(lower))
    return linked(words, window, pronounStart(words, window, at, before), verb, before);
  if (lower === "who" || lower === "which" || (lower === "that" && isRelativeThat(words, window, at)))
    return { from: at + 1, verb, link: "relative", linkAt: at };
  if (/^(?:what|whoever|whatever|how|why|where|when)$/.test(lower))
    return { from: at, verb, link: "question", linkAt: at };
  if (/^(?:and|or|but|then)$/.test(lower)) return predicate(words, at, verb);
  // "whatever they do | can be undone": a clause for a subject.
  const subject = before[before.length - 1];
  if (subject?.verb === at && subject.link === "question") return { ...subject, verb };
  // "the “gang” will", "the Pres. would": such a mark ends no clause.
  const isInner = isQuoteMark(word) || /^[.\])]$/.test(word.form);
  if (isInner && words[at - 1]?.form === ",") return behindMark(words, window, at - 1, verb, before);
  if (word.kind === "mark" && !isInner) return behindMark(words, window, at, verb, before);
  const from = subjectStart(words, window, isInner ? at - 1 : at, before);
  return linked(words, window, from, verb, before);
}

function asksBehind(words: readonly Word[], verb: number): boolean {
  return (
    /^(?:are|is|am|was|were|will|would|can|could|should|do|does|did|have|has)$/.test(
      words[verb]?.lower ?? "",
    ) && /^(?:i|we|they|he|she|you)$/.test(words[verb + 1]?.lower ?? "")
  );
}

/** "Norland and *we* will": the pronoun may be the last of several. */
function pronounStart(words: readonly Word[], window: Window, at: number, before: readonly Clause[]): number {
  // ", nothing you can do": all of it.
  if (
    /^(?:nothing|everything|anything|something)$/.test(words[at - 1]?.lower ?? "") &&
    words[at - 2]?.form === ","
  )
    return at - 1;
  const joined = isAdjoined(words, window, at - 1, before) && words[at - 1]?.form !== ",";
  return joined && at - 2 >= window.from ? subjectStart(words, window, at - 2, before) : at;
}

function predicate(words: readonly Word[], at: number, verb: number): Clause {
  const link = words[at]?.lower === "then" ? "free" : "predicate";
  return { from: at + 1, verb, link, linkAt: at };
}

/** "guarantees *that* would hold", against "*that* would hold" at a start. */
function isRelativeThat(words: readonly Word[], window: Window, at: number): boolean {
  const before = words[at - 1];
  if (at <= window.from || !before || before.kind === "mark") return false;
  return (
    !CUE_FORMS.has(before.lower) &&
    !CLAUSE_STARTERS.has(before.lower) &&
    !/^(?:and|or|but|then|of|about|like)$/.test(before.lower) &&
    !CONTRACTED.test(before.lower)
  );
}

/** "Vale, the minister, *will* …" goes on behind an aside; ", *will* you …" begins. */
function behindMark(
  words: readonly Word[],
  window: Window,
  mark: number,
  verb: number,
  before: readonly Clause[],
): Clause {
  if (!/^[,—–]$/.test(words[mark]?.form ?? "")) return { from: mark + 1, verb, link: "free", linkAt: mark };
  const asks = /^(?:i|we|they|he|she|you|it|there|this|that|the)$/.test(words[verb + 1]?.lower ?? "");
  const begins = asks || isOrder(words, verb);
  const opening = begins ? -1 : asideStart(words, window, mark);
  if (opening === -1) return { from: mark + 1, verb, link: begins ? "free" : "predicate", linkAt: mark };
  return linked(words, window, subjectStart(words, window, opening - 1, before), verb, before);
}

/** "…, *legally* he cannot": an adverb between a mark and the subject. */
function isSetOff(words: readonly Word[], at: number): boolean {
  return /..ly$/.test(words[at]?.lower ?? "") && /^[,—–]$/.test(words[at - 1]?.form ?? "");
}

/** How a clause that begins at `from` hangs on what stands before it. */
function linked(
  words: readonly Word[],
  window: Window,
  from: number,
  verb: number,
  before: readonly Clause[],
): Clause {
  let at = from - 1;
  while (
    at >= window.from &&
    (isQuoteMark(words[at]) ||
      isSingleMark(words[at]) ||
      isSetOff(words, at) ||
      /^(?:maybe|\[)$/.test(words[at]?.lower ?? ""))
  )
    at--;
  const word = words[at];
  const make = (link: Link, linkAt = at): Clause => ({ from, verb, link, linkAt });
  if (at < window.from || !word) return make("free", from);
  const { lower } = word;
  if (/^(?:and|or)$/.test(lower)) return make("joined");
  if (/^(?:but|so|yet|then)$/.test(lower)) return make("free");
  if (lower === "that") {
    // "count on that | that is all".
    if (/^(?:like|of|about|with|on|for|to|than)$/.test(words[at - 1]?.lower ?? "")) return make("bare", from);
    return make(words[at - 1]?.lower === "so" ? "adverbial" : "that");
  }
  if (/^(?:what|how|whom|whose|why|where|whether|who|which)$/.test(lower)) {
    const relative = /^(?:whose|whom|which|who)$/.test(lower) || (lower === "where" && at > window.from);
    if (relative) return make("relative");
    if (lower === "whether") return make(words[at - 1]?.form === "," ? "adverbial" : "that");
    return { from: at, verb, link: "question", linkAt: at };
  }
  if (CLAUSE_STARTERS.has(lower) || lower === "like") return make("adverbial");
  if (word.kind === "mark") return make("free");
  // "They said | the deal is dead", "I am sure | they will".
  const told = before[before.length - 1];
  if (told && told.verb <= at && isTelling(words, told, at)) return make("that", from);
  return make("bare", from);
}

/** Whether the words up to `at` end with what somebody tells or thinks. */
function isTelling(words: readonly Word[], clause: Clause, at: number): boolean {
  for (let i = at; i >= Math.max(clause.verb, at - 2); i--) {
    const lower = words[i]?.lower ?? "";
    const told = CUE_FORMS.get(lower)?.verb.clause && !DETERMINERS.has(words[i - 1]?.lower ?? "");
    if (told || THOUGHT.test(lower) || MIND.test(lower)) return true;
    // "told them | they will", "told Vale | they will".
    if (
      !/^(?:me|us|him|her|them|you|it)$/.test(lower) &&
      !/^\p{Lu}/u.test(words[i]?.form ?? "") &&
      !isAdverb(words[i])
    )
      return false;
  }
  return false;
}
