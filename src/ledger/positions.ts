/**
 * Positions: what an actor said on a subject, in order of time.
 *
 * With a subject in words: the actor's statements that share its words. Without
 * one: the actor's statements gathered by likeness, each gathering named by the
 * words that most of it has.
 */

import { contentWordsIn } from "../accounts/words.ts";
import type { Reading } from "../reading/reading.ts";
import { wordsIn } from "../text/words.ts";
import type { Position } from "./ledger.ts";
import { type Likes, likesAmong } from "./likes.ts";
import { type Told, toldIn } from "./told.ts";

/** Statements less like the first of a gathering stand elsewhere. */
const ALIKE = 0.35;
/** Words that name a gathering; shorter ones than this name nothing. */
const NAMING_WORDS = 3;
const SHORTEST = 4;

/** @param actor id of a person or office; for a state all who speak for it. Most statements first. */
export function positionsFrom(
  readings: Iterable<Reading>,
  actor: string,
  subject: string | null,
  vectorOf: (text: string) => Float32Array | null,
): Position[] {
  const told = toldIn(readings).filter(
    ({ statement, side }) => statement.speaker === actor || side === actor,
  );
  return subject === null ? gathered(told, actor, vectorOf) : onSubject(told, actor, subject);
}

function onSubject(told: readonly Told[], actor: string, subject: string): Position[] {
  const wanted = contentWordsIn(subject, { start: 0, end: subject.length });
  const statements = told.flatMap((one) => {
    const share = [...wanted].filter((stem) => one.stems.has(stem)).length / Math.max(1, wanted.size);
    return share > 0.5 ? [entryOf(one, share)] : [];
  });
  return statements.length === 0 ? [] : [{ actor, subject, statements }];
}

function gathered(
  told: readonly Told[],
  actor: string,
  vectorOf: (text: string) => Float32Array | null,
): Position[] {
  const likes = likesAmong(told, vectorOf);
  const taken = new Set<number>();
  const positions: Position[] = [];
  for (const [index, first] of told.entries()) {
    if (taken.has(index)) continue;
    const members = [[index, 1] as const, ...alikeAfter(likes, index, taken)];
    for (const [at] of members) taken.add(at);
    const all = members.flatMap(([at]) => told[at] ?? []);
    positions.push({
      actor,
      subject: subjectOf(all, first),
      statements: members.flatMap(([at, likeness]) => {
        const one = told[at];
        return one === undefined ? [] : [entryOf(one, likeness)];
      }),
    });
  }
  return positions.sort(
    (a, b) => b.statements.length - a.statements.length || (a.subject < b.subject ? -1 : 1),
  );
}

function alikeAfter(likes: Likes, index: number, taken: ReadonlySet<number>): (readonly [number, number])[] {
  return likes
    .after(index)
    .filter((at) => !taken.has(at))
    .map((at) => [at, likes.likeness(index, at)] as const)
    .filter(([, likeness]) => likeness >= ALIKE);
}

function entryOf(told: Told, likeness: number): Position["statements"][number] {
  return { ...told.at, act: told.statement.act, likeness: Math.round(likeness * 100) / 100 };
}

/** Words of the first statement whose stems most of the gathering has, as they stand there. */
function subjectOf(all: readonly Told[], first: Told): string {
  const counts = new Map<string, number>();
  for (const { stems } of all) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const words = first.statement.content
    .flatMap((place) => [...wordsIn(first.reading.document.text, place)])
    .flatMap((word) => {
      const [stem] = contentWordsIn(first.reading.document.text, word);
      return stem === undefined || word.form.length < SHORTEST
        ? []
        : [{ form: word.form, stem, start: word.start }];
    });
  const distinct = [...new Map(words.map((word) => [word.stem, word])).values()];
  if (distinct.length === 0) return first.text;
  return distinct
    .sort(
      (a, b) =>
        (counts.get(b.stem) ?? 0) - (counts.get(a.stem) ?? 0) ||
        b.form.length - a.form.length ||
        a.start - b.start,
    )
    .slice(0, NAMING_WORDS)
    .sort((a, b) => a.start - b.start)
    .map(({ form }) => form)
    .join(" ");
}
