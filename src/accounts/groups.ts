/**
 * Groups: which documents tell of the same contact.
 *
 * Takes the heads of all Readings, and what a person joined or parted by hand;
 * gives the contacts. Two heads are one contact when the same parties met by
 * the same means on the same day, or on two neighbouring days that midnight or
 * a time zone may account for. The closest pairs join first, so the order in
 * which documents were added does not matter.
 *
 * A wrong merge mixes two conversations, a split only shows one of them twice:
 * in doubt heads stay apart.
 *
 * Known miss: two calls of the same two leaders on two days running, each told
 * by another publisher, are taken for one.
 */

import type { ContactKind } from "../reading/reading.ts";
import { formatDay } from "../reading/times/calendar.ts";
import type { ContactGroup } from "./accounts.ts";
import { daysApart } from "./days.ts";
import { fitOf } from "./fits.ts";
import { groupIdOf } from "./group-ids.ts";
import { type ContactHead, sidesOf } from "./heads.ts";
import { withSidesLent } from "./lent-sides.ts";
import { isSameParty, type Party } from "./named.ts";
import { areCopies } from "./shingles.ts";

/** What a person said: these accounts tell of one contact, or of different ones. */
export interface GroupingByHand {
  same: boolean;
  accounts: readonly string[];
}

/** By date, then id. */
export function groupsFrom(
  all: readonly ContactHead[],
  byHand: readonly GroupingByHand[] = [],
): ContactGroup[] {
  const heads = withSidesLent(all);
  const forest = new Forest(
    [...heads].sort((a, b) => order(a.account, b.account)),
    byHand,
  );
  for (const { same, accounts } of byHand) {
    if (same) forest.joinAll(accounts);
  }
  for (const { a, b } of pairsOf(heads)) forest.join(a, b);
  joinLoners(forest);
  return withIds(forest.members().filter((members) => members.some(({ beside }) => !beside)));
}

interface Pair {
  a: ContactHead;
  b: ContactHead;
  /** Smaller is closer. */
  distance: number;
}

/** Pairs that may be one contact, closest first. Only heads with two parties in common are looked at. */
function pairsOf(heads: readonly ContactHead[]): Pair[] {
  const pairs: Pair[] = [];
  for (const block of blocksOf(heads)) {
    for (const [index, a] of block.entries()) {
      for (let at = index + 1; at < block.length; at++) {
        const b = block[at];
        if (b === undefined || a.days === null || b.days === null) break;
        if (b.days.from - a.days.to > FARTHEST_DAYS && b.days.from - a.days.from > LONGEST_RANGE) break;
        const distance = distanceOf(a, b);
        if (distance !== null) pairs.push({ a, b, distance });
      }
    }
  }
  return pairs.sort(
    (x, y) => x.distance - y.distance || order(x.a.account, y.a.account) || order(x.b.account, y.b.account),
  );
}

/** Midnight and time zones put one moment on two days. */
const FARTHEST_DAYS = 1;
/** Days in the longest stretch that is still compared (a month). */
const LONGEST_RANGE = 31;

/** A stretch reckoned from publication is wide enough by itself. */
function areFarApart(a: ContactHead, b: ContactHead): boolean {
  if (a.days === null || b.days === null) return false;
  return daysApart(a.days, b.days) > (a.dated || b.dated ? FARTHEST_DAYS : 0);
}

/** Heads by the sides that took part, each in order of days: only these can be one contact. */
function blocksOf(heads: readonly ContactHead[]): ContactHead[][] {
  const blocks = new Map<string, ContactHead[]>();
  for (const head of heads) {
    const sides = sidesOf(head.parties);
    if (sides.length < 2 || head.days === null) continue;
    const key = sides.join(" ");
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [head]);
    else block.push(head);
  }
  for (const block of blocks.values()) {
    block.sort((a, b) => (a.days?.from ?? 0) - (b.days?.from ?? 0) || order(a.account, b.account));
  }
  return [...blocks.values()];
}

/** How far two heads of the same sides are from being one contact; `null` when they cannot be. */
function distanceOf(a: ContactHead, b: ContactHead): number | null {
  if (a.document === b.document || a.days === null || b.days === null) return null;
  const days = daysApart(a.days, b.days);
  if (areFarApart(a, b) || momentsClash(a, b)) return null;
  const means = meansApart(a.kind, b.kind);
  if (means === null || !samePeople(a.parties, b.parties)) return null;
  return days * 8 + means * 2 + (a.dated ? 0 : 1) + (b.dated ? 0 : 1);
}

