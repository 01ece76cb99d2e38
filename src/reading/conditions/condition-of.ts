/**
 * One marker, with what it opens and what hangs on it: whether its main clause
 * follows or stands before, and where both begin and end.
 *
 * "Until" and "without" only where the main clause denies or is bound to them
 * ("no deal without guarantees", "must wait until they leave").
 *
 * Known misses: "until" with a past event ("did not speak until May"); "who"
 * as a question word behind the condition ("if we go, who will come").
 */

import { DENIALS, MODALS, PERHAPS_WHETHER } from "../../lexicon/conditions.ts";
import { CUE_FORMS } from "../../lexicon/cues.ts";
import { PREPOSITIONS } from "../../lexicon/grammar.ts";
import type { Word } from "../../text/words.ts";
import { behindEnd, hostClause } from "./behind.ts";
import { type Clause, hasVerb } from "./clauses.ts";
import { type Found, made, type Sentence } from "./found.ts";
import { type Edge, edgeBehind, onlyComma } from "./fronted.ts";
import type { MarkerFound } from "./markers.ts";
import { pointingBack } from "./pointing-back.ts";
import { consequenceFrom, lastOf, withoutReport } from "./report.ts";
import { isQuoteMark, type Window } from "./sentences.ts";

export function conditionOf(sentence: Sentence, window: Window, marker: MarkerFound): Found | null {
  const { words, clauses } = sentence;
  if (marker.takes === "nothing" && marker.kind !== "if") return pointingBack(sentence, window, marker);
  const edge = edgeBehind(words, window, clauses, marker);
  // "would not say *if* they would come": whether, unless a main clause follows.
  if (!edge?.isMarked && marker.rule === "if" && isAskedOf(words, marker.from - 1)) return null;
  if (edge && opens(words, window, clauses, marker, edge)) return fronted(sentence, window, marker, edge);
  return behind(sentence, window, marker) ?? withoutClause(sentence, window, marker);
}

/** "say | if", "tell me | if". */
function isAskedOf(words: readonly Word[], at: number): boolean {
  const object = /^(?:me|us|him|her|them|you)$/.test(words[at]?.lower ?? "");
  return PERHAPS_WHETHER.has(words[object ? at - 1 : at]?.lower ?? "");
}

/** Whether the main clause is the one that follows: nothing stands before, or what does only leads to the marker. */
function opens(
  words: readonly Word[],
  window: Window,
  clauses: readonly Clause[],
  marker: MarkerFound,
  edge: Edge,
): boolean {
  const isBefore = ({ from, verb }: Clause) => from >= window.from && verb < marker.from;
  if (marker.isFronted || !clauses.some(isBefore)) return true;
  const before = words[marker.from - 1];
  // "You know, if they come, …".
  if (/^(?:you know|i mean|i think|i guess|you see|by the way)$/.test(lineBefore(words, window, marker.from)))
    return true;
  // "when they ask, if we can, we will go": a comma on either side of the condition.
  if (before?.form === "," && edge.isFree && words[edge.end]?.form === ",") return true;
  // "I think if they come, …": what is thought begins with the condition.
  if (CUE_FORMS.has(before?.lower ?? "") && marker.takes === "clause") return true;
  const joins = /^(?:and|but|or|so|then|because|while|whereas|that|whereby|say|said)$/.test(
    before?.lower ?? "",
  );
  return joins && (edge.isMarked || before?.lower !== "or");
}

/** The words between the last mark and the comma before the marker. */
function lineBefore(words: readonly Word[], window: Window, to: number): string {
  let from = to - 1;
  while (from > window.from && to - from < 8 && words[from - 1]?.kind === "word") from--;
  return words
    .slice(from, to - 1)
    .map(({ lower }) => lower)
    .join(" ");
}

/** "But without guarantees": nothing but joining words stands before. */
function isFirst(words: readonly Word[], window: Window, marker: MarkerFound): boolean {
  return isOnlyOpening(words, { from: window.from, to: marker.from });
}

/** "If they attack, we will answer": the condition ends at the comma before a clause of its own. */
function fronted(sentence: Sentence, window: Window, marker: MarkerFound, edge: Edge): Found | null {
  const { text, words, clauses } = sentence;
  const rest = consequenceFrom(words, clauses, { from: edge.from, to: lastOf(words, window) });
  if (marker.kind === "until" && !isHeldBack(words, { from: window.from, to: edge.end }, rest, marker))
    return null;
  return made(text, words, marker, { from: marker.from, to: edge.end }, [rest]);
}

