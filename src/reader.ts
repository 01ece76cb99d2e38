/**
 * The reader: bytes or text in, a Reading out. Every door calls it: library,
 * command line, server. It brings the intake, the list of actors and the floor
 * `reading` together and decides nothing itself.
 *
 * The work on one document is one synchronous stretch, so a signal is heard
 * before and after it, not in its middle: a document of 2 MiB holds it up for
 * seconds at most.
 */

import { refuseUnusable } from "./intake/decode.ts";
import { type DocumentOptions, documentFrom } from "./intake/documents.ts";
import type { LeftOut, SourceMap } from "./intake/extracts.ts";
import { loadGazetteer } from "./intake/gazetteer.ts";
import type { NoteDraft } from "./reading/notes.ts";
import { readingOf } from "./reading/read.ts";
import type { Reading } from "./reading/reading.ts";

/** What is known of a document beforehand, and how much of it to take. */
export interface ReadOptions extends DocumentOptions {
  signal?: AbortSignal;
}

/** A document to read: its text or bytes, alone or with what is known of it. */
export type Input = string | Uint8Array | (ReadOptions & { input: string | Uint8Array });

export interface ReadResult {
  reading: Reading;
  /** Where the text stands in the source; `null` when it is the source itself. */
  map: SourceMap | null;
  /** Keys of the file's header that mean nothing to Readout. */
  ignoredKeys: string[];
}

/** Reads one document. The same input and options give the same Reading, byte for byte. */
export async function read(input: string | Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  return (await readWhole(input, options)).reading;
}

/** Reads documents one by one as they come, in their order; the first that cannot be read ends it. */
export async function* readAll(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  options: ReadOptions = {},
): AsyncGenerator<Reading, void, undefined> {
  for await (const one of inputs) {
    if (typeof one === "string" || one instanceof Uint8Array) yield await read(one, options);
    else yield await read(one.input, { ...options, ...one });
  }
}

/** Reads one document and keeps what the intake has to tell besides. */
export async function readWhole(input: string | Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const { signal, ...facts } = options;
  signal?.throwIfAborted();
  const bytes = typeof input === "string" ? bytesOf(input, facts.name) : input;
  const [{ document, map, leftOut, ignoredKeys }, gazetteer] = await Promise.all([
    documentFrom(bytes, facts),
    loadGazetteer(),
  ]);
  signal?.throwIfAborted();
  const reading = readingOf(document, gazetteer, null, leftOut.map(noteOf));
  return { reading, map, ignoredKeys };
}

/** Half a surrogate pair has no bytes: it would become another character without a word. */
function bytesOf(text: string, name?: string): Uint8Array {
  refuseUnusable(text, name);
  return new TextEncoder().encode(text);
}

function noteOf(left: LeftOut): NoteDraft {
  const message =
    left.characters === 0
      ? `${left.why.charAt(0).toUpperCase()}${left.why.slice(1)}.`
      : `${left.characters} characters of the page are not part of the text: ${left.why}.`;
  return { kind: "boilerplate-left-out", place: null, message };
}
