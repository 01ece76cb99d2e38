/**
 * Markers of condition in a sentence: which "if", "should" and "until" open a
 * condition, and whether the condition stands before its main clause.
 *
 * Known miss: "should" and "had" with a long subject ("should the talks that
 * began on Monday fail") are believed only after a word that begins a clause.
 */

import {
  ASKED,
  BARGAINS,
  type Marker,
  markersByFirst,
  NO_CONDITION_AFTER,
  NO_CONDITION_BEFORE,
  WAYS_TO_SPEAK,
  WHETHER_VERBS,
} from "../../lexicon/conditions.ts";
import { WEEKDAYS_AND_MONTHS } from "../../lexicon/grammar.ts";
import { VERB_FORMS } from "../../lexicon/verbs.ts";
import type { Word } from "../../text/words.ts";
import { endsAsQuestion, isNounNext, isSubject, startsClause } from "./clause-starts.ts";
import { hasVerb } from "./clauses.ts";
import { inversionAt, isInverted } from "./inversions.ts";
import { isQuoteMark, type Window } from "./sentences.ts";

export interface MarkerFound extends Window {
  kind: Marker["kind"];
  takes: Marker["takes"];
  /** Whether a clause begins with it: the main clause follows. */
  isFronted: boolean;
  /** Where that clause begins; `null` if it is not fronted. */
  clauseStart: number | null;
  rule: string;
}

/** More in one sentence is no sentence. */
const MOST_MARKERS = 8;

export function markersIn(words: readonly Word[], window: Window): MarkerFound[] {
  const all: MarkerFound[] = [];
  for (let at = window.from; at < window.to && all.length < MOST_MARKERS; at++) {
    const found = markerAt(words, window, at) ?? inversionAt(words, window, at);
    if (!found) continue;
    all.push(found);
    at = found.to - 1;
  }
  return all;
}

function markerAt(words: readonly Word[], window: Window, at: number): MarkerFound | null {
  for (const marker of markersByFirst.get(words[at]?.lower ?? "") ?? []) {
    if (!marker.words.every((word, i) => words[at + i]?.lower === word)) continue;
    const to = at + marker.words.length;
    // "if not reformed": the marker is "if".
    if (marker.words.join(" ") === "if not" && VERB_FORMS.get(words[to]?.lower ?? "")?.participle) continue;
    if (to > window.to || !isCondition(words, window, at, to, marker)) return null;
    const isFronted = startsClause(words, window, at);
    const clauseStart = isFronted ? at : null;
    return {
      from: at,
      to,
      kind: marker.kind,
      takes: marker.takes,
      isFronted,
      clauseStart,
      rule: marker.words.join("-"),
    };
  }
  return null;
}

