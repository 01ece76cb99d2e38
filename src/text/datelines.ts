/**
 * Datelines: where and when a report was sent, before the story proper.
 *
 * Takes one line and gives the dateline at its start ("GENEVA, Jan 10
 * (Reuters) - The two ..."), or says that the whole line is a date ("31
 * December 2021, 02:20"). Where in a text to look is left to `regions.ts`.
 */

import { publisherNamed } from "../lexicon/publishers.ts";
import { type Moment, momentIn, restBeside } from "./metadata-dates.ts";
import { type Place, placeAt } from "./span.ts";

export interface Dateline extends Place {
  /** The agency it names: "Reuters"; `null` when it names none. */
  agency: Place | null;
}

const MONTH =
  "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6}";
const DATE = `(?:${MONTH}\\.? \\d{1,2}(?:,? \\d{4})?|\\d{1,2} ${MONTH}\\.?(?:,? \\d{4})?)`;
const NAME = "\\p{Lu}[\\p{L}.'’-]{1,25}(?: (?:of |de |la |el )?\\p{Lu}[\\p{L}.'’-]{1,25}){0,3}";
const AGENCY = "[(\\[/](?<agency>[\\p{L}][\\p{L} .'’&-]{1,40})[)\\]/]";
const DASH = "(?<dash> ?[-–—]{1,3}(?= ))";
const PLACE = `(?<place>${NAME}(?:[,/] ?${NAME}){0,2}?)`;

/** Shapes of a dateline, the one with more in it first. */
const SHAPES: readonly RegExp[] = [
  // "Dec 31 (Reuters) -"
  new RegExp(`^(?<date>${DATE})[.,]? ?${AGENCY}[.:]?${DASH}?`, "u"),
  // "MOSCOW, December 31. /TASS/.", "WASHINGTON (AP) —"
  new RegExp(`^${PLACE}(?:[,.]? ?(?<date>${DATE}))?[.,]? ?${AGENCY}[.:]?${DASH}?`, "u"),
  // "Moscow, 31 December 2021 -", "GENEVA —"
  new RegExp(`^${PLACE}(?:[,.]? ?(?<date>${DATE}))?[.,]?${DASH}`, "u"),
];
/** "- RIA Novosti." behind the dash. */
const AGENCY_BEHIND = /^ (?<agency>\p{Lu}[\p{L} -]{1,30})[.:](?= )/u;

/** In capitals and before a dash, yet no place: names of organisations and labels of news desks. */
const NO_PLACE = new Set(
  "NATO OSCE UNESCO ASEAN UPDATE BREAKING EXCLUSIVE ANALYSIS FACTBOX EXPLAINER LIVE WATCH VIDEO OPINION NOTE".split(
    " ",
  ),
);

/** A dateline at the start of a line that goes on; `null` when the line just starts. */
export function datelineAt(text: string, line: Place): Dateline | null {
  const head = line.words.slice(0, 160);
  const match = SHAPES.map((shape) => shape.exec(head)).find((found) => found !== null);
  if (!match?.groups) return null;
  const { place, date, agency, dash } = match.groups;
  let end = match[0].length;
  let named = agencyAt(text, line, match[0], agency);
  if (dash !== undefined && named === null) {
    const behind = AGENCY_BEHIND.exec(head.slice(end));
    if (behind?.groups?.agency && publisherNamed(behind.groups.agency)) {
      const start = line.start + end + 1;
      named = placeAt(text, start, start + behind.groups.agency.length);
      end += behind[0].length;
    }
  }
  const known = named !== null && publisherNamed(named.words) !== null;
  const capitals = place !== undefined && isCapitals(place);
  const sure = (named && (known || (dash && capitals))) || (dash && (capitals || date));
  if (!sure || end >= line.words.length) return null;
  return { ...placeAt(text, line.start, line.start + end), agency: named };
}

function agencyAt(text: string, line: Place, matched: string, agency: string | undefined): Place | null {
  if (agency === undefined) return null;
  const start = line.start + matched.lastIndexOf(agency);
  return placeAt(text, start, start + agency.length);
}

function isCapitals(place: string): boolean {
  const first = place.split(/[ ,/]/u)[0] ?? "";
  return first.length >= 4 && first === first.toUpperCase() && !NO_PLACE.has(first);
}

/** Longest line that can be a date and nothing else. */
const LONGEST_DATE_LINE = 120;
const PARTIAL = new RegExp(
  `^(?:\\p{L}{3,9}day,? )?${DATE}(?:(?:,| at|) ?\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,4})?)?$`,
  "u",
);
const CLOCK_ONLY = /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$/u;

/** Whether the line is a date of publication: a date with labels, a publisher or (`afterTitle`) a place, nothing else. */
export function isDateLine(text: string, line: Place, afterTitle: boolean): boolean {
  if (line.words.length > LONGEST_DATE_LINE) return false;
  const moment = momentIn(text, line.start, line.end);
  if (!moment) return PARTIAL.test(line.words);
  return isBesideDate(restWithoutDates(text, moment, line), afterTitle);
}

/** "Published 31 December 2021 | Updated 1 January 2022" has a second date. */
function restWithoutDates(text: string, moment: Moment, line: Place): string {
  const second = momentIn(text, moment.end, line.end);
  const rest = restBeside(moment, line);
  return second ? restBeside(second, placeAt(text, moment.end, line.end)) : rest;
}

function isBesideDate(rest: string, afterTitle: boolean): boolean {
  if (rest === "" || publisherNamed(rest)) return true;
  const words = rest.split(" ");
  return afterTitle && words.length <= 3 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Whether the line is a time of day and nothing else, as pages put under the date. */
export function isClockLine(line: Place): boolean {
  return CLOCK_ONLY.test(line.words);
}

/** Whether the line can be the place that stands beside a date: "The Kremlin, Moscow". */
export function isPlaceLine(line: Place): boolean {
  const words = line.words.split(/[\s,]+/u);
  if (line.words.length > 60 || words.length > 6 || /[.!?:;]$/u.test(line.words)) return false;
  return (
    line.words.includes(",") &&
    words.every((word) => /^\p{Lu}/u.test(word) || word === "of" || word === "the")
  );
}
