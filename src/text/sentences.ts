/**
 * Sentences and paragraphs of a text.
 *
 * Takes a text and the stretches of it that are to be read, gives sentences in
 * text order, each with the number of its paragraph. Ends are found by rules
 * of our own rather than by the platform, whose segmenter differs from one
 * version of its Unicode data to the next: the same bytes must give the same
 * sentences for ever. Damage is mended for reading and told: a stop without a
 * space, a missing stop, a start that was lost.
 */

import { ABBREVIATIONS, ENDING_ABBREVIATIONS, SENTENCE_OPENERS } from "../lexicon/abbreviations.ts";
import type { Document } from "./document.ts";
import { isSpace, type Span } from "./span.ts";

export interface SentenceSpan extends Span {
  /** Index of its paragraph, from 0. */
  paragraph: number;
}

export type BreakDamage = "words-missing" | "stop-missing" | "space-missing";

/** A sentence end that the text shows badly: `at` is where the next sentence starts. */
export interface BrokenBreak {
  kind: BreakDamage;
  at: number;
  /** The word before and the word after. */
  around: Span;
}

export interface Sentences {
  sentences: SentenceSpan[];
  broken: BrokenBreak[];
}

/** The sentences of the headline, body and captions; boilerplate and datelines are not read. */
export function sentencesIn(document: Document): Sentences {
  const found: Sentences = { sentences: [], broken: [] };
  let paragraph = 0;
  for (const region of document.regions) {
    if (region.kind !== "headline" && region.kind !== "body" && region.kind !== "caption") continue;
    for (const span of paragraphsIn(document.text, region)) {
      splitParagraph(document.text, span, paragraph++, found);
    }
  }
  return found;
}

/**
 * Paragraphs end at an empty line, and at a line end that is not a soft wrap:
 * a long line that stops in mid-sentence goes on in the next.
 */
export function paragraphsIn(text: string, stretch: Span): Span[] {
  const paragraphs: Span[] = [];
  let start = -1;
  let end = -1;
  let lastLineStart = stretch.start;
  let lineStart = stretch.start;
  while (lineStart < stretch.end) {
    let lineEnd = text.indexOf("\n", lineStart);
    if (lineEnd === -1 || lineEnd > stretch.end) lineEnd = stretch.end;
    const line = trimmed(text, lineStart, lineEnd);
    if (line && start !== -1 && isSoftWrap(text, end, line)) {
      end = line.end;
    } else {
      if (start !== -1) paragraphs.push({ start, end });
      start = line ? line.start : -1;
      end = line ? line.end : -1;
    }
    if (line) lastLineStart = line.start;
    lineStart = lineEnd + 1;
  }
  if (start !== -1) paragraphs.push({ start, end });
  return paragraphs;

  function isSoftWrap(source: string, before: number, line: Span): boolean {
    const width = before - lastLineStart;
    if (width < 50 || width > 110) return false;
    const last = source[before - 1] ?? "";
    return !/[.!?:;…"”»’')\]]/.test(last) || /\p{Ll}/u.test(source[line.start] ?? "");
  }
}

function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}

const STOP = /[.!?…]/;
const CLOSER = /["”“»«’')\]}*]/;
const OPENER = /["“„«‘'([{]/;

function splitParagraph(text: string, paragraph: Span, index: number, found: Sentences): void {
  let start = paragraph.start;
  const push = (end: number) => {
    const span = trimmed(text, start, end);
    if (span) found.sentences.push({ ...span, paragraph: index });
  };
  let at = paragraph.start;
  while (at < paragraph.end) {
    const unit = text[at] ?? "";
    if (STOP.test(unit)) {
      const end = endAfterStop(text, at, paragraph);
      const kind = end === null ? null : breakAt(text, at, end, start, paragraph);
      if (end !== null && kind !== null) {
        push(end);
        start = end;
        if (kind !== "clean")
          found.broken.push({ kind, at: nextWordAt(text, end), around: aroundOf(text, end, paragraph) });
        at = end;
        continue;
      }
    } else if (unit === " " && stopIsMissing(text, at, paragraph)) {
      push(at);
      start = at + 1;
      found.broken.push({ kind: "stop-missing", at: at + 1, around: aroundOf(text, at, paragraph) });
    }
    at++;
  }
  push(paragraph.end);
}

/** Where the sentence ends that has a stop here: after all stops and closing marks; `null` inside a run of stops. */
function endAfterStop(text: string, at: number, paragraph: Span): number | null {
  let end = at + 1;
  while (end < paragraph.end && STOP.test(text[end] ?? "")) end++;
  while (end < paragraph.end && CLOSER.test(text[end] ?? "") && !opensHere(text, end)) end++;
  // A closing mark after a space, as machine translation leaves it: `security. “`
  if (text[end] === " " && end + 2 >= paragraph.end && CLOSER.test(text[end + 1] ?? "")) end += 2;
  return end;
}

/** A mark with a word glued to its right opens something new: `home. “We`, `home."We`. */
function opensHere(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at + 1] ?? "");
}

