/**
 * Tokens: the words of a text with what stands before each, the smallest thing that the
 * stages which look for names and titles step over.
 *
 * A word is letters, marks and digits, with apostrophes inside ("d'Orsay",
 * "Sa'ar"). Hyphens part words; a possessive "'s" is left off and told; letters
 * with stops ("U.S.") are one word. One step a letter, whatever the text.
 */

import { foldOf } from "../lexicon/names.ts";
import type { Span } from "./span.ts";

/** What parts a word from the one before: nothing but white space, one hyphen, a comma, a stop, or anything else. */
export type Joint = "space" | "hyphen" | "comma" | "stop" | "dash" | "other";

export interface Token extends Span {
  /** Folded: lower case, without accents, apostrophes and stops. */
  fold: string;
  /** Starts with a capital letter. */
  capital: boolean;
  /** All its letters are capitals, and it has at least two. */
  upper: boolean;
  /** A possessive "'s" or "'" follows. */
  possessive: boolean;
  before: Joint;
}

/** Longer than any word that can name somebody; such a word is kept with an empty fold. */
const LONGEST = 60;

export function tokensIn(text: string, within: Span): Token[] {
  const words: Token[] = [];
  let at = within.start;
  let gapStart = within.start;
  while (at < within.end) {
    if (!isLetter(text, at)) {
      at++;
      continue;
    }
    const word = tokenAt(text, at, within.end);
    word.before = words.length === 0 ? "other" : jointOf(text, gapStart, at);
    words.push(word);
    at = word.end;
    gapStart = at;
    if (word.possessive) {
      at += /s/i.test(text[at + 1] ?? "") ? 2 : 1;
      gapStart = at;
    }
  }
  return words;
}

function tokenAt(text: string, start: number, limit: number): Token {
  let end = start;
  while (end < limit && (isLetter(text, end) || isInnerMark(text, end, limit))) end++;
  end = withStops(text, start, end, limit);
  let possessive = false;
  if (end - start > 2 && isApostrophe(text.charCodeAt(end - 2)) && /s/i.test(text[end - 1] ?? "")) {
    end -= 2;
    possessive = true;
  } else if (end < limit && isApostrophe(text.charCodeAt(end)) && /s/i.test(text[end - 1] ?? "")) {
    possessive = text.charCodeAt(end) !== 0x2018;
  }
  const words = end - start > LONGEST ? "" : text.slice(start, end);
  const capital = isCapital(words.charAt(0));
  return {
    start,
    end,
    fold: foldOf(words),
    capital,
    upper: capital && words.length > 1 && words === words.toUpperCase(),
    possessive,
    before: "other",
  };
}

/** "U.S." and "J. D.": single letters with stops make one word when no space parts them. */
function withStops(text: string, start: number, end: number, limit: number): number {
  if (end - start !== 1) return end;
  let to = end;
  while (to + 1 < limit && text[to] === "." && isLetter(text, to + 1) && !isLetter(text, to + 2)) to += 2;
  if (to === end) return end;
  return text[to] === "." ? to + 1 : to;
}

function jointOf(text: string, start: number, end: number): Joint {
  const between = end - start > 6 ? text.slice(start, start + 6) : text.slice(start, end);
  if (/^\s+$/.test(between) && end - start <= 6) return between.includes("\n\n") ? "other" : "space";
  if (between === "-" || between === "‑" || between === "‐") return "hyphen";
  if (end - start > 5) return "other";
  if (/^,\s+$/.test(between)) return "comma";
  if (/^\.\s*$/.test(between)) return "stop";
  return /^(?:\s*[–—]\s*|\s+-\s+)$/.test(between) ? "dash" : "other";
}

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80)
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
  return unit >= 0xaa && /[\p{L}\p{M}\p{N}\u02bb\u02bc\ud800-\udfff]/u.test(text.charAt(at));
}

function isInnerMark(text: string, at: number, limit: number): boolean {
  return isApostrophe(text.charCodeAt(at)) && at + 1 < limit && isLetter(text, at + 1);
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018;
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
