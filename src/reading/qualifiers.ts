/**
 * Qualifiers of a statement, each with the words that show it: polarity,
 * certainty, orientation in time and strength.
 *
 * Read off the first clause of the content, where English puts its modal and
 * its negation. Certainty follows FactBank (Saurí and Pustejovsky 2009), with
 * the polarity kept apart. Known miss: a negation deep in a later clause does
 * not count, and one in a relative clause before the verb does.
 */

import { FUTURE, NEGATIONS, PAST, POSSIBLE, PROBABLE, STRONG, WEAK } from "../lexicon/qualifiers.ts";
import { type Place, placeAt } from "../text/span.ts";
import { type Word, wordsIn } from "../text/words.ts";
import type { Certainty, Orientation, Polarity, Qualifier, Strength } from "./reading.ts";

export interface Qualifiers {
  polarity: Qualifier<Polarity>;
  certainty: Qualifier<Certainty>;
  orientation: Qualifier<Orientation>;
  strength: Qualifier<Strength>;
}

export function qualifiersOf(text: string, content: readonly Place[]): Qualifiers {
  const words = content.flatMap((part) => wordsIn(text, part));
  const clause = firstClause(words);
  const shown = (word: Word | null) => (word ? [placeAt(text, word.start, word.end)] : []);
  const first = (set: ReadonlySet<string>, among: readonly Word[]) =>
    among.find((word) => set.has(word.lower) || (set === NEGATIONS && word.lower.endsWith("n't"))) ?? null;

  const negation = first(NEGATIONS, clause);
  const possible = first(POSSIBLE, clause);
  const probable = first(PROBABLE, clause);
  const question = words[words.length - 1]?.form === "?";
  const future = first(FUTURE, clause);
  const past = first(PAST, clause) ?? pastVerb(clause);
  const strong = first(STRONG, words);
  const weak = first(WEAK, words);
  return {
    polarity: { value: negation ? "negative" : "positive", evidence: shown(negation) },
    certainty: question
      ? { value: "uncommitted", evidence: shown(words[words.length - 1] ?? null) }
      : {
          value: possible ? "possible" : probable ? "probable" : "certain",
          evidence: shown(possible ?? probable),
        },
    orientation: orientationOf(clause, future, past, shown),
    strength: { value: strong ? "strong" : weak ? "weak" : "plain", evidence: shown(strong ?? weak) },
  };
}

function orientationOf(
  clause: readonly Word[],
  future: Word | null,
  past: Word | null,
  shown: (word: Word | null) => Place[],
): Qualifier<Orientation> {
  const to = clause[0]?.lower === "to" ? (clause[0] ?? null) : null;
  if (to) return { value: "future", evidence: shown(to) };
  if (future && (!past || future.start < past.start)) return { value: "future", evidence: shown(future) };
  if (past) return { value: "past", evidence: shown(past) };
  return { value: clause.length > 0 ? "present" : "none", evidence: [] };
}

const LONGEST_CLAUSE = 25;
const CLAUSE_ENDS = /^(?:but|because|which|who|while|although|whereas|if|unless|when|until)$/;

/** Up to a semicolon, a conjunction that opens another clause, or a comma once a verb can have come. */
function firstClause(words: readonly Word[]): Word[] {
  const clause: Word[] = [];
  for (const word of words.slice(0, LONGEST_CLAUSE)) {
    if (clause.length > 2 && (word.form === ";" || CLAUSE_ENDS.test(word.lower))) break;
    clause.push(word);
  }
  return clause;
}

/** A verb that spells its past: "-ed" after a noun or pronoun, not before a noun. */
function pastVerb(clause: readonly Word[]): Word | null {
  for (let i = 1; i < clause.length; i++) {
    const word = clause[i];
    if (!word || !/[a-z]{2}ed$/.test(word.lower)) continue;
    if (/^(the|a|an|their|his|its|our|is|are|be|being)$/.test(clause[i - 1]?.lower ?? "")) continue;
    return word;
  }
  return null;
}
