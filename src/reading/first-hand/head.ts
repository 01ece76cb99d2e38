/**
 * The head of a memorandum: who took part, on what, and who wrote it down.
 *
 * Takes a document and gives the lines under "PARTICIPANTS", "PRESENT" and
 * "SUBJECT", wherever they stand (some lists come at the end), and the one who
 * drafted it. All these lines are told apart from the prose, in which people
 * speak. Who is meant is left to `cast.ts`.
 *
 * Known miss: a list set as running text ("Present were Vale and Ortiz.") is
 * prose.
 */

import type { Document } from "../../text/document.ts";
import { type Line, linesIn, wordCount } from "../../text/lines.ts";
import { contains, type Place, type Span } from "../../text/span.ts";

export interface MemoHead {
  /** A line or part of one for each entry of a list of those present. */
  participants: Place[];
  subject: Place | null;
  /** The line that names the one who wrote it down. */
  drafter: Place | null;
  /** All lines of labels and lists: no prose. */
  lines: Span[];
}

/**
 * Whether people speak in it at first hand, what they say being what the
 * document is for: a memorandum, a letter, or the transcript of a talk. A press
 * briefing has turns, too, but there one tells of a talk to others.
 */
export function isFirstHand(document: Document): boolean {
  const kind = document.kind.value;
  if (kind === "memorandum") return true;
  const title = document.title?.value ?? "";
  if (kind !== "transcript" || PRESS.test(title)) return false;
  return document.format === "tei" || TALK.test(title);
}

const PRESS =
  /\b(?:press|briefing|briefed|remarks|interview|news conference|media|reporters|journalists|questions|spokes\p{L}+|statement|answers|background)\b/iu;
const TALK =
  /\b(?:conversation|telephone|phone|call|telcon|memcon|meeting|talks?|letter|message|minutes)\b/iu;

type Section = "participants" | "subject" | "drafter" | "other";

/** "US PARTICIPANTS", "Participants:", "Also present at the luncheon were:", "Drafted by: Hale". */
const LABELS: readonly (readonly [Section, RegExp])[] = [
  [
    "participants",
    /^(?:(?:\p{Lu}[\p{L}.]*\s+){0,3})(?:PARTICIPANTS?|Participants?|PRESENT|Present|ATTENDEES|Attendees)(?:\s*:|$)/u,
  ],
  ["participants", /^(?:Also|Those|Persons) present\b[^:.]{0,60}(?::|$)/iu],
  ["subject", /^(?:SUBJECT|Subject|SUBJ|Subj|RE|Re)(?:\s*:|$)/u],
  ["drafter", /^(?:Drafted|Prepared|Transcribed|Recorded)(?: by)?\s*:?(?=\s|$)/u],
  ["drafter", /^(?:DRAFTED BY|PREPARED BY|DRAFTER|Drafter|NOTE-?TAKER|Note-?taker)(?:\s*:|$)/u],
  [
    "other",
    /^(?:PLACE|Place|DATE|Date|TIME|Time|LOCATION|Location|DISTRIBUTION|Distribution|COPIES TO|Copies to|CLASSIFICATION|Classification)(?:\s*:|$)/u,
  ],
];

const LONGEST_ENTRY_WORDS = 22;
/** People set a head over a text, not a text of heads. */
const MOST_ENTRIES = 200;

export function memoHeadOf(document: Document): MemoHead {
  const head: MemoHead = { participants: [], subject: null, drafter: null, lines: [] };
  if (!isFirstHand(document)) return head;
  const title = document.regions.find((region) => region.kind === "headline");
  let section: Section | null = null;
  for (const line of linesIn(document.text)) {
    if (head.lines.length >= MOST_ENTRIES) break;
    if (title && contains(title, line)) continue;
    const label = labelOf(line);
    if (label) {
      section = label.section;
      head.lines.push(line);
      if (label.rest) take(head, section, label.rest);
    } else if (section !== null && isEntry(line)) {
      head.lines.push(line);
      take(head, section, line);
    } else section = null;
  }
  return head;
}

function labelOf(line: Line): { section: Section; rest: Place | null } | null {
  const start = line.words.slice(0, 100);
  for (const [section, label] of LABELS) {
    const match = label.exec(start);
    if (!match) continue;
    const rest = line.words.slice(match[0].length);
    if (section === "drafter" && !match[0].includes(":") && wordCount(rest) > 6) return null;
    const lead = /^\s*/u.exec(rest)?.[0].length ?? 0;
    const from = line.start + match[0].length + lead;
    const words = line.words.slice(from - line.start);
    return { section, rest: words === "" ? null : { start: from, end: line.end, words } };
  }
  return null;
}

/** Short, and no sentence: it does not end with a stop, or it has no verb's worth of words. */
function isEntry(line: Line): boolean {
  const count = wordCount(line.words);
  if (count > LONGEST_ENTRY_WORDS || /:\s/u.test(line.words)) return false;
  return !/[.!?:]["”’)]?$/u.test(line.words) || count <= 4 || /\b\p{Lu}\p{Ll}{0,3}\.$/u.test(line.words);
}

function take(head: MemoHead, section: Section, place: Place): void {
  if (section === "participants") {
    const drafted = /^D\s*[-–—]\s*/u.exec(place.words);
    const from = place.start + (drafted?.[0].length ?? 0);
    const entry = { start: from, end: place.end, words: place.words.slice(from - place.start) };
    head.participants.push(...partsOf(entry));
    if (drafted) head.drafter = entry;
  }
  if (section === "subject") head.subject ??= bare(place);
  if (section === "drafter") head.drafter ??= bare(place);
}

/** Entries on one line are parted by semicolons. */
function partsOf(entry: Place): Place[] {
  const parts: Place[] = [];
  let start = entry.start;
  for (const part of entry.words.split(";")) {
    const lead = /^\s*/u.exec(part)?.[0].length ?? 0;
    const words = part.trim();
    if (words) parts.push({ start: start + lead, end: start + lead + words.length, words });
    start += part.length + 1;
  }
  return parts;
}

function bare({ start, end, words }: Place): Place {
  return { start, end, words };
}
