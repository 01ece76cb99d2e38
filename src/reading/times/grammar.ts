/**
 * The grammar of times: which tokens tell a time together, and what they mean
 * before anything is reckoned.
 *
 * At each token the longest time that begins there is taken, and the walk goes
 * on behind it. A time is at most some dozen tokens, so the walk is linear.
 */

import { amountAt, durationAt, isHyphen, limitAt, setAt, textAt } from "./amounts.ts";
import { clockAt } from "./clocks.ts";
import { calendarAt, dayAt, monthNameAt } from "./dates.ts";
import { earlierAt, relativeAt } from "./relative.ts";
import { type Found, found } from "./sense.ts";
import type { Token } from "./tokens.ts";

export function foundIn(tokens: readonly Token[]): Found[] {
  const all: Found[] = [];
  let at = 0;
  while (at < tokens.length) {
    const times = couldBegin(tokens, at) ? timesAt(tokens, at, all) : [];
    all.push(...times);
    at = Math.max(at + 1, times[times.length - 1]?.to ?? 0);
  }
  return all;
}

const OPENERS = new Set(
  "a an the that these every each once twice half since until till by before after more less not no at up well close longer near earlier later recent new orthodox christmas victory ~ in over".split(
    " ",
  ),
);

/** A quick look, because most words begin no time: a number or a word of time must be near. */
function couldBegin(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.kind === "number" || (token.word !== null && token.word.kind !== "approx")) return true;
  if (token.word === null && !OPENERS.has(token.text)) return false;
  for (let next = at + 1; next <= at + 4; next++) {
    const near = tokens[next];
    if (near && (near.kind === "number" || near.word !== null || OTHERS.has(near.text))) return true;
  }
  return false;
}

/** Words of time that stand in no table: they need another before them. */
const OTHERS = new Set([
  "weekend",
  "quarter",
  "quarters",
  "christmas",
  "victory",
  "near",
  "foreseeable",
  "new",
  "half",
  "first",
]);

function timesAt(tokens: readonly Token[], at: number, before: readonly Found[]): Found[] {
  const listed = dayListAt(tokens, at);
  if (listed) return listed;
  const one =
    openAt(tokens, at) ??
    limitedAt(tokens, at) ??
    setAt(tokens, at) ??
    edgeAt(tokens, at) ??
    pointAt(tokens, at);
  const best = longest(one, durationAt(tokens, at));
  if (best) return [best, ...daysAfter(tokens, best)];
  const short = dayAloneAt(tokens, at, before);
  return short ? [short] : [];
}

function longest(a: Found | null, b: Found | null): Found | null {
  if (!a || !b) return a ?? b;
  return b.to > a.to ? b : a;
}

/** A day or a moment, with its clock or part of the day on either side. */
function pointAt(tokens: readonly Token[], at: number): Found | null {
  const shifted = shiftedClockAt(tokens, at);
  if (shifted) return shifted;
  const clock = clockAt(tokens, at);
  const date = longest(dateAt(tokens, at), earlierAt(tokens, at));
  if (clock && (!date || clock.to > date.to)) return clockWithDay(tokens, at, clock.to, clock.clock);
  return date ? dayWithClock(tokens, date) : partOfDayAt(tokens, at);
}

/** "half an hour after midnight", "ten minutes before noon". */
function shiftedClockAt(tokens: readonly Token[], at: number): Found | null {
  const amount = amountAt(tokens, at);
  if (!amount || amount.count === null || (amount.unit !== "m" && amount.unit !== "H")) return null;
  const side = textAt(tokens, amount.to);
  const clock = /^(?:after|past|before|to)$/.test(side) ? clockAt(tokens, amount.to + 1) : null;
  if (!clock) return null;
  const size = Math.round(amount.count * (amount.unit === "H" ? 60 : 1));
  const minutes =
    clock.clock.hour * 60 + clock.clock.minute + (side === "before" || side === "to" ? -size : size);
  const moment = (minutes + 1440) % 1440;
  const shown = { ...clock.clock, hour: Math.floor(moment / 60), minute: moment % 60 };
  return { ...clockWithDay(tokens, at, clock.to, shown), mod: amount.mod };
}

function dateAt(tokens: readonly Token[], at: number): Found | null {
  return longest(relativeAt(tokens, at), calendarAt(tokens, at));
}

/** "3:35 p.m. EST on Thursday", "11 p.m., December 30". */
function clockWithDay(tokens: readonly Token[], from: number, to: number, clock: Found["clock"]): Found {
  const time = found(from, to, { is: "unknown" }, { type: "TIME", clock });
  const joint = textAt(tokens, to);
  const next = joint === "on" || joint === "," || joint === "of" ? to + 1 : to;
  const day = dateAt(tokens, next);
  return day && isOneDay(day) ? { ...time, to: day.to, sense: day.sense } : time;
}

