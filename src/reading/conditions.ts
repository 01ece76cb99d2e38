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

import { WHETHER_VERBS } from "../lexicon/conditions.ts";
import { type Span, trimmedAt } from "../text/span.ts";
import { wordsIn } from "../text/words.ts";
import { deicticIn } from "./conditions/antecedents.ts";
import { hostClause } from "./conditions/behind.ts";
import { clausesIn, hasVerb } from "./conditions/clauses.ts";
import { conditionOf } from "./conditions/condition-of.ts";
import { type Found, passageOf, type Sentence } from "./conditions/found.ts";
import { type MarkerFound, markersIn } from "./conditions/markers.ts";
import { lastOf } from "./conditions/report.ts";
import { isQuoteMark, type Window, windowsIn } from "./conditions/sentences.ts";
import { twinOf, untangled, withShared } from "./conditions/several.ts";

const WORTH_READING =
  /\b(?:if|unless|event|eventuality|case|condition|conditional|contingent|proviso|understanding|return for|exchange for|absence|absent|failing|barring|short of|but for|instance|provided|providing|subject to|long as|until|without|should|had|were|otherwise|or else|assuming|assumption|supposing|only when|scenario|circumstances|would)\b/i;

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
