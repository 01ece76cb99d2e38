/**
 * Clocks of a contact: the times of day told beside it, each on its day.
 *
 * Takes the times and the contact's day; gives each with its value. A clock
 * that tells no day of its own ("It began at 11:35 p.m.") is of the contact's
 * day, not of the document's; a further clock of another zone tells the same
 * moment, and so may be of the day before or after.
 *
 * Known miss: where the contact's day is told by the clock of one city and its
 * time by that of another, over midnight, the first clock named gets the day.
 */

import type { Time } from "../reading.ts";
import { formatDay, parseDay } from "../times/calendar.ts";

const CLOCK = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)?$/;
const OWN_DAY =
  /day|tomorrow|tonight|midnight|January|February|March|April|May|June|July|August|September|October|November|December|\d{4}-/;

export interface Clock {
  time: Time;
  value: string;
}

export function clocksOn(times: readonly Time[], day: string | null): Clock[] {
  const given = day === null ? null : parseDay(day);
  let first: number | null = null;
  return times.map((time) => {
    const value = time.value ?? "";
    const parts = CLOCK.exec(value);
    if (!parts || given === null || OWN_DAY.test(time.words)) {
      first ??= parts ? momentOf(parts) : null;
      return { time, value };
    }
    const moved = withDay(parts, first === null ? given : nearest(parts, given, first));
    first ??= momentOf(CLOCK.exec(moved) ?? parts);
    return { time, value: moved };
  });
}

/** The day on which a clock of another zone is nearest to the first. */
function nearest(parts: RegExpExecArray, day: number, first: number): number {
  if (parts[4] === undefined) return day;
  const gap = (shift: number) => Math.abs(momentOf(CLOCK.exec(withDay(parts, day + shift)) ?? parts) - first);
  return [0, -1, 1].reduce((best, shift) => (gap(shift) < gap(best) ? shift : best), 0) + day;
}

function withDay(parts: RegExpExecArray, day: number): string {
  return `${formatDay(day)}T${parts[2]}:${parts[3]}${parts[4] ?? ""}`;
}

/** Minutes, in the time of Greenwich where the zone is told. */
function momentOf(parts: RegExpExecArray): number {
  const zone = /^([+-])(\d\d):(\d\d)$/.exec(parts[4] ?? "");
  const offset = zone ? Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
  return (parseDay(parts[1] ?? "") ?? 0) * 1440 + Number(parts[2]) * 60 + Number(parts[3]) - offset;
}
