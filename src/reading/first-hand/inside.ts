/** Whether a place stands in one of many, found by halving; made for places that do not overlap. */

import { contains, type Span } from "../../text/span.ts";

export function insideOf(places: readonly Span[]): (place: Span | undefined) => boolean {
  const sorted = [...places].sort((a, b) => a.start - b.start);
  return (place) => {
    if (!place) return false;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) <= place.start) low = middle + 1;
      else high = middle;
    }
    const before = sorted[low - 1];
    return before !== undefined && contains(before, place);
  };
}
