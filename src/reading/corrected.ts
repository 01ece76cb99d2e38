/**
 * Corrections laid over a Reading: what a person changed is shown, the Reading
 * itself stays as it was.
 *
 * Takes a Reading and the corrections of its document in any order; gives a
 * corrected copy, with a mark wherever a person had a hand. Of several about
 * the same place the latest holds; one that was taken back does nothing. What
 * no longer stands on the same words is an orphan: it changes nothing.
 */

import { addedStatement, additionProblem } from "./corrections/additions.ts";
import { foundAgain } from "./corrections/anchors.ts";
import { actorsNamedIn, FIELDS, type Field, type FindingOf } from "./corrections/fields.ts";
import type {
  CorrectedReading,
  Correction,
  FindingTarget,
  Json,
  Mark,
  Target,
  TargetKind,
} from "./corrections.ts";
import type { Actor, Reading } from "./reading.ts";

type FindingCorrection = Correction & { target: FindingTarget };

export function correctedReadingOf(reading: Reading, corrections: readonly Correction[]): CorrectedReading {
  let corrected = reading;
  const marks: Mark[] = [];
  const orphans: Correction[] = [];
  const rejected: CorrectedReading["rejected"] = [];
  for (const correction of standing(corrections)) {
    if (!isAbout(correction, reading)) continue;
    const { target, action } = correction;
    if (action === "add") {
      const added = addedStatement(corrected, correction);
      corrected = added.reading;
      marks.push({ finding: added.id, kind: target.kind, field: null, correction });
      continue;
    }
    const found = foundAgain(reading, target);
    if (found === null) {
      orphans.push(correction);
      continue;
    }
    const { id } = found.finding;
    marks.push({ finding: id, kind: target.kind, field: target.field, correction });
    if (action === "reject") rejected.push({ finding: id, kind: target.kind });
    if (action === "change") corrected = changed(corrected, target, id, correction.value);
  }
  return { reading: without(corrected, rejected), marks, orphans, rejected };
}

/** The machine's answer at the target, in the form in which a person gives one; `null` when it has none. */
export function answerAt(reading: Reading, target: FindingTarget): Json {
  const id = foundAgain(reading, target)?.finding.id;
  if (id === undefined || target.field === null) return id === undefined ? null : true;
  return answerOf(target.kind, listsOf(reading)[target.kind], id, target.field);
}

/** What is wrong with a correction of this Reading, for a sentence; `null` when it can be laid over. */
export function correctionProblem(
  reading: Reading,
  { target, action, value }: { target: Target; action: Correction["action"]; value: Json },
): string | null {
  if (!isFinding(target)) return null;
  if (action === "add") return additionProblem(reading, target, value);
  if (foundAgain(reading, target) === null) return `no ${target.kind} stands on exactly these words`;
  if (action !== "change") return null;
  const fields: Readonly<Record<string, { problem: Field<unknown>["problem"] }>> = FIELDS[target.kind];
  const names = Object.keys(fields).join(", ");
  const field =
    target.field === null || !Object.hasOwn(fields, target.field) ? undefined : fields[target.field];
  if (field === undefined)
    return `a ${target.kind} has no field "${target.field ?? ""}" to change: there are ${names}`;
  const problem = field.problem(value, reading.document.text);
  return problem === null ? null : `the value for "${target.field}" ${problem}`;
}

export function isFinding(target: Target): target is FindingTarget {
  return target.kind !== "grouping" && target.kind !== "point" && target.kind !== "commitment";
}

/** Corrections that hold: not taken back, and the latest of their place; in order of time. */
export function standing(corrections: readonly Correction[]): Correction[] {
  const ordered = [...corrections].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1,
  );
  const undone = new Set<string>();
  // From the end: what takes back may itself be taken back.
  for (const { id, undoes } of [...ordered].reverse()) {
    if (undoes !== null && !undone.has(id)) undone.add(undoes);
  }
  const latest = new Map<string, Correction>();
  for (const correction of ordered) {
    if (undone.has(correction.id) || correction.undoes !== null) continue;
    const place = placeKeyOf(correction);
    latest.delete(place);
    latest.set(place, correction);
  }
  return [...latest.values()];
}

