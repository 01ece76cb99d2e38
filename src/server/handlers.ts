/**
 * What a handler is: it takes what was asked, checked, and gives the answer;
 * whatever cannot be answered it throws. Each route has one.
 */

import type { Archive } from "../archive/archive.ts";
import type { Streams } from "./events.ts";
import type { Gate } from "./gate.ts";
import type { Jobs } from "./jobs.ts";
import type { BodyOf, QueryOf, RouteId } from "./routes.ts";
import type { Tokens } from "./tokens.ts";

export interface Asked<Id extends RouteId> {
  /** The parameter of the path, decoded; empty when it has none. */
  id: string;
  query: QueryOf<Id>;
  body: BodyOf<Id>;
  headers: Headers;
  signal: AbortSignal;
}

export interface Answer {
  /** Value of a JSON body; or a response of its own kind. */
  body: unknown;
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** The answer's own ETag, when the route has no other. */
  tag?: string;
}

export type Handler<Id extends RouteId> = (asked: Asked<Id>) => Promise<Answer | Response>;

export type Handlers = { readonly [Id in RouteId]: Handler<Id> };

/** Some of the handlers: those of one room. */
export type Room<Id extends RouteId> = Pick<Handlers, Id>;

/** What handlers work with. */
export interface Behind {
  archive: Archive;
  jobs: Jobs;
  streams: Streams;
  gate: Gate;
  /** `null` when no token is asked for. */
  tokens: Tokens | null;
}