/** A call by telephone and one by video are often taken for each other; a call and a meeting are not. */
function meansApart(a: ContactKind | null, b: ContactKind | null): number | null {
  if (a === b) return 0;
  if (a === null || b === null) return 1;
  return MEANS[a] === MEANS[b] ? 1 : null;
}

const MEANS: Readonly<Record<ContactKind, string>> = {
  call: "remote",
  "video-call": "remote",
  meeting: "in person",
  visit: "in person",
  letter: "letter",
};

/** On every side the same people, as far as both name people. */
function samePeople(a: readonly Party[], b: readonly Party[]): boolean {
  const peopleOf = (parties: readonly Party[], side: string) =>
    parties.filter((party) => party.person && party.side === side);
  return [...new Set(a.map(({ side }) => side))].every((side) => {
    const inA = peopleOf(a, side);
    const inB = peopleOf(b, side);
    return (
      inA.length === 0 || inB.length === 0 || inA.some((one) => inB.some((other) => isSameParty(one, other)))
    );
  });
}

/** Longest time between two moments that are told of one contact: its begin and its end. */
const LONGEST_CONTACT_MINUTES = 12 * 60;

function momentsClash(a: ContactHead, b: ContactHead): boolean {
  if (a.moments.length === 0 || b.moments.length === 0) return false;
  return a.moments.every((one) =>
    b.moments.every((other) => Math.abs(one - other) > LONGEST_CONTACT_MINUTES),
  );
}

/**
 * A head that names one side only, or none, joins the one contact of its days
 * that it fits, if there is just one: of those that it fits firmest, and of
 * these of a day that is told rather than reckoned from publication.
 */
function joinLoners(forest: Forest): void {
  const tellersOn = tellersByDay(forest.heads);
  const mains = new Map(forest.heads.filter(({ main }) => main).map((head) => [head.document, head]));
  for (const head of forest.heads) {
    if (head.days === null || !isLoner(head)) continue;
    const main = head.beside ? mains.get(head.document) : undefined;
    // What others tell, too, is what the text is about.
    if (main !== undefined && forest.groupOf(main).length > 1) continue;
    const near = new Map<ContactHead, number>();
    for (let day = head.days.from; day <= Math.min(head.days.to, head.days.from + LONGEST_RANGE); day++) {
      for (const other of tellersOn.get(day) ?? [])
        if (mayBeOne(head, other)) near.set(other, fitOf(head, other));
    }
    const firmest = Math.max(main === undefined || main.kind === null ? 1 : 2, ...near.values());
    const fitting = [...near].flatMap(([other, fit]) => (fit === firmest ? [other] : []));
    const told = fitting.filter(({ dated }) => dated);
    const only = onlyGroup(forest, told) ?? onlyGroup(forest, fitting);
    if (only !== null) forest.join(head, only);
  }
}

function mayBeOne(head: ContactHead, other: ContactHead): boolean {
  return other.document !== head.document && meansApart(head.kind, other.kind) !== null;
}

/** One of the heads, where all are of one group. */
function onlyGroup(forest: Forest, heads: readonly ContactHead[]): ContactHead | null {
  return new Set(heads.map((head) => forest.groupOf(head))).size === 1 ? (heads[0] ?? null) : null;
}

function isLoner(head: ContactHead): boolean {
  return (
    head.beside ||
    (sidesOf(head.parties).length < 2 && (head.main || (head.dated && head.parties.length > 0)))
  );
}

/** Heads that name people of two sides, by each day that they may be of. */
function tellersByDay(heads: readonly ContactHead[]): Map<number, ContactHead[]> {
  const byDay = new Map<number, ContactHead[]>();
  for (const head of heads) {
    if (
      head.days === null ||
      head.days.to - head.days.from > LONGEST_RANGE ||
      sidesOf(head.parties).length < 2
    )
      continue;
    for (let day = head.days.from; day <= head.days.to; day++) {
      byDay.set(day, [...(byDay.get(day) ?? []), head]);
    }
  }
  return byDay;
}

/** Groups that grow by joining, with what may not be joined. */
class Forest {
  readonly heads: readonly ContactHead[];
  readonly #groupOf = new Map<string, ContactHead[]>();
  readonly #apart: readonly (readonly string[])[];

  constructor(heads: readonly ContactHead[], byHand: readonly GroupingByHand[]) {
    this.heads = heads;
    this.#apart = byHand.filter(({ same }) => !same).map(({ accounts }) => accounts);
    for (const head of heads) this.#groupOf.set(head.account, [head]);
  }

