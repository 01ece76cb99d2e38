/**
 * What a page's own metadata says: publisher, date, title, address, language.
 *
 * Takes a page, gives facts on the ground `page`. Sources in the order of
 * trust: properties made for it (Open Graph, `article:`), JSON-LD, elements
 * (`time`, `title`). Values that are no date, address or language tag are
 * passed over: metadata is written by machines for machines, and often empty.
 */

import type { Fact } from "../text/document.ts";
import type { KnownFacts } from "../text/metadata.ts";
import { momentIn } from "../text/metadata-dates.ts";
import { isElement, nodesBelow, type Page, type PageElement, wordsIn } from "./page-tree.ts";

export function factsOnPage(page: Page): KnownFacts {
  const metas = metasIn(page);
  const linked = linkedDataIn(page);
  const first = (...keys: string[]) => keys.map((key) => metas.get(key)).find(Boolean);
  const publisher =
    first("og:site_name", "dc.publisher", "publisher") ?? linked.publisher ?? first("application-name");
  const title = first("og:title", "dc.title", "twitter:title") ?? linked.title ?? titleOf(page);
  const published = [
    first(
      "article:published_time",
      "og:published_time",
      "datepublished",
      "dc.date",
      "dc.date.issued",
      "date",
      "pubdate",
    ),
    linked.published,
    timeOn(page),
  ].find((value) => value !== undefined && momentFrom(value) !== null);
  const address = [canonicalOf(page), first("og:url"), linked.address].find((value) =>
    /^https?:\/\/\S+$/u.test(value ?? ""),
  );
  const language = [
    page.elements.find((element) => element.name === "html")?.attributes.get("lang"),
    linked.language,
  ].find((value) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(value ?? ""));
  return {
    ...(publisher && { publisher: onPage(publisher) }),
    ...(title && { title: onPage(title) }),
    ...(published && { published: onPage(momentFrom(published) ?? published) }),
    ...(address && { address: onPage(address) }),
    ...(language && { language: onPage(language) }),
  };
}

function onPage(value: string): Fact<string> {
  return { value, ground: "page", evidence: [] };
}

function momentFrom(value: string): string | null {
  return momentIn(value, 0, value.length)?.value ?? null;
}

/** `meta` by property, name or itemprop in lower case; the first of each counts. */
function metasIn(page: Page): Map<string, string> {
  const metas = new Map<string, string>();
  for (const { name, attributes } of page.elements) {
    if (name !== "meta") continue;
    const content = plain(attributes.get("content") ?? "");
    for (const key of ["property", "name", "itemprop"]) {
      const named = attributes.get(key)?.toLowerCase();
      if (named && content && !metas.has(named)) metas.set(named, content);
    }
  }
  return metas;
}

function plain(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}

function titleOf(page: Page): string | undefined {
  const title = page.elements.find((element) => element.name === "title");
  return title ? wordsIn(title) || undefined : undefined;
}

function canonicalOf(page: Page): string | undefined {
  const link = page.elements.find(
    ({ name, attributes }) => name === "link" && attributes.get("rel") === "canonical",
  );
  return link?.attributes.get("href");
}

/** The `time` that says it is the publication; else the only day that the page's dates name. */
function timeOn(page: Page): string | undefined {
  const times = page.elements.filter(({ name, attributes }) => name === "time" && attributes.has("datetime"));
  const said = times.find(({ attributes }) =>
    /publish|pubdate/iu.test(`${attributes.get("itemprop")} ${attributes.get("class")}`),
  );
  return (
    said?.attributes.get("datetime") ??
    onlyDayOf(times.map((time) => time.attributes.get("datetime") ?? "")) ??
    onlyDayOf(page.elements.filter(isNamedDate).map(shortWordsIn))
  );
}

/** The fullest of the values when all dates among them are one day: lists of other stories have dates, too. */
function onlyDayOf(values: readonly string[]): string | undefined {
  const moments = values.map(momentFrom).filter((moment) => moment !== null);
  if (new Set(moments.map((moment) => moment.slice(0, 10))).size !== 1) return undefined;
  return moments.reduce((fullest, moment) => (moment.length > fullest.length ? moment : fullest));
}

/** Whether an element's class or id calls it a date of publication. */
function isNamedDate({ attributes }: PageElement): boolean {
  const names = `${attributes.get("class") ?? ""} ${attributes.get("id") ?? ""}`;
  return (
    names.length < 200 &&
    /(?<![a-z])(?:date|pub-?date|published|posted|timestamp|entry-meta|post-meta|meta|byline)(?![a-z])/iu.test(
      names,
    )
  );
}

const LONGEST_DATE = 100;

/** The words of an element when they are few; else nothing. */
function shortWordsIn(element: PageElement): string {
  let words = "";
  let nodes = 0;
  for (const node of nodesBelow(element)) {
    if (!isElement(node)) words += node.data;
    if (++nodes > 30 || words.length > LONGEST_DATE) return "";
  }
  return plain(words);
}

interface LinkedData {
  publisher?: string;
  title?: string;
  published?: string;
  address?: string;
  language?: string;
}

const LONGEST_DATA = 300_000;
const ARTICLE = /(?:article|posting|report|webpage)$/iu;

/** JSON-LD: the first thing on the page that is an article. */
function linkedDataIn(page: Page): LinkedData {
  for (const element of page.elements) {
    if (element.name !== "script" || element.attributes.get("type") !== "application/ld+json") continue;
    const article = articleIn(jsonOf(element));
    if (article) return article;
  }
  return {};
}

function jsonOf(script: PageElement): unknown {
  const source = script.children.map((child) => ("data" in child ? child.data : "")).join("");
  if (source.length > LONGEST_DATA) return null;
  try {
    return JSON.parse(source);
  } catch {
    // Broken metadata is metadata that is not there.
    return null;
  }
}

function articleIn(data: unknown): LinkedData | null {
  const things = Array.isArray(data)
    ? data
    : isRecord(data) && Array.isArray(data["@graph"])
      ? data["@graph"]
      : [data];
  for (const thing of things) {
    if (!isRecord(thing) || ![thing["@type"]].flat().some((type) => ARTICLE.test(String(type)))) continue;
    const article: LinkedData = {};
    const publisher = isRecord(thing.publisher) ? thing.publisher.name : thing.publisher;
    if (typeof publisher === "string") article.publisher = plain(publisher);
    if (typeof thing.headline === "string") article.title = plain(thing.headline);
    if (typeof thing.datePublished === "string") article.published = thing.datePublished;
    if (typeof thing.url === "string") article.address = thing.url;
    if (typeof thing.inLanguage === "string") article.language = thing.inLanguage;
    return article;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
