/**
 * The one interface over both databases: brings the schema up to date, and gives
 * what goes wrong in the database as a `StoreError`.
 */

import type { Backend } from "./backend.ts";
import { correctionsOf, keepCorrection } from "./corrections.ts";
import { checkStore } from "./doctor.ts";
import { addDocument, bytesOf, documentOf, documentPage, idsBeginning } from "./documents.ts";
import { StoreError } from "./errors.ts";
import { facets } from "./facets.ts";
import { migrate, STEPS } from "./migrations.ts";
import type { StoreOptions } from "./open.ts";
import { isPostgresAddress, openPostgres } from "./postgres.ts";
import { newestReadings, readingKeys, readingOf, saveReading } from "./readings.ts";
import { search, searchDocuments } from "./search.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";
import { keepVectors, vectorsOf } from "./vectors.ts";

export async function openOver(
  address: string,
  { create = true, now = () => new Date(), steps = STEPS }: StoreOptions,
): Promise<Store> {
  const backend = await (isPostgresAddress(address) ? openPostgres : openSqlite)(address, create);
  try {
    await migrate(backend, steps, now);
  } catch (error) {
    await backend.close();
    throw backend.errorFrom(error) ?? error;
  }
  return storeOver(backend, () => now().toISOString());
}

function storeOver(backend: Backend, now: () => string): Store {
  const { db } = backend;
  let closed = false;

  const refuseClosed = () => {
    if (closed)
      throw new StoreError("closed", `Cannot use store ${JSON.stringify(backend.address)}: it was closed`);
  };
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    refuseClosed();
    try {
      return await work();
    } catch (error) {
      throw backend.errorFrom(error) ?? error;
    }
  };

  return {
    address: backend.address,
    add: (draft) => told(() => addDocument(backend, draft, now())),
    document: (id) => told(() => documentOf(db, id)),
    bytesOf: (id) => told(() => bytesOf(db, id)),
    documents: (options = {}) => told(() => documentPage(db, options)),
    idsBeginning: (prefix) => told(() => idsBeginning(db, prefix)),
    saveReading: (reading) => told(() => saveReading(backend, reading, now())),
    reading: (document, reader) => told(() => readingOf(db, document, reader)),
    readingsOf: (document) => told(() => readingKeys(db, document)),
    async *readings() {
      const all = newestReadings(db);
      for (;;) {
        const next = await told(() => all.next());
        if (next.done) return;
        yield next.value;
      }
    },
    correct: (correction) => told(() => keepCorrection(backend, correction)),
    corrections: (document) => told(() => correctionsOf(db, document)),
    revision: () =>
      told(async () => (await db.selectFrom("revision").select("value").executeTakeFirstOrThrow()).value),
    search: (query) => told(() => search(backend, query)),
    facets: (query) => told(() => facets(backend, query)),
    searchDocuments: (words, options = {}) => told(() => searchDocuments(backend, words, options)),
    vectors: (keys) => told(() => vectorsOf(db, keys)),
    saveVectors: (vectors) => told(() => keepVectors(backend, vectors)),
    doctor: () => told(() => checkStore(backend)),
    async close() {
      if (closed) return;
      closed = true;
      await backend.close();
    },
  };
}
