/**
 * The scope of explanations: a Reading with its findings by id and by place,
 * made once, so that explaining all of them takes no longer than reading them.
 */

import { countBefore } from "../../text/search.ts";
import { byPlace, overlaps, type Span } from "../../text/span.ts";
import type { Actor, Attribution, Mention, Reading, Statement, Time } from "../reading.ts";

export interface Scope {
  reading: Reading;
  attributions: ReadonlyMap<string, Attribution>;
  mentions: ReadonlyMap<string, Mention>;
  actors: ReadonlyMap<string, Actor>;
  /** Statements by the attribution that they come from. */
  statements: ReadonlyMap<string, readonly Statement[]>;
  /** Statements by who speaks. */
  spoken: ReadonlyMap<string, readonly Statement[]>;
  /** Mentions by the actor that they are tied to. */
  meant: ReadonlyMap<string, readonly Mention[]>;
  /** Fields of contacts and tracks by the actor that stands in them: "c1.participants". */
  fields: ReadonlyMap<string, readonly string[]>;
  /** Sources and contents of attributions, quotations and times, by place. */
  sources: readonly Part[];
  contents: readonly Part[];
  quotations: readonly Part[];
  times: readonly Part[];
  dated: ReadonlyMap<string, Time>;
  /** Line of the text, from 1, that an offset stands on. */
  lineAt(offset: number): number;
}

export function scopeOf(reading: Reading): Scope {
  const { attributions, quotations, statements, times } = reading;
  const starts = lineStartsIn(reading.document.text);
  return {
    reading,
    attributions: byId(attributions),
    mentions: byId(reading.mentions),
    actors: byId(reading.actors),
    statements: grouped(statements, ({ attribution }) => attribution),
    spoken: grouped(statements, ({ speaker }) => speaker),
    meant: grouped(reading.mentions, ({ link }) => link.actor),
    fields: fieldsOf(reading),
    sources: partsFrom(attributions, ({ source }) => source),
    contents: partsFrom(attributions, ({ content }) => content),
    quotations: partsFrom(quotations, ({ outer }) => outer),
    times: partsFrom(times, (time) => [time]),
    dated: byId(times),
    lineAt: (offset) => countBefore(starts.length, (middle) => (starts[middle] ?? 0) <= offset),
  };
}

function lineStartsIn(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function byId<T extends { id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function fieldsOf({ contacts, tracks }: Reading): ReadonlyMap<string, readonly string[]> {
  const entries = [
    ...contacts.flatMap(({ id, participants, requestedBy }) => [
      ...participants.map(({ value }) => ({ actor: value, field: `${id}.participants` })),
      ...(requestedBy === null ? [] : [{ actor: requestedBy.value, field: `${id}.requestedBy` }]),
    ]),
    ...tracks.flatMap(({ id, parties }) =>
      parties.map(({ value }) => ({ actor: value, field: `${id}.parties` })),
    ),
  ];
  const groups = grouped(entries, ({ actor }) => actor);
  return new Map([...groups].map(([actor, all]) => [actor, [...new Set(all.map(({ field }) => field))]]));
}

/** A place and the finding that it belongs to; in text order. */
interface Part extends Span {
  id: string;
}

function partsFrom<T extends { id: string }>(
  all: readonly T[],
  spansOf: (one: T) => readonly Span[],
): Part[] {
  return all
    .flatMap((one) => spansOf(one).map(({ start, end }) => ({ start, end, id: one.id })))
    .sort(byPlace);
}

/** So many parts before a place are looked at, and so many findings told of: a list of hundreds explains nothing. */
const REACH = 64;
const MOST = 20;

/** Ids of the findings with a part over the place, in text order. */
export function idsOver(parts: readonly Part[], place: Span): string[] {
  const ids = new Set<string>();
  const first = countBefore(parts.length, (middle) => (parts[middle]?.start ?? 0) < place.start);
  for (let at = Math.max(0, first - REACH); at < parts.length && ids.size < MOST; at++) {
    const part = parts[at];
    if (!part || part.start >= place.end) break;
    if (overlaps(part, place)) ids.add(part.id);
  }
  return [...ids];
}

/** Ids of the findings with a part over one of the places. */
export function overAll(parts: readonly Part[], places: readonly Span[]): string[] {
  return [...new Set(places.flatMap((place) => idsOver(parts, place)))].slice(0, MOST);
}

/** Ids of the findings with a part before the place, the nearest first. */
export function idsBefore(parts: readonly Part[], place: Span): string[] {
  const end = countBefore(parts.length, (middle) => (parts[middle]?.start ?? 0) < place.start);
  return parts
    .slice(Math.max(0, end - REACH), end)
    .map(({ id }) => id)
    .reverse();
}
