/**
 * Blocks: a document's text cut for the screen, a block a paragraph. What is
 * left between blocks is white space. A paragraph that no screen could lay out
 * at once is cut into blocks that go on without a gap.
 */

import type { Document, RegionKind } from "../../text/document.ts";
import { paragraphsIn } from "../../text/sentences.ts";
import { isSpace, type Span } from "../../text/span.ts";

export interface Block extends Span {
  kind: RegionKind;
  /** Whether it goes on from the block before, as one paragraph. */
  goesOn: boolean;
}

/** Longest block, and how far back a space is looked for to cut at, in UTF-16 code units. */
const MOST = 4_000;
const REACH = 200;

export function blocksOf({ text, regions }: Pick<Document, "text" | "regions">): Block[] {
  return regions.flatMap((region) =>
    paragraphsIn(text, region).flatMap((paragraph) => cut(text, paragraph, region.kind)),
  );
}

function cut(text: string, { start, end }: Span, kind: RegionKind): Block[] {
  const blocks: Block[] = [];
  for (let from = start; from < end; ) {
    const to = end - from <= MOST ? end : cutBefore(text, from + MOST);
    blocks.push({ start: from, end: to, kind, goesOn: from > start });
    from = to;
  }
  return blocks;
}

/** After the last space in reach; without one, between two characters. */
function cutBefore(text: string, most: number): number {
  for (let at = most; at > most - REACH; at--) if (isSpace(text.charCodeAt(at - 1))) return at;
  const isLow = (text.charCodeAt(most) & 0xfc00) === 0xdc00;
  return isLow ? most - 1 : most;
}

/** Blocks with a place within so many code units of the span: the text around it. */
export function blocksAround(blocks: readonly Block[], span: Span, reach: number): Block[] {
  return blocks.filter(({ start, end }) => start < span.end + reach && end > span.start - reach);
}
