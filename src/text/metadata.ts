/**
 * Metadata: what a text and its regions say of where it comes from.
 *
 * Takes the text, its regions, and what is known from outside (given by the
 * user, in the file's header, in the page's metadata); gives the descriptive
 * fields of a Document. What is known from outside wins; what the text says
 * comes next, with its words; what follows from the rest comes last. A field
 * that nothing tells is `null`.
 */

import { publisherAtHost, publisherNamed } from "../lexicon/publishers.ts";
import { datelineAt, isClockLine } from "./datelines.ts";
import type { Document, DocumentKind, Fact, Region } from "./document.ts";
import { kindIn } from "./kinds.ts";
import { languageOf } from "./language.ts";
import { dayOf, isUpdate, momentIn } from "./metadata-dates.ts";
import { type Passage, type Place, placeAt } from "./span.ts";

/** What is known of a document from outside its text; absent where nothing is. */
export interface KnownFacts {
  title?: Fact<string>;
  publisher?: Fact<string>;
  published?: Fact<string>;
  address?: Fact<string>;
  kind?: Fact<DocumentKind>;
  side?: Fact<string>;
  language?: Fact<string>;
  translated?: Fact<boolean>;
}

export type Metadata = Omit<Document, "id" | "text" | "format" | "regions">;

export function metadataOf(text: string, regions: readonly Region[], known: KnownFacts): Metadata {
  const address = known.address ?? null;
  const title = known.title ?? titleIn(regions);
  const publisher = known.publisher ?? publisherIn(text, regions) ?? publisherOf(address);
  const side = known.side ?? sideOf(publisher);
  return {
    title,
    publisher,
    dateline: datelineIn(regions),
    published: known.published ?? publishedIn(text, regions) ?? publishedFrom(address),
    address,
    kind: known.kind ?? kindIn(text, regions, title, side !== null),
    side,
    language: known.language ?? { value: languageOf(text), ground: "reckoned", evidence: [] },
    translated: known.translated ?? translatedIn(regions),
  };
}

function inText<T>(value: T, evidence: Passage): Fact<T> {
  return { value, ground: "text", evidence };
}

function reckoned<T>(value: T): Fact<T> {
  return { value, ground: "reckoned", evidence: [] };
}

function bare(place: Place): Place {
  return { start: place.start, end: place.end, words: place.words };
}

function titleIn(regions: readonly Region[]): Fact<string> | null {
  const headline = regions.find((region) => region.kind === "headline");
  return headline ? inText(headline.words, [bare(headline)]) : null;
}

function datelineIn(regions: readonly Region[]): Fact<string> | null {
  const dateline = regions.find((region) => region.kind === "dateline");
  return dateline ? inText(dateline.words, [bare(dateline)]) : null;
}

/** Labelled, else in the copyright line, else the agency of the dateline or byline. */
function publisherIn(text: string, regions: readonly Region[]): Fact<string> | null {
  return copyrightHolderIn(text, regions) ?? agencyIn(text, regions);
}

const HOLDER =
  /^(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:\d{4}(?: ?[-–] ?\d{4})?)?,? ?(?:by )?(?<name>\p{Lu}[\p{L}&'’-]{1,30}(?: (?:of |the |and )?\p{Lu}[\p{L}&'’-]{1,30}){0,4})/iu;

function copyrightHolderIn(text: string, regions: readonly Region[]): Fact<string> | null {
  for (const region of regions) {
    if (region.why !== "copyright line") continue;
    const match = HOLDER.exec(region.words.slice(0, 200));
    const name = match?.groups?.name?.replace(/ all rights?$/iu, "");
    if (!match || !name || /^all\b/iu.test(name)) continue;
    const start = region.start + match[0].indexOf(name);
    return inText(name, [placeAt(text, start, start + name.length)]);
  }
  return null;
}

function agencyIn(text: string, regions: readonly Region[]): Fact<string> | null {
  for (const region of regions) {
    if (region.kind === "dateline") {
      const whole = placeAt(text, region.start, Math.min(text.length, region.end + 10));
      const agency = datelineAt(text, whole)?.agency ?? namedIn(text, region, /[,|·]/u);
      if (agency) return inText(publisherNamed(agency.words)?.name ?? agency.words, [agency]);
    }
    if (region.kind === "byline") {
      const agency = namedIn(text, region, /[,|·]/u);
      if (agency) return inText(publisherNamed(agency.words)?.name ?? agency.words, [agency]);
    }
  }
  return null;
}

/** A known publisher between the marks of a short line: "By Anna Vale, Reuters", "TASS, 31 December 2021". */
function namedIn(text: string, line: Place, mark: RegExp): Place | null {
  let start = line.start;
  for (const cell of line.words.split(mark)) {
    const words = cell.trim();
    if (words && publisherNamed(words)) {
      const from = start + cell.indexOf(words);
      return placeAt(text, from, from + words.length);
    }
    start += cell.length + 1;
  }
  return null;
}

/** The first date of publication among the datelines; a date of change only when there is no other. */
function publishedIn(text: string, regions: readonly Region[]): Fact<string> | null {
  let change: Fact<string> | null = null;
  for (const [index, region] of regions.entries()) {
    if (region.kind !== "dateline") continue;
    const moment = momentIn(text, region.start, region.end);
    if (!moment) continue;
    const clock = moment.value.includes("T") ? null : clockNear(text, regions, index, moment.value);
    const fact = clock ?? inText(moment.value, [bare(moment)]);
    if (!isUpdate(region.words)) return fact;
    change ??= fact;
  }
  return change;
}

/** A time of day on its own line under the date: one moment in two places. */
function clockNear(
  text: string,
  regions: readonly Region[],
  index: number,
  day: string,
): Fact<string> | null {
  const next = regions[index + 1];
  const date = regions[index];
  if (!date || !next || next.kind !== "dateline" || !isClockLine(next)) return null;
  const moment = momentIn(`${day} ${next.words}`, 0, 11 + next.words.length);
  const first = momentIn(text, date.start, date.end);
  return moment?.value.includes("T") && first ? inText(moment.value, [bare(first), bare(next)]) : null;
}

function publisherOf(address: Fact<string> | null): Fact<string> | null {
  const host = address ? hostOf(address.value) : null;
  const publisher = host ? publisherAtHost(host) : null;
  return publisher ? reckoned(publisher.name) : null;
}

function hostOf(address: string): string | null {
  return /^https?:\/\/(?:[^/?#@]*@)?(?<host>[^/?#:]+)/iu.exec(address)?.groups?.host ?? null;
}

/** Many sites put the day into the address: ".../2021/12/31/...". */
function publishedFrom(address: Fact<string> | null): Fact<string> | null {
  const match = /[/-](?<year>\d{4})[/-](?<month>\d{2})[/-](?<day>\d{2})(?!\d)/u.exec(address?.value ?? "");
  const day = match?.groups
    ? dayOf(Number(match.groups.year), Number(match.groups.month), Number(match.groups.day))
    : null;
  return day ? reckoned(day) : null;
}

function sideOf(publisher: Fact<string> | null): Fact<string> | null {
  const side = publisher ? publisherNamed(publisher.value)?.side : null;
  return side ? reckoned(side) : null;
}

function translatedIn(regions: readonly Region[]): Fact<boolean> | null {
  const notice = regions.find((region) => region.why === "translation notice");
  return notice ? inText(true, [bare(notice)]) : null;
}
