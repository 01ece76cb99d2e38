/**
 * The tables, as both stores have them; what a column is for. The steps that
 * make them are in `migrations.ts`. Full-text indexes are not here: each store
 * has its own, behind `FullText`.
 */

import type { Generated, Kysely } from "kysely";

export type Db = Kysely<Tables>;

export interface Tables {
  documents: DocumentTable;
  originals: OriginalTable;
  readings: ReadingTable;
  statements: StatementTable;
  profiles: ProfileTable;
  statement_texts: StatementTextTable;
  statement_via: StatementViaTable;
  actors: ActorTable;
  corrections: CorrectionTable;
  correction_documents: CorrectionDocumentTable;
  vectors: VectorTable;
  revision: { value: number };
  migrations: { number: Generated<number>; name: string; at: string };
}

export interface DocumentTable {
  /** Our own number, for short keys; never shown. */
  number: Generated<number>;
  id: string;
  name: string | null;
  added_at: string;
  size: number;
  /** From here on as the newest Reading has it. */
  title: string | null;
  publisher: string | null;
  published: string | null;
  kind: string;
  side: string | null;
  /** Sorts by day, newest first: the day as -20211231; 0 when it is not known. */
  age: number;
  /** Sorts the documents of a day by id: its first 48 bits. */
  mark: number;
  /** Number of the newest Reading. */
  reading: number | null;
}

export interface OriginalTable {
  document: number;
  /** The bytes as they came, packed. */
  bytes: Uint8Array;
  /** What the user said of it, JSON. */
  given: string;
}

export interface ReadingTable {
  number: Generated<number>;
  document: number;
  version: string;
  /** Empty when rules alone read: a key with NULL would not be one. */
  model: string;
  actors: string;
  saved_at: string;
  /** The document's text, packed. */
  text: Uint8Array;
  /** The Reading as JSON without that text, packed with the text for a dictionary. */
  body: Uint8Array;
}

/** What a statement is found by; of the newest Readings only. Narrow, so that many are looked through quickly. */
export interface StatementTable {
  /** Document's number and the statement's index: see `statementNumber`. */
  number: number;
  age: number;
  mark: number;
  speaker: string | null;
  addressee: string | null;
  act: string;
  side: string | null;
  publisher: string | null;
  conditions: number;
  /** Kinds of its conditions with a blank on either side of each: " if unless ". */
  condition_kinds: string;
  confidence: number;
  /** Number of its profile. */
  profile: number;
}

/**
 * What statements are counted by: who speaks, for whom, how, in which paper.
 * There are few of these to very many statements, so counting is grouping by
 * one number.
 */
export interface ProfileTable {
  number: Generated<number>;
  /** Hash of the four, none of which need be there. */
  key: string;
  speaker: string | null;
  act: string;
  side: string | null;
  publisher: string | null;
}

/** What is shown of a statement, and not needed to find it. */
export interface StatementTextTable {
  statement: number;
  /** A `StatementText` as JSON. */
  body: string;
}

/** Who handed a statement on, before its speaker. */
export interface StatementViaTable {
  actor: string;
  statement: number;
}

/** Names of actors, for facets. */
export interface ActorTable {
  id: string;
  name: string;
}

export interface CorrectionTable {
  id: string;
  at: string;
  /** The whole correction, JSON. */
  body: string;
}

export interface CorrectionDocumentTable {
  document: number;
  correction: string;
}

export interface VectorTable {
  key: string;
  /** 32-bit numbers, low byte first. */
  vector: Uint8Array;
}
