/**
 * Days and moments of publication as lines of a page write them: "December
 * 31, 2021, 02:20", "Published: 31.12.2021 at 2:20 a.m. EST". Takes words,
 * gives an ISO 8601 value with the words it stands on, or `null`.
 *
 * Only whole dates count: without a year there is no value. A numeric date with
 * slashes or hyphens is taken only if one reading alone is a date:
 * "31/12/2021" is, "03/04/2021" is not. With stops the day comes first
 * ("03.04.2021" is 3 April), since nobody writes the month first that way.
 * Times in relation ("yesterday", "two hours ago") are left to `reading/times.ts`.
 */

import { type Place, placeAt } from "./span.ts";

export interface Moment extends Place {
  /** ISO 8601: a day, with the time and offset when they are written. */
  value: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

const DATES: readonly RegExp[] = [
  /(?<![\d.])(?<year>\d{4})[-/](?<month>\d{2})[-/](?<day>\d{2})(?!\d)/u,
  new RegExp(
    `(?<![\\d.])(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.? (?:of )?${MONTH}\\b\\.?,? (?<year>\\d{4})(?!\\d)`,
    "iu",
  ),
  new RegExp(`\\b${MONTH}\\b\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})(?!\\d)`, "iu"),
  /(?<![\d.])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/u,
  /(?<![\d./-])(?<first>\d{1,2})(?<mark>[/-])(?<second>\d{1,2})\k<mark>(?<year>\d{4})(?!\d)/u,
];

/** Zone names that mean one offset everywhere; "CST" and "IST" mean several and give none. */
const ZONES: Readonly<Record<string, string>> = {
  utc: "Z",
  gmt: "Z",
  z: "Z",
  est: "-05:00",
  edt: "-04:00",
  pst: "-08:00",
  pdt: "-07:00",
  cet: "+01:00",
  cest: "+02:00",
  eet: "+02:00",
  eest: "+03:00",
  msk: "+03:00",
  "moscow time": "+03:00",
};

const CLOCK =
  /(?<![\d:.])(?<hour>\d{1,2})[:.](?<minute>\d{2})(?::\d{2}(?:\.\d{1,6})?)?(?: ?(?<half>[ap])\.?m\b\.?)?(?: ?\(?(?<zone>Z|UTC|GMT|EST|EDT|PST|PDT|CET|CEST|EET|EEST|MSK|Moscow time)\b\)?)?(?<offset>[+-]\d{2}:?\d{2})?(?![\d:])/iu;

/** Words around a date that only say what it is the date of. */
const LABELS =
  /\b(first published|last updated|last modified|published|updated|posted|modified|released|release date|publication date|issued|created|date|on|at|of|time|from|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\b/giu;

/** The first whole date in the words, with the time of day that stands beside it. */
export function momentIn(text: string, start: number, end: number): Moment | null {
  const words = text.slice(start, Math.min(end, start + 300)).replace(/\s/gu, " ");
  const date = dateIn(words);
  if (!date) return null;
  const clock = clockBeside(words, date.start, date.end);
  const from = Math.min(date.start, clock?.start ?? date.start);
  const to = Math.max(date.end, clock?.end ?? date.end);
  return { value: date.value + (clock?.value ?? ""), ...placeAt(text, start + from, start + to) };
}

/** What the line says besides the date, its labels and marks: empty for a line that is a date and nothing else. */
export function restBeside(moment: Moment, line: Place): string {
  const before = line.words.slice(0, moment.start - line.start);
  const after = line.words.slice(moment.end - line.start);
  return `${before} ${after}`
    .replace(LABELS, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether the line calls its date a later change rather than the publication. */
export function isUpdate(words: string): boolean {
  return /^\W*(last )?(updated|modified)\b/iu.test(words);
}

interface Found {
  value: string;
  start: number;
  end: number;
}

function dateIn(words: string): Found | null {
  let earliest: Found | null = null;
  for (const pattern of DATES) {
    const match = pattern.exec(words);
    const value = match?.groups ? dayFrom(match.groups) : null;
    if (!match || !value) continue;
    if (!earliest || match.index < earliest.start) {
      earliest = { value, start: match.index, end: match.index + match[0].length };
    }
  }
  return earliest;
}

function dayFrom(groups: Record<string, string | undefined>): string | null {
  const year = Number(groups.year);
  if (groups.first !== undefined) {
    const first = Number(groups.first);
    const second = Number(groups.second);
    const readings = [dayOf(year, second, first), dayOf(year, first, second)].filter((one) => one !== null);
    return new Set(readings).size === 1 ? (readings[0] ?? null) : null;
  }
  const name = (groups.month ?? "").toLowerCase();
  const month = /^\d/.test(name) ? Number(name) : MONTHS.indexOf(name.slice(0, 3)) + 1;
  return dayOf(year, month, Number(groups.day));
}

/** ISO day, or `null` when the calendar has no such day or the year is no year of a report. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day > length) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The time of day within a few marks of the date: after it, else before it. */
function clockBeside(words: string, start: number, end: number): Found | null {
  const after = /^(?:[\s,|·–—-]|T|at\b)*/u.exec(words.slice(end))?.[0].length ?? 0;
  const behind = CLOCK.exec(words.slice(end, end + 60));
  if (behind && behind.index <= after) return clockFrom(behind, end);
  const head = words.slice(Math.max(0, start - 40), start);
  const ahead = CLOCK.exec(head);
  if (ahead && /^(?:[\s,|·–—-]|on\b)*$/u.test(head.slice(ahead.index + ahead[0].length))) {
    return clockFrom(ahead, Math.max(0, start - 40));
  }
  return null;
}

function clockFrom(match: RegExpExecArray, shift: number): Found | null {
  const groups = match.groups ?? {};
  let hour = Number(groups.hour);
  const half = groups.half?.toLowerCase();
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  if (hour > 23 || Number(groups.minute) > 59) return null;
  const zone = ZONES[(groups.zone ?? "").toLowerCase()] ?? "";
  const offset = groups.offset ? groups.offset.replace(/^([+-]\d{2}):?(\d{2})$/u, "$1:$2") : zone;
  const value = `T${String(hour).padStart(2, "0")}:${groups.minute}${offset}`;
  return { value, start: shift + match.index, end: shift + match.index + match[0].trimEnd().length };
}
