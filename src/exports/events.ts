/**
 * The event table: statements that are events of the PLOVER ontology, a row
 * each, in the columns of event data: who did what to whom, and when.
 *
 * The source is the speaker and the target the addressee: these are events of
 * speech. The day is that of the contact the document is about, else of its
 * publication, and the row says which.
 */

import type { CorrectedReading } from "../reading/corrections.ts";
import type { Plover, Reading } from "../reading/reading.ts";
import { wordsOf } from "../text/span.ts";
import { dayOf } from "./provenance.ts";
import {
  chainColumns,
  confidenceColumn,
  documentColumns,
  handColumns,
  readerColumns,
} from "./shared-columns.ts";
import { conditionColumns, type StatementRecord, statementRecordsOf } from "./statements.ts";
import { type Column, tableFrom } from "./table.ts";

interface EventRecord extends StatementRecord {
  plover: Plover;
  day: string | null;
  dayBasis: "contact" | "published" | null;
}

function* eventRecordsOf(corrected: CorrectedReading): Generator<EventRecord> {
  const when = whenOf(corrected.reading);
  for (const record of statementRecordsOf(corrected))
    if (record.plover !== null) yield { ...record, ...when, plover: record.plover };
}

function whenOf({ contacts, document }: Reading): Pick<EventRecord, "day" | "dayBasis"> {
  const contact = dayOf(contacts.find(({ main }) => main)?.date?.value ?? null);
  if (contact !== null) return { day: contact, dayBasis: "contact" };
  const published = dayOf(document.published?.value ?? null);
  return { day: published, dayBasis: published === null ? null : "published" };
}

const EVENT_COLUMNS: readonly Column<EventRecord>[] = [
  {
    name: "event_id",
    type: "text",
    says: "document and statement, with a colon between",
    of: ({ document, id }) => `${document.id}:${id}`,
  },
  { name: "event_date", type: "day", says: "day of the event", of: ({ day }) => day },
  {
    name: "date_basis",
    type: "text",
    says: "`contact`: the day of the contact; `published`: that of the document",
    of: ({ dayBasis }) => dayBasis,
  },
  { name: "event_type", type: "text", says: "PLOVER type", of: ({ plover }) => plover.type },
  {
    name: "event_mode",
    type: "text",
    says: "PLOVER mode; empty: none fits",
    of: ({ plover }) => plover.mode,
  },
  {
    name: "event_operators",
    type: "texts",
    says: "`historical`, `future`, `hypothetical`, `negated`",
    of: ({ plover }) => plover.operators,
  },
  { name: "source", type: "text", says: "id of the speaker", of: ({ speaker }) => speaker?.id ?? null },
  { name: "source_name", type: "text", says: "usual name", of: ({ speaker }) => speaker?.name ?? null },
  {
    name: "source_side",
    type: "text",
    says: "state or organisation",
    of: ({ speaker }) => speaker?.side ?? null,
  },
  {
    name: "source_role",
    type: "text",
    says: "office on the day",
    of: ({ speaker }) => speaker?.role ?? null,
  },
  {
    name: "target",
    type: "text",
    says: "id of the addressee; empty: the text does not tell",
    of: ({ addressee }) => addressee?.actor?.id ?? null,
  },
  {
    name: "target_name",
    type: "text",
    says: "usual name, or the text's words",
    of: ({ addressee }) => addressee?.actor?.name ?? (wordsOf(addressee?.words ?? []) || null),
  },
  {
    name: "target_side",
    type: "text",
    says: "state or organisation",
    of: ({ addressee }) => addressee?.actor?.side ?? null,
  },
  { name: "act", type: "text", says: "act of speech", of: ({ act }) => act },
  { name: "words", type: "text", says: "the exact words", of: ({ content }) => wordsOf(content) },
  ...conditionColumns,
  ...chainColumns,
  ...documentColumns,
  confidenceColumn,
  ...handColumns,
  ...readerColumns,
];

export const EVENTS = tableFrom("events", eventRecordsOf, EVENT_COLUMNS);
