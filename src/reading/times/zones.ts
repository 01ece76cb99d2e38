/**
 * Zones: how far a named clock is from UTC on a given day.
 *
 * Knows the summer time of the EU and of the United States as kept since 2007,
 * and Moscow's changes since 2011.
 *
 * Known miss: older summer-time rules, and cities that changed theirs.
 */

import { zones } from "../../lexicon/times.ts";
import { dayNumber, dayOf, pad, weekdayOf } from "./calendar.ts";

/** Minutes ahead of UTC; `null` when the name is unknown, or the day is and the clock changes. */
export function offsetOf(zone: string, day: number | null): number | null {
  const known = zones.get(zone);
  if (!known) return null;
  if (known.summer === null) return known.hours * 60;
  if (known.summer === "moscow") return moscowOffset(day);
  if (day === null) return null;
  return (known.hours + (isSummer(day, known.summer) ? 1 : 0)) * 60;
}

export function formatOffset(minutes: number): string {
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
}

function moscowOffset(day: number | null): number {
  if (day === null || day >= dayNumber(2014, 10, 26)) return 180;
  if (day >= dayNumber(2011, 3, 27)) return 240;
  return isSummer(day, "eu") ? 240 : 180;
}

function isSummer(day: number, rule: "eu" | "us"): boolean {
  const { year } = dayOf(day);
  const [from, to] =
    rule === "eu"
      ? [sundayFrom(dayNumber(year, 3, 25)), sundayFrom(dayNumber(year, 10, 25))]
      : [sundayFrom(dayNumber(year, 3, 8)), sundayFrom(dayNumber(year, 11, 1))];
  return day >= from && day < to;
}

/** The first Sunday on this day or after it. */
function sundayFrom(day: number): number {
  return day + 7 - weekdayOf(day);
}
