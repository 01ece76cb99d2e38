/**
 * What goes over the wire: requests and answers of the HTTP interface, as the
 * desk and any other client sees them. The JSON Schema in
 * `schema/api.schema.json` is made from these types; the server checks requests
 * against it, tests check answers, and `/openapi.json` holds it.
 *
 * Routes (all under the server's address; answers are JSON unless said). The
 * table itself is `routes.ts`; a test holds the two together.
 *
 *   GET    /api/status                       Status
 *   GET    /api/contacts                     ContactsPage      ContactsQuery
 *   GET    /api/contacts/{id}                ContactPage
 *   GET    /api/contacts/{id}/brief          text/html: one printable page
 *   GET    /api/documents                    DocumentsPage     PageQuery
 *   POST   /api/documents                    202 Job           AddRequest; adds one text or file
 *   GET    /api/documents/{id}               DocumentPage
 *   GET    /api/documents/{id}/source        the bytes as they came, as text/plain, to be downloaded
 *   POST   /api/documents/{id}/readings      DocumentPage      reads it again with this reader
 *   GET    /api/jobs                         JobsPage          all that are remembered, newest first
 *   GET    /api/jobs/{id}                    Job
 *   GET    /api/jobs/{id}/events             text/event-stream of JobEvent, resumes by Last-Event-ID; 204 when all is told
 *   GET    /api/events                       text/event-stream of JobEvent, of all jobs: one connection however many files
 *   GET    /api/corrections                  CorrectionsPage   CorrectionsQuery; in order of time
 *   POST   /api/corrections                  201 CorrectionAnswer   CorrectionRequest; If-Match with the document's ETag
 *   GET    /api/queue                        QueueAnswer       QueueQuery
 *   GET    /api/search                       SearchPage        SearchQuery
 *   GET    /api/facets                       FacetsAnswer      SearchQuery
 *   GET    /api/ledger                       LedgerPage        LedgerQuery
 *   GET    /api/actors                       ActorsPage        ActorsQuery: whose name begins so, from the record and the list
 *   GET    /api/actors/{id}/positions        PositionsPage     PositionsQuery
 *   POST   /api/logins                       201 Login         a one-time address for another browser
 *   GET    /openapi.json                     OpenAPI 3.1
 *
 * Answers to GET have a strong ETag. A document's changes with its Readings,
 * corrections and contacts only; that of everything else with each change of
 * the record.
 *
 * Errors are problems (RFC 9457, application/problem+json).
 */

import type { VerdictKind } from "../accounts/accounts.ts";
import type { ArchivedComparison, ContactSummary, CorrectionDraft, ReviewItem } from "../archive/answers.ts";
import type { Commitment, CommitmentKind, CommitmentStatus, Position } from "../ledger/ledger.ts";
import type { CorrectedReading, Correction } from "../reading/corrections.ts";
import type { Act, Actor, ContactKind, Reader } from "../reading/reading.ts";
import type {
  Facets,
  FoundStatement,
  Page,
  ReadingKey,
  SearchQuery,
  StoredDocument,
} from "../store/store.ts";
import type { DocumentFormat, DocumentKind } from "../text/document.ts";

export interface Status {
  version: string;
  /** Who reads new documents. */
  reader: Reader;
  documents: number;
  contacts: number;
  /** Grows with each change of documents, Readings or corrections. */
  revision: number;
}

/** A page of a list. */
export interface PageQuery {
  /**
   * @asType integer
   * @minimum 1
   * @maximum 1000
   */
  limit?: number;
  /** `next` of the page before. */
  after?: string;
}

/** All that is given must hold. */
export interface ContactsQuery extends PageQuery {
  /** Days, ISO 8601, both included. */
  from?: Day;
  to?: Day;
  /** An actor's id. */
  participant?: string;
  side?: string;
  kind?: ContactKind;
  /** Whether a document is mainly about it. */
  told?: boolean;
}

