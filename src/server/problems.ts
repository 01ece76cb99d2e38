/**
 * Problems (RFC 9457): how every refusal of the interface is told. A handler
 * throws a `Refusal`; errors of the rooms behind it become one here. A fault of
 * Readout's own says nothing of its inside.
 */

import { CorrectionError } from "../archive/correcting.ts";
import { InputError } from "../intake/errors.ts";
import { ModelError } from "../model/errors.ts";
import { StoreError, type StoreErrorCode } from "../store/errors.ts";
import type { Problem } from "./wire.ts";

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "A token is needed",
  403: "Not from here",
  404: "Not found",
  405: "Not with this method",
  406: "Not in this form",
  408: "Too slow",
  412: "It has changed meanwhile",
  413: "Too large",
  415: "Not of this type",
  421: "Not the name of this server",
  422: "It does not fit",
  428: "If-Match is needed",
  429: "Too many tries",
  431: "Headers too large",
  500: "A fault in Readout",
  503: "Busy",
};

export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly { place: string; problem: string }[];

  constructor(
    status: number,
    detail: string,
    more: { headers?: Record<string, string>; errors?: { place: string; problem: string }[] } = {},
  ) {
    super(detail);
    this.status = status;
    this.headers = more.headers ?? {};
    this.errors = more.errors ?? [];
  }
}

export function problemOf({ status, message, errors }: Refusal, instance: string | null): Problem {
  return {
    type: "about:blank",
    title: TITLES[status] ?? "Refused",
    status,
    detail: message,
    ...(instance === null ? {} : { instance }),
    ...(errors.length === 0 ? {} : { errors: [...errors] }),
  };
}

export function problemResponse(refusal: Refusal, instance: string | null): Response {
  return new Response(JSON.stringify(problemOf(refusal, instance)), {
    status: refusal.status,
    headers: {
      ...refusal.headers,
      "content-type": "application/problem+json",
      "cache-control": "no-store",
    },
  });
}

/** What an error of the rooms behind means to who asked; `null` when it is a fault of ours. */
export function refusalFrom(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof CorrectionError) return new Refusal(422, sentence(error.message));
  if (error instanceof InputError) return new Refusal(422, error.message);
  if (error instanceof ModelError) return new Refusal(503, error.message);
  if (error instanceof StoreError) {
    const status = STORE_STATUS[error.code];
    return status === undefined ? null : new Refusal(status, error.message);
  }
  return null;
}

export function fault(): Refusal {
  return new Refusal(500, "Readout failed at this; what happened is told where the server runs");
}

export function notFound(what: string): Refusal {
  return new Refusal(404, `There is no ${what}`);
}

/** Others are faults: what stands in the store, or the disk, is not the asker's. */
const STORE_STATUS: { readonly [code in StoreErrorCode]?: number } = {
  "not-found": 404,
  unknown: 404,
  mismatch: 422,
  query: 422,
  busy: 503,
  unreachable: 503,
};

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
