/**
 * Frames: in whose mouth a place of the text stands.
 *
 * Takes attributions and mentions, both in text order, and gives for every
 * mention the innermost attribution whose content holds it, and for every
 * attribution the mention that is its source. "I" and "we" belong to the
 * speaker of their frame.
 */

import { contains, hullOf, type Span } from "../../text/span.ts";
import type { Attribution, Quotation, Sentence } from "../reading.ts";
import { headMentionIndex } from "./mention-index.ts";

export interface Frames {
  /** Index of the innermost attribution whose content holds the mention; -1 for the writer's own words. */
  of(mention: number): number;
  /** Index of the mention that an attribution is given to; -1 for none. */
  sourceOf(attribution: number): number;
  /** Whether the mention is the source of an attribution. */
  isSource(mention: number): boolean;
  /** Whether the mention stands inside quotation marks. */
  isQuoted(mention: number): boolean;
}

interface Part extends Span {
  attribution: number;
}

export function framesOf(
  mentions: readonly Span[],
  attributions: readonly Attribution[],
  quotations: readonly Quotation[],
): Frames {
  const sources = sourcesOf(mentions, attributions);
  const speaking = new Set(sources.filter((mention) => mention >= 0));
  const parts: Part[] = attributions.flatMap((each, attribution) =>
    each.content.map(({ start, end }) => ({ start, end, attribution })),
  );
  const frames = innermost(mentions, parts, (part) => part.attribution, sources);
  const inner = quotations
    .filter((each) => each.kind === "speech")
    .flatMap((each) => each.inner.map(({ start, end }) => ({ start, end, attribution: 0 })));
  const quoted = innermost(mentions, inner, () => 0, []);
  return {
    of: (mention) => frames[mention] ?? -1,
    sourceOf: (attribution) => sources[attribution] ?? -1,
    isSource: (mention) => speaking.has(mention),
    isQuoted: (mention) => (quoted[mention] ?? -1) >= 0,
  };
}

/** An attribution that goes on from another shares its source. */
function sourcesOf(mentions: readonly Span[], attributions: readonly Attribution[]): number[] {
  const byId = new Map(attributions.map((each, index) => [each.id, index]));
  const sources: number[] = [];
  attributions.forEach((each, index) => {
    const hull = hullOf(each.source);
    const first = each.source[0];
    let source = first && hull ? headMentionIndex(mentions, first) : -1;
    if (source < 0 && each.continues !== null) source = sources[byId.get(each.continues) ?? index] ?? -1;
    sources[index] = source;
  });
  return sources;
}

const DEEPEST = 64;

/** One sweep: parts opened and closed as the mentions go by. */
function innermost(
  mentions: readonly Span[],
  parts: readonly Part[],
  answer: (part: Part) => number,
  sources: readonly number[],
): number[] {
  const sorted = [...parts].sort((a, b) => a.start - b.start || b.end - a.end);
  const found: number[] = [];
  let open: Part[] = [];
  let next = 0;
  mentions.forEach((mention, index) => {
    for (let part = sorted[next]; part && part.start <= mention.start; part = sorted[++next]) {
      open.push(part);
      // Deeper than any text is nested: the outermost are let go.
      if (open.length > DEEPEST) open.shift();
    }
    if (open.length > 0) open = open.filter((part) => part.end > mention.start);
    let best: Part | null = null;
    for (const part of open) {
      if (!contains(part, mention) || sources[part.attribution] === index) continue;
      if (best === null || part.end - part.start <= best.end - best.start) best = part;
    }
    found.push(best ? answer(best) : -1);
  });
  return found;
}

/**
 * Number of each mention's sentence, and the same with quoted sentences left
 * out: what stands before and after a long quotation is near in the telling.
 */
export function tellingOrder(
  mentions: readonly Span[],
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
): { sentence: number[]; telling: number[] } {
  const inner = quotations.filter((each) => each.kind === "speech").flatMap((each) => each.inner);
  const order = { sentence: [] as number[], telling: [] as number[] };
  let sentence = 0;
  let told = 0;
  let part = 0;
  const numbers = sentences.map((each) => {
    while (part < inner.length && (inner[part]?.end ?? 0) <= each.start) part++;
    const quote = inner[part];
    const isQuoted = quote !== undefined && quote.start <= each.start + 2 && each.end <= quote.end + 3;
    return isQuoted ? told : ++told;
  });
  for (const mention of mentions) {
    while (sentence + 1 < sentences.length && (sentences[sentence]?.end ?? 0) <= mention.start) sentence++;
    order.sentence.push(sentence);
    order.telling.push(numbers[sentence] ?? told);
  }
  return order;
}
