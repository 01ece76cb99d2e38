/**
 * How found conditions stand to labelled ones, for the scripts that measure.
 *
 * A span is taken with its marker, from the first of its parts to the last,
 * without marks and quotation marks at its ends. A found condition is right
 *
 *   both      if each of its two spans shares 0.8 of the union with the label's (the bar)
 *   exact     if both are the same span
 *   condition, consequence   if that one of them shares 0.8
 *   overlap   if both share half
 *
 * Every label takes the first found condition that is right, each at most once.
 */

import { hullOf, type Span } from "../src/text/span.ts";

export interface LabelledCondition {
  kind: string;
  condition: Span;
  consequence: Span;
}

export interface FoundCondition {
  kind: string;
  condition: readonly Span[];
  consequence: readonly Span[];
}

export const MEASURES = ["both", "exact", "condition", "consequence", "overlap"] as const;
export type Measure = (typeof MEASURES)[number];

export interface Tally {
  right: number;
  wanted: number;
  given: number;
}

export const emptyTally = (): Tally => ({ right: 0, wanted: 0, given: 0 });

/** Adds one content's conditions to the sums. */
export function tallied(
  sum: Tally,
  text: string,
  labels: readonly LabelledCondition[],
  found: readonly FoundCondition[],
  measure: Measure,
): Tally {
  const left = [...found];
  let right = 0;
  for (const label of labels) {
    const at = left.findIndex((one) => isRight(text, label, one, measure));
    if (at === -1) continue;
    left.splice(at, 1);
    right++;
  }
  return {
    right: sum.right + right,
    wanted: sum.wanted + labels.length,
    given: sum.given + found.length,
  };
}

function isRight(text: string, label: LabelledCondition, found: FoundCondition, measure: Measure): boolean {
  const condition = shareOf(text, hullOf(found.condition), label.condition);
  const consequence = shareOf(text, hullOf(found.consequence), label.consequence);
  switch (measure) {
    case "both":
      return condition >= 0.8 && consequence >= 0.8;
    case "exact":
      return condition === 1 && consequence === 1;
    case "condition":
      return condition >= 0.8;
    case "consequence":
      return consequence >= 0.8;
    case "overlap":
      return condition >= 0.5 && consequence >= 0.5;
  }
}

function shareOf(text: string, found: Span | null, label: Span): number {
  if (!found) return 0;
  const a = bare(text, found);
  const b = bare(text, label);
  const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return both / (a.end - a.start + (b.end - b.start) - both);
}

function bare(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /[^\p{L}\p{N}]/u.test(text[from] ?? "")) from++;
  while (to > from && /[^\p{L}\p{N}%]/u.test(text[to - 1] ?? "")) to--;
  return { start: from, end: to };
}

export function f1Of({ right, wanted, given }: Tally): number {
  return (2 * right) / Math.max(1, wanted + given);
}
