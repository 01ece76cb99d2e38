/**
 * Quotations: what stands between quotation marks, however badly they pair.
 *
 * Takes a text and its paragraphs, gives quotations in text order, nested ones
 * with the index of the one around them. Which way a mark faces is decided by
 * what stands beside it first and by its shape second: machine translation and
 * hurried typing use an opening mark to close (`Russia. “`), and pairing by
 * shape would then swallow the narrator's next paragraph. A quotation never
 * goes past its paragraph, unless the next paragraph opens with a mark again:
 * the convention for long quotations.
 *
 * Known misses: an apostrophe that ends a word ("the leaders’ talks") inside
 * single marks closes them; a mark left out at the start of a quotation is
 * noted as unpaired and the words before it are not taken for quoted.
 */

import { isSpace, type Passage, placeAt, type Span, trimmedAt } from "./span.ts";

export type QuotationKind =
  /** Somebody's words at length. */
  | "speech"
  /** A few words in marks: quoted in passing, or held at a distance. */
  | "scare";

/** How the quotation's end was found. */
export type QuotationEnd =
  /** By its own closing mark. */
  | "closed"
  /** By an opening mark that stands where a closing one belongs. */
  | "opening-mark"
  /** No mark ends it; it is taken to end with its paragraph, or where the next quotation begins. */
  | "never";

export interface QuotationSpan {
  /** What stands between the marks, a part for each paragraph. */
  inner: Passage;
  /** With the marks. */
  outer: Passage;
  kind: QuotationKind;
  end: QuotationEnd;
  /** Index of the quotation that this one stands in; `null` for none. */
  within: number | null;
}

export interface Quotations {
  quotations: QuotationSpan[];
  /** Marks that open or close nothing. */
  unpaired: Span[];
}

type Facing = "opens" | "closes" | "either";

interface Mark extends Span {
  /** Marks of one family pair with each other: double with double, single with single. */
  family: "double" | "single" | "angle";
  facing: Facing;
  /** Whether its shape is that of an opening mark. */
  opening: boolean;
}

/** One quotation as found in one paragraph, before parts over several paragraphs are joined. */
interface Part {
  open: Mark;
  close: Mark | null;
  end: number;
  parent: Part | null;
}

export function quotationsIn(text: string, paragraphs: readonly Span[]): Quotations {
  const unpaired: Span[] = [];
  const quotations: QuotationSpan[] = [];
  /** Index of a quotation that was open when the last paragraph ended. */
  let goingOn = -1;
  for (const paragraph of paragraphs) {
    const parts = partsIn(text, paragraph, unpaired);
    const indexes = new Map<Part, number>();
    for (const part of parts) {
      const continued = quotations[goingOn];
      if (continued && part === parts[0] && part.open.start === paragraph.start && part.parent === null) {
        extend(text, continued, part);
        indexes.set(part, goingOn);
      } else {
        indexes.set(part, quotations.length);
        const within = part.parent ? (indexes.get(part.parent) ?? null) : null;
        quotations.push(quotationOf(text, part, within));
      }
    }
    const open = parts.find(
      (part) => part.parent === null && part.close === null && part.end === paragraph.end,
    );
    goingOn = (open && indexes.get(open)) ?? -1;
  }
  return { quotations, unpaired };
}

function quotationOf(text: string, part: Part, within: number | null): QuotationSpan {
  const inner = innerOf(text, part);
  const outer = placeAt(text, part.open.start, part.close ? part.close.end : part.end);
  const end = endOf(text, part);
  return { inner: inner ? [inner] : [], outer: [outer], kind: kindOf(inner?.words ?? ""), end, within };
}

/** German sets „ … “, so that its closing mark has the shape of an English opening one. */
function endOf(text: string, part: Part): QuotationEnd {
  if (part.close === null) return "never";
  return part.close.opening && text[part.open.start] !== "„" ? "opening-mark" : "closed";
}

/** The earlier quotation goes on with this paragraph's part. */
function extend(text: string, quotation: QuotationSpan, part: Part): void {
  const more = quotationOf(text, part, quotation.within);
  quotation.inner.push(...more.inner);
  quotation.outer.push(...more.outer);
  quotation.end = more.end;
  quotation.kind = "speech";
}

function innerOf(text: string, part: Part) {
  return trimmedAt(text, part.open.end, part.close ? part.close.start : part.end);
}

const SCARE_WORDS = 3;

/** Up to three words without a stop at their end are a scare quote or a catchword, not speech. */
function kindOf(inner: string): QuotationKind {
  if (/[.!?,…]$/.test(inner)) return "speech";
  return inner.split(/\s+/, SCARE_WORDS + 1).length <= SCARE_WORDS ? "scare" : "speech";
}

/** Pairs the marks of one paragraph with a stack: opening marks wait for their closing one. */
function partsIn(text: string, paragraph: Span, unpaired: Span[]): Part[] {
  const parts: Part[] = [];
  const waiting: Part[] = [];
  for (const mark of marksIn(text, paragraph)) {
    const at = lastWaiting(waiting, mark.family);
    if (opensNow(mark, at !== -1)) {
      if (waiting.length >= DEEPEST) {
        unpaired.push({ start: mark.start, end: mark.end });
        continue;
      }
      const open: Part = {
        open: mark,
        close: null,
        end: paragraph.end,
        parent: waiting[waiting.length - 1] ?? null,
      };
      parts.push(open);
      waiting.push(open);
    } else if (at === -1) {
      if (mark.family !== "single") unpaired.push({ start: mark.start, end: mark.end });
    } else {
      const part = waiting[at];
      if (part) {
        part.close = mark;
        part.end = mark.end;
      }
      for (const lost of waiting.splice(at)) if (lost !== part) lost.end = mark.start;
    }
  }
  return settled(text, parts, waiting);
}

