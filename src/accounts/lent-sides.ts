/**
 * Lent sides: "Mr Sharif" of one text is of the side that another text of the
 * same days gives to Muhammad Nawaz Sharif.
 *
 * Takes the heads of all Readings, gives them with the sides of those whose
 * side their own text does not tell. Where texts of the days know two sides for
 * a name, it stays without one. A man whom no text gives a side is of the state
 * that another text of the days has in his place, where his own text names it.
 */

import { nameKeyOf, nameWordsOf } from "../lexicon/names.ts";
import { daysApart } from "./days.ts";
import { type ContactHead, sidesOf } from "./heads.ts";
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
  const named = heads.map((head) => {
    if (!head.parties.some(isStranger)) return head;
    const parties = head.parties.map((party) =>
      isStranger(party) ? { ...party, side: sideFor(party, head, sided) } : party,
    );
    return { ...head, parties };
  });
  const bySide = headsBySide(named);
  return named.map((head) => inPlaceOfState(head, bySide));
}

/** Heads that tell of two sides by their states or people, by each side. */
function headsBySide(heads: readonly ContactHead[]): ReadonlyMap<string, readonly ContactHead[]> {
  const bySide = new Map<string, ContactHead[]>();
  for (const head of heads) {
    const sides = sidesOf(head.parties);
    if (!head.main || sides.length !== 2 || head.parties.some(isStranger)) continue;
    for (const side of sides) {
      const there = bySide.get(side);
      if (there === undefined) bySide.set(side, [head]);
      else there.push(head);
    }
  }
  return bySide;
}

/** "Vale met Thein Sein" beside "Vale met in Norland": he is Norland's, if his text names Norland and nobody else there does. */
function inPlaceOfState(head: ContactHead, bySide: ReadonlyMap<string, readonly ContactHead[]>): ContactHead {
  const [stranger, ...others] = head.parties.filter(isStranger);
  const known = sidesOf(head.parties).filter((side) => side !== stranger?.id);
  const [side, ...more] = known;
  if (stranger === undefined || others.length > 0 || side === undefined || more.length > 0) return head;
  const states = new Set(
    (bySide.get(side) ?? [])
      .filter((other) => areNear(other, head))
      .flatMap(({ parties }) => parties.filter((party) => party.side !== side))
      .flatMap((party) => (party.person ? [] : [party.side])),
  );
  const [state, ...rivals] = [...states].filter((one) => head.named.some((party) => party.side === one));
  if (state === undefined || rivals.length > 0) return head;
  const parties = head.parties.map((party) => (party === stranger ? { ...party, side: state } : party));
  return { ...head, parties };
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
