/**
 * The list of actors: people with their terms of office, states, organs,
 * organisations and outlets, looked up by words.
 *
 * Takes the lists as text, ours and any of the user's; gives look-ups. Reading
 * a file is left to `intake/gazetteer.ts`; who is meant in a text, to
 * `reading/links.ts`. Rows are found by halving and cut open only when asked
 * for, since a document needs a few dozen of some twenty thousand. A row of a
 * later list replaces an earlier one of the same id, and adds to its names.
 */

import { lookupKeysOf, READY, readyFrom } from "./actor-rows.ts";
import { givenNameOf } from "./given-names.ts";
import { type SortedRows, sortedRows } from "./sorted.ts";

export type ThingKind = "state" | "organ" | "organisation" | "outlet" | "capital" | "demonym" | "people";

/** A state, organ, organisation or outlet, or a word that stands for a state. */
export interface Thing {
  kind: ThingKind;
  /** Id of the actor: for a capital or a demonym, of its state. */
  id: string;
  name: string;
  side: string | null;
}

/** One name of a thing, in folded words. */
export interface ThingForm {
  thing: Thing;
  words: string[];
  /** Written in capitals only ("WHO", "US"): the text must be, too. */
  upper: boolean;
}

export interface Term {
  person: string;
  office: string;
  /** ISO 8601, to the day, month or year; empty when not known. */
  start: string;
  /** As `start`; the day itself is the successor's. Empty when it has no known end. */
  end: string;
  /** Day on which the office was still held, for a term without an end; empty when not told. */
  seen: string;
  /** Number of the list that it stands in: a later one overrules an earlier. */
  list: number;
}

export interface Person {
  id: string;
  name: string;
  side: string | null;
  terms: Term[];
}

export interface Office {
  id: string;
  side: string;
  /** Label and side: "President of Russia". */
  name: string;
}

export interface Gazetteer {
  /** SHA-256 of the lists, for `Reader.actors`. */
  hash: string;
  /** Ids of the people with a name of these keys (`nameKeyOf`). */
  peopleNamed(keys: readonly string[]): readonly string[];
  /** Ids of the leaders known by this family name. */
  peopleOfFamily(key: string): readonly string[];
  personOf(id: string): Person | null;
  /** All people and all things but words that stand for a state, in the order of their ids; one with a row in several lists stands there as often. */
  everybody(): readonly (Person | Thing)[];
  /** Names of things that start with this folded word, longest first. */
  thingsFrom(word: string): readonly ThingForm[];
  thingOf(id: string): Thing | null;
  /** The office of this id: listed, or made from a known side and a key; `null` for an unknown side. */
  officeOf(id: string): Office | null;
  /** All terms in which an office was held, in no order. */
  termsIn(office: string): readonly Term[];
  /** Whether somebody in the list has this key as first name. */
  isGivenName(key: string): boolean;
}

