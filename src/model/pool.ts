/**
 * A pool of threads that run the encoder, so that the event loop never waits.
 *
 * Takes windows of one graph and gives their scores. Each thread has one window at a time
 * and one thread of the runtime: that is as fast as one session on all cores,
 * faster on a busy machine, and a document's windows spread over the cores.
 * The first thread starts with the pool, others when windows wait.
 *
 * Idle threads do not keep the process alive, and none is ever ended in the
 * middle of native work, which would take the process down. From source, under a test or
 * tsx, a thread could not load TypeScript: there the encoder runs in this
 * thread.
 */

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Encoder, type Graph, openEncoder, type Scores } from "./encoder.ts";
import { ModelError, reasonOf } from "./errors.ts";
import type { WindowInput } from "./features.ts";
import type { WorkerAnswer, WorkerQuestion, WorkerState } from "./worker.ts";

export interface Pool<Output extends string> {
  /** Begins to load the graph. A failure is told to whoever asks for scores. */
  load(graph: Graph<Output>): void;
  /** After `load`. An aborted signal takes what waits out of the line. */
  scoresOf(window: WindowInput, signal?: AbortSignal): Promise<Scores<Output>>;
  close(): Promise<void>;
}

/** Each thread holds the weights, about 40 MB: more than this is for those who ask for it. */
const MOST_WORKERS = 8;

/** `entry`: the threads' program; by default the one in the bundle. */
export function openPool<Output extends string>(
  workers = Math.min(availableParallelism(), MOST_WORKERS),
  entry = ownEntry(),
): Pool<Output> {
  return entry ? new Threads<Output>(Math.max(1, workers), entry) : new Here<Output>();
}

function ownEntry(): URL | null {
  return import.meta.url.endsWith(".ts") ? null : new URL("./model-worker.js", import.meta.url);
}

/** The encoder in this thread. */
class Here<Output extends string> implements Pool<Output> {
  #encoder: Promise<Encoder<Output>> | null = null;

  load(graph: Graph<Output>): void {
    this.#encoder = openEncoder(graph, 1);
    this.#encoder.catch(() => {});
  }

  async scoresOf(window: WindowInput, signal?: AbortSignal): Promise<Scores<Output>> {
    const encoder = await this.#encoder;
    signal?.throwIfAborted();
    if (!encoder) throw new ModelError("closed", CLOSED);
    return encoder.scoresOf(window);
  }

  async close(): Promise<void> {
    const encoder = await this.#encoder?.catch(() => null);
    this.#encoder = null;
    await encoder?.close();
  }
}

interface Job<Output extends string> {
  window: WindowInput;
  signal: AbortSignal | undefined;
  settle: (scores: Scores<Output>) => void;
  fail: (error: unknown) => void;
}

class Threads<Output extends string> implements Pool<Output> {
  readonly #most: number;
  readonly #entry: URL;
  /** What each thread works on; `null` when idle. */
  readonly #threads = new Map<Worker, Job<Output> | null>();
  readonly #states = new Map<Worker, WorkerState>();
  #graph: Graph<Output> | null = null;
  #waiting: Job<Output>[] = [];
  /** One listener a signal, however many windows listen to it. */
  readonly #signals = new Map<AbortSignal, { windows: number; stop: () => void }>();
  #isClosed = false;

