/**
 * Conditions: what must hold, and what follows then.
 *
 * Takes one stretch of the text (a sentence, or a statement's part of it);
 * gives each condition with its marker ("if Russia invades"), the consequence
 * on the other side ("we will respond"), and, for "in this case", "otherwise"
 * and "this would …", the words it goes back to, which may stand in the
 * sentence before. Who holds the condition is left to `statements.ts`.
 *
 * "Asked if" (whether), "as if", "what if", "if any" are no conditions;
 * "until" and "without" only where the main clause denies ("no deal without
 * guarantees").
 *
 * Known misses: "when", "once" and "before" for a condition ("no talks before
 * the guns fall silent"); a fronted condition without a comma before a long
 * noun phrase; orders ("sign or we leave").
 */

import { DENIALS, MODALS, PERHAPS_WHETHER, WHETHER_VERBS } from "../lexicon/conditions.ts";
import { CUE_FORMS } from "../lexicon/cues.ts";
import { PREPOSITIONS } from "../lexicon/grammar.ts";
import { type Passage, placeAt, type Span, trimmedAt } from "../text/span.ts";
import { type Word, wordsIn } from "../text/words.ts";
import { antecedentOf, deicticIn } from "./conditions/antecedents.ts";
import { behindEnd, hostClause } from "./conditions/behind.ts";
import {
  type Clause,
  clausesIn,
  hasVerb,
  isQuoteMark,
  type Window,
  windowsIn,
} from "./conditions/clauses.ts";
import { type Edge, edgeBehind, onlyComma } from "./conditions/fronted.ts";
import { isSubject, type MarkerFound, markersIn } from "./conditions/markers.ts";
import { lastOf, withoutReport } from "./conditions/report.ts";
import { untangled, withShared } from "./conditions/several.ts";
import type { Condition } from "./reading.ts";

type Found = Omit<Condition, "holder">;

const WORTH_READING =
  /\b(?:if|unless|event|eventuality|case|condition|conditional|contingent|proviso|understanding|return for|exchange for|absence|absent|failing|barring|short of|but for|instance|provided|providing|subject to|long as|until|without|should|had|were|otherwise|or else|assuming|assumption|supposing|only when|scenario|circumstances|would)\b/i;

/** The words of one sentence and its clauses. */
interface Sentence {
  text: string;
  words: readonly Word[];
  clauses: readonly Clause[];
}

/** The conditions in one stretch of the text (a sentence, or a statement's part of it), without `holder`. */
export function conditionsIn(text: string, stretch: Span): Found[] {
  if (!WORTH_READING.test(text.slice(stretch.start, stretch.end))) return [];
  const words = wordsIn(text, stretch);
  const conditions: Found[] = [];
  for (const window of windowsIn(words)) {
    const markers = markersIn(words, window);
    const sentence = { text, words, clauses: markers.length > 0 ? clausesIn(words, window) : [] };
    conditions.push(...untangled(text, withShared(text, conditionsOfSentence(sentence, window, markers))));
    if (markers.length > 0) continue;
    const deictic = deicticIn(text, words, window);
    if (deictic) conditions.push(deictic);
  }
  return conditions;
}

function conditionsOfSentence(sentence: Sentence, window: Window, markers: readonly MarkerFound[]): Found[] {
  const own: Found[] = [];
  for (const [i, marker] of markers.entries()) {
    const twin = twinOf(sentence, window, markers, i, own);
    if (twin) {
      own.splice(own.length - 1, 1, ...twin);
      continue;
    }
    const before = own[own.length - 1]?.condition[0];
    // "if A if B you may": the second opens like the first.
    const opened = before !== undefined && (sentence.words[marker.from]?.start ?? 0) < before.end;
    const found = conditionOf(
      sentence,
      clauseWindow(window, markers, i),
      opened ? { ...marker, isFronted: true } : marker,
    );
    if (found) own.push(found);
  }
  return own;
}

/** "… if they ask, if we can or if it helps": the next of a row shares what stood before the first. */
function twinOf(
  sentence: Sentence,
  window: Window,
  found: readonly MarkerFound[],
  i: number,
  own: readonly Found[],
): [Found, Found] | null {
  const { text, words, clauses } = sentence;
  const marker = found[i];
  const last = own[own.length - 1];
  const place = last?.condition[0];
  const consequence = last?.consequence[0];
  if (!marker || !last || !place || !consequence || marker.takes === "nothing") return null;
  if (consequence.start > place.start || !/^(?:if|only-if|unless|provided|as-long-as)$/.test(marker.kind))
    return null;
  let end = marker.from;
  while (end > 0 && /^(?:,|;|or|and|—|–)$/.test(words[end - 1]?.lower ?? words[end - 1]?.form ?? "")) end--;
  const parted = words[end];
  const before = words[end - 1];
  if (!parted || !before || end === marker.from || before.end <= place.start) return null;
  const rest = { from: marker.from, to: window.to };
  if (edgeBehind(words, rest, clauses, marker) !== null) return null;
  const cut = trimmedAt(text, place.start, Math.min(place.end, before.end));
  const to = behindEnd(words, rest, clauses, marker);
  const next = made(text, words, marker, { from: marker.from, to }, []);
  if (!cut || !next) return null;
  return [
    { ...last, condition: [cut] },
    { ...next, consequence: last.consequence },
  ];
}

