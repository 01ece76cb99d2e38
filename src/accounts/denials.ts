/**
 * Denials: that something was not done in the contact, held against an account
 * that says it was.
 *
 * "No paper of any kind was handed over" and "he handed over a file" share
 * little, yet one of them is wrong. Takes a telling; gives the heart of its
 * denial: the deed, and what it was done with. Another telling answers it when
 * it has all of that and denies nothing; of a subject that is said not to have
 * come up, half of its words are enough, two at least. A bare "it was not discussed" takes the
 * subject from the question before, or from "asked about". Only deeds of the
 * contact itself count, what was said, asked, agreed or handed over there: of
 * the world outside two speakers may well disagree, and both accounts be true.
 *
 * Known miss: a subject told in other words ("human rights" / "the detainees").
 */

import { ACT_FORCES } from "../lexicon/compared.ts";
import { CUE_FORMS, CUE_NOUNS } from "../lexicon/cues.ts";
import { DEEDS_OF_CONTACT, EMPTY_WORDS, TALK_DEEDS, WHOLE_DEEDS } from "../lexicon/denied.ts";
import type { Act, Reading } from "../reading/reading.ts";
import { countBefore } from "../text/search.ts";
import { placeAt, type Span } from "../text/span.ts";
import { contentOf, type Term } from "./contents.ts";
import type { Telling } from "./tellings.ts";
import { wordKeyOf } from "./word-keys.ts";

export interface Denial {
  negation: Term;
  /** Keys of what is denied: at least two, or one that says all. */
  heart: string[];
  /** Whether it is said of a subject that nobody spoke of it: the heart is the subject alone. */
  isSubject: boolean;
}

/** Acts by what they do: "asked", "pleaded" and "a request" are one deed. */
function deedKeyOf(lower: string): string {
  const act =
    lower === "asked" || lower === "ask"
      ? "request"
      : (CUE_NOUNS.get(lower) ?? CUE_FORMS.get(lower)?.verb.act);
  return act === undefined ? wordKeyOf(lower) : (familyKeyOf(act) ?? wordKeyOf(lower));
}

function familyKeyOf(act: Act): string | null {
  const { family } = ACT_FORCES[act];
  return family === "ask" || family === "bind" || family === "harm" ? `deed:${family}` : null;
}

const DEEDS = new Set([...DEEDS_OF_CONTACT].map(deedKeyOf));
const TALKS = new Set([...TALK_DEEDS].map(wordKeyOf));
const WHOLE = new Set([...WHOLE_DEEDS].map(wordKeyOf));
const EMPTY = new Set([...EMPTY_WORDS].map(wordKeyOf));

/** The denial that a telling makes; `null` when it makes none, or more than one. */
export function denialOf({ content, verb, deed }: Telling, reading: Reading): Denial | null {
  const { text } = reading.document;
  const negations = content.terms.filter(
    (term) => term.kind === "negation" && term.key === "not" && term.condition < 0 && !isAnswer(term, text),
  );
  const [negation] = negations;
  if (!negation || negations.length > 1) return null;
  const clause = clauseAround(content.terms, negation, text);
  if (clause.some(({ kind, words }) => kind === "modality" || /^going$/i.test(words))) return null;
  const talks = clause.some((term, i) => isTalk(term, clause.slice(i + 1)));
  if (talks) return subjectDenial(clause, negation, reading);
  const heart = heartIn(clause);
  if (verb !== null && deed !== null && familyKeyOf(deed) !== null) heart.add(familyKeyOf(deed) ?? "");
  // "Kashmir was not offered": the deed says little without the name.
  if (heart.size === 1) for (const { kind, key } of clause) if (kind === "actor") heart.add(key);
  const keys = [...heart];
  const isDeed = keys.some((key) => DEEDS.has(key));
  // "Gave no consent": to what, the clause must say.
  const isMatter = keys.some(
    (key) => !key.startsWith("deed:") && clause.some((term) => term.kind === "word" && term.key === key),
  );
  const whole = keys.length === 1 && keys.every((key) => WHOLE.has(key));
  return isDeed && ((isMatter && keys.length >= LEAST) || whole) && keys.length <= MOST
    ? { negation, heart: keys, isSubject: false }
    : null;
}

const LEAST = 2;
/** A longer clause denies one thing among many. */
const MOST = 5;

/** "No." before the sentence that denies. */
function isAnswer({ words, end }: Term, text: string): boolean {
  return words.toLowerCase() === "no" && /^[.,;]/.test(text.slice(end, end + 1));
}

function heartIn(clause: readonly Term[]): Set<string> {
  const heart = new Set<string>();
  for (const { kind, key, words } of clause) {
    if (kind === "word" && !EMPTY.has(key)) heart.add(deedKeyOf(words.toLowerCase()));
    if (kind === "actor" && /^(?:untied|name):/.test(key)) heart.add(key);
  }
  return heart;
}

