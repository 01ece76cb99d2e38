/**
 * Several conditions in one sentence: what they share, and what each must be
 * left out of.
 *
 * Known miss: a condition that holds for one of two consequences only.
 */

import { isSpace, type Place, trimmedAt } from "../../text/span.ts";
import { behindEnd } from "./behind.ts";
import { type Found, made, type Sentence } from "./found.ts";
import { edgeBehind } from "./fronted.ts";
import type { MarkerFound } from "./markers.ts";
import type { Window } from "./sentences.ts";

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
        : trimmedAt(text, consequence.start, withoutMarks(text, consequence.start, place.start));
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
    const overlaps = from.end > to.start;
    const end = beforeJoin(text, from.start, to.start);
    if ((end === null && !overlaps) || (one.consequence.length > 0 && !overlaps)) return one;
    const between = end ?? withoutMarks(text, from.start, to.start);
    const place = trimmedAt(text, from.start, Math.min(from.end, between));
    const consequence = one.consequence.length > 0 ? one.consequence : next.consequence;
    return place ? { ...one, condition: [place], consequence } : one;
  });
}

/** The longest joining words, with room for the space before them. */
const LONGEST_JOIN = 24;

/** Where ", and", "or that", "and certainly" begin at the end of a stretch; `null` if none stands there. */
function beforeJoin(text: string, start: number, end: number): number | null {
  const last = withoutMarks(text, start, end);
  const tail = text.slice(Math.max(start, last - LONGEST_JOIN), last);
  const join = /(?:^|\s)(?:and|or)(?: (?:that|certainly|especially|particularly))?$/.exec(tail);
  return join ? withoutMarks(text, start, last - tail.length + join.index) : null;
}

/** The end of a stretch without white space, commas and dashes. */
function withoutMarks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (isSpace(text.charCodeAt(at - 1)) || /[,—–]/.test(text[at - 1] ?? ""))) at--;
  return at;
}

/** "… if they ask, if we can or if it helps": the next of a row shares what stood before the first. */
export function twinOf(
  sentence: Sentence,
  window: Window,
  found: readonly MarkerFound[],
  i: number,
  own: readonly Found[],
): [Found, Found] | null {
  const { text, words, clauses } = sentence;
  const marker = found[i];
  const last = own[own.length - 1];
  const place = last?.condition[0];
  const consequence = last?.consequence[0];
  if (!marker || !last || !place || !consequence || marker.takes === "nothing") return null;
  if (consequence.start > place.start || !/^(?:if|only-if|unless|provided|as-long-as)$/.test(marker.kind))
    return null;
  let end = marker.from;
  while (end > 0 && /^(?:,|;|or|and|—|–)$/.test(words[end - 1]?.lower ?? words[end - 1]?.form ?? "")) end--;
  const parted = words[end];
  const before = words[end - 1];
  if (!parted || !before || end === marker.from || before.end <= place.start) return null;
  const rest = { from: marker.from, to: window.to };
  if (edgeBehind(words, rest, clauses, marker) !== null) return null;
  const cut = trimmedAt(text, place.start, Math.min(place.end, before.end));
  const to = behindEnd(words, rest, clauses, marker);
  const next = made(text, words, marker, { from: marker.from, to }, []);
  if (!cut || !next) return null;
  return [
    { ...last, condition: [cut] },
    { ...next, consequence: last.consequence },
  ];
}
