/**
 * Times that count from a day: "yesterday", "next week", "three days ago",
 * "the day before", "one day before the New Year", "this morning".
 *
 * Takes tokens and a place among them; gives the time that begins there. Which
 * day it counts from is settled in `reckon.ts`.
 *
 * Known miss: "two days after the talks in Geneva" counts from an event whose
 * day the words do not tell, and has no value.
 */

import type { TimeWord } from "../../lexicon/times.ts";
import { amountAt, countAt, textAt } from "./amounts.ts";
import { calendarAt, isYearText } from "./dates.ts";
import { type Found, found, type Sense, type Unit, type Which } from "./sense.ts";
import type { Token } from "./tokens.ts";

export function relativeAt(tokens: readonly Token[], at: number): Found | null {
  return (
    awayAt(tokens, at) ??
    dayAnchoredAt(tokens, at) ??
    shiftAt(tokens, at) ??
    whichAt(tokens, at) ??
    weekdayAt(tokens, at) ??
    weekendAt(tokens, at) ??
    adverbAt(tokens, at) ??
    vaguelyAt(tokens, at)
  );
}

/** "three days ago", "two days later", "a week before the New Year", "in two weeks" (for the future). */
function awayAt(tokens: readonly Token[], at: number): Found | null {
  const amount = amountAt(tokens, at);
  if (!amount) return null;
  const { unit, count, mod } = amount;
  const next = textAt(tokens, amount.to);
  const step = STEPS.get(next);
  if (!step) return null;
  const to = amount.to + (next === "from" || next === "in" ? 2 : 1);
  if (next === "from" && textAt(tokens, amount.to + 1) !== "now") return null;
  if (next === "in" && textAt(tokens, amount.to + 1) !== "advance") return null;
  if (next === "ago" || next === "from") {
    if (count === null)
      return found(at, to, { is: "value", value: step < 0 ? "PAST_REF" : "FUTURE_REF" }, { mod });
    return found(at, to, { is: "away", unit, count: step * count, from: "now" }, { mod });
  }
  if (count === null) return found(at, to, { is: "unknown" }, { mod });
  if (next === "before" || next === "after") {
    const base = calendarAt(tokens, to);
    if (base) return found(at, base.to, { is: "away", unit, count: step * count, from: base.sense }, { mod });
    if (textAt(tokens, to) !== "" && tokens[to]?.kind === "word")
      return found(at, to, { is: "unknown" }, { mod });
  }
  return found(at, to, { is: "away", unit, count: step * count, from: "event" }, { mod });
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ["ago", -1],
  ["earlier", -1],
  ["before", -1],
  ["prior", -1],
  ["in", -1],
  ["later", 1],
  ["after", 1],
  ["afterwards", 1],
  ["from", 1],
]);

/** "the day before", "the following day", "that day", "the day after tomorrow". */
function dayAnchoredAt(tokens: readonly Token[], at: number): Found | null {
  const first = textAt(tokens, at);
  if (first !== "the" && first !== "that") return null;
  const second = textAt(tokens, at + 1);
  const unit = tokens[at + 1]?.word;
  if (unit?.kind === "unit" && unit.value === 1 && !isPluralUnit(tokens, at + 1)) {
    const code = unit.code as Unit;
    if (code === "H" || code === "m") return null;
    if (first === "that") return found(at, at + 2, away(code, 0));
    return beforeOrAfter(tokens, at, code);
  }
  const side = SIDES.get(second);
  const after = tokens[at + 2]?.word;
  if (first !== "the" || side === undefined || !after) return null;
  if (after.kind === "part" && second === "same") {
    return found(at, at + 3, away("D", 0), { type: "TIME", part: after.code });
  }
  if (after.kind !== "unit" || after.value !== 1 || isPluralUnit(tokens, at + 2)) return null;
  // "The previous year", "the next week" in a report count from the event; "the current week" does not.
  return found(at, at + 3, away(after.code as Unit, side));
}

const SIDES: ReadonlyMap<string, number> = new Map([
  ["same", 0],
  ["previous", -1],
  ["preceding", -1],
  ["following", 1],
  ["next", 1],
]);

function away(unit: Unit, count: number): Sense {
  return { is: "away", unit, count, from: "event" };
}

