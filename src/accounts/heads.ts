/**
 * Heads: what is needed of a Reading to tell which contacts it tells of: who
 * took part, on which days, by which means, on whose paper.
 *
 * Takes one Reading, gives a head for each of its contacts; for a story without
 * a contact of its own that names people of several sides again and again, one
 * that may be laid beside the contact of theirs. Which heads belong together is
 * left to `groups.ts`.
 */

import { OWN_TALK } from "../lexicon/own-talk.ts";
import { successorOf } from "../lexicon/successors.ts";
import type { Actor, Contact, ContactKind, Reading } from "../reading/reading.ts";
import { parseDay } from "../reading/times/calendar.ts";
import { accountIdOf } from "./account-of.ts";
import { type DayRange, daysOf } from "./days.ts";
import { actorsOf, isStranger, type NamedParty, namedIn, type Party, partyOf } from "./named.ts";
import { sketchOf } from "./shingles.ts";

export type { Party };

export interface ContactHead {
  /** `DOCUMENT/CONTACT`; `DOCUMENT/-` where the document tells of no contact by itself. */
  account: string;
  document: string;
  main: boolean;
  /** Whether it tells of no contact by itself, and only joins one that others tell. */
  beside: boolean;
  kind: ContactKind | null;
  parties: Party[];
  /** Whom the document names, by id. */
  named: readonly NamedParty[];
  /** Whose official paper it is: a state or organisation; `null` for the press. */
  side: string | null;
  /** The days on which the text, or else its date of publication, puts it; `null` when neither does. */
  days: DayRange | null;
  /** Whether the text itself tells the days. */
  dated: boolean;
  /** Moments of all clocks with a zone, in minutes since 1970. */
  moments: number[];
  /** Day of publication, counted from 1970-01-01. */
  published: number | null;
  publisher: string | null;
  /** Whether it is the transcript of one who tells of a talk of his own: "I told him". */
  tellsOwnTalk: boolean;
  /** Whether the document is an official readout: of these a publisher gives one a contact. */
  readout: boolean;
  /** Of the document's words, to know copies by. */
  sketch: readonly number[];
}

export function headsOf(reading: Reading): ContactHead[] {
  const { document, contacts } = reading;
  const known = actorsOf(reading);
  const named = namedIn(reading, known);
  const side = document.side === null ? null : successorOf(document.side.value);
  const published = document.published === null ? null : parseDay(document.published.value);
  const ofDocument = {
    document: document.id,
    named,
    side,
    published,
    publisher: document.publisher?.value ?? null,
    readout: document.kind.value === "readout",
    tellsOwnTalk: document.kind.value === "transcript" && OWN_TALK.test(document.text),
    sketch: sketchOf(document.text, bodyOf(reading)),
  };
  const heads = contacts.map((contact): ContactHead => {
    const told = toldDaysOf(contact, published);
    const parties = partiesOf(contact, known);
    return {
      ...ofDocument,
      account: accountIdOf(reading, contact.id),
      main: contact.main,
      beside: false,
      kind: contact.kind?.value ?? null,
      parties: contact.main ? withOwnSide(parties, side, known) : parties,
      days: told ?? (contact.main ? daysBefore(published, ofDocument.readout) : null),
      dated: told !== null,
      moments: contact.clocks.flatMap(({ value }) => momentOf(value) ?? []),
    };
  });
  if (!isBesideContacts(heads, ofDocument, document.kind.value === "news")) return heads;
  const beside: ContactHead = {
    ...ofDocument,
    account: accountIdOf(reading, null),
    main: false,
    beside: true,
    kind: null,
    parties: [],
    days: daysBefore(published, false),
    dated: false,
    moments: [],
  };
  return [...heads, beside];
}

/**
 * A text that opens with no contact between two sides, but names people of two,
 * or tells of "him". A story of the press may open with one and be about another.
 */
function isBesideContacts(
  heads: readonly ContactHead[],
  { named, side, tellsOwnTalk }: Pick<ContactHead, "named" | "side" | "tellsOwnTalk">,
  isStory: boolean,
): boolean {
  const main = heads.find((head) => head.main);
  if (main !== undefined && main.parties.length < 2) return false;
  if (main !== undefined && sidesOf(main.parties).length > 1 && !isStory) return false;
  return tellsOwnTalk || sidesOf(named).some((one) => one !== side);
}

export function sidesOf(parties: readonly Party[]): string[] {
  return [...new Set(parties.map(({ side }) => side))].sort();
}

/**
 * An official text that names only the other one tells of its own side's
 * contact; of two, the one whom no list knows is its own.
 */
function withOwnSide(parties: Party[], side: string | null, known: ReadonlyMap<string, Actor>): Party[] {
  if (side === null || parties.some((party) => party.side === side)) return parties;
  const strangers = parties.filter(isStranger);
  if (strangers.length === 1 && parties.length > 1)
    return parties.map((party) => (party === strangers[0] ? { ...party, side } : party));
  const own = { id: side, name: known.get(side)?.name ?? side, side, person: false };
  return [...parties, own].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function bodyOf({ document }: Reading): { start: number; end: number }[] {
  return document.regions.filter(({ kind }) => kind === "body");
}

function toldDaysOf(contact: Contact, published: number | null): DayRange | null {
  const values = [contact.date?.value, ...contact.clocks.map(({ value }) => value)];
  for (const value of values) {
    const days = value === undefined ? null : daysOf(value, published);
    if (days !== null) return days;
  }
  return null;
}

/** News comes on the day itself or soon after; a side's own readout by the next day. */
const DAYS_TO_NEWS = 2;
const DAYS_TO_READOUT = 1;

function daysBefore(published: number | null, isReadout: boolean): DayRange | null {
  if (published === null) return null;
  return { from: published - (isReadout ? DAYS_TO_READOUT : DAYS_TO_NEWS), to: published };
}

function partiesOf(contact: Contact, known: ReadonlyMap<string, Actor>): Party[] {
  const parties = new Map<string, Party>();
  for (const { value } of contact.participants) {
    const actor = known.get(value);
    for (const id of actor?.kind === "group" ? actor.members : [value]) {
      parties.set(id, partyOf(id, known.get(id)));
    }
  }
  return [...parties.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Minutes since 1970 of a clock time with its zone; `null` for any other time. */
function momentOf(value: string): number | null {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2})?(?:(Z)|([+-])(\d{2}):?(\d{2}))$/.exec(value);
  const day = found === null ? null : parseDay(value);
  if (found === null || day === null) return null;
  const zone =
    found[4] === "Z" ? 0 : (found[5] === "-" ? -1 : 1) * (Number(found[6]) * 60 + Number(found[7]));
  return (day * 24 + Number(found[2])) * 60 + Number(found[3]) - zone;
}
