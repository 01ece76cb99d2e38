/**
 * Links of names: full names to the list of actors, by what the text says of
 * side and role and by the day; names that no list knows to themselves.
 *
 * Known miss: of two namesakes in one document, the second is taken for the
 * first when nothing is said of him.
 */

import { initialsIn, nameKeyOf, nameWordsOf } from "../../lexicon/names.ts";
import { slugOf } from "../../lexicon/offices.ts";
import { isSlip, isSpelledOtherwise } from "../../lexicon/slips.ts";
import { roleOf } from "../../lexicon/titles.ts";
import type { Clue, NameClue } from "../mentions/clues.ts";
import type { Link } from "../reading.ts";
import { type Linking, linked, unknown } from "./linking.ts";
import { coverOf, holderOf } from "./terms-of-office.ts";

/** People as this document names them. */
export interface NameBook {
  /** Ids by the keys of their full names. */
  ids: Map<string, string>;
  /** Keys that are one letter off the name meant. */
  slips: Set<string>;
}

/** The one named; a stranger gets an id from the name. */
export function nameLink(linking: Linking, names: NameBook, mention: number): Link {
  const clue = linking.mentions[mention]?.clue;
  const name = clue?.name;
  if (!clue || !name) return unknown("no-name");
  if (name.slip === "maybe") return unknown("mangled-unsure");
  const id = personOf(linking, names, clue, name);
  if (id === null) return unknown("namesakes");
  if (name.slip === "sure" || names.slips.has(name.keys.join(" "))) {
    linking.book.person(id, name.words);
    return linked(id, "named", "mangled-name", 0.75);
  }
  const listed = linking.gazetteer.personOf(id) !== null;
  const whole = name.words.includes(" ") || name.words.includes("-");
  linking.book.person(id, name.words);
  const rule = whole
    ? listed
      ? "full-name"
      : "unlisted-name"
    : listed
      ? "family-name"
      : "unlisted-family-name";
  const confidence = whole ? (listed ? 0.97 : 0.9) : name.keys.length > 1 ? 0.93 : 0.85;
  return linked(id, "named", rule, confidence);
}

export function personOf(
  linking: Linking,
  names: NameBook,
  clue: Clue | null,
  name: NameClue,
): string | null {
  const key = name.keys.join(" ");
  const known = names.ids.get(key);
  if (known) return known;
  const chosen = choose(linking, clue, name);
  const slipped = chosen === null ? slipOf(names, name) : null;
  const other = chosen ?? slipped ?? holderNamed(linking, clue, name) ?? lesserNamed(linking, clue, name);
  if (slipped !== null) names.slips.add(key);
  const id =
    other ?? (name.keys.length > 1 || name.people.length === 0 ? strangerOf(linking, clue, name) : null);
  if (id !== null) names.ids.set(key, id);
  return id;
}

/**
 * Words that no list has, with the family name of a leader of the day: by the
 * office told, or by the given names, in whatever letters.
 */
function holderNamed(linking: Linking, clue: Clue | null, name: NameClue): string | null {
  const { day, gazetteer } = linking;
  const family = name.keys[name.keys.length - 1] ?? "";
  if (name.people.length > 0 || day === null || clue?.former) return null;
  const side = clue?.sides[0];
  const office = clue?.role?.sort === "office" && side !== undefined ? `${side}:${clue.role.key}` : null;
  const holder = office === null ? null : (holderOf(gazetteer, office, day)?.person ?? null);
  if (holder !== null && isSpelledOtherwise(name.keys, listedKeys(linking, holder))) return holder;
  const leaders = gazetteer.peopleOfFamily(family).filter((id) => {
    const terms = gazetteer.personOf(id)?.terms ?? [];
    return (
      terms.some((term) => coverOf(term, day) > 0) && sharesGivenNames(name.keys, listedKeys(linking, id))
    );
  });
  return leaders.length === 1 ? (leaders[0] ?? null) : null;
}

function listedKeys(linking: Linking, id: string): string[] {
  return nameWordsOf(linking.gazetteer.personOf(id)?.name ?? "").map(nameKeyOf);
}

/** All given names of the shorter are among those of the longer. */
function sharesGivenNames(own: readonly string[], listed: readonly string[]): boolean {
  const [few = [], many = []] = [own.slice(0, -1), listed.slice(0, -1)].sort((a, b) => a.length - b.length);
  return few.length > 0 && few.every((one) => many.some((other) => sameName(one, other)));
}