  constructor(most: number, entry: URL) {
    this.#most = most;
    this.#entry = entry;
    process.on("exit", this.#stop);
    this.#start();
  }

  load(graph: Graph<Output>): void {
    this.#graph = graph;
    for (const thread of this.#threads.keys()) tell(thread, { load: graph });
  }

  async scoresOf(window: WindowInput, signal?: AbortSignal): Promise<Scores<Output>> {
    signal?.throwIfAborted();
    if (this.#isClosed) throw new ModelError("closed", CLOSED);
    if (signal) this.#listenTo(signal);
    try {
      return await new Promise<Scores<Output>>((settle, fail) => {
        this.#waiting.push({ window, signal, settle, fail });
        this.#go();
      });
    } finally {
      if (signal) this.#leave(signal);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const jobs = [...this.#waiting, ...this.#threads.values()];
    const threads = [...this.#threads.keys()];
    this.#waiting = [];
    this.#threads.clear();
    for (const job of jobs) job?.fail(new ModelError("closed", CLOSED));
    await Promise.all(threads.map(ended));
    process.off("exit", this.#stop);
  }

  /** Waits, when the process ends, until no thread is in native work: a window's time at most. */
  readonly #stop = (): void => {
    for (const state of this.#states.values()) {
      Atomics.store(state, STOPPED, 1);
      Atomics.wait(state, AT_WORK, 1, LONGEST_WAIT_MS);
    }
  };

  #listenTo(signal: AbortSignal): void {
    const listening = this.#signals.get(signal);
    if (listening) listening.windows++;
    else {
      const stop = () => this.#abort(signal);
      this.#signals.set(signal, { windows: 1, stop });
      signal.addEventListener("abort", stop, { once: true });
    }
  }

  #leave(signal: AbortSignal): void {
    const listening = this.#signals.get(signal);
    if (!listening || --listening.windows > 0) return;
    signal.removeEventListener("abort", listening.stop);
    this.#signals.delete(signal);
  }

  #abort(signal: AbortSignal): void {
    const jobs = [...this.#waiting, ...this.#threads.values()].filter((job) => job?.signal === signal);
    this.#waiting = this.#waiting.filter((job) => job.signal !== signal);
    for (const job of jobs) job?.fail(signal.reason);
  }

  /** Gives waiting windows to idle threads; if some still wait, starts a thread. */
  #go(): void {
    for (const [thread, job] of this.#threads) {
      if (job) continue;
      const next = this.#waiting.shift();
      if (!next) return;
      this.#threads.set(thread, next);
      thread.ref();
      tell(thread, { window: next.window });
    }
    if (this.#waiting.length > 0 && this.#threads.size < this.#most) {
      this.#start();
      this.#go();
    }
  }

  #start(): void {
    const state: WorkerState = new Int32Array(new SharedArrayBuffer(8));
    // Without the process's own flags: `--input-type`, as of a program given by `-e`, is refused for a file.
    const thread = new Worker(this.#entry, { workerData: state, execArgv: [] });
    this.#threads.set(thread, null);
    this.#states.set(thread, state);
    if (this.#graph) tell(thread, { load: this.#graph });
    thread.on("message", (answer: WorkerAnswer<Output>) => this.#answered(thread, answer));
    thread.on("error", (error) => this.#ended(thread, reasonOf(error)));
    thread.on("exit", (code) => this.#ended(thread, `a thread ended with code ${code}`));
    // Last, for listening holds the process again; and once more when it runs, for starting does, too.
    thread.unref();
    thread.once("online", () => {
      if (!this.#threads.get(thread)) thread.unref();
    });
  }

  #answered(thread: Worker, answer: WorkerAnswer<Output>): void {
    const job = this.#threads.get(thread);
    if (!job) return;
    this.#threads.set(thread, null);
    thread.unref();
    if ("scores" in answer) job.settle(answer.scores);
    else job.fail(new ModelError("runtime", answer.error));
    this.#go();
  }

  /** A thread that ended fails its own window; those that wait go to others. */
  #ended(thread: Worker, reason: string): void {
    const job = this.#threads.get(thread);
    this.#states.delete(thread);
    if (!this.#threads.delete(thread)) return;
    job?.fail(new ModelError("runtime", `Cannot run the model: ${reason}`));
    this.#go();
  }
}

function tell(thread: Worker, question: WorkerQuestion): void {
  thread.postMessage(question);
}

/** Asks a thread to end after what it is at, and waits for that. */
function ended(thread: Worker): Promise<void> {
  return new Promise((resolve) => {
    thread.ref();
    thread.once("exit", () => resolve());
    tell(thread, "end");
  });
}

/** The worker's shared numbers; its module is only for its thread, so they are not imported from there. */
const AT_WORK = 0;
const STOPPED = 1;
/** No window takes this long; a thread that does is stuck. */
const LONGEST_WAIT_MS = 10_000;

const CLOSED = "Cannot run the model: it was closed";
