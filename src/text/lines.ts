/**
 * Lines of a text that are not blank, and the blocks that empty lines part
 * them into. A line is a place without the white space at its ends; lines are
 * in text order. What a line is for (headline, body ...) is left to `regions.ts`.
 */

import { isSpace, type Place, trimmedAt } from "./span.ts";

export interface Line extends Place {
  /** Index of its block, from 0: lines with no blank line between them share one. */
  block: number;
}

export function linesIn(text: string): Line[] {
  const lines: Line[] = [];
  let block = -1;
  let afterBlank = true;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isLineBreak(text.charCodeAt(at))) continue;
    const place = trimmedAt(text, start, at);
    if (place) {
      if (afterBlank) block++;
      lines.push({ ...place, block });
      afterBlank = false;
    } else if (!isInsideCrLf(text, at)) {
      afterBlank = true;
    }
    start = at + 1;
  }
  return lines;
}

/** LF, VT, FF, CR, line separator, paragraph separator. */
function isLineBreak(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x2028 || unit === 0x2029;
}

/** The nothing between CR and LF is no blank line. */
function isInsideCrLf(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x0a && text.charCodeAt(at - 1) === 0x0d;
}

export function wordCount(words: string): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < words.length; at++) {
    const space = isSpace(words.charCodeAt(at));
    if (!space && !inWord) count++;
    inWord = !space;
  }
  return count;
}

/** Whether it ends as a sentence ends: a stop, perhaps with closing marks behind it. */
export function endsAsSentence(words: string): boolean {
  return /[.!?…][)\]"'”’»“„]{0,3}$/u.test(words.slice(-6));
}

/** Whether it starts with a quotation mark of any convention. */
export function startsWithMark(words: string): boolean {
  return /^["'“”„‟‘’‚«»‹›]/u.test(words);
}
