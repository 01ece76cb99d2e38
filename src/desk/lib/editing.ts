/**
 * Editing words: a draft of a statement's source, cue and content, whose ends
 * move by word or letter. Pure: each step gives a new draft; the page keeps it
 * and sends what differs.
 */

import { type Passage, placeAt, type Span } from "../../text/span.ts";
import type { Covering } from "../../text/stretches.ts";
import type { TextMark } from "./marked.ts";

export type EditedField = "source" | "cue" | "content";

export interface Draft {
  passages: Readonly<Record<EditedField, readonly Span[]>>;
  /** Which field is edited, which part of it, and which end of that part moves. */
  field: EditedField;
  part: number;
  end: "start" | "end";
}

export function draftOf(passages: Record<EditedField, Passage>): Draft {
  return { passages, field: "content", part: 0, end: "end" };
}

export function partOf({ passages, field, part }: Draft): Span | null {
  return passages[field][part] ?? null;
}

/** The end moves; never over the other one, and never into the part beside. */
export function movedEnd(text: string, draft: Draft, unit: "word" | "letter", by: 1 | -1): Draft {
  const span = partOf(draft);
  if (span === null) return draft;
  const parts = draft.passages[draft.field];
  const low = parts[draft.part - 1]?.end ?? 0;
  const high = parts[draft.part + 1]?.start ?? text.length;
  const moved =
    draft.end === "start"
      ? { start: within(step(text, span.start, unit, by, "start"), low, span.end - 1), end: span.end }
      : { start: span.start, end: within(step(text, span.end, unit, by, "end"), span.start + 1, high) };
  return withPart(draft, moved);
}

/** The part is these words now; without a part they become the first. Parts that they meet go into them. */
export function withPart(draft: Draft, span: Span): Draft {
  const others = draft.passages[draft.field].filter((_, at) => at !== draft.part);
  const met = others.filter((other) => other.start <= span.end && span.start <= other.end);
  const whole = met.reduce(
    (all, { start, end }) => ({ start: Math.min(all.start, start), end: Math.max(all.end, end) }),
    { start: span.start, end: span.end },
  );
  const parts = [...others.filter((other) => !met.includes(other)), whole].sort((a, b) => a.start - b.start);
  return withParts(draft, parts, parts.indexOf(whole));
}

/** These words as a further part. */
export function withNewPart(draft: Draft, span: Span): Draft {
  return withPart({ ...draft, part: draft.passages[draft.field].length }, span);
}

export function withoutPart(draft: Draft): Draft {
  const parts = draft.passages[draft.field].filter((_, at) => at !== draft.part);
  return withParts(draft, parts, Math.max(0, draft.part - 1));
}

function withParts(draft: Draft, parts: readonly Span[], part: number): Draft {
  return { ...draft, passages: { ...draft.passages, [draft.field]: parts }, part };
}

/** Fields whose words differ, each with its new passage. */
export function changesIn(
  draft: Draft,
  former: Record<EditedField, Passage>,
  text: string,
): [EditedField, Passage][] {
  const fields = Object.keys(former) as EditedField[];
  return fields.flatMap((field): [EditedField, Passage][] => {
    const passage = draft.passages[field].map(({ start, end }) => placeAt(text, start, end));
    return JSON.stringify(passage.map(bare)) === JSON.stringify(former[field].map(bare))
      ? []
      : [[field, passage]];
  });
}

function bare({ start, end }: Span): [number, number] {
  return [start, end];
}

/** How the draft is shown in the text. */
export function draftCoverings(draft: Draft): Covering<TextMark>[] {
  const fields = Object.keys(draft.passages) as EditedField[];
  const edited = partOf(draft);
  const mark = (look: string): TextMark => ({ look, id: null, depth: 0 });
  return [
    ...fields.flatMap((field) =>
      draft.passages[field].map((span) => ({ span, what: mark(`edit-${field}`) })),
    ),
    ...(edited === null
      ? []
      : [
          { span: edited, what: mark("edited") },
          draft.end === "start"
            ? { span: { start: edited.start, end: edited.start + 1 }, what: mark("edge-start") }
            : { span: { start: edited.end - 1, end: edited.end }, what: mark("edge-end") },
        ]),
  ];
}

function within(at: number, low: number, high: number): number {
  return Math.min(Math.max(at, low), high);
}

function step(text: string, at: number, unit: "word" | "letter", by: 1 | -1, end: "start" | "end"): number {
  if (unit === "letter") return letterFrom(text, at, by);
  // A start stands before a word's first letter, an end after its last.
  const stands = (place: number) =>
    end === "start"
      ? isWord(text, place) && !isWord(text, place - 1)
      : isWord(text, place - 1) && !isWord(text, place);
  let to = at + by;
  while (to > 0 && to < text.length && !stands(to)) to += by;
  return within(to, 0, text.length);
}

/** Never between the halves of a character beyond the first plane. */
function letterFrom(text: string, at: number, by: 1 | -1): number {
  const to = within(at + by, 0, text.length);
  const isLow = (text.charCodeAt(to) & 0xfc00) === 0xdc00;
  return isLow ? within(to + by, 0, text.length) : to;
}

const WORD = /[\p{L}\p{N}\p{M}'’]/u;

function isWord(text: string, at: number): boolean {
  const point = at < 0 ? undefined : text.codePointAt(at);
  if (point === undefined) return false;
  if (point >= 0xdc00 && point <= 0xdfff) return isWord(text, at - 1);
  return WORD.test(String.fromCodePoint(point));
}
