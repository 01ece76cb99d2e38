/**
 * The gate: so many heavy works go on at once and so many wait; whoever comes
 * then is told to come again.
 */

import { Refusal } from "./problems.ts";

const MOST_AT_ONCE = 4;
const MOST_WAITING = 64;

export class Gate {
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= MOST_AT_ONCE) await this.#turn();
    else this.#inside++;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#inside--;
      // The place goes over to the next without becoming free.
      else next();
    }
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= MOST_WAITING) {
      throw new Refusal(503, "Too much is asked at once; try again in a moment", {
        headers: { "retry-after": "1" },
      });
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
