/**
 * Cues: the verb groups of a sentence that can hand over to a speaker.
 *
 * Takes the words of one sentence and gives, in order, each form of a verb of
 * speech, thought or evidence with the whole group around it: auxiliaries,
 * negation and adverbs before, particle after. Whether it hands anything over
 * is decided by what can be found around it (`attributions.ts`).
 *
 * Known misses: nouns that look like verbs after a noun ("a State Department
 * report") are taken for verbs when the noun before is a name.
 */

import { CUE_FORMS, type CueForm } from "../../lexicon/cues.ts";
import {
  AUXILIARIES,
  CARRIER_VERBS,
  DETERMINERS,
  GROUP_ADVERBS,
  PREPOSITIONS,
} from "../../lexicon/grammar.ts";
import type { Word } from "../../text/words.ts";

/** A verb group, as indexes into the sentence's words: `from` inside, `to` just after. */
export interface Cue {
  form: CueForm;
  from: number;
  head: number;
  to: number;
  passive: boolean;
}

export function cuesIn(words: readonly Word[]): Cue[] {
  const cues: Cue[] = [];
  const inTitle = isTitleCase(words);
  for (let head = 0; head < words.length; head++) {
    const word = words[head];
    const form = word && CUE_FORMS.get(word.lower);
    if (!form || !isVerbHere(words, head, form)) continue;
    if (!inTitle && head > 0 && /^\p{Lu}/u.test(word.form) && words[head - 1]?.kind === "word") continue;
    const from = groupStart(words, head);
    const passive = form.participle && isPassive(words, from, head);
    const to = groupEnd(words, head, form);
    const last = cues[cues.length - 1];
    if (last && from < last.to) cues.pop();
    cues.push({ form, from: last && from < last.to ? Math.min(last.from, from) : from, head, to, passive });
  }
  return cues;
}

/** A headline in title case: most of its longer words begin with a capital. */
function isTitleCase(words: readonly Word[]): boolean {
  const long = words.filter((word) => word.kind === "word" && word.form.length > 3);
  return long.length > 0 && long.filter((word) => /^\p{Lu}/u.test(word.form)).length > 0.85 * long.length;
}

const BE = new Set([
  "is",
  "was",
  "were",
  "are",
  "be",
  "been",
  "being",
  "am",
  "isn't",
  "wasn't",
  "weren't",
  "aren't",
  "got",
]);

/** A form of "be" in the group, with nothing but adverbs between it and the participle. */
function isPassive(words: readonly Word[], from: number, head: number): boolean {
  for (let i = head - 1; i >= from; i--) {
    const lower = words[i]?.lower ?? "";
    if (BE.has(lower)) return true;
    if (!isGroupAdverb(lower)) return false;
  }
  return false;
}

/** Whether the form is a verb in this place and not a noun or an adjective. */
function isVerbHere(words: readonly Word[], head: number, form: CueForm): boolean {
  const before = words[head - 1]?.lower ?? "";
  const after = words[head + 1]?.lower ?? "";
  if (words[head]?.form.includes("-") || before === "so-" || after === "-") return false;
  // "call up reserves", "set off": another verb, unless the particle belongs to this one.
  if (
    /^(?:up|off|out|down|back|in)$/.test(after) &&
    !form.verb.prepositions.has(after) &&
    !form.verb.quotation
  )
    return false;
  // "put it", "set out": the past is spelt like the bare form.
  if (form.base && form.participle && form.verb.prepositions.has(after) && !DETERMINERS.has(before))
    return true;
  if (form.base) return baseIsVerb(words, head, before, after);
  if (
    DETERMINERS.has(before) &&
    before !== "that" &&
    before !== "some" &&
    before !== "all" &&
    before !== "most" &&
    before !== "many"
  )
    return false;
  if (form.third && after === "that" && !form.verb.quotation && /^\p{Ll}/u.test(words[head - 1]?.form ?? ""))
    return false;
  if (form.third)
    return (
      !PREPOSITIONS.has(before) &&
      !/('s|s')$/.test(before) &&
      !DETERMINERS.has(before) &&
      !isAdjective(before) &&
      after !== "of"
    );
  if (form.gerund)
    return (
      !PREPOSITIONS.has(before) ||
      before === "by" ||
      before === "of" ||
      before === "as" ||
      before === "after" ||
      before === "before" ||
      before === "without"
    );
  return after !== "by" || before === "as";
}

function isAdjective(lower: string): boolean {
  return /(al|ous|ive|ful|ic|ible|able|ary)$/.test(lower) && lower.length > 5;
}

const BASE_CARRIERS = new Set([
  "to",
  "will",
  "would",
  "did",
  "do",
  "does",
  "can",
  "could",
  "may",
  "might",
  "should",
  "must",
  "shall",
  "not",
  "didn't",
  "don't",
  "doesn't",
  "won't",
  "wouldn't",
  "cannot",
  "they",
  "we",
  "i",
  "you",
  "who",
  "also",
  "let",
  "n't",
]);

/** A bare form is a verb after an auxiliary, "to", a pronoun or a plural noun ("officials say"). */
function baseIsVerb(words: readonly Word[], head: number, before: string, after: string): boolean {
  if (BASE_CARRIERS.has(before)) return true;
  if (isGroupAdverb(before)) return BASE_CARRIERS.has(words[head - 2]?.lower ?? "");
  if (after === "of" || DETERMINERS.has(before) || PREPOSITIONS.has(before)) return false;
  return /[a-z]{3}s$/.test(before) && !/(ss|us|is|'s)$/.test(before) && words[head - 1]?.kind === "word";
}

function isGroupAdverb(lower: string): boolean {
  return GROUP_ADVERBS.has(lower) || (lower.endsWith("ly") && lower.length > 4);
}

function groupStart(words: readonly Word[], head: number): number {
  let from = head;
  while (from > 0) {
    const lower = words[from - 1]?.lower ?? "";
    if (AUXILIARIES.has(lower) || isGroupAdverb(lower)) from--;
    else if (lower === "to" && CARRIER_VERBS.has(words[from - 2]?.lower ?? "")) from -= 2;
    else break;
  }
  // An adverb at the very start belongs to the sentence: "Earlier, …", "However Vale said".
  while (from < head && words[from]?.kind === "mark") from++;
  return from;
}

/** The group takes its particle ("pointed out") and adverbs that stand right after ("said publicly"). */
function groupEnd(words: readonly Word[], head: number, form: CueForm): number {
  let to = head + 1;
  const next = words[to]?.lower ?? "";
  if (form.verb.prepositions.has(next) && !(next === "to" && isInfinitive(words, to, form))) to++;
  const after = words[to]?.lower ?? "";
  if (form.verb.prepositions.has(after) && to > head + 1) to++;
  while (/^[a-z]+ly$/.test(words[to]?.lower ?? "") && words[to]?.kind === "word") to++;
  return to;
}

/** "agreed to supervise" against "agreed to the plan": what follows "to" is no noun phrase. */
function isInfinitive(words: readonly Word[], to: number, form: CueForm): boolean {
  const after = words[to + 1];
  return (
    form.verb.infinitive &&
    after !== undefined &&
    !DETERMINERS.has(after.lower) &&
    !/^\p{Lu}/u.test(after.form) &&
    !/s$/.test(after.lower)
  );
}
