/**
 * Jobs: documents that are being added, one at a time, in the order they came.
 * Kept in memory and bounded on every side; what a job is to do is the
 * caller's. Each step of a job is an event with a number that counts up over
 * all jobs, so that whoever listens can go on where it broke off.
 */

import { randomBytes } from "node:crypto";
import { Refusal } from "./problems.ts";
import type { Job } from "./wire.ts";

export interface Work {
  name: string | null;
  /** How much memory it holds while it waits. */
  bytes: number;
  run: (signal: AbortSignal) => Promise<{ document: string; added: boolean }>;
}

export interface Step {
  id: number;
  job: Job;
}

/** Most jobs, and most bytes of them, that wait at once. */
const MOST_WAITING = 500;
const MOST_WAITING_BYTES = 64 * 1024 * 1024;
/** Jobs remembered, those that wait included. */
const MOST_REMEMBERED = 2000;

export class Jobs {
  readonly #steps = new Map<string, Step[]>();
  readonly #waiting: { id: string; work: Work }[] = [];
  readonly #listeners = new Set<(step: Step) => void>();
  readonly #tellProblem: (error: unknown) => string;
  readonly #stopping = new AbortController();
  #waitingBytes = 0;
  #lastStep = 0;
  #running: Promise<void> | null = null;

  /** @param tellProblem what a failure means, in one line. */
  constructor(tellProblem: (error: unknown) => string) {
    this.#tellProblem = tellProblem;
  }

  add(work: Work): Job {
    if (this.#stopping.signal.aborted) throw new Refusal(503, "The server is stopping");
    if (this.#waiting.length >= MOST_WAITING || this.#waitingBytes + work.bytes > MOST_WAITING_BYTES) {
      throw new Refusal(
        503,
        `${this.#waiting.length} documents wait to be read already; try again in a while`,
        {
          headers: { "retry-after": "10" },
        },
      );
    }
    const id = randomBytes(12).toString("hex");
    const job: Job = { id, name: work.name, state: "waiting", document: null, added: null, problem: null };
    this.#tell(job);
    this.#waiting.push({ id, work });
    this.#waitingBytes += work.bytes;
    this.#forget();
    this.#running ??= this.#runAll();
    return job;
  }

  job(id: string): Job | null {
    return this.#steps.get(id)?.at(-1)?.job ?? null;
  }

  /** Newest first. */
  jobs(): Job[] {
    return [...this.#steps.keys()].reverse().flatMap((id) => this.job(id) ?? []);
  }

  /** Steps after that number, in order; of one job or of all. A number that was never given is from an earlier life of the server: all are told. */
  stepsAfter(last: number, id: string | null): Step[] {
    const all = id === null ? [...this.#steps.values()].flat() : (this.#steps.get(id) ?? []);
    const from = last > this.#lastStep ? 0 : last;
    return all.filter((step) => step.id > from).sort((a, b) => a.id - b.id);
  }

  /** Calls with each step from now on; what it gives ends that. */
  listen(listener: (step: Step) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The job when it is over. */
  over(id: string): Promise<Job | null> {
    const job = this.job(id);
    if (job === null || isOver(job)) return Promise.resolve(job);
    return new Promise((resolve) => {
      const silence = this.listen((step) => {
        if (step.job.id !== id || !isOver(step.job)) return;
        silence();
        resolve(step.job);
      });
    });
  }

  /** Begins no more; resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #runAll(): Promise<void> {
    // Not in the caller's turn: the job is answered for before it begins.
    await Promise.resolve();
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.#waitingBytes -= next.work.bytes;
      await this.#run(next.id, next.work);
    }
    this.#running = null;
  }

  async #run(id: string, { name, run }: Work): Promise<void> {
    const job: Job = { id, name, state: "reading", document: null, added: null, problem: null };
    const { signal } = this.#stopping;
    if (signal.aborted) {
      this.#tell({ ...job, state: "refused", problem: "The server stopped before its turn" });
      return;
    }
    this.#tell(job);
    try {
      this.#tell({ ...job, state: "done", ...(await run(signal)) });
    } catch (error) {
      const problem = signal.aborted ? "The server stopped while it was read" : this.#tellProblem(error);
      this.#tell({ ...job, state: "refused", problem });
    }
  }

  #tell(job: Job): void {
    const step = { id: ++this.#lastStep, job };
    const steps = this.#steps.get(job.id);
    if (steps === undefined) this.#steps.set(job.id, [step]);
    else steps.push(step);
    for (const listener of this.#listeners) listener(step);
  }

  #forget(): void {
    for (const id of this.#steps.keys()) {
      if (this.#steps.size <= MOST_REMEMBERED) return;
      if (isOver(this.job(id))) this.#steps.delete(id);
    }
  }
}

export function isOver(job: Job | null): boolean {
  return job?.state === "done" || job?.state === "refused";
}
