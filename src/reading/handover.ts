/**
 * Handing over: from a cue in a sentence to the words that it hands over.
 *
 * Takes one sentence as a scene (its words, the window that the cue may use)
 * and one verb group, gives source, cue and content as windows of words. Each
 * function is one way in which English hands over; `handoverOf` tries them in
 * the order of how sure they are.
 */

import {
  ADJUNCT_STARTERS,
  CLAUSE_STARTERS,
  DETERMINERS,
  PREPOSITIONS,
  WEEKDAYS_AND_MONTHS,
} from "../lexicon/grammar.ts";
import type { Word } from "../text/words.ts";
import { isQuoteMark, phraseAfter, subjectBefore, type Window } from "./clauses.ts";
import type { Cue } from "./cues.ts";
import type { RuleName } from "./rules.ts";

export interface Handover {
  rule: RuleName;
  source: Window | null;
  cue: Window;
  content: Window[];
}

export interface Scene {
  words: readonly Word[];
  cues: readonly Cue[];
  /** What the cue may reach: the sentence, or its part inside one quotation. */
  window: Window;
  /** The handovers found so far in this sentence, in order. */
  found: readonly Handover[];
}

export function handoverOf(scene: Scene, cue: Cue): Handover | null {
  return (
    parenthetical(scene, cue) ??
    (cue.form.gerund ? byGerund(scene, cue) : null) ??
    closing(scene, cue) ??
    opening(scene, cue)
  );
}

/** "Biden, as the White House put it, threatened …": the sentence around is the content. */
function parenthetical(scene: Scene, cue: Cue): Handover | null {
  const { words, window } = scene;
  const source = subjectBefore(words, window, cue.from);
  if (!source || words[source.from - 1]?.lower !== "as" || cue.passive) return null;
  const as = source.from - 1;
  if (as > window.from && words[as - 1]?.form !== ",") return null;
  const end = endOfAdjunct(scene, cue.to);
  const after = words[end]?.form === "," ? { from: end + 1, to: contentEnd(scene, end + 1, cue) } : null;
  const before = as > window.from ? { from: window.from, to: as - 1 } : null;
  const content = [before, after].filter((part): part is Window => part !== null && part.from < part.to);
  if (content.length === 0) return null;
  return { rule: "as-says", source, cue: { from: cue.from, to: end }, content };
}

/** ", adding that …": the speaker is the one who spoke before, or the subject of the sentence. */
function byGerund(scene: Scene, cue: Cue): Handover | null {
  const { words, window } = scene;
  const before = words[cue.from - 1]?.form ?? "";
  if (
    !/^[,–—]$/.test(before) &&
    !isQuoteMark(words[cue.from - 1]) &&
    words[cue.from - 1]?.lower !== "and" &&
    !/^(by|as|after|before|without|while)$/.test(words[cue.from - 1]?.lower ?? "")
  )
    return null;
  const content = contentAfter(scene, cue);
  if (!content) return null;
  const source = sharedSubject(scene, cue.from) ?? firstSubject(words, window);
  return source
    ? { rule: "gerund", source, cue: { from: cue.from, to: content.cueEnd }, content: [content.window] }
    : null;
}

/** "…, Vale said." and "…,” said Vale on Monday.": what stands before is the content. */
function closing(scene: Scene, cue: Cue): Handover | null {
  const { words, window } = scene;
  const verb = cue.form.verb;
  if (!verb.quotation && !verb.clause) return null;
  if (cue.passive || isFuture(scene, cue)) return null;
  const inverted = invertedSource(scene, cue);
  const source = inverted ?? subjectBefore(words, window, cue.from);
  if (!source) return null;
  const start = Math.min(source.from, cue.from);
  const border = words[start - 1];
  if (
    !border ||
    start - 1 <= window.from ||
    !(border.form === "," || isQuoteMark(border) || /^[?!–—]$/.test(border.form))
  )
    return null;
  const after = Math.max(cue.to, source.to);
  const quoted = isQuoteMark(border);
  const left = { from: leftEdge(scene, start - 1), to: quoted ? start : start - 1 };
  const inserted = quoted ? null : afterInsertion(scene, cue, after);
  if (inserted && left.to > left.from)
    return { rule: "inserted", source, cue: { from: cue.from, to: cue.to }, content: [left, inserted] };
  if (!inverted && !endsHere(scene, verb.addressee ? afterAddressee(scene, after) : after, quoted))
    return null;
  if (left.to - left.from < 2 || (!quoted && isAdjunct(words, left))) return null;
  const content: Window[] = [left];
  const resumed = resumedQuotation(scene, after);
  if (resumed) content.push(resumed);
  return {
    rule: inverted ? "closing-inverted" : "closing",
    source,
    cue: { from: cue.from, to: cue.to },
    content,
  };
}

