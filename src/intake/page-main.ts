/**
 * The main text of a page: which elements hold it.
 *
 * Takes a page and gives the elements whose own words belong to the article, as
 * Mozilla's Readability picks them. Readability works on a document object of
 * its own and moves things about in it, so every element goes there under a
 * mark (an attribute named after its number), and the marks that come back say
 * what was picked. Marks are names, not values, because Readability merges
 * elements by copying attributes: then both numbers survive.
 *
 * What Readability drops around the article but a reader of the record needs
 * (the title, the lead and the date under it) is added here, from inside the
 * same `article` or `main` element only.
 */

import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { wordCount } from "../text/lines.ts";
import { hiddenWhy, isElement, nodesBelow, type Page, type PageElement, wordsIn } from "./page-tree.ts";

export interface MainText {
  /** Numbers of the elements whose own words are kept; `null` when no article was found and the whole page counts. */
  kept: Set<number> | null;
  /** The element that is the article's title. */
  title: PageElement | null;
}

/**
 * Readability asks each element for all that is below it, several times, so its
 * time grows with words times depth, and with the square of each element's depth
 * (900 elements in one chain: half a minute). A heavy news page has 3,000
 * elements some 20 deep, which is a fifth of the limit; beyond it the whole page
 * is read instead of letting a hostile one hang the program.
 */
const MOST_WORK = 6_000_000;
const MOST_ELEMENTS = 30_000;
/** Official readouts are short: half of them have under 600 characters. */
const SHORTEST_ARTICLE = 200;

export function mainTextOf(page: Page): MainText {
  const title = titleOf(page);
  if (isTooMuch(page)) return { kept: null, title };
  const kept = pickedBy(markedSourceOf(page));
  if (kept === null) return { kept: null, title };
  if (title) keepHead(title, kept);
  return { kept, title };
}

function isTooMuch(page: Page): boolean {
  if (page.elements.length > MOST_ELEMENTS) return true;
  let work = 0;
  for (const node of nodesBelow(page.root)) {
    work += isElement(node) ? node.depth ** 2 : (node.data.length * node.parent.depth) / 4;
  }
  return work > MOST_WORK;
}

/** The page again, without what is not shown, each element under its mark. */
function markedSourceOf(page: Page): string {
  const parts = ["<!doctype html><html><head><title>", escaped(pageTitleOf(page)), "</title></head><body>"];
  // Children are pushed before what closes their parent, so the stack holds source to write, too.
  const stack: (PageElement | { data: string } | string)[] = [page.root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === "string") parts.push(next);
    else if (!("children" in next)) parts.push(escaped(next.data));
    else if (hiddenWhy(next) === null) openInto(parts, stack, next);
  }
  parts.push("</body></html>");
  return parts.join("");
}

const FRAME = new Set(["#page", "html", "body"]);
const VOID = new Set("area base br col hr img input link meta source track wbr".split(" "));

function openInto(
  parts: string[],
  stack: (PageElement | { data: string } | string)[],
  element: PageElement,
): void {
  const isFrame = FRAME.has(element.name);
  const hasWords = element.children.some((child) => !isElement(child) && /\S/u.test(child.data));
  const name = isFrame ? "div" : element.name;
  // The frame is only written when words stand in it directly: then it must carry a mark.
  if (!isFrame || hasWords) {
    if (!/^[a-z][a-z0-9-]*$/u.test(name)) return;
    parts.push(`<${name} data-r${element.index}${attributesOf(element)}>`);
    if (!VOID.has(name)) stack.push(`</${name}>`);
  }
  for (let index = element.children.length - 1; index >= 0; index--) {
    const child = element.children[index];
    if (child) stack.push(child);
  }
}

