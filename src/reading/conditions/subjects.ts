/**
 * Where the subject of a verb begins: a noun phrase with what hangs on it by
 * prepositions, lists and relative clauses, up to a mark, a joining word or the
 * verb before.
 *
 * Takes the words and the clauses found before; every walk is bounded.
 *
 * Known misses: two noun phrases without an article side by side ("if talks
 * fail in Oslo Norland will"); a long list with words set off inside ("the
 * states, the banks and even, perhaps, the courts are").
 */

import { CUE_FORMS } from "../../lexicon/cues.ts";
import { CLAUSE_STARTERS, DETERMINERS, PREPOSITIONS } from "../../lexicon/grammar.ts";
import { VERB_FORMS } from "../../lexicon/verbs.ts";
import type { Word } from "../../text/words.ts";
import type { Clause } from "./clauses.ts";
import { isQuoteMark, type Window } from "./sentences.ts";
import { isAdverb } from "./verbs.ts";

const LONGEST_ASIDE = 25;

/** The comma or dash that opens what the one at `mark` closes; -1 if none. */
export function asideStart(words: readonly Word[], window: Window, mark: number): number {
  for (let at = mark - 1; at > Math.max(window.from, mark - LONGEST_ASIDE); at--) {
    const form = words[at]?.form ?? "";
    if (form === words[mark]?.form) return at;
    if (/^[;:]$/.test(form) || (words[mark]?.form === "," && /^[—–]$/.test(form))) return -1;
  }
  return -1;
}

const LONGEST_SUBJECT = 30;

/** The first word of the noun phrase that ends at `last`. */
export function subjectStart(
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

/** "of *closing* the Straits", "knowing a lot", "to *close* the Straits": the verb of a phrase that belongs to the subject. */
function isGoverning(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word?.kind !== "word") return false;
  if (/..ing$/.test(word.lower))
    return before === undefined || !/^(?:is|are|was|were|be|been|'s|am)$/.test(before.lower);
  return (
    before?.lower === "to" &&
    VERB_FORMS.get(word.lower)?.base === true &&
    !CUE_FORMS.has(words[at - 2]?.lower ?? "")
  );
}

/** "Norland *and* the states", "Norland*,* Sudland and": joins nouns, as no verb stands before it in its clause. */
export function isAdjoined(
  words: readonly Word[],
  window: Window,
  at: number,
  before: readonly Clause[],
): boolean {
  const word = words[at];
  if (!word || !(/^(?:and|or)$/.test(word.lower) || word.form === ",")) return false;
  return !isEdge(words, window, at, before);
}

function relativeOver(before: readonly Clause[], at: number): Clause | null {
  const last = before[before.length - 1];
  return last && last.link === "relative" && last.verb === at ? last : null;
}

export const MIND =
  /^(?:sure|certain|confident|convinced|afraid|aware|glad|sorry|hopeful|way|day|moment|time)$/;

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
  if (next?.kind !== "word" || !/^\p{Ll}/u.test(next.form) || DETERMINERS.has(next.lower)) return false;
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
