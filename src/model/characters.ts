/**
 * How the model's tokenizer sees a character: whether it ends a word, stands
 * alone, is dropped or is a letter, and how it is spelled in an uncased
 * vocabulary. Unicode's categories decide; each code point is looked up once a
 * process and remembered.
 */

/** Bits of `classOf`: one of the first four is the character's part in a word; the rest are for its shape. */
export const IGNORED = 1;
export const SPACE = 2;
export const ALONE = 4;
export const PART = 8;
export const LETTER = 16;
export const UPPER = 32;
export const DIGIT = 64;

const CONTROL = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\0\ufffd]/u;
const BLANK = /[ \t\n\r\p{Zs}]/u;
const PUNCTUATION = /[\p{P}$+<=>^`|~]/u;
const IDEOGRAPH =
  /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b81f}\u{2b820}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;

const classes = new Uint8Array(0x110000);

/** The bits of a code point. */
export function classOf(code: number): number {
  return classes[code] || looked(code);
}

function looked(code: number): number {
  const character = String.fromCodePoint(code);
  const bits = partOf(character) | shapeOf(character);
  classes[code] = bits;
  return bits;
}

function partOf(character: string): number {
  if (BLANK.test(character)) return SPACE;
  if (CONTROL.test(character)) return IGNORED;
  return IDEOGRAPH.test(character) || PUNCTUATION.test(character) ? ALONE : PART;
}

function shapeOf(character: string): number {
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (!/\p{L}/u.test(character)) return 0;
  return character === character.toLowerCase() ? LETTER : LETTER | UPPER;
}

/** A word without accents and dropped characters, each character in lower case by itself. */
export function formOf(word: string): string {
  let form = "";
  for (const character of word) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) form += classOf(code) & IGNORED ? "" : character.toLowerCase();
    else form += plainOf(code, character);
  }
  return form;
}

const plains = new Map<number, string>();

function plainOf(code: number, character: string): string {
  const known = plains.get(code);
  if (known !== undefined) return known;
  let plain = "";
  if (!(classOf(code) & IGNORED)) {
    for (const part of character.normalize("NFD")) if (!/\p{Mn}/u.test(part)) plain += part.toLowerCase();
  }
  plains.set(code, plain);
  return plain;
}
