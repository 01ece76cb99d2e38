/**
 * Qualifiers of a statement, each with the words that show it: polarity,
 * certainty, orientation in time and strength.
 *
 * Read off the first clause of the content, where English puts its modal and
 * its negation. Certainty follows FactBank (Saurí and Pustejovsky 2009), with
 * the polarity kept apart. Known miss: a negation deep in a later clause does
 * not count, and one in a relative clause before the verb does.
 */

import type { Act } from "../lexicon/acts.ts";
import { CUE_FORMS } from "../lexicon/cues.ts";
import { FUTURE, NEGATIONS, PAST, POSSIBLE, PROBABLE, STRONG, WEAK } from "../lexicon/qualifiers.ts";
import { type Place, placeAt, type Span } from "../text/span.ts";
import { type Word, wordsIn } from "../text/words.ts";
import type { Certainty, Orientation, Polarity, Qualifier, Strength } from "./reading.ts";

export interface Qualifiers {
  polarity: Qualifier<Polarity>;
  certainty: Qualifier<Certainty>;
  orientation: Qualifier<Orientation>;
  strength: Qualifier<Strength>;
}

export function qualifiersOf(
  text: string,
  content: readonly Place[],
  act: Act = "state",
  cue: readonly Span[] = [],
): Qualifiers {
  const words = content.flatMap((part) => wordsIn(text, part));
  const clause = firstClause(afterOpeningCondition(words));
  const verbs = cue.flatMap((part) => wordsIn(text, part));
  const shown = (word: Word | null) => (word ? [placeAt(text, word.start, word.end)] : []);
  const first = (set: ReadonlySet<string>, among: readonly Word[]) =>
    among.find((word) => set.has(word.lower)) ?? null;

  const negation = negationIn(clause) ?? negationIn(verbs);
  const claims = CLAIMS.has(act);
  const possible = claims ? possibleIn(clause) : null;
  const probable = claims ? first(PROBABLE, clause) : null;
  const question = act === "ask" || words[words.length - 1]?.form === "?";
  const future = first(FUTURE, clause);
  const past = pastIn(clause, isBackshifted(verbs));
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
    orientation: orientationOf(act, clause, future, past, shown),
    strength: { value: strong ? "strong" : weak ? "weak" : "plain", evidence: shown(strong ?? weak) },
  };
}

/** Acts that claim something to be so: only with them does a modal tell how sure one is. */
const CLAIMS: ReadonlySet<Act> = new Set<Act>([
  "state",
  "report",
  "confirm",
  "deny",
  "predict",
  "assess",
  "accuse",
  "concede",
  "warn",
  "threaten",
  "announce",
]);

/** "not", but not "not only" and not the contrast in "a result, not a compromise". */
function negationIn(words: readonly Word[]): Word | null {
  return (
    words.find((word, i) => {
      if (word.lower.endsWith("n't")) return true;
      if (!NEGATIONS.has(word.lower)) return false;
      const after = words[i + 1]?.lower ?? "";
      const before = words[i - 1];
      // "No, it is six here" answers a question; the clause itself denies nothing.
      if (word.lower === "no" && /^[,.!]$/.test(words[i + 1]?.form ?? "")) return false;
      return (
        !(word.lower === "not" && (after === "only" || (before?.form === "," && i > 3))) &&
        before?.lower !== "worth"
      );
    }) ?? null
  );
}

/** "may", "perhaps", "it is possible that"; not "makes possible", not a modal of a relative clause. */
function possibleIn(clause: readonly Word[]): Word | null {
  for (let i = 0; i < clause.length; i++) {
    const word = clause[i];
    if (!word) break;
    if (i > 0 && word.lower === "that" && !/^(?:is|was|be)$/.test(clause[i - 1]?.lower ?? "")) {
      if (i > 3) return null;
      continue;
    }
    if (word.lower === "possible") {
      if (/^(?:is|was|be|remains)$/.test(clause[i - 1]?.lower ?? "") && clause[i + 1]?.lower === "that")
        return word;
      continue;
    }
    if (POSSIBLE.has(word.lower) && clause[i + 1]?.lower !== "not") return word;
  }
  return null;
}

