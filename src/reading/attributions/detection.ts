/**
 * Detection by rules: source, cue and content inside a sentence.
 *
 * Takes sentences and quotations and tries, for each verb group and noun of
 * speech, the ways in which English hands over (`handover.ts`). A sentence is
 * read as a whole and once more inside each of its quotations, so that nothing
 * inside is tied to something outside.
 */

import type { QuotationSpan } from "../../text/quotations.ts";
import { overlaps, placeAt, type Span } from "../../text/span.ts";
import { type Word, wordsIn } from "../../text/words.ts";
import type { Draft } from "../attributions.ts";
import type { Sentence } from "../reading.ts";
import type { Window } from "./clauses.ts";
import { type Cue, cuesIn } from "./cues.ts";
import { handoverOf } from "./handover.ts";
import { nounHandoversIn } from "./handover-nouns.ts";
import { RULES } from "./rules.ts";
import type { Handover } from "./scene.ts";

export function draftsByRule(
  text: string,
  sentences: readonly Sentence[],
  speech: readonly QuotationSpan[],
): Draft[] {
  const drafts: Draft[] = [];
  const parts = speech
    .flatMap((quotation) => quotation.inner)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let open: Span[] = [];
  for (const sentence of sentences) {
    open = open.filter((part) => part.end > sentence.start);
    for (let part = parts[next]; part && part.start < sentence.end; part = parts[++next]) open.push(part);
    drafts.push(...draftsIn(text, sentence, open));
  }
  return drafts;
}

/** A longer sentence is read in stretches of so many words, each as if it stood alone. */
const LONGEST_SENTENCE = 400;

function draftsIn(text: string, sentence: Span, quoted: readonly Span[]): Draft[] {
  const words = wordsIn(text, sentence);
  const drafts: Draft[] = [];
  for (let from = 0; from < words.length; from += LONGEST_SENTENCE) {
    drafts.push(...draftsAmong(text, words.slice(from, from + LONGEST_SENTENCE), quoted));
  }
  return drafts;
}

function draftsAmong(text: string, words: readonly Word[], quoted: readonly Span[]): Draft[] {
  const cues = cuesIn(words);
  const drafts: Draft[] = [];
  for (const window of windowsOf(words, quoted)) {
    const found: Handover[] = [];
    const own = cues.filter((cue) => inWindow(cue, window));
    for (const cue of own) {
      const handover = handoverOf({ words, cues: own, window, found }, cue);
      if (handover) found.push(handover);
    }
    found.push(
      ...nounHandoversIn({ words, cues: own, window, found }).filter(
        (noun) => !found.some((other) => meets(other.cue, noun.cue)),
      ),
    );
    for (const handover of found) drafts.push(draftOf(text, words, handover));
  }
  return drafts;
}

/** More quotations than this in one stretch are no prose; the further ones are read with the sentence. */
const MOST_QUOTATIONS = 50;

interface QuotedWindow extends Window {
  /** Windows of quotations inside this one: a cue there belongs to them. */
  holes: Window[];
}

/** The sentence as a whole, and its part inside each quotation. */
function windowsOf(words: readonly Word[], quoted: readonly Span[]): QuotedWindow[] {
  const stretch = { start: words[0]?.start ?? 0, end: words[words.length - 1]?.end ?? 0 };
  const inner = quoted
    .filter((part) => overlaps(part, stretch))
    .map((part) => windowOf(words, part))
    .filter((window) => window.from < window.to);
  const all: Window[] = [{ from: 0, to: words.length }, ...inner.slice(0, MOST_QUOTATIONS)];
  return all.map((window, i) => ({
    ...window,
    holes: inner.filter((hole, j) => j + 1 !== i && window.from <= hole.from && hole.to <= window.to),
  }));
}

function windowOf(words: readonly Word[], part: Span): Window {
  let from = 0;
  while (from < words.length && (words[from]?.start ?? 0) < part.start) from++;
  let to = from;
  while (to < words.length && (words[to]?.end ?? 0) <= part.end) to++;
  return { from, to };
}

function inWindow(cue: Cue, window: QuotedWindow): boolean {
  if (cue.head < window.from || cue.head >= window.to) return false;
  return !window.holes.some((hole) => hole.from <= cue.head && cue.head < hole.to);
}

function meets(a: Window, b: Window): boolean {
  return a.from < b.to && b.from < a.to;
}

function draftOf(text: string, words: readonly Word[], handover: Handover): Draft {
  const place = (window: Window) =>
    placeAt(text, words[window.from]?.start ?? 0, words[window.to - 1]?.end ?? 0);
  return {
    source: handover.source ? [place(handover.source)] : [],
    cue: [place(handover.cue)],
    content: handover.content.filter((window) => window.to > window.from).map(place),
    rule: handover.rule,
    confidence: RULES[handover.rule],
    continues: null,
  };
}
