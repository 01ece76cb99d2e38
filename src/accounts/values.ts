/**
 * Values: how two times or amounts stand to each other.
 *
 * Takes TIMEX3 values with their modifiers; gives whether they say the same,
 * whether one is inside the other or leaves something open that the other
 * tells, or whether both cannot be true.
 */

import { daysApart, daysOf } from "./days.ts";

/** `wider` and `narrower` are said of the first. */
export type Relation = "same" | "wider" | "narrower" | "apart" | "unknown";

export function timesAgree(a: string, b: string): boolean {
  return a === b || (datesRelation(a, b, null) === "same" && clocksAgree(a, b));
}

/** Two that both tell the time of day must tell the same; zones are left to the facts. */
function clocksAgree(a: string, b: string): boolean {
  const [one, other] = [/T(\d{2}:\d{2}|[A-Z]{2})/.exec(a), /T(\d{2}:\d{2}|[A-Z]{2})/.exec(b)];
  return !one || !other || one[1] === other[1];
}

/** @param published day of publication, for dates without a year. */
export function datesRelation(a: string, b: string, published: number | null): Relation {
  const [one, other] = [daysOf(bare(a), published), daysOf(bare(b), published)];
  if (one === null || other === null) return a === b ? "same" : monthDayRelation(bare(a), bare(b));
  if (one.from === other.from && one.to === other.to) return "same";
  if (daysApart(one, other) > 0) return "apart";
  if (one.from <= other.from && other.to <= one.to) return "wider";
  if (other.from <= one.from && one.to <= other.to) return "narrower";
  return "unknown";
}

/** A time as the day that it stands on: without a modifier, and without the clock. */
function bare(value: string): string {
  return value.split(" ")[0] ?? value;
}

/** Without a year on either side, month and day decide. */
function monthDayRelation(a: string, b: string): Relation {
  const [one, other] = [/-(\d{2}-\d{2})/.exec(a)?.[1], /-(\d{2}-\d{2})/.exec(b)?.[1]];
  if (!one || !other || (!a.startsWith("XXXX") && !b.startsWith("XXXX"))) return "unknown";
  return one === other ? "same" : "apart";
}

/** Seconds of a TIMEX3 duration; `null` when it has no number. */
export function secondsOf(value: string): number | null {
  const found =
    /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(
      value,
    );
  if (!found || value === "P") return null;
  const units = [365 * 86_400, 30 * 86_400, 7 * 86_400, 86_400, 3600, 60, 1];
  const seconds = units.reduce((sum, unit, i) => sum + unit * Number(found[i + 1] ?? 0), 0);
  return seconds > 0 ? seconds : null;
}

/** Share of a length by which a rounded telling may miss it. */
const ROUNDING = 0.2;
/** Two bare lengths as near as this are two roundings of one. */
const NEAR = 0.12;

/** Two lengths of one thing: "about 50 minutes", "nearly an hour", "two hours". */
export function durationsRelation(
  a: { value: string; mod: string | null },
  b: { value: string; mod: string | null },
): Relation {
  const [one, other] = [secondsOf(a.value), secondsOf(b.value)];
  if (one === null || other === null) return a.value === b.value ? "same" : "unknown";
  if (one === other) return "same";
  const [low, high] = one < other ? [a, b] : [b, a];
  const distance = Math.abs(one - other) / Math.max(one, other);
  // "More than an hour" holds for two hours too, and "less than two hours" for one.
  const open =
    /^(?:MORE|EQUAL_OR_MORE)/.test(low.mod ?? "") || /^(?:LESS|EQUAL_OR_LESS)/.test(high.mod ?? "");
  if (open) return distance <= ROUNDING ? "same" : "unknown";
  const rounded = a.mod !== null || b.mod !== null || isRound(one) || isRound(other);
  if (distance <= (rounded ? ROUNDING : NEAR)) return "same";
  return "apart";
}

/** Hours and quarters are told when nobody looked at the clock. */
function isRound(seconds: number): boolean {
  return seconds % 1800 === 0;
}