/** Additions stand each for itself; all else is one place, told by its words. */
function placeKeyOf({ id, action, target }: Correction): string {
  return action === "add" ? id : JSON.stringify(target);
}

function isAbout(correction: Correction, reading: Reading): correction is FindingCorrection {
  return isFinding(correction.target) && correction.target.document === reading.document.id;
}

const LISTS = {
  attribution: "attributions",
  statement: "statements",
  mention: "mentions",
  time: "times",
  contact: "contacts",
  track: "tracks",
} as const satisfies { [kind in TargetKind]: keyof Reading };

function listsOf(reading: Reading): { readonly [kind in TargetKind]: readonly FindingOf[kind][] } {
  const { attributions, statements, mentions, times, contacts, tracks } = reading;
  return {
    attribution: attributions,
    statement: statements,
    mention: mentions,
    time: times,
    contact: contacts,
    track: tracks,
  };
}

function fieldOf<K extends TargetKind>(kind: K, name: string): Field<FindingOf[K]> | null {
  const fields: Readonly<Record<string, Field<FindingOf[K]>>> = FIELDS[kind];
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}

function answerOf<K extends TargetKind>(
  kind: K,
  list: readonly FindingOf[K][],
  id: string,
  name: string,
): Json {
  const finding = list.find((one) => one.id === id);
  return finding === undefined ? null : (fieldOf(kind, name)?.read(finding) ?? null);
}

function changed(reading: Reading, target: FindingTarget, id: string, value: Json): Reading {
  const list = changedList(target.kind, listsOf(reading)[target.kind], id, target.field ?? "", value);
  return { ...reading, [LISTS[target.kind]]: list, actors: withActors(reading.actors, value) };
}

function changedList<K extends TargetKind>(
  kind: K,
  list: readonly FindingOf[K][],
  id: string,
  name: string,
  value: Json,
): FindingOf[K][] {
  const field = fieldOf(kind, name);
  return list.map((one) => (one.id === id && field !== null ? field.write(one, value) : one));
}

function withActors(actors: readonly Actor[], value: Json): Actor[] {
  const known = new Set(actors.map(({ id }) => id));
  return [...actors, ...actorsNamedIn(value).filter(({ id }) => !known.has(id))];
}

/** Without the rejected findings; what stood within a rejected attribution stands where that one stood. */
function without(reading: Reading, rejected: CorrectedReading["rejected"]): Reading {
  if (rejected.length === 0) return reading;
  const gone = (kind: TargetKind) =>
    new Set(rejected.filter((one) => one.kind === kind).map(({ finding }) => finding));
  const attributions = gone("attribution");
  const statements = gone("statement");
  const within = new Map(reading.attributions.map((one) => [one.id, one.within]));
  const lifted = (id: string | null): string | null => {
    let at = id;
    while (at !== null && attributions.has(at)) at = within.get(at) ?? null;
    return at;
  };
  const kept = <T extends { id: string }>(kind: TargetKind, list: readonly T[]) => {
    const ids = gone(kind);
    return list.filter(({ id }) => !ids.has(id));
  };
  return {
    ...reading,
    attributions: kept("attribution", reading.attributions).map((one) => ({
      ...one,
      within: lifted(one.within),
      continues: one.continues !== null && attributions.has(one.continues) ? null : one.continues,
    })),
    statements: reading.statements.filter(
      ({ id, attribution }) =>
        !statements.has(id) && (attribution === null || !attributions.has(attribution)),
    ),
    mentions: kept("mention", reading.mentions),
    times: kept("time", reading.times),
    contacts: kept("contact", reading.contacts),
    tracks: kept("track", reading.tracks),
  };
}
