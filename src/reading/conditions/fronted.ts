/**
 * A condition that stands first: where it ends, and its main clause begins.
 *
 * Takes the clauses of the sentence; each that could be the main clause has a
 * strength, by what stands before it ("then", a comma, nothing), and the
 * strongest wins, of equals the first.
 *
 * Known misses: a comma inside the condition before a clause of its own ("if
 * they come, they say, we will go" is read well; "if they want peace, they want
 * calm, we will go" is not); a main clause without a verb behind two commas.
 */

import { CUE_FORMS } from "../../lexicon/cues.ts";
import type { Word } from "../../text/words.ts";
import type { Clause } from "./clauses.ts";
import type { MarkerFound } from "./markers.ts";
import { lastOf } from "./report.ts";
import { isQuoteMark, type Window } from "./sentences.ts";
import { isAdverb, THOUGHT } from "./verbs.ts";

export interface Edge {
  /** Just after the condition. */
  end: number;
  /** Where the consequence begins. */
  from: number;
  /** Whether "then", a comma or a dash parts them. */
  isMarked: boolean;
  /** Whether the main clause stands for itself, rather than being told or asked. */
  isFree: boolean;
}

/** The edge between a condition at `marker` and the main clause behind it. */
export function edgeBehind(
  words: readonly Word[],
  window: Window,
  clauses: readonly Clause[],
  marker: MarkerFound,
): Edge | null {
  let best: Edge | null = null;
  let most = 0;
  for (const clause of clauses) {
    if (clause.from <= marker.to || clause.from >= window.to) continue;
    const strength = strengthOf(words, window, clauses, clause, marker);
    if (strength <= most) continue;
    const end = conditionEnd(words, marker, clause.link === "that" ? clause.linkAt : clause.from);
    if (end <= marker.to) continue;
    most = strength;
    best = {
      end,
      from: withoutFrame(words, clauses, clause),
      isMarked: strength > BARE,
      isFree: clause.link === "free",
    };
  }
  return best;
}

const THEN = 5;
const MARKED = 3;
const BARE_PRONOUN = 2;
const BARE = 2;
/** "if asked, …": at most so many words are a condition without a verb. */
const LONGEST_BARE = 6;

function strengthOf(
  words: readonly Word[],
  window: Window,
  clauses: readonly Clause[],
  clause: Clause,
  marker: MarkerFound,
): number {
  const { from, link } = clause;
  let at = (link === "that" ? clause.linkAt : from) - 1;
  while (at > marker.to && (isQuoteMark(words[at]) || words[at]?.form === "[" || isOpening(words[at]))) at--;
  const before = words[at];
  const inner = words[at - 1]?.lower ?? "";
  if (before?.lower === "then" && inner !== "and" && at > marker.to + 1) return THEN;
  const marked = /^(?:,|—|–|-|\.{2,}|…)$/.test(before?.form ?? "");
  if (isReported(words, window, clause) || isBetweenDashes(words, window, clause, at)) return 0;
  const own = clauses.some(({ verb }) => verb >= marker.from && verb < from);
  // "if war, unrest or hunger were to come": the comma stands inside the subject.
  const isList = words.slice(from, clause.verb).some(({ lower }) => lower === "and" || lower === "or");
  if (marker.takes === "clause" && !own && isList && from - marker.to > LONGEST_BARE) return 0;
  // "… that if they come(,) that we will go".
  const opened =
    link === "that" &&
    words[marker.from - 1]?.lower === "that" &&
    words[clause.linkAt]?.lower === "that" &&
    !/^(?:and|or)$/.test(words[clause.linkAt - 1]?.lower ?? "");
  if ((marked && (link === "free" || link === "question")) || opened) return MARKED;
  if (link !== "bare" || (marker.takes === "clause" && !own)) return 0;
  return /^(?:we|they|he|she|i|it|you|there|that)\b/.test(words[from]?.lower ?? "") ? BARE_PRONOUN : 1;
}

/** "well", "of course", "maybe": between the comma and the clause. */
function isOpening(word: Word | undefined): boolean {
  return /^(?:well|yes|maybe|perhaps|of|course)$|..ly$/.test(word?.lower ?? "");
}

/** "…, he said, …". */
function isReported(words: readonly Word[], window: Window, { from, verb }: Clause): boolean {
  if (!CUE_FORMS.has(words[verb]?.lower ?? "") || verb - from > 4) return false;
  const next = words[verb + 1];
  return verb + 1 >= window.to || next === undefined || next.form === "," || isQuoteMark(next);
}

