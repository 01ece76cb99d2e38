/**
 * Places in a text. All offsets are UTF-16 code units into `Document.text`,
 * `start` inside and `end` just after. This is the only unit in Readout.
 */

export interface Span {
  start: number;
  end: number;
}

/** A span and the exact words that stand there: `text.slice(start, end) === words`, always. */
export interface Place extends Span {
  words: string;
}

/** Several places that are one thing, in text order and apart: a quotation broken by "he said". */
export type Passage = Place[];

export function placeAt(text: string, start: number, end: number): Place {
  return { start, end, words: text.slice(start, end) };
}

export function placeOf(text: string, span: Span): Place {
  return placeAt(text, span.start, span.end);
}

/** The place without white space at its ends; `null` if nothing else stands there. */
export function trimmedAt(text: string, start: number, end: number): Place | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return from < to ? placeAt(text, from, to) : null;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether all of `inner` stands in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a part of the passage holds all of `inner`. */
export function holds(passage: readonly Span[], inner: Span): boolean {
  return passage.some((part) => contains(part, inner));
}

/** From the first part's start to the last part's end; `null` for an empty passage. */
export function hullOf(passage: readonly Span[]): Span | null {
  const first = passage[0];
  const last = passage[passage.length - 1];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The passage's words, its parts joined by an ellipsis: "The bill … is dead". */
export function wordsOf(passage: Passage): string {
  return passage.map(({ words }) => words).join(" … ");
}

/** Text order; of two that start together the longer comes first. */
export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** White space as JavaScript's `\s` knows it. */
export function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
