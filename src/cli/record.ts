/**
 * A Reading as a record for the terminal: where the text comes from, the
 * contact, each statement with its chain and exact words, tracks, what comes
 * next, notes. Gives lines; painting and writing are left to others.
 */

import type { Attribution, Reading } from "../reading/reading.ts";
import type { Passage, Span } from "../text/span.ts";
import { stretchesIn } from "../text/stretches.ts";
import { columnsIn, type Line, type Piece, plain, type Style, styled, wrapped } from "./paint.ts";
import {
  type Crumb,
  formatConfidence,
  Names,
  notesOf,
  type StatementView,
  statementsOf,
  wordsOf,
} from "./view.ts";
import { contactsOf, type Field, type FieldValue, tracksOf, wordsAdd } from "./view-contact.ts";
import { sourceFieldsOf, titleOf } from "./view-document.ts";

export interface RecordOptions {
  columns: number;
  /** Statements below this are counted, not shown. */
  minConfidence: number;
}

const LABEL_COLUMNS = 14;
const STATEMENT_LABEL_COLUMNS = 11;
const DEEPEST_INDENT = 8;

export function recordLinesOf(reading: Reading, options: RecordOptions): Line[] {
  const names = new Names(reading);
  const { columns } = options;
  const contacts = contactsOf(reading, names);
  const lines: Line[] = [...wrapped([styled("strong", titleOf(reading.document))], columns)];
  lines.push(...sourceLines(reading, names, columns));
  for (const contact of contacts) {
    const title = contact.main ? contact.title : `${contact.title}, also told of`;
    lines.push([], ...wrapped([styled("strong", title), ...onTheWordOf(contact.word)], columns));
    lines.push(...fieldLines(contact.fields, columns));
  }
  lines.push(...statementsBlock(reading, names, options));
  const tracks = tracksOf(reading, names);
  if (tracks.length > 0) lines.push([], heading(counted(tracks.length, "track")));
  tracks.forEach((track, index) => {
    if (index > 0) lines.push([]);
    lines.push(...fieldLines(track.fields, columns), ...labelled("Words", wordPieces(track), columns));
  });
  const followUps = contacts.flatMap((contact) => contact.followUps);
  if (followUps.length > 0) lines.push([], heading("What comes next"));
  for (const followUp of followUps) lines.push(...bullet("·", valuePieces(followUp), columns));
  lines.push(...notesBlock(reading, columns));
  return lines;
}

function heading(text: string): Line {
  return [styled("strong", text)];
}

function sourceLines(reading: Reading, names: Names, columns: number): Line[] {
  const fields = sourceFieldsOf(reading.document, (id) => names.of(id));
  return fields.flatMap((field) => {
    const ground = field.reckoned ? [styled("quiet", " (reckoned)")] : [];
    return labelled(field.label, [plain(field.value), ...ground], columns);
  });
}

function fieldLines(fields: readonly Field[], columns: number): Line[] {
  return fields.flatMap((field) =>
    field.values.flatMap((value, index) =>
      labelled(index === 0 ? field.label : "", valuePieces(value), columns),
    ),
  );
}

function valuePieces(value: FieldValue): Piece[] {
  const pieces = [plain(value.text)];
  if (wordsAdd(value)) pieces.push(styled("quiet", `  “${wordsOf(value.evidence)}”`));
  return [...pieces, ...onTheWordOf(value.word)];
}

function wordPieces(told: { evidence: Passage; word: readonly Crumb[] }): Piece[] {
  return [plain(`“${wordsOf(told.evidence)}”`), ...onTheWordOf(told.word)];
}

function onTheWordOf(crumbs: readonly Crumb[]): Piece[] {
  return crumbs.length === 0
    ? []
    : [styled("quiet", " (on the word of "), ...crumbPieces(crumbs), styled("quiet", ")")];
}

function crumbPieces(crumbs: readonly Crumb[]): Piece[] {
  return crumbs.flatMap((crumb, index) => {
    const name = styled("source", crumb.onlyWords ? `“${crumb.name}”` : crumb.name);
    const basis = crumb.basis === null ? [] : [styled("quiet", ` (${crumb.basis})`)];
    return index === 0 ? [name, ...basis] : [styled("quiet", " › "), name, ...basis];
  });
}

