/**
 * Deeds told: who does what with words in a clause, where the clause says so
 * itself: "Vale rejected the idea", told by an official.
 *
 * Takes a clause of a Reading; gives its subject, where it is known, and its
 * verb, where it is a verb of speech. The chain is left as it is: who told of
 * the deed is another question than whose deed it was.
 *
 * Known miss: a subject with words of its own between it and the verb ("Vale,
 * who had just arrived, rejected").
 */

import { PARTICLE_VERBS } from "../lexicon/clauses.ts";
import { CUE_FORMS } from "../lexicon/cues.ts";
import { GROUP_ADVERBS } from "../lexicon/grammar.ts";
import type { Reading } from "../reading/reading.ts";
import { type Passage, placeAt, type Span } from "../text/span.ts";
import { type Word, wordsIn } from "../text/words.ts";
import { within } from "./contents.ts";

export interface Deed {
  doer: string | null;
  /** Bare: "reject". */
  verb: string;
  verbWords: Passage;
}

/** Words before the subject at most: "on Saturday", "that". */
const LEAD = 4;

export function deedIn(reading: Reading, clause: Span): Deed | null {
  const words = wordsIn(reading.document.text, clause).filter(({ kind }) => kind !== "mark");
  const mentions = within(reading.mentions, clause);
  for (let at = 0; at < Math.min(LEAD, words.length); at++) {
    const start = words[at]?.start ?? -1;
    // The longest that begins here.
    const subject = mentions.filter((one) => one.start === start).sort((a, b) => b.end - a.end)[0];
    if (!subject) continue;
    const verb = verbAfter(reading.document.text, words, subject.end);
    return verb && { doer: subject.link.actor, ...verb };
  }
  return null;
}

/** "Had", "also" and adverbs stand between subject and verb; "would" and "not" make it no deed that was done. */
function verbAfter(text: string, words: readonly Word[], end: number): Omit<Deed, "doer"> | null {
  let at = words.findIndex(({ start }) => start >= end);
  if (at < 0) return null;
  while (
    /^(?:has|had|have|did)$/.test(words[at]?.lower ?? "") ||
    GROUP_ADVERBS.has(words[at]?.lower ?? "") ||
    /ly$/.test(words[at]?.lower ?? "")
  )
    at++;
  const word = words[at];
  if (!word || word.lower === "not") return null;
  for (const next of words.slice(at + 1, at + 5)) {
    const whole = PARTICLE_VERBS.get(`${word.lower} ${next.lower}`);
    if (whole)
      return {
        verb: whole,
        verbWords: [placeAt(text, word.start, word.end), placeAt(text, next.start, next.end)],
      };
  }
  const form = CUE_FORMS.get(word.lower);
  if (!form || form.gerund || (form.base && !form.participle)) return null;
  return { verb: form.verb.lemma, verbWords: [placeAt(text, word.start, word.end)] };
}
