/**
 * Clauses: how far the subject of a verb reaches to its left, and the clause
 * or object that it governs to its right.
 *
 * Works on the words of one sentence without a parser: English marks the edges
 * well enough with commas, conjunctions and verbs. Every function takes the
 * window of words that may be used (`from` inside, `to` just after), so that
 * nothing inside a quotation is tied to something outside it.
 *
 * Known misses: "On Monday Vale said" takes the day into the subject when no
 * comma follows; a subject with a clause of its own that has no comma ("the
 * man they sent said") begins too late.
 */

import { CUE_FORMS } from "../../lexicon/cues.ts";
import {
  ADJUNCT_STARTERS,
  AUXILIARIES,
  CLAUSE_STARTERS,
  PREPOSITIONS,
  ROLE_NOUNS,
  WEEKDAYS_AND_MONTHS,
} from "../../lexicon/grammar.ts";

import type { Word } from "../../text/words.ts";

/** Indexes into a sentence's words, half-open. */
export interface Window {
  from: number;
  to: number;
}

const QUOTE_MARK = /^(?:["“”„«»]|''|``)$/;
const LONGEST_SUBJECT = 30;
const LONGEST_APPOSITION = 25;

export function isQuoteMark(word: Word | undefined): boolean {
  return word !== undefined && QUOTE_MARK.test(word.form);
}

/** The noun phrase that ends just before `end`: the subject of the verb that starts there. `null` when there is none. */
export function subjectBefore(words: readonly Word[], window: Window, end: number): Window | null {
  const before = words[end - 1];
  if (end <= window.from || !before) return null;
  if (before.form === ",") return subjectWithApposition(words, window, end - 1);
  if (before.lower === "who" || before.lower === "which") return relativeHead(words, window, end - 1);
  const from = phraseStart(words, window, end);
  const trimmed = withoutLeadingAdjunct(words, { from, to: end });
  return trimmed && isNominal(words, trimmed) ? trimmed : null;
}

/** "officials who said", "Vale, who said": the phrase before the pronoun. */
function relativeHead(words: readonly Word[], window: Window, pronoun: number): Window | null {
  const end = words[pronoun - 1]?.form === "," ? pronoun - 1 : pronoun;
  let from = phraseStart(words, window, end);
  // The pronoun takes up the nearest noun: in "by phone with Vale, who had asked", Vale.
  for (let i = from; i < end; i++)
    if (PREPOSITIONS.has(words[i]?.lower ?? "") && words[i]?.lower !== "of") from = i + 1;
  return from < end && isNominal(words, { from, to: end }) ? { from, to: end } : null;
}

/** "Vale, the minister, said" and "Aide to the president, Vale, said": two commas around an apposition. */
function subjectWithApposition(words: readonly Word[], window: Window, comma: number): Window | null {
  for (let i = comma - 1; i > Math.max(window.from, comma - LONGEST_APPOSITION); i--) {
    const form = words[i]?.form ?? "";
    if (isQuoteMark(words[i]) || form === ";" || form === ":") return null;
    if (form !== ",") continue;
    const from = phraseStart(words, window, i);
    const head = withoutLeadingAdjunct(words, { from, to: i });
    if (!head || !isNominal(words, head)) return null;
    return startsClause(words, i + 1) ? head : { from: head.from, to: comma };
  }
  return null;
}

function startsClause(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower ?? "";
  return (
    CLAUSE_STARTERS.has(lower) ||
    lower === "who" ||
    lower === "which" ||
    /ing$/.test(lower) ||
    (CUE_FORMS.get(lower)?.participle ?? false)
  );
}

/** Left edge of the noun phrase that ends at `end`: the nearest mark, conjunction or verb to the left. */
function phraseStart(words: readonly Word[], window: Window, end: number): number {
  let from = end;
  const floor = Math.max(window.from, end - LONGEST_SUBJECT);
  while (from > floor) {
    const word = words[from - 1];
    if (!word || isEdge(words, from - 1)) break;
    if (word.lower === "and" && !joinsNames(words, from - 1)) break;
    if (word.form === "," && !betweenTitleAndName(words, from - 1, end)) break;
    from--;
  }
  while (
    from < end &&
    (words[from]?.lower === "and" || words[from]?.kind === "mark") &&
    !isQuoteMark(words[from])
  )
    from++;
  return from;
}

function isEdge(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return true;
  if (word.kind === "mark") return !/^[,&%$€£/().’'-]$/.test(word.form) || (word.form === ")" && false);
  if (AUXILIARIES.has(word.lower) || CLAUSE_STARTERS.has(word.lower)) return true;
  const form = CUE_FORMS.get(word.lower);
  return form !== undefined && !form.base && !form.third && !form.gerund && at > 0 && !isModifier(words, at);
}

/** "the announced talks", "the expected visit": a participle before a noun. */
function isModifier(words: readonly Word[], at: number): boolean {
  return /^(the|a|an|this|its|their|his|her|all|any|some)$/.test(words[at - 1]?.lower ?? "");
}

/** "Aide to the Russian president, Yuri Ushakov, …": a comma between a role and a name that ends the phrase. */
function betweenTitleAndName(words: readonly Word[], comma: number, end: number): boolean {
  if (!ROLE_NOUNS.has(words[comma - 1]?.lower ?? "")) return false;
  const name = words.slice(comma + 1, end);
  const capital =
    name.length > 0 &&
    name.length <= 4 &&
    name.every((word) => /^\p{Lu}/u.test(word.form) || /^(de|van|von|bin|al|der|du)$/.test(word.lower));
  return (
    capital && /^\p{Ll}/u.test(words[comma - 1]?.form ?? "") && !WEEKDAYS_AND_MONTHS.has(name[0]?.lower ?? "")
  );
}

/** "Vale and Ortiz said": what stands on both sides of "and" is of a kind. */
function joinsNames(words: readonly Word[], at: number): boolean {
  const left = words[at - 1];
  const right = words[at + 1];
  if (!left || !right) return false;
  if (/^\p{Lu}/u.test(left.form) && /^\p{Lu}/u.test(right.form)) return true;
  if (/^\p{Lu}/u.test(left.form) && /^(the|his|her|their|its|other|several|a)$/.test(right.lower))
    return true;
  return /s$/.test(left.lower) && left.kind === "word" && right.kind === "word" && /s$/.test(right.lower);
}

/** "In Kyiv Vale": a preposition at the start goes with its noun, unless nothing would be left. */
function withoutLeadingAdjunct(words: readonly Word[], window: Window): Window | null {
  let { from } = window;
  const lead = words[from]?.lower ?? "";
  if (PREPOSITIONS.has(lead) && lead !== "of") {
    from++;
    if (/^(the|a|an|this|that|his|her|its|their)$/.test(words[from]?.lower ?? "")) from++;
    while (
      from < window.to &&
      (WEEKDAYS_AND_MONTHS.has(words[from]?.lower ?? "") || words[from]?.kind === "number")
    )
      from++;
    if (from < window.to && from === window.from + 1) from++;
    while (from < window.to && words[from]?.kind === "mark") from++;
  }
  while (
    from < window.to &&
    (WEEKDAYS_AND_MONTHS.has(words[from]?.lower ?? "") ||
      /^(later|earlier|meanwhile|however|then|also|still|and|but)$/.test(words[from]?.lower ?? ""))
  )
    from++;
  return from < window.to ? { from, to: window.to } : null;
}

/** Whether a phrase can be somebody: it has a word that is no mere function word. */
function isNominal(words: readonly Word[], window: Window): boolean {
  for (let i = window.from; i < window.to; i++) {
    const word = words[i];
    if (word && word.kind === "word" && !PREPOSITIONS.has(word.lower) && !AUXILIARIES.has(word.lower))
      return true;
  }
  return false;
}

/** The noun phrase that begins at `start`, as after an inverted verb: "said the head of the agency on Monday". */
export function phraseAfter(words: readonly Word[], window: Window, start: number): Window | null {
  let to = start;
  while (to < window.to && to - start < LONGEST_SUBJECT) {
    const word = words[to];
    if (!word) break;
    if (word.kind === "mark" && !/^[&.’'-]$/.test(word.form)) {
      if (word.form !== "," || !isTitleAfterName(words, to)) break;
    }
    if (word.form === "." && to + 1 >= window.to) break;
    if (to > start) {
      if (AUXILIARIES.has(word.lower) || CLAUSE_STARTERS.has(word.lower) || word.lower === "who") break;
      if (ADJUNCT_STARTERS.has(word.lower) && word.lower !== "for" && word.lower !== "to") break;
      if (PREPOSITIONS.has(word.lower) && word.lower !== "of" && word.lower !== "for" && word.lower !== "to")
        break;
      if (WEEKDAYS_AND_MONTHS.has(word.lower) && !/^\p{Lu}/u.test(words[to + 1]?.form ?? "")) break;
      const form = CUE_FORMS.get(word.lower);
      if (form && (form.gerund || (!form.base && !form.third))) break;
    }
    to++;
  }
  while (to > start && (words[to - 1]?.lower === "and" || words[to - 1]?.kind === "mark")) to--;
  return to > start && isNominal(words, { from: start, to }) ? { from: start, to } : null;
}

/** "said Vale, the minister," and "said Vale, who": the apposition belongs to the name only when a lower-case role follows. */
function isTitleAfterName(words: readonly Word[], comma: number): boolean {
  if (!/^\p{Lu}/u.test(words[comma - 1]?.form ?? "")) return false;
  return words.slice(comma + 1, comma + 6).some((word) => ROLE_NOUNS.has(word.lower));
}
