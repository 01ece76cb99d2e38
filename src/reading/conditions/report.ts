/**
 * The edges of a stretch that are not its own: closing marks, and the words
 * that report it ("…, Vale said").
 */

import { CUE_FORMS } from "../../lexicon/cues.ts";
import type { Word } from "../../text/words.ts";
import type { Clause } from "./clauses.ts";
import { isQuoteMark, type Window } from "./sentences.ts";

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

/** Up to words that report it, "but", a semicolon or a dash. */
export function consequenceFrom(words: readonly Word[], clauses: readonly Clause[], window: Window): Window {
  const rest = withoutReport(words, window, clauses);
  const dash = onlyDash(words, rest);
  if (dash !== null) return { from: rest.from, to: dash };
  for (const { from, verb } of clauses) {
    if (from <= rest.from + 2 || verb >= rest.to) continue;
    let at = from;
    if (isQuoteMark(words[at - 1])) at--;
    const before = words[at - 1];
    const comma = words[at - 2]?.form === "," ? at - 2 : at - 1;
    if (before?.lower === "but") return { from: rest.from, to: comma };
    const dashes = words.slice(rest.from, at - 1).filter(({ form }) => form === "—").length;
    if (before?.form === ";" || (before?.form === "—" && dashes % 2 === 0))
      return { from: rest.from, to: at - 1 };
  }
  return rest;
}

/** "they will vote — to be sure of it": a single dash, behind which an afterthought stands. */
function onlyDash(words: readonly Word[], { from, to }: Window): number | null {
  let found: number | null = null;
  for (let at = from + 3; at < to; at++) {
    if (!/^[—–]$/.test(words[at]?.form ?? "")) continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
}
