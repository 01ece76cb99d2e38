/**
 * Sentences that tell nothing but that a contact was: who spoke with whom, at
 * whose initiative, when and for how long. They are facts of the contact, not
 * statements; how it went ("a frank talk") is somebody's judgement.
 *
 * Known miss: "Vale had a call with Ortiz, her first since the truce" tells
 * more than a fact, and is taken for one.
 */

import { VALUES } from "../../lexicon/act-words.ts";
import { WORTHS } from "../../lexicon/narration.ts";
import type { Word } from "../../text/words.ts";
import type { Scene } from "../contacts/scenes.ts";
import { type ContactWord, contactWordsIn } from "../contacts/words.ts";

/** What follows the noun of a contact: "the call *took place* on …". */
const HAPPENED =
  /^(?:(?:which |that )?(?:took|takes) place|(?:was|were) (?:\w+ )?(?:held|initiated|requested|arranged|organi[sz]ed|scheduled|made|the)|lasted|began|started|ended|concluded)\b/i;
const IT_HAPPENED =
  /^It (?:lasted|was (?:held|initiated|requested|arranged|the (?:first|second|third|fourth|fifth|\w+th))|took place|began|ended)\b/;
/** "Took part in the conversation", "had several calls". */
const TOOK_PART =
  /\b(?:took part|participated|joined|(?:had|held) (?:a (?:number|series) of|several|two|three))\b/;

/** "… to discuss the treaty", "during which they": something was said there. */
const MATTER =
  /\b(?:discuss\p{L}*|focus\p{L}*|touch\p{L}*|cover\p{L}*|address\p{L}*|regarding|concerning|devoted|dedicated|about|during which|in which|at which|agree\p{L}*|congratulat\p{L}*|thank(?:ed|ing)|condol\p{L}*|exchang\p{L}*|continued|consider\p{L}*|review\p{L}*|express\p{L}*|confirm\p{L}*|inform\p{L}*|stress\p{L}*|noted|propos(?:ed|es|ing)|plan\p{L}*|said|told)\b/iu;
const ON_MATTER =
  /^\p{L}+ (?:on|over|of) (?!(?:the |an? )?(?:\p{L}[\p{L}’' -]{0,40}? )?(?:initiative|request|proposal|suggestion|invitation|phone|telephone|sidelines|margins|eve|occasion|day)\b)(?!\p{Lu}\p{L}+day|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\d)/iu;

export function isContactFact(scene: Scene): boolean {
  const { text, sentence } = scene;
  const line = text.slice(sentence.start, sentence.end);
  if (MATTER.test(line)) return false;
  if (IT_HAPPENED.test(line)) return true;
  return contactWordsIn(scene).some((word) => isTold(scene, word, line) && !isOnMatter(scene, word));
}

function isTold(scene: Scene, word: ContactWord, line: string): boolean {
  if (word.isVerb || word.verb !== null || TOOK_PART.test(line) || /^There (?:was|were)\b/.test(line))
    return true;
  const last = scene.words[word.to - 1];
  return last !== undefined && HAPPENED.test(scene.text.slice(last.end, scene.sentence.end).trimStart());
}

/** "A conversation *on* trade"; not "a conversation on Monday" and "on the initiative of". */
function isOnMatter(scene: Scene, word: ContactWord): boolean {
  const last = scene.words[word.to - 1];
  return (
    last !== undefined &&
    ON_MATTER.test(scene.text.slice(last.start, Math.min(scene.sentence.end, last.end + 120)))
  );
}

/** "The conversation was *constructive*", "held in a *friendly* atmosphere": the word of worth. */
export function worthIn(scene: Scene): Word | null {
  const { words, text } = scene;
  const first = contactWordsIn(scene)[0];
  const last = first && words[first.to - 1];
  if (!first || !last || first.from > FURTHEST_SUBJECT) return null;
  if (!/^\s*(?:was|were|proved|took place|passed)\b/.test(text.slice(last.end, last.end + 40))) return null;
  const after = words.slice(first.to, first.to + LONGEST_PREDICATE);
  return after.find(({ lower }) => VALUES.has(lower) || WORTHS.has(lower)) ?? null;
}

const FURTHEST_SUBJECT = 6;
const LONGEST_PREDICATE = 14;
