/**
 * A page as a tree that knows where each word stands in the source.
 *
 * Takes HTML, however broken, and gives elements and texts with their offsets.
 * Of the attributes only those are kept that say something about the text.
 * Built without recursion; a page nested deeper or with more elements than any
 * page is refused, since every later step would pay for it.
 */

import { Parser } from "htmlparser2";
import { cannotRead } from "./errors.ts";

export interface PageElement {
  name: string;
  /** Number in the page, in the order of opening. */
  index: number;
  attributes: Map<string, string>;
  parent: PageElement | null;
  depth: number;
  children: (PageElement | PageText)[];
}

export interface PageText {
  /** The decoded words. */
  data: string;
  start: number;
  /** Shorter or longer than the data when an entity stands here. */
  end: number;
  parent: PageElement;
}

export interface Page {
  root: PageElement;
  /** By index. */
  elements: PageElement[];
}

/** Browsers stop at 512. */
const MAX_DEPTH = 1000;
const MAX_ELEMENTS = 400_000;
const LONGEST_ATTRIBUTE = 2000;

const KEPT_ATTRIBUTES = new Set(
  "class id style hidden role lang rel href name content property itemprop itemtype type datetime aria-hidden aria-modal".split(
    " ",
  ),
);

export function pageFrom(source: string, name?: string): Page {
  const root: PageElement = {
    name: "#page",
    index: 0,
    attributes: new Map(),
    parent: null,
    depth: 0,
    children: [],
  };
  const elements = [root];
  let current = root;
  const parser = new Parser(
    {
      onopentagname(tag) {
        const depth = current.depth + 1;
        if (depth > MAX_DEPTH)
          throw cannotRead("too-large", name, `its elements are nested deeper than ${MAX_DEPTH}`);
        if (elements.length >= MAX_ELEMENTS) {
          throw cannotRead("too-large", name, `it has more than ${MAX_ELEMENTS} elements`);
        }
        const element: PageElement = {
          name: tag,
          index: elements.length,
          attributes: new Map(),
          parent: current,
          depth,
          children: [],
        };
        current.children.push(element);
        elements.push(element);
        current = element;
      },
      onattribute(key, value) {
        if (!KEPT_ATTRIBUTES.has(key) || current.attributes.has(key)) return;
        current.attributes.set(key, value.slice(0, LONGEST_ATTRIBUTE));
      },
      onclosetag() {
        current = current.parent ?? root;
      },
      ontext(data) {
        addText(current, data, parser.startIndex, parser.endIndex + 1);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(source);
  return { root, elements };
}

function addText(parent: PageElement, data: string, start: number, end: number): void {
  parent.children.push({ data, start, end, parent });
}

export function isElement(node: PageElement | PageText): node is PageElement {
  return "children" in node;
}

/** Every element and text below, in source order. */
export function* nodesBelow(root: PageElement): Generator<PageElement | PageText> {
  const stack: (PageElement | PageText)[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    if (!isElement(node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) stack.push(child);
    }
  }
}

/** All words in an element, white space collapsed. */
export function wordsIn(element: PageElement): string {
  const parts: string[] = [];
  for (const node of nodesBelow(element)) if (!isElement(node)) parts.push(node.data);
  return parts.join("").replace(/\s+/gu, " ").trim();
}

const NOT_SHOWN = new Set(
  "head title script style noscript template svg math iframe object embed canvas audio video map datalist".split(
    " ",
  ),
);
const CONTROLS = new Set("button select option textarea input form label".split(" "));

/** Why the words of an element itself are not to be read; `null` when they are. */
export function hiddenWhy(element: PageElement): "code" | "hidden" | "controls" | null {
  if (NOT_SHOWN.has(element.name)) return "code";
  const { attributes } = element;
  if (attributes.has("hidden") || attributes.get("aria-hidden") === "true") return "hidden";
  if (/display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden/iu.test(attributes.get("style") ?? ""))
    return "hidden";
  return CONTROLS.has(element.name) && element.name !== "form" ? "controls" : null;
}
