/**
 * Conditions that point back: "in that case", "otherwise", "if not". Their
 * words go back to a condition or a clause before (`antecedents.ts`).
 */

import { MODALS } from "../../lexicon/conditions.ts";
import type { Word } from "../../text/words.ts";
import { antecedentOf } from "./antecedents.ts";
import { hostClause } from "./behind.ts";
import { isSubject } from "./clause-starts.ts";
import type { Clause } from "./clauses.ts";
import { type Found, made, type Sentence } from "./found.ts";
import type { MarkerFound } from "./markers.ts";
import { consequenceFrom, lastOf } from "./report.ts";
import type { Window } from "./sentences.ts";

/** "In this case they will help", "They would help in that case", "Otherwise there is war". */
export function pointingBack(sentence: Sentence, window: Window, marker: MarkerFound): Found | null {
  const { text, words, clauses } = sentence;
  const after = /^[,?]$/.test(words[marker.to]?.form ?? "") ? marker.to + 1 : marker.to;
  const rest = consequenceFrom(words, clauses, { from: after, to: lastOf(words, window) });
  const begins = words[rest.from]?.lower === "then" ? { from: rest.from + 1, to: rest.to } : rest;
  const isInside = ({ verb }: Clause) => verb >= rest.from && verb < rest.to;
  const own =
    clauses.some(isInside) || (isSubject(words, rest.from) && rest.to - rest.from > 1)
      ? begins
      : hostClause(words, { from: window.from, to: marker.from }, clauses);
  if (!own) return null;
  // "In this case he is right" tells of a fact.
  if (FACTUAL.test(marker.rule) && !looksAhead(words, own)) return null;
  const antecedent = antecedentOf(text, words, window, marker);
  const found = made(text, words, marker, { from: marker.from, to: marker.to }, [own]);
  return found ? { ...found, antecedent } : null;
}

const FACTUAL = /^in-(?:this|that)-(?:case|event|scenario)$/;

/** "will", "would", "ready to", "is going to", "need to": what would follow, not what is so. */
function looksAhead(words: readonly Word[], { from, to }: Window): boolean {
  return words
    .slice(from, to)
    .some(
      (word) =>
        MODALS.has(word.lower) ||
        /'(?:ll|d)$/.test(word.lower) ||
        /^(?:going|ready|prepared|need|needs|have|has|reserve|reserves|should|no|nothing|sends?|means?)$/.test(
          word.lower,
        ),
    );
}
