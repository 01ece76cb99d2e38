/**
 * Dates of the calendar: "30 December 2021", "Jan. 9–10", "Thursday, December
 * 30", "30.12.2021", "the summer of 2021", "2014", "the 1990s", "New Year".
 *
 * Takes tokens and a place among them; gives the date that begins there,
 * unreckoned: the year may be missing.
 *
 * Known miss: a year alone is believed only after a word that asks for one or
 * before a noun that years have ("the 2020 elections"), not for round numbers.
 */

import { feasts, namedDays } from "../../lexicon/times.ts";
import { isHyphen, textAt } from "./amounts.ts";
import { isDay } from "./calendar.ts";
import { calendar, type Found, found } from "./sense.ts";
import type { Token } from "./tokens.ts";

export function calendarAt(tokens: readonly Token[], at: number): Found | null {
  return (
    numericAt(tokens, at) ??
    weekdayDateAt(tokens, at) ??
    dayMonthAt(tokens, at) ??
    monthAt(tokens, at) ??
    periodAt(tokens, at) ??
    feastAt(tokens, at) ??
    yearAt(tokens, at)
  );
}

/** "2021-12-30", "30.12.2021", "12/30/2021". Slashes that could be read both ways keep only the year. */
function numericAt(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (token?.kind !== "number") return null;
  const named = namedDays.get(token.text);
  if (named) return fullDate(at, named.year, named.month, named.day);
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(token.text);
  if (iso) return fullDate(at, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(token.text);
  if (!parts) return null;
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  if (parts[2] === "." || first > 12) return fullDate(at, year, second, first);
  if (second > 12) return fullDate(at, year, first, second);
  return isDay(year, second, first) ? found(at, at + 1, calendar(year, null, null)) : null;
}

function fullDate(at: number, year: number, month: number, day: number): Found | null {
  return isDay(year, month, day) ? found(at, at + 1, calendar(year, month, day)) : null;
}

/** "Thursday, December 30", "Thursday (30 December)". */
function weekdayDateAt(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  const kind = token?.word?.kind;
  if (!token?.capital || (kind !== "weekday" && kind !== "weekday-short")) return null;
  let next = at + 1;
  if (kind === "weekday-short" && textAt(tokens, next) === ".") next++;
  const paren = textAt(tokens, next) === "(";
  if (paren || textAt(tokens, next) === ",") next++;
  if (textAt(tokens, next) === "the") next++;
  const date = dayMonthAt(tokens, next);
  if (date?.sense.is !== "calendar") return null;
  const to = paren && textAt(tokens, date.to) === ")" ? date.to + 1 : date.to;
  if (paren && to === date.to) return null;
  return found(at, to, { ...date.sense, weekday: token.word?.value ?? null });
}

/** A day and its month, in either order, one day or two, with the year where it stands. */
function dayMonthAt(tokens: readonly Token[], at: number): Found | null {
  const begin = textAt(tokens, at) === "the" && dayAt(tokens, at + 1) ? at + 1 : at;
  const month = monthNameAt(tokens, begin);
  if (month) {
    const next = textAt(tokens, month.to) === "the" ? month.to + 1 : month.to;
    const days = daysAt(tokens, next);
    if (!days || isYearText(textAt(tokens, next))) return null;
    return dated(tokens, begin, days.to, month.month, days);
  }
  const days = daysAt(tokens, begin);
  if (!days) return null;
  const next = textAt(tokens, days.to) === "of" ? days.to + 1 : days.to;
  const after = monthNameAt(tokens, next);
  return after ? dated(tokens, at, after.to, after.month, days) : null;
}

interface Days {
  to: number;
  first: number;
  last: number | null;
}

/** "9", "9th", "9–10", "9 and 10" for days that follow each other, "9 to 12". */
function daysAt(tokens: readonly Token[], at: number): Days | null {
  const first = dayAt(tokens, at);
  if (!first) return null;
  const joint = textAt(tokens, first.to);
  if (isHyphen(tokens, first.to) || joint === "to" || joint === "and") {
    const last = dayAt(tokens, first.to + 1);
    if (last && last.day > first.day && (joint !== "and" || last.day === first.day + 1)) {
      return { to: last.to, first: first.day, last: last.day };
    }
  }
  return { to: first.to, first: first.day, last: null };
}

export function dayAt(tokens: readonly Token[], at: number): { to: number; day: number } | null {
  const token = tokens[at];
  if (token?.kind === "number") {
    const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token.text);
    const value = day ? Number(day[1]) : 0;
    return value >= 1 && value <= 31 ? { to: at + 1, day: value } : null;
  }
  return token?.word?.kind === "ordinal" ? { to: at + 1, day: token.word.value } : null;
}

