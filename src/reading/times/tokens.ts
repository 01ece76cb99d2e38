/**
 * Tokens for the grammar of times: words, numbers and marks with their places.
 *
 * One pass, no token is looked at twice. Hyphens are marks of their own, so
 * that "50-minute" and "mid-January" are several tokens; "p.m." and "1930s"
 * are one. Numbers keep their inner marks ("3:35", "30.12.2021").
 */

import { type TimeWord, timeWords } from "../../lexicon/times.ts";
import type { Span } from "../../text/span.ts";

export interface Token extends Span {
  kind: "word" | "number" | "mark";
  /** Lower case, with a straight apostrophe. */
  text: string;
  capital: boolean;
  word: TimeWord | null;
}

const TOKEN =
  /\d{4}-\d\d-\d\d(?!\d)|\d+(?:[.,:/]\d+)*(?:['’]?s\b|st\b|nd\b|rd\b|th\b)?|[ap]\.\s?m\b\.?|[\p{L}\p{M}]+(?:['’]s\b)?|\S/giu;

const LONGEST_WORD = 24;

export function tokensIn(text: string, stretch: Span): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = stretch.start;
  for (let found = TOKEN.exec(text); found && found.index < stretch.end; found = TOKEN.exec(text)) {
    tokens.push(tokenOf(found[0], found.index));
  }
  return tokens;
}

function tokenOf(raw: string, start: number): Token {
  const end = start + raw.length;
  const first = raw.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    return {
      start,
      end,
      kind: "number",
      text: raw.toLowerCase().replace("’", "'"),
      capital: false,
      word: null,
    };
  }
  if (raw.length > LONGEST_WORD || !isLetter(raw)) {
    return { start, end, kind: "mark", text: raw.length > 2 ? "" : raw, capital: false, word: null };
  }
  const text = raw.toLowerCase().replace("’", "'");
  const owner = text.endsWith("'s");
  const word = timeWords.get(owner ? text.slice(0, -2) : text) ?? null;
  // "This year's summit": the time ends before the "'s".
  return { start, end: owner && word ? end - 2 : end, kind: "word", text, capital: raw[0] !== text[0], word };
}

function isLetter(raw: string): boolean {
  return raw.length > 1 || /[\p{L}]/u.test(raw);
}