/** "If they come, we will …": the main clause is the one after the comma. */
function afterOpeningCondition(words: readonly Word[]): readonly Word[] {
  const first = words.find(({ kind }) => kind === "word");
  if (!first || !/^(?:if|unless|should|without|otherwise|while|when|although|though)$/.test(first.lower))
    return words;
  const comma = words.findIndex(({ form }) => form === ",");
  return comma > 0 && comma < words.length - 2 ? words.slice(comma + 1) : words;
}

/** "said he was ready": after a verb in the past, the simple past tells of the present. */
function isBackshifted(verbs: readonly Word[]): boolean {
  return verbs.some(({ lower }) => {
    const form = CUE_FORMS.get(lower);
    return form !== undefined && !form.base && !form.third && !form.gerund;
  });
}

function pastIn(clause: readonly Word[], backshifted: boolean): Word | null {
  const told = clause.find(({ lower }, i) => {
    if (/^(?:ago|yesterday)$/.test(lower)) return true;
    if (lower === "had")
      return clause
        .slice(i + 1, i + 4)
        .some((word) => /(?:ed|en|ne|de|ght|nt|lt|un|out|et)$/.test(word.lower));
    return (
      /^(?:has|have)$/.test(lower) &&
      clause
        .slice(i + 1, i + 4)
        .some((word) => /(?:[a-z]{2}ed|been|done|made|taken|given|brought|become)$/.test(word.lower))
    );
  });
  if (told) return told;
  return backshifted ? null : (clause.find(({ lower }) => PAST.has(lower)) ?? pastVerb(clause));
}

/** Acts of feeling: what one feels is now, whatever it is about. */
const FELT: ReadonlySet<Act> = new Set<Act>([
  "discuss",
  "thank",
  "congratulate",
  "condole",
  "voice-concern",
  "condemn",
]);

/** Acts whose matter lies ahead, whatever tense tells it. */
const ABOUT_TO_COME: ReadonlySet<Act> = new Set<Act>([
  "predict",
  "request",
  "urge",
  "demand",
  "propose",
  "invite",
  "promise",
  "offer",
  "agree",
  "threaten",
  "warn",
  "hope",
]);

function orientationOf(
  act: Act,
  clause: readonly Word[],
  future: Word | null,
  past: Word | null,
  shown: (word: Word | null) => Place[],
): Qualifier<Orientation> {
  const to = clause[0]?.lower === "to" ? (clause[0] ?? null) : null;
  if (to) return { value: "future", evidence: shown(to) };
  if (ABOUT_TO_COME.has(act)) return { value: "future", evidence: shown(future) };
  if (FELT.has(act)) return { value: "present", evidence: [] };
  if (future && (!past || future.start < past.start)) return { value: "future", evidence: shown(future) };
  if (past) return { value: "past", evidence: shown(past) };
  return { value: clause.length > 0 ? "present" : "none", evidence: [] };
}

const LONGEST_CLAUSE = 25;
const CLAUSE_ENDS = /^(?:but|because|which|who|while|although|whereas|if|unless|when|until)$/;
const NEXT_SUBJECT = /^(?:i|we|he|she|they|it|this|you)$/;

/** Up to a semicolon, a conjunction that opens another clause, or a comma once a verb can have come. */
function firstClause(words: readonly Word[]): Word[] {
  const clause: Word[] = [];
  const near = words.slice(0, LONGEST_CLAUSE);
  for (const [i, word] of near.entries()) {
    if (clause.length > 2 && (/^[;—]$/.test(word.form) || CLAUSE_ENDS.test(word.lower))) break;
    if (clause.length > 4 && word.lower === "and" && NEXT_SUBJECT.test(near[i + 1]?.lower ?? "")) break;
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
