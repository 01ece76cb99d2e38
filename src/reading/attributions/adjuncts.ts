/**
 * Adverbials and addressees after a verb of speech: what stands between "said"
 * and what was said ("to reporters", "on Monday in Kyiv", "in a statement").
 */

import {
  ADJUNCT_STARTERS,
  CLAUSE_STARTERS,
  DETERMINERS,
  WEEKDAYS_AND_MONTHS,
} from "../../lexicon/grammar.ts";
import type { Word } from "../../text/words.ts";
import { isQuoteMark } from "./clauses.ts";
import { isStop, type Scene } from "./scene.ts";

const LOOKAHEAD = 16;

/** Where "that", "whether", "how" … begins the clause, past an addressee and adverbials; `null` when there is none near. */
export function clauseStart(scene: Scene, at: number, pastNouns: boolean): number | null {
  const { words, window } = scene;
  const limit = Math.min(window.to, at + LOOKAHEAD);
  for (let i = at; i < limit; i++) {
    const word = words[i];
    if (!word) return null;
    if (i === at && /^(whether|how|what|why|where|who|if|which)$/.test(word.lower)) return i;
    if (word.lower === "that") return i === at || pastNouns || isAdjunctRun(scene, at, i) ? i : null;
    if (word.lower === "whether" || (pastNouns && /^(?:how|what|why)$/.test(word.lower))) return i;
    if (word.form === "," && i > at && words[i + 1]?.lower === "that") return i + 1;
    if (word.lower === "once" && words[i - 1]?.lower === "at") continue;
    if (isStop(word) || isQuoteMark(word) || CLAUSE_STARTERS.has(word.lower)) return null;
    if (scene.cues.some((cue) => cue.head === i)) return null;
  }
  return null;
}

/** Only adverbials stand between the verb and "that": "said on Monday in Kyiv that". */
function isAdjunctRun(scene: Scene, from: number, to: number): boolean {
  const first = scene.words[from]?.lower ?? "";
  return ADJUNCT_STARTERS.has(first) || WEEKDAYS_AND_MONTHS.has(first) || to - from <= 1;
}

/** Past "reporters", "the Herald", "Ortiz on Monday" after a verb that addresses somebody. */
export function afterAddressee(scene: Scene, at: number): number {
  const { words, window } = scene;
  const first = words[at];
  if (!first || isStop(first) || isQuoteMark(first) || first.lower === "that" || first.lower === "to")
    return at;
  if (
    /^(him|her|them|me|us|you|it|reporters|journalists|lawmakers|viewers|supporters|voters|everyone)$/.test(
      first.lower,
    )
  )
    return pastAdjunct(scene, at + 1);
  let to = at;
  if (DETERMINERS.has(first.lower)) to++;
  while (to < window.to && to - at < 8) {
    const word = words[to];
    if (!word || isQuoteMark(word) || isStop(word)) break;
    if (!/^\p{Lu}/u.test(word.form) && !/(?:'s|of|and|news|press|agency)$/.test(word.lower) && to > at + 1)
      break;
    to++;
  }
  return pastAdjunct(scene, Math.max(to, at + 1));
}

function pastAdjunct(scene: Scene, at: number): number {
  const word = scene.words[at];
  return word && (ADJUNCT_STARTERS.has(word.lower) || WEEKDAYS_AND_MONTHS.has(word.lower))
    ? (afterAdjuncts(scene, at) ?? at)
    : at;
}

/** Past adverbials after a verb of speech: "on Monday", "in a statement"; `null` when only they follow. */
export function afterAdjuncts(scene: Scene, at: number): number | null {
  const { words, window } = scene;
  let i = at;
  while (i < window.to) {
    const word = words[i];
    if (!word) return null;
    if (
      WEEKDAYS_AND_MONTHS.has(word.lower) ||
      /^(later|earlier|here|there|again|early|late)$/.test(word.lower)
    )
      i++;
    else if (ADJUNCT_STARTERS.has(word.lower)) i = pastPhrase(scene, i + 1);
    else break;
    if (words[i]?.form === ",") i++;
  }
  return i < window.to ? i : null;
}

/** Past one short noun phrase: determiner, adjectives, up to the first noun we can tell by what follows it. */
function pastPhrase(scene: Scene, at: number): number {
  const { words, window } = scene;
  let i = at;
  if (DETERMINERS.has(words[i]?.lower ?? "")) i++;
  if (/^\p{Lu}/u.test(words[i]?.form ?? "") || words[i]?.kind === "number") {
    while (i < window.to && (/^\p{Lu}/u.test(words[i]?.form ?? "") || words[i]?.kind === "number")) i++;
    return i;
  }
  for (let n = i; n < Math.min(window.to, i + 5); n++) if (isUtteranceNoun(words[n])) return n + 1;
  return Math.min(i + 1, window.to);
}

const UTTERANCE_NOUNS =
  /^(statement|interview|speech|conversation|call|talks|meeting|briefing|conference|tweet|letter|response|reply|return|turn|comments?|remarks|address|post|message|phone|telephone|day|week|morning|evening|afternoon|night|report|article|reporters|journalists)$/;

export function isUtteranceNoun(word: Word | undefined): boolean {
  return word !== undefined && UTTERANCE_NOUNS.test(word.lower);
}

export function infinitiveAhead(scene: Scene, at: number): boolean {
  const limit = Math.min(scene.window.to, at + 12);
  for (let i = at; i < limit; i++) {
    if (scene.words[i]?.lower === "to") return true;
    if (isStop(scene.words[i])) return false;
  }
  return false;
}

export function endOfAdjunct(scene: Scene, at: number): number {
  let to = at;
  while (to < scene.window.to && !isStop(scene.words[to])) to++;
  return to;
}
