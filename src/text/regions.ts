/**
 * Regions: which job each stretch of a document's text does.
 *
 * Takes a text, and for pages and Markdown what their markup already says
 * (`hints`); gives regions in text order that do not overlap and cover all but
 * white space. Only lines are judged, never parts of one, except that a
 * dateline may open the first line of the body. When in doubt a line is body:
 * what is body is read, what is boilerplate is lost to the record.
 *
 * What the regions say of the document (title, publisher, date) is left to
 * `metadata.ts`.
 */

import { boilerplateIn } from "./boilerplate.ts";
import { datelineAt, isClockLine, isDateLine, isPlaceLine } from "./datelines.ts";
import type { Region, RegionKind } from "./document.ts";
import { endsAsSentence, type Line, linesIn, startsWithMark, wordCount } from "./lines.ts";
import { placeAt, type Span } from "./span.ts";

/** What the markup of the source says about a stretch of the text. */
export interface RegionHint extends Span {
  kind: RegionKind;
  why: string;
}

/** What one line is: `null` as long as nothing has claimed it. */
type Label = { kind: RegionKind; why: string | null } | null;

const BODY: Label = { kind: "body", why: null };

export function regionsIn(text: string, hints: readonly RegionHint[] = []): Region[] {
  const lines = linesIn(text);
  const labels: Label[] = lines.map(() => null);
  takeHints(lines, labels, hints);
  takeCredits(lines, labels);
  takeBoilerplate(lines, labels);
  takeDates(text, lines, labels);
  takeHeadline(lines, labels);
  return regionsFrom(text, lines, labels);
}

function takeHints(lines: readonly Line[], labels: Label[], hints: readonly RegionHint[]): void {
  let next = 0;
  for (const [index, line] of lines.entries()) {
    while (next < hints.length && (hints[next]?.end ?? 0) <= line.start) next++;
    const hint = hints[next];
    if (hint && hint.start <= line.start && line.end <= hint.end) {
      labels[index] = hint.kind === "body" ? BODY : { kind: hint.kind, why: hint.why };
    }
  }
}

