/** Whether a place stands in one of many, found by halving; places that overlap count as one. */

import { countBefore } from "../../text/search.ts";
import { contains, type Span } from "../../text/span.ts";

export function insideOf(places: readonly Span[]): (place: Span | undefined) => boolean {
  const sorted = merged(places);
  return (place) => {
    if (!place) return false;
    const low = countBefore(sorted.length, (middle) => (sorted[middle]?.start ?? 0) <= place.start);
    const before = sorted[low - 1];
    return before !== undefined && contains(before, place);
  };
}

function merged(places: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    const last = whole[whole.length - 1];
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}
