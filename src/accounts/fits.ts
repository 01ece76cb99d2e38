/**
 * Fits: whether a text that tells of no contact between two sides by itself may
 * be laid beside one that another text tells.
 *
 * Takes the head of such a text and the head of a contact of its days; gives how
 * firmly it fits, by the parties that it has in common or by whom it names.
 * That it fits one contact only is asked in `groups.ts`.
 *
 * Known miss: a commentary on two leaders, printed the day after they met, fits
 * like an account of their meeting; so does an interview on another talk of the
 * same days, where no text tells that talk.
 */

import { type ContactHead, sidesOf } from "./heads.ts";
import { isSameParty, isStranger, type NamedParty, type Party } from "./named.ts";

/**
 * 3 where the day is told and its party took part; 2 where people of all sides
 * are named again and again; 1 where all sides are named, and of the people
 * who took part enough, or one of those who took part tells of his talk; 0 where
 * it does not fit.
 */
export function fitOf(head: ContactHead, other: ContactHead): 0 | 1 | 2 | 3 {
  if (!head.parties.every((one) => other.parties.some((party) => isOneParty(one, party)))) return 0;
  if (head.dated && head.parties.some(({ person }) => person)) return 3;
  if (!other.main) return 0;
  const sides = sidesOf(other.parties).map((side) => sideNamed(side, head, other));
  if (sides.every(({ people }) => people.some(({ times }) => times > 1))) return 2;
  if (head.tellsOwnTalk && isOfOne(sides, head)) return 1;
  if (sides.some((side) => side.times === 0) || other.parties.some(isStranger)) return 0;
  const ofPeople = sides.filter(({ people }) => people.length > 0).length;
  if (ofPeople === sides.length) return 1;
  if (sides.some((side) => side.people.length === 0 && side.hasOther)) return 0;
  const isOwn = sides.some(({ side }) => side === head.side);
  return (ofPeople > 0 || isOwn) && areNamedMost(sides, head) ? 1 : 0;
}

/** The same, or the state that the other acts for. */
function isOneParty(one: Party, other: Party): boolean {
  return isSameParty(one, other) || (!one.person && one.side === other.side);
}

/** Places that name a third state in passing. */
const IN_PASSING = 2;

/** "I told him": whom a leader who is asked of his talk does not name is the one he talked with, unless others of that side are named, or a third state again and again. */
function isOfOne(sides: readonly SideNamed[], head: ContactHead): boolean {
  const others = sides.filter(({ side }) => side !== head.side);
  return (
    others.length < sides.length &&
    others.every(({ hasOther }) => !hasOther) &&
    thirdStatesNamed(sides, head).every((times) => times <= IN_PASSING)
  );
}

interface SideNamed {
  side: string;
  /** Places that name it or anybody of it; its own paper counts as two. */
  times: number;
  /** Those who took part for it, as far as they are named. */
  people: NamedParty[];
  /** Whether somebody else of it is named again and again. */
  hasOther: boolean;
}

function sideNamed(side: string, head: ContactHead, other: ContactHead): SideNamed {
  const took = other.parties.filter((party) => party.side === side);
  const isOfSide = (one: NamedParty) => one.side === side || took.some((party) => isSameParty(one, party));
  const named = head.named.filter(isOfSide);
  const people = named.filter((one) => one.person && took.some((party) => isSameParty(one, party)));
  return {
    side,
    times: named.reduce((sum, { times }) => sum + times, head.side === side ? 2 : 0),
    people,
    hasOther: named.some((one) => one.person && one.times > 1 && !people.includes(one)),
  };
}

const STATE = /^[A-Z]{3}$/;

/** No state that took no part is named more often than one that did. */
function areNamedMost(sides: readonly SideNamed[], head: ContactHead): boolean {
  const least = Math.min(...sides.map(({ times }) => times));
  return thirdStatesNamed(sides, head).every((times) => times <= least);
}

/** How often each state that took no part is named. */
function thirdStatesNamed(sides: readonly SideNamed[], head: ContactHead): number[] {
  const others = new Map<string, number>();
  for (const { side, times } of head.named) {
    if (!STATE.test(side) || sides.some((one) => one.side === side)) continue;
    others.set(side, (others.get(side) ?? 0) + times);
  }
  return [...others.values()];
}
