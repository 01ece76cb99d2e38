/**
 * Readings: kept beside one another, a row for each reader, and never changed.
 * The newest one also fills the tables of the search.
 */

import type { Reader, Reading } from "../reading/reading.ts";
import { misplacedIn } from "../reading/verbatim.ts";
import { stemsIn } from "../text/stems.ts";
import type { Backend } from "./backend.ts";
import { StoreError } from "./errors.ts";
import { ageOf, columnsOfReader, keyOf, readerOf } from "./keys.ts";
import { packed, unpackedText } from "./packing.ts";
import { PARTS, partsFrom, statementRange } from "./parts.ts";
import { countUp, insertAll, numberOf, portionsOf } from "./rows.ts";
import { type StatementRow, statementRowsFrom } from "./statement-rows.ts";
import type { ReadingKey } from "./store.ts";
import type { Db } from "./tables.ts";

/** Whether it was kept: `false` when a Reading of that document by that reader was there. */
export async function saveReading(backend: Backend, reading: Reading, now: string): Promise<boolean> {
  return await backend.write(async (db) => {
    const document = await numberOf(db, reading.document.id);
    const saved = await keepReading(backend, db, document, reading, now);
    if (saved) await countUp(db);
    return saved;
  });
}

/** Within a transaction: the Reading, what is known of its document, and the rows of the search. */
export async function keepReading(
  backend: Backend,
  db: Db,
  document: number,
  reading: Reading,
  now: string,
): Promise<boolean> {
  const about = reading.document;
  refuseMisplaced(reading);
  const row = await db
    .insertInto("readings")
    .values({
      document,
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
    .where("number", "=", document)
    .execute();
  await fillSearch(backend, db, document, reading);
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

async function fillSearch(backend: Backend, db: Db, document: number, reading: Reading): Promise<void> {
  const { fullText } = backend;
  const { from, to } = statementRange(document);
  await fullText.remove(db, "statement_words", from * PARTS, to * PARTS);
  await fullText.remove(db, "document_words", document * PARTS, (document + 1) * PARTS);
  await db.deleteFrom("statements").where("number", ">=", from).where("number", "<", to).execute();
  for (const table of ["statement_texts", "statement_via"] as const)
    await db.deleteFrom(table).where("statement", ">=", from).where("statement", "<", to).execute();
  const rows = statementRowsFrom(reading, document);
  await insertAll(
    db,
    "statements",
    rows.map((row) => row.columns),
  );
  await insertAll(db, "statement_texts", rows.map(textRowOf));
  await insertAll(db, "statement_via", rows.flatMap(viaRowsOf));
  const parts = rows.flatMap((row) => partsFrom(row.columns.number, row.stems));
  await fullText.insert(db, "statement_words", parts);
  await fullText.insert(db, "document_words", partsFrom(document, stemsIn(reading.document.text)));
  await nameActors(db, reading);
}

export function textRowOf(row: StatementRow): { statement: number; body: string } {
  return { statement: row.columns.number, body: JSON.stringify(row.text) };
}

export function viaRowsOf({ columns, via }: StatementRow): { actor: string; statement: number }[] {
  return via.map((actor) => ({ actor, statement: columns.number }));
}

/** Only names that are new or changed are written: writers would wait for each other over the great powers. */
async function nameActors(db: Db, reading: Reading): Promise<void> {
  const names = new Map(
    reading.actors.map((actor) => [keyOf(actor.id), actor.name.replaceAll("\0", "\ufffd")]),
  );
  const ids = [...names.keys()].sort();
  for (const portion of portionsOf(ids, 1000)) {
    const known = await db.selectFrom("actors").selectAll().where("id", "in", portion).execute();
    for (const { id, name } of known) if (names.get(id) === name) names.delete(id);
  }
  const changed = ids.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
  for (const portion of portionsOf(changed, 1000))
    await db
      .insertInto("actors")
      .values(portion)
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((row) => ({ name: row.ref("excluded.name") })),
      )
      .execute();
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
