/**
 * A Reading as a record for the terminal: where the text comes from, the
 * contact, each statement with its chain and exact words, tracks, what comes
 * next, notes. Gives line by line, however long the record; painting and
 * writing are left to others.
 */

import { type Crumb, Names, notesOf, statementsOf } from "../pages/view.ts";
import {
  type ContactView,
  contactsOf,
  type Field,
  type FieldValue,
  tracksOf,
  wordsAdd,
} from "../pages/view-contact.ts";
import { sourceFieldsOf, titleOf } from "../pages/view-document.ts";
import type { Attribution, Reading } from "../reading/reading.ts";
import { type Passage, type Span, wordsOf } from "../text/span.ts";
import { type Line, type Piece, plain, styled, wrapped } from "./paint.ts";
import { bullet, labelled, onTheWordOf } from "./record-lines.ts";
import { statementLines } from "./record-statement.ts";

export interface RecordOptions {
  columns: number;
  /** Statements below this are counted, not shown. */
  minConfidence: number;
}

export function* recordLinesOf(reading: Reading, options: RecordOptions): Generator<Line> {
  const names = new Names(reading);
  const { columns } = options;
  const contacts = contactsOf(reading, names);
  yield* wrapped([styled("strong", titleOf(reading.document))], columns);
  yield* sourceLines(reading, names, columns);
  for (const contact of contacts) yield* contactLines(contact, columns);
  yield* statementsBlock(reading, names, options);
  yield* tracksBlock(reading, names, columns);
  yield* followUpsBlock(contacts, columns);
  yield* notesBlock(reading, columns);
}

function heading(text: string): Line {
  return [styled("strong", text)];
}

function* contactLines(contact: ContactView, columns: number): Generator<Line> {
  const title = contact.main ? contact.title : `${contact.title}, also told of`;
  yield [];
  const id = styled("quiet", ` ${contact.id}`);
  yield* wrapped([styled("strong", title), id, ...onTheWordOf(contact.word)], columns);
  yield* fieldLines(contact.fields, columns);
}

function* tracksBlock(reading: Reading, names: Names, columns: number): Generator<Line> {
  const tracks = tracksOf(reading, names);
  if (tracks.length === 0) return;
  yield [];
  yield heading(counted(tracks.length, "track"));
  for (const [index, track] of tracks.entries()) {
    if (index > 0) yield [];
    yield* fieldLines(track.fields, columns);
    yield* labelled("Words", [...wordPieces(track), styled("quiet", ` ${track.id}`)], columns);
  }
}

function* followUpsBlock(contacts: readonly ContactView[], columns: number): Generator<Line> {
  const followUps = contacts.flatMap((contact) => contact.followUps);
  if (followUps.length === 0) return;
  yield [];
  yield heading("What comes next");
  for (const followUp of followUps) yield* bullet("·", valuePieces(followUp), columns);
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

function* statementsBlock(reading: Reading, names: Names, options: RecordOptions): Generator<Line> {
  const views = statementsOf(reading, names, options.minConfidence);
  const left = reading.statements.length - views.length;
  const under = left === 0 ? "" : `, ${left} more below ${options.minConfidence}`;
  yield [];
  yield heading(`${counted(views.length, "statement")}${under}`);
  const insides = insidesOf(reading.attributions);
  const gutter = views.reduce((most, { statement }) => Math.max(most, statement.id.length), 0) + 2;
  for (const view of views) {
    const inside = view.attribution === null ? [] : (insides.get(view.attribution.id) ?? []);
    yield [];
    yield* statementLines(view, inside, gutter, names, options.columns);
  }
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

function* notesBlock(reading: Reading, columns: number): Generator<Line> {
  const notes = notesOf(reading);
  if (notes.length === 0) return;
  yield [];
  yield heading(counted(notes.length, "note"));
  for (const note of notes) {
    const where =
      note.place === null
        ? []
        : [styled("quiet", ` At: ${surroundingsOf(reading.document.text, note.place)}`)];
    yield* bullet("!", [plain(note.message), ...where, styled("quiet", ` ${note.id}`)], columns);
  }
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

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count === 0 ? "No" : count} ${noun}s`;
}
