/**
 * Several conditions in one sentence: what they share, and what each must be
 * left out of.
 *
 * Known miss: a condition that holds for one of two consequences only.
 */

import { type Place, trimmedAt } from "../../text/span.ts";
import type { Condition } from "../reading.ts";

type Found = Omit<Condition, "holder">;

/** "If you want peace, it is better if nobody moves": each condition is left out of what follows from the other. */
export function untangled(text: string, found: readonly Found[]): Found[] {
  return found.map((one) => {
    const [first] = one.consequence;
    if (!first || one.consequence.length > 1) return one;
    let consequence: Place = first;
    for (const other of found) {
      const place = other.condition[0];
      if (!place || other === one || place.start < consequence.start || place.end > consequence.end) continue;
      const opens: boolean = place.start - consequence.start < 3;
      const rest: Place | null = opens
        ? trimmedAt(text, place.end + (/^\s*,/.exec(text.slice(place.end))?.[0].length ?? 0), consequence.end)
        : trimmedAt(
            text,
            consequence.start,
            place.start - (/[\s,—–]*$/.exec(text.slice(consequence.start, place.start))?.[0].length ?? 0),
          );
      if (rest && (opens || place.end >= consequence.end - 2)) consequence = rest;
    }
    return { ...one, consequence: [consequence] };
  });
}

/** "if they ask and if we can, we will help": the first condition shares what follows from the second. */
export function withShared(text: string, found: readonly Found[]): Found[] {
  return found.map((one, i) => {
    const next = found[i + 1];
    const from = one.condition[0];
    const to = next?.condition[0];
    if (!next || !from || !to || next.consequence.length === 0 || to.start <= from.start) return one;
    const inner = text.slice(from.start, to.start);
    const joined =
      from.end > to.start
        ? /,?\s*(?:(?:and|or)(?: that)?)?\s*$/.exec(inner)
        : /,?\s*(?:and|or)(?: that)?\s*$/.exec(inner);
    if (!joined || (one.consequence.length > 0 && from.end <= to.start)) return one;
    const between = text.slice(from.start, from.start + joined.index);
    const place = trimmedAt(text, from.start, Math.min(from.end, from.start + between.length));
    const consequence = one.consequence.length > 0 ? one.consequence : next.consequence;
    return place ? { ...one, condition: [place], consequence } : one;
  });
}
