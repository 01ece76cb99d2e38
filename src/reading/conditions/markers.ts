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
import { DETERMINERS, WEEKDAYS_AND_MONTHS } from "../../lexicon/grammar.ts";
import { VERB_FORMS } from "../../lexicon/verbs.ts";
import type { Word } from "../../text/words.ts";
import { hasVerb, isQuoteMark, type Window } from "./clauses.ts";
import { CONTRACTED } from "./verbs.ts";

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

function isNounNext(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word?.kind === "word" && !/^(?:is|was|are|were|to|in|on|of|and|or|that)$/.test(word.lower);
}

function isWayToSpeak(words: readonly Word[], at: number): boolean {
  const line = words
    .slice(at, at + 4)
    .map(({ lower }) => lower)
    .join(" ");
  if (/^you (?:will|wish)(?: [^\p{L}].*)?$/u.test(line.split(" ").slice(0, 3).join(" "))) return true;
  // "so explicitly, if anonymously, told".
  return WAYS_TO_SPEAK.test(line) || isAdded(words, at);
}

/** "told, if anonymously, so", "like-minded, if bogus, ideas": one word between commas, but "if asked,". */
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

/** "sanctions *should the situation* escalate": after a noun, a subject where a verb would stand. */
function isInverted(words: readonly Word[], window: Window, at: number, to: number): boolean {
  const before = words[at - 1]?.lower ?? "";
  if (/^(?:how|what|when|where|why|who|whom|which|and|or|not)$/.test(before)) return false;
  // A headline: "Vale Should Win".
  if (words[at]?.form === "Should") return false;
  const subject = words[to]?.lower ?? "";
  if (at <= window.from) return false;
  return (
    /^(?:the|this|these|that|those|its|their|our|his|her|he|she|they|we|it|there|such|any|either|both)$/.test(
      subject,
    ) || /^\p{Lu}/u.test(words[to]?.form ?? "")
  );
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

/** "Had they asked, …", "Were they to ask, …". */
function inversionAt(words: readonly Word[], window: Window, at: number): MarkerFound | null {
  const lower = words[at]?.lower ?? "";
  if ((lower !== "had" && lower !== "were") || !isSubject(words, at + 1)) return null;
  const opens = /^(?:that|but|and|,)$/.test(words[at - 1]?.lower ?? "") && startsClause(words, window, at);
  if (words[at]?.form === lower && !opens) return invertedBehind(words, window, at);
  if (opens && lower === "had" && !hasVerb(words, { from: at + 4, to: window.to })) return null;
  if (/^(?:an?|some|any)$/.test(words[at + 1]?.lower ?? "") || !startsClause(words, window, at)) return null;
  if (endsAsQuestion(words, window)) return null;
  if (lower === "were" && !words.slice(at + 2, at + 10).some((word) => /^(?:to|not)$/.test(word.lower)))
    return null;
  return {
    from: at,
    to: at + 1,
    kind: "if",
    takes: "clause",
    isFronted: true,
    clauseStart: at,
    rule: `inverted-${lower}`,
  };
}

/** "… would have been open *had* the talks not failed", "it would help *were* Norland *to* withdraw". */
function invertedBehind(words: readonly Word[], window: Window, at: number): MarkerFound | null {
  const lower = words[at]?.lower ?? "";
  const before = words.slice(Math.max(window.from, at - 30), at).map((word) => word.lower);
  const modal = before.some((word) => /^(?:would|could|might|wouldn't|couldn't)$/.test(word));
  const after = words.slice(at + 2, at + 9).map((word) => word.lower);
  const isUnreal =
    lower === "had"
      ? before.includes("have") &&
        after.some((word) => /(?:ed|en|ne|ght|nt|pt|un|come|gone|made|put)$/.test(word))
      : after.includes("to");
  const bound = /^(?:that|which|who|it|he|she|they|we|i|you|there|and|if|what|where|when)$/.test(
    words[at - 1]?.lower ?? "",
  );
  if (!modal || !isUnreal || bound) return null;
  // "the ministers were the ones": a subject of its own stands before.
  const name =
    /^\p{Lu}/u.test(words[at + 1]?.form ?? "") ||
    /^(?:he|she|they|we|it|you)$/.test(words[at + 1]?.lower ?? "");
  if (lower === "were" && !name && /s$/.test(words[at - 1]?.lower ?? "")) return null;
  return {
    from: at,
    to: at + 1,
    kind: "if",
    takes: "clause",
    isFronted: false,
    clauseStart: null,
    rule: `inverted-${lower}`,
  };
}

/** Whether a clause can begin here: at the start, after a mark, or after a word that joins clauses. */
export function startsClause(words: readonly Word[], window: Window, at: number): boolean {
  const before = words[at - 1];
  if (at <= window.from || !before) return true;
  if (isQuoteMark(before)) return before.end === words[at]?.start;
  if (/^(?:[;:—–(‘…-]|\.{2,})$/.test(before.form)) return true;
  if (/^(?:that|but|because|whereas)$/.test(before.lower)) return true;
  if (before.lower === "and" || before.form === ",") return !isLateInClause(words, window, at);
  return false;
}

/** "…, if they ask": after a comma the condition belongs to what stood before, unless that was only an opening. */
function isLateInClause(words: readonly Word[], window: Window, at: number): boolean {
  const opening =
    at - window.from <= 4 &&
    /^(?:however|but|moreover|meanwhile|and|so|thus|therefore|then|yet|now|in|first|second)$/.test(
      words[window.from]?.lower ?? "",
    );
  return !opening;
}

/** Whether a subject can stand here. */
export function isSubject(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (isQuoteMark(word)) return true;
  if (word.kind !== "word") return false;
  if (
    /^(?:he|she|they|we|it|i|you|there|nobody|anyone|everyone|someone|no|such)$/.test(word.lower) ||
    CONTRACTED.test(word.lower) ||
    DETERMINERS.has(word.lower)
  )
    return true;
  return (
    /^\p{Lu}/u.test(word.form) ||
    (/[^s]s$/.test(word.lower) && !/^(?:is|was|has|does|as|its|his|this)$/.test(word.lower))
  );
}

function endsAsQuestion(words: readonly Word[], window: Window): boolean {
  return words.slice(Math.max(window.from, window.to - 2), window.to).some((word) => word.form.includes("?"));
}