/** The lists as one. The hash is the door's to reckon. */
export function gazetteerFrom(lists: string | readonly string[], hash: string): Gazetteer {
  const all = (typeof lists === "string" ? [lists] : lists).map(rowsOf);

  /** The row in the latest list that has one, and that list's number. */
  function row(prefix: string): { cells: string[]; list: number } | null {
    for (let list = all.length - 1; list >= 0; list--) {
      const found = all[list]?.firstFrom(prefix);
      if (found) return { cells: found.split("\t"), list };
    }
    return null;
  }
  function ids(prefix: string): readonly string[] {
    const found = new Set<string>();
    for (const rows of all) {
      const cells = rows.firstFrom(prefix)?.split("\t");
      for (const id of cells?.[2]?.split("|") ?? []) found.add(id);
    }
    return [...found];
  }

  const personOf = kept((id: string): Person | null => {
    const found = row(`person\t${id}\t`);
    return found ? personFrom(found.cells, found.list) : null;
  });
  const named = kept((key: string) => ids(`named\t${key}\t`));
  const thingOf = kept((id: string): Thing | null => {
    const [, , kind, name, side] = row(`thing\t${id}\t`)?.cells ?? [];
    return kind === undefined ? null : { kind: kind as ThingKind, id, name: name ?? "", side: side || null };
  });

  return {
    hash,
    personOf,
    thingOf,
    everybody: () =>
      all.flatMap((rows, list) => [
        ...rows.allFrom("person\t").map((found) => personFrom(found.split("\t"), list)),
        ...rows.allFrom("thing\t").flatMap((found) => thingOf(found.split("\t", 2)[1] ?? "") ?? []),
      ]),
    peopleNamed(keys) {
      for (const key of lookupKeysOf(keys)) {
        const found = named(key);
        if (found.length > 0) return found;
      }
      return [];
    },
    peopleOfFamily: kept((key: string) => ids(`family\t${key}\t`)),
    thingsFrom: kept((word: string): readonly ThingForm[] => {
      const found = all.flatMap((rows) => [
        ...rows.allFrom(`form\t${word}\t`),
        ...rows.allFrom(`form\t${word} `),
      ]);
      return found
        .map(formFrom)
        .sort((a, b) => b.words.length - a.words.length || ORDER[a.thing.kind] - ORDER[b.thing.kind]);
    }),
    officeOf: kept((id: string): Office | null => {
      const [, , label, side] = row(`office\t${id}\t`)?.cells ?? [];
      const colon = id.lastIndexOf(":");
      const place = side ?? id.slice(0, colon);
      if (label === undefined && thingOf(place) === null) return null;
      const words = label ?? labelFrom(id.slice(colon + 1));
      return { id, side: place, name: officeName(words, thingOf(place)?.name ?? place) };
    }),
    termsIn: kept((office: string): readonly Term[] => {
      const holders = ids(`held\t${office}\t`);
      return holders.flatMap((id) => personOf(id)?.terms.filter((term) => term.office === office) ?? []);
    }),
    isGivenName: kept((key: string) =>
      all.some((rows) => rows.firstFrom(`named\t${givenNameOf(key)} `) !== null),
    ),
  };
}

/** Of two things with one name, the likelier. */
const ORDER: Record<ThingKind, number> = {
  state: 0,
  organisation: 1,
  organ: 2,
  outlet: 3,
  demonym: 4,
  capital: 5,
  people: 6,
};

function rowsOf(list: string): SortedRows {
  return sortedRows(list.startsWith(READY) ? list : readyFrom(list));
}

/** Answers are kept up to this many, then forgotten together: a long run must not grow. */
const KEPT = 20_000;

function kept<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    if (known.size > KEPT) known.clear();
    const found = answer(key);
    known.set(key, found);
    return found;
  };
}

function personFrom(cells: readonly string[], list: number): Person {
  const [, id = "", name = "", side = "", , terms = ""] = cells;
  return {
    id,
    name,
    side: side === "" ? null : side,
    terms: terms === "" ? [] : terms.split("|").map((term) => termFrom(term, id, side, list)),
  };
}

/** ":president@2012-05-07/2018-05-07" of the person's own side, "NATO:spokesperson@2010/" of another. */
function termFrom(term: string, person: string, side: string, list: number): Term {
  const [place = "", dates = ""] = term.split("@");
  const [start = "", end = ""] = dates.split("/");
  const office = place.startsWith(":") ? side + place : place;
  const open = end.startsWith("~");
  return { person, office, start, end: open ? "" : end, seen: open ? end.slice(1) : "", list };
}

function formFrom(row: string): ThingForm {
  const [, words = "", kind, id = "", name = "", side, upper] = row.split("\t");
  return {
    thing: { kind: kind as ThingKind, id, name, side: side || null },
    words: words.split(" "),
    upper: upper === "1",
  };
}

function labelFrom(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1).replaceAll("-", " ");
}

/** Sides whose names take an article. */
const ARTICLE =
  /^(United|Netherlands|Philippines|Czech|Central African|Democratic Republic|Republic|Soviet|European|African|Arab League|Maldives|Holy|Bahamas|Gambia|Organi[sz]ation)/;

/** "President" and "Russia" make "President of Russia"; "Ambassador to Japan" goes round its state. */
function officeName(label: string, side: string): string {
  const of = ARTICLE.test(side) ? `the ${side}` : side;
  if (/\bEuropean\b/.test(label) && side.startsWith("European")) return label;
  if (label.includes(` of ${side}`) || label.includes(` of ${of}`) || label.startsWith("White House"))
    return label;
  if (label.endsWith(` of the ${side}`) || label.startsWith(side)) return label;
  const to = label.indexOf(" to ");
  return to > 0 ? `${label.slice(0, to)} of ${of}${label.slice(to)}` : `${label} of ${of}`;
}
