/**
 * TEI: source to text. Takes the decoded source of one document in TEI XML and
 * gives its text with a map back, what the markup says of it, and what was left
 * out and told: editors' notes, page numbers, lists of persons in front.
 *
 * A file holds one document: the `div` of type "document" where there is one,
 * else the whole body. A volume of many is refused, since its contacts have
 * nothing to do with each other. Of two readings of one place the printed one
 * is kept (`sic` before `corr`, `orig` before `reg`, `abbr` before `expan`).
 */

import type { RegionHint } from "../text/regions.ts";
import { cannotRead } from "./errors.ts";
import type { Extract, LeftOut } from "./extracts.ts";
import { isElement, nodesBelow, type PageElement, type PageText } from "./page-tree.ts";
import { factsInTei } from "./tei-facts.ts";
import { type Break, TextWriter } from "./text-writer.ts";
import { xmlTreeOf } from "./xml-tree.ts";

export function extractTei(source: string, name?: string): Extract {
  const root = xmlTreeOf(source, name);
  if (!/^TEI(?:\.2)?$/u.test(root.name)) {
    const which =
      root.name === "teiCorpus" ? "a corpus of several documents" : `XML whose root is <${root.name}>`;
    throw cannotRead("format", name, `it is ${which}; Readout reads TEI with one document in a file`);
  }
  const document = documentIn(root, name);
  const { text, map, hints, leftOut } = wordsOf(root, document);
  return { text, map, hints, leftOut, facts: factsInTei(root, document, text, hints) };
}

/** The one document of the file: a `div` of that type, else the body. */
function documentIn(root: PageElement, name?: string): PageElement {
  const found: PageElement[] = [];
  let body: PageElement | null = null;
  for (const node of nodesBelow(root)) {
    if (!isElement(node)) continue;
    if (node.name === "body") body ??= node;
    if (/^div\d?$/u.test(node.name) && node.attributes.get("type") === "document") found.push(node);
  }
  if (found.length > 1)
    throw cannotRead("format", name, `it holds ${found.length} documents; cut it into one file for each`);
  const document = found[0] ?? body;
  if (!document) throw cannotRead("empty", name, "it is TEI without a <body>");
  return document;
}

const OUT: Readonly<Record<string, string>> = {
  note: "editors' notes",
  fw: "running heads and page numbers",
  figDesc: "descriptions of pictures",
  corr: "editors' other readings",
  reg: "editors' other readings",
  expan: "editors' other readings",
  del: "deleted words",
};

/** Readings that replace another one beside them, and are kept where there is none. */
const SECOND = new Set(["corr", "reg", "expan"]);

/** Line breaks that an element puts around itself: an empty line for a block, a line break, a space. */
const AROUND: Readonly<Record<string, Break>> = {
  ...every(
    3,
    "p ab div div1 div2 div3 div4 head dateline opener closer postscript list item table lg sp floatingText",
  ),
  ...every(2, "row l signed salute trailer byline docDate label"),
  ...every(1, "cell speaker"),
};

function every(size: Break, names: string): Record<string, Break> {
  return Object.fromEntries(names.split(" ").map((name) => [name, size]));
}

interface Context {
  out: string | null;
  hint: { kind: RegionHint["kind"]; why: string } | null;
}

type Step = { node: PageElement | PageText; context: Context } | { close: PageElement };

interface TeiWords extends Pick<Extract, "text" | "map" | "leftOut"> {
  hints: RegionHint[];
}

function wordsOf(root: PageElement, document: PageElement): TeiWords {
  const writer = new TextWriter();
  const leftOut = new Map<string, number>();
  const number = numberBefore(document);
  let pages = 0;
  const stack: Step[] = [{ node: root, context: { out: OUTSIDE, hint: null } }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    if ("close" in step) writer.separate(AROUND[step.close.name] ?? 0);
    else if (isElement(step.node)) {
      const { node } = step;
      if (node.name === "teiHeader") continue;
      if (node.name === "lb") writer.breakLine();
      if (node.name === "pb" && step.context.out === null) pages++;
      writer.separate(AROUND[node.name] ?? 0);
      const context = contextOf(node, step.context, document);
      stack.push({ close: node });
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i];
        if (child) stack.push({ node: child, context });
      }
    } else if (step.context.out !== null) count(leftOut, step.context.out, step.node.data);
    else if (step.node === number?.node) {
      const { node, length } = number;
      count(leftOut, "the document's number", node.data.slice(0, length));
      writer.write({ data: node.data.slice(length), start: node.start + length, end: node.end }, PLAIN(step));
    } else writer.write(step.node, PLAIN(step));
  }
  const told: LeftOut[] = Array.from(leftOut, ([why, characters]) => ({ why, characters }));
  if (pages > 0) told.push({ why: `page breaks are not part of the text (${pages})`, characters: 0 });
  return { ...writer.finish(), leftOut: told };
}

const OUTSIDE = "outside the document";
const PLAIN = (step: { context: Context }) => ({ pre: false, hint: step.context.hint });

function count(leftOut: Map<string, number>, why: string, words: string): void {
  const characters = words.replace(/\s+/gu, " ").trim().length;
  if (characters > 0) leftOut.set(why, (leftOut.get(why) ?? 0) + characters);
}

function contextOf(element: PageElement, outer: Context, document: PageElement): Context {
  if (element === document) return { out: null, hint: null };
  if (outer.out !== null && outer.out !== OUTSIDE) return outer;
  if (outer.out === OUTSIDE) return { out: whyOutside(element), hint: null };
  const out = whyOut(element);
  if (out !== null) return { out, hint: null };
  if (element.name === "head" && element.parent === document)
    return { out: null, hint: { kind: "headline", why: "head of the document" } };
  if (element.name === "dateline") return { out: null, hint: { kind: "dateline", why: "dateline" } };
  return outer;
}

/** Lists of persons, terms and sources that come before a document in an edition are told by their name. */
function whyOutside(element: PageElement): string {
  const isPersons =
    element.name === "listPerson" || /persons|people/u.test(element.attributes.get("xml:id") ?? "");
  return isPersons ? "list of persons" : OUTSIDE;
}

function whyOut(element: PageElement): string | null {
  if (element.name === "note" && element.attributes.get("type") === "source") return "source note";
  if (SECOND.has(element.name) && element.parent?.name !== "choice") return null;
  return OUT[element.name] ?? null;
}

/** "182. " at the head of document 182 of a volume: the edition's, not the document's. */
function numberBefore(document: PageElement): { node: PageText; length: number } | null {
  const number = document.attributes.get("n");
  const head = document.children.find(
    (child): child is PageElement => isElement(child) && child.name === "head",
  );
  const first = head?.children[0];
  if (!number || !first || isElement(first)) return null;
  const lead = /^\s*/u.exec(first.data)?.[0].length ?? 0;
  return first.data.startsWith(`${number}. `, lead)
    ? { node: first, length: lead + number.length + 2 }
    : null;
}