/** The conditions of a content in several parts: what "he said" parts from its consequence is still a condition of it. */
export function conditionsOfPassage(text: string, content: readonly Span[]): Found[] {
  return content.flatMap((part, i) => {
    const next = content[i + 1];
    const all = conditionsIn(text, part).filter((found) => !isAskedBefore(text, part, found));
    return all.flatMap((found) => {
      if (found.consequence.length > 0) return [found];
      const rest = next ? trimmedAt(text, next.start, next.end) : null;
      const closes =
        rest && /^[\s,"'“”‘’«»]*$/.test(text.slice(found.condition[0]?.end ?? part.end, part.end));
      // A condition on which nothing hangs in the content is a question, or half a sentence.
      const whole =
        closes && goesOn(text, part, found, rest)
          ? { ...found, consequence: [rest] }
          : behindOfPart(text, content[i - 1], part, found);
      return whole ? [whole] : [];
    });
  });
}

/** Whether a sentence that breaks off behind a condition with a verb goes on there, rather than another begins. */
function goesOn(text: string, part: Span, { condition, rule }: Found, rest: Span): boolean {
  const place = condition[0] ?? part;
  const [first, second] = wordsIn(text, rest);
  const word = isQuoteMark(first) ? second : first;
  if (/^(?:The|This|That|These|To|It|We|They|He|She|In|And|But|There|So|A|An)$/.test(word?.form ?? ""))
    return false;
  const words = wordsIn(text, place);
  return !/\/(?:if|unless)$/.test(rule) || hasVerb(words, { from: 0, to: words.length });
}

/** "We will not go," he said, "unless they ask": the main clause stands in the part before. */
function behindOfPart(text: string, before: Span | undefined, part: Span, found: Found): Found | null {
  const opening = text.slice(part.start, found.condition[0]?.start ?? part.end);
  if (!before || !/^[\s"'“”‘’«»,]*(?:but |and )?$/i.test(opening)) return null;
  const words = wordsIn(text, before);
  const last = windowsIn(words).at(-1);
  const clause = last
    ? hostClause(words, { from: last.from, to: lastOf(words, last) }, clausesIn(words, last))
    : null;
  return clause ? { ...found, consequence: passageOf(text, words, clause) } : null;
}

/** "… to see | if he would agree", "asked | Vale if he would": the verb before the content makes it a question. */
function isAskedBefore(text: string, part: Span, { condition, consequence, kind }: Found): boolean {
  if (kind !== "if") return false;
  const before = wordsIn(text, { start: Math.max(0, part.start - 40), end: part.start });
  const verb = before[before.length - 1]?.lower ?? "";
  if (condition[0]?.start === part.start) return WHETHER_VERBS.has(verb) && !/^know/.test(verb);
  const asked = consequence[0];
  if (asked?.start !== part.start || !/^ask(?:s|ed|ing)?$/.test(verb)) return false;
  const words = wordsIn(text, asked);
  return !hasVerb(words, { from: 0, to: words.length });
}

/** A condition's clauses end where the next sentence's worth of condition begins: at a semicolon between them. */
function clauseWindow(window: Window, found: readonly MarkerFound[], i: number): Window {
  const next = found[i + 1];
  const last = found[i - 1];
  const to =
    next?.isFronted && next.from > (found[i]?.to ?? 0) + 3 && next.clauseStart ? next.clauseStart : window.to;
  const from =
    last && found[i]?.isFronted && found[i]?.clauseStart
      ? (found[i]?.clauseStart ?? window.from)
      : window.from;
  return { from, to };
}

function conditionOf(sentence: Sentence, window: Window, marker: MarkerFound): Found | null {
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

/** Up to words that report it, "but", a semicolon or a dash. */
function consequenceFrom(words: readonly Word[], clauses: readonly Clause[], window: Window): Window {
  const rest = withoutReport(words, window, clauses);
  const dash = onlyDash(words, rest);
  if (dash !== null) return { from: rest.from, to: dash };
  for (const { from, verb } of clauses) {
    if (from <= rest.from + 2 || verb >= rest.to) continue;
    let at = from;
    if (isQuoteMark(words[at - 1])) at--;
    const before = words[at - 1];
    const comma = words[at - 2]?.form === "," ? at - 2 : at - 1;
    if (before?.lower === "but") return { from: rest.from, to: comma };
    const dashes = words.slice(rest.from, at - 1).filter(({ form }) => form === "—").length;
    if (before?.form === ";" || (before?.form === "—" && dashes % 2 === 0))
      return { from: rest.from, to: at - 1 };
  }
  return rest;
}

/** "they will vote — to be sure of it": a single dash, behind which an afterthought stands. */
function onlyDash(words: readonly Word[], { from, to }: Window): number | null {
  let found: number | null = null;
  for (let at = from + 3; at < to; at++) {
    if (!/^[—–]$/.test(words[at]?.form ?? "")) continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
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
  // "get away from that if …": no word that joins.
  const points = words[marker.from - 2];
  if (words[marker.from - 1]?.lower === "that" && (isQuoteMark(points) || PREPOSITIONS.has(points?.lower ?? "")))
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

/** "In this case they will help", "They would help in that case", "Otherwise there is war". */
function pointingBack(sentence: Sentence, window: Window, marker: MarkerFound): Found | null {
  const { text, words, clauses } = sentence;
  const after = /^[,?]$/.test(words[marker.to]?.form ?? "") ? marker.to + 1 : marker.to;
  const rest = consequenceFrom(words, clauses, { from: after, to: lastOf(words, window) });
  const begins = words[rest.from]?.lower === "then" ? { from: rest.from + 1, to: rest.to } : rest;
  const isInside = ({ verb }: Clause) => verb >= rest.from && verb < rest.to;
  const own =
    clauses.some(isInside) || (isSubject(words, rest.from) && rest.to - rest.from > 1)
      ? begins
      : hostClause(words, { from: window.from, to: marker.from }, clauses);
  if (!own) return null;
  // "In this case he is right" tells of a fact.
  if (FACTUAL.test(marker.rule) && !looksAhead(words, own)) return null;
  const antecedent = antecedentOf(text, words, window, marker);
  const found = made(text, words, marker, { from: marker.from, to: marker.to }, [own]);
  return found ? { ...found, antecedent } : null;
}

const FACTUAL = /^in-(?:this|that)-(?:case|event|scenario)$/;

/** "will", "would", "ready to", "is going to", "need to": what would follow, not what is so. */
function looksAhead(words: readonly Word[], { from, to }: Window): boolean {
  return words
    .slice(from, to)
    .some(
      (word) =>
        MODALS.has(word.lower) ||
        /'(?:ll|d)$/.test(word.lower) ||
        /^(?:going|ready|prepared|need|needs|have|has|reserve|reserves|should|no|nothing|sends?|means?)$/.test(
          word.lower,
        ),
    );
}

/** "Until" and "without" only where the main clause denies, or is bound to them ("must wait until they …"). */
function isHeldBack(words: readonly Word[], window: Window, main: Window, marker: MarkerFound): boolean {
  if (marker.kind !== "until" && marker.kind !== "without") return true;
  if (denies(words, main) || (words[marker.from - 1]?.lower === "not" && marker.kind === "until"))
    return true;
  const clause = { from: marker.to, to: window.to };
  return (
    marker.kind === "until" &&
    words.slice(main.from, main.to).some((word) => MODALS.has(word.lower)) &&
    hasVerb(words, clause)
  );
}

function denies(words: readonly Word[], window: Window): boolean {
  return words
    .slice(window.from, window.to)
    .some((word) => DENIALS.has(word.lower) || word.lower.endsWith("n't"));
}

/** Without a comma at its end, and without a closing quotation mark whose fellow stands outside. */
function balanced(words: readonly Word[], { from, to }: Window): Window {
  if (to - 1 > from && /^[,—–]$/.test(words[to - 1]?.form ?? ""))
    return balanced(words, { from, to: to - 1 });
  if (words.slice(from, to).filter(isQuoteMark).length % 2 === 0 || !isQuoteMark(words[to - 1]))
    return { from, to };
  // "if he wins | “we will see a war”": the mark that opens it stands just before.
  const opening = words[from - 1];
  if (isQuoteMark(opening) && opening?.end === words[from]?.start) return { from: from - 1, to };
  return { from, to: lastOf(words, { from, to: to - 1 }) };
}

function made(
  text: string,
  words: readonly Word[],
  marker: MarkerFound,
  condition: Window,
  consequences: readonly Window[],
): Found | null {
  const place = passageOf(text, words, balanced(words, condition));
  if (place.length === 0) return null;
  const consequence = consequences.flatMap((window) => passageOf(text, words, balanced(words, window)));
  return {
    kind: marker.kind,
    condition: place,
    consequence,
    antecedent: [],
    rule: `condition/${marker.rule}`,
  };
}

export function passageOf(text: string, words: readonly Word[], window: Window): Passage {
  const first = words[window.from];
  const last = words[window.to - 1];
  if (!first || !last || window.to <= window.from) return [];
  const place = trimmedAt(text, first.start, last.end);
  return place ? [placeAt(text, place.start, place.end)] : [];
}