/** "Thursday evening", "yesterday at 3 p.m.", "30 December, 23:35 Moscow time". */
function dayWithClock(tokens: readonly Token[], date: Found): Found {
  if (!isOneDay(date) || date.mod === "BEFORE") return date;
  const part = tokens[date.to]?.word;
  const told =
    part?.kind === "part" && date.part === null
      ? { ...date, to: date.to + 1, type: "TIME" as const, part: part.code }
      : date;
  let next = told.to;
  if (textAt(tokens, next) === ",") next++;
  if (textAt(tokens, next) === "at") next++;
  const limit = limitAt(tokens, next);
  const clock = clockAt(tokens, limit ? limit.to : next);
  if (!clock || (limit && next === told.to)) return told;
  return { ...told, to: clock.to, type: "TIME", part: null, clock: clock.clock, mod: limit?.mod ?? told.mod };
}

function isOneDay(date: Found): boolean {
  const { sense } = date;
  if (date.type !== "DATE") return false;
  if (sense.is === "calendar") return sense.day !== null;
  return sense.is === "shift" || sense.is === "weekday" || (sense.is === "away" && sense.unit === "D");
}

/** "the evening of December 30", "in the morning", "overnight". */
function partOfDayAt(tokens: readonly Token[], at: number): Found | null {
  const begin = textAt(tokens, at) === "the" ? at + 1 : at;
  const part = tokens[begin]?.word;
  if (part?.kind !== "part") return null;
  const joint = textAt(tokens, begin + 1);
  const day = joint === "of" || joint === "on" ? dateAt(tokens, begin + 2) : null;
  if (day && isOneDay(day)) return { ...day, from: at, type: "TIME", part: part.code };
  const asked =
    (begin > at && textAt(tokens, at - 1) === "in") ||
    (part.code === "NI" && textAt(tokens, at - 1) === "at");
  return asked ? found(at, begin + 1, { is: "unknown" }, { type: "TIME", part: part.code }) : null;
}

/** "about 11 p.m.", "around December 30", "exactly at noon". Amounts take their own limits. */
function limitedAt(tokens: readonly Token[], at: number): Found | null {
  const limit = limitAt(tokens, at);
  if (!limit) return null;
  const next = textAt(tokens, limit.to) === "at" ? limit.to + 1 : limit.to;
  const point = pointAt(tokens, next);
  if (!point || point.mod !== null) return null;
  // "Just yesterday", "some 2014 figures", "over Christmas" limit nothing.
  if (/^(?:just|some|over|under|full|within)$/.test(textAt(tokens, at))) return null;
  return { ...point, from: at, mod: limit.mod };
}

/** "since 2014", "by 1 February", "before the New Year". */
function openAt(tokens: readonly Token[], at: number): Found | null {
  const side = OPEN.get(textAt(tokens, at));
  if (!side) return null;
  const date = edgeAt(tokens, at + 1) ?? pointAt(tokens, at + 1);
  if (!date || date.type === "DURATION" || date.sense.is === "unknown" || date.sense.is === "value")
    return null;
  // "By the end of January": the end is told by the modifier.
  if (date.mod !== null || date.sense.is === "range") return null;
  if (side === "BEFORE" || side === "AFTER") return { ...date, from: at, mod: side };
  return { ...date, from: at, open: side };
}

const OPEN: ReadonlyMap<string, "since" | "by" | "BEFORE" | "AFTER"> = new Map([
  ["since", "since"],
  ["by", "by"],
  ["until", "by"],
  ["till", "by"],
  ["before", "BEFORE"],
  ["after", "AFTER"],
]);

/** "early January", "mid-2022", "the end of the year", "late on Thursday", "early in 2016", "year end". */
function edgeAt(tokens: readonly Token[], at: number): Found | null {
  const begin = textAt(tokens, at) === "the" ? at + 1 : at;
  const edge = tokens[begin]?.word;
  if (edge?.kind !== "edge") return yearEndAt(tokens, at);
  let next = begin + 1;
  if (isHyphen(tokens, next)) next++;
  else if (/^(?:of|in|on)$/.test(textAt(tokens, next))) next++;
  else if (EDGES_WITH_OF.has(textAt(tokens, begin))) return null;
  const base = dateAt(tokens, next) ?? thisUnitAt(tokens, next);
  const time = base ?? partOfDayAt(tokens, next);
  if (!time || time.type === "DURATION" || time.sense.is === "value" || time.mod !== null) return null;
  // "Late on Thursday" is a time of that day.
  const type = time.type === "TIME" || isOneDay(time) ? "TIME" : "DATE";
  return { ...time, from: at, type, mod: edge.code };
}

