/**
 * Documents and the bytes that they came as.
 */

import type { DocumentKind } from "../text/document.ts";
import type { Backend } from "./backend.ts";
import { limitOf, pageOf, parseCursor } from "./cursor.ts";
import { StoreError } from "./errors.ts";
import { hashOf, markOf, readerOf } from "./keys.ts";
import { packed, unpackedBytes } from "./packing.ts";
import { keepReading } from "./readings.ts";
import { countUp } from "./rows.ts";
import type { DocumentDraft, Page, PageOptions, Store, StoredDocument } from "./store.ts";
import type { Db, DocumentTable, ReadingTable } from "./tables.ts";

export async function addDocument(
  backend: Backend,
  draft: DocumentDraft,
  now: string,
): Promise<{ document: StoredDocument; added: boolean }> {
  const { reading } = draft;
  const id = hashOf(draft.bytes);
  if (reading.document.id !== id)
    throw new StoreError(
      "mismatch",
      `Cannot add ${draft.name ?? "document"}: its bytes have the hash ${id}, its Reading is of ${reading.document.id}`,
    );
  // Packed before the transaction begins: other writers need not wait for that.
  const original = { given: JSON.stringify(draft.given), bytes: packed(draft.bytes) };
  const added = await backend.write(async (db) => {
    const row = await db
      .insertInto("documents")
      .values({
        id,
        name: draft.name,
        added_at: now,
        size: draft.bytes.length,
        title: null,
        publisher: null,
        published: null,
        kind: reading.document.kind.value,
        side: null,
        age: 0,
        mark: markOf(id),
        reading: null,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("number")
      .executeTakeFirst();
    if (row === undefined) return false;
    await db
      .insertInto("originals")
      .values({ document: row.number, ...original })
      .execute();
    await keepReading(backend, db, { number: row.number, isNew: true }, reading, now);
    await countUp(db);
    return true;
  });
  const document = await documentOf(backend.db, id);
  if (document === null) throw new StoreError("damaged", `Cannot find document ${id} that is there`);
  return { document, added };
}

export async function documentOf(db: Db, id: string): Promise<StoredDocument | null> {
  const row = await documentRows(db).where("documents.id", "=", id).executeTakeFirst();
  return row === undefined ? null : documentFrom(row);
}

export async function documentPage(db: Db, options: PageOptions): Promise<Page<StoredDocument>> {
  const limit = limitOf(options);
  const after = parseCursor(options.after, [""]);
  const rows = await documentRows(db)
    .$if(after !== null, (query) => query.where("documents.id", ">", after?.[0] ?? ""))
    .orderBy("documents.id")
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, (row) => [row.id], rows.map(documentFrom));
}

/** Ten at most. What is no beginning of a hash begins none. */
export async function idsBeginning(db: Db, prefix: string): Promise<string[]> {
  const wanted = prefix.toLowerCase();
  if (!/^[0-9a-f]{1,64}$/.test(wanted)) return [];
  const rows = await db
    .selectFrom("documents")
    .select("id")
    .where("id", ">=", wanted)
    .where("id", "<", `${wanted}g`)
    .orderBy("id")
    .limit(10)
    .execute();
  return rows.map((row) => row.id);
}

export async function bytesOf(db: Db, id: string): ReturnType<Store["bytesOf"]> {
  const row = await db
    .selectFrom("originals")
    .innerJoin("documents", "documents.number", "originals.document")
    .select(["originals.bytes", "originals.given"])
    .where("documents.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const bytes = checkedBytes(row.bytes, id);
  return { bytes, given: JSON.parse(row.given) };
}

/** The bytes that were packed; throws when their hash is not the document's id. */
export function checkedBytes(stored: Uint8Array, id: string): Uint8Array {
  const bytes = unpackedOrNull(stored);
  if (bytes === null || hashOf(bytes) !== id)
    throw new StoreError(
      "damaged",
      `Cannot give the bytes of document ${id}: they are not those that were added`,
    );
  return bytes;
}

function unpackedOrNull(stored: Uint8Array): Uint8Array | null {
  try {
    return unpackedBytes(stored);
  } catch {
    return null;
  }
}

/** Documents with the reader of their newest Reading, for `documentFrom`. */
export function documentRows(db: Db) {
  return db
    .selectFrom("documents")
    .innerJoin("readings", "readings.number", "documents.reading")
    .selectAll("documents")
    .select(["readings.version", "readings.model", "readings.actors"]);
}

type DocumentRow = Omit<DocumentTable, "number"> & Pick<ReadingTable, "version" | "model" | "actors">;

export function documentFrom(row: DocumentRow): StoredDocument {
  return {
    id: row.id,
    name: row.name,
    addedAt: row.added_at,
    bytes: row.size,
    title: row.title,
    publisher: row.publisher,
    published: row.published,
    kind: row.kind as DocumentKind,
    side: row.side,
    reader: readerOf(row),
  };
}
