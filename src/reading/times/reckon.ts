/**
 * Reckoning: from what words of time mean to a TIMEX3 value.
 *
 * Takes a sense and what is known around it: the day it is said on, the tense,
 * the last day that the text told of. Gives the value, left partial where the
 * words and the day leave it partial: `XXXX-12-30` without a year to count
 * from, `null` where nothing would be left.
 */

import {
  type Day,
  dayNumber,
  dayOf,
  formatDay,
  formatWeek,
  isDay,
  monthsLater,
  pad,
  parseDay,
  weekdayOf,
} from "./calendar.ts";
import type { Found, Sense, Unit, Which } from "./sense.ts";
import type { Tense } from "./tense.ts";
import { formatOffset, offsetOf } from "./zones.ts";

export interface Around {
  /** The day the words are said on, as `dayNumber` counts; `null` when nobody knows. */
  today: number | null;
  tense: Tense;
  /** The value of the last whole day that the text told of. */
  event: string | null;
}

export interface Reckoned {
  value: string | null;
  from: "none" | "today" | "event";
}

const NOTHING: Reckoned = { value: null, from: "none" };

export function reckon(time: Found, around: Around): Reckoned {
  const day = reckonSense(time.sense, around);
  if (time.type === "TIME") return withClock(time, day, around);
  if (time.open === null || day.value === null) return day;
  return { ...day, value: time.open === "since" ? `${day.value}/..` : `../${day.value}` };
}

function withClock(time: Found, day: Reckoned, around: Around): Reckoned {
  // A clock or part of the day without a day is of the day it is said on.
  const base: Reckoned =
    time.sense.is === "unknown" && around.today !== null
      ? { value: formatDay(around.today), from: "today" }
      : day;
  const date = base.value ?? "XXXX-XX-XX";
  if (time.clock) {
    const { hour, minute, zone } = time.clock;
    const offset = zone === null ? null : offsetOf(zone, parseDay(date));
    const shown = `${date}T${pad(hour, 2)}:${pad(minute, 2)}${offset === null ? "" : formatOffset(offset)}`;
    return { value: shown, from: base.from };
  }
  return { value: time.part ? `${date}T${time.part}` : base.value, from: base.from };
}

function reckonSense(sense: Sense, around: Around): Reckoned {
  switch (sense.is) {
    case "calendar":
      return calendarValue(sense, around);
    case "range":
      return rangeValue(sense.from, sense.to, around);
    case "shift":
      return around.today === null ? NOTHING : { value: formatDay(around.today + sense.days), from: "today" };
    case "unit":
      return around.today === null ? NOTHING : today(unitValue(sense.unit, sense.count, around.today));
    case "away":
      return awayValue(sense, around);
    case "weekday":
      return weekdayValue(sense, around);
    case "yearly":
      return yearlyValue(sense.code, sense.which, around);
    case "weekend":
      return weekendValue(sense.which, around);
    case "value":
      return { value: sense.value, from: "none" };
    case "unknown":
      return NOTHING;
  }
}

function today(value: string): Reckoned {
  return { value, from: "today" };
}

function calendarValue(sense: Extract<Sense, { is: "calendar" }>, around: Around): Reckoned {
  const { year, month, day } = sense;
  if (month === null) return { value: year === null ? null : pad(year, 4), from: "none" };
  const rest = day === null ? pad(month, 2) : `${pad(month, 2)}-${pad(day, 2)}`;
  if (year !== null) return { value: `${pad(year, 4)}-${rest}`, from: "none" };
  if (around.today === null) return { value: `XXXX-${rest}`, from: "none" };
  const found = day === null ? monthYear(month, around) : dayYear(month, day, sense.weekday, around);
  return found === null ? { value: `XXXX-${rest}`, from: "none" } : today(`${pad(found, 4)}-${rest}`);
}

/** Where both years are about as near, the tense decides; else the nearer one. */
const UNDECIDED_DAYS = 120;

function dayYear(month: number, day: number, weekday: number | null, around: Around): number | null {
  const from = around.today ?? 0;
  const { year } = dayOf(from);
  const years = [year - 1, year, year + 1].filter((y) => isDay(y, month, day));
  const fitting =
    weekday === null ? years : years.filter((y) => weekdayOf(dayNumber(y, month, day)) === weekday);
  return nearest(fitting.length > 0 ? fitting : years, (y) => dayNumber(y, month, day) - from, around.tense);
}

function monthYear(month: number, around: Around): number | null {
  const from = around.today ?? 0;
  const now = dayOf(from);
  const months = (y: number) => ((y - now.year) * 12 + month - now.month) * 30;
  return nearest([now.year - 1, now.year, now.year + 1], months, around.tense);
}

function nearest(years: readonly number[], distance: (year: number) => number, tense: Tense): number | null {
  let best: number | null = null;
  for (const year of years) {
    if (best === null || weight(distance(year), tense) < weight(distance(best), tense)) best = year;
  }
  return best;
}

function weight(days: number, tense: Tense): number {
  const size = Math.abs(days);
  const against = (tense === "past" && days > 0) || (tense === "future" && days < 0);
  return against ? size + UNDECIDED_DAYS : size;
}

