/**
 * The view of a text: its blocks as elements, their words in stretches, made
 * once and by hand, since a long document has thousands of them and none ever
 * changes but by a class. Text goes in as text nodes only.
 *
 * A stretch knows its place, so a click or a selection is told in offsets, and
 * a finding knows its stretches. What is shown beside the text is left to
 * `margin.ts`, what a click does to the page.
 */

import { countBefore } from "../../text/search.ts";
import type { Span } from "../../text/span.ts";
import { type Covering, type Stretch, stretchesIn } from "../../text/stretches.ts";
import type { Block } from "./blocks.ts";
import type { TextMark } from "./marked.ts";

/** Class of words that the address points at. */
const POINTED: TextMark = { look: "pointed", id: null, depth: -1 };
/** About how many code units stand on a line, to guess a block's height before it is laid out. */
const LINE_UNITS = 66;
const LINE_REM = 1.75;

export interface BlockView {
  block: Block;
  element: HTMLElement;
  coverings: Covering<TextMark>[];
  spans: HTMLElement[];
}

export class TextView {
  readonly blocks: BlockView[];
  readonly #text: string;
  readonly #stretches = new WeakMap<Node, Stretch<TextMark>>();
  readonly #byId = new Map<string, Set<HTMLElement>>();
  #pointed: Span | null = null;
  #selected: readonly string[] = [];

  constructor(text: string, blocks: readonly Block[], coverings: readonly Covering<TextMark>[]) {
    this.#text = text;
    const byBlock = bucketed(blocks, coverings);
    this.blocks = blocks.map((block, at) => ({
      block,
      element: elementFor(block),
      coverings: byBlock[at] ?? [],
      spans: [],
    }));
    for (const view of this.blocks) this.#fill(view);
  }

  /** Puts the text into the page. */
  mount(container: HTMLElement): void {
    const fragment = document.createDocumentFragment();
    for (const { element } of this.blocks) fragment.append(element);
    container.replaceChildren(fragment);
  }

  /** Ids of the findings whose words are there, the innermost first. */
  idsAt(target: EventTarget | null): string[] {
    const stretch = target instanceof Node ? this.#stretchOf(target) : null;
    const on = stretch?.on.filter(({ id }) => id !== null) ?? [];
    return [...new Set(on.sort((a, b) => b.depth - a.depth).flatMap(({ id }) => id ?? []))];
  }