function isCondition(
  words: readonly Word[],
  window: Window,
  at: number,
  to: number,
  marker: Marker,
): boolean {
  const before = words[at - 1]?.lower ?? "";
  const after = words[to];
  switch (marker.words.join(" ")) {
    case "if":
      // "it's like if …", but "what would it look like if …".
      if (before === "like" && /(?:^is|^was|'s)$/.test(words[at - 2]?.lower ?? "")) return false;
      if (
        NO_CONDITION_BEFORE.has(before) ||
        after?.lower === "if" ||
        isNamed(words, to) ||
        isAside(words, window, to) ||
        isWayToSpeak(words, to)
      )
        return false;
      return after !== undefined && after.form !== "," && !isWhether(words, window, at);
    case "if only":
      return hasVerb(words, { from: window.from, to: at }) && isSubject(words, to);
    case "should":
      return (
        isSubject(words, to) &&
        !endsAsQuestion(words, window) &&
        (startsClause(words, window, at) || isInverted(words, window, at, to))
      );
    case "provided":
      return (
        isSubject(words, to) &&
        (before === "," ||
          at === window.from ||
          (!/^(?:has|have|had|is|was|are|were|be|been|already|also)$/.test(before) &&
            hasVerb(words, { from: window.from, to: at }) &&
            hasVerb(words, { from: to, to: nextComma(words, window, to) })))
      );
    case "in this case":
      // "we will find it in this case": the one at hand.
      return startsClause(words, window, at) || words[to]?.kind === "word";
    case "in the event":
      return isSubject(words, to);
    case "in case":
      return after?.lower !== "you" && isSubject(words, to);
    case "as long as":
    case "so long as":
    case "for as long as":
      return (
        (after?.kind === "word" &&
          !/^(?:an?|it|possible|necessary|one|two|three|four|five|six)$/.test(after.lower)) ||
        (isSubject(words, to) && after?.lower === "it")
      );
    case "until":
      return (
        after?.kind === "word" &&
        !/^(?:now|then|recently|late|early|tomorrow|today|after)$/.test(after.lower) &&
        !WEEKDAYS_AND_MONTHS.has(after.lower) &&
        !/^(?:unless|up)$/.test(before)
      );
    case "without":
      return (
        !/^(?:delay|exception|doubt|question|fail|further|precedent|saying|comment|a|any)$/.test(
          after?.lower ?? "",
        ) || /^(?:a|any)$/.test(after?.lower ?? "")
      );
    case "subject to":
    case "conditional on":
    case "conditional upon":
    case "contingent on":
    case "contingent upon":
      return (
        before === "," ||
        /^(?:to|agreement|agree|agreed|proceed|is|are|was|were|be|remains?|only)$/.test(before) ||
        at === window.from
      );
    case "absent":
    case "failing":
    case "barring":
    case "short of":
      return startsClause(words, window, at) && isNounNext(words, to);
    case "but for":
      return (
        isNounNext(words, to) &&
        words
          .slice(window.from, window.to)
          .some(({ lower }) => /^(?:would|could|might|wouldn't|couldn't)$/.test(lower))
      );
    case "if not for":
      return isNounNext(words, to);
    case "assuming":
    case "supposing":
      return (startsClause(words, window, at) || before === ",") && isSubject(words, to);
    case "in return for":
    case "in exchange for":
      return words
        .slice(window.from, at === window.from ? window.to : at)
        .some(({ lower }, i) => window.from + i !== at && BARGAINS.has(lower));
    case "in the case of":
      return /^(?:an?|any|further|another|new|attack|aggression|war|failure|need|such)$/.test(
        after?.lower ?? "",
      );
    case "if not":
      return after?.form === "," && startsClause(words, window, at);
    case "otherwise":
      return isOtherwise(words, window, at, to);
    default:
      return true;
  }
}

function nextComma(words: readonly Word[], window: Window, from: number): number {
  let at = from;
  while (at < window.to && words[at]?.form !== ",") at++;
  return at;
}

/** "an ‘if’ question". */
function isNamed(words: readonly Word[], to: number): boolean {
  return /^['’”"]$/.test(words[to]?.form ?? "") && words[to]?.start === words[to - 1]?.end;
}

function isWayToSpeak(words: readonly Word[], at: number): boolean {
  const line = words
    .slice(at, at + 4)
    .map(({ lower }) => lower)
    .join(" ");
  if (/^you (?:will|wish)(?: [^\p{L}].*)?$/u.test(line.split(" ").slice(0, 3).join(" "))) return true;
  // "told, if privately, so".
  return WAYS_TO_SPEAK.test(line) || isAdded(words, at);
}

/** "told, if privately, so", "well-meant, if late, advice": one word between commas, but "if asked,". */
function isAdded(words: readonly Word[], at: number): boolean {
  const { lower = "" } = words[at] ?? {};
  if (words[at + 1]?.form !== ",") return false;
  if (/..ly$/.test(lower)) return true;
  return (
    words[at - 2]?.form === "," &&
    !VERB_FORMS.has(lower) &&
    !/^(?:so|not|necessary|ever|then|when)$|ed$/.test(lower)
  );
}

/** "few, if any," "if possible", "if anything": no condition; "if any force is used": one. */
function isAside(words: readonly Word[], window: Window, at: number): boolean {
  const after = words[at]?.lower ?? "";
  if (!NO_CONDITION_AFTER.has(after)) return false;
  if (after === "not" && VERB_FORMS.get(words[at + 1]?.lower ?? "")?.participle) return false;
  if (!/^(?:any|anyone|anybody|anything)$/.test(after)) return true;
  return at + 1 >= window.to || words[at + 1]?.kind !== "word";
}

/** "asked him if", "unclear if": a question, not a condition. */
function isWhether(words: readonly Word[], window: Window, at: number): boolean {
  for (let i = at - 1; i >= Math.max(window.from, at - 3); i--) {
    const lower = words[i]?.lower ?? "";
    // "will be considered if …".
    if (/^(?:be|been|being)$/.test(words[i - 1]?.lower ?? "") && lower === "considered") return false;
    if (WHETHER_VERBS.has(lower))
      return words[i - 1]?.lower !== "we" || !/^(?:see|know)$/.test(lower) || i === at - 1;
    if (!ASKED.has(lower) && !/^\p{Lu}/u.test(words[i]?.form ?? "")) return false;
  }
  return false;
}

function isOtherwise(words: readonly Word[], window: Window, at: number, to: number): boolean {
  const before = words[at - 1];
  const begins =
    at === window.from ||
    /^[;:,—–-]$/.test(before?.form ?? "") ||
    isQuoteMark(before) ||
    /^(?:that|because|since|and)$/.test(before?.lower ?? "");
  return (
    begins &&
    words[to]?.kind !== undefined &&
    !/^(?:agreed|stated|known|specified|engaged)$/.test(words[to]?.lower ?? "")
  );
}
