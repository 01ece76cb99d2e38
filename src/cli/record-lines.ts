/**
 * The small forms that a record is set in: a label with its value beside it, a
 * point of a list, a breadcrumb.
 */

import type { Crumb } from "../pages/view.ts";
import { columnsIn, type Line, type Piece, plain, styled, wrapped } from "./paint.ts";

const LABEL_COLUMNS = 14;
/** On a narrower screen the label gets a line of its own. */
const LABEL_BESIDE = 44;

export function labelled(
  label: string,
  pieces: readonly Piece[],
  columns: number,
  labelColumns = LABEL_COLUMNS,
): Line[] {
  if (columns < LABEL_BESIDE) {
    const lines = wrapped(pieces, columns - 2).map((line) => [plain("  "), ...line]);
    return label === "" ? lines : [[styled("quiet", label)], ...lines];
  }
  const room = Math.max(8, columns - labelColumns);
  return wrapped(pieces, room).map((line, index) => {
    const text = index === 0 ? label : "";
    return [styled("quiet", text + " ".repeat(labelColumns - columnsIn(text))), ...line];
  });
}

export function bullet(sign: string, pieces: readonly Piece[], columns: number): Line[] {
  return wrapped(pieces, columns - 4).map((line, index) => [
    styled("odd", index === 0 ? `  ${sign} ` : "    "),
    ...line,
  ]);
}

export function onTheWordOf(crumbs: readonly Crumb[]): Piece[] {
  return crumbs.length === 0
    ? []
    : [styled("quiet", " (on the word of "), ...crumbPieces(crumbs), styled("quiet", ")")];
}

export function crumbPieces(crumbs: readonly Crumb[]): Piece[] {
  return crumbs.flatMap((crumb, index) => {
    const name = styled("source", crumb.onlyWords ? `“${crumb.name}”` : crumb.name);
    const basis = crumb.basis === null ? [] : [styled("quiet", ` (${crumb.basis})`)];
    return index === 0 ? [name, ...basis] : [styled("quiet", " › "), name, ...basis];
  });
}
