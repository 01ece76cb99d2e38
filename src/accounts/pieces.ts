/**
 * Pieces: what of a Reading is held against other accounts, cut so that each
 * tells one matter.
 *
 * Takes a Reading; gives its statements, innermost first hand, the clauses of
 * each, and the clauses of the body that are nobody's statement.
 *
 * Known miss: a clause that a statement takes up in part only counts as taken
 * from a third of its length on.
 */

import type { Reading, Statement } from "../reading/reading.ts";
import { countBefore } from "../text/search.ts";
import { hullOf, overlaps, type Passage, type Span } from "../text/span.ts";
import { clausesIn } from "./clauses.ts";

/** A statement that mostly hands on others is left to those. */
export function innermost(statements: readonly Statement[]): Statement[] {
  const places = statements.flatMap((one) => one.content.map((place) => ({ place, one })));
  places.sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end);
  return statements.filter((outer) => {
    const size = lengthOf(outer.content);
    const hull = hullOf(outer.content);
    if (!hull) return false;
    const inner: Span[] = [];
    const first = countBefore(places.length, (i) => (places[i]?.place.start ?? 0) < hull.start);
    for (let i = first; i < places.length; i++) {
      const { place, one } = places[i] ?? { place: hull, one: outer };
      if (place.start >= hull.end) break;
      if (one === outer || place.end <= hull.start) continue;
      const smaller =
        lengthOf(one.content) < size ||
        (lengthOf(one.content) === size && one.chain.length > outer.chain.length);
      if (
        smaller &&
        one.chain.length > outer.chain.length &&
        place.start >= hull.start &&
        place.end <= hull.end
      )
        inner.push(place);
    }
    return unionLength(inner) < size * MOSTLY;
  });
}

const MOSTLY = 0.5;

export function lengthOf(passage: readonly Span[]): number {
  return passage.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Spans sorted by start. */
function unionLength(spans: readonly Span[]): number {
  let sum = 0;
  let reached = -1;
  for (const { start, end } of spans) {
    if (end <= reached) continue;
    sum += end - Math.max(start, reached);
    reached = end;
  }
  return sum;
}

/** The clauses of a passage; a part after "he said" goes on with the same clause. */
export function piecesOf(reading: Reading, passage: Passage): Passage[] {
  const pieces: Passage[] = [];
  for (const part of passage) {
    for (const [i, sentence] of cutAtSentences(reading, part).entries()) {
      const [first, ...rest] = clausesIn(reading.document.text, sentence);
      const last = pieces[pieces.length - 1];
      if (!first) continue;
      if (i === 0 && last && !/[.!?;]["”]?$/.test(last[last.length - 1]?.words ?? "")) last.push(...first);
      else pieces.push(first);
      pieces.push(...rest);
    }
  }
  return pieces;
}

function cutAtSentences({ sentences }: Reading, part: Span): Span[] {
  const first = countBefore(sentences.length, (i) => (sentences[i]?.end ?? 0) <= part.start);
  const cut: Span[] = [];
  for (let i = first; i < sentences.length && (sentences[i]?.start ?? 0) < part.end; i++) {
    const { start, end } = sentences[i] ?? part;
    cut.push({ start: Math.max(start, part.start), end: Math.min(end, part.end) });
  }
  return cut.length > 0 ? cut : [part];
}

/** A clause of the body that no statement takes up. */
export interface Left {
  /** Index of its sentence. */
  sentence: number;
  words: Passage;
}

export function leftIn(reading: Reading, statements: readonly Statement[]): Left[] {
  const { text, regions } = reading.document;
  const places = statements.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  const bodies = regions.filter(({ kind }) => kind === "body");
  const left: Left[] = [];
  let from = 0;
  for (const [index, sentence] of reading.sentences.entries()) {
    while (from < places.length && (places[from]?.end ?? 0) <= sentence.start) from++;
    if (!bodies.some((body) => body.start <= sentence.start && sentence.end <= body.end)) continue;
    if (text.slice(sentence.start, sentence.end).trimEnd().endsWith("?")) continue;
    const taken: Span[] = [];
    for (let i = from; i < places.length && (places[i]?.start ?? 0) < sentence.end; i++) {
      const place = places[i];
      if (place && overlaps(place, sentence)) taken.push(place);
    }
    for (const words of clausesIn(text, sentence)) {
      if (takenOf(words, taken) < lengthOf(words) * TAKEN) left.push({ sentence: index, words });
    }
  }
  return left;
}

const TAKEN = 0.35;

function takenOf(words: Passage, taken: readonly Span[]): number {
  return unionLength(
    words
      .flatMap((part) =>
        taken
          .filter((place) => overlaps(place, part))
          .map(({ start, end }) => ({ start: Math.max(start, part.start), end: Math.min(end, part.end) })),
      )
      .sort((a, b) => a.start - b.start),
  );
}
