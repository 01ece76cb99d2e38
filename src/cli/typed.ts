/**
 * Things of a store by what a person types: the beginning of an id is enough
 * where only one begins so; an actor may be named. What fits nothing or several
 * is refused in one line that names the likeliest.
 */

import { foldedName, isOne } from "../archive/actors.ts";
import type { ContactSummary } from "../archive/answers.ts";
import type { Archive } from "../archive/archive.ts";
import type { Actor } from "../reading/reading.ts";
import { type Stop, wrongUsage } from "./exit.ts";
import { nearestOf } from "./nearest.ts";
import { shortId } from "./with-archive.ts";

export async function contactAt(archive: Archive, typed: string): Promise<ContactSummary> {
  const contacts = await archive.contacts();
  return oneAt(typed, contacts, (nearest) =>
    wrongUsage(
      `there is no file ${typed}, and no contact of that id in ${archive.store.address}${meant(nearest)}`,
      "readout contacts lists them",
    ),
  );
}

/** The one whose id is typed, or alone begins so. */
export function oneAt<T extends { id: string }>(
  typed: string,
  all: readonly T[],
  none: (nearest: string | null) => Stop,
): T {
  const begun = all.filter(({ id }) => id.startsWith(typed));
  const found = all.find(({ id }) => id === typed) ?? (begun.length === 1 ? begun[0] : undefined);
  if (found !== undefined) return found;
  if (begun.length > 1)
    throw ambiguous(
      typed,
      begun.map(({ id }) => id),
    );
  throw none(
    nearestOf(
      typed,
      all.map(({ id }) => id),
    ),
  );
}

function meant(nearest: string | null): string {
  return nearest === null ? "" : `; did you mean ${nearest}?`;
}

const MOST_NAMED = 5;

function ambiguous(typed: string, begun: readonly string[]): Stop {
  return wrongUsage(`${begun.length} begin with ${typed}`, `they are ${listed(begun)}`);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length > shown.length ? `, and ${names.length - shown.length} more` : "";
  return `${shown.join(", ")}${more}`;
}

/** Id of a document. */
export async function documentAt(archive: Archive, typed: string): Promise<string> {
  const begun = await archive.store.idsBeginning(typed);
  const [only, another] = begun;
  if (only !== undefined && another === undefined) return only;
  if (another !== undefined) throw ambiguous(typed, begun.map(shortId));
  throw wrongUsage(
    `there is no document ${typed} in ${archive.store.address}`,
    "readout add prints the ids; readout compare shows them beside the accounts",
  );
}

/** By id, by name, or by the beginning of a name. */
export async function actorAt(archive: Archive, typed: string): Promise<Actor> {
  const candidates = await archive.actorsMeant(typed);
  const [only, another] = candidates;
  if (another !== undefined) throw manyCalled(typed, candidates);
  if (only !== undefined) return only;
  throw nobodyCalled(typed, [...(await archive.actors()).values()].filter(isOne));
}

function manyCalled(typed: string, candidates: readonly Actor[]): Stop {
  const named = candidates.map(({ name, id }) => `${name} (${id})`);
  return wrongUsage(`${candidates.length} may be meant by ${typed}`, `give the id: ${listed(named)}`);
}

function nobodyCalled(typed: string, recorded: readonly Actor[]): Stop {
  const names = new Map(
    recorded.flatMap(({ name }) =>
      [name, ...name.split(/\s+/u)].map((part): [string, string] => [foldedName(part), name]),
    ),
  );
  const nearest = nearestOf(foldedName(typed), [...names.keys()]);
  const name = nearest === null ? null : (names.get(nearest) ?? null);
  return wrongUsage(
    `nobody called ${typed} is known, neither in the store nor in the list of actors${meant(name)}`,
    "an actor is given by name or by id, as Q7747 or RUS",
  );
}
