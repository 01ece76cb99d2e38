/**
 * Nesting: which attribution stands in whose content, and in what manner each
 * is told.
 *
 * An attribution lies within another when its cue (or, without a cue, its
 * content) stands wholly in the other's content; of several, the smallest
 * holds it. Two that would hold each other are left side by side.
 */

import type { QuotationSpan } from "../../text/quotations.ts";
import { countBefore } from "../../text/search.ts";
import { byPlace, contains, holds, hullOf, type Passage, type Span } from "../../text/span.ts";
import type { Draft } from "../attributions.ts";
import type { Attribution, Manner } from "../reading.ts";

export function nested(drafts: readonly Draft[], quotations: readonly QuotationSpan[]): Attribution[] {
  const sorted = [...drafts].sort(
    (a, b) =>
      byPlace(anchorOf(a), anchorOf(b)) ||
      byPlace(hullOf(a.content) ?? anchorOf(a), hullOf(b.content) ?? anchorOf(b)),
  );
  const parents = notTooDeep(sorted, parentsOf(sorted));
  const ids = new Map(sorted.map((draft, i) => [draft, `a${i + 1}`]));
  const marks = quotations.flatMap((quotation) => quotation.outer).sort(byPlace);
  return sorted.map((draft, i) => ({
    id: `a${i + 1}`,
    source: draft.source,
    cue: draft.cue,
    content: draft.content,
    manner: mannerOf(draft.content, marks),
    within: idOf(ids, parents[i] ?? null),
    continues: idOf(ids, draft.continues),
    rule: draft.rule,
    confidence: draft.confidence,
    rivals: draft.rivals ?? [],
  }));
}

/** Real accounts go four deep; what a hostile text nests deeper stays beside the last one that counts. */
const DEEPEST_NESTING = 12;

function notTooDeep(drafts: readonly Draft[], parents: readonly (Draft | null)[]): (Draft | null)[] {
  const parentOf = new Map(drafts.map((draft, i) => [draft, parents[i] ?? null]));
  return parents.map((parent) => {
    const line: Draft[] = [];
    for (let one = parent; one && line.length < 20 * DEEPEST_NESTING; one = parentOf.get(one) ?? null)
      line.push(one);
    return line.length < DEEPEST_NESTING ? parent : (line[line.length - DEEPEST_NESTING + 1] ?? null);
  });
}

function idOf(ids: ReadonlyMap<Draft, string>, draft: Draft | null): string | null {
  return draft ? (ids.get(draft) ?? null) : null;
}

/** Where an attribution stands in the order of the text: at its content if it only goes on, else at its cue. */
function anchorOf(draft: Draft): Span {
  if (draft.continues) return draft.content[0] ?? draft.cue[0] ?? NOWHERE;
  return draft.cue[0] ?? draft.content[0] ?? draft.source[0] ?? NOWHERE;
}

const NOWHERE: Span = { start: 0, end: 0 };

/** The drafts that hold each draft most closely. One walk over the parts of all contents in text order. */
function parentsOf(drafts: readonly Draft[]): (Draft | null)[] {
  const parts = drafts
    .flatMap((draft) => draft.content.map((part) => ({ part, draft })))
    .sort((a, b) => byPlace(a.part, b.part));
  const order = drafts
    .map((draft, i) => ({ anchor: anchorOf(draft), i }))
    .sort((a, b) => a.anchor.start - b.anchor.start);
  const parents: (Draft | null)[] = drafts.map(() => null);
  const open: { part: Span; draft: Draft }[] = [];
  let next = 0;
  for (const { anchor, i } of order) {
    const draft = drafts[i];
    if (!draft) continue;
    while (next < parts.length && (parts[next]?.part.start ?? 0) <= anchor.start) {
      const opened = parts[next++];
      if (opened) open.push(opened);
    }
    for (let k = open.length - 1; k >= 0; k--)
      if ((open[k]?.part.end ?? 0) <= anchor.start) open.splice(k, 1);
    parents[i] = closestOf(open, draft, anchor);
  }
  return parents;
}

function closestOf(open: readonly { part: Span; draft: Draft }[], draft: Draft, anchor: Span): Draft | null {
  let closest: { part: Span; draft: Draft } | null = null;
  for (const candidate of open.slice(-DEEPEST)) {
    if (candidate.draft === draft || !contains(candidate.part, anchor)) continue;
    const back = anchorOf(candidate.draft);
    if (holds(draft.content, back) && !candidate.draft.continues) continue;
    if (!closest || candidate.part.end - candidate.part.start < closest.part.end - closest.part.start)
      closest = candidate;
  }
  return closest?.draft ?? null;
}

/** At most so many contents around one place are looked at; deeper nesting is not speech. */
const DEEPEST = 24;

/** Direct when all of it stands in quotation marks, indirect when none does, else mixed. */
function mannerOf(content: Passage, marks: readonly Span[]): Manner {
  let quoted = 0;
  let total = 0;
  for (const part of content) {
    total += part.end - part.start;
    quoted += coveredBy(part, marks);
  }
  if (quoted === 0) return "indirect";
  return quoted >= total - 2 * content.length ? "direct" : "mixed";
}

/** Code units of the part that stand in marks; nested quotations are counted once. */
function coveredBy(part: Span, marks: readonly Span[]): number {
  let covered = 0;
  let at = part.start;
  for (let i = firstEndingAfter(marks, part.start); i < marks.length; i++) {
    const mark = marks[i];
    if (!mark || mark.start >= part.end) break;
    const from = Math.max(at, mark.start);
    const to = Math.min(part.end, mark.end);
    if (to > from) {
      covered += to - from;
      at = to;
    }
  }
  return covered;
}

/** Index of the first mark that may still reach past the offset; marks are in text order and nest shallowly. */
function firstEndingAfter(marks: readonly Span[], offset: number): number {
  let low = countBefore(marks.length, (middle) => (marks[middle]?.start ?? 0) < offset);
  const floor = low - DEEPEST;
  while (low > 0 && low > floor && (marks[low - 1]?.end ?? 0) > offset) low--;
  return low;
}
