/**
 * The table of routes: what can be asked, with what, and what is answered. The
 * server mounts its handlers by it, `openapi.ts` describes it, and a request
 * that fits no row is told which rows are near. What is done for a route is
 * left to `routes/`.
 */

import type {
  ActorsQuery,
  AddRequest,
  ContactsQuery,
  CorrectionRequest,
  CorrectionsQuery,
  LedgerQuery,
  PageQuery,
  PositionsQuery,
  QueueQuery,
  StatementsQuery,
} from "./wire.ts";

/** Types of requests by the name that they have in the schema. */
export interface RequestTypes {
  ActorsQuery: ActorsQuery;
  AddRequest: AddRequest;
  ContactsQuery: ContactsQuery;
  CorrectionRequest: CorrectionRequest;
  CorrectionsQuery: CorrectionsQuery;
  LedgerQuery: LedgerQuery;
  PageQuery: PageQuery;
  PositionsQuery: PositionsQuery;
  QueueQuery: QueueQuery;
  StatementsQuery: StatementsQuery;
}

type RequestName = keyof RequestTypes;

export interface Route {
  method: "GET" | "POST";
  /** As OpenAPI writes it; the only parameter is `{id}`. */
  path: string;
  summary: string;
  query?: RequestName;
  body?: RequestName;
  /** Most bytes of the body. */
  mostBytes?: number;
  /** Statuses of success; the body is a type of the schema, another media type, or nothing. */
  answers: readonly Answered[];
  /** Statuses of problems besides those that any request can meet. */
  problems: readonly number[];
  /** ETag of an answer: of the whole record's revision, the handler's own, or none. */
  tag?: "revision" | "own";
  /** Takes a place among the few works that go on at once. */
  heavy?: boolean;
}

interface Answered {
  status: number;
  /** Name in the schema. */
  type?: string;
  /** When it is no JSON. */
  media?: string;
  /** Headers that it has besides. */
  headers?: readonly string[];
}

const json = (type: string, status = 200): Answered[] => [{ status, type }];
const MiB = 1024 * 1024;
const events: Answered[] = [{ status: 200, media: "text/event-stream" }, { status: 204 }];

