/**
 * A file that is there whole or not at all: written beside its place under
 * another name and moved there at the end. What is left of a failed run is
 * taken away.
 */

import { randomBytes } from "node:crypto";
import { createReadStream, unlinkSync } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { EXITS, reasonOf, Stop } from "./exit.ts";

export class WholeFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #handle: FileHandle;
  readonly #onExit: () => void;

  private constructor(path: string, temporary: string, handle: FileHandle) {
    this.#path = path;
    this.#temporary = temporary;
    this.#handle = handle;
    this.#onExit = () => {
      try {
        unlinkSync(temporary);
      } catch {
        // It is gone already, which is what we want.
      }
    };
    process.once("exit", this.#onExit);
  }

  static async open(path: string): Promise<WholeFile> {
    await refuseSpecial(path);
    const name = `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`;
    const temporary = join(dirname(path), name);
    try {
      return new WholeFile(path, temporary, await open(temporary, "wx+"));
    } catch (error) {
      throw cannotWrite(path, error);
    }
  }

  /** Text is written as UTF-8, bytes as they are. */
  async add(piece: string | Uint8Array): Promise<void> {
    try {
      await this.#handle.appendFile(piece, "utf8");
    } catch (error) {
      throw cannotWrite(this.#path, error);
    }
  }

  /** What was written so far, piece by piece. */
  async *pieces(): AsyncGenerator<string> {
    yield* createReadStream(this.#temporary, { encoding: "utf8" });
  }

  /** Puts the file in its place. */
  async finish(): Promise<void> {
    try {
      await this.#handle.sync();
      await this.#handle.close();
      await rename(this.#temporary, this.#path);
    } catch (error) {
      await this.discard();
      throw cannotWrite(this.#path, error);
    }
    process.off("exit", this.#onExit);
  }

  /** Takes away what was written. */
  async discard(): Promise<void> {
    process.off("exit", this.#onExit);
    await this.#handle.close().catch(() => undefined);
    await rm(this.#temporary, { force: true });
  }
}

/** A device or folder would be replaced by the move: refused before anything is done. */
async function refuseSpecial(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null || found.isFile()) return;
  const what = found.isDirectory() ? "it is a folder" : "it is not an ordinary file";
  throw new Stop(EXITS.unwritable, `cannot write ${JSON.stringify(path)}: ${what}`);
}

function cannotWrite(path: string, error: unknown): Stop {
  return new Stop(EXITS.unwritable, `cannot write ${JSON.stringify(path)}: ${reasonOf(error)}`);
}
