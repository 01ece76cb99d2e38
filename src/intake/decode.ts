/**
 * Bytes to text, strictly UTF-8. Takes bytes, gives the text without a byte
 * order mark and otherwise unit by unit as it came: line ends, controls and
 * bidi marks stay. What is no UTF-8 text is refused, with the encoding or the
 * kind of file that it looks like and what to do about it.
 *
 * NUL is refused: no text has one, and databases cannot keep it. Other control
 * characters stay; whoever prints a text to a terminal has to make them safe.
 */

import { cannotRead, type InputError } from "./errors.ts";

export function textFromBytes(bytes: Uint8Array, name?: string): string {
  const kind = binaryKindOf(bytes);
  if (kind) throw cannotRead("format", name, `it is ${textless(kind)}`);
  const wide = wideEncodingOf(bytes);
  if (wide) throw wrongEncoding(name, `the bytes are ${wide}`, wide);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(bytes, name);
  }
  refuseUnusable(text, name);
  return text;
}

/** Refuses text that no UTF-8 file can hold or that is nothing: lone surrogates, NUL, white space alone. */
export function refuseUnusable(text: string, name?: string): void {
  const nul = text.indexOf("\0");
  if (nul !== -1)
    throw cannotRead("encoding", name, `it holds a NUL character at offset ${nul}, which no text does`);
  const lone = loneSurrogateIn(text);
  if (lone !== -1) {
    throw cannotRead(
      "encoding",
      name,
      `it holds half a surrogate pair at offset ${lone}, which no encoding can write`,
    );
  }
  if (!/\S/u.test(text))
    throw cannotRead("empty", name, text === "" ? "it is empty" : "it holds only white space");
}

/** Offset of the first surrogate without its other half; -1 when there is none. */
function loneSurrogateIn(text: string): number {
  return text.search(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
}

/** "a PNG image, not text"; "a PDF, not text; save its text first". */
function textless(kind: string): string {
  const [what = kind, ...advice] = kind.split("; ");
  return [`${what}, not text`, ...advice].join("; ");
}

/** First bytes of files that people take for texts, in hexadecimal. */
const MAGIC: readonly [start: string, kind: string][] = [
  ["255044462d", "a PDF; save its text first, for example with pdftotext"],
  ["504b0304", "a ZIP archive (docx, odt, epub are such); save it as plain text first"],
  ["504b0506", "an empty ZIP archive"],
  ["d0cf11e0a1b11ae1", "an old Office file (doc, xls, msg); save it as plain text first"],
  ["7b5c727466", "RTF; save it as plain text first"],
  ["89504e470d0a1a0a", "a PNG image"],
  ["ffd8ff", "a JPEG image"],
  ["474946383", "a GIF image"],
  ["52494646", "a RIFF file (WebP image, WAV or AVI)"],
  ["1f8b", "gzip; unpack it first, for example with gunzip"],
  ["425a68", "bzip2; unpack it first"],
  ["fd377a585a00", "xz; unpack it first"],
  ["28b52ffd", "zstd; unpack it first"],
  ["377abcaf271c", "a 7z archive; unpack it first"],
  ["526172211a07", "a RAR archive; unpack it first"],
  ["53514c69746520666f726d617420330", "an SQLite database"],
  ["7f454c46", "a program (ELF)"],
  ["4d5a9000", "a program (Windows)"],
  ["62706c697374", "a binary property list (a Safari web archive is one); save the page as HTML"],
  ["0061736d", "WebAssembly"],
  ["494433", "an MP3 sound file"],
  ["4f676753", "an Ogg sound file"],
  ["00000018667479", "a video (MP4)"],
  ["00000020667479", "a video (MP4)"],
];

function binaryKindOf(bytes: Uint8Array): string | null {
  const start = Array.from(bytes.subarray(0, 20), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return MAGIC.find(([magic]) => start.startsWith(magic))?.[1] ?? null;
}

/** UTF-16 or UTF-32 by its byte order mark, or by where its zero bytes stand. */
function wideEncodingOf(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "UTF-32LE" : "UTF-16LE";
  if (a === 0xfe && b === 0xff) return "UTF-16BE";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "UTF-32BE";
  const sample = bytes.subarray(0, 4000);
  const zeros = [0, 0, 0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 4] = (zeros[index % 4] ?? 0) + 1;
  const most = (sample.length / 4) * 0.7;
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros;
  if (sample.length < 8) return null;
  if (second > most && third > most && fourth > most && first < most) return "UTF-32LE";
  if (first > most && second > most && third > most && fourth < most) return "UTF-32BE";
  if (second > most && fourth > most) return "UTF-16LE";
  if (first > most && third > most) return "UTF-16BE";
  return null;
}

function wrongEncoding(name: string | undefined, because: string, encoding: string): InputError {
  return cannotRead(
    "encoding",
    name,
    `${because}, not UTF-8; convert it, for example with iconv -f ${encoding} -t UTF-8`,
  );
}

/** Why the bytes are no UTF-8, with a guess at what they are: a hint for a person, never acted upon. */
function notUtf8(bytes: Uint8Array, name: string | undefined): InputError {
  const at = firstBadByteIn(bytes);
  const sample = bytes.subarray(0, 100_000);
  let high = 0;
  let cyrillic = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte >= 0x80) high++;
    if (byte >= 0xc0) cyrillic++;
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) controls++;
  }
  if (controls > sample.length / 50) return cannotRead("format", name, "the bytes are binary data, not text");
  const where = `the byte at offset ${at} is not UTF-8`;
  const guess = high > sample.length / 4 && cyrillic > high * 0.7 ? "WINDOWS-1251" : "WINDOWS-1252";
  const legacy = encodingDeclaredIn(bytes) ?? guess;
  return cannotRead(
    "encoding",
    name,
    `${where}; it may be ${legacy}: convert it, for example with iconv -f ${legacy} -t UTF-8`,
  );
}

/** What a page says of its own encoding: `charset=windows-1251`; `null` when it says nothing or UTF-8. */
function encodingDeclaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  const declared = /charset\s{0,3}=\s{0,3}["']?(?<name>[a-z0-9_-]{2,20})/iu
    .exec(head)
    ?.groups?.name?.toUpperCase();
  return declared === undefined || /^UTF-?8$/u.test(declared) ? null : declared;
}

/** Offset of the first byte that breaks UTF-8, found by halving. */
function firstBadByteIn(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad) >> 1;
    if (isUtf8Start(bytes.subarray(0, middle + 1))) good = middle + 1;
    else bad = middle;
  }
  // Back to the first byte of the character that broke off.
  while (good > 0 && !isUtf8Start(bytes.subarray(0, good), false)) good--;
  return good;
}

/** Whether the bytes are UTF-8, perhaps ending in the middle of a character. */
function isUtf8Start(bytes: Uint8Array, mayBreakOff = true): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: mayBreakOff });
    return true;
  } catch {
    return false;
  }
}
