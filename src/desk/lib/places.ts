/** Places in addresses: `?at=120-180`. */

import type { Span } from "../../text/span.ts";

/** `null` when it is none, or none of a text so long. */
export function spanFrom(at: string | null, length: number): Span | null {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? "");
  if (found === null) return null;
  const [start, end] = [Number(found[1]), Number(found[2])];
  return start < end && end <= length ? { start, end } : null;
}
