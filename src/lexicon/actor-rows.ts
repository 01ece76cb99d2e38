/**
 * Rows of actors made ready for searching.
 *
 * Takes a list as people write it, one row an actor (docs/actors.md); gives the
 * sorted text that `gazetteer.ts` looks things up in, with a row for every way
 * in: by name, by family name, by office. The list that Readout ships is made
 * ready when it is built, a user's own when it is read.
 *
 * Sorted rows, by their first cell:
 *
 *     person  id  name  side  names  terms  family
 *     named   key of a name  ids
 *     family  key of a family name  ids
 *     held    office  ids of all holders
 *     office  id  label  side
 *     thing   id  kind  name  side
 *     form    folded words  kind  id  name  side  1 when written in capitals only
 */

import { foldOf, keysFromWords, nameKeyOf, nameKeysOf, nameWordsOf } from "./names.ts";
import { officeKeyOf } from "./offices.ts";

/** First line of a text that is ready. */
export const READY = "# Readout actors, sorted 1";

const THINGS = new Set(["state", "capital", "organ", "organisation", "outlet", "demonym", "people"]);

/** A list made ready; further rows may be given that no list holds, as those of demonyms. */
export function readyFrom(list: string): string {
  const rows = new Set<string>();
  const ids = new Map<string, Set<string>>();
  const put = (place: string, id: string) => {
    const known = ids.get(place);
    if (known) known.add(id);
    else ids.set(place, new Set([id]));
  };
  for (const line of list.split("\n")) {
    const row = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (row === "" || row.startsWith("#")) continue;
    const cells = row.split("\t").map((cell) => cell.trim());
    const kind = cells[0] ?? "";
    if (kind === "person") addPerson(cells, rows, put);
    else if (kind === "office") rows.add(line3("office", cells));
    else if (THINGS.has(kind)) addThing(cells, rows);
  }
  for (const [place, all] of ids) rows.add(`${place}\t${[...all].join("|")}`);
  return `${[...rows].sort().join("\n")}\n`;
}

function line3(kind: string, cells: readonly string[]): string {
  return [kind, cells[1] ?? "", cells[2] ?? "", cells[3] ?? ""].join("\t");
}

function addPerson(
  cells: readonly string[],
  rows: Set<string>,
  put: (place: string, id: string) => void,
): void {
  const [, given = "", name = "", side = "", names = "", terms = "", family] = cells;
  const id = given === "" ? `name:${foldOf(name).replaceAll(" ", "-")}` : given;
  const others = names === "" ? [] : names.split("|");
  const placed = terms === "" ? [] : terms.split("|").map((term) => placedTerm(term, side));
  const called = family ?? familyOf(name);
  rows.add(["person", id, name, side, names, placed.join("|"), called].join("\t"));
  if (called !== "") {
    const families = [called, ...otherFamilies(name, others), ...doubleFamily(name, side)];
    for (const each of families) put(`family\t${each}`, id);
  }
  for (const key of keysOf(name, others)) put(`named\t${key}`, id);
  for (const term of placed) {
    const office = term.slice(0, term.indexOf("@"));
    put(`held\t${office.startsWith(":") ? side + office : office}`, id);
  }
}

/** ":president@2012/" stays; a label as people write it, "President@2012/", becomes one. */
function placedTerm(term: string, side: string): string {
  const at = term.lastIndexOf("@");
  const place = at < 0 ? term : term.slice(0, at);
  const dates = at < 0 ? "/" : term.slice(at + 1);
  if (!place.includes(":")) return `:${officeKeyOf(place)}@${dates}`;
  return `${place.startsWith(`${side}:`) ? place.slice(side.length) : place}@${dates}`;
}

/** All words of each name, and first and last alone; one word only where it is given as another name. */
function keysOf(name: string, others: readonly string[]): Set<string> {
  const keys = new Set<string>();
  for (const each of [name, ...others]) {
    const [full = "", short] = nameKeysOf(each);
    if (full.includes(" ")) keys.add(full);
    else if (each !== name && each.length > 3) keys.add(full);
    const last = short?.slice(short.indexOf(" ") + 1) ?? "";
    if (short && last.length > 2 && !/ of | [IVX]+$/.test(each) && !TITLED.test(each)) keys.add(short);
  }
  return keys;
}

const TITLED = /^(King|Queen|Pope|Emperor|Patriarch|Prince|Princess|Sheikh|Cardinal|Lord|Sir) /;

/** Family names of the same first name written otherwise: "Emomali Rakhmonov" beside "Emomali Rahmon". */
function otherFamilies(name: string, others: readonly string[]): string[] {
  const [first = ""] = name.split(" ");
  return others
    .filter(
      (other) => other.split(" ").length === 2 && nameKeyOf(other.split(" ")[0] ?? "") === nameKeyOf(first),
    )
    .map(familyOf);
}

/** States whose people bear their father's name and their mother's: "Enrique Peña Nieto" is "Peña Nieto". */
const TWO_FAMILIES = new Set(
  "MEX ESP ARG COL CHL PER VEN CUB ECU BOL PRY URY CRI PAN GTM HND SLV NIC DOM".split(" "),
);

function doubleFamily(name: string, side: string): string[] {
  const words = name.split(" ");
  if (words.length < 3 || !TWO_FAMILIES.has(side)) return [];
  return [words.slice(-2).flatMap(nameWordsOf).map(nameKeyOf).join(" ")];
}

function familyOf(name: string): string {
  const words = name.split(" ");
  if (words.length < 2) return "";
  return nameWordsOf(words[words.length - 1] ?? "")
    .map(nameKeyOf)
    .join(" ");
}

function addThing(cells: readonly string[], rows: Set<string>): void {
  const [kind = "", id = "", name = "", side = "", names = ""] = cells;
  const forms = names === "" ? [] : names.split("|");
  if (kind !== "demonym" && kind !== "people") forms.push(name);
  if (kind !== "demonym" && kind !== "people" && kind !== "capital")
    rows.add(["thing", id, kind, name, side].join("\t"));
  for (const form of forms) {
    const words = formWordsOf(form);
    const upper = form.length < 7 && form === form.toUpperCase();
    if (words.length > 0)
      rows.add(["form", words.join(" "), kind, id, name, side, upper ? "1" : ""].join("\t"));
  }
}

/** Folded words without a leading article and possessive "'s": as tokens of a text are. */
function formWordsOf(form: string): string[] {
  const words = form
    .split(/[^\p{L}\p{M}\p{N}'’.]+/u)
    .map((word) => foldOf(word.replace(/['’]s$/, "")))
    .filter((word) => word !== "");
  if (words[0] === "the" && words.length > 1) words.shift();
  return words;
}

/** The keys to try for the words of a name in a text, likeliest first. */
export function lookupKeysOf(words: readonly string[]): string[] {
  return keysFromWords(words);
}