function dated(tokens: readonly Token[], from: number, to: number, month: number, days: Days): Found | null {
  const year = yearAfter(tokens, to);
  if (!isDay(year?.year ?? 2000, month, days.first) || !isDay(year?.year ?? 2000, month, days.last ?? 1))
    return null;
  const first = calendar(year?.year ?? null, month, days.first);
  if (days.last === null) return found(from, year?.to ?? to, first);
  const last = calendar(year?.year ?? null, month, days.last);
  return found(from, year?.to ?? to, { is: "range", from: first, to: last });
}

/** The year after a date: "2021", ", 2021", "of 2021". */
function yearAfter(tokens: readonly Token[], at: number): { to: number; year: number } | null {
  const joint = textAt(tokens, at);
  const next = joint === "," || joint === "of" || joint === "in" ? at + 1 : at;
  const text = textAt(tokens, next);
  if (!isYearText(text)) return null;
  // "In December, 2000 troops": a comma and no comma after the year.
  if (joint === "," && tokens[next + 1]?.kind === "word" && text.endsWith("000")) return null;
  return { to: next + 1, year: Number(text) };
}

export function isYearText(text: string): boolean {
  return text.length === 4 && /^(?:1[6-9]|20)\d\d$/.test(text);
}

const AFTER_THESE = new Set(
  "in of since by until till from for during early late mid before after last next this and to each every".split(
    " ",
  ),
);

/** A month's name, if its neighbours bear out that it is one. */
export function monthNameAt(tokens: readonly Token[], at: number): { to: number; month: number } | null {
  const token = tokens[at];
  if (!token?.capital || !token.word) return null;
  const { kind, value } = token.word;
  if (kind === "month-short") {
    const to = textAt(tokens, at + 1) === "." ? at + 2 : at + 1;
    const numbered = dayAt(tokens, to) ?? dayAt(tokens, at - 1);
    return numbered || isYearText(textAt(tokens, to)) ? { to, month: value } : null;
  }
  if (kind !== "month") return null;
  if (value >= 3 && value <= 8 && value !== 7 && !isBorneOut(tokens, at)) return null;
  return { to: at + 1, month: value };
}

/** "March", "May", "April", "June" and "August" are also verbs and names. */
function isBorneOut(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (after?.kind === "number" || (after && /^(?:of|this|last|next)$/.test(after.text))) return true;
  if (
    before?.kind === "number" ||
    (before && (before.word?.kind === "ordinal" || AFTER_THESE.has(before.text)))
  )
    return true;
  if (isHyphen(tokens, at - 1)) return true;
  const name = textAt(tokens, at);
  return (
    name !== "may" &&
    name !== "march" &&
    before?.kind === "word" &&
    !before.capital &&
    !(after?.kind === "word" && after.capital)
  );
}

/** "December 2021", "December", "January–February 2022". */
function monthAt(tokens: readonly Token[], at: number): Found | null {
  const month = monthNameAt(tokens, at);
  if (!month) return null;
  if (isHyphen(tokens, month.to)) {
    const last = monthNameAt(tokens, month.to + 1);
    if (last) {
      const year = yearAfter(tokens, last.to);
      const ends = [
        calendar(year?.year ?? null, month.month, null),
        calendar(year?.year ?? null, last.month, null),
      ];
      const [from, to] = ends;
      if (from && to) return found(at, year?.to ?? last.to, { is: "range", from, to });
    }
  }
  const year = yearAfter(tokens, month.to);
  return found(at, year?.to ?? month.to, calendar(year?.year ?? null, month.month, null));
}

const HALVES: ReadonlyMap<string, string> = new Map([
  ["first half", "H1"],
  ["second half", "H2"],
  ["first quarter", "Q1"],
  ["second quarter", "Q2"],
  ["third quarter", "Q3"],
  ["fourth quarter", "Q4"],
]);

