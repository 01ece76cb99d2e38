/**
 * Columns that more than one table has: the document, the chain, places, how
 * sure it is, the hand, and the reader.
 */

import type { Reader } from "../reading/reading.ts";
import type { Passage } from "../text/span.ts";
import { type DocumentFacts, dayOf, type Hand, type NamedLink } from "./provenance.ts";
import type { Column } from "./table.ts";

export const documentColumns: readonly Column<{ document: DocumentFacts }>[] = [
  {
    name: "document",
    type: "text",
    says: "SHA-256 of the document's bytes",
    of: ({ document }) => document.id,
  },
  { name: "title", type: "text", says: "its title", of: ({ document }) => document.title },
  { name: "publisher", type: "text", says: "who published it", of: ({ document }) => document.publisher },
  {
    name: "published",
    type: "text",
    says: "day or moment of publication, ISO 8601, as far as it is known",
    of: ({ document }) => document.published,
  },
  {
    name: "published_day",
    type: "day",
    says: "its day; empty when it is not known whole",
    of: ({ document }) => dayOf(document.published),
  },
  {
    name: "document_kind",
    type: "text",
    says: "`news`, `readout`, `transcript` or `memorandum`",
    of: ({ document }) => document.kind,
  },
  {
    name: "document_side",
    type: "text",
    says: "id of whose official voice it is",
    of: ({ document }) => document.side,
  },
  { name: "language", type: "text", says: "BCP 47 tag", of: ({ document }) => document.language },
  {
    name: "translated",
    type: "boolean",
    says: "whether it is a translation; empty: nothing tells",
    of: ({ document }) => document.translated,
  },
  { name: "address", type: "text", says: "its web address", of: ({ document }) => document.address },
];

export const chainColumns: readonly Column<{ chain: readonly NamedLink[] }>[] = [
  {
    name: "chain",
    type: "texts",
    says: "ids of those through whom the words came, outermost first; empty: nobody known",
    of: ({ chain }) => chain.map(({ id }) => id),
  },
  {
    name: "chain_names",
    type: "texts",
    says: "their usual names, or the text's words",
    of: ({ chain }) => chain.map(({ name }) => name),
  },
  {
    name: "chain_bases",
    type: "texts",
    says: "on what ground each hands on",
    of: ({ chain }) => chain.map(({ basis }) => basis),
  },
];

/** Where the exact words stand, part by part. */
export function placeColumns<Row>(passageOf: (row: Row) => Passage): Column<Row>[] {
  return [
    {
      name: "starts",
      type: "integers",
      says: "offset of each part, inside",
      of: (row) => passageOf(row).map(({ start }) => start),
    },
    {
      name: "ends",
      type: "integers",
      says: "offset of each part, just after",
      of: (row) => passageOf(row).map(({ end }) => end),
    },
  ];
}

export const confidenceColumn: Column<{ confidence: number }> = {
  name: "confidence",
  type: "number",
  says: "probability that it is right",
  of: ({ confidence }) => confidence,
};

export const handColumns: readonly Column<Hand>[] = [
  { name: "made_by", type: "text", says: "`machine` or `person`: who says so", of: ({ madeBy }) => madeBy },
  {
    name: "review",
    type: "text",
    says: "what a person did to it: `none`, `accepted`, `changed`, `added`",
    of: ({ review }) => review,
  },
  {
    name: "changed_fields",
    type: "texts",
    says: "fields that hold a person's value, as `speaker` or `attribution.source`",
    of: ({ human }) =>
      human
        .filter(({ action }) => action === "change")
        .map(({ kind, field }) => (kind === "attribution" ? `attribution.${field}` : (field ?? ""))),
  },
  {
    name: "corrected_by",
    type: "texts",
    says: "author of each correction",
    of: ({ human }) => human.map(({ author }) => author),
  },
  {
    name: "corrections",
    type: "texts",
    says: "id of each correction",
    of: ({ human }) => human.map(({ correction }) => correction),
  },
];

export const readerColumns: readonly Column<{ reader: Reader }>[] = [
  {
    name: "reader_version",
    type: "text",
    says: "version of Readout that read it",
    of: ({ reader }) => reader.version,
  },
  {
    name: "reader_model",
    type: "text",
    says: "name and hash of its model; empty: rules alone",
    of: ({ reader }) => reader.model,
  },
  {
    name: "reader_actors",
    type: "text",
    says: "SHA-256 of its list of actors",
    of: ({ reader }) => reader.actors,
  },
];
