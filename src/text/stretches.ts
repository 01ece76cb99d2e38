/**
 * Findings that overlap, as flat stretches: the text walked once, each stretch
 * with the findings that cover it. Takes spans in any order and gives
 * stretches in text order that touch and cover the whole range asked for.
 * What a stretch looks like is left to whoever shows it.
 */

import type { Span } from "./span.ts";

export interface Stretch<T> extends Span {
  /** What covers it, in the order given; empty where nothing does. */
  on: T[];
}

export interface Covering<T> {
  span: Span;
  what: T;
}

/**
 * Linear in text and findings, times the depth of overlap. Empty spans and
 * spans outside the range cover nothing.
 */
export function stretchesIn<T>(range: Span, coverings: readonly Covering<T>[]): Stretch<T>[] {
  const edges: { at: number; index: number; opens: boolean }[] = [];
  coverings.forEach(({ span }, index) => {
    const start = Math.max(span.start, range.start);
    const end = Math.min(span.end, range.end);
    if (start < end) edges.push({ at: start, index, opens: true }, { at: end, index, opens: false });
  });
  edges.sort((a, b) => a.at - b.at);
  const stretches: Stretch<T>[] = [];
  const open = new Set<number>();
  let from = range.start;
  const upTo = (to: number) => {
    if (to > from) stretches.push({ start: from, end: to, on: whatsOf(open, coverings) });
    from = Math.max(from, to);
  };
  for (const edge of edges) {
    upTo(edge.at);
    if (edge.opens) open.add(edge.index);
    else open.delete(edge.index);
  }
  upTo(range.end);
  return stretches;
}

function whatsOf<T>(open: ReadonlySet<number>, coverings: readonly Covering<T>[]): T[] {
  const whats: T[] = [];
  for (const index of [...open].sort((a, b) => a - b)) {
    const covering = coverings[index];
    if (covering !== undefined) whats.push(covering.what);
  }
  return whats;
}