/** Attributes that Readability judges by. */
function attributesOf(element: PageElement): string {
  let written = "";
  for (const key of ["class", "id", "role", "rel", "itemprop", "href"]) {
    const value = element.attributes.get(key);
    if (value !== undefined) written += ` ${key}="${escaped(value.slice(0, 200))}"`;
  }
  return written;
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** What is used of the document object: this program is compiled without the types of a browser. */
interface DomElement {
  attributes: Iterable<{ name: string }>;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

function pickedBy(source: string): Set<number> | null {
  const { document } = parseHTML(source);
  const article = new Readability<unknown>(document, {
    charThreshold: SHORTEST_ARTICLE,
    serializer: (node) => node,
    disableJSONLD: true,
  }).parse();
  if (!article?.content) return null;
  const kept = new Set<number>();
  for (const element of (article.content as DomElement).querySelectorAll("*")) {
    for (const { name } of element.attributes) {
      const mark = /^data-r(\d+)$/u.exec(name);
      if (mark) kept.add(Number(mark[1]));
    }
  }
  return kept.size > 0 ? kept : null;
}

function pageTitleOf(page: Page): string {
  const title = page.elements.find((element) => element.name === "title" && element.parent?.name !== "svg");
  return title ? wordsIn(title) : "";
}

/**
 * The heading that the page's metadata repeats: the same words before words
 * that are a part of them. Else the only top heading, unless metadata names
 * another title: then it is the site's own name.
 */
function titleOf(page: Page): PageElement | null {
  const headings = page.elements.filter((element) => /^h[1-3]$/u.test(element.name) && isShown(element));
  const named = namesOf(page).map(plainOf);
  const worded = headings
    .map((heading) => ({ heading, words: plainOf(wordsIn(heading)) }))
    .filter(({ words }) => words !== "");
  const same = worded.find(({ words }) => named.includes(words));
  // Sites put their own name behind the title: "Ministers meet | Herald".
  const start = worded.find(({ words }) => named.some((name) => name.startsWith(words)));
  const part = worded.find(
    ({ words }) => wordCount(words) >= 3 && named.some((name) => name.includes(words)),
  );
  const tops = worded.filter(({ heading, words }) => heading.name === "h1" && wordCount(words) >= 3);
  return (same ?? start ?? part ?? (tops.length === 1 ? tops[0] : undefined))?.heading ?? null;
}

function namesOf(page: Page): string[] {
  const open = page.elements.find(
    ({ name, attributes }) => name === "meta" && attributes.get("property")?.toLowerCase() === "og:title",
  );
  return [open?.attributes.get("content") ?? "", pageTitleOf(page)].filter((name) => name !== "");
}

function plainOf(words: string): string {
  return words.toLowerCase().replace(/\s+/gu, " ").replace(/[‘’]/gu, "'").trim();
}

function isShown(element: PageElement): boolean {
  for (let up: PageElement | null = element; up; up = up.parent) if (hiddenWhy(up) !== null) return false;
  return true;
}

const HEAD_CHARACTERS = 1500;

/** Keeps the title, and what stands between it and the first kept words of the same article. */
function keepHead(title: PageElement, kept: Set<number>): void {
  for (const node of nodesBelow(title)) if (isElement(node)) kept.add(node.index);
  const article = articleAround(title);
  if (!article) return;
  const between = new Set<number>();
  let characters = 0;
  let after = false;
  for (const node of nodesBelow(article)) {
    if (isElement(node)) {
      if (node === title) after = true;
      continue;
    }
    if (!after || !/\S/u.test(node.data) || isWithin(node.parent, title)) continue;
    if (kept.has(node.parent.index)) {
      if (characters <= HEAD_CHARACTERS) for (const index of between) kept.add(index);
      return;
    }
    if (isAside(node.parent, article)) continue;
    between.add(node.parent.index);
    characters += node.data.length;
  }
}

function articleAround(element: PageElement): PageElement | null {
  for (let up = element.parent; up; up = up.parent)
    if (up.name === "article" || up.name === "main") return up;
  return null;
}

function isWithin(element: PageElement, outer: PageElement): boolean {
  for (let up: PageElement | null = element; up; up = up.parent) if (up === outer) return true;
  return false;
}

const ASIDE = new Set(["nav", "aside", "footer", "ul", "ol", "menu", "figure", "table", "a"]);

/** Whether it stands, inside the article, in something that is not its running text. */
function isAside(element: PageElement, article: PageElement): boolean {
  for (let up: PageElement | null = element; up && up !== article; up = up.parent) {
    if (ASIDE.has(up.name) || hiddenWhy(up) !== null) return true;
  }
  return false;
}
