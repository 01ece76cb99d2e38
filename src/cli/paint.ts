/**
 * Styled text for a terminal: pieces with a role, wrapped to a width, painted
 * or plain. Colour only adds: the painted lines without their escapes are the
 * plain lines, to the letter.
 *
 * Known miss: a flag or a family emoji counts as several signs, so that its
 * line is broken a little early.
 */

import type { VerdictKind } from "../accounts/accounts.ts";
import { visibleText } from "../pages/visible.ts";

export type Style = "source" | "cue" | "content" | "strong" | "quiet" | "odd" | "moved" | VerdictKind;

export interface Piece {
  text: string;
  style: Style | null;
}

export type Line = Piece[];

const CODES: Readonly<Record<Style, string>> = {
  source: "1;36",
  cue: "35",
  content: "32",
  strong: "1",
  quiet: "2",
  odd: "31",
  moved: "1;4",
  contradicted: "1;31",
  "attribution-differs": "1;35",
  "wording-differs": "1;33",
  "scope-differs": "1;34",
  "one-account-only": "1;36",
  confirmed: "1;32",
};

export function plain(text: string): Piece {
  return { text, style: null };
}

export function styled(style: Style, text: string): Piece {
  return { text, style };
}

/** One line for the terminal; what acts in it is shown by its number. */
export function paintLine(line: Line, colour: boolean): string {
  let painted = "";
  for (const piece of line) {
    const text = visibleText(piece.text);
    if (text === "") continue;
    painted += colour && piece.style !== null ? `\u001b[${CODES[piece.style]}m${text}\u001b[0m` : text;
  }
  return painted;
}

/** Pieces as lines of at most `width` columns, broken at white space; a longer word is broken where it must be. */
export function wrapped(pieces: readonly Piece[], width: number): Line[] {
  const limit = Math.max(8, width);
  const lines: Line[] = [];
  let line: Line = [];
  let used = 0;
  const breakLine = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const word of wordsIn(pieces)) {
    const columns = columnsOf(word.pieces);
    if (used > 0 && used + (word.spaced ? 1 : 0) + columns > limit) breakLine();
    if (used > 0 && word.spaced) {
      push(line, word.space);
      used += 1;
    }
    if (columns <= limit) {
      for (const piece of word.pieces) push(line, piece);
      used += columns;
      continue;
    }
    for (const sign of signsIn(word.pieces)) {
      const wide = columnsIn(sign.text);
      if (used > 0 && used + wide > limit) breakLine();
      push(line, sign);
      used += wide;
    }
  }
  if (line.length > 0) breakLine();
  return lines;
}

interface Word {
  pieces: Piece[];
  /** Whether white space stands before it. */
  spaced: boolean;
  space: Piece;
}

/** Words with the styles inside them; a word may change its style half-way: “content. */
function wordsIn(pieces: readonly Piece[]): Word[] {
  const words: Word[] = [];
  let word: Word | null = null;
  let spaced = false;
  let space = plain(" ");
  for (const piece of pieces) {
    for (const part of visibleText(piece.text).split(/(\s+)/u)) {
      if (part === "") continue;
      if (/^\s/u.test(part)) {
        word = null;
        // The space takes the style of both sides only when they agree: a colour does not run ahead.
        space = spaced ? space : { text: " ", style: piece.style };
        spaced = true;
        continue;
      }
      if (word === null) {
        word = { pieces: [], spaced, space };
        words.push(word);
        spaced = false;
      }
      word.pieces.push({ text: part, style: piece.style });
    }
  }
  return words;
}

function* signsIn(pieces: readonly Piece[]): Generator<Piece> {
  for (const piece of pieces) for (const text of piece.text) yield { text, style: piece.style };
}

function push(line: Line, piece: Piece): void {
  const last = line[line.length - 1];
  if (last !== undefined && last.style === piece.style) line[line.length - 1] = joined(last, piece);
  else line.push(piece);
}

function joined(first: Piece, second: Piece): Piece {
  return { text: first.text + second.text, style: first.style };
}

/** Columns that pieces take in one line. */
export function columnsOf(pieces: readonly Piece[]): number {
  let columns = 0;
  for (const piece of pieces) columns += columnsIn(piece.text);
  return columns;
}

/** Columns that a text takes on a terminal: East Asian signs and emoji two, marks and joiners none. */
export function columnsIn(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const sign of text) columns += NO_COLUMN.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return columns;
}

const NO_COLUMN = /^[\p{M}\u{200c}\u{200d}]$/u;
const WIDE =
  /^[\u{1100}-\u{115f}\u{2e80}-\u{303e}\u{3041}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;
