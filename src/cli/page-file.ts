/**
 * The page of a run: Readings come one by one, each is set and put away on
 * disk, and the page is put together at the end, because its head names the
 * hash of its styles and lists all documents. Memory holds one Reading.
 */

import type { Writable } from "node:stream";
import { footOf, headOf, type Section, sectionFrom } from "../pages/reading-page.ts";
import type { Reading } from "../reading/reading.ts";
import { WholeFile } from "./whole-file.ts";
import { put } from "./world.ts";

export class Page {
  readonly #file: WholeFile;
  readonly #sections: WholeFile;
  readonly #kept: Omit<Section, "html">[] = [];
  readonly #minConfidence: number;

  private constructor(file: WholeFile, sections: WholeFile, minConfidence: number) {
    this.#file = file;
    this.#sections = sections;
    this.#minConfidence = minConfidence;
  }

  static async open(path: string, minConfidence: number): Promise<Page> {
    return new Page(await WholeFile.open(path), await WholeFile.open(path), minConfidence);
  }

  get documents(): number {
    return this.#kept.length;
  }

  async add(reading: Reading): Promise<void> {
    const { html, ...kept } = sectionFrom(reading, this.#kept.length + 1, this.#minConfidence);
    this.#kept.push(kept);
    await this.#sections.add(html);
  }

  async finish(): Promise<void> {
    await this.#file.add(headOf(this.#kept));
    for await (const piece of this.#sections.pieces()) await this.#file.add(piece);
    await this.#file.add(footOf(this.#kept));
    await this.#sections.discard();
    await this.#file.finish();
  }

  async discard(): Promise<void> {
    await this.#sections.discard();
    await this.#file.discard();
  }
}

/** The page on a stream: for `--html -`. The sections are held until all are there. */
export async function putPage(stream: Writable, readings: readonly Section[]): Promise<void> {
  await put(stream, headOf(readings));
  for (const section of readings) await put(stream, section.html);
  await put(stream, footOf(readings));
}
