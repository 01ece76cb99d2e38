/**
 * Server-sent events: the steps of jobs as a stream. It begins with the steps
 * after `Last-Event-ID`, goes on with new ones as they come, and beats in
 * between so that nobody takes a quiet stream for a dead one.
 */

import { isOver, type Jobs, type Step } from "./jobs.ts";
import { Refusal } from "./problems.ts";
import type { JobEvent } from "./wire.ts";

const MOST_STREAMS = 64;
/** A listener that takes nothing off for so many steps is gone. */
const MOST_UNREAD = 5000;
/** Milliseconds after which a browser asks again. */
const RETRY_MS = 2000;

export class Streams {
  readonly #jobs: Jobs;
  readonly #beatMs: number;
  readonly #open = new Set<() => void>();

  constructor(jobs: Jobs, beatMs: number) {
    this.#jobs = jobs;
    this.#beatMs = beatMs;
  }

  /** @param id of one job, whose stream ends with it; `null` for all jobs. */
  streamOf(id: string | null, lastEventId: string | null, signal: AbortSignal): Response {
    const last = lastOf(lastEventId);
    const told = this.#jobs.stepsAfter(last, id);
    // All is told already: with 204 a browser does not ask again.
    if (id !== null && told.length === 0 && isOver(this.#jobs.job(id)))
      return new Response(null, { status: 204 });
    if (this.#open.size >= MOST_STREAMS) {
      throw new Refusal(503, `${MOST_STREAMS} streams are open already`, { headers: { "retry-after": "5" } });
    }
    return new Response(this.#bodyOf(id, told, signal), {
      headers: {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      },
    });
  }

  /** Ends all streams: a server that stops waits for none. */
  close(): void {
    for (const end of [...this.#open]) end();
  }

  #bodyOf(id: string | null, told: readonly Step[], signal: AbortSignal): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    /** Lets go of all that the stream holds; `false` when that was done before. */
    let letGo = () => false;
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          const end = () => {
            if (letGo()) controller.close();
          };
          const send = (text: string) => {
            if ((controller.desiredSize ?? 0) < -MOST_UNREAD) end();
            else controller.enqueue(encoder.encode(text));
          };
          const tell = (step: Step) => {
            if (id !== null && step.job.id !== id) return;
            send(formatStep(step));
            if (id !== null && isOver(step.job)) end();
          };
          const silence = this.#jobs.listen(tell);
          const beat = setInterval(() => send(": beat\n\n"), this.#beatMs);
          beat.unref();
          letGo = () => {
            silence();
            clearInterval(beat);
            signal.removeEventListener("abort", end);
            return this.#open.delete(end);
          };
          this.#open.add(end);
          signal.addEventListener("abort", end);
          send(`retry: ${RETRY_MS}\n\n`);
          for (const step of told) tell(step);
        },
        cancel: () => {
          letGo();
        },
      },
      { highWaterMark: 1 },
    );
  }
}

/** One event; JSON has no line break, so it is one line. */
function formatStep({ id, job }: Step): string {
  return `id: ${id}\ndata: ${JSON.stringify({ job } satisfies JobEvent)}\n\n`;
}

function lastOf(header: string | null): number {
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : 0;
}