/** Whether the stop at `at` ends a sentence, and how well the text shows it. */
function breakAt(
  text: string,
  at: number,
  end: number,
  start: number,
  paragraph: Span,
): "clean" | BreakDamage | null {
  if (end >= paragraph.end) return "clean";
  const spaced = isSpace(text.charCodeAt(end));
  const next = nextWordAt(text, end);
  const letter = text[next] ?? "";
  const before = wordBefore(text, at, start);
  const ellipsis =
    end - at > 1 && STOP.test(text[at + 1] ?? "") ? text.slice(at, at + 3) === "..." : text[at] === "…";
  if (!spaced) return missingSpace(text, at, end, before) ? "space-missing" : null;
  if (/\p{Ll}/u.test(letter)) {
    const damaged =
      text[at] === "." && !ellipsis && end === at + 1 && isPlainWord(before) && !isAbbreviation(before);
    return damaged ? "words-missing" : null;
  }
  if (text[at] !== ".") return "clean";
  if (ellipsis) return "clean";
  if (isInitial(before)) return opensSentence(text, next) && isEnding(before) ? "clean" : null;
  if (isAbbreviation(before)) return isEnding(before) && opensSentence(text, next) ? "clean" : null;
  return "clean";
}

/** `home.The talks`: a stop between a word of lower case and one with a capital, and no address of the web. */
function missingSpace(text: string, at: number, end: number, before: string): boolean {
  if (!/^\p{Ll}{2,}$/u.test(before) && !/^\p{Lu}\p{Ll}{2,}$/u.test(before)) return false;
  if (end === at + 1 && !/\p{Lu}/u.test(text[end] ?? "")) return false;
  if (end > at + 1 && !/[\p{Lu}"“„«]/u.test(text[end] ?? "")) return false;
  let to = end;
  while (to < text.length && to - end < 40 && /[\p{L}\p{M}]/u.test(text[to] ?? "")) to++;
  return to - end > 1 && !/[.@/]/.test(text[to] ?? "") ? true : to - end === 1 && text[to] === " ";
}

/** `chatter We are`: a word of lower case, then one that starts sentences, with a capital, then lower case again. */
function stopIsMissing(text: string, at: number, paragraph: Span): boolean {
  if (!/\p{Ll}/u.test(text[at - 1] ?? "") || !/[A-Z]/.test(text[at + 1] ?? "")) return false;
  const next = wordAt(text, at + 1, paragraph.end);
  if (!SURE_OPENERS.has(next)) return false;
  const from = wordStart(text, at, paragraph.start);
  if (!/^\p{Ll}{3,}$/u.test(text.slice(from, at))) return false;
  return /\p{Ll}/u.test(text[at + 2 + next.length] ?? "");
}

/** Openers that are hardly ever part of a title in mid-sentence. */
const SURE_OPENERS: ReadonlySet<string> = new Set(["We", "They", "He", "She", "But", "However", "Therefore"]);

function opensSentence(text: string, at: number): boolean {
  return SENTENCE_OPENERS.has(wordAt(text, at, at + 20)) || wordAt(text, at, at + 20) === "The";
}

function isInitial(word: string): boolean {
  return /^\p{Lu}$/u.test(word) || /^(\p{L}\.)+\p{L}$/u.test(word);
}

function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word.toLowerCase()) || isInitial(word);
}

function isEnding(word: string): boolean {
  return ENDING_ABBREVIATIONS.has(word.toLowerCase());
}

function isPlainWord(word: string): boolean {
  return /^[\p{L}’'-]{2,}$/u.test(word);
}

const LONGEST_WORD = 40;

/** The word that a stop follows, with stops inside it: `U.S`, `borders`; at most 40 units are looked at. */
function wordBefore(text: string, at: number, start: number): string {
  return text.slice(wordStart(text, at, start), at);
}

function wordStart(text: string, at: number, start: number): number {
  let from = at;
  while (from > start && at - from < LONGEST_WORD && /[\p{L}\p{M}\p{N}.’'-]/u.test(text[from - 1] ?? ""))
    from--;
  return from;
}

function wordAt(text: string, at: number, limit: number): string {
  let to = at;
  while (to < limit && to - at < LONGEST_WORD && /[\p{L}\p{M}]/u.test(text[to] ?? "")) to++;
  return text.slice(at, to);
}

/** Past white space and opening marks. */
function nextWordAt(text: string, at: number): number {
  let to = at;
  while (
    to < text.length &&
    to - at < LONGEST_WORD &&
    (isSpace(text.charCodeAt(to)) || OPENER.test(text[to] ?? ""))
  )
    to++;
  return to;
}

function aroundOf(text: string, at: number, paragraph: Span): Span {
  let from = at;
  while (from > paragraph.start && !/[\p{L}\p{N}]/u.test(text[from - 1] ?? "")) from--;
  from = wordStart(text, from, paragraph.start);
  const next = nextWordAt(text, at);
  return { start: from, end: Math.max(next, next + wordAt(text, next, paragraph.end).length) };
}

/** The paragraphs that sentences stand in, in text order. */
export function paragraphsOf(sentences: readonly SentenceSpan[]): Span[] {
  const paragraphs: Span[] = [];
  let last = -1;
  for (const sentence of sentences) {
    const current = paragraphs[paragraphs.length - 1];
    if (sentence.paragraph === last && current) current.end = sentence.end;
    else paragraphs.push({ start: sentence.start, end: sentence.end });
    last = sentence.paragraph;
  }
  return paragraphs;
}
