/**
 * The doctor: looks at everything in a store, as it is at one moment, and
 * changes nothing. The file by the database's own check; each document's bytes
 * by their hash; each Reading by its places; the rows of the search by making
 * them again; each correction by its words.
 */

import { isDeepStrictEqual } from "node:util";
import type { Correction } from "../reading/corrections.ts";
import type { Reading } from "../reading/reading.ts";
import { stemsIn } from "../text/stems.ts";
import type { Backend, Part, WordTable } from "./backend.ts";
import { misplacedOf } from "./corrections.ts";
import { checkedBytes } from "./documents.ts";
import { StoreError } from "./errors.ts";
import { stepsIn } from "./migrations.ts";
import { partsFrom, statementRange } from "./parts.ts";
import { readingFrom, textRowOf, viaRowsOf } from "./readings.ts";
import { statementRowsFrom } from "./statement-rows.ts";
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
    await looked(undefined, () => checkDocuments(db, faults));
    await looked(undefined, () => checkWords(backend, db, faults));
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
  return Number(row.count);
}

async function checkDocuments(db: Db, faults: Fault[]): Promise<void> {
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
      if (!(await isSearchRight(db, kept, number)))
        fault(`The search does not hold the statements of document ${id} as they are. Read it again.`);
    }
  }
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

async function isSearchRight(db: Db, reading: Reading, document: number): Promise<boolean> {
  const { from, to } = statementRange(document);
  const expected = statementRowsFrom(reading, document);
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
      columns,
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

async function checkWords(backend: Backend, db: Db, faults: Fault[]): Promise<void> {
  for (const table of ["statement_words", "document_words"] as const satisfies readonly WordTable[]) {
    const wrong = await backend.fullText.differing(db, table, partsIn(db, table));
    if (wrong.length === 0) continue;
    faults.push({
      message: `The full-text index ${table} differs from the texts in ${wrong.length} places. Read the documents again.`,
      document: null,
    });
  }
}

async function* partsIn(db: Db, table: WordTable): AsyncGenerator<Part[]> {
  for await (const { number, id, reading } of documentsIn(db)) {
    if (reading === null) continue;
    const row = await db
      .selectFrom("readings")
      .select(["text", "body"])
      .where("number", "=", reading)
      .executeTakeFirst();
    const kept =
      row === undefined
        ? null
        : reportOn(
            () => undefined,
            () => readingFrom(row, id),
          );
    if (kept === null) continue;
    yield table === "document_words"
      ? partsFrom(number, stemsIn(kept.document.text))
      : statementRowsFrom(kept, number).flatMap((one) => partsFrom(one.columns.number, one.stems));
  }
}

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