/** "If sanctions come, he said, relations may break": what follows the second comma belongs to the content, too. */
function afterInsertion(scene: Scene, cue: Cue, at: number): Window | null {
  const { words, window } = scene;
  if (
    words[at]?.form !== "," ||
    /^(?:who|which|adding|saying|and|but)$/.test(words[at + 1]?.lower ?? "") ||
    isQuoteMark(words[at + 1])
  )
    return null;
  const next = scene.cues.find((other) => other.from >= at + 1);
  if (next && (next.from === at + 1 || next.form.gerund) && next.from <= at + 3) return null;
  const to = contentEnd(scene, at + 1, cue);
  return to - at > 3 && to <= window.to ? { from: at + 1, to } : null;
}

/** "…, and they will answer": what is still to be said closes nothing. */
function isFuture(scene: Scene, cue: Cue): boolean {
  return /^(?:will|would|shall|should|must|to)$/.test(scene.words[cue.head - 1]?.lower ?? "");
}

/** "said Vale": the subject after the verb, where the verb follows what was said. */
function invertedSource(scene: Scene, cue: Cue): Window | null {
  const { words, window } = scene;
  const before = words[cue.from - 1];
  if (
    !before ||
    cue.head - cue.from > 1 ||
    !(before.form === "," || isQuoteMark(before) || /^[?!–—]$/.test(before.form))
  )
    return null;
  const next = words[cue.to];
  if (!next || WEEKDAYS_AND_MONTHS.has(next.lower) || next.lower === "that") return null;
  const capital = /^\p{Lu}/u.test(next.form);
  if (!capital && !/^(the|a|an|one|another|he|she|his|her|senior)$/.test(next.lower)) return null;
  const source = phraseAfter(words, window, cue.to);
  if (!source) return null;
  // "Vale, the minister, said the talks failed": an object, not a speaker, unless the sentence stops after it.
  if (isQuoteMark(before)) return source;
  const after = words[source.to];
  const stops =
    !after ||
    source.to >= window.to ||
    after.kind === "mark" ||
    ADJUNCT_STARTERS.has(after.lower) ||
    after.lower === "who" ||
    WEEKDAYS_AND_MONTHS.has(after.lower);
  return stops && !subjectBefore(words, window, cue.from) ? source : null;
}

/** "Vale said that …", "urged Ortiz to …", "criticised the deal": what follows is the content. */
function opening(scene: Scene, cue: Cue): Handover | null {
  const { words, window } = scene;
  const content = contentAfter(scene, cue);
  if (!content) return null;
  if (cue.passive) return passive(scene, cue, content);
  const own = subjectBefore(words, window, cue.from);
  const source =
    own ??
    (elides(words[cue.from - 1]) ? (sharedSubject(scene, cue.from) ?? firstSubject(words, window)) : null);
  if (!source) return null;
  const rule = own ? (content.kind === "object" ? "object" : "opening") : "opening-shared";
  return { rule, source, cue: { from: cue.from, to: content.cueEnd }, content: [content.window] };
}

/** "It was agreed that …", "Vale was quoted as saying", "is expected to …": nobody or the one after "by" speaks. */
function passive(scene: Scene, cue: Cue, content: Content): Handover | null {
  const { words, window } = scene;
  const subject = subjectBefore(words, window, cue.from);
  if (cue.form.verb.addressee || cue.form.verb.lemma === "ask") return null;
  const impersonal = subject && words[subject.from]?.lower === "it" && subject.to - subject.from === 1;
  if (!impersonal && content.kind !== "infinitive") return null;
  const parts = impersonal || !subject ? [content.window] : [subject, content.window];
  return { rule: "passive", source: null, cue: { from: cue.from, to: content.cueEnd }, content: parts };
}

