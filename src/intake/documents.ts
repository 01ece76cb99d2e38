/**
 * Documents: the way from bytes to a Document. The only place where one is made.
 *
 * The same bytes with the same options give the same Document, whatever the
 * file is called: the name only helps to tell the format and stands in error
 * messages. What cannot be read is refused with an InputError; nothing is ever
 * cut. HTML, Markdown and TEI are read by modules that load when first needed.
 */

import { createHash } from "node:crypto";
import type { Document, DocumentFormat, Fact, FactGround } from "../text/document.ts";
import { type KnownFacts, metadataOf } from "../text/metadata.ts";
import { regionsIn } from "../text/regions.ts";
import { refuseUnusable, textFromBytes } from "./decode.ts";
import { cannotRead } from "./errors.ts";
import type { Extract, LeftOut, SourceMap } from "./extracts.ts";
import { badValue, frontMatterIn, type GivenFacts } from "./front-matter.ts";

export interface DocumentOptions extends GivenFacts {
  /** What the bytes are; told from the name and the bytes when absent. */
  format?: DocumentFormat;
  /** File name: a hint for the format, and for error messages. Never stored. */
  name?: string;
  /** Most bytes (UTF-8) that the text may have; 2 MiB when absent. A page may have eight times as many. */
  maxBytes?: number;
}

export interface Intake {
  document: Document;
  /** Where the text stands in the source; `null` when it is the source itself. */
  map: SourceMap | null;
  /** Words of a page that are not in the text, by reason. */
  leftOut: LeftOut[];
  /** Keys of the front matter that mean nothing to Readout. */
  ignoredKeys: string[];
}

export const DEFAULT_MAX_BYTES = 2 * 1024 * 1024;
/** Pages are mostly markup: how many times the limit their source may have. */
const MARKUP_FACTOR = 8;

export async function documentFrom(bytes: Uint8Array, options: DocumentOptions = {}): Promise<Intake> {
  const { name } = options;
  const limit = limitOf(options);
  refuseOver(bytes.length, limit * MARKUP_FACTOR, name, "bytes");
  const source = textFromBytes(bytes, name);
  const format = options.format ?? formatOf(source, name);
  if (format === "text" || format === "markdown") refuseOver(bytes.length, limit, name, "bytes");
  const header = format === "text" || format === "markdown" ? frontMatterIn(source, name) : null;
  const extract = await extractFrom(source, format, header?.end ?? 0, name);
  if (!/\S/u.test(extract.text)) throw cannotRead("empty", name, "it holds no text");
  refuseUnusable(extract.text, name);
  refuseOver(Buffer.byteLength(extract.text), limit, name, "bytes of text");
  const known = {
    ...extract.facts,
    ...factsFrom(header?.facts ?? {}, "front-matter", name),
    ...factsFrom(options, "given", name),
  };
  return {
    document: documentOf(hashOf(bytes), format, extract, known),
    map: extract.map,
    leftOut: extract.leftOut,
    ignoredKeys: header?.ignoredKeys ?? [],
  };
}

/** A Document of a text as it is: no front matter, no markup. Its id is the hash of its UTF-8 bytes. */
export function documentFromText(text: string, options: DocumentOptions = {}): Document {
  refuseUnusable(text, options.name);
  const bytes = Buffer.from(text, "utf8");
  refuseOver(bytes.length, limitOf(options), options.name, "bytes");
  return documentOf(
    hashOf(bytes),
    options.format ?? "text",
    plain(text),
    factsFrom(options, "given", options.name),
  );
}

function plain(text: string): Extract {
  return { text, map: null, hints: [], facts: {}, leftOut: [] };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function documentOf(id: string, format: DocumentFormat, extract: Extract, known: KnownFacts): Document {
  const regions = regionsIn(extract.text, extract.hints);
  return { id, text: extract.text, format, ...metadataOf(extract.text, regions, known), regions };
}

async function extractFrom(
  source: string,
  format: DocumentFormat,
  start: number,
  name?: string,
): Promise<Extract> {
  switch (format) {
    case "text":
      return start === 0 ? plain(source) : afterHeader(source, start);
    case "markdown":
      return (await import("./markdown.ts")).extractMarkdown(source, start);
    case "html":
      return (await import("./html.ts")).extractHtml(source, name);
    case "tei":
      return (await import("./tei.ts")).extractTei(source, name);
  }
}

/** The text behind the front matter, without the empty lines between. */
function afterHeader(source: string, end: number): Extract {
  const start = end + (/^(?:[ \t]*\r?\n)*/u.exec(source.slice(end))?.[0].length ?? 0);
  const text = source.slice(start);
  return {
    ...plain(text),
    map: [{ start: 0, end: text.length, sourceStart: start, sourceEnd: source.length }],
  };
}

const FORMAT_OF_ENDING: Readonly<Record<string, DocumentFormat>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  xml: "tei",
  tei: "tei",
};

/** A page or TEI shows itself; Markdown and plain text are told apart by the file's ending alone. */
function formatOf(source: string, name: string | undefined): DocumentFormat {
  const head = source.slice(0, 2000).trimStart().toLowerCase();
  const inner = head.replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/u, "");
  if (/^(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/u.test(inner)) return "html";
  if (/^<(?:!doctype\s+)?(?:[\w.-]+:)?tei(?:corpus|\.2)?[\s>/]/u.test(inner)) return "tei";
  const ending = /\.(?<ending>[a-z]+)$/iu.exec(name ?? "")?.groups?.ending?.toLowerCase() ?? "";
  return FORMAT_OF_ENDING[ending] ?? refuseOtherMarkup(head, name);
}

function refuseOtherMarkup(head: string, name: string | undefined): DocumentFormat {
  if (head.startsWith("<?xml"))
    throw cannotRead("format", name, "it is XML of a kind that Readout does not read");
  return "text";
}

function limitOf(options: DocumentOptions): number {
  const limit = options.maxBytes ?? DEFAULT_MAX_BYTES;
  if (!(limit > 0))
    throw new RangeError(`Cannot limit documents to ${limit} bytes: the limit must be above 0`);
  return limit;
}

function refuseOver(size: number, limit: number, name: string | undefined, unit: string): void {
  if (size <= limit) return;
  throw cannotRead(
    "too-large",
    name,
    `it has ${size} ${unit} and the limit is ${limit}; split it, or raise the limit`,
  );
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/u;

function factsFrom(given: GivenFacts, ground: FactGround, name: string | undefined): KnownFacts {
  const fact = <T>(value: T): Fact<T> => ({ value, ground, evidence: [] });
  const { publisher, title, date, kind, side, address, language, translated } = given;
  if (date !== undefined && !isMoment(date)) {
    throw badValue(
      name,
      "date",
      date,
      "a day or moment as ISO 8601 writes it (2021-12-31, 2021-12-31T02:20+03:00)",
    );
  }
  return {
    ...(publisher !== undefined && { publisher: fact(publisher) }),
    ...(title !== undefined && { title: fact(title) }),
    ...(date !== undefined && { published: fact(date) }),
    ...(kind !== undefined && { kind: fact(kind) }),
    ...(side !== undefined && { side: fact(side) }),
    ...(address !== undefined && { address: fact(address) }),
    ...(language !== undefined && { language: fact(language) }),
    ...(translated !== undefined && { translated: fact(translated) }),
  };
}

/** Whether it is written as ISO 8601 and the calendar has it: 31 February is no day. */
export function isMoment(date: string): boolean {
  if (!ISO.test(date)) return false;
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date.slice(0, 10));
}
