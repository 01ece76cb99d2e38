/**
 * One cell of a comparison as pieces of text: the letters of those who tell it,
 * how the words came, and the exact words with those that moved marked: between
 * asterisks, so that they are seen without colour, too.
 */

import type { CellView, SilentView } from "../pages/comparison-view.ts";
import { VERDICTS } from "../pages/verdicts.ts";
import { wordsAdd } from "../pages/view-contact.ts";
import { stretchesIn } from "../text/stretches.ts";
import { type Piece, plain, styled } from "./paint.ts";
import { crumbPieces } from "./record-lines.ts";

export function cellPieces(cell: CellView): Piece[] {
  const act = cell.act === null ? [] : [styled("cue", cell.act)];
  const by = [
    ...crumbPieces(cell.crumbs),
    ...(cell.crumbs.length > 0 && act.length > 0 ? [plain(", ")] : []),
  ];
  const colon = by.length + act.length === 0 ? [] : [styled("quiet", ": ")];
  return [
    ...letterPieces(cell),
    ...by,
    ...act,
    ...colon,
    ...wordPieces(cell),
    styled("quiet", ` ${cell.finding}`),
  ];
}

/** With the sign of how the cell stands to the first one, where it is not the same. */
export function letterPieces({ letter, copies, stands }: CellView): Piece[] {
  const also = copies.length === 0 ? [] : [styled("quiet", `(also ${copies.join(" ")}) `)];
  const sign = stands === null || stands === "confirmed" ? [] : [styled(stands, VERDICTS[stands].sign)];
  return [styled("strong", letter), ...sign, plain(" "), ...also];
}

/** Longer words are cut around what is marked, and said to be; --json has them whole. */
const LONGEST_WORDS = 600;
const KEPT_BESIDE = 120;

export function wordPieces({ words, moved }: Pick<CellView, "words" | "moved">): Piece[] {
  const pieces = words.flatMap((part, index): Piece[] => {
    const stretches = stretchesIn(
      part,
      moved.map((span) => ({ span, what: true })),
    );
    const own = stretches.map(({ start, end, on }) => {
      const text = part.words.slice(start - part.start, end - part.start);
      return on.length > 0 ? styled("moved", `*${text}*`) : plain(text);
    });
    return index === 0 ? own : [styled("quiet", " … "), ...own];
  });
  return shortened(pieces);
}

export function shortened(pieces: readonly Piece[]): Piece[] {
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= LONGEST_WORDS) return [...pieces];
  return pieces.flatMap((piece, index): Piece[] => {
    if (piece.style === "moved" || piece.text.length <= 2 * KEPT_BESIDE + 40) return [piece];
    const head = index === 0 ? 2 * KEPT_BESIDE : KEPT_BESIDE;
    const left = piece.text.length - head - KEPT_BESIDE;
    return [
      plain(piece.text.slice(0, head)),
      styled("quiet", ` [… ${left} characters …] `),
      plain(piece.text.slice(-KEPT_BESIDE)),
    ];
  });
}

/** The value of a fact or track, and its words where they say more. */
export function valuePieces(cell: CellView): Piece[] {
  if (cell.value === null) return quotedPieces(cell);
  const told = { text: cell.value, evidence: cell.words, word: [] };
  return wordsAdd(told) ? [plain(`${cell.value} `), ...quotedPieces(cell)] : [plain(cell.value)];
}

export function quotedPieces(cell: CellView): Piece[] {
  return [plain("“"), ...wordPieces(cell), plain("”")];
}

/** "A, C (partial), D (translated)": whose texts were searched without finding it. */
export function silentPieces(silent: readonly SilentView[]): Piece[] {
  return silent.flatMap(({ letter, partial, translated }, index) => {
    const marks = [partial ? "partial" : "", translated ? "translated" : ""].filter((mark) => mark !== "");
    const comma = index === 0 ? [] : [styled("quiet", ", ")];
    const why = marks.length === 0 ? [] : [styled("odd", ` (${marks.join(", ")})`)];
    return [...comma, styled("quiet", letter), ...why];
  });
}
