/**
 * The means of a contact, where they stand apart from its noun: "spoke by
 * secure phone", "met virtually".
 *
 * Takes words and a place among them; gives the kind of contact that the means
 * tell and the words they stand on, or `null`.
 */

import {
  bareMeans,
  type ContactWordKind,
  MEANS_LEADS,
  MEANS_MODIFIERS,
  means,
} from "../../lexicon/contacts.ts";
import type { Word } from "../../text/words.ts";

export interface Means {
  kind: ContactWordKind;
  /** Index of the first word, and just after the last. */
  from: number;
  to: number;
}

const REACH = 14;

/** "by phone" after a noun or verb, in the same clause, before the next contact's noun. */
export function meansNear(
  words: readonly Word[],
  at: number,
  isNounAt: (words: readonly Word[], at: number) => boolean,
): Means | null {
  for (let i = at; i < Math.min(words.length, at + REACH); i++) {
    if (/^[.;:,]$/.test(words[i]?.form ?? "") || /^(?:which|that|who|held|said)$/.test(words[i]?.lower ?? ""))
      return null;
    if (i > at && isNounAt(words, i)) return null;
    const found = meansAt(words, i);
    if (found) return found;
  }
  return null;
}

/** The means whose words begin here. */
export function meansAt(words: readonly Word[], at: number): Means | null {
  const lower = words[at]?.lower ?? "";
  const bare = phraseIn(bareMeans, words, at);
  if (bare) return { kind: bare.kind, from: at, to: bare.to };
  if (!MEANS_LEADS.has(lower)) return null;
  let head = at + 1;
  while (head < at + 4 && MEANS_MODIFIERS.has(words[head]?.lower ?? "")) head++;
  const led = phraseIn(means, words, head);
  return led && !isOfAnother(words, led.to) ? { kind: led.kind, from: at, to: led.to } : null;
}

/** "By phone call" is a noun's, "via video message" is no contact. */
function isOfAnother(words: readonly Word[], to: number): boolean {
  return /^(?:calls?|conversations?|message|address|statement|poll|interview|number|recording)$/.test(
    words[to]?.lower ?? "",
  );
}

function phraseIn(
  list: typeof means,
  words: readonly Word[],
  at: number,
): { kind: ContactWordKind; to: number } | null {
  for (const [kind, phrase] of list) {
    if (phrase.every((word, k) => words[at + k]?.lower === word)) return { kind, to: at + phrase.length };
  }
  return null;
}
