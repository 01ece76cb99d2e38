/**
 * Places in a value, checked against the text that they point into.
 *
 * Takes anything made of JSON (a Reading, a correction, a part of one) and
 * looks at every place in it, wherever it stands: what has `start`, `end` and
 * `words` must have those words there; what has only `start` and `end` must
 * lie in the text. What to do about one that does not is left to the caller.
 * Any depth, one step a value.
 */

import type { Span } from "../text/span.ts";

/** A place as it was found, and the way to it: `statements[3].content[0]`. */
export interface FoundPlace extends Span {
  /** `null` for a span that carries no words. */
  words: string | null;
  where: string;
}

interface Step {
  value: unknown;
  key: string | number | null;
  up: Step | null;
}

export function* placesIn(root: unknown): Generator<FoundPlace> {
  const waiting: Step[] = [{ value: root, key: null, up: null }];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { value } = step;
    if (typeof value !== "object" || value === null) continue;
    const record: { [key: string]: unknown } = { ...value };
    if (typeof record.start === "number" && typeof record.end === "number")
      yield {
        start: record.start,
        end: record.end,
        words: typeof record.words === "string" ? record.words : null,
        where: wayTo(step),
      };
    const isList = Array.isArray(value);
    // Backwards, so that they are taken from the stack in order.
    for (const [key, inner] of Object.entries(value).reverse())
      if (typeof inner === "object")
        waiting.push({ value: inner, key: isList ? Number(key) : key, up: step });
  }
}

/** The first place in the value that does not stand in the text; `null` when all do. */
export function misplacedIn(value: unknown, text: string): FoundPlace | null {
  for (const place of placesIn(value)) if (!standsIn(place, text)) return place;
  return null;
}

function standsIn({ start, end, words }: FoundPlace, text: string): boolean {
  const inside =
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
  return inside && (words === null || (words.length === end - start && text.startsWith(words, start)));
}

function wayTo(step: Step): string {
  const keys: string[] = [];
  for (let at: Step | null = step; at !== null; at = at.up) {
    if (at.key === null) continue;
    keys.push(typeof at.key === "number" ? `[${at.key}]` : `.${at.key}`);
  }
  return keys.reverse().join("").replace(/^\./, "");
}
