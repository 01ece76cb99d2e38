/**
 * Clauses: where a stretch of an account goes over from one matter to the next.
 *
 * "He raised the cases of three detainees and said that he hoped to see them
 * home" tells two things, and another account may agree with one of them. Takes
 * a stretch; gives its pieces in text order, each a passage: a clause after
 * "and", "but" or a semicolon that has a verb of its own, a relative clause, and
 * an "the first …" after a comma. What cannot stand alone stays with what it
 * belongs to. Quotations are not cut inside a sentence of theirs otherwise than
 * any other words.
 *
 * Works without a parser: verbs are known by auxiliaries, by the verbs of
 * speech, and by a past ending.
 *
 * Known misses: "the plans drawn up and put off" is cut where two participles
 * are joined; a coordination of nouns with clauses of their own is not cut.
 */

import { ORDINALS, PAST_FORMS, SUBJECT_PRONOUNS } from "../lexicon/clauses.ts";
import { CUE_FORMS } from "../lexicon/cues.ts";
import { AUXILIARIES, DETERMINERS, GROUP_ADVERBS, PREPOSITIONS } from "../lexicon/grammar.ts";
import { type Passage, type Span, trimmedAt } from "../text/span.ts";
import { type Word, wordsIn } from "../text/words.ts";

/** Pieces of a stretch in text order; a stretch of one matter is one piece. */
export function clausesIn(text: string, stretch: Span): Passage[] {
  if (stretch.end - stretch.start > LONGEST) return wholeOf(text, stretch);
  const words = wordsIn(text, stretch);
  const marks = words.flatMap((_, at) => cutAt(words, at));
  const pieces: Passage[] = [];
  let main: Passage = [];
  let from = stretch.start;
  const close = (to: number): void => {
    const place = trimmedAt(text, from, to);
    if (place) main.push(place);
  };
  const flush = (): void => {
    if (main.length > 0) pieces.push(main);
    main = [];
  };
  for (const { start, next, end } of marks) {
    if (start < from) continue;
    close(start);
    if (end === null) {
      flush();
      from = next;
      continue;
    }
    // A relative clause stands apart; what goes on after it belongs to what was before.
    const aside = trimmedAt(text, next, end);
    if (aside) pieces.push([aside]);
    from = end;
  }
  close(stretch.end);
  flush();
  return pieces.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
}

/** No sentence is longer, in units; what is longer is left whole, so that hostile texts cost no more than plain ones. */
const LONGEST = 2000;

function wholeOf(text: string, { start, end }: Span): Passage[] {
  const place = trimmedAt(text, start, end);
  return place ? [[place]] : [];
}

interface Cut {
  /** Where the words before it end. */
  start: number;
  /** Where the new piece begins. */
  next: number;
  /** Where an aside ends; `null` when the new piece goes on. */
  end: number | null;
}

/** Words between a conjunction and the verb of its clause at most. */
const SUBJECT = 9;

function cutAt(words: readonly Word[], at: number): Cut[] {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next || at === 0) return [];
  if (word.form === ";" || isDash(word, words[at - 1], next))
    return hasVerb(words, at + 1) ? [{ start: word.start, next: next.start, end: null }] : [];
  if (word.lower === "and" || word.lower === "but") {
    const comma = words[at - 1]?.form === ",";
    if (!opensClause(words, at, comma)) return [];
    return [
      { start: comma ? (words[at - 1]?.start ?? word.start) : word.start, next: word.start, end: null },
    ];
  }
  if (word.form !== ",") return [];
  if (/^(?:which|who|whom|whose|where)$/.test(next.lower)) return isCleft(words) ? [] : relative(words, at);
  if (next.lower === "followed" || /^(?:adding|noting|saying|stressing|while|whereas)$/.test(next.lower))
    return [{ start: word.start, next: next.start, end: null }];
  // ", the first visit since …"
  if (isOrdinalPhrase(words, at + 1)) return [{ start: word.start, next: next.start, end: null }];
  return [];
}

