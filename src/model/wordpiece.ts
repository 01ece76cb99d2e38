/**
 * The model's words and their pieces.
 *
 * Takes a text and a vocabulary; gives every word with its place in UTF-16
 * units, its pieces, and what an uncased vocabulary forgets: capitals, line
 * breaks, quotation marks. A word is a run without white space, cut at each
 * punctuation mark and around each ideograph. Any string is taken, broken
 * surrogates included, in time linear in its length. The text is never altered.
 *
 * `training/INFERENCE.md` says each step; ids are those of BERT's tokenizer.
 */

import { ALONE, classOf, DIGIT, formOf, IGNORED, LETTER, SPACE, UPPER } from "./characters.ts";

export const SHAPES = ["other", "lower", "title", "upper", "mixed", "digit"] as const;
export const BREAKS = ["none", "space", "line", "paragraph", "joined"] as const;
export const QUOTES = ["outside", "inside", "opening", "closing"] as const;

const [OTHER, LOWER, TITLE, UPPERCASE, MIXED, DIGITS] = [0, 1, 2, 3, 4, 5];
const [NONE, SPACED, LINE, PARAGRAPH] = [0, 1, 2, 3];
const [OUTSIDE, INSIDE, OPENING, CLOSING] = [0, 1, 2, 3];

export interface Vocabulary {
  /** Pieces that begin a word, and those that go on in one (without their `##`). */
  begins: ReadonlyMap<string, number>;
  goesOn: ReadonlyMap<string, number>;
  /** Units of the longest piece. */
  longest: number;
  unknown: number;
  /** A word of more characters is one unknown piece. */
  longestWord: number;
}

/** A line a piece; its number, from 0, is its id. */
export function parseVocabulary(lines: string, unknown: number, longestWord: number): Vocabulary {
  const begins = new Map<string, number>();
  const goesOn = new Map<string, number>();
  let longest = 1;
  for (const [id, piece] of lines.replace(/\n$/, "").split("\n").entries()) {
    if (piece.startsWith("##")) goesOn.set(piece.slice(2), id);
    else begins.set(piece, id);
    longest = Math.max(longest, piece.length);
  }
  return { begins, goesOn, longest, unknown, longestWord };
}

/** The words of one text, a value for each. */
export interface ModelWords {
  /** Place in the text, UTF-16 units. */
  starts: Int32Array;
  ends: Int32Array;
  /** Pieces of all words; those of word i are [upto[i], upto[i + 1]). */
  pieces: Int32Array;
  upto: Int32Array;
  /** Index into SHAPES, BREAKS and QUOTES. */
  shapes: Uint8Array;
  breaks: Uint8Array;
  quotes: Uint8Array;
  /** Number of the line, from 0. */
  lines: Int32Array;
  /** 1 where a sentence seems to begin. A rough guess, used only to choose where windows are cut. */
  sentences: Uint8Array;
}

interface Spelling {
  pieces: readonly number[];
  shape: number;
}

/** So many different words are remembered, and none that is longer. */
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 64;

