/**
 * Where the clause proper begins: contractions spelt out, and what stands
 * before its subject left off.
 *
 * Known miss: an opening without a comma before a long subject ("During the
 * talks held there the two sides …") is taken for the subject.
 */

import { OPENERS } from "../../lexicon/act-words.ts";
import type { Word } from "../../text/words.ts";

/** Adverbs and helping verbs that stand between subject and verb. */
export const ADVERB =
  /^(?:also|again|always|never|not|now|still|just|only|ever|indeed|very|quite|really|fully|most|so|much|far|more|deeply|somewhat|rather|too|both|either|would|do|does|did|will|[a-z]+ly)$/;

/** In words: a clause shows its act early. */
export const LONGEST = 40;

const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", "not"],
  ["'ll", "will"],
  ["'d", "would"],
  ["'m", "am"],
  ["'re", "are"],
  ["'ve", "have"],
];

/** "we'll" as "we will", "don't" as "do not": two words at the same place. */
export function expanded(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    const ending = ENDINGS.find(([short]) => word.lower.endsWith(short));
    if (!ending) return [word];
    const stem = word.lower.slice(0, -ending[0].length);
    const whole = stem === "wo" ? "will" : stem === "ca" ? "can" : stem === "sha" ? "shall" : stem;
    return [
      { ...word, lower: whole },
      { ...word, lower: ending[1], form: ending[1] },
    ];
  });
}

const MOST_OPENERS = 5;

/** Words with which an adjunct or a clause opens that a comma parts from the main clause. */
const FRONTED =
  /^(?:while|although|though|since|as|when|after|before|given|considering|despite|notwithstanding|based|due|because|whereas|during|following|under|until|once|in|with|for|at|on|from|by|throughout|regarding|concerning|following|over|between|to|should|were|assuming|provided|unless|if|even)$/;
const FURTHEST_COMMA = 32;

/** Where the main clause begins after an opening that a comma closes; -1 if there is none. */
function afterFronted(words: readonly Word[], from: number): number {
  if (!FRONTED.test(words[from]?.lower ?? "")) return -1;
  for (let at = from + 2; at < Math.min(words.length, from + FURTHEST_COMMA); at++) {
    if (words[at]?.form !== ",") continue;
    const next = words[at + 1];
    const subject =
      /^(?:i|we|he|she|they|it|you|there|this|these|the|our|their|his|its|my|a|an|no|all|both|any)$/.test(
        next?.lower ?? "",
      ) || /^\p{Lu}/u.test(next?.form ?? "");
    if (subject && words[at - 1]?.kind === "word" && hasVerbSoon(words, at + 2)) return at + 1;
  }
  return -1;
}

/** Whether a helping verb stands soon, before the next comma. */
function hasVerbSoon(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + 12); at++) {
    const lower = words[at]?.lower ?? "";
    if (words[at]?.form === ",") return false;
    if (
      /^(?:is|are|am|was|were|will|would|shall|can|could|may|might|must|should|has|have|had|did|do|does|not|need|needs|hope|think|want)$/.test(
        lower,
      ) ||
      /..ed$/.test(lower)
    )
      return true;
  }
  return false;
}

/** Past "as far as Norland is concerned". */
function asFarAs(words: readonly Word[], from: number): number {
  if (!/^(?:as|so)$/.test(words[from]?.lower ?? "") || words[from + 1]?.lower !== "far") return -1;
  const at = words.findIndex(({ lower }, i) => i > from && i < from + 10 && lower === "concerned");
  return at === -1 ? -1 : at + 1;
}

/** "I must say", "let me tell you": what only announces that one speaks. */
function afterAnnouncing(words: readonly Word[], from: number): number {
  const near = words.slice(from, from + 8).map(({ lower }) => lower);
  const line = near.join(" ");
  const match =
    /^(?:i|we) (?:(?:will|must|can|would|should|have to|want to|would like to|should like to|do) )+(?:say|tell (?:you|him|her|them)|add|repeat|mention|point out|let you know)(?: that)? (?!to\b|what\b|how\b|when\b|about\b|a\b|the\b|one\b)/.exec(
      `${line} `,
    ) ?? /^let me (?:just )?(?:say|tell you|add|repeat)(?: that)? /.exec(`${line} `);
  return match ? from + match[0].trim().split(" ").length : -1;
}

/** Without "Well now, …", "In other words, …", "Mr. Chairman, …". */
export function withoutOpeners(words: readonly Word[]): Word[] {
  let from = 0;
  for (let i = 0; i < MOST_OPENERS && from < words.length; i++) {
    const word = words[from];
    const next = words[from + 1];
    if (!word) break;
    const joined = `${word.lower} ${next?.lower ?? ""}`;
    const concerned = asFarAs(words, from);
    if (concerned !== -1) from = concerned;
    else if (OPENERS.has(word.lower) || word.kind === "mark" || /^(?:that|please)$/.test(word.lower)) from++;
    else if (/^(?:of course|in addition|in fact|at last|for example)$/.test(joined)) from += 2;
    else if (/^(?:in other|on the|in this|as a|at this|in our|in my|in his)$/.test(joined)) {
      const comma = words.findIndex(({ form }, at) => at > from && at < from + 7 && form === ",");
      if (comma === -1) break;
      from = comma + 1;
    } else if (/^mr\.?$/.test(word.lower)) {
      const comma = words.findIndex(({ form }, at) => at > from && at < from + 4 && form === ",");
      if (comma === -1) break;
      from = comma + 1;
    } else {
      const said = afterAnnouncing(words, from);
      const main = said === -1 ? afterFronted(words, from) : said;
      if (main === -1 || main >= words.length - 1) break;
      from = main;
    }
  }
  return words.slice(from).filter(({ kind }) => kind !== "mark");
}
