/** Words of a passage in stretches, with what moved told apart, and their address in the desk. */

import type { Passage, Span } from "../../text/span.ts";
import { addressOf } from "./router.svelte.ts";

export interface Stretch {
  text: string;
  moved: boolean;
}

/** The parts with " … " between them; `moved` places that stand in them are told apart. */
export function stretchesOf(passage: Passage, moved: readonly Span[]): Stretch[] {
  return passage.flatMap((part, at) => [
    ...(at === 0 ? [] : [{ text: " … ", moved: false }]),
    ...stretchesIn(part, moved),
  ]);
}

function stretchesIn(part: Passage[number], moved: readonly Span[]): Stretch[] {
  const inside = moved
    .filter(({ start, end }) => start >= part.start && end <= part.end)
    .sort((a, b) => a.start - b.start);
  const stretches: Stretch[] = [];
  let from = part.start;
  const push = (end: number, isMoved: boolean) => {
    if (end > from)
      stretches.push({ text: part.words.slice(from - part.start, end - part.start), moved: isMoved });
    from = Math.max(from, end);
  };
  for (const { start, end } of inside) {
    push(start, false);
    push(end, true);
  }
  push(part.end, false);
  return stretches;
}

/** Where the words stand: the document, scrolled to them. */
export function addressOfWords(document: string, passage: Passage, finding: string | null = null): string {
  const first = passage[0];
  const last = passage[passage.length - 1];
  const at = first && last ? `${first.start}-${last.end}` : null;
  return addressOf(["documents", document], { at, finding });
}
