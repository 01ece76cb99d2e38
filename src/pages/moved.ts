/**
 * Words of a cell that moved, as stretches to mark: whichever of a pair the
 * cell is, and with what touches joined into one.
 */

import { parseAccountId } from "../accounts/account-of.ts";
import type { Cell, Verdict } from "../accounts/accounts.ts";
import type { Passage, Place } from "../text/span.ts";

/** Words of the cell that moved, whichever of a pair it is; touching ones are one. */
export function movedIn({ account, words, moved }: Cell, { moves }: Verdict): Place[] {
  const { document } = parseAccountId(account);
  const named = moves
    .flatMap(({ before, after }) => [before, after])
    .filter((evidence) => evidence.document === document)
    .flatMap(({ passage }) => passage);
  const inside = [...moved, ...named].filter((place) =>
    words.some((part) => part.start <= place.start && place.end <= part.end),
  );
  return joined(
    inside.sort((a, b) => a.start - b.start || b.end - a.end),
    words,
  );
}

function joined(places: readonly Place[], words: Passage): Place[] {
  const whole: Place[] = [];
  for (const place of places) {
    const last = whole[whole.length - 1];
    const part = words.find(({ start, end }) => start <= place.start && place.end <= end);
    if (part === undefined) continue;
    const isNear =
      last !== undefined &&
      last.start >= part.start &&
      (place.start <= last.end ||
        /^\s*$/u.test(part.words.slice(last.end - part.start, place.start - part.start)));
    if (!isNear || last === undefined) {
      whole.push(place);
      continue;
    }
    const [start, end] = [last.start, Math.max(last.end, place.end)];
    whole[whole.length - 1] = { start, end, words: part.words.slice(start - part.start, end - part.start) };
  }
  return whole;
}