function beforeOrAfter(tokens: readonly Token[], at: number, unit: Unit): Found | null {
  const word = textAt(tokens, at + 2);
  const count = word === "before" || word === "earlier" ? -1 : word === "after" ? 1 : 0;
  if (count === 0) return null;
  const base = textAt(tokens, at + 3);
  if (base === "yesterday" || base === "tomorrow") return found(at, at + 4, { is: "shift", days: count * 2 });
  const date = word === "earlier" ? null : calendarAt(tokens, at + 3);
  if (date) return found(at, date.to, { is: "away", unit, count, from: date.sense });
  // "The day before the summit": an event, but which day it was is not said here.
  const goesOn =
    tokens[at + 3]?.kind === "word" && !/^(?:and|but|in|at|on|with|when|while|to|by)$/.test(base);
  return found(at, at + 3, goesOn ? { is: "unknown" } : away(unit, count));
}

/** "today", "yesterday evening", "tonight", "this day". */
function shiftAt(tokens: readonly Token[], at: number): Found | null {
  const word = tokens[at]?.word;
  if (word?.kind !== "day") {
    if (textAt(tokens, at) !== "this" || textAt(tokens, at + 1) !== "day") return null;
    return found(at, at + 2, { is: "shift", days: 0 });
  }
  const sense: Sense = { is: "shift", days: word.value };
  return word.code ? found(at, at + 1, sense, { type: "TIME", part: word.code }) : found(at, at + 1, sense);
}

/** "in the coming weeks", "over the weekend": a preposition that belongs to a fixed adverb is part of the time. */
function adverbAt(tokens: readonly Token[], at: number): Found | null {
  const first = textAt(tokens, at);
  if (first === "over" || first === "at") {
    const weekend = weekendAt(tokens, at + 1);
    return weekend ? { ...weekend, from: at } : null;
  }
  if (first !== "in") return null;
  const vague = whichAt(tokens, at + 1) ?? vaguelyAt(tokens, at + 1);
  return vague?.sense.is === "value" && vague.type === "DATE" ? { ...vague, from: at } : null;
}

/** "last week", "next Thursday", "this morning", "the past two years", "the coming weeks". */
function whichAt(tokens: readonly Token[], at: number): Found | null {
  const begin = textAt(tokens, at) === "the" || textAt(tokens, at) === "these" ? at + 1 : at;
  const token = tokens[begin];
  if (token?.text === "recent" || (textAt(tokens, at) === "these" && begin > at)) {
    const to = token?.text === "recent" ? begin + 1 : begin;
    return isPluralUnit(tokens, to) ? found(at, to + 1, { is: "value", value: "PAST_REF" }) : null;
  }
  if (token?.word?.kind !== "which") return null;
  const which = token.word.value as -1 | 0 | 1;
  return oneOf(tokens, at, begin + 1, which) ?? someOf(tokens, at, begin + 1, which);
}

