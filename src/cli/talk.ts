/**
 * What a run says on the error stream: progress, what was passed over, what
 * was refused. Quiet silences all but refusals.
 */

import type { InputError } from "../intake/errors.ts";
import { visibleText } from "../pages/visible.ts";
import { Progress } from "./progress.ts";
import { spoken } from "./spoken.ts";
import type { World } from "./world.ts";

export class Talk {
  readonly #world: World;
  readonly #quiet: boolean;
  readonly #progress: Progress;
  readonly #skipped: { name: string; why: string }[] = [];
  failed = false;

  constructor(world: World, quiet: boolean) {
    this.#world = world;
    this.#quiet = quiet;
    this.#progress = new Progress(world, quiet);
  }

  working(read: number, name: string): void {
    this.progress(`${read} read, now ${name}`);
  }

  /** How far long work is; shown for as long as it lasts. */
  progress(text: string): void {
    this.#progress.tell(text);
  }

  wipe(): void {
    this.#progress.wipe();
  }

  refused(error: InputError): void {
    this.failed = true;
    this.#line(`${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`);
  }

  nothing(): void {
    this.failed = true;
    this.#line("there is nothing to read: no file with an ending that Readout knows");
  }

  /** What went wrong inside while the work goes on. */
  fault(error: unknown): void {
    this.wipe();
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#world.stderr.write(`readout: a fault in Readout, please report it\n${visibleText(message)}\n`);
  }

  say(text: string): void {
    if (!this.#quiet) this.#line(text);
  }

  ignoredKeys(name: string, keys: readonly string[]): void {
    if (keys.length > 0) this.say(`${name}: its header has keys that mean nothing here: ${keys.join(", ")}`);
  }

  skipped(name: string, why: string): void {
    this.#skipped.push({ name, why });
  }

  skippedFiles(): void {
    const count = this.#skipped.length;
    if (count === 0) return;
    const named = this.#skipped.slice(0, 5).map(({ name, why }) => `${name} (${why})`);
    const more = count > named.length ? `, and ${count - named.length} more` : "";
    this.say(`passed over ${count === 1 ? "1 file" : `${count} files`}: ${named.join(", ")}${more}`);
  }

  #line(text: string): void {
    this.wipe();
    this.#world.stderr.write(spoken(`readout: ${text}`, this.#world));
  }
}
