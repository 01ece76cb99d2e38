/**
 * Search over the statements of the newest Readings: newest day first, then by
 * document and place, whatever the order of adding. First the numbers of a
 * page, out of the narrow table; then what is shown of them.
 */

import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Act } from "../reading/reading.ts";
import { misplacedIn } from "../reading/verbatim.ts";
import { type Wanted, wantedIn } from "../text/stems.ts";
import type { Backend } from "./backend.ts";
import { limitOf, pageOf, parseCursor } from "./cursor.ts";
import { documentFrom, documentRows } from "./documents.ts";
import { StoreError } from "./errors.ts";
import { keyOf, parseDay } from "./keys.ts";
import { unpackedText } from "./packing.ts";
import { statementRange } from "./parts.ts";
import { numberOf } from "./rows.ts";
import type { StatementText } from "./statement-rows.ts";
import type { FoundStatement, Page, PageOptions, SearchQuery, StoredDocument } from "./store.ts";
import type { Db } from "./tables.ts";

export async function search(backend: Backend, query: SearchQuery): Promise<Page<FoundStatement>> {
  const limit = limitOf(query);
  const after = parseCursor(query.after, [0, 0, 0]);
  const { profile, own } = await conditionsFrom(backend, query);
  const conditions = [...profile, ...own];
  if (after !== null) conditions.push(sql`(age, mark, number) > (${after[0]}, ${after[1]}, ${after[2]})`);
  const rows = await backend.db
    .selectFrom("statements")
    .select(["number", "age", "mark"])
    .where(({ and }) => and(conditions))
    .orderBy("age")
    .orderBy("mark")
    .orderBy("number")
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit).map((row) => row.number);
  return pageOf(rows, limit, (row) => [row.age, row.mark, row.number], await foundFrom(backend.db, shown));
}

/** `profile`: on columns that a statement shares with its profile; `own`: on all others. */
export interface Conditions {
  profile: Condition[];
  own: Condition[];
}

export type Condition = RawBuilder<SqlBool>;

export async function conditionsFrom({ db, fullText }: Backend, query: SearchQuery): Promise<Conditions> {
  const own: Condition[] = [];
  if (query.addressee !== undefined) own.push(equals("addressee", query.addressee));
  if (query.via !== undefined)
    own.push(sql`number in (select statement from statement_via where actor = ${keyOf(query.via)})`);
  // Later days have smaller numbers, and an unknown day is in no span of days.
  if (query.from !== undefined) own.push(sql`age <= ${parseDay(query.from)}`);
  if (query.to !== undefined) own.push(sql`age >= ${parseDay(query.to)} and age < 0`);
  if (query.condition === true) own.push(sql`conditions > 0`);
  else if (query.condition === false) own.push(sql`conditions = 0`);
  else if (query.condition !== undefined)
    own.push(sql`conditions > 0 and condition_kinds like ${`% ${query.condition} %`}`);
  if (query.minConfidence !== undefined) own.push(sql`confidence >= ${query.minConfidence}`);
  if (query.document !== undefined) {
    const { from, to } = statementRange(await numberOf(db, query.document));
    own.push(sql`number >= ${from} and number < ${to}`);
  }
  const wanted = wantedOf(query.words);
  if (wanted.length > 0) own.push(sql`number in (${fullText.matching("statement_words", wanted)})`);
  const profile = (["speaker", "act", "side", "publisher"] as const).flatMap((column) => {
    const value = query[column];
    return value === undefined ? [] : [equals(column, value)];
  });
  return { profile, own };
}

function equals(column: string, value: string): Condition {
  return sql`${sql.ref(column)} = ${keyOf(value)}`;
}

/** What the words ask for; nothing when there are none. */
function wantedOf(words: string | undefined): Wanted {
  const wanted = wantedIn(words ?? "");
  if (wanted.length === 0 && words !== undefined && words.trim() !== "")
    throw new StoreError("query", `Cannot search for ${JSON.stringify(words)}: there is no word in it`);
  return wanted;
}

/** The statements of these numbers, in that order; each place checked against its text. */
async function foundFrom(db: Db, numbers: readonly number[]): Promise<FoundStatement[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom("statements")
    .innerJoin("statement_texts", "statement_texts.statement", "statements.number")
    .select(["number", "act", "conditions", "confidence", "body"])
    .where("number", "in", [...numbers])
    .execute();
  const documents = await documentsWithText(db, numbers.map(documentNumberOf));
  const found = new Map(
    rows.map((row) => {
      const document = documents.get(documentNumberOf(row.number));
      if (document === undefined) throw new StoreError("damaged", `Statement ${row.number} has no document`);
      const { id, content, sentence, ...who }: StatementText = JSON.parse(row.body);
      refuseMisplaced({ content, sentence }, document);
      const { publisher, title, published } = document;
      return [
        row.number,
        {
          document: document.id,
          statement: id,
          publisher,
          title,
          published,
          ...who,
          act: row.act as Act,
          content,
          sentence: sentence === null ? "" : document.text.slice(sentence.start, sentence.end),
          conditions: row.conditions,
          confidence: row.confidence,
        },
      ];
    }),
  );
  return numbers.flatMap((number) => found.get(number) ?? []);
}

function documentNumberOf(statement: number): number {
  return Math.floor(statement / statementRange(1).from);
}

type DocumentWithText = StoredDocument & { text: string };

async function documentsWithText(db: Db, numbers: readonly number[]): Promise<Map<number, DocumentWithText>> {
  const rows = await documentRows(db)
    .select("readings.text")
    .where("documents.number", "in", [...new Set(numbers)])
    .execute();
  return new Map(rows.map((row) => [row.number, { ...documentFrom(row), text: unpackedText(row.text) }]));
}

function refuseMisplaced(value: unknown, document: DocumentWithText): void {
  const place = misplacedIn(value, document.text);
  if (place === null) return;
  throw new StoreError(
    "damaged",
    `Cannot give a statement of document ${document.id}: the words of ${place.where} do not stand in its text; run \`readout doctor\``,
  );
}

/** Documents whose text holds all that is wanted, wherever; newest first. */
export async function searchDocuments(
  { db, fullText }: Backend,
  words: string,
  options: PageOptions,
): Promise<Page<StoredDocument>> {
  const limit = limitOf(options);
  const after = parseCursor(options.after, [0, 0, 0]);
  const wanted = wantedOf(words);
  if (wanted.length === 0) return { items: [], next: null };
  // One by one: a long text is indexed in parts, and its words may stand in different ones.
  const conditions = wanted.map(
    (one): Condition => sql`documents.number in (${fullText.matching("document_words", [one])})`,
  );
  if (after !== null)
    conditions.push(sql`(age, mark, documents.number) > (${after[0]}, ${after[1]}, ${after[2]})`);
  const rows = await documentRows(db)
    .where(({ and }) => and(conditions))
    .orderBy("age")
    .orderBy("mark")
    .orderBy("documents.number")
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, (row) => [row.age, row.mark, row.number], rows.map(documentFrom));
}
