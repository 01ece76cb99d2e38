/**
 * Statements as rows: who said what to whom, on whose word, with the exact
 * words, where they stand, and whether machine or person says so.
 */

import type { CorrectedReading } from "../reading/corrections.ts";
import type { Attribution, Condition, Reader, Statement } from "../reading/reading.ts";
import { type Passage, wordsOf } from "../text/span.ts";
import {
  boundsOf,
  Cast,
  type DocumentFacts,
  documentFactsOf,
  type Hand,
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

export interface StatementRecord
  extends Hand,
    Omit<Statement, "attribution" | "speaker" | "addressee" | "chain"> {
  document: DocumentFacts;
  reader: Reader;
  attribution: Pick<Attribution, "id" | "source" | "cue" | "manner" | "within" | "confidence"> | null;
  speaker: NamedActor | null;
  addressee: { actor: NamedActor | null; words: Passage; basis: "named" | "contact" } | null;
  chain: NamedLink[];
}

export function* statementRecordsOf(corrected: CorrectedReading): Generator<StatementRecord> {
  const { reading } = corrected;
  const document = documentFactsOf(reading);
  const cast = new Cast(reading);
  const marks = marksByFinding(corrected);
  const attributions = new Map(reading.attributions.map((one) => [one.id, one]));
  for (const { id, attribution, speaker, addressee, chain, ...statement } of reading.statements) {
    const from = attribution === null ? undefined : attributions.get(attribution);
    yield {
      document,
      reader: reading.reader,
      id,
      attribution: from === undefined ? null : attributionFacts(from),
      speaker: speaker === null ? null : cast.of(speaker),
      addressee:
        addressee === null
          ? null
          : {
              actor: addressee.actor === null ? null : cast.of(addressee.actor),
              words: addressee.evidence,
              basis: addressee.basis,
            },
      chain: namedChain(chain, cast),
      ...statement,
      // What a person did to the words' attribution is told with the statement, too.
      ...handOf([...(marks.get(id) ?? []), ...(attribution === null ? [] : (marks.get(attribution) ?? []))]),
    };
  }
}

function attributionFacts({ id, source, cue, manner, within, confidence }: Attribution) {
  return { id, source, cue, manner, within, confidence };
}

const QUALIFIERS = ["polarity", "certainty", "orientation", "strength"] as const;

const qualifierColumns = QUALIFIERS.flatMap((name): Column<StatementRecord>[] => [
  { name, type: "text", says: `its ${name}, as in [reading.md](reading.md)`, of: (row) => row[name].value },
  {
    name: `${name}_words`,
    type: "text",
    says: "the words that show it; empty: the default, nothing marks it",
    of: (row) => wordsOf(row[name].evidence) || null,
  },
]);

/** A list with an entry for each condition. */
function perCondition<T>(of: (condition: Condition) => T) {
  return (row: Pick<StatementRecord, "conditions">) => row.conditions.map(of);
}

export const conditionColumns: readonly Column<Pick<StatementRecord, "conditions">>[] = [
  {
    name: "condition_kinds",
    type: "texts",
    says: "kind of each condition",
    of: perCondition(({ kind }) => kind),
  },
  {
    name: "conditions",
    type: "texts",
    says: "what must hold, in the text's words",
    of: perCondition(({ condition }) => wordsOf(condition)),
  },
  {
    name: "consequences",
    type: "texts",
    says: "what follows then, in the text's words",
    of: perCondition(({ consequence }) => wordsOf(consequence)),
  },
];

export const STATEMENT_COLUMNS: readonly Column<StatementRecord>[] = [
  ...documentColumns,
  { name: "statement", type: "text", says: "id of the statement in its Reading", of: ({ id }) => id },
  {
    name: "attribution",
    type: "text",
    says: "id of the attribution that it comes from; empty: the narrator's own voice",
    of: ({ attribution }) => attribution?.id ?? null,
  },
  {
    name: "within",
    type: "text",
    says: "id of the attribution around that one",
    of: ({ attribution }) => attribution?.within ?? null,
  },
  { name: "speaker", type: "text", says: "id of whose act it is", of: ({ speaker }) => speaker?.id ?? null },
  { name: "speaker_name", type: "text", says: "the usual name", of: ({ speaker }) => speaker?.name ?? null },
  {
    name: "speaker_side",
    type: "text",
    says: "id of the state or organisation",
    of: ({ speaker }) => speaker?.side ?? null,
  },
  {
    name: "speaker_role",
    type: "text",
    says: "office on the day of the document",
    of: ({ speaker }) => speaker?.role ?? null,
  },
  {
    name: "addressee",
    type: "text",
    says: "id of who it was said to",
    of: ({ addressee }) => addressee?.actor?.id ?? null,
  },
  {
    name: "addressee_name",
    type: "text",
    says: "the usual name, or the text's words",
    of: ({ addressee }) => addressee?.actor?.name ?? (wordsOf(addressee?.words ?? []) || null),
  },
  {
    name: "addressee_basis",
    type: "text",
    says: "`named`, or `contact`: of two who talk, the other one",
    of: ({ addressee }) => addressee?.basis ?? null,
  },
  ...chainColumns,
  { name: "act", type: "text", says: "what was done with the words", of: ({ act }) => act },
  { name: "act_class", type: "text", says: "Searle's class", of: ({ actClass }) => actClass },
  {
    name: "act_words",
    type: "text",
    says: "the words that show the act",
    of: ({ actEvidence }) => wordsOf(actEvidence) || null,
  },
  {
    name: "words",
    type: "text",
    says: "the exact words; ` … ` between parts",
    of: ({ content }) => wordsOf(content),
  },
  {
    name: "parts",
    type: "texts",
    says: "the exact words, part by part",
    of: ({ content }) => content.map(({ words }) => words),
  },
  ...placeColumns<StatementRecord>(({ content }) => content),
  ...qualifierColumns,
  ...conditionColumns,
  {
    name: "condition_starts",
    type: "integers",
    says: "offset of what must hold, inside",
    of: perCondition(({ condition }) => boundsOf(condition)?.[0] ?? 0),
  },
  {
    name: "condition_ends",
    type: "integers",
    says: "offset of what must hold, just after",
    of: perCondition(({ condition }) => boundsOf(condition)?.[1] ?? 0),
  },
  {
    name: "condition_holders",
    type: "texts",
    says: "id of whose hand it lies in; empty: the text does not say",
    of: perCondition(({ holder }) => holder),
  },
  { name: "event_type", type: "text", says: "PLOVER type", of: ({ plover }) => plover?.type ?? null },
  { name: "event_mode", type: "text", says: "PLOVER mode", of: ({ plover }) => plover?.mode ?? null },
  {
    name: "event_operators",
    type: "texts",
    says: "`historical`, `future`, `hypothetical`, `negated`",
    of: ({ plover }) => plover?.operators ?? [],
  },
  {
    name: "source_words",
    type: "text",
    says: "the words that the text gives it to",
    of: ({ attribution }) => wordsOf(attribution?.source ?? []) || null,
  },
  {
    name: "cue_words",
    type: "text",
    says: "the words that hand over",
    of: ({ attribution }) => wordsOf(attribution?.cue ?? []) || null,
  },
  confidenceColumn,
  ...handColumns,
  ...readerColumns,
];

export const STATEMENTS = tableFrom("statements", statementRecordsOf, STATEMENT_COLUMNS);
