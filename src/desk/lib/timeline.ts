/**
 * Time as lanes of dots: contacts by pair of sides, an actor's statements by
 * subject. Pure: gives numbers for the drawing (`parts/Lanes.svelte`).
 */

import type { ContactSummary } from "../../archive/answers.ts";

export interface Lane {
  key: string;
  name: string;
  contacts: ContactSummary[];
}

/** Lanes that get a line of their own; the others share the last one. */
const MOST_LANES = 12;

/** Most contacts first; what is left over shares the lane "Others". */
export function lanesOf(contacts: readonly ContactSummary[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const contact of contacts) {
    const key = contact.sides.map(({ id }) => id).join(" ");
    const there = lanes.get(key);
    if (there !== undefined) there.contacts.push(contact);
    else
      lanes.set(key, {
        key,
        name: contact.sides.map(({ name }) => name).join(" – ") || "Nobody named",
        contacts: [contact],
      });
  }
  const ordered = [...lanes.values()].sort(
    (a, b) => b.contacts.length - a.contacts.length || (a.name < b.name ? -1 : 1),
  );
  const shown = ordered.slice(0, MOST_LANES);
  const rest = ordered.slice(MOST_LANES).flatMap((lane) => lane.contacts);
  return rest.length === 0 ? shown : [...shown, { key: "…", name: "Others", contacts: rest }];
}

/** A lane as it is drawn. */
export interface DrawnLane {
  key: string;
  name: string;
  dots: Dot[];
}

export interface Dot {
  key: string;
  /** Milliseconds since 1970. */
  moment: number;
  /** What it opens. */
  address: string;
  label: string;
  /** Radius of a ring around it; `null` for none. */
  ring: number | null;
  hollow: boolean;
}

export const DAY_MS = 86_400_000;

/** Milliseconds since 1970 of a day's noon; `null` for what is no day. */
export function momentOfDay(day: string): number | null {
  const moment = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(moment) ? null : moment;
}

/** Of a contact's first day; `null` without one. */
export function momentOf({ dates }: ContactSummary): number | null {
  return momentOfDay(dates[0] ?? "");
}

/** From the first moment to the last, with at least so much room at both ends; `null` when there is none. */
export function spanOf(moments: readonly number[], leastRoomMs: number): [number, number] | null {
  if (moments.length === 0) return null;
  let [from, to] = [moments[0] ?? 0, moments[0] ?? 0];
  for (const moment of moments) {
    if (moment < from) from = moment;
    if (moment > to) to = moment;
  }
  const room = Math.max((to - from) * 0.03, leastRoomMs);
  return [from - room, to + room];
}

export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
