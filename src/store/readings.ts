/**
 * Readings: kept beside one another, a row for each reader, and never changed.
 * The newest one also fills the tables of the search.
 */

import type { Reader, Reading } from "../reading/reading.ts";
import { misplacedIn } from "../reading/verbatim.ts";
import type { Backend } from "./backend.ts";
import { StoreError } from "./errors.ts";
import { ageOf, columnsOfReader, readerOf } from "./keys.ts";
import { packed, unpackedText } from "./packing.ts";
import { countUp, numberOf } from "./rows.ts";
import { emptySearch, fillSearch } from "./search-rows.ts";
import type { ReadingKey } from "./store.ts";
import type { Db } from "./tables.ts";

/** Whether it was kept: `false` when a Reading of that document by that reader was there. */
export async function saveReading(backend: Backend, reading: Reading, now: string): Promise<boolean> {
  return await backend.write(async (db) => {
    const document = await numberOf(db, reading.document.id);
    const saved = await keepReading(backend, db, { number: document, isNew: false }, reading, now);
    if (saved) await countUp(db);
    return saved;
  });
}

/** Within a transaction: the Reading, what is known of its document, and the rows of the search. */
export async function keepReading(
  backend: Backend,
  db: Db,
  document: { number: number; isNew: boolean },
  reading: Reading,
  now: string,
): Promise<boolean> {
  const about = reading.document;
  refuseMisplaced(reading);
  const row = await db
    .insertInto("readings")
    .values({
      document: document.number,
      ...columnsOfReader(reading.reader),
      saved_at: now,
      text: packed(about.text),
      body: packed(JSON.stringify({ ...reading, document: { ...about, text: "" } }), about.text),
    })
    .onConflict((conflict) => conflict.columns(["document", "version", "model", "actors"]).doNothing())
    .returning("number")
    .executeTakeFirst();
  if (row === undefined) return false;
  const published = about.published?.value ?? null;
  await db
    .updateTable("documents")
    .set({
      title: about.title?.value ?? null,
      publisher: about.publisher?.value ?? null,
      published,
      kind: about.kind.value,
      side: about.side?.value ?? null,
      age: ageOf(published),
      reading: row.number,
    })
    .where("number", "=", document.number)
    .execute();
  if (!document.isNew) await emptySearch(backend, db, document.number);
  await fillSearch(backend, db, document.number, reading);
  return true;
}

function refuseMisplaced(reading: Reading): void {
  const place = misplacedIn(reading, reading.document.text);
  if (place === null) return;
  throw new StoreError(
    "mismatch",
    `Cannot keep the Reading of document ${reading.document.id}: the words of ${place.where} do not stand at ${place.start}–${place.end} of its text`,
  );
}

/** The newest Reading, or that reader's. */
export async function readingOf(db: Db, id: string, reader?: Reader): Promise<Reading | null> {
  const rows = db
    .selectFrom("documents")
    .innerJoin("readings", "readings.document", "documents.number")
    .select(["readings.text", "readings.body"])
    .where("documents.id", "=", id);
  const row = await (reader === undefined
    ? rows.whereRef("readings.number", "=", "documents.reading")
    : rows.where(({ and }) => and(columnsOfReader(reader)))
  ).executeTakeFirst();
  return row === undefined ? null : readingFrom(row, id);
}

/** The Reading that was packed; throws when it is damaged or a place of it does not hold. */
export function readingFrom(row: { text: Uint8Array; body: Uint8Array }, id: string): Reading {
  const damaged = (because: string) =>
    new StoreError(
      "damaged",
      `Cannot give the Reading of document ${id}: ${because}; run \`readout doctor\``,
    );
  let reading: Reading;
  try {
    const text = unpackedText(row.text);
    const body = JSON.parse(unpackedText(row.body, text));
    reading = { ...body, document: { ...body.document, text } };
  } catch {
    throw damaged("what stands there cannot be unpacked");
  }
  const place = misplacedIn(reading, reading.document.text);
  if (place !== null) throw damaged(`the words of ${place.where} do not stand in its text`);
  return reading;
}

export async function readingKeys(db: Db, id: string): Promise<ReadingKey[]> {
  const rows = await db
    .selectFrom("documents")
    .innerJoin("readings", "readings.document", "documents.number")
    .select(["version", "model", "actors", "saved_at"])
    .where("documents.id", "=", id)
    .orderBy("readings.number")
    .execute();
  return rows.map((row) => ({ document: id, reader: readerOf(row), savedAt: row.saved_at }));
}

/** Newest Readings by their documents' ids, one in memory at a time. */
export async function* newestReadings(db: Db): AsyncGenerator<Reading> {
  for (let after = ""; ; ) {
    const row = await db
      .selectFrom("documents")
      .innerJoin("readings", "readings.number", "documents.reading")
      .select(["documents.id", "readings.text", "readings.body"])
      .where("documents.id", ">", after)
      .orderBy("documents.id")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return;
    yield readingFrom(row, row.id);
    after = row.id;
  }
}