  members(): ContactHead[][] {
    return [...new Set(this.#groupOf.values())];
  }

  groupOf(head: ContactHead): readonly ContactHead[] {
    return this.#groupOf.get(head.account) ?? [];
  }

  /** As a person said: no rule stands against it. */
  joinAll(accounts: readonly string[]): void {
    const groups = accounts.flatMap((account) => this.#groupOf.get(account) ?? []);
    const [first, ...others] = groups;
    for (const other of others) if (first !== undefined) this.#merge(first, other);
  }

  join(a: ContactHead, b: ContactHead): void {
    const one = this.#groupOf.get(a.account) ?? [];
    const other = this.#groupOf.get(b.account) ?? [];
    if (one === other || one.some((x) => other.some((y) => this.#mustStayApart(x, y)))) return;
    this.#merge(a, b);
  }

  #merge(a: ContactHead, b: ContactHead): void {
    const one = this.#groupOf.get(a.account) ?? [];
    const other = this.#groupOf.get(b.account) ?? [];
    if (one === other) return;
    const merged = [...one, ...other].sort((x, y) => order(x.account, y.account));
    for (const head of merged) this.#groupOf.set(head.account, merged);
  }

  #mustStayApart(a: ContactHead, b: ContactHead): boolean {
    if (a.document === b.document) return true;
    if (this.#apart.some((accounts) => accounts.includes(a.account) && accounts.includes(b.account))) {
      return true;
    }
    if (areFarApart(a, b)) return true;
    if (momentsClash(a, b) || meansApart(a.kind, b.kind) === null) return true;
    return a.publisher !== null && a.publisher === b.publisher && onePublisherTwoContacts(a, b);
  }
}

/** A publisher gives one readout a contact, and does not put one contact on two days; copies aside. */
function onePublisherTwoContacts(a: ContactHead, b: ContactHead): boolean {
  const twoReadouts = a.readout && b.readout && a.main && b.main;
  const twoDays = a.dated && b.dated && a.days !== null && b.days !== null && daysApart(a.days, b.days) > 0;
  return (twoReadouts || twoDays) && !areCopies(a.sketch, b.sketch);
}

function withIds(groups: readonly ContactHead[][]): ContactGroup[] {
  const used = new Map<string, number>();
  return groups
    .map((members) => ({ members, days: daysTold(members) }))
    .sort((a, b) => order(sortKeyOf(a), sortKeyOf(b)))
    .map(({ members, days }) => {
      const kind = commonest(members.flatMap(({ kind }) => kind ?? []));
      const parties = partiesIn(members);
      const plain = groupIdOf(commonest(days) ?? null, kind, parties);
      const count = (used.get(plain) ?? 0) + 1;
      used.set(plain, count);
      return {
        id: count === 1 ? plain : `${plain}-${count}`,
        told: members.some(({ main }) => main),
        kind,
        participants: parties.map(({ id }) => id),
        dates: [...new Set(days)].sort(),
        accounts: [...members].sort(byPublication).map(({ account }) => account),
      };
    });
}

/** Days that the accounts tell, one an account; where none does, the day of the first publication. */
function daysTold(members: readonly ContactHead[]): string[] {
  const told = members.flatMap(({ days, dated }) =>
    dated && days !== null && days.from === days.to ? [formatDay(days.from)] : [],
  );
  if (told.length > 0) return told.sort();
  const firsts = members.flatMap(({ days }) => (days === null ? [] : [days.to])).sort((a, b) => a - b);
  return firsts[0] === undefined ? [] : [formatDay(firsts[0])];
}

function sortKeyOf({ members, days }: { members: readonly ContactHead[]; days: readonly string[] }): string {
  return `${days[0] ?? "9999"} ${members[0]?.account ?? ""}`;
}

/** Everybody whom an account names; somebody's office or state only where nobody of that side is named. */
function partiesIn(members: readonly ContactHead[]): Party[] {
  const all = new Map(members.flatMap(({ parties }) => parties.map((party) => [party.id, party])));
  const peopled = new Set([...all.values()].filter(({ person }) => person).map(({ side }) => side));
  return [...all.values()]
    .filter(({ person, side }) => person || !peopled.has(side))
    .sort((a, b) => order(a.id, b.id));
}

/** The value that stands most often; of equals the first in code unit order. */
function commonest<T extends string>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || order(a, b))[0]?.[0] ?? null;
}

function byPublication(a: ContactHead, b: ContactHead): number {
  const never = Number.MAX_SAFE_INTEGER;
  return (a.published ?? never) - (b.published ?? never) || order(a.account, b.account);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
