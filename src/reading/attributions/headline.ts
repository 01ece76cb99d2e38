/**
 * The headline is a text of its own: no content reaches from it into the body,
 * and that "details became known" tells of no speaker.
 */

import type { Document } from "../../text/document.ts";
import { type Span, trimmedAt } from "../../text/span.ts";
import type { Draft } from "../attributions.ts";

/** Drafts with what stands on the other side of the headline's end cut off; the others are the same as before. */
export function apartFromHeadline(document: Document, drafts: readonly Draft[]): Draft[] {
  const end = document.regions.find((region) => region.kind === "headline")?.end ?? 0;
  if (end === 0) return [...drafts];
  const cut = new Map<Draft, Draft>();
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const own = ownPart(document.text, end, draft);
    if (own === null) continue;
    const before = own.continues ? (cut.get(own.continues) ?? own.continues) : null;
    const whole = before === own.continues ? own : { ...own, continues: before };
    if (whole !== draft) cut.set(draft, whole);
    kept.push(whole);
  }
  return kept;
}

/** The draft without what stands on the other side than its cue; `null` when nothing is left. */
function ownPart(text: string, end: number, draft: Draft): Draft | null {
  const cue = draft.cue[0];
  if (!cue) return draft;
  const isHead = cue.start < end;
  if (isHead && isOnlyKnown(draft)) return null;
  const isOwn = (part: Span) => (isHead ? part.end <= end : part.start >= end);
  if (draft.content.every(isOwn)) return draft;
  const content = draft.content.flatMap((part) => {
    const place = isHead
      ? trimmedAt(text, part.start, Math.min(part.end, end))
      : trimmedAt(text, Math.max(part.start, end), part.end);
    return place ? [place] : [];
  });
  return content.length === 0 ? null : { ...draft, content };
}

const KNOWN = /\b(?:become|becomes|became|is|are|was|were|made) (?:\w+ )?known\b/i;

/** "It became known what Vale said": nobody says it. */
function isOnlyKnown({ source, cue }: Draft): boolean {
  const words = [...source, ...cue].map((part) => part.words).join(" ");
  const isNobody = source.every((part) => /^it\b/i.test(part.words));
  return isNobody && KNOWN.test(words);
}
