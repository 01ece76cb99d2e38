/**
 * Days: a TIMEX3 date as the stretch of days that it leaves open.
 *
 * "2021-12-30TEV" is one day, "2021-12" is thirty-one, "XXXX-12-30" is the day
 * nearest to the date of publication. What names no day of the calendar at all
 * ("PAST_REF") gives `null`.
 */

import { dayNumber, dayOf, isDay, monthLength, parseDay } from "../reading/times/calendar.ts";

/** Days since 1970-01-01, both included. */
export interface DayRange {
  from: number;
  to: number;
}

/** @param published day of publication, for dates without a year. */
export function daysOf(value: string, published: number | null): DayRange | null {
  const [first, last] = value.split("/");
  if (last !== undefined && first !== undefined) {
    const from = daysOf(first, published);
    const to = daysOf(last, published);
    return from === null || to === null || to.to < from.from ? null : { from: from.from, to: to.to };
  }
  const day = parseDay(value);
  if (day !== null) return { from: day, to: day };
  return weekDays(value) ?? monthDays(value) ?? yearlessDays(value, published);
}

/** Days between two stretches; 0 when they share one. */
export function daysApart(a: DayRange, b: DayRange): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

function weekDays(value: string): DayRange | null {
  const found = /^(\d{4})-W(\d{2})$/.exec(value);
  if (found === null) return null;
  // The week of 4 January is the first of its year.
  const fourth = dayNumber(Number(found[1]), 1, 4);
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + (Number(found[2]) - 1) * 7;
  return { from: monday, to: monday + 6 };
}

function monthDays(value: string): DayRange | null {
  const found = /^(\d{4})-(\d{2})$/.exec(value);
  const [year, month] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || !isDay(year, month, 1)) return null;
  return { from: dayNumber(year, month, 1), to: dayNumber(year, month, monthLength(year, month)) };
}

function yearlessDays(value: string, published: number | null): DayRange | null {
  const found = /^XXXX-(\d{2})-(\d{2})/.exec(value);
  if (found === null || published === null) return null;
  const [month, day] = [Number(found[1]), Number(found[2])];
  const { year } = dayOf(published);
  const near = [year - 1, year, year + 1]
    .filter((one) => isDay(one, month, day))
    .map((one) => dayNumber(one, month, day))
    .sort((a, b) => Math.abs(a - published) - Math.abs(b - published) || a - b)[0];
  return near === undefined ? null : { from: near, to: near };
}
