/**
 * What words of time mean before anything is reckoned: "Thursday" is a weekday
 * here, and a date only when `reckon.ts` knows the day it is said on.
 */

/** TIMEX3 units: years, months, weeks, days, hours, minutes, seconds; `Q` is three months. */
export type Unit = "Y" | "M" | "W" | "D" | "H" | "m" | "S" | "Q";

/** Before now, the present one, after now; `null` when the words leave it to the tense. */
export type Which = -1 | 0 | 1 | null;

export type Sense =
  /** "30 December 2021" and its parts; a weekday helps to find the year. */
  | { is: "calendar"; year: number | null; month: number | null; day: number | null; weekday: number | null }
  | { is: "range"; from: Sense; to: Sense }
  /** "yesterday", "this day". */
  | { is: "shift"; days: number }
  /** "last week", "next year": a whole unit of the calendar. */
  | { is: "unit"; unit: Unit; count: number }
  /** "three days ago", "two days later", "one day before the New Year". */
  | { is: "away"; unit: Unit; count: number; from: "now" | "event" | Sense }
  | { is: "weekday"; weekday: number; which: Which; week: number | null }
  /** A month, season, quarter or half that comes back every year. */
  | { is: "yearly"; code: string; which: Which }
  | { is: "weekend"; which: Which }
  /** A value that needs no reckoning: "P2D", "193X", "FUTURE_REF". */
  | { is: "value"; value: string }
  /** A time all right, but the words do not tell which. */
  | { is: "unknown" };

export interface Clock {
  hour: number;
  minute: number;
  /** A name that `zones.ts` knows; `null` when none is given or only "local time". */
  zone: string | null;
}

/** Words of time among the tokens: `from` inside, `to` just after. */
export interface Found {
  from: number;
  to: number;
  type: "DATE" | "TIME" | "DURATION" | "SET";
  sense: Sense;
  mod: string | null;
  /** TIMEX3 part of the day: MO, AF, EV, NI. */
  part: string | null;
  clock: Clock | null;
  /** "since 2014" is open at its end, "by 1 February" at its beginning. */
  open: "since" | "by" | null;
}

export function found(from: number, to: number, sense: Sense, more: Partial<Found> = {}): Found {
  return { from, to, type: "DATE", sense, mod: null, part: null, clock: null, open: null, ...more };
}

export function calendar(
  year: number | null,
  month: number | null,
  day: number | null,
  weekday: number | null = null,
): Sense {
  return { is: "calendar", year, month, day, weekday };
}
