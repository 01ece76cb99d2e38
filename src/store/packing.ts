/**
 * Text and bytes packed small (DEFLATE). A Reading repeats the words of its
 * text over and over, so its JSON is packed with that text for a dictionary:
 * a tenth of its size.
 */

import { deflateSync, inflateSync } from "node:zlib";

/** DEFLATE looks back no farther. */
const REACH = 32 * 1024;

export function packed(value: string | Uint8Array, dictionary = ""): Uint8Array {
  return deflateSync(value, optionsFor(dictionary));
}

export function unpackedBytes(packed: Uint8Array): Uint8Array {
  return new Uint8Array(inflateSync(packed));
}

export function unpackedText(packed: Uint8Array, dictionary = ""): string {
  return inflateSync(packed, optionsFor(dictionary)).toString("utf8");
}

function optionsFor(dictionary: string): { dictionary?: Uint8Array } {
  return dictionary === "" ? {} : { dictionary: Buffer.from(dictionary).subarray(-REACH) };
}
