/**
 * Times of the clock: "3:35 p.m. EST", "23:35 Moscow time", "15:35 local time",
 * "midnight", "noon", "2020 GMT".
 *
 * Known miss: "at seven" and "at 7" without a sign that a clock is meant.
 */

import { zones } from "../../lexicon/times.ts";
import { textAt } from "./amounts.ts";
import type { Clock } from "./sense.ts";
import type { Token } from "./tokens.ts";

export interface ClockFound {
  to: number;
  clock: Clock;
}

export function clockAt(tokens: readonly Token[], at: number): ClockFound | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.word?.kind === "moment") {
    return withZone(tokens, at + 1, { hour: token.word.value, minute: 0, zone: null });
  }
  if (token.kind !== "number") return oclockAt(tokens, at);
  const parts = /^(\d{1,2})(?:([:.])(\d\d))?$/.exec(token.text);
  if (!parts) return militaryAt(tokens, at);
  const hour = Number(parts[1]);
  const minute = Number(parts[3] ?? 0);
  if (hour > 24 || minute > 59) return null;
  const half = halfOfDayAt(tokens, at + 1);
  if (half) {
    if (hour > 12) return null;
    return withZone(tokens, half.to, { hour: (hour % 12) + (half.afternoon ? 12 : 0), minute, zone: null });
  }
  if (parts[2] === ":" || (parts[2] === "." && isClockBefore(tokens, at))) {
    const late = hour > 0 && hour < 12 && isLateAfter(tokens, at + 1) ? 12 : 0;
    return withZone(tokens, suffixEnd(tokens, at + 1), { hour: hour + late, minute, zone: null });
  }
  return parts[2] ? zonedOnly(tokens, at, hour, minute) : oclockAt(tokens, at);
}

/** "2:30 this afternoon", "9:15 in the evening", "7:05 on Friday evening". */
function isLateAfter(tokens: readonly Token[], at: number): boolean {
  for (let next = at; next < at + 4; next++) {
    const text = textAt(tokens, next);
    if (/^(?:afternoon|evening|tonight)$/.test(text)) return true;
    if (!/^(?:this|in|on|the|yesterday|tomorrow|\p{L}+day)$/u.test(text)) return false;
  }
  return false;
}

/** "at 23.35": a dot parts hours and minutes only where a clock is asked for. */
function isClockBefore(tokens: readonly Token[], at: number): boolean {
  return textAt(tokens, at - 1) === "at" && zoneAt(tokens, at + 1) !== null;
}

function zonedOnly(tokens: readonly Token[], at: number, hour: number, minute: number): ClockFound | null {
  const zone = zoneAt(tokens, at + 1);
  return zone ? { to: zone.to, clock: { hour, minute, zone: zone.zone } } : null;
}

/** "2020 GMT", "1535 hours". */
function militaryAt(tokens: readonly Token[], at: number): ClockFound | null {
  const parts = /^(\d\d)(\d\d)$/.exec(textAt(tokens, at));
  if (!parts) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2])];
  if (hour > 23 || minute > 59 || !/^(?:gmt|utc|hours|hrs)$/.test(textAt(tokens, at + 1))) return null;
  return withZone(tokens, suffixEnd(tokens, at + 1), { hour, minute, zone: null });
}

function suffixEnd(tokens: readonly Token[], at: number): number {
  return /^(?:hours|hrs)$/.test(textAt(tokens, at)) ? at + 1 : at;
}

/** "nine o'clock": hours that only the part of the day could tell apart are taken as they stand. */
function oclockAt(tokens: readonly Token[], at: number): ClockFound | null {
  const token = tokens[at];
  const hour =
    token?.kind === "number" ? Number(token.text) : token?.word?.kind === "number" ? token.word.value : 0;
  if (!Number.isInteger(hour) || hour < 1 || hour > 12) return null;
  const [o, mark, clock] = [textAt(tokens, at + 1), textAt(tokens, at + 2), textAt(tokens, at + 3)];
  if (o !== "o" || (mark !== "'" && mark !== "’") || clock !== "clock") return null;
  return withZone(tokens, at + 4, { hour, minute: 0, zone: null });
}

function halfOfDayAt(tokens: readonly Token[], at: number): { to: number; afternoon: boolean } | null {
  const text = textAt(tokens, at);
  if (!/^[ap](?:m|\.\s?m\.?)$/.test(text)) return null;
  return { to: at + 1, afternoon: text.startsWith("p") };
}

function withZone(tokens: readonly Token[], at: number, clock: Clock): ClockFound {
  const zone = zoneAt(tokens, at);
  return zone ? { to: zone.to, clock: { ...clock, zone: zone.zone } } : { to: at, clock };
}

/** "EST", "GMT", "Moscow time", "(Moscow time)", "local time", "New York time". */
function zoneAt(tokens: readonly Token[], at: number): { to: number; zone: string | null } | null {
  const paren = textAt(tokens, at) === "(";
  const begin = paren || textAt(tokens, at) === "," ? at + 1 : at;
  const zone = bareZoneAt(tokens, begin);
  if (!zone) return null;
  // A comma before "EST" is not how clocks are written; before "Moscow time" it may be.
  if (begin > at && !paren && textAt(tokens, zone.to - 1) !== "time") return null;
  if (!paren) return zone;
  return textAt(tokens, zone.to) === ")" ? { ...zone, to: zone.to + 1 } : null;
}

const WORDS_BEFORE_TIME = new Set(["standard", "daylight", "summer", "winter", "d"]);

function bareZoneAt(tokens: readonly Token[], at: number): { to: number; zone: string | null } | null {
  const first = tokens[at];
  if (first?.kind !== "word") return null;
  if (first.text === "local" && textAt(tokens, at + 1) === "time") return { to: at + 2, zone: null };
  if (first.text === "central" && textAt(tokens, at + 1) === "european")
    return timeWordAt(tokens, at + 2, "european");
  if (first.text === "new" && textAt(tokens, at + 1) === "york") return timeWordAt(tokens, at + 2, "york");
  const name = first.text === "u" && textAt(tokens, at + 1) === "." ? "" : first.text;
  if (!zones.has(name)) return null;
  const full = timeWordAt(tokens, at + 1, name);
  if (full) return full;
  const letters = name.length <= 4 && first.capital && isAbbreviation(name);
  return letters ? { to: at + 1, zone: name } : null;
}

function isAbbreviation(name: string): boolean {
  return /^(?:utc|gmt|[ecmp]?[sd]?t|bst|eet|eest|cet|cest|msk|gst|jst|kst)$/.test(name);
}

function timeWordAt(tokens: readonly Token[], at: number, zone: string): { to: number; zone: string } | null {
  const next = WORDS_BEFORE_TIME.has(textAt(tokens, at)) ? at + 1 : at;
  return textAt(tokens, next) === "time" ? { to: next + 1, zone } : null;
}