export const ROUTES = {
  status: {
    method: "GET",
    path: "/api/status",
    summary: "What this server holds, and who reads for it",
    answers: json("Status"),
    problems: [],
    tag: "revision",
  },
  contacts: {
    method: "GET",
    path: "/api/contacts",
    summary: "Contacts, by date",
    query: "ContactsQuery",
    answers: json("ContactsPage"),
    problems: [],
    tag: "revision",
    heavy: true,
  },
  contact: {
    method: "GET",
    path: "/api/contacts/{id}",
    summary: "A contact with its accounts, compared point by point",
    answers: json("ContactPage"),
    problems: [404],
    tag: "revision",
    heavy: true,
  },
  brief: {
    method: "GET",
    path: "/api/contacts/{id}/brief",
    summary: "A contact on one printable page, every line with its source",
    answers: [{ status: 200, media: "text/html" }],
    problems: [404],
    tag: "revision",
    heavy: true,
  },
  documents: {
    method: "GET",
    path: "/api/documents",
    summary: "Documents, in the order of their ids",
    query: "PageQuery",
    answers: json("DocumentsPage"),
    problems: [],
    tag: "revision",
  },
  addDocument: {
    method: "POST",
    path: "/api/documents",
    summary: "Add one text or file; it is read in its turn",
    body: "AddRequest",
    // Eight times the limit of a text, as a file may have, in base64 and with room for the rest.
    mostBytes: 24 * MiB,
    answers: [{ status: 202, type: "Job", headers: ["Location"] }],
    problems: [],
  },
  document: {
    method: "GET",
    path: "/api/documents/{id}",
    summary: "A document with its newest Reading, corrections laid over",
    answers: json("DocumentPage"),
    problems: [404],
    tag: "own",
    heavy: true,
  },
  source: {
    method: "GET",
    path: "/api/documents/{id}/source",
    summary: "The bytes as they came, as plain text to be downloaded",
    answers: [{ status: 200, media: "text/plain", headers: ["Content-Disposition"] }],
    problems: [404],
    tag: "own",
  },
  readAgain: {
    method: "POST",
    path: "/api/documents/{id}/readings",
    summary: "Read a document again with this reader; the old Reading stays beside the new",
    answers: json("DocumentPage"),
    problems: [404],
    heavy: true,
  },
  jobs: {
    method: "GET",
    path: "/api/jobs",
    summary: "Documents that are being added or were of late, newest first",
    answers: json("JobsPage"),
    problems: [],
  },
  job: {
    method: "GET",
    path: "/api/jobs/{id}",
    summary: "How far the adding of a document is",
    answers: json("Job"),
    problems: [404],
  },
  jobEvents: {
    method: "GET",
    path: "/api/jobs/{id}/events",
    summary: "A JobEvent for each step of one job, until it is done; resumes by Last-Event-ID",
    answers: events,
    problems: [404],
  },
  events: {
    method: "GET",
    path: "/api/events",
    summary: "A JobEvent for each step of any job; resumes by Last-Event-ID",
    answers: [{ status: 200, media: "text/event-stream" }],
    problems: [],
  },
  corrections: {
    method: "GET",
    path: "/api/corrections",
    summary: "Corrections, in order of time",
    query: "CorrectionsQuery",
    answers: json("CorrectionsPage"),
    problems: [],
    tag: "revision",
  },
  correct: {
    method: "POST",
    path: "/api/corrections",
    summary: "Correct a finding, a grouping, a point or a commitment, or take a correction back",
    body: "CorrectionRequest",
    mostBytes: MiB,
    answers: json("CorrectionAnswer", 201),
    problems: [404, 412, 428],
  },
  queue: {
    method: "GET",
    path: "/api/queue",
    summary: "What a person should look at, least certain first",
    query: "QueueQuery",
    answers: json("QueueAnswer"),
    problems: [404],
    tag: "revision",
    heavy: true,
  },
  search: {
    method: "GET",
    path: "/api/search",
    summary: "Statements, newest first",
    query: "StatementsQuery",
    answers: json("SearchPage"),
    problems: [],
    tag: "revision",
  },
  facets: {
    method: "GET",
    path: "/api/facets",
    summary: "How many statements a search finds, by speaker, act, side and publisher",
    query: "StatementsQuery",
    answers: json("FacetsAnswer"),
    problems: [],
    tag: "revision",
  },
  ledger: {
    method: "GET",
    path: "/api/ledger",
    summary: "What was promised, demanded, threatened and offered, and what became of it",
    query: "LedgerQuery",
    answers: json("LedgerPage"),
    problems: [],
    tag: "revision",
    heavy: true,
  },
  actors: {
    method: "GET",
    path: "/api/actors",
    summary: "Actors whose name begins so, from the record and from the list",
    query: "ActorsQuery",
    answers: json("ActorsPage"),
    problems: [],
    tag: "revision",
  },
  positions: {
    method: "GET",
    path: "/api/actors/{id}/positions",
    summary: "What an actor said on a subject, in order of time",
    query: "PositionsQuery",
    answers: json("PositionsPage"),
    problems: [404],
    tag: "revision",
    heavy: true,
  },
  login: {
    method: "POST",
    path: "/api/logins",
    summary: "A one-time address that opens the desk in another browser",
    answers: json("Login", 201),
    problems: [404],
  },
  openapi: {
    method: "GET",
    path: "/openapi.json",
    summary: "This interface as OpenAPI 3.1",
    answers: [{ status: 200, media: "application/json" }],
    problems: [],
    tag: "own",
  },
} as const satisfies { readonly [id: string]: Route };

export type RouteId = keyof typeof ROUTES;

type Named<Name> = Name extends RequestName ? RequestTypes[Name] : undefined;

/** What a handler of a route is given for its query and body. */
export type QueryOf<Id extends RouteId> = (typeof ROUTES)[Id] extends { query: infer Name }
  ? Named<Name>
  : undefined;
export type BodyOf<Id extends RouteId> = (typeof ROUTES)[Id] extends { body: infer Name }
  ? Named<Name>
  : undefined;

/** Methods that a path takes, in the order of the table; none when there is no such path. */
export function methodsAt(path: string): string[] {
  const rows: Route[] = Object.values(ROUTES);
  return rows.filter((route) => isAt(path, route.path)).map(({ method }) => method);
}

function isAt(path: string, pattern: string): boolean {
  const [own, wanted] = [path.split("/"), pattern.split("/")];
  return (
    own.length === wanted.length &&
    wanted.every((part, at) => (part === "{id}" ? own[at] !== "" : part === own[at]))
  );
}
