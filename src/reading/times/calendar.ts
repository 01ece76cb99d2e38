/**
 * The calendar: days counted from 1970-01-01, and back to years, months, weeks.
 *
 * Plain arithmetic on the Gregorian calendar, so that no clock and no time zone
 * of the machine can reach a Reading.
 */

export interface Day {
  year: number;
  month: number;
  day: number;
}

/** Days since 1970-01-01. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

export function dayOf(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const leaps = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36524) + Math.floor(ofEra / 146096);
  const y = Math.floor((ofEra - leaps) / 365);
  const ofYear = ofEra - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: y + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** ISO week: it belongs to the year of its Thursday. */
export function weekOf(number: number): { year: number; week: number } {
  const thursday = number - weekdayOf(number) + 4;
  const { year } = dayOf(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

export function monthLength(year: number, month: number): number {
  return month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** The same day some months on, or the last day of that month if it is shorter. */
export function monthsLater(number: number, months: number): number {
  const { year, month, day } = dayOf(number);
  const count = year * 12 + month - 1 + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return dayNumber(toYear, toMonth, Math.min(day, monthLength(toYear, toMonth)));
}

export function formatDay(number: number): string {
  const { year, month, day } = dayOf(number);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function formatWeek(number: number): string {
  const { year, week } = weekOf(number);
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

/** The day that an ISO date or moment begins with; `null` when it does not name a whole day. */
export function parseDay(value: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return isDay(year, month, day) ? dayNumber(year, month, day) : null;
}

export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

export function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
