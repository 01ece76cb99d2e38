/**
 * Loading: one answer of the interface as a state that a page shows: waiting,
 * there, or failed. A newer request cancels an older one.
 */

import { type Answer, get } from "./api.ts";

export class Loaded<T> {
  body = $state.raw<T | null>(null);
  etag = $state<string | null>(null);
  problem = $state<string | null>(null);
  waiting = $state(false);
  #running: AbortController | null = null;

  async load(path: string): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.waiting = true;
    try {
      const answer: Answer<T> = await get<T>(path, running.signal);
      this.body = answer.body;
      this.etag = answer.etag;
      this.problem = null;
    } catch (error) {
      if (running.signal.aborted) return;
      this.body = null;
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.waiting = false;
  }
}
