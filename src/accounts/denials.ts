/**
 * Denials: that something was not done in the contact, held against an account
 * that says it was.
 *
 * "No paper of any kind was handed over" and "he handed over a file" share
 * little, yet one of them is wrong. Takes a telling; gives the heart of its
 * denial: the deed and what it was done with. Another telling answers it when it
 * has all of that and denies nothing. Only deeds of the contact itself count,
 * what was said, asked, agreed or handed over there: of the world outside two
 * speakers may well disagree, and both accounts be true.
 *
 * Known miss: "it was not discussed", where only the question before tells what.
 */

import { ACT_FORCES } from "../lexicon/compared.ts";
import { DEEDS_OF_CONTACT, EMPTY_WORDS, WHOLE_DEEDS } from "../lexicon/denied.ts";
import type { Term } from "./contents.ts";
import type { Telling } from "./tellings.ts";
import { wordKeyOf } from "./word-keys.ts";

export interface Denial {
  negation: Term;
  /** Keys of what is denied: at least two, or one that says all. */
  heart: string[];
}

const DEEDS = new Set([...DEEDS_OF_CONTACT].map(wordKeyOf));
const WHOLE = new Set([...WHOLE_DEEDS].map(wordKeyOf));
const EMPTY = new Set([...EMPTY_WORDS].map(wordKeyOf));

/** The denial that a telling makes; `null` when it makes none, or more than one. */
export function denialOf({ content }: Telling, text: string): Denial | null {
  const negations = content.terms.filter(
    ({ kind, key, condition }) => kind === "negation" && key === "not" && condition < 0,
  );
  const [negation] = negations;
  if (!negation || negations.length > 1) return null;
  const clause = clauseAround(content.terms, negation, text);
  if (clause.some(({ kind }) => kind === "modality")) return null;
  const heart = new Set<string>();
  for (const { kind, key } of clause) {
    if (kind === "word" && !EMPTY.has(key)) heart.add(key);
    if (kind === "actor" && /^(?:untied|name):/.test(key)) heart.add(key);
  }
  // "Kashmir was not discussed": the deed says little without the name.
  if (heart.size === 1) for (const { kind, key } of clause) if (kind === "actor") heart.add(key);
  const keys = [...heart];
  const deed = keys.some((key) => DEEDS.has(key));
  const whole = keys.length === 1 && keys.every((key) => WHOLE.has(key));
  return deed && (keys.length >= LEAST || whole) && keys.length <= MOST ? { negation, heart: keys } : null;
}

const LEAST = 2;
/** A longer clause denies one thing among many. */
const MOST = 5;

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

/** Whether a telling says that what is denied was done. */
export function answers({ content, act, verb }: Telling, { heart }: Denial): boolean {
  if (content.terms.some(({ kind, condition }) => kind === "negation" && condition < 0)) return false;
  const keys = new Set(content.terms.filter(({ condition }) => condition < 0).map(({ key }) => key));
  if (act !== null && ACT_FORCES[act].force > 0) keys.add(wordKeyOf(act));
  if (verb !== null) keys.add(wordKeyOf(verb));
  // One word alone must be the deed, not the name of a deed: "apologised", not "an apology is due".
  if (heart.length === 1 && !content.terms.some(({ key, words }) => key === heart[0] && /ed$/.test(words)))
    return verb !== null && wordKeyOf(verb) === heart[0];
  return heart.every((key) => keys.has(key));
}
