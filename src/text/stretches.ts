/**
 * Findings that overlap, as flat stretches: the text walked once, each stretch
 * with the findings that cover it. Takes spans in any order and gives
 * stretches in text order that touch and cover the whole range asked for.
 * What a stretch looks like is left to whoever shows it.
 */

import { countBefore } from "./search.ts";
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
 * Linear in the findings and in what the stretches list: where hundreds of
 * findings cover one place, each stretch there lists hundreds. Empty spans and
 * spans outside the range cover nothing.
 */
export function stretchesIn<T>(range: Span, coverings: readonly Covering<T>[]): Stretch<T>[] {
  const stretches: Stretch<T>[] = [];
  const open: Open<T>[] = [];
  let from = range.start;
  const upTo = (to: number) => {
    if (to > from) stretches.push({ start: from, end: to, on: open.map((one) => one.what) });
    from = Math.max(from, to);
  };
  for (const edge of edgesOf(range, coverings)) {
    upTo(edge.at);
    const place = placeIn(open, edge.index);
    if (edge.opens) open.splice(place, 0, { index: edge.index, what: edge.what });
    else open.splice(place, 1);
  }
  upTo(range.end);
  return stretches;
}

interface Open<T> {
  /** Index in the list given, which is the order that a stretch lists them in. */
  index: number;
  what: T;
}

interface Edge<T> extends Open<T> {
  at: number;
  opens: boolean;
}

function edgesOf<T>(range: Span, coverings: readonly Covering<T>[]): Edge<T>[] {
  const edges: Edge<T>[] = [];
  coverings.forEach(({ span, what }, index) => {
    const start = Math.max(span.start, range.start);
    const end = Math.min(span.end, range.end);
    if (start < end)
      edges.push({ at: start, index, what, opens: true }, { at: end, index, what, opens: false });
  });
  return edges.sort((a, b) => a.at - b.at);
}

/** Where the index stands among the open ones, or belongs. */
function placeIn<T>(open: readonly Open<T>[], index: number): number {
  return countBefore(open.length, (middle) => (open[middle]?.index ?? index) < index);
}
