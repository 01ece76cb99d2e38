/**
 * An XML file as a tree that knows where each word stands in the source.
 *
 * Takes XML and gives elements and texts with their offsets, by `saxes`, a
 * strict parser: what is not well-formed is refused with line and column. A
 * document type declaration is refused whatever it says, since entities that
 * grow, and files fetched from elsewhere, come in by that door. Depth, elements
 * and attributes are counted. Which elements are read is left to `tei.ts`.
 */

import { SaxesParser, type SaxesTagNS } from "saxes";
import { cannotRead } from "./errors.ts";
import type { PageElement, PageText } from "./page-tree.ts";

/** Deeper than any edition; far from where a walk would cost much. */
const MAX_DEPTH = 200;
const MAX_ELEMENTS = 400_000;
/** On one element. */
const MAX_ATTRIBUTES = 100;

/** The root element; names without their prefix, attributes with it ("xml:id"). */
export function xmlTreeOf(source: string, name?: string): PageElement {
  const root = elementOf("#file", new Map(), null, 0);
  let current = root;
  let elements = 0;
  let attributes = 0;
  /** Just after the last piece of markup. */
  let at = 0;
  const parser = new SaxesParser({ xmlns: true, position: true });

  /** Adds the words up to the markup that has just been read, and gives where that begins. */
  const flush = (): number => {
    const start = source.indexOf("<", at);
    const end = start === -1 ? source.length : start;
    addWords(current, source, at, end);
    return end;
  };

  parser.on("error", (error) => {
    throw cannotRead("format", name, `it is not well-formed XML: ${messageOf(error, parser)}`);
  });
  parser.on("doctype", () => {
    throw cannotRead(
      "format",
      name,
      `line ${parser.line} has a document type declaration (<!DOCTYPE …>), which Readout does not follow; take it out`,
    );
  });
  parser.on("attribute", () => {
    if (++attributes > MAX_ATTRIBUTES)
      throw cannotRead(
        "too-large",
        name,
        `line ${parser.line}: an element has more than ${MAX_ATTRIBUTES} attributes`,
      );
  });
  parser.on("opentag", (tag) => {
    attributes = 0;
    flush();
    at = parser.position;
    if (++elements > MAX_ELEMENTS)
      throw cannotRead("too-large", name, `it has more than ${MAX_ELEMENTS} elements`);
    if (current.depth >= MAX_DEPTH)
      throw cannotRead(
        "too-large",
        name,
        `line ${parser.line}: its elements are nested deeper than ${MAX_DEPTH}`,
      );
    const element = elementOf(tag.local, attributesOf(tag), current, elements);
    current.children.push(element);
    current = element;
  });
  parser.on("closetag", (tag) => {
    if (!tag.isSelfClosing) {
      flush();
      at = parser.position;
    }
    current = current.parent ?? root;
  });
  const skipTo = (closing: string) => () => {
    const start = flush();
    at = source.indexOf(closing, start) + closing.length;
  };
  parser.on("comment", skipTo("-->"));
  parser.on("processinginstruction", skipTo("?>"));
  parser.on("xmldecl", skipTo("?>"));
  parser.on("cdata", () => {
    const start = flush() + "<![CDATA[".length;
    const end = source.indexOf("]]>", start);
    current.children.push({ data: source.slice(start, end), start, end, parent: current });
    at = end + "]]>".length;
  });
  parser.write(source).close();
  const top = root.children.find((child): child is PageElement => "children" in child);
  if (!top) throw cannotRead("empty", name, "it holds no element");
  top.parent = null;
  return top;
}

function elementOf(
  name: string,
  attributes: Map<string, string>,
  parent: PageElement | null,
  index: number,
): PageElement {
  return { name, index, attributes, parent, depth: parent ? parent.depth + 1 : 0, children: [] };
}

function attributesOf(tag: SaxesTagNS): Map<string, string> {
  return new Map(Object.values(tag.attributes).map((attribute) => [attribute.name, attribute.value]));
}

/** "tag names do not match (line 7, column 12)": the parser sets the place before its message. */
function messageOf(error: Error, parser: { line: number; columnIndex: number }): string {
  const message = error.message.replace(/^[^ ]*\d+:\d+: /u, "").replace(/\.$/u, "");
  return `${message} (line ${parser.line}, column ${parser.columnIndex})`;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Words as they stand, and each character reference as a piece of its own, so that offsets stay exact. */
function addWords(parent: PageElement, source: string, from: number, to: number): void {
  const add = (data: string, start: number, end: number) => {
    if (end > start) parent.children.push({ data, start, end, parent } satisfies PageText);
  };
  let start = from;
  while (start < to) {
    const amp = source.indexOf("&", start);
    if (amp === -1 || amp >= to) break;
    const end = source.indexOf(";", amp) + 1;
    add(source.slice(start, amp), start, amp);
    add(characterOf(source.slice(amp + 1, end - 1)), amp, end);
    start = end;
  }
  if (start < to) add(source.slice(start, to), start, to);
}

/** The parser has already refused references that mean nothing. */
function characterOf(reference: string): string {
  if (reference.startsWith("#x")) return String.fromCodePoint(Number.parseInt(reference.slice(2), 16));
  if (reference.startsWith("#")) return String.fromCodePoint(Number.parseInt(reference.slice(1), 10));
  return NAMED[reference] ?? "";
}