function isPluralUnit(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word?.kind === "unit" && /[^']s$/.test(textAt(tokens, at));
}

/** "last week", "this Thursday", "last summer", "this evening", "last night". */
function oneOf(tokens: readonly Token[], from: number, at: number, which: -1 | 0 | 1): Found | null {
  const token = tokens[at];
  const word = token?.word;
  if (token?.text === "weekend") return found(from, at + 1, { is: "weekend", which });
  if (/^quarter(?:'s)?$/.test(token?.text ?? ""))
    return found(from, at + 1, { is: "unit", unit: "Q", count: which });
  if (!token || !word) return null;
  switch (word.kind) {
    case "unit":
      if (isPluralUnit(tokens, at)) return pluralOf(tokens, from, at, which);
      // "Over the past year" is a year long, and not the one before this.
      if (textAt(tokens, at - 1) === "past" || word.value > 1) return stretchOf(from, at, word);
      return unitOf(from, at, word.code as Unit, which);
    case "weekday":
      return token.capital
        ? found(from, at + 1, { is: "weekday", weekday: word.value, which, week: null })
        : null;
    case "month":
      return token.capital ? monthOf(tokens, from, at, word.value, which) : null;
    case "season":
      return found(from, at + 1, { is: "yearly", code: word.code, which });
    case "part":
      if (which === 1) return null;
      return found(from, at + 1, { is: "shift", days: which }, { type: "TIME", part: word.code });
    default:
      return null;
  }
}

function unitOf(from: number, at: number, unit: Unit, which: -1 | 0 | 1): Found | null {
  if (unit === "H" || unit === "m" || unit === "S") return null;
  if (unit === "D")
    return which === 0 ? null : found(from, at + 1, { is: "away", unit, count: which, from: "event" });
  return found(from, at + 1, { is: "unit", unit, count: which });
}

function stretchOf(from: number, at: number, unit: TimeWord): Found {
  const clock = unit.code === "H" || unit.code === "m" || unit.code === "S";
  const value = `P${clock ? "T" : ""}${unit.value}${unit.code.toUpperCase()}`;
  return found(from, at + 1, { is: "value", value }, { type: "DURATION" });
}

/** "the coming weeks", "the past months". */
function pluralOf(tokens: readonly Token[], from: number, at: number, which: -1 | 0 | 1): Found | null {
  if (which === 0 || !isPluralUnit(tokens, at)) return null;
  return found(from, at + 1, { is: "value", value: which < 0 ? "PAST_REF" : "FUTURE_REF" });
}

/** "last August", and "last May 9" where the day says more. */
function monthOf(
  tokens: readonly Token[],
  from: number,
  at: number,
  month: number,
  which: Which,
): Found | null {
  const date = calendarAt(tokens, at);
  if (date && date.to > at + 1) return { ...date, from };
  return found(from, at + 1, { is: "yearly", code: String(month).padStart(2, "0"), which });
}

/** "the past two years", "the next five days", "the last few months". */
function someOf(tokens: readonly Token[], from: number, at: number, which: -1 | 0 | 1): Found | null {
  const count = countAt(tokens, at);
  const unit = count ? tokens[count.to]?.word : null;
  if (!count || unit?.kind !== "unit" || which === 0) return null;
  const to = count.to + 1;
  if (count.value === null)
    return found(from, to, { is: "value", value: which < 0 ? "PAST_REF" : "FUTURE_REF" });
  const clock = unit.code === "H" || unit.code === "m" || unit.code === "S";
  const value = `P${clock ? "T" : ""}${count.value * unit.value}${unit.code.toUpperCase()}`;
  return found(from, to, { is: "value", value }, { type: "DURATION" });
}

/** "Thursday", "Thursday last week", "Thursday of next week". */
function weekdayAt(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  const word = token?.word;
  if (!token?.capital || !word) return null;
  const short = word.kind === "weekday-short";
  if (word.kind !== "weekday" && !(short && /^(?:on|last|next)$/.test(textAt(tokens, at - 1)))) return null;
  const next = textAt(tokens, at + 1) === "of" ? at + 2 : at + 1;
  const which = tokens[next]?.word;
  const week = which?.kind === "which" && textAt(tokens, next + 1) === "week" ? which.value : null;
  const sense: Sense = { is: "weekday", weekday: word.value, which: null, week };
  return found(at, week === null ? at + 1 : next + 2, sense);
}

/** "the weekend", "over the weekend". */
function weekendAt(tokens: readonly Token[], at: number): Found | null {
  const begin = textAt(tokens, at) === "the" ? at + 1 : at;
  if (textAt(tokens, begin) !== "weekend" || (begin === at && textAt(tokens, at - 1) !== "on")) return null;
  return found(at, begin + 1, { is: "weekend", which: null });
}

/** "recently", "soon", "the near future". */
function vaguelyAt(tokens: readonly Token[], at: number): Found | null {
  const word = tokens[at]?.word;
  if (word?.kind === "vaguely") {
    if (textAt(tokens, at - 1) === "as" || textAt(tokens, at + 1) === "as") return null;
    return found(at, at + 1, { is: "value", value: word.code });
  }
  const near = textAt(tokens, at) === "the" && /^(?:near|nearest|foreseeable)$/.test(textAt(tokens, at + 1));
  if (!near || textAt(tokens, at + 2) !== "future") return null;
  return found(at, at + 3, { is: "value", value: "FUTURE_REF" });
}

/** "earlier this month", "later today": the first or last part of a time. */
export function earlierAt(tokens: readonly Token[], at: number): Found | null {
  const word = textAt(tokens, at);
  if (word !== "earlier" && word !== "later") return null;
  const next = textAt(tokens, at + 1) === "in" || textAt(tokens, at + 1) === "on" ? at + 2 : at + 1;
  if (isYearText(textAt(tokens, next))) {
    const year = calendarAt(tokens, next);
    return year ? { ...year, from: at, mod: word === "earlier" ? "START" : "END" } : null;
  }
  const base = relativeAt(tokens, next) ?? sameDayAt(tokens, next);
  if (!base || base.type === "DURATION" || base.sense.is === "value") return null;
  return { ...base, from: at, mod: word === "earlier" ? "START" : "END" };
}

/** "in the day", "in the week". */
function sameDayAt(tokens: readonly Token[], at: number): Found | null {
  const unit = tokens[at + 1]?.word;
  if (textAt(tokens, at) !== "the" || unit?.kind !== "unit" || !/^[DWMY]$/.test(unit.code)) return null;
  return found(at, at + 2, { is: "unit", unit: unit.code as Unit, count: 0 });
}
