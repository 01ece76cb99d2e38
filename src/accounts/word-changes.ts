/**
 * Word changes: what one sentence has in the place of another's words.
 *
 * The longest common run of words stays (Wagner and Fischer 1974, on words
 * without case); what lies between is a change, with the exact words of both.
 */

import type { Reading } from "../reading/reading.ts";
import { placeAt, type Span } from "../text/span.ts";
import { type Word, wordsIn } from "../text/words.ts";
import type { Change, Evidence } from "./accounts.ts";

export interface Stretch {
  reading: Reading;
  span: Span;
}

/** Words of a sentence at most; longer ones are one change as a whole. */
const MOST_WORDS = 300;

/** In text order. Marks and case alone are no change. */
export function changesBetween(before: Stretch, after: Stretch): Change[] {
  const a = plainWords(before);
  const b = plainWords(after);
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return sameWords(a, b) ? [] : [{ before: evidenceOf(before, a), after: evidenceOf(after, b) }];
  }
  const changes: Change[] = [];
  let [fromA, fromB] = [0, 0];
  for (const [atA, atB] of [...commonPairs(a, b), [a.length, b.length] as const]) {
    if (atA > fromA || atB > fromB) {
      changes.push({
        before: evidenceOf(before, a.slice(fromA, atA)),
        after: evidenceOf(after, b.slice(fromB, atB)),
      });
    }
    [fromA, fromB] = [atA + 1, atB + 1];
  }
  return changes;
}

function plainWords({ reading, span }: Stretch): Word[] {
  return wordsIn(reading.document.text, span).filter(({ kind }) => kind !== "mark");
}

function sameWords(a: readonly Word[], b: readonly Word[]): boolean {
  return a.length === b.length && a.every((word, at) => word.lower === b[at]?.lower);
}

function evidenceOf({ reading }: Stretch, words: readonly Word[]): Evidence {
  const { id, text } = reading.document;
  const first = words[0];
  const last = words[words.length - 1];
  const passage = first && last ? [placeAt(text, first.start, last.end)] : [];
  return { document: id, passage };
}

/** Indexes of words that stay, in order. */
function commonPairs(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i]?.lower === b[j]?.lower ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.lower === b[j]?.lower) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
