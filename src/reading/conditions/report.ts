/**
 * The edges of a stretch that are not its own: closing marks, and the words
 * that report it ("…, Vale said").
 */

import { CUE_FORMS } from "../../lexicon/cues.ts";
import type { Word } from "../../text/words.ts";
import { type Clause, isQuoteMark, type Window } from "./clauses.ts";

/** "Vale said", "he adds", at the end of a sentence. */
export function isReport(words: readonly Word[], at: number, to: number): boolean {
  for (let i = at; i < Math.min(to, at + 6); i++) {
    const form = CUE_FORMS.get(words[i]?.lower ?? "");
    if (form && i > at) return to - i <= 8;
    if (form) return words[i + 1]?.kind === "word" && to - i <= 8;
    if (words[i]?.kind === "mark" && words[i]?.form !== ",") return false;
  }
  return false;
}

/** Drops "…, Vale said" and "…, that they would …", the next of several things told, from the end. */
export function withoutReport(words: readonly Word[], window: Window, clauses: readonly Clause[]): Window {
  for (let at = window.to - 1; at > Math.max(window.from, window.to - 8); at--) {
    const closed = isQuoteMark(words[at + 1]) && words[at + 1]?.start === words[at]?.end;
    const said = closed ? at + 2 : at + 1;
    if (words[at]?.form === "," && isReport(words, said, window.to)) return { from: window.from, to: at };
  }
  for (const { link, linkAt } of clauses) {
    if (link !== "that" || linkAt < window.from + 4 || linkAt >= window.to) continue;
    const joined = words[linkAt - 1];
    if (joined?.form === "," || joined?.lower === "and") return { from: window.from, to: linkAt - 1 };
  }
  return window;
}

/** Index after the last word that is no closing mark. */
export function lastOf(words: readonly Word[], window: Window): number {
  let to = window.to;
  while (to > window.from + 1) {
    const word = words[to - 1];
    if (word?.kind !== "mark" || /^[)\]%]$/.test(word.form)) break;
    if (isQuoteMark(word) && words.slice(window.from, to - 1).filter(isQuoteMark).length % 2 === 1) break;
    to--;
  }
  return to;
}
