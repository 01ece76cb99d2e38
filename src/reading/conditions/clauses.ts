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
import { CLAUSE_STARTERS, DETERMINERS, PREPOSITIONS } from "../../lexicon/grammar.ts";
import { VERB_FORMS } from "../../lexicon/verbs.ts";
import type { Word } from "../../text/words.ts";
import { CONTRACTED, finiteVerbs, isAdverb, isOrder, THOUGHT } from "./verbs.ts";

/** Indexes into words, half-open. */
export interface Window {
  from: number;
  to: number;
}

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

const QUOTE_MARK = /^(?:["“”„«»]|''|``)$/;

export function isQuoteMark(word: Word | undefined): boolean {
  return word !== undefined && QUOTE_MARK.test(word.form);
}

/** A single quotation mark that stands by itself: "the words ‘No’ he …". */
function isSingleMark(word: Word | undefined): boolean {
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

const LONGEST_ASIDE = 25;

/** The comma or dash that opens what the one at `mark` closes; -1 if none. */
function asideStart(words: readonly Word[], window: Window, mark: number): number {
  for (let at = mark - 1; at > Math.max(window.from, mark - LONGEST_ASIDE); at--) {
    const form = words[at]?.form ?? "";
    if (form === words[mark]?.form) return at;
    if (/^[;:]$/.test(form) || (words[mark]?.form === "," && /^[—–]$/.test(form))) return -1;
  }
  return -1;
}

/** The first word of the noun phrase that ends at `last`. */
function subjectStart(
  words: readonly Word[],
  window: Window,
  last: number,
  before: readonly Clause[],
): number {
  let from = last;
  let at = last;
  while (at >= window.from && last - at < LONGEST_SUBJECT) {
    const word = words[at];
    if (!word || isEdge(words, window, at, before)) break;
    const relative = relativeOver(before, at);
    if (relative !== null && relative.linkAt > window.from) {
      at = relative.linkAt - 1;
      if (words[at]?.form === ",") at--;
      continue;
    }
    if (before.some(({ verb }) => verb === at)) break;
    from = at;
    const isHead =
      DETERMINERS.has(word.lower) || /^(?:he|she|we|they|i|it|you|these|those)$/.test(word.lower);
    const prior = words[at - 1];
    // "all the sides", "the president's aide", "end of the war": goes on to the left.
    const goesOn =
      prior !== undefined &&
      (PREPOSITIONS.has(prior.lower) ||
        DETERMINERS.has(prior.lower) ||
        isGoverning(words, at - 1) ||
        isAdjoined(words, window, at - 1, before));
    if (isHead && !goesOn) break;
    at--;
  }
  return withoutOpening(words, from, last, before);
}

const LONGEST_SUBJECT = 30;

/** "of *closing* the Straits", "knowing a lot", "to *close* the Straits": the verb of a phrase that belongs to the subject. */
function isGoverning(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || word.kind !== "word") return false;
  if (/..ing$/.test(word.lower))
    return before === undefined || !/^(?:is|are|was|were|be|been|'s|am)$/.test(before.lower);
  return (
    before?.lower === "to" &&
    VERB_FORMS.get(word.lower)?.base === true &&
    !CUE_FORMS.has(words[at - 2]?.lower ?? "")
  );
}

/** "Norland *and* the states", "Norland*,* Sudland and": joins nouns, as no verb stands before it in its clause. */
function isAdjoined(words: readonly Word[], window: Window, at: number, before: readonly Clause[]): boolean {
  const word = words[at];
  if (!word || !(/^(?:and|or)$/.test(word.lower) || word.form === ",")) return false;
  return !isEdge(words, window, at, before);
}

function relativeOver(before: readonly Clause[], at: number): Clause | null {
  const last = before[before.length - 1];
  return last && last.link === "relative" && last.verb === at ? last : null;
}

/** Where no subject reaches further left. */
function isEdge(words: readonly Word[], window: Window, at: number, before: readonly Clause[]): boolean {
  const word = words[at];
  if (!word) return true;
  if (/^(?:[;:—–(…]|\.{2,})$/.test(word.form)) return true;
  if (/^(?:and|or|,)$/.test(word.kind === "mark" ? word.form : word.lower))
    return hasClauseBefore(words, window, at, before);
  if (/^(?:but|so|then|yet|who|which|whose|because|even|only|will|would)$/.test(word.lower)) return true;
  if (
    MIND.test(word.lower) &&
    /^(?:is|am|are|was|were|i'm|we're|he's|she's)$/.test(words[at - 1]?.lower ?? "")
  )
    return true;
  if (word.lower === "that") return !isPointing(words, window, at);
  return CLAUSE_STARTERS.has(word.lower);
}

/** "…, *that* person will", "from *that* film": a pointing word rather than one that opens a clause. */
function isPointing(words: readonly Word[], window: Window, at: number): boolean {
  const before = words[at - 1];
  const next = words[at + 1];
  if (!next || next.kind !== "word" || !/^\p{Ll}/u.test(next.form) || DETERMINERS.has(next.lower))
    return false;
  if (/^(?:i|he|she|we|they|it|you|there|in|if|when)$/.test(next.lower) || /s$/.test(next.lower))
    return false;
  if (at === window.from || !before) return false;
  return (
    PREPOSITIONS.has(before.lower) ||
    before.lower === "like" ||
    before.form === "," ||
    isQuoteMark(before) ||
    /^(?:and|but|then)$/.test(before.lower)
  );
}

/** Whether a verb or an opening preposition stands left of a comma or "and", so that these part clauses. */
function hasClauseBefore(
  words: readonly Word[],
  window: Window,
  at: number,
  before: readonly Clause[],
): boolean {
  const last = before[before.length - 1];
  if (words[at]?.form !== ",") {
    // "they attack, Norland *and* its allies": nouns back to the comma.
    for (let i = at - 1; i >= window.from && i > (last?.verb ?? -1); i--) {
      if (i === at - 1 && words[i]?.form === ",") break;
      if (words[i]?.form === "," || isQuoteMark(words[i]) || CLAUSE_STARTERS.has(words[i]?.lower ?? ""))
        return false;
    }
    return last !== undefined && last.verb < at;
  }
  const comma = commaBefore(words, window, at);
  if (before.some(({ verb }) => verb > comma && verb < at)) return true;
  if (last && last.verb < at) return !isListed(words, at) || opensAside(words[comma + 1]);
  // "In May, the sides will": what opens with a preposition is no part of the subject.
  return opensAside(words[last ? last.from : window.from]);
}

function commaBefore(words: readonly Word[], window: Window, at: number): number {
  let comma = at - 1;
  while (comma >= window.from && words[comma]?.form !== ",") comma--;
  return comma;
}

/** "Norland*,* Sudland, and the others will": "and" follows within the same list. */
function isListed(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < at + LONGEST_SUBJECT && words[i]?.kind !== undefined; i++)
    if (/^(?:and|or)$/.test(words[i]?.lower ?? "")) return words[i - 1]?.form === "," || i - at < 5;
    else if (/^[;:—–]$/.test(words[i]?.form ?? "")) return false;
  return false;
}

function opensAside(word: Word | undefined): boolean {
  return (
    word === undefined ||
    PREPOSITIONS.has(word.lower) ||
    CLAUSE_STARTERS.has(word.lower) ||
    isAdverb(word) ||
    /ing$/.test(word.lower) ||
    /^(?:well|yes|no|okay|oh|frankly|today|tomorrow|yesterday|but|and|so|given|maybe|perhaps)$/.test(
      word.lower,
    )
  );
}

/** Without marks, joining words and the particle of the verb before ("go *on* | Norland will"). */
function withoutOpening(
  words: readonly Word[],
  from: number,
  last: number,
  before: readonly Clause[],
): number {
  let at = from;
  if (PREPOSITIONS.has(words[at]?.lower ?? "") && at < last && before.some(({ verb }) => verb === at - 1))
    at++;
  while (
    at < last &&
    ((words[at]?.kind === "mark" && !isQuoteMark(words[at]) && words[at]?.form !== "[") ||
      /^(?:and|or|but|so|then|maybe)$/.test(words[at]?.lower ?? ""))
  )
    at++;
  return at;
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
    // "focused on that | that is all".
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

const MIND = /^(?:sure|certain|confident|convinced|afraid|aware|glad|sorry|hopeful|way|day|moment|time)$/;

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
