/**
 * Quotations and the attributions that own them.
 *
 * Takes the drafts that were found sentence by sentence and gives every
 * quotation of some length to a speaker: content that touches a quotation grows
 * to all of it, over sentences and paragraphs; a quotation introduced by a
 * colon, or one that only goes on, continues the attribution before it; one
 * that nobody answers for is kept without a source. Last, the agency's name
 * that stands alone at the end is its credit.
 *
 * Known misses: a quotation that follows another speaker's indirect speech
 * without a cue of its own goes on with the last one who was quoted.
 */

import { publisherNamed } from "../../lexicon/publishers.ts";
import type { Document } from "../../text/document.ts";
import type { QuotationSpan } from "../../text/quotations.ts";
import { countBefore } from "../../text/search.ts";
import {
  byPlace,
  contains,
  holds,
  isSpace,
  overlaps,
  type Passage,
  type Place,
  placeAt,
  type Span,
} from "../../text/span.ts";
import type { Draft } from "../attributions.ts";
import type { Sentence } from "../reading.ts";
import { RULES, type RuleName } from "./rules.ts";

export function withQuotations(
  document: Document,
  sentences: readonly Sentence[],
  speech: readonly QuotationSpan[],
  drafts: readonly Draft[],
): Draft[] {
  const text = document.text;
  const grown = grownToQuotations(text, speech, drafts);
  const owned = ownersOf(speech, grown);
  const contents = grown
    .flatMap((draft) => draft.content.map((part) => ({ part })))
    .sort((a, b) => byPlace(a.part, b.part));
  const added: Draft[] = [];
  const walk = new Walk(sentences, grown);
  let last: { draft: Draft; end: number } | null = null;
  for (const quotation of speech) {
    const outer = quotation.outer[0];
    const end = quotation.outer[quotation.outer.length - 1]?.end ?? 0;
    if (!outer || quotation.within !== null) continue;
    const owner = owned.get(quotation);
    if (owner) {
      last = { draft: owner, end: Math.max(end, owner.cue[0]?.end ?? 0) };
      continue;
    }
    const before = walk.paragraphOf(outer.start);
    const leadIn = endsWithColon(text, outer.start) ? walk.lastOutermostBefore(outer.start) : null;
    if (leadIn) {
      const draft = continuation(leadIn, quotation, "block-quotation");
      added.push(draft);
      last = { draft, end };
    } else if (
      last &&
      before !== null &&
      walk.paragraphOf(last.end - 1) === before &&
      isQuietBetween(walk, last.end, outer.start)
    ) {
      last.draft.content = joined(text, last.draft.content, quotation.outer);
      last = { draft: last.draft, end };
    } else if (
      last &&
      before !== null &&
      walk.paragraphOf(last.end - 1) === before - 1 &&
      walk.startsParagraph(outer.start) &&
      isQuietBetween(walk, last.end, end)
    ) {
      const draft = continuation(last.draft.continues ?? last.draft, quotation, "quotation-goes-on");
      added.push(draft);
      last = { draft, end };
    } else if (!isCovered(contents, outer)) {
      added.push({
        source: [],
        cue: [],
        content: [...quotation.outer],
        rule: "quotation-alone",
        confidence: RULES["quotation-alone"],
        continues: null,
      });
      last = null;
    }
  }
  const all = [...grown, ...added];
  const credit = creditOf(document, sentences);
  return credit ? [...all, credit] : all;
}

/** Content that reaches into a quotation takes all of it, unless the cue itself stands inside. */
function grownToQuotations(
  text: string,
  speech: readonly QuotationSpan[],
  drafts: readonly Draft[],
): Draft[] {
  const parts = speech
    .flatMap((quotation) => quotation.outer.map((part) => ({ part, quotation })))
    .sort((a, b) => byPlace(a.part, b.part));
  return drafts.map((draft) => {
    let content = draft.content;
    for (const place of draft.content) {
      for (const { part, quotation } of meeting(parts, place)) {
        if (holds(quotation.inner, draft.cue[0] ?? place) || contains(place, part)) continue;
        if (draft.source.some((source) => overlaps(source, part))) continue;
        if (edgeIsShared(place, part)) content = joined(text, content, quotation.outer);
      }
    }
    // Changed in place: others go on from this very draft.
    draft.content = content;
    return draft;
  });
}

/** The content begins or ends inside the quotation: it was cut by a sentence, not by the writer. */
function edgeIsShared(place: Span, part: Span): boolean {
  return (
    (part.start < place.start && place.start < part.end) || (part.start < place.end && place.end < part.end)
  );
}

function* meeting<T extends { part: Span }>(parts: readonly T[], place: Span): Generator<T> {
  const low = countBefore(parts.length, (middle) => (parts[middle]?.part.start ?? 0) < place.start);
  for (let i = Math.max(0, low - 8); i < parts.length; i++) {
    const entry = parts[i];
    if (!entry || entry.part.start >= place.end) return;
    if (overlaps(entry.part, place)) yield entry;
  }
}

