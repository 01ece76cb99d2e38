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

import { DENIALS, FINITE, PERHAPS_WHETHER, WHETHER_VERBS } from "../lexicon/conditions.ts";
import { CUE_FORMS } from "../lexicon/cues.ts";
import { PREPOSITIONS } from "../lexicon/grammar.ts";
import { type Passage, placeAt, type Span, trimmedAt } from "../text/span.ts";
import { type Word, wordsIn } from "../text/words.ts";
import { antecedentOf, deicticIn } from "./conditions/antecedents.ts";
import { beginsClause, hasVerb, isModal, isQuoteMark, type Window, windowsIn } from "./conditions/clauses.ts";
import { frontedEnd, onlyComma } from "./conditions/fronted-end.ts";
import { afterConnective, isReport, lastOf, mainClause, withoutReport } from "./conditions/main-clause.ts";
import { isSubject, type MarkerFound, markersIn } from "./conditions/markers.ts";
import { untangled, withShared } from "./conditions/several.ts";
import type { Condition } from "./reading.ts";

type Found = Omit<Condition, "holder">;

const WORTH_READING =
  /\b(?:if|unless|event|eventuality|case|condition|conditional|contingent|proviso|understanding|return for|exchange for|absence|absent|failing|barring|short of|but for|instance|provided|providing|subject to|long as|until|without|should|had|were|otherwise|or else|assuming|assumption|supposing|only when|scenario|circumstances|would)\b/i;

/** The conditions in one stretch of the text (a sentence, or a statement's part of it), without `holder`. */
export function conditionsIn(text: string, stretch: Span): Found[] {
  if (!WORTH_READING.test(text.slice(stretch.start, stretch.end))) return [];
  const words = wordsIn(text, stretch);
  const conditions: Found[] = [];
  for (const window of windowsIn(words)) {
    const found = markersIn(words, window);
    const own: Found[] = [];
    for (const [i, marker] of found.entries()) {
      const twin = twinOf(text, words, window, found, i, own);
      if (twin) {
        own.splice(own.length - 1, 1, ...twin);
        continue;
      }
      const before = own[own.length - 1]?.condition[0];
      // "if A if B you may": the second opens like the first.
      const opened = before !== undefined && (words[marker.from]?.start ?? 0) < before.end;
      const condition = conditionOf(
        text,
        words,
        clauseWindow(window, found, i),
        opened ? { ...marker, isFronted: true } : marker,
      );
      if (condition) own.push(condition);
    }
    conditions.push(...untangled(text, withShared(text, own)));
    if (found.length === 0) {
      const deictic = deicticIn(text, words, window);
      if (deictic) conditions.push(deictic);
    }
  }
  return conditions;
}

/** "… if they ask, if we can or if it helps": the next of a row shares what stood before the first. */
function twinOf(
  text: string,
  words: readonly Word[],
  window: Window,
  found: readonly MarkerFound[],
  i: number,
  own: readonly Found[],
): [Found, Found] | null {
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
  if (frontedEnd(words, { from: marker.from, to: window.to }, marker) !== null) return null;
  const cut = trimmedAt(text, place.start, Math.min(place.end, before.end));
  const to = behindEnd(words, { from: marker.from, to: window.to }, marker);
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
    return all.map((found) => {
      if (found.consequence.length > 0) return found;
      const rest = next ? trimmedAt(text, next.start, next.end) : null;
      const closes =
        rest && /^[\s,"'“”‘’«»]*$/.test(text.slice(found.condition[0]?.end ?? part.end, part.end));
      return closes
        ? { ...found, consequence: [rest] }
        : (behindOfPart(text, content[i - 1], part, found) ?? found);
    });
  });
}