/** Both ends of a range fall on the side of its first. */
function rangeValue(from: Sense, to: Sense, around: Around): Reckoned {
  const first = reckonSense(from, around);
  if (first.value === null) return NOTHING;
  const last =
    to.is === "calendar" && to.year === null && /^\d{4}/.test(first.value)
      ? reckonSense({ ...to, year: yearAfter(Number(first.value.slice(0, 4)), from, to) }, around)
      : reckonSense(to, around);
  return last.value === null ? first : { value: `${first.value}/${last.value}`, from: first.from };
}

function yearAfter(year: number, from: Sense, to: Sense): number {
  const crosses = from.is === "calendar" && to.is === "calendar" && (from.month ?? 0) > (to.month ?? 0);
  return crosses ? year + 1 : year;
}

function unitValue(unit: Unit, count: number, from: number): string {
  const { year, month } = dayOf(from);
  switch (unit) {
    case "Y":
      return pad(year + count, 4);
    case "Q": {
      const quarter = year * 4 + Math.floor((month - 1) / 3) + count;
      return `${pad(Math.floor(quarter / 4), 4)}-Q${(quarter % 4) + 1}`;
    }
    case "M":
      return formatDay(monthsLater(from, count)).slice(0, 7);
    case "W":
      return formatWeek(from + count * 7);
    default:
      return formatDay(from + count);
  }
}

function awayValue(sense: Extract<Sense, { is: "away" }>, around: Around): Reckoned {
  const base = baseOf(sense.from, around);
  if (base === null) return NOTHING;
  const from = sense.from === "now" ? "today" : sense.from === "event" ? "event" : base.from;
  const value = shifted(base.value, sense.unit, sense.count);
  return value === null ? NOTHING : { value, from };
}

function baseOf(from: "now" | "event" | Sense, around: Around): Reckoned | null {
  if (from === "now") return around.today === null ? null : today(formatDay(around.today));
  if (from === "event") return around.event === null ? null : { value: around.event, from: "event" };
  return reckonSense(from, around);
}

/** A day some units away; years and months are told as years and months. */
function shifted(base: string | null, unit: Unit, count: number): string | null {
  if (base === null) return null;
  const day = parseDay(base) ?? openDay(base);
  if (day === null)
    return unit === "Y" && /^\d{4}/.test(base) ? pad(Number(base.slice(0, 4)) + count, 4) : null;
  const hidden = base.startsWith("XXXX");
  const show = (value: string) => (hidden ? `XXXX${value.slice(4)}` : value);
  switch (unit) {
    case "Y":
      return hidden ? null : pad(dayOf(day).year + Math.trunc(count), 4);
    case "M":
    case "Q":
      return show(formatDay(monthsLater(day, Math.trunc(count) * (unit === "Q" ? 3 : 1))).slice(0, 7));
    case "W":
      return show(formatDay(day + Math.round(count * 7)));
    case "D":
      return show(formatDay(day + Math.round(count)));
    case "H":
      return show(formatDay(day + Math.trunc(count / 24)));
    default:
      return show(formatDay(day));
  }
}

/** `XXXX-12-30` as a day of some year, for counting days. */
function openDay(value: string): number | null {
  return value.startsWith("XXXX-") ? parseDay(`2001${value.slice(4)}`) : null;
}

function weekdayValue(sense: Extract<Sense, { is: "weekday" }>, around: Around): Reckoned {
  if (around.today === null) return { value: `XXXX-WXX-${sense.weekday}`, from: "none" };
  const now = around.today;
  const inWeek = now - weekdayOf(now) + sense.weekday;
  if (sense.week !== null) return today(formatDay(inWeek + sense.week * 7));
  if (sense.which === 0) return today(formatDay(inWeek));
  if (sense.which === 1) return today(formatDay(inWeek + 7));
  const back = (weekdayOf(now) - sense.weekday + 7) % 7;
  if (sense.which === -1) return today(formatDay(now - (back === 0 ? 7 : back)));
  if (back === 0) return today(formatDay(now));
  return today(formatDay(around.tense === "future" ? now - back + 7 : now - back));
}

const SEASON_MONTHS: ReadonlyMap<string, number> = new Map([
  ["SP", 3],
  ["SU", 6],
  ["FA", 9],
  ["WI", 12],
]);

function yearlyValue(code: string, which: Which, around: Around): Reckoned {
  const bare = code.startsWith("Y") ? code.slice(1) : code;
  if (around.today === null) return { value: `XXXX-${bare}`, from: "none" };
  const now = dayOf(around.today);
  if (code.startsWith("Y")) return today(`${pad(now.year + (which ?? 0), 4)}-${bare}`);
  const month = SEASON_MONTHS.get(code) ?? Number(code);
  return today(`${pad(yearOfMonth(month, which, now, around), 4)}-${bare}`);
}

function yearOfMonth(month: number, which: Which, now: Day, around: Around): number {
  if (which === 0) return now.year;
  if (which === -1) return month < now.month ? now.year : now.year - 1;
  if (which === 1) return month > now.month ? now.year : now.year + 1;
  return monthYear(month, around) ?? now.year;
}

function weekendValue(which: Which, around: Around): Reckoned {
  if (around.today === null) return NOTHING;
  const now = around.today;
  const saturday = now - weekdayOf(now) + 6;
  const isNow = weekdayOf(now) >= 6;
  const back =
    which === -1 || (which === 0 ? around.tense === "past" : which === null && around.tense !== "future");
  const start = which === 1 ? saturday + 7 : back && !(isNow && which !== -1) ? saturday - 7 : saturday;
  return today(`${formatDay(start)}/${formatDay(start + 1)}`);
}