/** @pattern ^\d{4}-\d{2}-\d{2}$ */
export type Day = string;

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

/** One document to add: its text, or its bytes in base64; one of the two. */
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

export interface JobsPage {
  items: Job[];
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

export interface CorrectionsQuery extends PageQuery {
  /** Id of a document. */
  document?: string;
}

export type CorrectionsPage = Page<Correction>;

export interface QueueQuery {
  document?: string;
  contact?: string;
  /**
   * @asType integer
   * @minimum 1
   * @maximum 1000
   */
  limit?: number;
}

export interface QueueAnswer {
  items: QueueEntry[];
  judged: number;
  open: number;
}

export interface QueueEntry extends ReviewItem {
  title: string | null;
  publisher: string | null;
}

export type StatementsQuery = SearchQuery;

export type SearchPage = Page<FoundStatement>;

export type FacetsAnswer = Facets;

export interface LedgerQuery {
  kind?: CommitmentKind;
  /** An actor's id. */
  holder?: string;
  status?: CommitmentStatus;
}

export interface LedgerPage {
  items: Commitment[];
  actors: Actor[];
}

export interface ActorsQuery {
  /** How the name begins, or one of its words. */
  name: string;
}

export interface ActorsPage {
  items: Actor[];
}

export interface PositionsQuery {
  /** Words of the subject; all subjects when absent. */
  subject?: string;
}

export interface PositionsPage {
  actor: Actor;
  items: Position[];
  /** Everybody in the chains. */
  actors: Actor[];
}

export interface Login {
  /** Path with a key that opens the desk once. */
  path: string;
}

/** RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  /** What does not fit, each with its place in the request. */
  errors?: { place: string; problem: string }[];
}

/** Exact words and where they stand: UTF-16 offsets into the text of the document, `end` just after. */
export interface Quoted {
  words: string;
  document: string;
  start: number;
  end: number;
}

/** A statement for a program that answers a person: names beside ids, words with their places. */
export interface ToldStatement {
  document: string;
  statement: string;
  publisher: string | null;
  published: string | null;
  /** Names, outermost first, the speaker last. */
  chain: string[];
  /** Name of the speaker; `null` when nobody is named. */
  speaker: string | null;
  addressee: string | null;
  act: Act;
  words: Quoted[];
  /** Words of conditions. */
  conditions: Quoted[];
  confidence: number;
}

export interface StatementsTold {
  statements: ToldStatement[];
  /** Where the next page begins; `null` at the end. */
  next: string | null;
}

export interface ContactsTold {
  contacts: ContactSummary[];
  next: string | null;
}

export interface AccountTold {
  /** Number in this contact, from 1: cells name it. */
  number: number;
  document: string;
  publisher: string | null;
  title: string | null;
  published: string | null;
  kind: DocumentKind;
  side: string | null;
  translated: boolean | null;
  partial: boolean;
  /** Number of the account that it is a copy of; `null` for an origin. */
  copyOf: number | null;
}

export interface PointTold {
  verdict: VerdictKind;
  confidence: number;
  /** Why, in one sentence. */
  reason: string;
  about: string;
  told: CellTold[];
  /** Numbers of the accounts that were searched and do not tell it. An absence is no denial. */
  silent: number[];
}

export interface CellTold {
  account: number;
  speaker: string | null;
  act: Act | null;
  value: string | null;
  chain: string[];
  words: Quoted[];
}

export interface ContactTold {
  id: string;
  kind: ContactKind | null;
  days: string[];
  participants: string[];
  accounts: AccountTold[];
  points: PointTold[];
  /** Points that fit but are left out by the limit. */
  left: number;
}

export interface DocumentTold {
  document: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
  /** The text from `start` to `end`. */
  text: string;
  start: number;
  end: number;
  /** Length of the whole text. */
  length: number;
  /** Statements whose words begin in that stretch. */
  statements: ToldStatement[];
  /** What is odd in the text. */
  notes: string[];
}
