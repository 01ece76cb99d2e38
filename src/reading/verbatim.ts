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

/** A place that does not stand where it says, and the way to it: `statements[3].content[0]`. */
export interface Misplaced extends Span {
  /** `null` for a span that carries no words. */
  words: string | null;
  where: string;
}

/** The first place in the value that does not stand in the text; `null` when all do. */
export function misplacedIn(value: unknown, text: string): Misplaced | null {
  for (const { span, words, step } of placesIn(value))
    if (!standsIn(span, words, text)) return { start: span.start, end: span.end, words, where: wayTo(step) };
  return null;
}

export function hasPlace(value: unknown): boolean {
  return !placesIn(value).next().done;
}

interface Step {
  value: unknown;
  key: string | number | null;
  up: Step | null;
}

interface FoundPlace {
  span: Span;
  words: string | null;
  step: Step;
}

function* placesIn(root: unknown): Generator<FoundPlace, undefined> {
  const waiting: Step[] = [{ value: root, key: null, up: null }];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { value } = step;
    if (typeof value !== "object" || value === null) continue;
    if (isSpan(value)) {
      const words = "words" in value && typeof value.words === "string" ? value.words : null;
      yield { span: value, words, step };
    }
    const isList = Array.isArray(value);
    // Backwards, so that they are taken from the stack in order.
    for (const [key, inner] of Object.entries(value).reverse())
      if (typeof inner === "object")
        waiting.push({ value: inner, key: isList ? Number(key) : key, up: step });
  }
}

function isSpan(value: object): value is Span {
  return (
    "start" in value && typeof value.start === "number" && "end" in value && typeof value.end === "number"
  );
}

function standsIn({ start, end }: Span, words: string | null, text: string): boolean {
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