/** Cuts texts into words and pieces; remembers how words are spelled. */
export class Tokenizer {
  readonly #vocabulary: Vocabulary;
  readonly #spellings = new Map<string, Spelling>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  wordsIn(text: string): ModelWords {
    const words = new WordList(text);
    const end = (from: number, to: number) => {
      const spelling = this.#spellingOf(text.slice(from, to));
      // Nothing but accents is no word.
      if (spelling.pieces.length > 0) words.add(from, to, spelling);
    };
    let start = -1;
    let last = -1;
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at) ?? 0;
      const after = at + (code > 0xffff ? 2 : 1);
      const bits = classOf(code);
      if (bits & (SPACE | ALONE)) {
        if (start >= 0) end(start, last);
        start = -1;
        if (bits & ALONE) end(at, after);
        else words.space(code);
      } else if (!(bits & IGNORED)) {
        if (start < 0) start = at;
        last = after;
      }
      at = after;
    }
    if (start >= 0) end(start, last);
    return words.done();
  }

  #spellingOf(word: string): Spelling {
    const known = this.#spellings.get(word);
    if (known) return known;
    const spelling = { pieces: piecesOf(formOf(word), this.#vocabulary), shape: shapeOf(word) };
    if (word.length > LONGEST_REMEMBERED) return spelling;
    if (this.#spellings.size >= MOST_REMEMBERED) this.#spellings.clear();
    this.#spellings.set(word, spelling);
    return spelling;
  }
}

/** Pieces of a word's form, the longest that matches first; none for an empty form. */
export function piecesOf(
  form: string,
  { begins, goesOn, longest, unknown, longestWord }: Vocabulary,
): number[] {
  if (form.length > longestWord && (form.length > 2 * longestWord || [...form].length > longestWord))
    return [unknown];
  const pieces: number[] = [];
  for (let start = 0; start < form.length; ) {
    const known = start === 0 ? begins : goesOn;
    let end = Math.min(form.length, start + longest);
    let id: number | undefined;
    while (end > start) {
      id = known.get(form.slice(start, end));
      if (id !== undefined) break;
      end--;
    }
    if (id === undefined) return [unknown];
    pieces.push(id);
    start = end;
  }
  return pieces;
}

/** A single capital is a title: "A", "I". */
function shapeOf(word: string): number {
  let letters = 0;
  let uppers = 0;
  let startsUpper = false;
  for (const character of word) {
    const bits = classOf(character.codePointAt(0) ?? 0);
    if (bits & DIGIT) return DIGITS;
    if (!(bits & LETTER)) continue;
    if (bits & UPPER) uppers++;
    if (letters++ === 0) startsUpper = uppers > 0;
  }
  if (letters === 0) return OTHER;
  if (uppers === 0) return LOWER;
  if (startsUpper && uppers === 1) return TITLE;
  return uppers === letters ? UPPERCASE : MIXED;
}

const OPENS = new Set("“„«‟");
const CLOSES = new Set("”»");
const ENDS_SENTENCE = new Set(".!?…");
const AFTER_END = new Set("”\"’')»");

/** Collects words and works out what depends on those before. */
class WordList {
  readonly #text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #pieces: number[] = [];
  readonly #upto: number[] = [0];
  readonly #shapes: number[] = [];
  readonly #breaks: number[] = [];
  readonly #quotes: number[] = [];
  readonly #lines: number[] = [];
  readonly #sentences: number[] = [];
  #line = 0;
  #newlines = 0;
  #isSpaced = false;
  #isOpen = false;
  /** Whether the last word ended a sentence, marks that close something aside. */
  #isEnded = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** White space after the words so far. */
  space(code: number): void {
    if (code === 0x0a) this.#newlines++;
    this.#isSpaced = true;
  }

  add(start: number, end: number, { pieces, shape }: Spelling): void {
    const character = this.#text[start] ?? "";
    const before = this.#breakBefore();
    this.#starts.push(start);
    this.#ends.push(end);
    for (const piece of pieces) this.#pieces.push(piece);
    this.#upto.push(this.#pieces.length);
    this.#shapes.push(shape);
    this.#breaks.push(before);
    this.#lines.push(this.#line);
    this.#quotes.push(this.#quoteAt(character));
    this.#sentences.push(this.#startsSentence(before, shape, character) ? 1 : 0);
    if (!AFTER_END.has(character)) this.#isEnded = ENDS_SENTENCE.has(character);
    this.#newlines = 0;
    this.#isSpaced = false;
  }

  #breakBefore(): number {
    if (this.#starts.length === 0) return PARAGRAPH;
    if (this.#newlines === 0) return this.#isSpaced ? SPACED : NONE;
    this.#line++;
    this.#isOpen = false;
    return this.#newlines > 1 ? PARAGRAPH : LINE;
  }

  /** A mark left open runs to the end of its line: a quotation that goes on opens again there. */
  #quoteAt(character: string): number {
    const wasOpen = this.#isOpen;
    if (OPENS.has(character) || (character === '"' && !wasOpen)) {
      this.#isOpen = true;
      return OPENING;
    }
    if (CLOSES.has(character) || character === '"') {
      this.#isOpen = false;
      return CLOSING;
    }
    return wasOpen ? INSIDE : OUTSIDE;
  }

  #startsSentence(before: number, shape: number, character: string): boolean {
    if (before !== SPACED) return before >= LINE;
    return this.#isEnded && (shape >= TITLE || OPENS.has(character) || character === '"');
  }

  done(): ModelWords {
    return {
      starts: Int32Array.from(this.#starts),
      ends: Int32Array.from(this.#ends),
      pieces: Int32Array.from(this.#pieces),
      upto: Int32Array.from(this.#upto),
      shapes: Uint8Array.from(this.#shapes),
      breaks: Uint8Array.from(this.#breaks),
      quotes: Uint8Array.from(this.#quotes),
      lines: Int32Array.from(this.#lines),
      sentences: Uint8Array.from(this.#sentences),
    };
  }
}
