/**
 * What SQLite and PostgreSQL do differently; all else of the store is shared.
 */

import type { RawBuilder } from "kysely";
import type { Wanted } from "../text/stems.ts";
import type { Db } from "./tables.ts";

export interface Backend {
  /** Path or address, without a password. */
  readonly address: string;
  readonly db: Db;
  readonly sorts: ColumnSorts;
  readonly fullText: FullText;

  /** Whether no step of the schema is in place yet. */
  isNew(): Promise<boolean>;
  /** What must be done before the first step. */
  begin(db: Db): Promise<void>;
  /** All or nothing, and on disk when it resolves. Waits for other writers without holding up the process. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Lets nobody else change the schema until the transaction ends. */
  lockSchema(db: Db): Promise<void>;
  /** Reads all as it is at one moment. */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** What is wrong with the file itself, in words of the database. */
  fileFaults(db: Db): Promise<string[]>;
  /** Bytes on disk. */
  size(db: Db): Promise<number>;
  /** An error of the database as a `StoreError`; `null` when it is none of its own. */
  errorFrom(error: unknown): Error | null;
  close(): Promise<void>;
}

/** Names of the sorts of columns, for the steps of the schema. */
export interface ColumnSorts {
  /** A number that the database gives, as primary key. */
  serial: string;
  /** A number that we give, as primary key. */
  number: string;
  /** Text that is compared byte by byte, whatever the language of the server. */
  key: string;
  blob: string;
  real: string;
}

export type WordTable = "statement_words" | "document_words";

/** Words in a row that are looked up together; see `partsFrom`. */
export interface Part {
  number: number;
  stems: string[];
}

/** A full-text index over stems that we make ourselves, so that both stores find the same. */
export interface FullText {
  /** What makes an index. */
  schemaOf(table: WordTable): string[];
  insert(db: Db, table: WordTable, parts: readonly Part[]): Promise<void>;
  /** Parts from the first number up to, and without, the second. */
  remove(db: Db, table: WordTable, from: number, to: number): Promise<void>;
  /** A query for the owners of parts that hold all that is wanted. */
  matching(table: WordTable, wanted: Wanted): RawBuilder<unknown>;
  /** Begins to compare an index with what it should hold. */
  audit(db: Db, table: WordTable): Promise<Audit>;
}

export interface Audit {
  /** Parts that should be there. */
  see(parts: readonly Part[]): Promise<void>;
  /** How many parts are not as they were seen; those missing and those too many included. */
  wrong(): number;
}