function elides(word: Word | undefined): boolean {
  return word !== undefined && (/^(and|but|then|or)$/.test(word.lower) || word.form === ",");
}

interface Content {
  kind: "clause" | "quotation" | "object" | "infinitive";
  window: Window;
  cueEnd: number;
}

const LOOKAHEAD = 16;

function contentAfter(scene: Scene, cue: Cue): Content | null {
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

function isStop(word: Word | undefined): boolean {
  return word === undefined || /^[.,;:!?)–—]$/.test(word.form);
}

/** Where "that", "whether", "how" … begins the clause, past an addressee and adverbials; `null` when there is none near. */
function clauseStart(scene: Scene, at: number, pastNouns: boolean): number | null {
  const { words, window } = scene;
  const limit = Math.min(window.to, at + LOOKAHEAD);
  for (let i = at; i < limit; i++) {
    const word = words[i];
    if (!word) return null;
    if (i === at && /^(whether|how|what|why|where|who|if|which)$/.test(word.lower)) return i;
    if (word.lower === "that") return i === at || pastNouns || isAdjunctRun(scene, at, i) ? i : null;
    if (word.lower === "whether" || (pastNouns && /^(?:how|what|why)$/.test(word.lower))) return i;
    if (word.form === "," && i > at && words[i + 1]?.lower === "that") return i + 1;
    if (word.lower === "once" && words[i - 1]?.lower === "at") continue;
    if (isStop(word) || isQuoteMark(word) || CLAUSE_STARTERS.has(word.lower)) return null;
    if (scene.cues.some((cue) => cue.head === i)) return null;
  }
  return null;
}

/** Only adverbials stand between the verb and "that": "said on Monday in Kyiv that". */
function isAdjunctRun(scene: Scene, from: number, to: number): boolean {
  const first = scene.words[from]?.lower ?? "";
  return ADJUNCT_STARTERS.has(first) || WEEKDAYS_AND_MONTHS.has(first) || to - from <= 1;
}

