/**
 * What goes over the wire: requests and answers of the HTTP interface, as the
 * desk and any other client sees them. The JSON Schema in
 * `schema/api.schema.json` is made from these types; the server checks requests
 * against it, tests check answers, and `/openapi.json` holds it.
 *
 * Routes (all under the server's address; answers are JSON unless said):
 *
 *   GET    /api/status                       Status
 *   GET    /api/contacts                     ContactsPage      ?from ?to ?participant ?side ?kind ?told ?limit ?after
 *   GET    /api/contacts/{id}                ContactPage       ETag
 *   GET    /api/contacts/{id}/brief          text/html: one printable page
 *   GET    /api/documents                    DocumentsPage     ?limit ?after
 *   POST   /api/documents                    202 Job           AddRequest; adds one text or file
 *   GET    /api/documents/{id}               DocumentPage      ETag
 *   GET    /api/documents/{id}/source        the bytes as they came, as text/plain, to be downloaded
 *   POST   /api/documents/{id}/readings      DocumentPage      reads it again with this reader
 *   GET    /api/jobs/{id}                    Job
 *   GET    /api/jobs/{id}/events             text/event-stream of JobEvent, resumes by Last-Event-ID
 *   GET    /api/corrections                  CorrectionsPage   ?document
 *   POST   /api/corrections                  201 CorrectionAnswer   CorrectionRequest; If-Match of the document's ETag
 *   GET    /api/queue                        ReviewProgress    ?document ?contact ?limit
 *   GET    /api/search                       SearchPage        SearchQuery as parameters
 *   GET    /api/facets                       Facets            SearchQuery as parameters
 *   GET    /api/ledger                       LedgerPage        ?kind ?holder ?status
 *   GET    /api/actors                       ActorsPage        ?name: whose name begins so, from the record and the list
 *   GET    /api/actors/{id}/positions        PositionsPage     ?subject
 *   GET    /openapi.json                     OpenAPI 3.1
 *
 * Errors are problems (RFC 9457, application/problem+json).
 */

import type { ArchivedComparison, ContactSummary, CorrectionDraft, ReviewItem } from "../archive/answers.ts";
import type { Commitment, Position } from "../ledger/ledger.ts";
import type { CorrectedReading, Correction } from "../reading/corrections.ts";
import type { Actor, Reader } from "../reading/reading.ts";
import type { Facets, FoundStatement, Page, ReadingKey, StoredDocument } from "../store/store.ts";
import type { DocumentFormat, DocumentKind } from "../text/document.ts";

export interface Status {
  version: string;
  /** Who reads new documents. */
  reader: Reader;
  documents: number;
  contacts: number;
  /** Grows with each change; also in every ETag. */
  revision: number;
}

export type ContactsPage = Page<ContactSummary> & { total: number };

export interface ContactPage {
  contact: ContactSummary;
  comparison: ArchivedComparison;
}

export type DocumentsPage = Page<StoredDocument>;

export interface DocumentPage {
  document: StoredDocument;
  /** Newest Reading with corrections laid over. */
  corrected: CorrectedReading;
  readings: ReadingKey[];
  corrections: Correction[];
  /** Contacts that it tells of: id of the contact and of the account. */
  contacts: { contact: string; account: string }[];
}

/** One document to add: its text, or its bytes in base64. */
export interface AddRequest {
  name?: string;
  text?: string;
  bytes?: string;
  publisher?: string;
  date?: string;
  title?: string;
  kind?: DocumentKind;
  side?: string;
  language?: string;
  address?: string;
  translated?: boolean;
  format?: DocumentFormat;
}

export type JobState = "waiting" | "reading" | "done" | "refused";

export interface Job {
  id: string;
  /** Name of the file; `null` for a pasted text. */
  name: string | null;
  state: JobState;
  /** Id of the document when done. */
  document: string | null;
  /** Whether it was new. */
  added: boolean | null;
  /** Why it was refused, in one line. */
  problem: string | null;
}

/** `data` of a server-sent event; its `id` counts up, so that a stream goes on where it broke off. */
export interface JobEvent {
  job: Job;
}

export type CorrectionRequest = CorrectionDraft;

export interface CorrectionAnswer {
  correction: Correction;
  /** The document's new ETag; `null` when it is not about one document. */
  etag: string | null;
}

export type CorrectionsPage = Page<Correction>;

export interface QueueAnswer {
  items: QueueEntry[];
  judged: number;
  open: number;
}

export interface QueueEntry extends ReviewItem {
  title: string | null;
  publisher: string | null;
}

export type SearchPage = Page<FoundStatement>;

export type FacetsAnswer = Facets;

export interface LedgerPage {
  items: Commitment[];
  actors: Actor[];
}

export interface ActorsPage {
  items: Actor[];
}

export interface PositionsPage {
  actor: Actor;
  items: Position[];
}

/** RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
}
