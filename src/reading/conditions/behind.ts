/**
 * A condition that stands behind its main clause: which clause that is, and
 * where the condition ends.
 *
 * The condition hangs on the last clause before it, unless that one only
 * describes ("the people who live there") or tells a time: then on the clause
 * around it. Words that report or think the clause are left out, because they
 * are clauses of their own.
 *
 * Known miss: a condition that hangs on what was said earlier ("he said that
 * he would go, and left, if it was true").
 */

import { MODALS } from "../../lexicon/conditions.ts";
import { CUE_FORMS } from "../../lexicon/cues.ts";
import { PREPOSITIONS } from "../../lexicon/grammar.ts";
import type { Word } from "../../text/words.ts";
import type { Clause } from "./clauses.ts";
import type { MarkerFound } from "./markers.ts";
import { isReport, lastOf } from "./report.ts";
import { isQuoteMark, type Window } from "./sentences.ts";
import { isAdverb } from "./verbs.ts";

/** The main clause that ends at `window.to`, without its joining words and closing marks. */
export function hostClause(
  words: readonly Word[],
  window: Window,
  clauses: readonly Clause[],
): Window | null {
  const to = hostEnd(words, window);
  const before = clauses.filter(({ from, verb }) => from >= window.from && verb < to);
  const host = hostAmong(words, before);
  const from = host ? host.from : verblessStart(words, { from: window.from, to });
  // "I said, “only if they ask”": what is said begins with the condition.
  const opens = isQuoteMark(words[to]) || /^[‘']$/.test(words[to]?.form ?? "");
  const isSaid =
    opens && /^[,:]$/.test(words[to - 1]?.form ?? "") && words[to]?.end === words[window.to]?.start;
  return from < to && !isSaid ? { from, to } : null;
}

function hostAmong(words: readonly Word[], before: readonly Clause[]): Clause | null {
  let at = before.length - 1;
  for (; at > 0; at--) {
    const clause = before[at];
    if (!clause) break;
    const { link, verb, linkAt } = clause;
    const starter = words[linkAt]?.lower ?? "";
    // "has no rights and can be sold if …".
    if (link === "predicate" && hasAuxiliary(words, clause)) break;
    const around =
      link === "predicate" ||
      ((link === "relative" || link === "bare") && !isOpen(words, verb)) ||
      (link === "question" && !isAsking(words, linkAt - 1)) ||
      (link === "adverbial" && !/^(?:because|so|although|though|but)$/.test(starter));
    if (!around) break;
  }
  const host = before[Math.max(at, 0)];
  if (!host || (host.link === "bare" && !isOpen(words, host.verb))) return null;
  return withDenial(words, before, host);
}

/** "*I don't think* we can talk until …": the denial of the clause stands before it. */
function withDenial(words: readonly Word[], before: readonly Clause[], host: Clause): Clause {
  const frame = before[before.indexOf(host) - 1];
  if (!frame || host.link !== "that" || host.from - frame.verb > 4) return host;
  const denied = words
    .slice(frame.verb, host.from)
    .some(({ lower }) => /^(?:not|no)$/.test(lower) || lower.endsWith("n't"));
  return denied && /^(?:i|we|there)(?:'|$)/.test(words[frame.from]?.lower ?? "") ? frame : host;
}

/** "asked | how", "…, | what": a question that stands for itself; "we know | what" belongs to the verb before. */
function isAsking(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return (
    word === undefined ||
    word.kind === "mark" ||
    /^(?:ask|wonder|question)/.test(word.lower) ||
    /^(?:and|but|so)$/.test(word.lower)
  );
}

/** "will", "would": something that may still hang on a condition. */
function isOpen(words: readonly Word[], verb: number): boolean {
  const { lower = "" } = words[verb] ?? {};
  return MODALS.has(lower) || /'(?:ll|d)$|n't$/.test(lower);
}

function hasAuxiliary(words: readonly Word[], { verb }: Clause): boolean {
  return isOpen(words, verb) || /^(?:is|are|was|were|has|have|had)$/.test(words[verb]?.lower ?? "");
}

/** Before "but only", "and", commas, "it seems to me". */
function hostEnd(words: readonly Word[], window: Window): number {
  let { to } = window;
  const aside = words
    .slice(to - 4, to)
    .map(({ lower }) => lower)
    .join(" ");
  if (/^it seems to (?:me|us|him|her)$/.test(aside) && to - 4 > window.from) to -= 4;
  while (
    to > window.from &&
    /^(?:,|—|–|-|…|\.{2,}|but|and|or|only|even|especially|particularly|certainly)$/.test(
      words[to - 1]?.lower ?? words[to - 1]?.form ?? "",
    )
  )
    to--;
  // "…, but not | until they leave".
  if (words[to - 1]?.lower === "not" && words[to - 2]?.lower === "but")
    to -= words[to - 3]?.form === "," ? 3 : 2;
  return to;
}

/** "not to endorse", "returning home", "discussing a walkout": without a verb that carries it, the stretch itself. */
function verblessStart(words: readonly Word[], { from, to }: Window): number {
  let at = from;
  for (let i = from; i + 2 < to; i++) {
    // "warning of | a war", "acting on it, and | the cost".
    const told = words[i]?.lower === "of" && CUE_FORMS.get(words[i - 1]?.lower ?? "")?.gerund;
    if (told || (words[i]?.lower === "and" && words[i - 1]?.form === ",")) at = i + 1;
  }
  while (
    at < to &&
    (words[at]?.kind === "mark" ||
      (isAdverb(words[at]) && !/^(?:not|never)$/.test(words[at]?.lower ?? "")) ||
      /^(?:and|but|so|that|him|her|them|even)$/.test(words[at]?.lower ?? ""))
  ) {
    if (isQuoteMark(words[at]) && words.slice(at + 1, to).some(isQuoteMark)) break;
    at++;
  }
  return at;
}

const GOES_ON_ELSEWHERE =
  /^(?:but|while|although|though|whereas|because|since|adding|stressing|saying|noting|warning|which|who|whose|so|he|she|they)$/;

/** A condition that stands last ends with its sentence, or where another clause begins. */
export function behindEnd(
  words: readonly Word[],
  window: Window,
  clauses: readonly Clause[],
  marker: MarkerFound,
): number {
  if (marker.takes === "nothing") return marker.to;
  for (let at = afterOpening(words, marker.to); at < window.to; at++) {
    const form = words[at]?.form ?? "";
    if (words[at]?.lower === "so" && words[at + 1]?.lower === "that") return at;
    if (/^(?:;|:|—)$/.test(form) || (form === "-" && words[at]?.start !== words[at - 1]?.end)) return at;
    if (form === "," || form === "–") {
      const next = words[at + 1];
      if (!next || isQuoteMark(next)) return at;
      const relative = PREPOSITIONS.has(next.lower) && /^(?:which|whom)$/.test(words[at + 2]?.lower ?? "");
      if (relative || GOES_ON_ELSEWHERE.test(next.lower) || isReport(words, at + 1, window.to)) return at;
      if (beginsBehind(words, clauses, at)) return at;
      if (words[marker.from - 1]?.form === "," && at > marker.to) return at;
    }
    const closes = isQuoteMark(words[at]) && words[at]?.start === words[at - 1]?.end;
    if (closes && isReport(words, at + 1, window.to)) return at;
  }
  return lastOf(words, window);
}

/** "unless*, of course,* they …". */
function afterOpening(words: readonly Word[], to: number): number {
  const at = words[to]?.form === "," ? to + 1 : to;
  return words[at]?.lower === "of" && words[at + 1]?.lower === "course" ? at + 3 : to;
}

/** ", and we will …", ", we will …". */
function beginsBehind(words: readonly Word[], clauses: readonly Clause[], comma: number): boolean {
  const from = words[comma + 1]?.lower === "and" ? comma + 2 : comma + 1;
  return clauses.some(
    (clause) => clause.from === from && (clause.link === "joined" || clause.link === "free"),
  );
}
