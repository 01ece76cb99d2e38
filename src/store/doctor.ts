/**
 * The doctor: looks at everything in a store, as it is at one moment, and
 * changes nothing. The file by the database's own check; each document's bytes
 * by their hash; each Reading by its places; the rows of the search by making
 * them again; each correction by its words.
 */

import { isDeepStrictEqual } from "node:util";
import { type SqlBool, sql } from "kysely";
import type { Correction } from "../reading/corrections.ts";
import type { Reading } from "../reading/reading.ts";
import { stemsIn } from "../text/stems.ts";
import type { Audit, Backend, Part, WordTable } from "./backend.ts";
import { misplacedOf } from "./corrections.ts";
import { checkedBytes } from "./documents.ts";
import { StoreError } from "./errors.ts";
import { stepsIn } from "./migrations.ts";
import { partsFrom, statementRange } from "./parts.ts";
import { readingFrom } from "./readings.ts";
import { textRowOf, viaRowsOf } from "./search-rows.ts";
import { type StatementRow, statementRowsFrom } from "./statement-rows.ts";
import type { Fault, StoreReport } from "./store.ts";
import type { Db, Tables } from "./tables.ts";

export async function checkStore(backend: Backend): Promise<StoreReport> {
  return await backend.snapshot(async (db) => {
    const faults: Fault[] = [];
    // A damaged file may fail at any of these; the others are looked at all the same.
    const looked = async <T>(otherwise: T, work: () => Promise<T>): Promise<T> => {
      try {
        return await work();
      } catch (error) {
        const told = backend.errorFrom(error) ?? error;
        if (!(told instanceof StoreError) || told.code !== "damaged") throw told;
        if (!faults.some((fault) => fault.message === `${told.message}.`))
          faults.push({ message: `${told.message}.`, document: null });
        return otherwise;
      }
    };
    await looked(undefined, () => checkFile(backend, db, faults));
    const audits = await looked([], () => auditsOf(backend, db));
    await looked(undefined, () => checkDocuments(db, audits, faults));
    await looked(undefined, () => checkProfiles(db, faults));
    for (const audit of audits) reportWrong(audit, faults);
    await looked(undefined, () => checkCorrections(db, faults));
    const count = (table: keyof Tables & string) => looked(0, () => countOf(db, table));
    return {
      migrations: await looked([], () => stepsIn(db)),
      documents: await count("documents"),
      readings: await count("readings"),
      statements: await count("statements"),
      corrections: await count("corrections"),
      vectors: await count("vectors"),
      bytes: await backend.size(db),
      faults,
    };
  });
}

async function checkFile(backend: Backend, db: Db, faults: Fault[]): Promise<void> {
  for (const words of await backend.fileFaults(db))
    faults.push({ message: `The database says: ${words}. Go back to a copy.`, document: null });
}

async function countOf(db: Db, table: keyof Tables & string): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((one) => one.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

interface IndexAudit extends Audit {
  table: WordTable;
}

async function auditsOf({ fullText }: Backend, db: Db): Promise<IndexAudit[]> {
  const tables = ["statement_words", "document_words"] as const;
  return await Promise.all(tables.map(async (table) => ({ table, ...(await fullText.audit(db, table)) })));
}

function reportWrong({ table, wrong }: IndexAudit, faults: Fault[]): void {
  if (wrong() === 0) return;
  faults.push({
    message: `The full-text index ${table} differs from the texts in ${wrong()} places. Read the documents again.`,
    document: null,
  });
}

async function checkDocuments(db: Db, audits: readonly IndexAudit[], faults: Fault[]): Promise<void> {
  for await (const { number, id, reading } of documentsIn(db)) {
    const fault = (message: string) => faults.push({ message, document: id });
    const original = await db
      .selectFrom("originals")
      .select("bytes")
      .where("document", "=", number)
      .executeTakeFirst();
    if (original === undefined)
      fault(`The bytes of document ${id} are not there. Add it again to another store.`);
    else reportOn(fault, () => checkedBytes(original.bytes, id));
    const rows = await db.selectFrom("readings").selectAll().where("document", "=", number).execute();
    if (!rows.some((row) => row.number === reading)) fault(`Document ${id} has no Reading. Read it again.`);
    for (const row of rows) {
      const kept = reportOn(fault, () => readingFrom(row, id));
      if (kept === null || row.number !== reading) continue;
      const expected = statementRowsFrom(kept, number);
      if (!(await isSearchRight(db, expected, number)))
        fault(`The search does not hold the statements of document ${id} as they are. Read it again.`);
      for (const audit of audits) await audit.see(partsOf(audit.table, number, kept, expected));
    }
  }
}

function partsOf(
  table: WordTable,
  document: number,
  reading: Reading,
  rows: readonly StatementRow[],
): Part[] {
  return table === "document_words"
    ? partsFrom(document, stemsIn(reading.document.text))
    : rows.flatMap((row) => partsFrom(row.columns.number, row.stems));
}

/** What `work` gives; what it throws as a StoreError is reported, and `null` given. */
function reportOn<T>(fault: (message: string) => void, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    fault(`${error.message}.`);
    return null;
  }
}

async function* documentsIn(db: Db) {
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom("documents")
      .select(["number", "id", "reading"])
      .where("number", ">", after)
      .orderBy("number")
      .limit(500)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.number;
  }
}

async function isSearchRight(db: Db, expected: readonly StatementRow[], document: number): Promise<boolean> {
  const { from, to } = statementRange(document);
  const columns = await db
    .selectFrom("statements")
    .selectAll()
    .where("number", ">=", from)
    .where("number", "<", to)
    .orderBy("number")
    .execute();
  const of = (table: "statement_texts" | "statement_via") =>
    db
      .selectFrom(table)
      .selectAll()
      .where("statement", ">=", from)
      .where("statement", "<", to)
      .orderBy("statement");
  const texts = await of("statement_texts").execute();
  const via = await of("statement_via").orderBy("actor").execute();
  return (
    isSame(
      columns.map(({ profile: _, ...others }) => others),
      expected.map((row) => row.columns),
    ) &&
    isSame(texts, expected.map(textRowOf)) &&
    isSame(via, expected.flatMap(viaRowsOf))
  );
}

/** Rows of a database have no prototype, so values are compared and not objects. */
function isSame(stored: readonly object[], expected: readonly object[]): boolean {
  return isDeepStrictEqual(
    stored.map((row) => ({ ...row })),
    expected.map((row) => ({ ...row })),
  );
}

async function checkProfiles(db: Db, faults: Fault[]): Promise<void> {
  const { count } = await db
    .selectFrom("statements")
    .leftJoin("profiles", "profiles.number", "statements.profile")
    .select((one) => one.fn.countAll<number>().as("count"))
    .where(({ or }) =>
      or(
        COUNTED.map(
          (column) =>
            sql<SqlBool>`${sql.ref(`statements.${column}`)} is distinct from ${sql.ref(`profiles.${column}`)}`,
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  if (count > 0)
    faults.push({
      message: `${count} statements are counted as others than they are. Read the documents again.`,
      document: null,
    });
}

const COUNTED = ["speaker", "act", "side", "publisher"] as const;

async function checkCorrections(db: Db, faults: Fault[]): Promise<void> {
  const rows = await db
    .selectFrom("corrections")
    .select(["id", "body"])
    .orderBy("at")
    .orderBy("id")
    .execute();
  for (const { id, body } of rows) {
    const correction: Correction = JSON.parse(body);
    const place = await misplacedOf(db, correction);
    if (place !== null)
      faults.push({ message: `Correction ${id}: ${place}. Make it again.`, document: null });
  }
}
