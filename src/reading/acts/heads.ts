/**
 * The noun that heads the content of a plain verb: "expressed *readiness* to
 * …", "stressed the *importance* of keeping …".
 *
 * Known miss: a noun that only names a thing ("the commitment ceremony") where
 * the word after it is not in the list of such things.
 */

import {
  ACT_NOUNS,
  DEED_NOUNS,
  IMPORTANCE,
  MISFORTUNES,
  NEEDS,
  VALUE_NOUNS,
  VALUES,
} from "../../lexicon/act-words.ts";
import type { Act } from "../../lexicon/acts.ts";
import type { Word } from "../../text/words.ts";
import { type ActShown, shown } from "./shown.ts";

const HEAD_REACH = 6;
/** After which a noun of an act is only the name of a thing. */
const QUALIFIED =
  /^(?:programmes?|programs?|packages?|groups?|forces?|measures|letters?|messages?|systems?|rates?|payments?|funds?|staff|speech)$/;
const NOT_OF_THE_HEAD =
  /^(?:i|we|he|she|they|you|it|there|is|was|are|were|will|would|could|can|has|have|had|should|must|may|might|of|on|in|at|to|for|with|that|which|from|by|over|as|about|and)$/;

/** "their mutual *intention* to …": the noun that heads the content of a plain verb. */
export function actOfHead(words: readonly Word[]): ActShown | null {
  for (let i = 0; i < Math.min(words.length, HEAD_REACH); i++) {
    const word = words[i];
    if (!word || NOT_OF_THE_HEAD.test(word.lower)) return null;
    const next = words[i + 1]?.lower ?? "";
    if (NEEDS.has(word.lower) && /^(?:to|for|of)$/.test(next)) return shown("urge", word);
    if (IMPORTANCE.has(word.lower)) return shown(wantsDeed(words, i + 1) ? "urge" : "assess", word);
    if (/^(?:opinions?|assessments?|appraisals?|marks?)$/.test(word.lower) && words[i - 1]?.lower === "high")
      return shown("praise", word);
    // "words of sympathy": the noun that follows tells.
    if (/^(?:words?|feelings?|sense|message|expression)$/.test(word.lower) && next === "of")
      return actOfHead(words.slice(i + 2));
    const act = ACT_NOUNS.get(word.lower);
    // "this agreement would …": a thing spoken of before.
    if (act && i > 0 && /^(?:this|that|these|those|such|any)$/.test(words[0]?.lower ?? "")) continue;
    if (
      act === "praise" &&
      !/^(?:satisfaction|relief|pleasure)$/.test(word.lower) &&
      overMisfortune(words, i)
    )
      return shown("condole", word);
    // "the *reluctance of* the allies": another's refusal is a reproach.
    if (act === "refuse" && next === "of") return shown("accuse", word);
    // "their support programme": the noun only qualifies another one.
    if (act && !QUALIFIED.test(next) && !isVerb(words, i + 1)) return shown(foretold(words, i, act), word);
    if (VALUE_NOUNS.has(word.lower) && words.slice(0, i).some(({ lower }) => VALUES.has(lower)))
      return shown("assess", word);
  }
  return null;
}

/** "support to the *victims*", "solidarity after the *attack*"; not "support for the fight against attacks". */
function overMisfortune(words: readonly Word[], at: number): boolean {
  const near = words.slice(at + 1, at + 16).map(({ lower }) => lower);
  const against = near.findIndex((lower) => /^(?:fight|fighting|efforts|struggle|against)$/.test(lower));
  const ill = near.findIndex((lower) => MISFORTUNES.has(lower));
  return ill !== -1 && (against === -1 || ill < against);
}

/** "importance *to preserve*", "importance *for* all *to* keep", "importance *of* keeping". */
function wantsDeed(words: readonly Word[], from: number): boolean {
  const first = words[from]?.lower ?? "";
  if (first === "to") return true;
  if (first === "for") return words.slice(from + 1, from + 12).some(({ lower }) => lower === "to");
  return namesDeed(words, from + 1);
}

/** "confidence in you" values, "conviction that it would grow" foretells. */
function foretold(words: readonly Word[], at: number, act: Act): Act {
  const next = words[at + 1]?.lower ?? "";
  if (act === "predict" && /^(?:in|of)$/.test(next)) return "assess";
  const ahead = words.slice(at + 2, at + 20).some(({ lower }) => /^(?:will|would)$/.test(lower));
  return /^(?:conviction|belief|doubts?)$/.test(words[at]?.lower ?? "") && next === "that" && ahead
    ? "predict"
    : act;
}

/** "our proposals *appeared* to …": a subject with its verb, not a head with what hangs on it. */
function isVerb(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower ?? "";
  if (/^(?:is|was|were|are|will|would|has|have|had|can|could|may|might|should|must|does|did)$/.test(lower))
    return true;
  if (/^(?:of|on|by|against|about)$/.test(lower) && isSubjectOf(words, at + 1)) return true;
  return /..ed$/.test(lower) && !/^(?:by|in|at)$/.test(words[at + 1]?.lower ?? "");
}

/** "accusations of theft *were* groundless". */
function isSubjectOf(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + 7); at++) {
    const word = words[at];
    if (word?.kind !== "word" || /^(?:that|which|who|what|how|if|and|to|as)$/.test(word.lower)) return false;
    if (/^(?:is|are|was|were|will|would)$/.test(word.lower)) return true;
  }
  return false;
}

/** "of *strictly abiding* by", "of continued *cooperation*": a deed, not a thing. */
function namesDeed(words: readonly Word[], from: number): boolean {
  if (/^(?:this|that|his|her|its|russia's)$/.test(words[from]?.lower ?? "")) return false;
  for (let i = from; i < Math.min(words.length, from + 8); i++) {
    const lower = words[i]?.lower ?? "";
    if (DEED_NOUNS.has(lower) || /..ing$/.test(lower)) return true;
    // "consistently *and* fully implementing".
    if (lower === "and" && i > from) continue;
    if (NOT_OF_THE_HEAD.test(lower)) return false;
  }
  return false;
}
