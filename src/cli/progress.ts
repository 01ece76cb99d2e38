/**
 * A line on the error stream that says how far long work is. It shows only to
 * a person, only after a second, and is wiped before anything else is said.
 */

import { visibleLine } from "../pages/visible.ts";
import { columnsIn } from "./paint.ts";
import type { World } from "./world.ts";

const PATIENCE_MS = 1000;
const PACE_MS = 100;

export class Progress {
  readonly #world: World;
  readonly #on: boolean;
  readonly #began: number;
  #last = 0;
  #shown = false;

  constructor(world: World, quiet: boolean) {
    this.#world = world;
    this.#on = !quiet && world.talkScreen !== null;
    this.#began = world.nowMs();
  }

  tell(text: string): void {
    if (!this.#on) return;
    const now = this.#world.nowMs();
    if (now - this.#began < PATIENCE_MS || now - this.#last < PACE_MS) return;
    this.#last = now;
    this.#shown = true;
    const room = Math.max(10, (this.#world.talkScreen?.columns ?? 80) - 1);
    let line = visibleLine(text);
    while (columnsIn(line) > room) line = `${[...line].slice(0, -2).join("")}…`;
    this.#world.stderr.write(`\r\u001b[2K${line}`);
  }

  wipe(): void {
    if (this.#shown) this.#world.stderr.write("\r\u001b[2K");
    this.#shown = false;
  }
}
