/**
 * The verbs of a sentence that carry a clause: will, is, and verbs in a form
 * that agrees with what stands before them.
 *
 * Takes the words of one sentence; gives for each word whether it is such a
 * verb (`FINITE`), could be one (`PERHAPS`: "attacks" behind a name), or not.
 * What could be one is believed only where its stretch between two marks or
 * joining words has no other. One walk; every look around is bounded.
 *
 * Known misses: a past form behind a noun is taken for the verb where it only
 * describes ("the troops deployed there"), if its clause has no other verb; a
 * verb that is also a noun behind a plural noun ("if sides fear war").
 */

import { MODALS } from "../../lexicon/conditions.ts";
import { CUE_FORMS } from "../../lexicon/cues.ts";
import { CLAUSE_STARTERS, DETERMINERS, GROUP_ADVERBS, PREPOSITIONS } from "../../lexicon/grammar.ts";
import { VERB_FORMS, type VerbForm } from "../../lexicon/verbs.ts";
import type { Word } from "../../text/words.ts";
import type { Window } from "./sentences.ts";

const NOT = 0;
/** A noun looks the same: "the system works". */
const UNLIKELY = 1;
const PERHAPS = 2;
const FINITE = 3;
type Degree = typeof NOT | typeof UNLIKELY | typeof PERHAPS | typeof FINITE;

/** "we'll", "it's", "who've". */
export const CONTRACTED =
  /^(?:he|she|they|we|it|i|you|there|that|this|who|what|here|where|how)'(?:ll|re|s|d|m|ve)$/;
const BE_HAVE_DO =
  /^(?:is|are|was|were|am|has|have|had|do|does|did|isn't|aren't|wasn't|weren't|ain't|hasn't|haven't|hadn't|don't|doesn't|didn't)$/;
/** Verbs of thought and plain speech, whose content may follow without "that". */
export const THOUGHT =
  /^(?:think|thinks|thought|believe|believes|believed|hope|hopes|hoped|know|knows|knew|guess|suppose|supposes|feel|feels|felt|mean|means|wish|wishes|fear|fears|doubt|say|says|said|see|sees|bet)$/;
const SUBJECT_PRONOUN = /^(?:i|he|she|we|they)$/;
const THIRD_PERSON =
  /^(?:he|she|it|who|which|that|this|what|one|everyone|everybody|everything|someone|somebody|something|anyone|anybody|nobody|nothing|there)$/;
const PLURAL_PERSON = /^(?:i|we|you|they|who|which|that|these|those|both|many|most|some)$/;

/** Whether each word of the window is a verb that carries a clause; indexes count from the window's first. */
export function finiteVerbs(words: readonly Word[], window: Window): boolean[] {
  const degrees: Degree[] = [];
  for (let at = window.from; at < window.to; at++) degrees.push(degreeOf(words, window, at, degrees));
  return resolved(words, window, degrees);
}

function degreeOf(words: readonly Word[], window: Window, at: number, before: readonly Degree[]): Degree {
  const word = words[at];
  if (word?.kind !== "word") return NOT;
  const { lower } = word;
  if (CONTRACTED.test(lower)) return isCarried(words, window, at) ? NOT : FINITE;
  if (MODALS.has(lower) || /^(?:could|would|should|must|might|need)(?:n't|'ve)$/.test(lower))
    return isModalNoun(words, at) ? NOT : FINITE;
  if (BE_HAVE_DO.test(lower)) return isCarried(words, window, at) ? NOT : FINITE;
  // "the United States", "Alfred": a name, unless the sentence begins with it.
  if (/^\p{Lu}\p{Ll}/u.test(word.form) && at > window.from && words[at - 1]?.kind === "word") return NOT;
  const form = formOf(lower);
  return form ? lexicalDegree(words, window, at, form) : behindPronoun(words, window, at, before);
}

const PAST: VerbForm = {
  base: false,
  third: false,
  past: true,
  pastOnly: false,
  participle: true,
  nounToo: false,
};

function formOf(lower: string): VerbForm | null {
  const form = VERB_FORMS.get(lower);
  if (form) return form;
  const cue = CUE_FORMS.get(lower);
  // "opted", "ringfenced": a past form needs no list.
  if (!cue && /...[^e]ed$/.test(lower)) return PAST;
  if (!cue || cue.gerund) return null;
  const { base, third, participle } = cue;
  return { base, third, participle, past: participle, pastOnly: false, nounToo: base || third };
}

/** "his will", "in May", "the might of". */
function isModalNoun(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.form === "May") return /^\p{N}/u.test(words[at + 1]?.form ?? "") || at > 0;
  return (
    /^(?:will|might|can|must)$/.test(word?.lower ?? "") &&
    /^(?:the|a|an|his|her|its|their|our|my|no)$/.test(words[at - 1]?.lower ?? "")
  );
}

