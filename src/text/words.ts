/**
 * Words of a stretch of text: letters and digits with the apostrophes, stops
 * and hyphens that belong to them; every other mark stands alone.
 */

import type { Span } from "./span.ts";

export interface Word extends Span {
  /** As it stands in the text. */
  form: string;
  /** In lower case, curly apostrophes made straight. */
  lower: string;
  kind: "word" | "number" | "mark";
}

const WORD =
  /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|(?:Mr|Mrs|Ms|Dr|St|Sen|Gen|Gov|Rep|Lt|Col|Jr)\.|[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*|\p{N}+(?:[.,:]\p{N}+)*(?:[\p{L}%]+)?|\.{2,}|''|``|[^\s]/gu;

/** At most so many units are one word; longer runs are cut, so that a hostile text costs no more than a plain one. */
const LONGEST = 200;

export function wordsIn(text: string, stretch: Span): Word[] {
  const words: Word[] = [];
  const cut = text.slice(stretch.start, stretch.end);
  for (const match of cut.matchAll(WORD)) {
    const start = stretch.start + match.index;
    for (let at = 0; at < match[0].length; at += LONGEST) {
      words.push(wordFrom(match[0].slice(at, at + LONGEST), start + at));
    }
  }
  return words;
}

function wordFrom(form: string, start: number): Word {
  const first = form[0] ?? "";
  const kind = /\p{L}/u.test(first) ? "word" : /\p{N}/u.test(first) ? "number" : "mark";
  return { start, end: start + form.length, form, lower: form.toLowerCase().replace(/[’‘]/g, "'"), kind };
}
