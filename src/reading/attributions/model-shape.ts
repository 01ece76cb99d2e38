/**
 * The shape of what the model finds, mended by the structure of the text.
 *
 * The model tags words within a window and knows nothing of paragraphs and
 * sentences as such. Three things follow from the text and are put right here:
 * a block quotation after a colon is a content of its own, which goes on from
 * the clause before it; indirect speech does not reach into another sentence;
 * and "He added that …, Ushakov says" hands over the whole clause, "he added"
 * included, so that one account lies within the other.
 */

import type { QuotationSpan } from "../../text/quotations.ts";
import { countBefore } from "../../text/search.ts";
import { byPlace, holds, overlaps, type Place, placeAt, type Span, trimmedAt } from "../../text/span.ts";
import type { Draft } from "../attributions.ts";
import type { Sentence } from "../reading.ts";

/** A colon, then a new paragraph that opens with a quotation mark. */
const BLOCK = /:[^\S\n]*\n\s*(?=["“„«‘'])/g;

/** Parts the clause before a colon from the block quotation after it. */
export function withBlocksApart(text: string, drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft, i) => {
    const pieces = draft.content.flatMap((part) => cutAtBlocks(text, part));
    const cue = draft.cue[0];
    const first = pieces.findIndex(
      (piece) => piece.block || (cue !== undefined && piece.start > cue.end && startsBlock(text, piece)),
    );
    if (first <= 0 || !cue) return [draft];
    const lead: Draft = { ...draft, content: pieces.slice(0, first).map(({ place }) => place) };
    const speaker = outerOf(drafts, i, cue) ?? lead;
    const content = pieces.slice(first).map(({ place }) => place);
    return [lead, { ...speaker, content, rule: "block-quotation", continues: speaker }];
  });
}

/** Drafts of one sentence stand near each other in the order of their cues. */
const NEAR = 8;

/** "Both leaders, in his words, intend to go on: “…”": the block belongs to him in whose words the clause stands. */
function outerOf(drafts: readonly Draft[], i: number, cue: Span): Draft | null {
  const near = drafts.slice(Math.max(0, i - NEAR), i + NEAR + 1);
  return (
    near.find((other) => other !== drafts[i] && other.source.length > 0 && holds(other.content, cue)) ?? null
  );
}

interface Piece extends Span {
  place: Place;
  /** Whether it was cut off at a colon and a new paragraph. */
  block: boolean;
}

function cutAtBlocks(text: string, part: Place): Piece[] {
  const pieces: Piece[] = [];
  let start = part.start;
  const push = (end: number, block: boolean) => {
    const place = trimmedAt(text, start, end);
    if (place) pieces.push({ start: place.start, end: place.end, place: withoutColon(text, place), block });
  };
  let block = false;
  for (const match of part.words.matchAll(BLOCK)) {
    push(part.start + match.index, block);
    start = part.start + match.index + match[0].length;
    block = true;
  }
  push(part.end, block);
  return pieces;
}

function withoutColon(text: string, place: Place): Place {
  return place.words.endsWith(":") ? placeAt(text, place.start, place.end - 1) : place;
}

/** A quotation mark opens here, a paragraph begins, and a colon ended the last one. */
function startsBlock(text: string, piece: Span): boolean {
  return (
    /["“„«‘']/.test(text[piece.start] ?? "") &&
    /:[^\S\n]*\n\s*$/.test(text.slice(Math.max(0, piece.start - 8), piece.start))
  );
}

/** Drops parts of a content that stand in another sentence than the cue, unless they are quoted or nothing else is left. */
export function withinSentences(
  sentences: readonly Sentence[],
  speech: readonly QuotationSpan[],
  drafts: readonly Draft[],
): Draft[] {
  const marks = speech.flatMap((quotation) => quotation.outer).sort(byPlace);
  return drafts.map((draft) => {
    const cue = draft.cue[0];
    if (!cue || draft.content.length < 2) return draft;
    const own = sentenceAt(sentences, cue.start);
    const kept = draft.content.filter(
      (part) =>
        sentenceAt(sentences, part.start) === own ||
        sentenceAt(sentences, part.end - 1) === own ||
        marks.some((mark) => overlaps(mark, part)),
    );
    return kept.length === 0 || kept.length === draft.content.length ? draft : { ...draft, content: kept };
  });
}

function sentenceAt(sentences: readonly Sentence[], at: number): number {
  return countBefore(sentences.length, (middle) => (sentences[middle]?.start ?? 0) <= at) - 1;
}

/** "He added that talks go on, Ushakov says": the closing speaker's content takes in "He added". */
export function withClosingOutside(text: string, drafts: readonly Draft[]): Draft[] {
  const byStart = new Map<number, Draft[]>();
  for (const draft of drafts) {
    for (const part of draft.content) {
      const known = byStart.get(part.start);
      if (known) known.push(draft);
      else byStart.set(part.start, [draft]);
    }
  }
  return drafts.map((draft) => {
    const cue = draft.cue[0];
    if (!cue) return draft;
    const content = draft.content.map((part) => {
      if (part.end > cue.start) return part;
      const inner = byStart
        .get(part.start)
        ?.find((other) => other !== draft && endsBefore(other, part.start) && endsWith(other, part));
      const from = inner
        ? Math.min(...[...inner.source, ...inner.cue].map((place) => place.start))
        : part.start;
      return part.start - from < LONGEST_LEAD && from < part.start ? placeAt(text, from, part.end) : part;
    });
    return { ...draft, content };
  });
}

const OCCASION =
  /^(?:the|a|an|their|his|her|this|that)\s+(?:\p{L}+\s+)?(?:conversation|call|talks|meeting|statement|interview|briefing|speech)\s+(?!that\b)(?=\p{L})/u;

/** "mentioned in the conversation possible sanctions": the occasion belongs to the cue, not to what was said. */
export function withoutOccasion(text: string, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    const [cue, first] = [draft.cue[0], draft.content[0]];
    if (!cue || !first || first.start < cue.end) return draft;
    if (!/^\s+(?:in|during|at|on)\s+$/.test(text.slice(cue.end, Math.min(first.start, cue.end + 12))))
      return draft;
    const occasion = OCCASION.exec(first.words)?.[0];
    if (!occasion || occasion.length + 3 > first.words.length) return draft;
    const start = first.start + occasion.length;
    const content = [placeAt(text, start, first.end), ...draft.content.slice(1)];
    return { ...draft, cue: [placeAt(text, cue.start, start - 1)], content };
  });
}

/** In code units: source and cue of the inner one. */
const LONGEST_LEAD = 120;

/** The same words given to two: one of them only passes on what the other said. */
function endsWith(draft: Draft, part: Place): boolean {
  return draft.content.some((other) => other.start === part.start && Math.abs(other.end - part.end) <= 2);
}

function endsBefore(draft: Draft, at: number): boolean {
  return draft.cue.length > 0 && [...draft.source, ...draft.cue].every((place) => place.end <= at);
}