/** The nearest word before that is no adverb; at most four are passed over. */
function headBefore(words: readonly Word[], window: Window, at: number): number {
  let i = at - 1;
  while (i >= window.from && at - i < 5 && isAdverb(words[i])) i--;
  return i;
}

export function isAdverb(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (GROUP_ADVERBS.has(word.lower) || (/..ly$/.test(word.lower) && word.lower !== "only"))
  );
}

/** "will *have*", "to *be*", "has *done*", "would you *do*": an earlier verb carries the clause. */
function isCarried(words: readonly Word[], window: Window, at: number): boolean {
  const i = headBefore(words, window, at);
  const head = words[i]?.lower ?? "";
  if (i < window.from) return false;
  if (head === "to" || isAuxiliary(head)) return true;
  // "Would you do", "is it going".
  const asks =
    /^(?:i|he|she|we|they|you|it|there|this|that)$/.test(head) && isAuxiliary(words[i - 1]?.lower ?? "");
  return asks && i - 1 >= window.from && !CUE_FORMS.has(words[i - 2]?.lower ?? "");
}

function isAuxiliary(lower: string): boolean {
  return (
    MODALS.has(lower) ||
    BE_HAVE_DO.test(lower) ||
    CONTRACTED.test(lower) ||
    lower.endsWith("n't") ||
    /^(?:be|been|being|having|get|gets|got|getting|let|lets|let's|help|to)$/.test(lower)
  );
}

function lexicalDegree(words: readonly Word[], window: Window, at: number, form: VerbForm): Degree {
  if (isCarried(words, window, at)) return NOT;
  const i = headBefore(words, window, at);
  const head = i < window.from ? null : (words[i] ?? null);
  const lower = head?.lower ?? "";
  if (!head || head.kind === "mark" || /^(?:and|or|but|then)$/.test(lower)) return opening(words, at, form);
  if (SUBJECT_PRONOUN.test(lower)) return FINITE;
  // "some form", "this work": a noun as likely.
  if (form.nounToo && /^(?:some|many|most|both|these|those|this|that|one|what|which)$/.test(lower))
    return UNLIKELY;
  if (form.third && THIRD_PERSON.test(lower)) return FINITE;
  if ((form.base || form.past) && PLURAL_PERSON.test(lower)) return FINITE;
  if (form.past && THIRD_PERSON.test(lower)) return FINITE;
  if (isNoSubjectEnd(head) || isObjectPlace(words, i)) return NOT;
  return behindNoun(words, at, head, form);
}

/** Words behind which a noun or an adjective stands rather than a verb. */
function isNoSubjectEnd(head: Word): boolean {
  const { lower } = head;
  return (
    DETERMINERS.has(lower) ||
    PREPOSITIONS.has(lower) ||
    CLAUSE_STARTERS.has(lower) ||
    /'s?$/.test(lower) ||
    /^(?:as|than|very|more|most|less|so|too|not|be|been|being|whose|me|him|us|them|my|our|your|new|own|other|first|last)$/.test(
      lower,
    )
  );
}

/** "to save *lives*": an object follows. */
function isObjectPlace(words: readonly Word[], at: number): boolean {
  return VERB_FORMS.get(words[at]?.lower ?? "")?.base === true && words[at - 1]?.lower === "to";
}

/** "Norland *attacks*", "the sides *agreed*", "the talks *go* on". */
function behindNoun(words: readonly Word[], at: number, head: Word, form: VerbForm): Degree {
  const next = words[at + 1];
  const goesOn =
    next === undefined ||
    next.kind !== "word" ||
    PREPOSITIONS.has(next.lower) ||
    DETERMINERS.has(next.lower) ||
    CLAUSE_STARTERS.has(next.lower) ||
    isAdverb(next) ||
    /^(?:up|out|down|off|on|back|away|him|her|them|us|me|you|it|he|she|they|we|i|and|or|again|well|first)$/.test(
      next.lower,
    );
  // "Vale said the deal is dead": a verb of its own beside the one told.
  const tells = THOUGHT.test(words[at]?.lower ?? "") && !/^(?:by|to|of|as)$/.test(next?.lower ?? "");
  if (form.pastOnly || (tells && form.past)) return FINITE;
  const plural = /[^s]s$|^(?:people|men|women|children|police|forces)$/.test(head.lower);
  const name = /^\p{Lu}/u.test(head.form);
  if (form.third && !plural && (!form.nounToo || (name && goesOn))) return form.nounToo ? PERHAPS : FINITE;
  if (form.past && next?.lower !== "by") return goesOn && next?.kind === "word" ? PERHAPS : UNLIKELY;
  if (form.base && plural && !form.nounToo) return FINITE;
  if (form.base && plural && goesOn) return PERHAPS;
  if (!form.third || plural) return NOT;
  return goesOn ? PERHAPS : UNLIKELY;
}

/** Behind a mark, "and" or nothing: a further predicate ("and signed it"), or an order ("call us"). */
function opening(words: readonly Word[], at: number, form: VerbForm): Degree {
  const before = words[at - 1]?.lower ?? "";
  // "Norland, not Sudland, now holds them".
  if ((form.pastOnly || (form.third && !form.nounToo)) && closesAside(words, at)) return PERHAPS;
  if (!form.base) return /^(?:and|or|but)$/.test(before) && !form.nounToo ? PERHAPS : NOT;
  return isOrder(words, at) || (/^(?:and|or|but)$/.test(before) && !form.nounToo) ? PERHAPS : NOT;
}

function closesAside(words: readonly Word[], at: number): boolean {
  const comma = isAdverb(words[at - 1]) ? at - 2 : at - 1;
  if (words[comma]?.form !== ",") return false;
  return words.slice(Math.max(0, comma - 12), comma).some(({ form }) => form === ",");
}

/** "*let* us know", "please *call*", "*work* harder", "*tell* him". */
export function isOrder(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.kind !== "word") return false;
  if (
    /^(?:let|let's|please|don't|do|tell|give|keep|make|go|come|stop|call|take|get|ask|just)$/.test(word.lower)
  )
    return true;
  const next = words[at + 1];
  return (
    VERB_FORMS.get(word.lower)?.base === true &&
    next?.kind === "word" &&
    /^(?:harder|me|him|us|them|it|the|your|our|my|this|that|up|out|down|on|about|here|there|now|to|for)$/.test(
      next.lower,
    )
  );
}

