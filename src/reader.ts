/**
 * The reader: bytes or text in, a Reading out. Every door calls it: library,
 * command line, server. It brings the intake, the list of actors, the model and
 * the floor `reading` together and decides nothing itself.
 *
 * The model runs in threads of its own and is loaded once, with the first
 * document; its threads do not keep a process alive. The rest of the work on one document is one synchronous stretch, so a signal is heard
 * before and after it, not in its middle: a document of 2 MiB holds it up for
 * seconds at most.
 */

import { refuseUnusable } from "./intake/decode.ts";
import { type DocumentOptions, documentFrom } from "./intake/documents.ts";
import type { LeftOut, SourceMap } from "./intake/extracts.ts";
import { loadGazetteer } from "./intake/gazetteer.ts";
import { loadModel, type Model } from "./model/model.ts";
import { isFirstHand } from "./reading/first-hand/head.ts";
import type { NoteDraft } from "./reading/notes.ts";
import { readingOf } from "./reading/read.ts";
import type { Reader, Reading } from "./reading/reading.ts";
import { VERSION } from "./reading/version.ts";
import type { Document } from "./text/document.ts";

/** What is known of a document beforehand, and how much of it to take. */
export interface ReadOptions extends DocumentOptions {
  signal?: AbortSignal;
  /** Find attributions by rules alone, without the model: some ten times faster, and less sure. */
  rules?: boolean;
  /** Paths of lists of your own actors (docs/actors.md), laid over ours; a later one overrules an earlier. */
  actors?: readonly string[];
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
  const { signal, rules, actors, ...facts } = options;
  signal?.throwIfAborted();
  // Both load while the document is let in; a failure is told where they are needed.
  void loadGazetteer(actors).catch(() => undefined);
  if (!rules) void ownModel().catch(() => undefined);
  const bytes = typeof input === "string" ? bytesOf(input, facts.name) : input;
  const { document, map, leftOut, ignoredKeys } = await documentFrom(bytes, facts);
  const reading = await readDocument(document, options, leftOut.map(noteOf));
  return { reading, map, ignoredKeys };
}

/** Reads a document that is let in already. `notes`: what the intake has to tell of it. */
export async function readDocument(
  document: Document,
  { signal, rules, actors }: Pick<ReadOptions, "signal" | "rules" | "actors"> = {},
  notes: readonly NoteDraft[] = [],
): Promise<Reading> {
  const [gazetteer, numbers] = await Promise.all([
    loadGazetteer(actors),
    rules || isFirstHand(document)
      ? null
      : ownModel().then((model) => model.numbersFor(document.text, signal)),
  ]);
  signal?.throwIfAborted();
  return readingOf(document, gazetteer, numbers, notes);
}

/** Who reads with these options: what stands in `reader` of a Reading of a text that is read with the model. */
export async function readerOf({ rules, actors }: Pick<ReadOptions, "rules" | "actors">): Promise<Reader> {
  const [gazetteer, model] = await Promise.all([loadGazetteer(actors), rules ? null : ownModel()]);
  return { version: VERSION, model: model?.id ?? null, actors: gazetteer.hash };
}

let opened: Promise<Model> | null = null;

/** The package's own model, loaded once. */
function ownModel(): Promise<Model> {
  opened ??= loadModel();
  return opened;
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