/** "the summer of 2021", "the first quarter of 2022", "the 1990s", "the 21st century". */
function periodAt(tokens: readonly Token[], at: number): Found | null {
  const begin = textAt(tokens, at) === "the" ? at + 1 : at;
  const first = tokens[begin];
  if (!first) return null;
  const decade = /^(\d{3})0'?s$/.exec(first.text);
  // "Vision 2030's goals" has an owner, "the 1930's" are ten years.
  if (decade && first.text.includes("'") && begin === at) return null;
  if (decade) return found(at, begin + 1, { is: "value", value: `${decade[1]}X` });
  const century = /^(\d\d?)(?:st|nd|rd|th)$/.exec(first.text);
  const count = century ? Number(century[1]) : first.word?.kind === "ordinal" ? first.word.value : 0;
  if (count >= 10 && textAt(tokens, begin + 1) === "century") {
    return found(at, begin + 2, { is: "value", value: `${count - 1}XX` });
  }
  const half = HALVES.get(`${first.text} ${textAt(tokens, begin + 1)}`);
  const code = half ?? (first.word?.kind === "season" ? first.word.code : null);
  if (!code) return null;
  return yearlyAt(tokens, at, half ? begin + 2 : begin + 1, code, begin > at || half !== undefined);
}

function yearlyAt(
  tokens: readonly Token[],
  from: number,
  at: number,
  code: string,
  surely: boolean,
): Found | null {
  const next = textAt(tokens, at) === "of" ? at + 1 : at;
  const text = textAt(tokens, next);
  if (isYearText(text)) return found(from, next + 1, { is: "value", value: `${text}-${code}` });
  if (/^(?:this|last|next)$/.test(text) && textAt(tokens, next + 1) === "year") {
    const which = text === "this" ? 0 : text === "last" ? -1 : 1;
    return found(from, next + 2, { is: "yearly", code: `Y${code}`, which });
  }
  if (code.startsWith("H") || code.startsWith("Q")) return null;
  const asked =
    surely && /^(?:in|of|since|by|until|before|after|during|over)$/.test(textAt(tokens, from - 1));
  return asked ? found(from, at, { is: "yearly", code, which: null }) : null;
}

/** "the New Year", "Christmas": a feast on a fixed day, when the words are about its day. */
function feastAt(tokens: readonly Token[], at: number): Found | null {
  const begin = textAt(tokens, at) === "the" ? at + 1 : at;
  if (!tokens[begin]?.capital && begin === at) return null;
  for (const [words, month, day] of feasts) {
    if (!words.every((word, i) => textAt(tokens, begin + i) === word)) continue;
    const to = begin + words.length;
    // "New Year greetings", "the Christmas message": what is meant is not the day.
    const asked =
      begin > at || /^(?:on|at|before|after|by|until|since|for|over)$/.test(textAt(tokens, at - 1));
    if (!asked && words.length < 3) return null;
    if (
      tokens[to]?.kind === "word" &&
      /(?:ings|wishes|address|message|party|tree|gift|talk)s?$/.test(textAt(tokens, to))
    )
      return null;
    const year = isYearText(textAt(tokens, to)) ? Number(textAt(tokens, to)) : null;
    return found(at, year === null ? to : to + 1, calendar(year, month, day));
  }
  return null;
}

const YEAR_AFTER = new Set(
  "in since by until till of from during for before after year to and between early late mid around circa".split(
    " ",
  ),
);
const COUNTED = new Set(
  "people troops soldiers men women personnel tanks vehicles missiles rounds km kilometres kilometers miles metres meters dollars euros roubles rubles tons tonnes percent cases deaths points jobs members refugees prisoners homes words".split(
    " ",
  ),
);

/** A year alone, or two: "in 2014", "the 2020 elections", "2013–2017". */
function yearAt(tokens: readonly Token[], at: number): Found | null {
  const begin = textAt(tokens, at) === "the" && textAt(tokens, at + 1) === "year" ? at + 2 : at;
  const text = textAt(tokens, begin);
  if (!isYearText(text)) return null;
  const before = textAt(tokens, begin - 1);
  const after = tokens[begin + 1];
  const asked = YEAR_AFTER.has(before) || begin > at;
  if (
    COUNTED.has(after?.text ?? "") ||
    /^(?:[$€£#]|no|resolution|nos|number|than|about|some|least|over)$/.test(before)
  )
    return null;
  if (text.endsWith("00") && !asked && after?.kind === "word") return null;
  if (after && /^(?:%|°|gmt|utc|hours|hrs)$/.test(after.text)) return null;
  const year = calendar(Number(text), null, null);
  if (isHyphen(tokens, begin + 1) && isYearText(textAt(tokens, begin + 2))) {
    const last = calendar(Number(textAt(tokens, begin + 2)), null, null);
    return found(at, begin + 3, { is: "range", from: year, to: last });
  }
  return found(at, begin + 1, year);
}
