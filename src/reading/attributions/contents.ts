/**
 * Contents: what a verb of speech hands over to its right, and where it ends.
 *
 * A clause, a quotation, an object or an infinitive, as the verb's frames allow.
 * It ends before the next handover of the same level, else with the window.
 */

import {
  ADJUNCT_STARTERS,
  CLAUSE_STARTERS,
  DETERMINERS,
  PREPOSITIONS,
  WEEKDAYS_AND_MONTHS,
} from "../../lexicon/grammar.ts";
import { countBefore } from "../../text/search.ts";
import type { Word } from "../../text/words.ts";
import { afterAddressee, afterAdjuncts, clauseStart, infinitiveAhead, isUtteranceNoun } from "./adjuncts.ts";
import { isQuoteMark, subjectBefore, type Window } from "./clauses.ts";
import type { Cue } from "./cues.ts";
import { isFuture, isStop, type Scene } from "./scene.ts";

export interface Content {
  kind: "clause" | "quotation" | "object" | "infinitive";
  window: Window;
  cueEnd: number;
}

export function contentAfter(scene: Scene, cue: Cue): Content | null {
  const { words, window } = scene;
  const verb = cue.form.verb;
  let at = cue.to;
  const first = words[at];
  if (!first || at >= window.to) return null;
  const clausal = verb.thatClause || verb.clause;
  const governed = cue.to > cue.head + 1 && verb.prepositions.has(words[cue.head + 1]?.lower ?? "");
  if (first.form === ":") {
    const window_ = { from: at + 1, to: contentEnd(scene, at + 1, cue) };
    return window_.from < window_.to ? { kind: "quotation", window: window_, cueEnd: at } : null;
  }
  if (clausal) {
    const that = clauseStart(scene, at, verb.addressee || verb.lemma === "ask" || verb.lemma === "urge");
    if (that !== null) return finish(scene, cue, "clause", that, at);
  }
  if (verb.addressee && !governed) at = afterAddressee(scene, at);
  const next = words[at];
  if (!next || at >= window.to) return null;
  if (next.form === "," && isQuoteMark(words[at + 1])) return finish(scene, cue, "quotation", at + 1, cue.to);
  if (isQuoteMark(next) && (verb.quotation || verb.object || clausal))
    return finish(scene, cue, "quotation", at, cue.to);
  if (next.lower === "to" && verb.infinitive) return finish(scene, cue, "infinitive", at, cue.to);
  if (verb.patient && !isStop(next)) {
    const to = infinitiveAhead(scene, at);
    if (to) return finish(scene, cue, "infinitive", at, cue.to);
  }
  if (governed && !isStop(next)) return finish(scene, cue, "object", at, cue.to);
  if (isStop(next)) return null;
  if (verb.clause && !cue.passive) {
    const existential =
      next.lower === "there" &&
      /^(?:is|are|was|were|will|would|may|might|could|had|has|have|should|must|can)$/.test(
        words[at + 1]?.lower ?? "",
      );
    const start =
      !existential && ADJUNCT_STARTERS.has(next.lower) && !DETERMINERS.has(next.lower)
        ? afterAdjuncts(scene, at)
        : at;
    if (start !== null && !isStop(words[start])) return finish(scene, cue, "clause", start, cue.to);
  }
  if (verb.object && ADJUNCT_STARTERS.has(next.lower)) {
    const start = afterAdjuncts(scene, at);
    if (start !== null && start > at + 1 && isUtteranceNoun(words[start - 1]) && !isStop(words[start]))
      return finish(scene, cue, "object", start, start);
  }
  if (verb.object && !PREPOSITIONS.has(next.lower) && !CLAUSE_STARTERS.has(next.lower))
    return finish(scene, cue, "object", at, cue.to);
  return null;
}

function finish(scene: Scene, cue: Cue, kind: Content["kind"], from: number, cueEnd: number): Content | null {
  const to = contentEnd(scene, from, cue);
  const named = nameGiven(scene, cue, from);
  if (named === null && cue.form.verb.lemma === "name") return null;
  if (
    kind === "object" &&
    cue.form.verb.lemma === "call" &&
    cue.to === cue.head + 1 &&
    (isFuture(scene, cue) || !isNaming(scene, from, to))
  )
    return null;
  if (named !== null && named < to)
    return {
      kind: "quotation",
      window: { from: named, to: Math.max(named + 1, to === from ? to : closingMark(scene, named, to)) },
      cueEnd: Math.min(cueEnd, from),
    };
  return to > from ? { kind, window: { from, to }, cueEnd: Math.min(cueEnd, from) } : null;
}