/** Past "reporters", "the Herald", "Ortiz on Monday" after a verb that addresses somebody. */
function afterAddressee(scene: Scene, at: number): number {
  const { words, window } = scene;
  const first = words[at];
  if (!first || isStop(first) || isQuoteMark(first) || first.lower === "that" || first.lower === "to")
    return at;
  if (
    /^(him|her|them|me|us|you|it|reporters|journalists|lawmakers|viewers|supporters|voters|everyone)$/.test(
      first.lower,
    )
  )
    return pastAdjunct(scene, at + 1);
  let to = at;
  if (DETERMINERS.has(first.lower)) to++;
  while (to < window.to && to - at < 8) {
    const word = words[to];
    if (!word || isQuoteMark(word) || isStop(word)) break;
    if (!/^\p{Lu}/u.test(word.form) && !/(?:'s|of|and|news|press|agency)$/.test(word.lower) && to > at + 1)
      break;
    to++;
  }
  return pastAdjunct(scene, Math.max(to, at + 1));
}

function pastAdjunct(scene: Scene, at: number): number {
  const word = scene.words[at];
  return word && (ADJUNCT_STARTERS.has(word.lower) || WEEKDAYS_AND_MONTHS.has(word.lower))
    ? (afterAdjuncts(scene, at) ?? at)
    : at;
}

/** Past adverbials after a verb of speech: "on Monday", "in a statement"; `null` when only they follow. */
function afterAdjuncts(scene: Scene, at: number): number | null {
  const { words, window } = scene;
  let i = at;
  while (i < window.to) {
    const word = words[i];
    if (!word) return null;
    if (
      WEEKDAYS_AND_MONTHS.has(word.lower) ||
      /^(later|earlier|here|there|again|early|late)$/.test(word.lower)
    )
      i++;
    else if (ADJUNCT_STARTERS.has(word.lower)) i = pastPhrase(scene, i + 1);
    else break;
    if (words[i]?.form === ",") i++;
  }
  return i < window.to ? i : null;
}

/** Past one short noun phrase: determiner, adjectives, up to the first noun we can tell by what follows it. */
function pastPhrase(scene: Scene, at: number): number {
  const { words, window } = scene;
  let i = at;
  if (DETERMINERS.has(words[i]?.lower ?? "")) i++;
  if (/^\p{Lu}/u.test(words[i]?.form ?? "") || words[i]?.kind === "number") {
    while (i < window.to && (/^\p{Lu}/u.test(words[i]?.form ?? "") || words[i]?.kind === "number")) i++;
    return i;
  }
  for (let n = i; n < Math.min(window.to, i + 5); n++) if (isUtteranceNoun(words[n])) return n + 1;
  return Math.min(i + 1, window.to);
}

const UTTERANCE_NOUNS =
  /^(statement|interview|speech|conversation|call|talks|meeting|briefing|conference|tweet|letter|response|reply|return|turn|comments?|remarks|address|post|message|phone|telephone|day|week|morning|evening|afternoon|night|report|article|reporters|journalists)$/;

function isUtteranceNoun(word: Word | undefined): boolean {
  return word !== undefined && UTTERANCE_NOUNS.test(word.lower);
}

function infinitiveAhead(scene: Scene, at: number): boolean {
  const limit = Math.min(scene.window.to, at + 12);
  for (let i = at; i < limit; i++) {
    if (scene.words[i]?.lower === "to") return true;
    if (isStop(scene.words[i])) return false;
  }
  return false;
}

/**
 * Where content that begins at `from` ends: before the next handover of the same
 * level, else with the window, without its last stop.
 */
function contentEnd(scene: Scene, from: number, own: Cue): number {
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
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
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
function endsHere(scene: Scene, at: number, quoted: boolean): boolean {
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

function endOfAdjunct(scene: Scene, at: number): number {
  let to = at;
  while (to < scene.window.to && !isStop(scene.words[to])) to++;
  return to;
}

/** A quotation that goes on after "he said,". */
function resumedQuotation(scene: Scene, at: number): Window | null {
  const { words, window } = scene;
  for (let i = at; i < Math.min(window.to, at + 20); i++) {
    if (!isQuoteMark(words[i])) continue;
    if (!/^[,:.–—]$/.test(words[i - 1]?.form ?? "")) return null;
    let to = i + 1;
    while (to < window.to && !isQuoteMark(words[to])) to++;
    return { from: i, to: Math.min(window.to, to + 1) };
  }
  return null;
}

/** Where the words before a closing verb begin: with the window, or after an earlier handover's content or a semicolon. */
function leftEdge(scene: Scene, end: number): number {
  const { words, window, found } = scene;
  let from = window.from;
  for (let i = end - 1; i > window.from; i--) {
    if (words[i]?.form === ";") {
      from = i + 1;
      break;
    }
  }
  const last = found[found.length - 1];
  if (last?.rule.startsWith("closing") && last.cue.from >= from)
    from = Math.max(from, last.cue.to, last.source?.to ?? 0);
  while (
    from < end &&
    (/^[,.;]$/.test(words[from]?.form ?? "") || /^(but|and)$/.test(words[from]?.lower ?? ""))
  )
    from++;
  return from;
}

/** "On Monday", "In an interview": an adverbial before the subject is not content. */
function isAdjunct(words: readonly Word[], window: Window): boolean {
  const first = words[window.from]?.lower ?? "";
  if (window.to - window.from <= 2) return true;
  return (
    PREPOSITIONS.has(first) ||
    CLAUSE_STARTERS.has(first) ||
    /^(earlier|later|meanwhile|however|asked|speaking|yesterday|today)$/.test(first)
  );
}

/** Who spoke last in this sentence, if anybody did, on the level of this cue. */
function sharedSubject(scene: Scene, at: number): Window | null {
  for (let i = scene.found.length - 1; i >= 0; i--) {
    const handover = scene.found[i];
    if (handover?.source && !handover.content.some((part) => part.from <= at && at < part.to))
      return handover.source;
  }
  return null;
}

/** The subject of the sentence's first verb that we can tell. */
function firstSubject(words: readonly Word[], window: Window): Window | null {
  for (let i = window.from + 1; i < window.to; i++) {
    const word = words[i];
    if (!word || isQuoteMark(word)) return null;
    if (
      /^(is|was|were|are|has|had|have|will|would|could|can|did|does)$/.test(word.lower) ||
      /[a-z]ed$/.test(word.lower)
    ) {
      return subjectBefore(words, window, i);
    }
  }
  return null;
}
