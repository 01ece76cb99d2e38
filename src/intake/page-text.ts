/**
 * The text of a page: its words as a reader sees them, with a way back.
 *
 * Takes a page and the elements that are kept, walks them in source order and
 * gives the text, a map of where each part of it stands in the source, what the
 * markup says about stretches of it (headings, captions), and how many
 * characters were left out for which reason. White space is collapsed as a
 * browser does, no-break spaces stay; blocks are parted by an empty line, lines
 * (`br`, list items, table rows) by a line break.
 */

import type { RegionHint } from "../text/regions.ts";
import type { LeftOut, SourceMap } from "./extracts.ts";
import { hiddenWhy, isElement, type PageElement, type PageText } from "./page-tree.ts";
import { type Break, type Setting, TextWriter } from "./text-writer.ts";

export interface PageWords {
  text: string;
  map: SourceMap;
  hints: RegionHint[];
  leftOut: LeftOut[];
}

const BLOCKS = new Set(
  (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html main nav ol p pre section summary table tbody tfoot thead ul"
  ).split(" "),
);
const LINES = new Set(["li", "tr", "caption"]);
const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

/** Parts of a page that never are its main text, by element or role; the reason is told to the user. */
const FURNITURE: Readonly<Record<string, string>> = {
  nav: "menu",
  navigation: "menu",
  menu: "menu",
  menubar: "menu",
  tablist: "menu",
  aside: "side column",
  complementary: "side column",
  footer: "page footer",
  contentinfo: "page footer",
  banner: "page header",
  search: "search",
  dialog: "dialog",
  alertdialog: "dialog",
};

const MAY_BE_MEANT = new Set(["side column", "page footer", "page header"]);

/** What a subtree passes on to all that stands in it. */
interface Context extends Setting {
  /** Why its words are not read; `null` as long as they may be. */
  out: string | null;
}

type Step = { node: PageElement | PageText; context: Context } | { close: PageElement };

export function pageWords(root: PageElement, kept: ReadonlySet<number> | null): PageWords {
  const writer = new TextWriter();
  const leftOut = new Map<string, number>();
  const stack: Step[] = [{ node: root, context: { out: null, pre: false, hint: null } }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    if ("close" in step) writer.separate(breakAround(step.close));
    else if (isElement(step.node) && step.node.name === "br") writer.breakLine();
    else if (isElement(step.node)) enter(step.node, step.context, stack, writer);
    else putText(step.node, step.context, kept, writer, leftOut);
  }
  return { ...writer.finish(), leftOut: Array.from(leftOut, ([why, characters]) => ({ why, characters })) };
}

function enter(element: PageElement, outer: Context, stack: Step[], writer: TextWriter): void {
  writer.separate(breakAround(element));
  const context = contextOf(element, outer);
  stack.push({ close: element });
  for (let index = element.children.length - 1; index >= 0; index--) {
    const node = element.children[index];
    if (node) stack.push({ node, context });
  }
}

function contextOf(element: PageElement, outer: Context): Context {
  const hidden = hiddenWhy(element);
  const out = hidden === "controls" ? "buttons and forms" : (hidden ?? outer.out);
  const pre = outer.pre || element.name === "pre";
  if (HEADINGS.has(element.name))
    return { out, pre, hint: { kind: "headline", why: `heading (${element.name})` } };
  if (element.name === "figcaption")
    return { out, pre, hint: { kind: "caption", why: "caption of a figure" } };
  return { out, pre, hint: outer.hint };
}

function putText(
  node: PageText,
  context: Context,
  kept: ReadonlySet<number> | null,
  writer: TextWriter,
  leftOut: Map<string, number>,
): void {
  const why = context.out ?? whyLeftOut(node.parent, kept);
  if (why === null) {
    writer.write(node, context);
    return;
  }
  const characters = node.data.replace(/\s+/gu, " ").trim().length;
  if (why !== "code" && characters > 0) leftOut.set(why, (leftOut.get(why) ?? 0) + characters);
}

function whyLeftOut(parent: PageElement, kept: ReadonlySet<number> | null): string | null {
  const isKept = kept?.has(parent.index) === true;
  const furniture = furnitureAround(parent);
  // On a short page Readability gives up being strict and keeps menus too; a note in an `aside` may be meant.
  if (furniture && !(isKept && MAY_BE_MEANT.has(furniture))) return furniture;
  return kept === null || isKept ? null : "outside the main text";
}

function furnitureAround(element: PageElement): string | null {
  for (let up: PageElement | null = element; up; up = up.parent) {
    const why = FURNITURE[up.attributes.get("role") ?? ""] ?? FURNITURE[up.name];
    if (why) return why;
    if (up.name === "article" || up.name === "main") return null;
  }
  return null;
}

/** Line breaks that an element puts around itself: two for a block, one for a line, a space for a cell. */
function breakAround(element: PageElement): Break {
  if (BLOCKS.has(element.name)) return 3;
  if (LINES.has(element.name)) return 2;
  return element.name === "td" || element.name === "th" ? 1 : 0;
}
