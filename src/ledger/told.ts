/**
 * Told: the statements of many documents in one list, in order of time, with
 * what the ledger asks of each.
 */

import { sideOf } from "../accounts/voices.ts";
import { contentWordsIn } from "../accounts/words.ts";
import type { Actor, Reading, Statement } from "../reading/reading.ts";
import { parseDay } from "../reading/times/calendar.ts";
import { type Word, wordsIn } from "../text/words.ts";
import type { StatementAt } from "./ledger.ts";

export interface Told {
  at: StatementAt;
  statement: Statement;
  reading: Reading;
  /** Side of the speaker; the speaker itself where no side is known; `null` for nobody named. */
  side: string | null;
  /** Stems of the content. */
  stems: ReadonlySet<string>;
  /** Words of the content as one string, as vectors are asked for. */
  text: string;
}

/** Days within which accounts of one contact come out. */
const SAME_DAYS = 3;

/** Whether two statements may tell of one contact. */
export function aroundTheSameDays(a: Told, b: Told): boolean {
  const [one, other] = [a.at.date, b.at.date].map((day) => (day === null ? null : parseDay(day)));
  return one != null && other != null && Math.abs(one - other) <= SAME_DAYS;
}

/** By day, then document and place; what has no day comes last. */
export function toldIn(readings: Iterable<Reading>): Told[] {
  const told: Told[] = [];
  for (const reading of readings) {
    const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
    const date = dayOf(reading);
    for (const statement of reading.statements) told.push(toldOf(statement, reading, date, actors));
  }
  return told.sort(inTime);
}

/** Lower-cased words of what a statement says and of the words that show its act. */
export function lowerWordsOf({ statement, reading }: Told): Set<string> {
  const words: Word[] = [...statement.content, ...statement.actEvidence].flatMap((place) => [
    ...wordsIn(reading.document.text, place),
  ]);
  return new Set(words.map(({ lower }) => lower));
}

function toldOf(
  statement: Statement,
  reading: Reading,
  date: string | null,
  actors: ReadonlyMap<string, Actor>,
): Told {
  const { text, id } = reading.document;
  const stems = new Set(statement.content.flatMap((place) => [...contentWordsIn(text, place)]));
  const speaker = statement.speaker === null ? undefined : actors.get(statement.speaker);
  return {
    at: {
      document: id,
      statement: statement.id,
      words: statement.content,
      publisher: reading.document.publisher?.value ?? null,
      chain: statement.chain,
      date,
    },
    statement,
    reading,
    side: (speaker && sideOf(speaker, actors)) ?? statement.speaker,
    stems,
    text: statement.content.map(({ words }) => words).join(" "),
  };
}

/** The day of the contact that the document is about, else of its publication. */
function dayOf({ contacts, document }: Reading): string | null {
  const told = contacts.find(({ main }) => main)?.date?.value ?? document.published?.value ?? null;
  return told !== null && /^\d{4}-\d{2}-\d{2}/.test(told) ? told.slice(0, 10) : null;
}

function inTime(a: Told, b: Told): number {
  const [one, other] = [a.at.date ?? "9999", b.at.date ?? "9999"];
  if (one !== other) return one < other ? -1 : 1;
  if (a.at.document !== b.at.document) return a.at.document < b.at.document ? -1 : 1;
  return (a.at.words[0]?.start ?? 0) - (b.at.words[0]?.start ?? 0);
}