function statementsBlock(reading: Reading, names: Names, options: RecordOptions): Line[] {
  const views = statementsOf(reading, names, options.minConfidence);
  const left = reading.statements.length - views.length;
  const under = left === 0 ? "" : `, ${left} more below ${options.minConfidence}`;
  const lines: Line[] = [[], heading(`${counted(views.length, "statement")}${under}`)];
  const insides = insidesOf(reading.attributions);
  const gutter = String(views.length).length + 2;
  for (const view of views) {
    const inside = view.attribution === null ? [] : (insides.get(view.attribution.id) ?? []);
    lines.push([], ...statementLines(view, inside, gutter, names, options.columns));
  }
  return lines;
}

/** The attributions that stand directly within each one. */
function insidesOf(attributions: readonly Attribution[]): ReadonlyMap<string, Attribution[]> {
  const insides = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    if (attribution.within === null) continue;
    const siblings = insides.get(attribution.within);
    if (siblings === undefined) insides.set(attribution.within, [attribution]);
    else siblings.push(attribution);
  }
  return insides;
}

function statementLines(
  view: StatementView,
  inside: readonly Attribution[],
  gutter: number,
  names: Names,
  columns: number,
): Line[] {
  const indent = gutter + 2 * Math.min(view.depth, DEEPEST_INDENT);
  const rows: Line[] = [];
  const width = columns - indent;
  const crumbs = view.crumbs.length === 0 ? [styled("odd", "nobody named")] : crumbPieces(view.crumbs);
  rows.push(...wrapped([...crumbs, styled("quiet", ": "), ...actPieces(view)], width));
  for (const condition of view.conditions) {
    const holder =
      condition.holder === null ? [] : [styled("quiet", ` (in the hand of ${names.of(condition.holder)})`)];
    rows.push(
      ...labelled(
        "condition",
        [plain(wordsOf(condition.condition)), ...holder],
        width,
        STATEMENT_LABEL_COLUMNS,
      ),
    );
    if (condition.consequence.length > 0)
      rows.push(...labelled("then", [plain(wordsOf(condition.consequence))], width, STATEMENT_LABEL_COLUMNS));
  }
  if (view.statement.content.length > 0)
    rows.push(...labelled("words", contentPieces(view, inside), width, STATEMENT_LABEL_COLUMNS));
  if (view.by.length > 0) rows.push(...labelled("by", byPieces(view), width, STATEMENT_LABEL_COLUMNS));
  if (view.unsure)
    rows.push(
      ...labelled(
        "unsure",
        [styled("odd", formatConfidence(view.statement.confidence))],
        width,
        STATEMENT_LABEL_COLUMNS,
      ),
    );
  const number = `${String(view.number).padStart(gutter - 2)}  `;
  return rows.map((row, index) => [
    styled("quiet", index === 0 ? number.padStart(indent) : " ".repeat(indent)),
    ...row,
  ]);
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

function notesBlock(reading: Reading, columns: number): Line[] {
  const notes = notesOf(reading);
  if (notes.length === 0) return [];
  const lines: Line[] = [[], heading(counted(notes.length, "note"))];
  for (const note of notes) {
    const where =
      note.place === null
        ? []
        : [styled("quiet", ` At: ${surroundingsOf(reading.document.text, note.place)}`)];
    lines.push(...bullet("!", [plain(note.message), ...where], columns));
  }
  return lines;
}

/** A few words of the line around the place's start: enough to find it by, however small or large it is. */
function surroundingsOf(text: string, { start }: Span): string {
  const before =
    text
      .slice(Math.max(0, start - 60), start)
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(start, start + 120).split("\n", 1)[0] ?? "";
  const words = (line: string) => line.split(/(?<=\s)/u);
  return `… ${words(before).slice(-4).join("")}${words(after).slice(0, 7).join("")} …`;
}

function bullet(sign: string, pieces: readonly Piece[], columns: number): Line[] {
  return wrapped(pieces, columns - 4).map((line, index) => [
    styled("odd", index === 0 ? `  ${sign} ` : "    "),
    ...line,
  ]);
}

function labelled(
  label: string,
  pieces: readonly Piece[],
  columns: number,
  labelColumns = LABEL_COLUMNS,
): Line[] {
  // On a narrow screen the label gets a line of its own.
  if (columns < 44) {
    const lines = wrapped(pieces, columns - 2).map((line) => [plain("  "), ...line]);
    return label === "" ? lines : [[styled("quiet", label)], ...lines];
  }
  const room = Math.max(8, columns - labelColumns);
  return wrapped(pieces, room).map((line, index) => {
    const text = index === 0 ? label : "";
    return [styled("quiet", text + " ".repeat(labelColumns - columnsIn(text))), ...line];
  });
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count === 0 ? "No" : count} ${noun}s`;
}