/** "they *rejig* it": behind such a pronoun a verb stands, listed or not. */
function behindPronoun(
  words: readonly Word[],
  window: Window,
  at: number,
  before: readonly Degree[],
): Degree {
  const i = headBefore(words, window, at);
  const { lower } = words[at] as Word;
  const inflected = words[i]?.lower === "it" && /[^s](?:s|ed)$/.test(lower) && lower !== "its";
  if (i < window.from || !(SUBJECT_PRONOUN.test(words[i]?.lower ?? "") || inflected)) return NOT;
  if (isAdverb(words[at]) || PREPOSITIONS.has(lower) || CLAUSE_STARTERS.has(lower)) return NOT;
  if (
    /^(?:and|or|all|both|who|which|myself|himself|the|a|an|kind|sort)$/.test(lower) ||
    isCarried(words, window, at)
  )
    return NOT;
  return before[i - 1 - window.from] === FINITE && isAuxiliary(words[i - 1]?.lower ?? "") ? NOT : FINITE;
}

/** What is only perhaps a verb is one if its stretch has no surer one. */
function resolved(words: readonly Word[], window: Window, degrees: readonly Degree[]): boolean[] {
  const found = degrees.map((degree) => degree === FINITE);
  let from = 0;
  for (let i = 0; i <= degrees.length; i++) {
    const begins =
      degrees[i + 1] === FINITE && /^(?:it|you|there|this)$/.test(words[window.from + i]?.lower ?? "");
    if (i < degrees.length && !begins && !partsStretches(words[window.from + i])) continue;
    if (!found.slice(from, i).includes(true)) {
      // Behind a comma or "and" a noun or a participle is likelier than a clause.
      const inner =
        /^(?:,|and|or)$/.test(words[window.from + from - 1]?.lower ?? "") &&
        found.slice(0, from).includes(true);
      const best = (inner ? [PERHAPS] : [PERHAPS, UNLIKELY])
        .map((degree) => degrees.indexOf(degree as Degree, from))
        .find((at) => at >= from && at < i);
      if (best !== undefined) found[best] = true;
    }
    from = i + 1;
  }
  return found;
}

function partsStretches(word: Word | undefined): boolean {
  if (!word) return true;
  if (word.kind === "mark") return /^[,;:—–(]$/.test(word.form);
  return (
    /^(?:and|or|but|who|which|that|i|he|she|we|they)$/.test(word.lower) ||
    (CLAUSE_STARTERS.has(word.lower) && !/^(?:as|than|so|before|after|since)$/.test(word.lower))
  );
}