const CAPTION =
  /^(?:(?:file )?photo(?:graph|s)?(?: by| credit| courtesy(?: of)?)?\b ?[:–—/|]|file (?:photo|picture|image)\b|(?:image|picture|photo|video|illustration|graphic)(?: (?:credit|source|courtesy|by))? ?:|\[?(?:photo|image) ?\/)/iu;
/** A bare "(Reuters)" at the end credits the words, not a picture. */
const CAPTION_CREDIT =
  /[([/](?:(?:AP |file |AFP |EPA )?(?:photo|photograph|image|picture)\b[^()[\]]{0,60}|[^()[\]]{0,60}\/(?:Getty Images|AP|AFP|EPA|Reuters|TASS|Xinhua)(?:[ /][^()[\]]{0,30})?|getty images)\.?[)\]/]$/iu;
const BYLINE =
  /^\W{0,3}(?:by|text by|written by|report(?:ed|ing)? by|additional reporting (?:by|from)|edit(?:ed|ing) by|authors?:|compiled by) ?\S/iu;

/** Captions anywhere, bylines before the first sentence or after the last one. */
function takeCredits(lines: readonly Line[], labels: Label[]): void {
  const { first, last } = sentencesOf(lines);
  for (const [index, { words }] of lines.entries()) {
    if (labels[index] || words.length > 300) continue;
    if (CAPTION.test(words)) labels[index] = { kind: "caption", why: "opens as a caption" };
    else if (CAPTION_CREDIT.test(words))
      labels[index] = { kind: "caption", why: "ends in a photographer's credit" };
    else if ((index < first || index >= last) && isByline(words))
      labels[index] = { kind: "byline", why: "names who wrote it" };
  }
}

/** "By" and names alone: no word in lower case but the ones that join names. */
function isByline(words: string): boolean {
  if (!BYLINE.test(words) || wordCount(words) > 30) return false;
  const plain = words.replace(
    /\b(?:and|in|of|for|with|the|by|from|additional|report(?:ed|ing)|edit(?:ed|ing)|written|text|compiled|de|van|von|der|al|bin|our|own|staff|foreign|diplomatic|political|special|correspondents?|reporters?|desk)\b/giu,
    "",
  );
  return !/(?<![\p{L}'’])\p{Ll}/u.test(plain);
}

/** Indices of the first and the last line that read as a sentence; they part head, middle and foot. */
function sentencesOf(lines: readonly Line[]): { first: number; last: number } {
  const reads = (line: Line) => endsAsSentence(line.words) && wordCount(line.words) >= 6;
  const first = lines.findIndex(reads);
  return { first: first === -1 ? lines.length : first, last: lines.findLastIndex(reads) };
}

function takeBoilerplate(lines: readonly Line[], labels: Label[]): void {
  const families = boilerplateIn(
    lines,
    labels.map((label) => label !== null),
  );
  for (const [index, family] of families.entries()) {
    if (family) labels[index] ??= { kind: "boilerplate", why: family };
  }
}

/** Lines with the date of publication at head or foot, and the clock or place that stands beside one. */
function takeDates(text: string, lines: readonly Line[], labels: Label[]): void {
  const { first, last } = sentencesOf(lines);
  let afterTitle = labels.some((label) => label?.kind === "headline");
  for (const [index, line] of lines.entries()) {
    if (labels[index] || (index >= first && index <= last)) continue;
    if (isDateLine(text, line, afterTitle))
      labels[index] = { kind: "dateline", why: "a date and nothing else" };
    else afterTitle = true;
  }
  for (const [index, line] of lines.entries()) {
    if (labels[index] || index === 0) continue;
    const beside = [index - 1, index + 1].some((near) => labels[near]?.kind === "dateline");
    if (beside && isClockLine(line)) labels[index] = { kind: "dateline", why: "a time beside a date" };
    else if (beside && index < first && isPlaceLine(line))
      labels[index] = { kind: "dateline", why: "a place beside a date" };
  }
}

const LONGEST_HEADLINE = 220;
/** Words that no line ends with unless it goes on in the next. */
const GOES_ON = /[,;:–—-]$|\b(?:the|a|an|of|and|or|to|in|on|with|for|by|at|from|that)$/iu;

/** The first line that is left, when it reads as a title, and the line under it. */
function takeHeadline(lines: readonly Line[], labels: Label[]): void {
  if (labels.some((label) => label?.kind === "headline")) return;
  const first = nextFree(labels, 0);
  if (!isTitle(lines, labels, first)) return;
  labels[first] = { kind: "headline", why: "first line, short and without a stop" };
  const second = nextFree(labels, first + 1);
  const line = lines[second];
  if (
    line &&
    lines[first]?.block !== line.block &&
    /^[\p{Lu}\p{N}]/u.test(line.words) &&
    isTitle(lines, labels, second)
  ) {
    labels[second] = { kind: "headline", why: "second line, short and without a stop" };
  }
}

function nextFree(labels: readonly Label[], from: number): number {
  let index = from;
  while (index < labels.length && labels[index] !== null) index++;
  return index;
}

/** Known miss: a title that ends in a stop ("Leaders talk in the U.S.") stays body, where it is read all the same. */
function isTitle(lines: readonly Line[], labels: readonly Label[], index: number): boolean {
  const line = lines[index];
  const next = lines[nextFree(labels, index + 1)];
  if (!line || !next || line.words.length > LONGEST_HEADLINE || wordCount(line.words) > 30) return false;
  if (/[.!…]["'”’»]?$/u.test(line.words) || GOES_ON.test(line.words)) return false;
  if (!/^[\p{Lu}\p{N}"'“‘«]/u.test(line.words)) return false;
  if (line.block !== next.block) return true;
  // No empty line between: a wrapped paragraph looks much the same, so the next line must be whole.
  return (startsWithMark(next.words) || /^[\p{Lu}\p{N}]/u.test(next.words)) && endsAsSentence(next.words);
}

function regionsFrom(text: string, lines: readonly Line[], labels: readonly Label[]): Region[] {
  const regions: Region[] = [];
  let bodyLines = 0;
  for (const [index, line] of lines.entries()) {
    const label = labels[index] ?? BODY;
    if (!label) continue;
    let start = line.start;
    if (label.kind === "body" && bodyLines++ < 2) {
      const dateline = datelineAt(text, line);
      if (dateline) {
        regions.push(
          regionAt(text, dateline.start, dateline.end, "dateline", "place, date or agency before the story"),
        );
        start = startAfter(text, dateline.end);
      }
    }
    const last = regions[regions.length - 1];
    if (last && isOneStretch(last, label.kind, label.why)) last.end = line.end;
    else regions.push({ start, end: line.end, words: "", kind: label.kind, why: label.why });
  }
  for (const region of regions) region.words = text.slice(region.start, region.end);
  return regions;
}

/** Body goes on over lines, and so does one sort of boilerplate; each title, date or caption is its own. */
function isOneStretch(last: Region, kind: RegionKind, why: string | null): boolean {
  return last.kind === kind && last.why === why && (kind === "body" || kind === "boilerplate");
}

function regionAt(text: string, start: number, end: number, kind: RegionKind, why: string): Region {
  return { ...placeAt(text, start, end), kind, why };
}

function startAfter(text: string, at: number): number {
  let start = at;
  while (start < text.length && /\s/u.test(text[start] ?? "")) start++;
  return start;
}
