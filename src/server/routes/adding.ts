/** Adding documents: what was sent becomes a job, and how far jobs are is told. */

import type { Archive } from "../../archive/archive.ts";
import type { ReadOptions } from "../../reader.ts";
import type { Behind, Room } from "../handlers.ts";
import type { Work } from "../jobs.ts";
import { notFound, Refusal } from "../problems.ts";
import type { AddRequest, JobsPage } from "../wire.ts";

type Ids = "addDocument" | "jobs" | "job" | "jobEvents" | "events";

export function addingRoutes({ archive, jobs, streams }: Behind): Room<Ids> {
  const jobOf = (id: string) => {
    const job = jobs.job(id);
    if (job === null) throw notFound(`job ${JSON.stringify(id)}`);
    return job;
  };
  return {
    addDocument: async ({ body }) => {
      const job = jobs.add(workFrom(archive, body));
      return { body: job, status: 202, headers: { location: `/api/jobs/${job.id}` } };
    },
    jobs: async () => ({ body: { items: jobs.jobs() } satisfies JobsPage }),
    job: async ({ id }) => ({ body: jobOf(id) }),
    jobEvents: async ({ id, headers, signal }) =>
      streams.streamOf(jobOf(id).id, headers.get("last-event-id"), signal),
    events: async ({ headers, signal }) => streams.streamOf(null, headers.get("last-event-id"), signal),
  };
}

/** What adding these bytes is, for the queue. */
export function addingOf(archive: Archive, bytes: Uint8Array, options: ReadOptions): Work {
  return {
    name: options.name ?? null,
    bytes: bytes.byteLength,
    run: async (signal) => {
      const { document, added } = await archive.add(bytes, { ...options, signal });
      return { document: document.id, added };
    },
  };
}

function workFrom(archive: Archive, request: AddRequest): Work {
  const { text, bytes, ...facts } = request;
  if ((text === undefined) === (bytes === undefined)) {
    throw new Refusal(422, "A document is sent as text or as bytes: one of the two");
  }
  return addingOf(archive, text === undefined ? bytesFrom(bytes ?? "") : textFrom(text), facts);
}

function textFrom(text: string): Uint8Array {
  // Half a surrogate pair has no bytes: it would become another character without a word.
  if (/\p{Surrogate}/u.test(text))
    throw new Refusal(422, "The text holds half a character (a lone surrogate)");
  return new TextEncoder().encode(text);
}

function bytesFrom(base64: string): Uint8Array {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
    throw new Refusal(422, "The bytes are no base64");
  }
  return Buffer.from(base64, "base64");
}
