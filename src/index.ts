/**
 * Readout as a library: a document in, a Reading out; several, and how they
 * stand to each other; an archive that keeps them. Nothing is done at import;
 * the list of actors, the models and the databases are loaded when first needed.
 *
 *     import { read } from "readout";
 *     const reading = await read(text, { date: "2021-12-31", publisher: "RIA Novosti" });
 *     for (const statement of reading.statements) console.log(statement.act, statement.content);
 */

import type { Comparison } from "./accounts/accounts.ts";
import type { Archive, ArchiveOptions } from "./archive/archive.ts";
import type { Reading } from "./reading/reading.ts";

export type * from "./accounts/accounts.ts";
export type * from "./archive/answers.ts";
export type { Added, Archive, ArchiveOptions } from "./archive/archive.ts";
export { CorrectionError } from "./archive/correcting.ts";
export { InputError, type InputErrorCode } from "./intake/errors.ts";
export type * from "./ledger/ledger.ts";
export { type Input, type ReadOptions, read, readAll } from "./reader.ts";
export type * from "./reading/corrections.ts";
export type * from "./reading/reading.ts";
export { StoreError, type StoreErrorCode } from "./store/errors.ts";
export type * from "./store/store.ts";
export type * from "./text/document.ts";
export type { Passage, Place, Span } from "./text/span.ts";

export interface CompareOptions {
  /** Likeness of contents by their words alone, without the model. */
  rules?: boolean;
  signal?: AbortSignal;
}

/** The contacts that the documents tell of, each with its accounts side by side, by date. */
export async function compare(
  readings: readonly Reading[],
  { rules = false, signal }: CompareOptions = {},
): Promise<Comparison[]> {
  const { comparisonsFrom } = await import("./archive/compared.ts");
  return comparisonsFrom(readings, { rules, store: null, ...(signal ? { signal } : {}) });
}

/** Documents, Readings and corrections in one place: a SQLite file by its path, PostgreSQL by `postgres://…`. Close it at the end. */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const archive = await import("./archive/archive.ts");
  return archive.openArchive(options);
}
