/**
 * The margin: nested rules beside a text, a line beside each block's words that
 * are somebody's, the outermost farthest out. On top of a rule stands a round
 * dot where the machine found it and a square where a person had a hand.
 *
 * A rule reaches from the first line of its words to the last, so blocks are
 * measured, but only those on screen, all read first and then all written.
 */

import type { MarginRule } from "./marked.ts";
import type { BlockView, TextView } from "./text-view.ts";

/** Deeper ones share the innermost line. */
export const DEEPEST = 5;

export class Margin {
  readonly #view: TextView;
  readonly #rules = new Map<HTMLElement, MarginRule[]>();
  readonly #blocks = new Map<Element, BlockView>();
  readonly #near = new Set<BlockView>();
  /** Those whose rules still fit. */
  readonly #drawn = new Set<BlockView>();
  readonly #corrected: ReadonlySet<string>;
  readonly #seen: IntersectionObserver;
  readonly #resized: ResizeObserver;
  #chosen: string | null = null;
  #asked = 0;

  /** @param corrected ids of attributions and statements in which a person had a hand. */
  constructor(
    view: TextView,
    container: HTMLElement,
    rules: readonly MarginRule[],
    corrected: ReadonlySet<string>,
  ) {
    this.#view = view;
    this.#corrected = corrected;
    const looked = new Set(rules);
    for (const block of view.blocks) {
      this.#blocks.set(block.element, block);
      const own: MarginRule[] = [];
      for (const rule of looked) {
        // Rules come in text order: what ends before this block is done with.
        if (rule.start >= block.block.end) break;
        if (rule.end <= block.block.start) looked.delete(rule);
        else own.push(rule);
      }
      if (own.length > 0) this.#rules.set(block.element, own);
    }
    this.#seen = new IntersectionObserver((entries) => this.#onSeen(entries), { rootMargin: "200px 0px" });
    for (const element of this.#rules.keys()) this.#seen.observe(element);
    this.#resized = new ResizeObserver(() => this.redraw());
    this.#resized.observe(container);
  }

  /** Marks the rule of the chosen statement's attribution. */
  choose(id: string | null): void {
    for (const line of this.#lines()) line.classList.toggle("chosen", line.dataset["id"] === id);
    this.#chosen = id;
  }

  /** Draws all anew, what is on screen at once: words were made anew, or lines broke elsewhere. */
  redraw(): void {
    this.#drawn.clear();
    this.#ask();
  }

  stop(): void {
    this.#seen.disconnect();
    this.#resized.disconnect();
    cancelAnimationFrame(this.#asked);
  }

  #onSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const block = this.#blocks.get(target);
      if (block === undefined) continue;
      if (isIntersecting) this.#near.add(block);
      else this.#near.delete(block);
    }
    this.#ask();
  }

  #ask(): void {
    cancelAnimationFrame(this.#asked);
    this.#asked = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const fresh = [...this.#near].filter((block) => !this.#drawn.has(block));
    const measured = fresh.map((block) => ({ block, lines: this.#measured(block) }));
    for (const { block, lines } of measured) {
      this.#drawn.add(block);
      for (const old of block.element.querySelectorAll(":scope > .rule")) old.remove();
      block.element.append(...lines.map((line) => this.#lineFor(line)));
    }
  }

  #measured(block: BlockView): Measured[] {
    const top = block.element.getBoundingClientRect().top;
    return (this.#rules.get(block.element) ?? []).flatMap((rule) => {
      const edges = this.#view.edgesIn(block, rule);
      const first = edges?.[0].getClientRects()[0];
      const last = [...(edges?.[1].getClientRects() ?? [])].at(-1);
      if (first === undefined || last === undefined) return [];
      return [
        {
          rule,
          top: first.top - top,
          height: last.bottom - first.top,
          begins: rule.start >= block.block.start,
        },
      ];
    });
  }

  #lineFor({ rule, top, height, begins }: Measured): HTMLElement {
    const line = document.createElement("i");
    const hand = this.#corrected.has(rule.id) ? "human" : "machine";
    line.className = `rule ${hand}${begins ? " begins" : ""}${rule.narrated ? " narrated" : ""}`;
    if (rule.id === this.#chosen) line.classList.add("chosen");
    line.dataset["id"] = rule.id;
    line.ariaHidden = "true";
    line.style.setProperty("--depth", String(Math.min(rule.depth, DEEPEST)));
    line.style.setProperty("top", `${top.toFixed(1)}px`);
    line.style.setProperty("height", `${height.toFixed(1)}px`);
    return line;
  }

  *#lines(): Generator<HTMLElement> {
    for (const { element } of this.#drawn) yield* element.querySelectorAll<HTMLElement>(":scope > .rule");
  }
}

interface Measured {
  rule: MarginRule;
  top: number;
  height: number;
  /** Whether its first words stand in this block. */
  begins: boolean;
}
