/** Values for people: days, kinds, fields, confidence. */

import type { ContactKind } from "../../reading/reading.ts";
import { formatTimex } from "../../reading/times/timex-words.ts";

export const KINDS: Readonly<Record<ContactKind, string>> = {
  call: "Call",
  "video-call": "Video call",
  meeting: "Meeting",
  visit: "Visit",
  letter: "Letter",
};

/** "30 December 2021", with the other days on which accounts put it. */
export function daysSaid(days: readonly string[]): string {
  const [first, ...others] = days.map((day) => formatTimex(day));
  if (first === undefined) return "no day";
  return others.length === 0 ? first : `${first} (also ${others.join(", ")})`;
}

const FIELDS: Readonly<Record<string, string>> = {
  kind: "Kind",
  channel: "Channel",
  date: "Date",
  clock: "Clock",
  duration: "Duration",
  requestedBy: "Asked for by",
  place: "Place",
  language: "Language",
  handedOver: "Handed over",
  followUps: "What comes next",
  participants: "Who took part",
};

export function fieldSaid(field: string): string {
  return FIELDS[field] ?? `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}

/** "Hale, Castellan and Orr". */
export function namesSaid(names: readonly string[]): string {
  const [last] = names.slice(-1);
  return names.length < 2 ? (last ?? "Nobody named") : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** A probability as a percentage. */
export function percent(probability: number): string {
  return `${Math.round(probability * 100)} %`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A moment of publication, as far as known: "31 December 2021, 02:20". */
export function momentSaid(published: string | null): string {
  return published === null ? "no date" : formatTimex(published);
}