/** "… – that is what he knows – …": an aside, if a second dash closes it. */
function isBetweenDashes(words: readonly Word[], window: Window, clause: Clause, mark: number): boolean {
  if (!/^[—–]$/.test(words[mark]?.form ?? "")) return false;
  for (let at = clause.verb; at < Math.min(window.to, clause.verb + 40); at++)
    if (/^[—–]$/.test(words[at]?.form ?? "")) return at + 2 < window.to;
  return false;
}

/** Just after the condition's last word: before the marks and openings in front of the main clause. */
function conditionEnd(words: readonly Word[], marker: MarkerFound, from: number): number {
  let end = from;
  while (
    end > marker.to &&
    (/^(?:[,—–…-]|\.{2,})$/.test(words[end - 1]?.form ?? "") ||
      /^(?:then|maybe|perhaps)$/.test(words[end - 1]?.lower ?? "") ||
      (/^(?:well|yes)$/.test(words[end - 1]?.lower ?? "") && words[end - 2]?.form === ",") ||
      (/..ly$/.test(words[end - 1]?.lower ?? "") && words[end - 2]?.form === ",") ||
      words[end - 1]?.form === "[" ||
      (isQuoteMark(words[end - 1]) && words[end - 1]?.end === words[end]?.start) ||
      (words[end - 1]?.lower === "course" && words[end - 2]?.lower === "of") ||
      (words[end - 1]?.lower === "of" && words[end]?.lower === "course"))
  )
    end--;
  return withoutAside(words, marker.to, end);
}

/** "if they come, *for example*, …". */
function withoutAside(words: readonly Word[], from: number, end: number): number {
  const last = words[end - 1]?.lower ?? "";
  const aside = /^(?:example|instance)$/.test(last) && words[end - 2]?.lower === "for";
  return aside && words[end - 3]?.form === "," && end - 3 > from ? end - 3 : end;
}

/** "I think *we will* …", "you know *they would* …", "it is clear that *nobody* …": what is thought, without who thinks it. */
export function withoutFrame(words: readonly Word[], clauses: readonly Clause[], clause: Clause): number {
  const next = clauses[clauses.indexOf(clause) + 1];
  if (next?.link !== "that" || next.from - clause.verb > 4) return clause.from;
  const subject = words[clause.from]?.lower ?? "";
  const verb = words[clause.verb]?.lower ?? "";
  const last = words[clause.verb + 1 + (isAdverb(words[clause.verb + 1]) ? 1 : 0)]?.lower ?? "";
  const thinks =
    THOUGHT.test(verb) || THOUGHT.test(last) || /^(?:sure|certain|confident|convinced|afraid)$/.test(last);
  const own = /^(?:i|we)(?:'|$)/.test(subject) || (subject === "you" && verb === "know");
  // "I don't think we can": the denial belongs to what follows.
  const denied = words
    .slice(clause.verb, next.from)
    .some(({ lower }) => lower === "not" || lower.endsWith("n't"));
  if (own) return thinks && !denied ? next.from : clause.from;
  const certain = words
    .slice(clause.verb + 1, next.linkAt)
    .some(({ lower }) =>
      /^(?:near-certainty|certainty|certain|clear|likely|chance|true|sure|possible|obvious)$/.test(lower),
    );
  return /^(?:it|there)(?:'|$)/.test(subject) && certain ? next.from : clause.from;
}

/** "If Norland attacks, Sudland responds": a verb that no list knows stands behind the only comma. */
export function onlyComma(
  words: readonly Word[],
  window: Window,
  clauses: readonly Clause[],
  marker: MarkerFound,
): number | null {
  const isInside = ({ verb }: Clause) => verb >= window.from && verb < marker.from;
  if (marker.takes !== "clause" || clauses.some(isInside)) return null;
  const to = lastOf(words, window);
  const commas: number[] = [];
  for (let at = marker.to + 1; at < to; at++) if (words[at]?.form === ",") commas.push(at);
  const [comma] = commas;
  const next = words[(comma ?? 0) + 1];
  if (comma === undefined || commas.length > 2 || to - comma < 3 || next?.kind !== "word") return null;
  const opens = /^(?:and|or|but|which|who|as|including|with|on|in|at|by|for|of|to|especially|if)$/.test(
    next.lower,
  );
  const isVerb = clauses.some(({ verb }) => verb === comma + 1);
  return opens || isVerb ? null : comma;
}