function isDash(word: Word, before: Word | undefined, after: Word): boolean {
  return (
    /^[-–—]$/.test(word.form) && before !== undefined && before.end < word.start && word.end < after.start
  );
}

function isOrdinalPhrase(words: readonly Word[], at: number): boolean {
  const [first, second] = [words[at], words[at + 1]];
  return (
    first !== undefined &&
    second !== undefined &&
    (DETERMINERS.has(first.lower) || /^(?:for)$/.test(first.lower)) &&
    (ORDINALS.has(second.lower) || ORDINALS.has(words[at + 2]?.lower ?? ""))
  );
}

/** Up to the comma that closes it, or to the end of the stretch. */
function relative(words: readonly Word[], at: number): Cut[] {
  const [comma, first] = [words[at], words[at + 1]];
  if (!comma || !first) return [];
  let to = at + 2;
  while (to < words.length && !isStop(words[to])) to++;
  const last = words[to - 1];
  if (!last || to - at < RELATIVE) return [];
  return [{ start: comma.start, next: first.start, end: last.end }];
}

/** "It was Vale, not Ortiz, who raised it". */
function isCleft(words: readonly Word[]): boolean {
  return words[0]?.lower === "it" && /^(?:is|was)$/.test(words[1]?.lower ?? "");
}

/** ", who agreed," says nothing of its own. */
const RELATIVE = 5;

function isStop(word: Word | undefined): boolean {
  return /^[.,;:!?]$/.test(word?.form ?? "");
}

/** Whether a clause with a verb of its own begins after the conjunction. */
function opensClause(words: readonly Word[], at: number, comma: boolean): boolean {
  if (!hasVerbBefore(words, at)) return false;
  let to = at + 1;
  if (words[to]?.lower === "that") return hasVerb(words, to + 1);
  while (GROUP_ADVERBS.has(words[to]?.lower ?? "") || /ly$/.test(words[to]?.lower ?? "")) to++;
  const first = words[to];
  if (!first || first.kind === "mark") return false;
  // "… to pull back and to refrain".
  if (first.lower === "to")
    return words.slice(0, at).some(({ lower }) => lower === "to") && !isTied(words, to);
  if (isVerb(words, to)) return true;
  return (comma || SUBJECT_PRONOUNS.has(first.lower)) && hasVerb(words, to);
}

/** A condition after two infinitives is the condition of both; "and to the Council" is no infinitive. */
function isTied(words: readonly Word[], to: number): boolean {
  const next = words[to + 1];
  if (next?.kind !== "word" || DETERMINERS.has(next.lower) || /^\p{Lu}/u.test(next.form)) return true;
  return words.slice(to).some(({ lower }) => lower === "if" || lower === "unless");
}

/** A verb that is certainly one, at this word. */
function isVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.kind !== "word" || /^\p{Lu}/u.test(word.form)) return false;
  const { lower } = word;
  if (AUXILIARIES.has(lower) && !/^(?:being|been|be|having|not|n't)$/.test(lower)) return true;
  const cue = CUE_FORMS.get(lower);
  // "Reports", "claims" and bare forms are as often nouns; a third person before an object is a verb.
  if (cue && !cue.gerund && !cue.base && (!cue.third || opensObject(words[at + 1]))) return true;
  return PAST_FORMS.has(lower) || (/[a-z]{3}ed$/.test(lower) && opensObject(words[at + 1]));
}

/** What follows a verb rather than a participle before its noun. */
function opensObject(word: Word | undefined): boolean {
  return (
    word === undefined ||
    word.kind === "mark" ||
    DETERMINERS.has(word.lower) ||
    PREPOSITIONS.has(word.lower) ||
    word.lower === "that" ||
    /^\p{Lu}/u.test(word.form)
  );
}

function hasVerb(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + SUBJECT); at++) {
    if (/^[;.,]$/.test(words[at]?.form ?? "")) return false;
    if (isVerb(words, at)) return true;
  }
  return false;
}

function hasVerbBefore(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    if (isVerb(words, i) || words[i]?.lower === "to") return true;
  }
  return false;
}