/** The draft that holds each quotation, if one does; the one with its cue outside it. */
function ownersOf(speech: readonly QuotationSpan[], drafts: readonly Draft[]): Map<QuotationSpan, Draft> {
  const owners = new Map<QuotationSpan, Draft>();
  const parts = speech
    .flatMap((quotation) => quotation.outer.map((part) => ({ part, quotation })))
    .sort((a, b) => byPlace(a.part, b.part));
  for (const draft of drafts) {
    for (const place of draft.content) {
      for (const { part, quotation } of meeting(parts, place)) {
        if (contains(place, part) && !owners.has(quotation)) owners.set(quotation, draft);
      }
    }
  }
  return owners;
}

/** Some content reaches into the quotation from outside. */
function isCovered(contents: readonly { part: Span }[], outer: Span): boolean {
  for (const { part } of meeting(contents, outer)) if (!contains(outer, part)) return true;
  return false;
}

function continuation(from: Draft, quotation: QuotationSpan, rule: RuleName): Draft {
  return {
    source: from.source,
    cue: from.cue,
    content: [...quotation.outer],
    rule,
    confidence: Math.min(from.confidence, RULES[rule]),
    continues: from,
  };
}

/** Both passages as one, in text order; what touches or overlaps is joined. */
function joined(text: string, a: Passage, b: Passage): Passage {
  const result: Place[] = [];
  for (const place of [...a, ...b].sort(byPlace)) {
    const last = result[result.length - 1];
    if (last && place.start <= skipSpace(text, last.end)) {
      if (place.end > last.end) result[result.length - 1] = placeAt(text, last.start, place.end);
    } else result.push(place);
  }
  return result;
}

function skipSpace(text: string, at: number): number {
  let to = at;
  while (to < text.length && to - at < 3 && isSpace(text.charCodeAt(to))) to++;
  return to;
}

/** A colon just before, white space aside. */
function endsWithColon(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && at - before < 8 && isSpace(text.charCodeAt(before - 1))) before--;
  return text[before - 1] === ":";
}

/** Nothing between two places hands over to somebody else. */
function isQuietBetween(walk: Walk, from: number, to: number): boolean {
  return !walk.hasCueBetween(from, to);
}

/** Looks up sentences and cues by offset. */
class Walk {
  readonly #sentences: readonly Sentence[];
  readonly #cues: { at: number; draft: Draft }[];

  constructor(sentences: readonly Sentence[], drafts: readonly Draft[]) {
    this.#sentences = sentences;
    this.#cues = drafts
      .flatMap((draft) => draft.cue.map((cue) => ({ at: cue.start, draft })))
      .sort((a, b) => a.at - b.at);
  }

  paragraphOf(at: number): number | null {
    return this.#sentenceAt(at)?.paragraph ?? null;
  }

  startsParagraph(at: number): boolean {
    const index = this.#indexAt(at);
    const sentence = this.#sentences[index];
    return (
      sentence !== undefined &&
      sentence.start === at &&
      this.#sentences[index - 1]?.paragraph !== sentence.paragraph
    );
  }

  hasCueBetween(from: number, to: number): boolean {
    const cue = this.#cues[lowerBound(this.#cues, from)];
    return cue !== undefined && cue.at < to;
  }

  /** The last draft with its cue in the sentence that ends before `at`, and not in another one's content. */
  lastOutermostBefore(at: number): Draft | null {
    const sentence = this.#sentences[this.#indexAt(at - 1)];
    if (!sentence) return null;
    const own = this.#cues
      .slice(lowerBound(this.#cues, sentence.start), lowerBound(this.#cues, at))
      .map((cue) => cue.draft);
    for (let i = own.length - 1; i >= 0; i--) {
      const draft = own[i];
      const cue = draft?.cue[0];
      if (draft && cue && !own.some((other) => other !== draft && holds(other.content, cue))) return draft;
    }
    return null;
  }

  #sentenceAt(at: number): Sentence | undefined {
    return this.#sentences[this.#indexAt(at)];
  }

  /** Index of the last sentence that starts at or before the offset. */
  #indexAt(at: number): number {
    return countBefore(this.#sentences.length, (middle) => (this.#sentences[middle]?.start ?? 0) <= at) - 1;
  }
}

function lowerBound(cues: readonly { at: number }[], offset: number): number {
  return countBefore(cues.length, (middle) => (cues[middle]?.at ?? 0) < offset);
}

/** The last thing that is read is an agency's name and nothing else: whose report it is. */
function creditOf(document: Document, sentences: readonly Sentence[]): Draft | null {
  const last = sentences[sentences.length - 1];
  if (!last || last.end - last.start > 40) return null;
  const words = document.text.slice(last.start, last.end).replace(/^[\s([–—-]+|[\s)\].]+$/g, "");
  // Machine translation makes "TASS News" of an agency's name.
  const agency =
    publisherNamed(words) ?? publisherNamed(words.replace(/\s+(?:news(?: agency)?|agency)$/i, ""));
  if (agency?.sort !== "agency") return null;
  const start = document.text.indexOf(words, last.start);
  return {
    source: [placeAt(document.text, start, start + words.length)],
    cue: [],
    content: [],
    rule: "credit",
    confidence: RULES.credit,
    continues: null,
  };
}
