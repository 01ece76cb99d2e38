/**
 * Which mention the words of a source are about, found by halving.
 */

import { countBefore } from "../../text/search.ts";
import type { Span } from "../../text/span.ts";

/**
 * Index of the mention that heads this place: of those inside it or over its
 * start, the first that is no bare state before a longer phrase; -1 for none.
 * Mentions are in text order and apart.
 *
 * "White House press secretary Jen Psaki in a statement to Reuters" is about
 * its first mention; "a spokesman for Orlov" too, since the role comes first.
 */
export function headMentionIndex(mentions: readonly Span[], place: Span): number {
  const low = countBefore(mentions.length, (middle) => (mentions[middle]?.end ?? 0) <= place.start);
  const first = mentions[low];
  return first && first.start < place.end ? low : -1;
}

export function mentionAt<M extends Span>(mentions: readonly M[], place: Span): M | null {
  return mentions[headMentionIndex(mentions, place)] ?? null;
}
