/**
 * Heads: what is needed of a Reading to tell which contacts it tells of: who
 * took part, on which days, by which means, on whose paper.
 *
 * Takes one Reading, gives a head for each of its contacts. Which heads belong
 * together is left to `groups.ts`.
 */

import type { Actor, Contact, ContactKind, Reading } from "../reading/reading.ts";
import { parseDay } from "../reading/times/calendar.ts";
import { type DayRange, daysOf } from "./days.ts";
import { sketchOf } from "./shingles.ts";

/** Somebody who took part. */
export interface Party {
  /** Actor's id. */
  id: string;
  name: string;
  /** State or organisation it belongs to, or is; the actor itself when nothing tells. */
  side: string;
  /** Whether it is a person, and not an office, state or organ that may stand for several. */
  person: boolean;
}

export interface ContactHead {
  /** `DOCUMENT/CONTACT`. */
  account: string;
  document: string;
  main: boolean;
  kind: ContactKind | null;
  parties: Party[];
  /** The days on which the text, or else its date of publication, puts it; `null` when neither does. */
  days: DayRange | null;
  /** Whether the text itself tells the days. */
  dated: boolean;
  /** Moments of all clocks with a zone, in minutes since 1970. */
  moments: number[];
  /** Day of publication, counted from 1970-01-01. */
  published: number | null;
  publisher: string | null;
  /** Whether the document is an official readout: of these a publisher gives one a contact. */
  readout: boolean;
  /** Of the document's words, to know copies by. */
  sketch: readonly number[];
}

export function headsOf(reading: Reading): ContactHead[] {
  const { document, actors } = reading;
  if (reading.contacts.length === 0) return [];
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  const published = document.published === null ? null : parseDay(document.published.value);
  const sketch = sketchOf(document.text, bodyOf(reading));
  return reading.contacts.map((contact) => {
    const told = toldDaysOf(contact, published);
    return {
      account: `${document.id}/${contact.id}`,
      document: document.id,
      main: contact.main,
      kind: contact.kind?.value ?? null,
      parties: partiesOf(contact, known),
      days: told ?? (contact.main ? daysBefore(published) : null),
      dated: told !== null,
      moments: contact.clocks.flatMap(({ value }) => momentOf(value) ?? []),
      published,
      publisher: document.publisher?.value ?? null,
      readout: document.kind.value === "readout",
      sketch,
    };
  });
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

/** News comes on the day itself or soon after. */
const DAYS_TO_NEWS = 2;

function daysBefore(published: number | null): DayRange | null {
  return published === null ? null : { from: published - DAYS_TO_NEWS, to: published };
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

function partyOf(id: string, actor: Actor | undefined): Party {
  return {
    id,
    name: actor?.name ?? id,
    side: actor?.side ?? id,
    person: actor === undefined || actor.kind === "person" || actor.kind === "unnamed",
  };
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
