/**
 * Lent sides: "Mr Sharif" of one text is of the side that another text of the
 * same days gives to Muhammad Nawaz Sharif.
 *
 * Takes the heads of all Readings, gives them with the sides of those whose
 * side their own text does not tell. Where texts of the days know two sides for
 * a name, it stays without one.
 */

import { nameKeyOf, nameWordsOf } from "../lexicon/names.ts";
import { daysApart } from "./days.ts";
import type { ContactHead } from "./heads.ts";
import { isSameParty, isStranger, type Party } from "./named.ts";

interface Sided {
  head: ContactHead;
  party: Party;
}

export function withSidesLent(heads: readonly ContactHead[]): ContactHead[] {
  const sided = new Map<string, Sided[]>();
  for (const { parties } of heads) {
    for (const party of parties) if (isStranger(party)) for (const key of keysOf(party)) sided.set(key, []);
  }
  for (const head of heads) {
    for (const party of [...head.parties, ...head.named]) {
      if (!party.person || isStranger(party)) continue;
      for (const key of keysOf(party)) sided.get(key)?.push({ head, party });
    }
  }
  return heads.map((head) => {
    if (!head.parties.some(isStranger)) return head;
    const parties = head.parties.map((party) =>
      isStranger(party) ? { ...party, side: sideFor(party, head, sided) } : party,
    );
    return { ...head, parties };
  });
}

function keysOf({ name }: Party): string[] {
  return nameWordsOf(name).map(nameKeyOf);
}

function sideFor(party: Party, head: ContactHead, sided: ReadonlyMap<string, readonly Sided[]>): string {
  const namesakes = keysOf(party)
    .flatMap((key) => sided.get(key) ?? [])
    .filter((one) => isSameParty(one.party, party) && areNear(one.head, head));
  const sides = new Set(namesakes.map((one) => one.party.side));
  const [side] = sides;
  return sides.size === 1 && side !== undefined ? side : party.side;
}

/** Midnight and time zones put one moment on two days. */
function areNear(a: ContactHead, b: ContactHead): boolean {
  return a.days !== null && b.days !== null && daysApart(a.days, b.days) <= 1;
}
