/**
 * Actors by their names, for people who type and models that ask: those of the
 * record first, then those of the list. A name fits where one of its words
 * begins with what is typed; accents and letters of other alphabets' spellings
 * do not matter.
 */

import type { Gazetteer, Person, Thing } from "../lexicon/gazetteer.ts";
import { foldOf } from "../lexicon/names.ts";
import type { Actor } from "../reading/reading.ts";

const MOST = 50;

export function actorsNamed(beginning: string, record: ReadonlyMap<string, Actor>, list: Gazetteer): Actor[] {
  const wanted = ` ${foldedName(beginning)}`;
  if (wanted === " ") return [];
  const found = new Map<string, Actor>();
  for (const actor of record.values()) {
    if (` ${foldedName(actor.name)}`.includes(wanted)) found.set(actor.id, actor);
  }
  for (const { words, actor } of listedIn(list)) {
    if (found.size >= MOST) break;
    if (words.includes(wanted) && !found.has(actor.id)) found.set(actor.id, actor);
  }
  return [...found.values()].slice(0, MOST);
}

/**
 * Who is meant by an id or a name: the one of that id; else of that very name;
 * else those of the record whose name fits, or those of the list. One is meant,
 * several are to choose from.
 */
export function actorsMeant(typed: string, record: ReadonlyMap<string, Actor>, list: Gazetteer): Actor[] {
  for (const id of [typed, typed.toUpperCase()]) {
    const actor = record.get(id) ?? listedActor(id, list);
    if (actor !== null) return [actor];
  }
  const fitting = actorsNamed(typed, record, list).filter(isOne);
  const named = fitting.filter(({ name }) => foldedName(name) === foldedName(typed));
  const recorded = fitting.filter(({ id }) => record.has(id));
  return [named, recorded, fitting].find((actors) => actors.length > 0) ?? [];
}

/** Groups have the names of their members, and are meant by their id alone. */
export function isOne({ kind }: Actor): boolean {
  return kind !== "group";
}

export function listedActor(id: string, list: Gazetteer): Actor | null {
  const one = list.personOf(id) ?? list.thingOf(id);
  return one === null ? null : actorFrom(one);
}

interface Listed {
  /** Its name in folded words, with a space before each. */
  words: string;
  actor: Actor;
}

/** Made once a list: folding twenty thousand names takes longer than looking through them. */
const known = new WeakMap<Gazetteer, Listed[]>();

function listedIn(list: Gazetteer): readonly Listed[] {
  const there = known.get(list);
  if (there !== undefined) return there;
  const made = list.everybody().map((one) => ({ words: ` ${foldedName(one.name)}`, actor: actorFrom(one) }));
  known.set(list, made);
  return made;
}

function actorFrom(one: Person | Thing): Actor {
  const kind = "terms" in one ? "person" : KINDS[one.kind];
  return { id: one.id, kind, name: one.name, side: one.side, role: null, members: [] };
}

const KINDS: Readonly<Record<Thing["kind"], Actor["kind"]>> = {
  state: "state",
  organ: "organ",
  organisation: "organisation",
  outlet: "organisation",
  // Words for a state, which are no actors of their own.
  capital: "state",
  demonym: "state",
  people: "state",
};

/** For comparing names as people type them. */
export function foldedName(name: string): string {
  return name
    .split(/[\s\p{P}]+/u)
    .map(foldOf)
    .filter((word) => word !== "")
    .join(" ");
}
