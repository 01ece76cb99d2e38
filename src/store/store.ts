/**
 * A store: where documents, Readings, corrections and vectors are kept. SQLite
 * in one file and PostgreSQL by address do the same; one suite tests both.
 *
 * It decides nothing about language. Every place in a Reading or correction is
 * checked against its document's text when written and when read. A promise
 * that has resolved is on disk; what was under way when the process died is
 * not there at all.
 */

import type { Correction } from "../reading/corrections.ts";
import type { Act, ConditionKind, Reader, Reading } from "../reading/reading.ts";
import type { DocumentKind } from "../text/document.ts";
import type { Passage } from "../text/span.ts";

export interface DocumentDraft {
  /** The bytes as they came; their SHA-256 is the document's id. */
  bytes: Uint8Array;
  /** Name of the file, or `null` when it came from a pipe. */
  name: string | null;
  /** What the user said of it beforehand (publisher, date …), to read it again by. */
  given: { [key: string]: string | boolean };
  /** The Reading to begin with; its document's id must be that of the bytes. */
  reading: Reading;
}

export interface StoredDocument {
  id: string;
  name: string | null;
  /** Moment it was added, ISO 8601 in UTC. */
  addedAt: string;
  bytes: number;
  title: string | null;
  publisher: string | null;
  published: string | null;
  kind: DocumentKind;
  side: string | null;
  /** Who made the newest Reading. */
  reader: Reader;
}

export interface Page<T> {
  items: T[];
  /** Where the next page begins; `null` at the end. Opaque. */
  next: string | null;
}

export interface PageOptions {
  limit?: number;
  after?: string | null;
}

/** All that is given must hold. Actors by id. */
export interface SearchQuery extends PageOptions {
  /** Words to be found in a statement's content; all of them. In quotation marks, in that order. */
  words?: string;
  speaker?: string;
  /** Somebody in the chain before the speaker. */
  via?: string;
  act?: Act;
  addressee?: string;
  /** Days of publication, ISO 8601, both included. */
  from?: string;
  to?: string;
  /** Side of the speaker. */
  side?: string;
  publisher?: string;
  /** With a condition of any kind (`true`), with none (`false`), or of that kind. */
  condition?: boolean | ConditionKind;
  minConfidence?: number;
  document?: string;
}

export interface FoundStatement {
  document: string;
  statement: string;
  publisher: string | null;
  title: string | null;
  published: string | null;
  speaker: string | null;
  addressee: string | null;
  act: Act;
  /** Actors' ids, outermost first; `null` for nobody named. */
  chain: (string | null)[];
  /** Names for `chain`, in the words of the text or the usual name. */
  chainNames: string[];
  content: Passage;
  /** The sentence, or sentences, that it stands in. */
  sentence: string;
  conditions: number;
  confidence: number;
}

/** A hundred values a facet at most, the most frequent ones; the total counts all. */
export interface Facets {
  speaker: Facet[];
  act: Facet[];
  side: Facet[];
  publisher: Facet[];
  total: number;
}

export interface Facet {
  value: string | null;
  name: string | null;
  count: number;
}

export interface ReadingKey {
  document: string;
  reader: Reader;
  /** Moment it was saved. */
  savedAt: string;
}

export interface Fault {
  /** What is wrong, where, and what to do. */
  message: string;
  document: string | null;
}

export interface StoreReport {
  /** Steps of the schema that are in place, in order. */
  migrations: string[];
  documents: number;
  readings: number;
  statements: number;
  corrections: number;
  vectors: number;
  /** Size on disk in bytes. */
  bytes: number;
  faults: Fault[];
}

export interface Store {
  /** Path or address, without a password. */
  readonly address: string;

  /** Adds a document with its first Reading; one that is there already stays as it is. */
  add(draft: DocumentDraft): Promise<{ document: StoredDocument; added: boolean }>;
  document(id: string): Promise<StoredDocument | null>;
  /** The bytes as they came. */
  bytesOf(id: string): Promise<{ bytes: Uint8Array; given: { [key: string]: string | boolean } } | null>;
  /** In the order of their ids. */
  documents(options?: PageOptions): Promise<Page<StoredDocument>>;
  /** Ids that begin with this, ten at most: for people who type. */
  idsBeginning(prefix: string): Promise<string[]>;

  /** Keeps a Reading beside those of other readers. `false` when one by that reader was there: it stays as it is. */
  saveReading(reading: Reading): Promise<boolean>;
  /** The newest Reading, or the one of that reader. */
  reading(document: string, reader?: Reader): Promise<Reading | null>;
  readingsOf(document: string): Promise<ReadingKey[]>;
  /** All newest Readings, in the order of the documents' ids; one in memory at a time. */
  readings(): AsyncIterable<Reading>;

  /** Keeps a correction; refuses one whose words do not stand in its document. */
  correct(correction: Correction): Promise<void>;
  /** In order of time; of one document or all. */
  corrections(document?: string): Promise<Correction[]>;
  /** A number that grows with each change of documents, Readings or corrections. */
  revision(): Promise<number>;

  search(query: SearchQuery): Promise<Page<FoundStatement>>;
  facets(query: SearchQuery): Promise<Facets>;
  /** Documents whose text holds the words. */
  searchDocuments(words: string, options?: PageOptions): Promise<Page<StoredDocument>>;

  /** Vectors of texts by SHA-256 of model and text; unknown keys are left out. */
  vectors(keys: readonly string[]): Promise<Map<string, Float32Array>>;
  saveVectors(vectors: ReadonlyMap<string, Float32Array>): Promise<void>;

  /** Checks everything: the file itself, every hash, every place. */
  doctor(): Promise<StoreReport>;
  close(): Promise<void>;
}
