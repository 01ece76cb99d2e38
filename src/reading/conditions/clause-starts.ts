/**
 * Whether a clause or a subject can begin at a word, by its neighbours alone.
 */

import { DETERMINERS } from "../../lexicon/grammar.ts";
import type { Word } from "../../text/words.ts";
import { isQuoteMark, type Window } from "./sentences.ts";
import { CONTRACTED } from "./verbs.ts";

/** Whether a clause can begin here: at the start, after a mark, or after a word that joins clauses. */
export function startsClause(words: readonly Word[], window: Window, at: number): boolean {
  const before = words[at - 1];
  if (at <= window.from || !before) return true;
  if (isQuoteMark(before)) return before.end === words[at]?.start;
  if (/^(?:[;:—–(‘…-]|\.{2,})$/.test(before.form)) return true;
  if (/^(?:that|but|because|whereas)$/.test(before.lower)) return true;
  if (before.lower === "and" || before.form === ",") return !isLateInClause(words, window, at);
  return false;
}

/** Whether a subject can stand here. */
export function isSubject(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (isQuoteMark(word)) return true;
  if (word.kind !== "word") return false;
  if (
    /^(?:he|she|they|we|it|i|you|there|nobody|anyone|everyone|someone|no|such)$/.test(word.lower) ||
    CONTRACTED.test(word.lower) ||
    DETERMINERS.has(word.lower)
  )
    return true;
  return (
    /^\p{Lu}/u.test(word.form) ||
    (/[^s]s$/.test(word.lower) && !/^(?:is|was|has|does|as|its|his|this)$/.test(word.lower))
  );
}

export function isNounNext(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word?.kind === "word" && !/^(?:is|was|are|were|to|in|on|of|and|or|that)$/.test(word.lower);
}

export function endsAsQuestion(words: readonly Word[], window: Window): boolean {
  return words.slice(Math.max(window.from, window.to - 2), window.to).some((word) => word.form.includes("?"));
}

/** "…, if they ask": after a comma the condition belongs to what stood before, unless that was only an opening. */
function isLateInClause(words: readonly Word[], window: Window, at: number): boolean {
  const opening =
    at - window.from <= 4 &&
    /^(?:however|but|moreover|meanwhile|and|so|thus|therefore|then|yet|now|in|first|second)$/.test(
      words[window.from]?.lower ?? "",
    );
  return !opening;
}
