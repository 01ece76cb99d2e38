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

/**
 * The words of a stretch, in order.
 *
 * Several stages look at the same statement one after the other, so the last
 * few answers are kept: the same text and stretch have the same words.
 */
export function wordsIn(text: string, stretch: Span): readonly Word[] {
  if (text !== lastText || lastWords.size >= MOST_KEPT) {
    lastText = text;
    lastWords.clear();
  }
  const key = stretch.start * FARTHEST + stretch.end;
  const known = lastWords.get(key);
  if (known) return known;
  const words = cutInto(text, stretch);
  lastWords.set(key, words);
  return words;
}

const MOST_KEPT = 64;
/** More code units than any text has. */
const FARTHEST = 2 ** 26;
let lastText = "";
const lastWords = new Map<number, readonly Word[]>();

function cutInto(text: string, stretch: Span): Word[] {
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
  const lower = form.toLowerCase();
  return {
    start,
    end: start + form.length,
    form,
    lower: lower.includes("’") || lower.includes("‘") ? lower.replace(/[’‘]/g, "'") : lower,
    kind: kindOf(form),
  };
}

function kindOf(form: string): Word["kind"] {
  const first = form.charCodeAt(0);
  if (first < 0x80) {
    if ((first | 0x20) >= 0x61 && (first | 0x20) <= 0x7a) return "word";
    return first >= 0x30 && first <= 0x39 ? "number" : "mark";
  }
  return /^\p{L}/u.test(form) ? "word" : /^\p{N}/u.test(form) ? "number" : "mark";
}