const EDGES_WITH_OF = new Set(["beginning", "start", "middle", "end", "close"]);

function yearEndAt(tokens: readonly Token[], at: number): Found | null {
  if (textAt(tokens, at) !== "year") return null;
  const next = isHyphen(tokens, at + 1) ? at + 2 : at + 1;
  if (textAt(tokens, next) !== "end") return null;
  return found(at, next + 1, { is: "unit", unit: "Y", count: 0 }, { mod: "END" });
}

/** "the end of the year": this year. */
function thisUnitAt(tokens: readonly Token[], at: number): Found | null {
  const unit = tokens[at + 1]?.word;
  if (textAt(tokens, at) !== "the" || unit?.kind !== "unit" || unit.value !== 1) return null;
  if (unit.code !== "Y" && unit.code !== "M" && unit.code !== "W" && unit.code !== "D") return null;
  return found(at, at + 2, { is: "unit", unit: unit.code, count: 0 });
}

const LONGEST_LIST = 8;

/** "10, 12 and 13 January": each day is a time of its own. */
function dayListAt(tokens: readonly Token[], at: number): Found[] | null {
  if (tokens[at]?.kind !== "number") return null;
  const days: { from: number; to: number; day: number }[] = [];
  let next = at;
  for (let day = dayAt(tokens, next); day && days.length < LONGEST_LIST; day = dayAt(tokens, next)) {
    days.push({ from: next, to: day.to, day: day.day });
    next = listJoint(tokens, day.to);
    if (next === day.to) break;
  }
  const last = days[days.length - 1];
  if (!last || days.length < 2) return null;
  if (days.length === 2 && textAt(tokens, days[0]?.to ?? 0) === "and" && last.day === (days[0]?.day ?? 0) + 1)
    return null;
  const month = monthNameAt(tokens, textAt(tokens, last.to) === "of" ? last.to + 1 : last.to);
  const date = month ? calendarAt(tokens, last.from) : null;
  if (!month || date?.sense.is !== "calendar") return null;
  const { year } = date.sense;
  return days.map(({ from, to, day }) => {
    const sense = { is: "calendar" as const, year, month: month.month, day, weekday: null };
    return found(from, day === last.day ? date.to : to, sense);
  });
}

function listJoint(tokens: readonly Token[], at: number): number {
  let next = at;
  if (textAt(tokens, next) === ",") next++;
  if (textAt(tokens, next) === "and" || textAt(tokens, next) === "or") next++;
  return next;
}

/** "January 10, 12 and 13": the days that go on after a date whose month stands first. */
function daysAfter(tokens: readonly Token[], first: Found): Found[] {
  if (first.sense.is !== "calendar" || first.sense.day === null || first.type !== "DATE") return [];
  const days: Found[] = [];
  let next = listJoint(tokens, first.to);
  let day = next > first.to ? dayAt(tokens, next) : null;
  let last = first.sense.day;
  while (day && tokens[next]?.kind === "number" && day.day > last && !monthNameAt(tokens, day.to)) {
    days.push(found(next, day.to, { ...first.sense, day: day.day, weekday: null }));
    last = day.day;
    next = listJoint(tokens, day.to);
    day = next > (days[days.length - 1]?.to ?? 0) ? dayAt(tokens, next) : null;
  }
  const end = days[days.length - 1]?.to;
  // "On January 10, 12 people were held": no list, a count of things.
  return end !== undefined && isEndOfList(tokens, end) && tokens[end - 2]?.text !== "," ? days : [];
}

function isEndOfList(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    !token ||
    token.kind === "mark" ||
    /^(?:in|at|and|as|with|for|respectively|when|to|between)$/.test(token.text)
  );
}

const FURTHEST_MONTH = 60;
const NEAR_TIMES = 8;

/** "in Brussels on 12 and in Vienna on the 13th": a day whose month was said before. */
function dayAloneAt(tokens: readonly Token[], at: number, before: readonly Found[]): Found | null {
  const begin = textAt(tokens, at) === "the" ? at + 1 : at;
  const day = dayAt(tokens, begin);
  if (!day || tokens[begin]?.kind !== "number" || textAt(tokens, at - 1) !== "on") return null;
  if (!isEndOfList(tokens, day.to)) return null;
  const last = before
    .slice(-NEAR_TIMES)
    .findLast((time) => time.sense.is === "calendar" || time.sense.is === "range");
  if (!last || at - last.to > FURTHEST_MONTH) return null;
  const sense = last.sense.is === "range" ? last.sense.to : last.sense;
  if (sense.is !== "calendar" || sense.month === null || sense.day === null) return null;
  return found(at, day.to, { ...sense, day: day.day, weekday: null });
}