/** "called it an “important step”": the words in marks are the speaker's, the pronoun is the writer's. */
function nameGiven(scene: Scene, cue: Cue, from: number): number | null {
  if (!/^(call|name|term|dub|label|brand|describe|characteri[sz]e)$/.test(cue.form.verb.lemma)) return null;
  const { words } = scene;
  if (!/^(it|this|that|them|him|her)$/.test(words[from]?.lower ?? "")) return null;
  let at = from + 1;
  while (/^(a|an|the|as)$/.test(words[at]?.lower ?? "")) at++;
  return isQuoteMark(words[at]) ? at : null;
}

/** "called the deal a mistake", "called it “useful”"; not "called the prime minister on Sunday". */
function isNaming(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = scene.words[i];
    if (isQuoteMark(word) || (i > from && /^(?:a|an|one)$/.test(word?.lower ?? ""))) return true;
    if (i > from && PREPOSITIONS.has(word?.lower ?? "") && word?.lower !== "of") return false;
  }
  return true;
}

function closingMark(scene: Scene, open: number, limit: number): number {
  for (let i = open + 1; i < limit; i++) if (isQuoteMark(scene.words[i])) return i + 1;
  return limit;
}

/**
 * Where content that begins at `from` ends: before the next handover of the same
 * level, else with the window, without its last stop.
 */
export function contentEnd(scene: Scene, from: number, own: Cue): number {
  const { words, window, cues } = scene;
  let to = window.to;
  let quoted = false;
  for (let i = from; i < window.to; i++) {
    if (isQuoteMark(words[i])) quoted = !quoted;
    if (quoted) continue;
    if (words[i]?.form === ";" && (cues[cues.length - 1]?.head ?? 0) > i) to = Math.min(to, i);
    if (
      i > from &&
      isBreak(words, i) &&
      cuesAfter(cues, i).some((cue) => cue !== own && handsOverAgain(scene, cue, i))
    ) {
      to = i;
      break;
    }
  }
  while (to > from && /^[.,;:…]$/.test(words[to - 1]?.form ?? "")) to--;
  return to;
}

/** Words between a break and the cue that may follow it. */
const NEAR = 12;

/** The cues that begin soon after a word; cues are in text order. */
function cuesAfter(cues: readonly Cue[], at: number): Cue[] {
  const near: Cue[] = [];
  const low = countBefore(cues.length, (middle) => (cues[middle]?.from ?? 0) <= at);
  for (let i = low; i < cues.length; i++) {
    const cue = cues[i];
    if (!cue || cue.from > at + NEAR) break;
    near.push(cue);
  }
  return near;
}

function isBreak(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return (
    word !== undefined &&
    (word.form === "," || word.lower === "and" || word.lower === "but" || /^[–—]$/.test(word.form))
  );
}

/** ", adding …", "and warned …", ", but Ortiz denied …" right after a break. */
function handsOverAgain(scene: Scene, cue: Cue, at: number): boolean {
  const { words } = scene;
  const next = words[at]?.form === "," && /^(and|but)$/.test(words[at + 1]?.lower ?? "") ? at + 2 : at + 1;
  if (cue.from === next) return !cue.form.base || words[at]?.form !== ",";
  // With a subject of its own it must be a verb of speech proper and stand after a comma or "but".
  if (!cue.form.verb.quotation || cue.form.gerund || words[at]?.lower === "and" || isFuture(scene, cue))
    return false;
  const subject = subjectBefore(words, { from: next, to: cue.from }, cue.from);
  return subject !== null && subject.from === next && words[at]?.form === "," && closesSentence(scene, cue);
}

function closesSentence(scene: Scene, cue: Cue): boolean {
  return (
    endsHere(scene, cue.form.verb.addressee ? afterAddressee(scene, cue.to) : cue.to, false) ||
    /^(but|and)$/.test(scene.words[cue.from - 1]?.lower ?? "")
  );
}

/** After a closing verb only adverbials come, or another part of the quotation. */
export function endsHere(scene: Scene, at: number, quoted: boolean): boolean {
  const { words, window } = scene;
  const word = words[at];
  if (!word || at >= window.to || /^[.;!?)]$/.test(word.form)) return true;
  if (word.form === ",") return quoted || at + 1 >= window.to || !isQuoteMark(words[at + 1]);
  if (word.form === ":") return at + 1 >= window.to;
  if (!quoted && /^(that|whether|how)$/.test(word.lower)) return false;
  if (quoted) return word.lower !== "that";
  if (!ADJUNCT_STARTERS.has(word.lower) && !WEEKDAYS_AND_MONTHS.has(word.lower)) return false;
  for (let i = at; i < window.to; i++) {
    if (words[i]?.lower === "that" || scene.cues.some((cue) => cue.head === i && !cue.form.gerund))
      return false;
    if (words[i]?.form === ",") return true;
  }
  return window.to - at < 14;
}