function sameName(a: string, b: string): boolean {
  return a === b || isSlip(a, b);
}

/** "Syed Yusuf Raza Gilani" where the list has "Yusuf Raza Gilani": a word of honour or a further given name before it. */
function lesserNamed(linking: Linking, clue: Clue | null, name: NameClue): string | null {
  if (name.people.length > 0) return null;
  for (let from = 1; from <= name.keys.length - 2; from++) {
    const people = linking.gazetteer.peopleNamed(name.keys.slice(from));
    const chosen = people.length === 0 ? null : choose(linking, clue, { ...name, people });
    if (chosen !== null) return chosen;
  }
  return null;
}

/** Names to compare with at most: a slip is near what it slips from, and a list of names must not cost its square. */
const MOST_NAMES = 200;

/** "Lindqist" beside "Lindqvist": a slip of the pen, when the first name agrees and the document knows the other. */
function slipOf(names: NameBook, name: NameClue): string | null {
  if (name.people.length > 0 || name.keys.length < 2) return null;
  const first = name.keys[0];
  const last = name.keys[name.keys.length - 1] ?? "";
  let looked = 0;
  for (const [key, id] of names.ids) {
    if (++looked > MOST_NAMES) break;
    const words = key.split(" ");
    if (words[0] === first && words.length > 1 && isSlip(last, words[words.length - 1] ?? "")) return id;
  }
  return null;
}

/** The id of somebody whom no list knows; a side is added where a listed namesake has the plain one. */
function strangerOf(linking: Linking, clue: Clue | null, name: NameClue): string {
  const id = `name:${slugOf(name.words)}`;
  return linking.gazetteer.personOf(id) === null ? id : `${id}-${(clue?.sides[0] ?? "x").toLowerCase()}`;
}

/** Of the listed people of that name, the one whom nothing speaks against; `null` when there is none, or two. */
function choose(linking: Linking, clue: Clue | null, name: NameClue): string | null {
  const fits = name.people.filter((id) => !speaksAgainst(linking, clue, name, id));
  if (fits.length < 2) return fits[0] ?? null;
  const ranked = fits
    .map((id) => ({ id, points: pointsOf(linking, clue, id) }))
    .sort((a, b) => b.points - a.points);
  const [first, second] = ranked;
  return first && second && first.points - second.points >= 1 ? first.id : null;
}

/** Other initials or another side than told, or a career that is another time's. */
function speaksAgainst(linking: Linking, clue: Clue | null, name: NameClue, id: string): boolean {
  const person = linking.gazetteer.personOf(id);
  if (!person) return true;
  const sides = new Set([
    person.side,
    ...person.terms.map((term) => term.office.slice(0, term.office.lastIndexOf(":"))),
  ]);
  const initials = initialsIn(name.words);
  const listed = initialsIn(person.name);
  // "George W. Bush" and "George H. W. Bush" are two, at any time.
  if (initials.length > 0 && listed.length > 0) return initials !== listed;
  const told = clue?.sides[0];
  if (told !== undefined && clue?.role?.sort === "office" && !sides.has(told) && isState(linking, told))
    return true;
  const { day } = linking;
  if (day === null || person.terms.length === 0) return false;
  return person.terms.every((term) => {
    const over =
      term.end !== "" ? yearsFrom(term.end, day) > 25 : term.seen !== "" && yearsFrom(term.seen, day) > 25;
    return over || (term.start !== "" && yearsFrom(day, term.start) > 12);
  });
}

function isState(linking: Linking, side: string): boolean {
  return linking.gazetteer.thingOf(side)?.kind === "state";
}

function yearsFrom(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4));
}

function pointsOf(linking: Linking, clue: Clue | null, id: string): number {
  const person = linking.gazetteer.personOf(id);
  const { day } = linking;
  let points = 0;
  for (const term of person?.terms ?? []) {
    const key = term.office.slice(term.office.lastIndexOf(":") + 1);
    const rank = roleOf(key)?.rank ?? 5;
    const held = day === null ? 0.3 : coverOf(term, day) > 0 ? 1 : 0;
    points = Math.max(points, held * (6 - Math.max(rank, 1)));
    if (clue?.role?.key === key && (day === null || held > 0)) points += 3;
  }
  if (clue?.sides[0] !== undefined && person?.side === clue.sides[0]) points += 2;
  // Of two leaders of one family name, the one whose state is spoken of.
  if (person?.side && linking.sidesNamed.has(person.side)) points += 2;
  return points;
}