/** "We will not go," he said, "unless they ask": the main clause stands in the part before. */
function behindOfPart(text: string, before: Span | undefined, part: Span, found: Found): Found | null {
  const opening = text.slice(part.start, found.condition[0]?.start ?? part.end);
  if (!before || !/^[\s"'“”‘’«»,]*(?:but |and )?$/i.test(opening)) return null;
  const words = wordsIn(text, before);
  const last = windowsIn(words).at(-1);
  const clause = last ? mainClause(words, { from: last.from, to: lastOf(words, last) }) : null;
  return clause ? { ...found, consequence: passageOf(text, words, clause) } : null;
}

/** "… to see | if he would agree": the verb before the content makes it a question. */
function isAskedBefore(text: string, part: Span, { condition, kind }: Found): boolean {
  if (kind !== "if" || condition[0]?.start !== part.start) return false;
  const before = wordsIn(text, { start: Math.max(0, part.start - 40), end: part.start });
  const verb = before[before.length - 1]?.lower ?? "";
  return WHETHER_VERBS.has(verb) && !/^know/.test(verb);
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

function conditionOf(
  text: string,
  words: readonly Word[],
  window: Window,
  marker: MarkerFound,
): Found | null {
  if (marker.takes === "nothing" && marker.kind !== "if") return pointingBack(text, words, window, marker);
  // "Surely if they come, …": nothing to speak of stands before.
  if (isWeakWhether(words, window, marker)) return null;
  const opens =
    marker.isFronted ||
    opensSecondClause(words, window, marker) ||
    opensAfterAdjunct(words, window, marker) ||
    (marker.from - window.from <= 2 && !hasVerb(words, { from: window.from, to: marker.from }));
  return opens ? fronted(text, words, window, marker) : behind(text, words, window, marker);
}

/** "would not say *if* they would come": whether, unless a main clause follows. */
function isWeakWhether(words: readonly Word[], window: Window, marker: MarkerFound): boolean {
  return (
    marker.rule === "if" &&
    PERHAPS_WHETHER.has(words[marker.from - 1]?.lower ?? "") &&
    frontedEnd(words, window, marker) === null
  );
}

/** "Frankly, if they ask, …", "As an ally, if they ask, …": no verb stands before the comma. */
function opensAfterAdjunct(words: readonly Word[], window: Window, marker: MarkerFound): boolean {
  return (
    words[marker.from - 1]?.form === "," &&
    marker.takes === "clause" &&
    !hasVerb(words, { from: window.from, to: marker.from }) &&
    frontedEnd(words, window, marker) !== null
  );
}

/** "…, and if they ask, we will help": what joins clauses stands before, and a main clause follows. */
function opensSecondClause(words: readonly Word[], window: Window, marker: MarkerFound): boolean {
  const before = words[marker.from - 1]?.lower ?? "";
  // "I think if they come, …": what is thought begins with the condition.
  const mind = CUE_FORMS.has(before) && marker.takes === "clause";
  if (!mind && !/^(?:and|but|or|so|then|because|while|whereas|that)$/.test(before)) return false;
  return frontedEnd(words, window, marker) !== null;
}

/** "If they attack, we will answer": the condition ends at the comma before a clause of its own. */
function fronted(text: string, words: readonly Word[], window: Window, marker: MarkerFound): Found | null {
  const end = frontedEnd(words, window, marker);
  if (end === null) {
    // "…, but only if they ask": nothing follows, so it belongs to what stood before.
    // "I waited until he came" tells a time.
    if (marker.kind === "until" || marker.kind === "without") return behind(text, words, window, marker);
    const comma = onlyComma(words, window, marker);
    if (comma !== null) {
      const rest = withoutReport(words, { from: comma + 1, to: lastOf(words, window) });
      return made(text, words, marker, { from: marker.from, to: comma }, [rest]);
    }
    const bare = { from: marker.from, to: lastOf(words, window) };
    return behind(text, words, window, marker) ?? made(text, words, marker, bare, []);
  }
  let last = end;
  // "if he wins “we will see …": the mark opens what follows.
  while (last > marker.to && isQuoteMark(words[last - 1]) && words[last - 1]?.end === words[last]?.start)
    last--;
  const from = /^[,—–]$/.test(words[end]?.form ?? "") ? end + 1 : last;
  const begin = words[from]?.lower === "then" ? from + 1 : from;
  const rest = withoutReport(words, { from: begin, to: lastOf(words, window) });
  const consequence = { from: afterConnective(words, rest), to: rest.to };
  return made(text, words, marker, { from: marker.from, to: last }, [consequence]);
}

/** "We will answer if they attack": the consequence is the main clause before the marker. */
function behind(text: string, words: readonly Word[], window: Window, marker: MarkerFound): Found | null {
  const end = behindEnd(words, window, marker);
  const main = mainClause(words, { from: window.from, to: marker.from });
  if (!main) return null;
  const before = withoutCopula(words, withoutReport(words, main), marker);
  if ((marker.kind === "until" || marker.kind === "without") && !denies(words, before)) return null;
  const after = interrupted(words, window, marker, end);
  // "an ally who, if he spoke, would frighten nobody".
  const relative = /^(?:who|which|that)$/.test(words[marker.from - 2]?.lower ?? "");
  if (after && relative) return made(text, words, marker, { from: marker.from, to: end }, [after]);
  return made(text, words, marker, { from: marker.from, to: end }, after ? [before, after] : [before]);
}

/** "The loan *is* subject to approval": the verb belongs to the marker. */
function withoutCopula(words: readonly Word[], { from, to }: Window, marker: MarkerFound): Window {
  const tied = /^(?:subject|conditional|contingent)-/.test(marker.rule);
  const copula = /^(?:is|are|was|were|be|remains?|only)$/.test(words[to - 1]?.lower ?? "");
  return tied && copula && to - 1 > from ? { from, to: to - 1 } : { from, to };
}

/** "Washington will, if asked, help": the rest of the main clause. */
function interrupted(
  words: readonly Word[],
  window: Window,
  marker: MarkerFound,
  end: number,
): Window | null {
  if (words[marker.from - 1]?.form !== "," || words[end]?.form !== ",") return null;
  const rest = withoutReport(words, { from: end + 1, to: lastOf(words, window) });
  const goesOn = isModal(words[end + 1]) || FINITE.has(words[end + 1]?.lower ?? "");
  return goesOn ||
    isModal(words[marker.from - 2]) ||
    /^(?:that|who|which)$/.test(words[marker.from - 2]?.lower ?? "")
    ? rest
    : null;
}

const GOES_ON_ELSEWHERE =
  /^(?:but|while|although|though|whereas|adding|stressing|saying|noting|warning|which|who|whose|so|he|she|they)$/;

/** A condition that stands last ends with its sentence, or where another clause begins. */
function behindEnd(words: readonly Word[], window: Window, marker: MarkerFound): number {
  if (marker.takes === "nothing") return marker.to;
  for (let at = marker.to; at < window.to; at++) {
    const form = words[at]?.form ?? "";
    if (words[at]?.lower === "so" && words[at + 1]?.lower === "that") return at;
    if (form === ";" || form === ":" || form === "—") return at;
    if (form === "," || form === "–") {
      const next = words[at + 1];
      if (!next || isQuoteMark(next)) return at;
      const relative = PREPOSITIONS.has(next.lower) && /^(?:which|whom)$/.test(words[at + 2]?.lower ?? "");
      if (relative || GOES_ON_ELSEWHERE.test(next.lower) || isReport(words, at + 1, window.to)) return at;
      if (next.lower === "and" && beginsClause(words, { from: at + 2, to: window.to })) return at;
      if (words[marker.from - 1]?.form === "," && at > marker.to) return at;
    }
    const closes = isQuoteMark(words[at]) && words[at]?.start === words[at - 1]?.end;
    if (closes && isReport(words, at + 1, window.to)) return at;
  }
  return lastOf(words, window);
}

/** "In this case they will help", "They would help in that case", "Otherwise there is war". */
function pointingBack(
  text: string,
  words: readonly Word[],
  window: Window,
  marker: MarkerFound,
): Found | null {
  const after = words[marker.to]?.form === "," ? marker.to + 1 : marker.to;
  const rest = withoutReport(words, { from: after, to: lastOf(words, window) });
  const own =
    hasVerb(words, rest) || (isSubject(words, rest.from) && rest.to - rest.from > 1)
      ? rest
      : mainClause(words, { from: window.from, to: marker.from });
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
        isModal(word) ||
        /'(?:ll|d)$/.test(word.lower) ||
        /^(?:going|ready|prepared|need|needs|have|has|reserve|reserves|should|no|nothing|sends?|means?)$/.test(
          word.lower,
        ),
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
