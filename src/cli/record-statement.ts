/**
 * One statement as lines: its chain and act, conditions, exact words, and the
 * words that hand them over.
 */

import { formatConfidence, type Names, type StatementView } from "../pages/view.ts";
import type { Attribution } from "../reading/reading.ts";
import { wordsOf } from "../text/span.ts";
import { stretchesIn } from "../text/stretches.ts";
import { type Line, type Piece, plain, type Style, styled, wrapped } from "./paint.ts";
import { crumbPieces, labelled } from "./record-lines.ts";

const LABEL_COLUMNS = 11;

/** `inside`: the attributions that stand directly within this one. `gutter`: columns of the widest id, and two. */
export function statementLines(
  view: StatementView,
  inside: readonly Attribution[],
  gutter: number,
  names: Names,
  columns: number,
): Line[] {
  // However deep, three quarters of the line are left for words.
  const indent = gutter + Math.min(2 * view.depth, Math.floor(columns / 4));
  const rows: Line[] = [];
  const width = columns - indent;
  rows.push(...wrapped([...byWhom(view), styled("quiet", ": "), ...actPieces(view)], width));
  for (const condition of view.conditions) {
    const holder =
      condition.holder === null ? [] : [styled("quiet", ` (in the hand of ${names.of(condition.holder)})`)];
    rows.push(
      ...labelled("condition", [plain(wordsOf(condition.condition)), ...holder], width, LABEL_COLUMNS),
    );
    if (condition.consequence.length > 0)
      rows.push(...labelled("then", [plain(wordsOf(condition.consequence))], width, LABEL_COLUMNS));
  }
  if (view.statement.content.length > 0)
    rows.push(...labelled("words", contentPieces(view, inside), width, LABEL_COLUMNS));
  if (view.by.length > 0) rows.push(...labelled("by", byPieces(view), width, LABEL_COLUMNS));
  if (view.unsure)
    rows.push(
      ...labelled(
        "unsure",
        [styled("odd", formatConfidence(view.statement.confidence))],
        width,
        LABEL_COLUMNS,
      ),
    );
  const number = `${view.statement.id.padStart(gutter - 2)}  `;
  return rows.map((row, index) => [
    styled("quiet", index === 0 ? number.padStart(indent) : " ".repeat(indent)),
    ...row,
  ]);
}

/** The chain; for what the narrator tells in his own voice, also whose act he tells of. */
function byWhom(view: StatementView): Piece[] {
  if (view.attribution !== null)
    return view.crumbs.length === 0 ? [styled("odd", "nobody named")] : crumbPieces(view.crumbs);
  const narrator = view.crumbs.length === 0 ? [plain("the narrator")] : crumbPieces(view.crumbs);
  return view.doer === null ? narrator : [...narrator, styled("quiet", " of "), plain(view.doer)];
}

function actPieces(view: StatementView): Piece[] {
  const pieces = [styled("cue", view.act)];
  if (view.addressee !== null) {
    const sure = view.addressee.fromContact ? " (the other party)" : "";
    pieces.push(plain(` → ${view.addressee.name}`), styled("quiet", sure));
  }
  for (const mark of view.marks)
    pieces.push(plain(` · ${mark.value}`), styled("quiet", ` “${wordsOf(mark.evidence)}”`));
  return pieces;
}

/** The exact words, with sources and cues of what stands within them in their own colours. */
function contentPieces(view: StatementView, inside: readonly Attribution[]): Piece[] {
  const roles = inside.flatMap((one) => [
    ...one.source.map((span) => ({ span, what: "source" as Style })),
    ...one.cue.map((span) => ({ span, what: "cue" as Style })),
  ]);
  return view.statement.content.flatMap((part, index) => {
    const stretches = stretchesIn(part, roles).map((stretch) =>
      styled(
        stretch.on[0] ?? "content",
        part.words.slice(stretch.start - part.start, stretch.end - part.start),
      ),
    );
    return index === 0 ? stretches : [styled("quiet", " … "), ...stretches];
  });
}

function byPieces(view: StatementView): Piece[] {
  const sources = new Set(view.attribution?.source ?? []);
  return view.by.flatMap((place, index) => {
    const piece = styled(sources.has(place) ? "source" : "cue", place.words);
    const before = view.by[index - 1];
    if (before === undefined) return [piece];
    return [styled("quiet", place.start - before.end <= 1 ? " " : " … "), piece];
  });
}
