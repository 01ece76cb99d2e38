/**
 * Facts as rows: what a document tells of its contacts and tracks, a row for
 * each field that is told, with its words and on whose word it stands.
 */

import type { CorrectedReading } from "../reading/corrections.ts";
import type { Contact, Reader, Told, Track } from "../reading/reading.ts";
import { type Passage, wordsOf } from "../text/span.ts";
import {
  Cast,
  type DocumentFacts,
  documentFactsOf,
  type Hand,
  type HumanMark,
  handOf,
  marksByFinding,
  type NamedActor,
  type NamedLink,
  namedChain,
} from "./provenance.ts";
import {
  chainColumns,
  confidenceColumn,
  documentColumns,
  handColumns,
  placeColumns,
  readerColumns,
} from "./shared-columns.ts";
import { type Column, tableFrom } from "./table.ts";

interface FactRecord extends Hand {
  document: DocumentFacts;
  reader: Reader;
  /** Id of the contact or track. */
  finding: string;
  about: "contact" | "track";
  /** Whether the document is mainly about this contact; `null` for a track. */
  main: boolean | null;
  field: string;
  value: string;
  /** The one that `value` names, for fields that name somebody. */
  actor: NamedActor | null;
  /** TIMEX3 modifier of a duration. */
  mod: string | null;
  words: Passage;
  chain: NamedLink[];
  confidence: number;
}

interface ToldField {
  field: string;
  told: Told<string>;
  isActor?: boolean;
  mod?: string | null;
}

function* factRecordsOf(corrected: CorrectedReading): Generator<FactRecord> {
  const { reading } = corrected;
  const common = { document: documentFactsOf(reading), reader: reading.reader };
  const cast = new Cast(reading);
  const marks = marksByFinding(corrected);
  const factOf = (field: ToldField, human: readonly HumanMark[]) => ({
    field: field.field,
    value: field.told.value,
    actor: field.isActor === true ? cast.of(field.told.value) : null,
    mod: field.mod ?? null,
    words: field.told.evidence,
    chain: namedChain(field.told.chain, cast),
    confidence: field.told.confidence,
    ...handOfField(field.field, human),
  });
  for (const contact of reading.contacts) {
    const about = { finding: contact.id, about: "contact" as const, main: contact.main };
    for (const field of fieldsOfContact(contact))
      yield { ...common, ...about, ...factOf(field, marks.get(contact.id) ?? []) };
  }
  for (const track of reading.tracks) {
    const about = { finding: track.id, about: "track" as const, main: null };
    for (const field of fieldsOfTrack(track))
      yield { ...common, ...about, ...factOf(field, marks.get(track.id) ?? []) };
  }
}

/** A field that a person changed is the person's; what was said of the whole counts for each field. */
function handOfField(field: string, marks: readonly HumanMark[]): Hand {
  const own = marks.filter((mark) => mark.field === null || mark.field === field);
  const hand = handOf(own);
  return hand.review === "changed" ? { ...hand, madeBy: "person" } : hand;
}

function toldField(field: string, told: Told<string> | null, isActor = false): ToldField[] {
  return told === null ? [] : [{ field, told, isActor }];
}

function fieldsOfContact(contact: Contact): ToldField[] {
  const { duration } = contact;
  return [
    ...toldField("kind", contact.kind),
    ...toldField("channel", contact.channel),
    ...contact.participants.flatMap((told) => toldField("participant", told, true)),
    ...toldField("requestedBy", contact.requestedBy, true),
    ...toldField("date", contact.date),
    ...contact.clocks.flatMap((told) => toldField("clock", told)),
    ...(duration === null ? [] : [{ field: "duration", told: duration, mod: duration.mod }]),
    ...toldField("place", contact.place),
    ...toldField("language", contact.language),
    ...contact.handedOver.flatMap((told) => toldField("handedOver", told)),
    ...contact.followUps.flatMap((told) => toldField("followUp", told)),
  ];
}

function fieldsOfTrack(track: Track): ToldField[] {
  return [
    ...toldField("venue", track.venue),
    ...toldField("format", track.format),
    ...track.parties.flatMap((told) => toldField("party", told, true)),
    ...toldField("date", track.date),
    ...toldField("subject", track.subject),
  ];
}

const FACT_COLUMNS: readonly Column<FactRecord>[] = [
  ...documentColumns,
  { name: "about", type: "text", says: "`contact` or `track`", of: ({ about }) => about },
  { name: "finding", type: "text", says: "its id in the Reading", of: ({ finding }) => finding },
  {
    name: "main",
    type: "boolean",
    says: "whether the document is mainly about this contact; empty for a track",
    of: ({ main }) => main,
  },
  {
    name: "field",
    type: "text",
    says: "which field, as `duration`, `participant`, `requestedBy`",
    of: ({ field }) => field,
  },
  {
    name: "value",
    type: "text",
    says: "its value: an actor's id, a TIMEX3 value, or the text's words",
    of: ({ value }) => value,
  },
  {
    name: "actor_name",
    type: "text",
    says: "usual name of the actor",
    of: ({ actor }) => actor?.name ?? null,
  },
  { name: "actor_side", type: "text", says: "the actor's side", of: ({ actor }) => actor?.side ?? null },
  { name: "mod", type: "text", says: "TIMEX3 modifier of a duration, as `APPROX`", of: ({ mod }) => mod },
  { name: "words", type: "text", says: "the words it stands on", of: ({ words }) => wordsOf(words) || null },
  ...placeColumns<FactRecord>(({ words }) => words),
  ...chainColumns,
  confidenceColumn,
  ...handColumns,
  ...readerColumns,
];

export const FACTS = tableFrom("facts", factRecordsOf, FACT_COLUMNS);
