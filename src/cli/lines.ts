/**
 * Lines of a stream of bytes, in constant memory: gzip is told by its first
 * bytes and unpacked, each line is decoded strictly and numbered from 1. The
 * stream is asked for more only when the line before was dealt with.
 */

import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

export interface NumberedLine {
  number: number;
  /** Without its line end. */
  text: string;
}

/** A line that is none: too long, or not UTF-8. */
export class LineError extends Error {
  override readonly name = "LineError";
  readonly number: number;

  constructor(number: number, message: string) {
    super(message);
    this.number = number;
  }
}

export async function* linesIn(
  stream: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<NumberedLine> {
  let number = 0;
  for await (const bytes of byteLinesIn(await unpacked(stream), mostBytes)) {
    number++;
    yield { number, text: decoded(bytes, number) };
  }
}

/** The stream itself, or what is packed in it when it begins as gzip does. */
async function unpacked(stream: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const pieces = stream[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < 2) {
    const next = await pieces.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  const whole = resumed(head, pieces);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return whole;
  const source = Readable.from(whole);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

async function* resumed(head: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
}

async function* byteLinesIn(
  stream: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  for await (const piece of stream) {
    let from = 0;
    for (let at = piece.indexOf(0x0a); at !== -1; at = piece.indexOf(0x0a, from)) {
      kept.push(piece.subarray(from, at));
      yield Buffer.concat(kept);
      number++;
      kept = [];
      size = 0;
      from = at + 1;
    }
    const rest = piece.subarray(from);
    size += rest.length;
    if (size > mostBytes) throw new LineError(number, `the line is longer than ${mostBytes} bytes`);
    if (rest.length > 0) kept.push(rest);
  }
  if (kept.length > 0) yield Buffer.concat(kept);
}

const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array, number: number): string {
  try {
    const text = DECODER.decode(bytes);
    // A byte order mark belongs to the file, not to its first line.
    const begun = number === 1 && text.startsWith("\ufeff") ? text.slice(1) : text;
    return begun.endsWith("\r") ? begun.slice(0, -1) : begun;
  } catch {
    throw new LineError(number, "the line is not UTF-8");
  }
}