/** No main clause with a verb on either side: behind the only comma, or nowhere. */
function withoutClause(sentence: Sentence, window: Window, marker: MarkerFound): Found | null {
  const { text, words, clauses } = sentence;
  if (marker.kind === "until" || (marker.kind === "without" && !isFirst(words, window, marker))) return null;
  if (marker.takes === "nothing") {
    // "… and, if need be, destroying them".
    const from = words[marker.to]?.form === "," ? marker.to + 1 : marker.to;
    return made(text, words, marker, marker, [
      withoutReport(words, { from, to: lastOf(words, window) }, clauses),
    ]);
  }
  const comma = onlyComma(words, window, clauses, marker);
  const condition = { from: marker.from, to: comma ?? lastOf(words, window) };
  if (comma === null) return made(text, words, marker, condition, []);
  const rest = withoutReport(words, { from: comma + 1, to: lastOf(words, window) }, clauses);
  return made(text, words, marker, condition, [rest]);
}

/** "We will answer if they attack": the consequence is the main clause before the marker. */
function behind(sentence: Sentence, window: Window, marker: MarkerFound): Found | null {
  const { text, words, clauses } = sentence;
  const end = behindEnd(words, window, clauses, marker);
  const host = hostClause(words, { from: window.from, to: marker.from }, clauses);
  if (!host || isOnlyOpening(words, host) || leadsOn(words, marker)) return null;
  const before = withoutCopula(words, host, marker);
  if (!isHeldBack(words, window, before, marker)) return null;
  const after = interrupted(sentence, window, marker, end);
  // "an ally who, if he spoke, would frighten nobody".
  const relative = /^(?:who|which|that)$/.test(words[marker.from - 2]?.lower ?? "");
  if (after && relative) return made(text, words, marker, { from: marker.from, to: end }, [after]);
  return made(text, words, marker, { from: marker.from, to: end }, after ? [before, after] : [before]);
}

/** "Oh well, if …", "Certainly if …": nothing to speak of stands before. */
function isOnlyOpening(words: readonly Word[], host: Window): boolean {
  return words
    .slice(host.from, host.to)
    .every(({ kind, lower }) => kind === "mark" || OPENINGS.test(lower) || /..ly$/.test(lower));
}

/** "He came, and if he stays": what "and" joins is not there. */
function leadsOn(words: readonly Word[], marker: MarkerFound): boolean {
  // "move on from that if …": no word that joins.
  const points = words[marker.from - 2];
  if (
    words[marker.from - 1]?.lower === "that" &&
    (isQuoteMark(points) || PREPOSITIONS.has(points?.lower ?? ""))
  )
    return false;
  return (
    /^(?:and|but|because|that)$/.test(words[marker.from - 1]?.lower ?? "") &&
    /^(?:if|unless|unless-and-until|if-necessary|if-needed|if-need-be|if-required)$/.test(marker.rule)
  );
}

const OPENINGS =
  /^(?:and|but|so|or|oh|well|yes|no|okay|now|then|again|even|because|that|especially|only|maybe|perhaps)$/;

/** "The loan *is* subject to approval": the verb belongs to the marker. */
function withoutCopula(words: readonly Word[], { from, to }: Window, marker: MarkerFound): Window {
  const tied = /^(?:subject|conditional|contingent)-/.test(marker.rule);
  const copula = /^(?:is|are|was|were|be|remains?|only)$/.test(words[to - 1]?.lower ?? "");
  return tied && copula && to - 1 > from ? { from, to: to - 1 } : { from, to };
}

/** "Washington will, if asked, help": the rest of the main clause. */
function interrupted(sentence: Sentence, window: Window, marker: MarkerFound, end: number): Window | null {
  const { words, clauses } = sentence;
  if (words[marker.from - 1]?.form !== "," || words[end]?.form !== ",") return null;
  const rest = withoutReport(words, { from: end + 1, to: lastOf(words, window) }, clauses);
  const goesOn = clauses.some(({ verb }) => verb === end + 1);
  const cut = words[marker.from - 2]?.lower ?? "";
  return goesOn || MODALS.has(cut) || /^(?:that|who|which)$/.test(cut) ? rest : null;
}

/** "Until" and "without" only where the main clause denies, or is bound to them ("must wait until they …"). */
function isHeldBack(words: readonly Word[], window: Window, main: Window, marker: MarkerFound): boolean {
  if (marker.kind !== "until" && marker.kind !== "without") return true;
  if (denies(words, main) || (words[marker.from - 1]?.lower === "not" && marker.kind === "until"))
    return true;
  const clause = { from: marker.to, to: window.to };
  return (
    marker.kind === "until" &&
    words
      .slice(main.from, main.to)
      .some(({ lower }) => MODALS.has(lower) || lower === "going" || /'(?:ll|d)$/.test(lower)) &&
    hasVerb(words, clause)
  );
}

function denies(words: readonly Word[], window: Window): boolean {
  return words
    .slice(window.from, window.to)
    .some((word) => DENIALS.has(word.lower) || word.lower.endsWith("n't"));
}