/** "Was not discussed", "did not come up". */
function isTalk({ kind, key, words }: Term, after: readonly Term[]): boolean {
  if (kind === "word" && TALKS.has(key)) return true;
  return (
    /^(?:come|came|comes|bring|brought)$/i.test(words) &&
    after.slice(0, 3).some((next) => next.words === "up")
  );
}

/** "The pipeline was not discussed": the subject, from before where the clause has none. */
function subjectDenial(clause: readonly Term[], negation: Term, reading: Reading): Denial | null {
  const own = subjectIn(clause);
  const subject = own.length > 0 ? own : subjectIn(termsBefore(negation, reading));
  // One word alone may be any: "nobody raised the voice". A name is enough.
  const isTold = subject.length > 1 || subject.some((key) => key.startsWith("untied:"));
  return !isTold || subject.length > MOST ? null : { negation, heart: subject, isSubject: true };
}

function subjectIn(terms: readonly Term[]): string[] {
  const own = terms.filter(
    ({ kind, key }) =>
      (kind === "word" && !EMPTY.has(key) && !TALKS.has(key) && key !== "up") ||
      (kind === "actor" && key.startsWith("untied:")),
  );
  return [...new Set(own.map(({ key }) => key))];
}

/** What was asked about: in the sentence itself ("asked about the pipeline, he said"), or in the question before it. */
function termsBefore(negation: Term, reading: Reading): Term[] {
  const { sentences, document } = reading;
  const at = countBefore(sentences.length, (i) => (sentences[i]?.start ?? 0) <= negation.start) - 1;
  const sentence = sentences[at];
  if (!sentence) return [];
  const asked = /\basked (?:about|on|whether)\b[^,]*/i.exec(
    document.text.slice(sentence.start, negation.start),
  );
  if (asked)
    return termsAt(reading, {
      start: sentence.start + asked.index,
      end: sentence.start + asked.index + asked[0].length,
    });
  for (let i = at - 1; i >= Math.max(0, at - NEAR); i--) {
    const before = sentences[i];
    if (before && document.text.slice(before.start, before.end).trimEnd().endsWith("?"))
      return termsAt(reading, before);
  }
  return [];
}

/** Sentences of an answer before the one that denies at most. */
const NEAR = 2;

function termsAt(reading: Reading, { start, end }: Span): Term[] {
  return contentOf(reading, [placeAt(reading.document.text, start, end)]).terms;
}

/** Words that end a clause on either side of a negation. */
const CLAUSE_ENDS = /^(?:that|which|who|but|and|because|while|although|said|says|told)$/;

function clauseAround(terms: readonly Term[], negation: Term, text: string): Term[] {
  const at = terms.indexOf(negation);
  let from = at;
  while (from > 0 && !parts(terms[from - 1], terms[from], text)) from--;
  let to = at;
  while (to + 1 < terms.length && !parts(terms[to], terms[to + 1], text)) to++;
  return terms.slice(from, to + 1);
}

function parts(before: Term | undefined, after: Term | undefined, text: string): boolean {
  if (!before || !after) return true;
  return (
    /[,;:.“”"]/.test(text.slice(before.end, after.start)) ||
    CLAUSE_ENDS.test(before.words.toLowerCase()) ||
    (after.kind === "conjunct" && CLAUSE_ENDS.test(after.words.toLowerCase()))
  );
}

/**
 * Whether a telling says that what is denied was done.
 *
 * @param aligned whether both are one point anyhow: then half of a subject's words are enough.
 */
export function answers(
  { content, act, deed, verb }: Telling,
  { heart, isSubject }: Denial,
  aligned = false,
): boolean {
  if (content.terms.some(({ kind, condition }) => kind === "negation" && condition < 0)) return false;
  const keys = new Set<string>();
  for (const { key, words, kind, condition } of content.terms) {
    if (condition >= 0) continue;
    keys.add(key);
    if (kind === "word" && !isSubject) keys.add(deedKeyOf(words.toLowerCase()));
  }
  const shared = heart.filter((key) => keys.has(key)).length;
  if (isSubject) return shared * 2 >= heart.length && (shared > 1 || heart.length === 1 || aligned);
  for (const one of [act, deed]) {
    if (one === null || ACT_FORCES[one].force === 0) continue;
    keys.add(wordKeyOf(one));
    keys.add(familyKeyOf(one) ?? "");
  }
  if (verb !== null) keys.add(deedKeyOf(verb));
  // One word alone must be the deed, not the name of a deed: "apologised", not "an apology is due".
  if (heart.length === 1 && !content.terms.some(({ key, words }) => key === heart[0] && /ed$/.test(words)))
    return verb !== null && wordKeyOf(verb) === heart[0];
  return heart.every((key) => keys.has(key));
}