function opensNow(mark: Mark, isOpen: boolean): boolean {
  if (mark.facing === "opens") return true;
  if (mark.facing === "closes") return false;
  return mark.opening || !isOpen;
}

/** So many quotations inside each other are open at once at most; a further opening mark is told as unpaired. */
const DEEPEST = 8;

function lastWaiting(waiting: readonly Part[], family: Mark["family"]): number {
  for (let i = waiting.length - 1; i >= 0; i--) if (waiting[i]?.open.family === family) return i;
  return -1;
}

/**
 * What never closed: a single mark was an apostrophe after all; a double one
 * ends where the next quotation begins after a full stop, else with its paragraph.
 */
function settled(text: string, parts: Part[], waiting: readonly Part[]): Part[] {
  const open = new Set(waiting);
  const dropped = new Set(waiting.filter((part) => part.open.family === "single"));
  for (const part of parts) {
    while (part.parent && dropped.has(part.parent)) part.parent = part.parent.parent;
    const outer = part.parent;
    if (!outer || !open.has(outer) || outer.parent !== null) continue;
    if (outer.end > part.open.start && endsSentence(text, part.open.start)) outer.end = part.open.start;
    if (outer.end <= part.open.start) part.parent = null;
  }
  return parts.filter((part) => !dropped.has(part));
}

function endsSentence(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && isSpace(text.charCodeAt(before - 1))) before--;
  return /[.!?…:]/.test(text[before - 1] ?? "");
}

const MARKS = /["“”„‟«»‹›‘’‚‛'`]/g;

/** The quotation marks of a paragraph, apostrophes left out as far as what stands beside them shows. */
function marksIn(text: string, paragraph: Span): Mark[] {
  const marks: Mark[] = [];
  let past = paragraph.start;
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(MARKS)) {
    const at = paragraph.start + match.index;
    const mark = at < past ? null : markAt(text, at, paragraph);
    if (!mark) continue;
    marks.push(mark);
    past = mark.end;
  }
  return marks;
}

function markAt(text: string, at: number, paragraph: Span): Mark | null {
  const shape = text[at] ?? "";
  // Two single marks in a row are one double mark, as typewriters and TeX make it.
  const twin = (shape === "'" || shape === "`" || shape === "’" || shape === "‘") && text[at + 1] === shape;
  const end = twin ? at + 2 : at + 1;
  const facing = facingOf(text, at, end, paragraph);
  const opening = "“„«‹‘‚`".includes(shape);
  if (twin || '"“”„‟'.includes(shape))
    return { start: at, end, family: "double", facing: settle(facing, shape), opening };
  if ("«»‹›".includes(shape))
    return { start: at, end, family: "angle", facing: settle(facing, shape), opening };
  if (shape === "`") return null;
  return isApostrophe(text, at, facing, shape)
    ? null
    : { start: at, end, family: "single", facing: settle(facing, shape), opening };
}

/** Where the neighbours do not tell, the shape does; a straight mark stays either. */
function settle(facing: Facing, shape: string): Facing {
  if (facing !== "either") return facing;
  if ("”’»›".includes(shape)) return "closes";
  return "“„«‹‘‚".includes(shape) ? "opens" : "either";
}

/** Which way a mark faces by what stands beside it: space before and a word after opens; the reverse closes. */
function facingOf(text: string, start: number, end: number, paragraph: Span): Facing {
  const before = start === paragraph.start ? " " : (text[start - 1] ?? " ");
  const after = end >= paragraph.end ? " " : (text[end] ?? " ");
  const spaceBefore = isSpace(before.charCodeAt(0)) || /[([{—–-]/.test(before);
  const spaceAfter = isSpace(after.charCodeAt(0)) || /[.,;:!?)\]}…—–-]/.test(after);
  const markBefore = /["“„«‘'”]/.test(before);
  const markAfter = /["”»’'“]/.test(after);
  if (spaceBefore && spaceAfter)
    return end >= paragraph.end ? "closes" : start === paragraph.start ? "opens" : "either";
  if (spaceBefore && !markAfter) return "opens";
  if (spaceAfter && !markBefore) return "closes";
  if (spaceBefore) return "opens";
  if (spaceAfter) return "closes";
  if (/[.,!?…]/.test(before) && /\p{Lu}/u.test(after)) return "closes";
  return "either";
}

/** A single mark inside or at the end of a word, or before a decade ("’90s"), is an apostrophe. */
function isApostrophe(text: string, at: number, facing: Facing, shape: string): boolean {
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  if (facing === "either") return true;
  if (facing === "opens") return /\d/.test(after) || (shape === "’" && /\p{L}/u.test(after));
  // "the leaders’ talks": a plural's apostrophe, unless something is open that it could close; taken for one
  // when a word of lower case follows.
  return before === "s" && after === " " && /\p{Ll}/u.test(text[at + 2] ?? "");
}