  /** Marks the words of these findings as the chosen ones. */
  select(ids: readonly string[]): void {
    for (const [span, look] of this.#looksOf(this.#selected)) span.classList.remove(`chosen-${look}`);
    this.#selected = ids;
    for (const [span, look] of this.#looksOf(ids)) span.classList.add(`chosen-${look}`);
  }

  /** Words of these findings, each with what it is in them. */
  *#looksOf(ids: readonly string[]): Generator<[HTMLElement, string]> {
    for (const own of ids)
      for (const span of this.#byId.get(own) ?? [])
        for (const { id, look } of this.#stretches.get(span)?.on ?? []) if (id === own) yield [span, look];
  }

  /** Marks a place that the address points at; `null` takes the mark away. */
  point(span: Span | null): void {
    const former = this.#pointed;
    this.#pointed = span;
    for (const view of this.blocks) if (isIn(view.block, former) || isIn(view.block, span)) this.#fill(view);
    this.select(this.#selected);
  }

  /** First element of a place's words; `null` where nothing of it is shown. */
  elementAt(start: number): HTMLElement | null {
    const at = countBefore(this.blocks.length, (index) => (this.blocks[index]?.block.end ?? 0) <= start);
    const view = this.blocks[at];
    if (view === undefined) return null;
    return view.spans.find((span) => (this.#stretches.get(span)?.end ?? 0) > start) ?? view.element;
  }

  /** First and last elements of a place within a block; `null` where it has none. */
  edgesIn({ block, spans }: BlockView, { start, end }: Span): [HTMLElement, HTMLElement] | null {
    if (start >= block.end || end <= block.start) return null;
    const stretchAt = (index: number) => this.#stretches.get(spans[index] ?? document);
    const first = spans[countBefore(spans.length, (index) => (stretchAt(index)?.end ?? 0) <= start)];
    const last = spans[countBefore(spans.length, (index) => (stretchAt(index)?.start ?? 0) < end) - 1];
    return first === undefined || last === undefined ? null : [first, last];
  }

  /** What the person selected, in offsets and without white space at its ends; `null` when nothing of the text. */
  selection(): Span | null {
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
    if (range === undefined || range.collapsed) return null;
    const start = this.#offsetOf(range.startContainer, range.startOffset, "after");
    const end = this.#offsetOf(range.endContainer, range.endOffset, "before");
    if (start === null || end === null || start >= end) return null;
    const words = this.#text.slice(start, end);
    const from = start + (words.length - words.trimStart().length);
    const to = end - (words.length - words.trimEnd().length);
    return from < to ? { start: from, end: to } : null;
  }

  #fill(view: BlockView): void {
    for (const span of view.spans) this.#forget(span);
    const pointed = this.#pointed;
    const coverings =
      isIn(view.block, pointed) && pointed !== null
        ? [...view.coverings, { span: pointed, what: POINTED }]
        : view.coverings;
    view.spans = stretchesIn(view.block, coverings).map((stretch) => this.#spanFor(stretch));
    view.element.replaceChildren(...view.spans);
  }

  #spanFor(stretch: Stretch<TextMark>): HTMLElement {
    const span = document.createElement("span");
    span.textContent = this.#text.slice(stretch.start, stretch.end);
    const looks = new Set(stretch.on.map(({ look }) => look));
    if (looks.size > 0) span.className = [...looks].join(" ");
    this.#stretches.set(span, stretch);
    const told = stretch.on.flatMap(({ says }) => says ?? []);
    if (told.length > 0) span.title = told.join(" ");
    for (const { id } of stretch.on) {
      if (id === null) continue;
      const there = this.#byId.get(id);
      if (there === undefined) this.#byId.set(id, new Set([span]));
      else there.add(span);
    }
    return span;
  }

  #forget(span: HTMLElement): void {
    for (const { id } of this.#stretches.get(span)?.on ?? [])
      if (id !== null) this.#byId.get(id)?.delete(span);
  }

  #stretchOf(node: Node): Stretch<TextMark> | null {
    return this.#stretches.get(node) ?? this.#stretches.get(node.parentNode ?? node) ?? null;
  }

  /** Offset of a point of the page; between blocks that of the block `after` or `before` it. */
  #offsetOf(node: Node, offset: number, side: "after" | "before"): number | null {
    const stretch = this.#stretchOf(node);
    if (stretch !== null && node.nodeType === Node.TEXT_NODE) return stretch.start + offset;
    const point = document.createRange();
    point.setStart(node, offset);
    if (side === "after") {
      const at = countBefore(this.blocks.length, (index) => isBefore(this.blocks[index], point));
      return this.#edgeIn(this.blocks[at], point, "after");
    }
    const at = countBefore(this.blocks.length, (index) => startsBefore(this.blocks[index], point)) - 1;
    return this.#edgeIn(this.blocks[at], point, "before");
  }

  #edgeIn(view: BlockView | undefined, point: Range, side: "after" | "before"): number | null {
    if (view === undefined) return null;
    const inside = view.spans.filter((span) => point.comparePoint(span, 0) === (side === "after" ? 1 : -1));
    const span = side === "after" ? inside[0] : inside.at(-1);
    const stretch = span === undefined ? undefined : this.#stretches.get(span);
    if (side === "after") return stretch?.start ?? view.block.start;
    return stretch?.end ?? view.block.end;
  }
}

/** Whether the block ends before the point. */
function isBefore(view: BlockView | undefined, point: Range): boolean {
  const last = view?.element;
  return last !== undefined && point.comparePoint(last, last.childNodes.length) < 0;
}

function startsBefore(view: BlockView | undefined, point: Range): boolean {
  return view !== undefined && point.comparePoint(view.element, 0) < 0;
}

function isIn(block: Span, span: Span | null): boolean {
  return span !== null && span.start < block.end && span.end > block.start;
}

function elementFor({ kind, start, end, goesOn }: Block): HTMLElement {
  const element = document.createElement("p");
  element.className = `block ${kind}${goesOn ? " goes-on" : ""}`;
  const lines = Math.ceil((end - start) / LINE_UNITS);
  element.style.setProperty("contain-intrinsic-size", `auto ${(lines * LINE_REM).toFixed(2)}rem`);
  return element;
}

/** Coverings by the block that they touch; one over several stands in each. */
function bucketed(
  blocks: readonly Block[],
  coverings: readonly Covering<TextMark>[],
): Covering<TextMark>[][] {
  const buckets = blocks.map((): Covering<TextMark>[] => []);
  for (const covering of coverings) {
    const { start, end } = covering.span;
    let at = countBefore(blocks.length, (index) => (blocks[index]?.end ?? 0) <= start);
    for (; at < blocks.length && (blocks[at]?.start ?? 0) < end; at++) buckets[at]?.push(covering);
  }
  return buckets;
}
