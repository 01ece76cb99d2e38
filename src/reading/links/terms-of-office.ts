/**
 * Who held an office on a day.
 *
 * Terms are half-open: on the day of handing over, the successor holds the
 * office. Dates may be known to the month or year only, and a term without an
 * end is known to have lasted until the day it was last seen: within
 * `TRUSTED_DAYS` after that it is taken to go on, later nobody is named.
 */

import type { Gazetteer, Term } from "../../lexicon/gazetteer.ts";

export interface Holder {
  person: string;
  confidence: number;
}

const TRUSTED_DAYS = 400;

/** How surely the term covers the day: 0 not, 1 surely. */
export function coverOf(term: Term, day: string): number {
  if (term.start !== "" && day < lowest(term.start)) return 0;
  const sureStart =
    term.start !== "" && (term.start.length === 10 ? day >= term.start : day >= nextOf(term.start));
  if (term.end !== "") {
    if (term.end.length === 10) return day >= term.end ? 0 : sureStart ? 1 : 0.5;
    if (day >= nextOf(term.end)) return 0;
    return day < lowest(term.end) ? (sureStart ? 1 : 0.5) : 0.5;
  }
  if (term.seen === "") return sureStart ? 0.9 : 0.5;
  const seen = `${term.seen}-12-31`.slice(0, 10);
  if (day <= seen) return sureStart ? 1 : 0.5;
  const late = daysBetween(seen, day);
  return late > TRUSTED_DAYS ? 0 : 0.9 - (0.3 * late) / TRUSTED_DAYS;
}

/** "2021-05" starts on 2021-05-01. */
function lowest(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** First day after a year or month. */
function nextOf(date: string): string {
  if (date.length === 4) return `${Number(date) + 1}-01-01`;
  const [year = "0", month = "1"] = date.split("-");
  return month === "12"
    ? `${Number(year) + 1}-01-01`
    : `${year}-${String(Number(month) + 1).padStart(2, "0")}-01`;
}

/** Days between two dates, by the mean month: only ever compared with hundreds of days. */
function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

function dayNumber(date: string): number {
  const [year = "0", month = "1", day = "1"] = date.split("-");
  return Number(year) * 365.25 + Number(month) * 30.44 + Number(day);
}

/** The one who held the office on that day; `null` when the list tells of none, or of two alike. */
export function holderOf(gazetteer: Gazetteer, office: string, day: string | null): Holder | null {
  if (day === null) return null;
  let best: { term: Term; cover: number } | null = null;
  let rival = false;
  for (const term of gazetteer.termsIn(office)) {
    const cover = coverOf(term, day);
    if (cover === 0) continue;
    if (best !== null && term.person === best.term.person) {
      if (cover > best.cover) best = { term, cover };
      continue;
    }
    const order = best === null ? 1 : compare(term, cover, best.term, best.cover);
    if (order > 0) {
      best = { term, cover };
      rival = false;
    } else if (order === 0) {
      rival = true;
    }
  }
  if (best === null || rival) return null;
  return { person: best.term.person, confidence: best.cover };
}

/** A term of a later list before all; a sure one before an unsure one; of two sure ones an end that is told before one left open, then the later start. */
function compare(a: Term, coverA: number, b: Term, coverB: number): number {
  if (a.list !== b.list) return a.list - b.list;
  if (coverA !== coverB) return coverA > coverB ? 1 : -1;
  if (coverA <= 0.5) return 0;
  if (a.end !== "" && b.end !== "") return a.start === b.start ? 0 : a.start > b.start ? 1 : -1;
  return a.start === b.start ? 0 : a.start > b.start ? 1 : -1;
}

/** The person's terms that cover the day, the surest first. */
export function termsOn(gazetteer: Gazetteer, person: string, day: string): Term[] {
  const terms = gazetteer.personOf(person)?.terms ?? [];
  return terms.filter((term) => coverOf(term, day) > 0).sort((a, b) => coverOf(b, day) - coverOf(a, day));
}
