/**
 * Names in a line, and family names alone: of somebody whom the document names
 * in full anywhere, or of a leader of the day.
 *
 * Known miss: two people of one family name in a document are told apart only
 * by their first names or titles.
 */

import type { Gazetteer } from "../../lexicon/gazetteer.ts";
import { givenNameOf } from "../../lexicon/given-names.ts";
import { isParticle, nameKeyOf, nameWordsOf } from "../../lexicon/names.ts";
import type { Span } from "../../text/span.ts";
import { type Token, tokensIn } from "../../text/tokens.ts";
import { coverOf } from "../links/terms-of-office.ts";
import type { MentionForm } from "../reading.ts";
import { type Clue, type NameClue, noClue } from "./clues.ts";
import {
  type Keys,
  keyRange,
  keysOf,
  knownNameAt,
  leadsToCapital,
  type NameRun,
  runEnd,
  unknownNameAt,
  wordsOf,
} from "./name-runs.ts";
import { saysNext } from "./places.ts";
import { type SlipBook, slipAlone, titledSlip } from "./slips.ts";
import { thingAt } from "./things.ts";

export interface Line {
  tokens: Token[];
  keys: Keys;
  /** Known names by the index of their first token. */
  names: Map<number, NameRun>;
}

export interface Found {
  to: number;
  form: MentionForm;
  clue: Clue;
}

export interface Scan {
  text: string;
  gazetteer: Gazetteer;
  /** Whom a family name alone means in this document. */
  families: Map<string, NameClue>;
  /** First names that stand for somebody after a title; `null` where two bear them. */
  givens: Map<string, NameClue | null>;
  /** Family names by their shortened forms, for words that are one letter off. */
  slips: SlipBook;
  day: string | null;
}

export function lineOf(text: string, sentence: Span, gazetteer: Gazetteer): Line {
  const tokens = tokensIn(text, sentence);
  const keys = keysOf(text, tokens);
  const names = new Map<number, NameRun>();
  for (let at = 0; at < tokens.length; ) {
    const run = knownNameAt(text, tokens, keys, at, gazetteer);
    if (run) names.set(at, run);
    at = run ? run.to : at + 1;
  }
  return { tokens, keys, names };
}

export function familiesOf(lines: readonly Line[], gazetteer: Gazetteer): Map<string, NameClue> {
  const families = new Map<string, NameClue>();
  for (const line of lines) for (const run of line.names.values()) learn(families, run.clue, gazetteer);
  return families;
}

const PATRONYMIC = /^(?:bin|ibn|bint|al|el)$/;

/** "Tamim bin Hamad Al Thani" is "Sheikh Tamim" from then on. */
export function learnGiven(givens: Map<string, NameClue | null>, name: NameClue | null): void {
  const [first, second] = name?.keys ?? [];
  if (!name || first === undefined || !PATRONYMIC.test(second ?? "")) return;
  const known = givens.get(first);
  if (known === undefined) givens.set(first, name);
  else if (known !== null && known.people.join() !== name.people.join()) givens.set(first, null);
}

const FAMILY_FIRST = new Set(["CHN", "TWN", "PRK", "KOR", "VNM", "KHM", "SGP"]);

/** From a full name on, each of its endings means the same person: "bin Salman", "Le Drian". */
export function learn(families: Map<string, NameClue>, name: NameClue | null, gazetteer: Gazetteer): void {
  if (name === null || name.keys.length < 2) return;
  for (let from = 1; from < name.keys.length; from++) {
    const family = name.keys.slice(from).join(" ");
    if (family.length > 1 && !families.has(family)) families.set(family, name);
  }
  const side = gazetteer.personOf(name.people[0] ?? "")?.side;
  const first = name.keys[0] ?? "";
  if (side && FAMILY_FIRST.has(side) && !families.has(first)) families.set(first, name);
}

export function namedAt(scan: Scan, line: Line, at: number): Found | null {
  const run = line.names.get(at) ?? familyAt(scan, line, at);
  return run ? { to: run.to, form: "name", clue: { ...noClue(), name: run.clue } } : null;
}

/** A family name alone: of somebody whom the document names, or of a leader of the day. */
export function familyAt(scan: Scan, line: Line, at: number, titled = false): NameRun | null {
  const { tokens, keys } = line;
  const first = tokens[at];
  if (!first || !(first.capital || (isParticle(first.fold) && leadsToCapital(tokens, at)))) return null;
  const royal = titled ? givenAt(scan, line, at) : null;
  const end = Math.min(runEnd(tokens, at), at + 3);
  for (let to = end; to > at; to--) {
    const family = keyRange(keys, at, to).join(" ");
    if (family.length < 2) continue;
    const known = scan.families.get(family);
    if (known) return { from: at, to, clue: { ...known, words: wordsOf(scan.text, tokens, at, to) } };
    const listed = leadersOf(scan, family, titled);
    const people = listed.length > 0 ? listed : leadersOf(scan, bareFamily(tokens, keys, at, to), titled);
    if (people.length > 0 && (titled || !isCommon(line, at, to, scan))) {
      return {
        from: at,
        to,
        clue: { keys: keyRange(keys, at, to), words: wordsOf(scan.text, tokens, at, to), people },
      };
    }
  }
  return royal;
}

/** Some leaders are listed without the small words of their names. */
function bareFamily(tokens: readonly Token[], keys: Keys, at: number, to: number): string {
  let from = at;
  while (from < to - 1 && isParticle(tokens[from]?.fold ?? "")) from++;
  return keyRange(keys, from, to).join(" ");
}

/** "Sheikh Tamim", "King Salman": a first name after a title, of the only one so named here with a house or father's name. */
function givenAt(scan: Scan, line: Line, at: number): NameRun | null {
  const { tokens, keys } = line;
  const known = scan.givens.get(keys.at(at));
  const next = tokens[at + 1];
  if (!known || (next?.capital && next.before === "space" && !tokens[at]?.possessive)) return null;
  return { from: at, to: at + 1, clue: { ...known, words: wordsOf(scan.text, tokens, at, at + 1) } };
}

/** Leaders of this family name who were in office on the day, or of any day when there is none. */
function leadersOf(scan: Scan, family: string, titled: boolean): readonly string[] {
  const people = scan.gazetteer.peopleOfFamily(family);
  const { day } = scan;
  if (day === null || people.length === 0) return people;
  const terms = (id: string) => scan.gazetteer.personOf(id)?.terms ?? [];
  const inOffice = people.filter((id) => terms(id).some((term) => coverOf(term, day) > 0));
  if (inOffice.length > 0 || !titled) return inOffice;
  // "President Vale" of a text about the past: whoever had held an office by then.
  return people.filter((id) => terms(id).some((term) => term.start <= day));
}

/** Whether the word is likelier another: the name of a state or paper, or part of a longer name. */
function isCommon(line: Line, at: number, to: number, scan: Scan): boolean {
  const { tokens } = line;
  const before = tokens[at - 1];
  const token = tokens[at];
  const next = tokens[to];
  if (thingAt(tokens, at, scan.gazetteer)) return true;
  if (token && COMMON.has(token.fold)) return true;
  if (before?.capital && token?.before === "space" && at > 1) return true;
  return next?.capital === true && next.before === "space" && !tokens[to - 1]?.possessive;
}

const COMMON = new Set(
  `may march april june august brown green white black gray grey bush rice price stone king bishop church hill park lake
  field wood young long short west east north south day sunday monday state states will can rose bell cook fisher
  general major marshal major new old good best power law war peace van lord sir bank joint center center an so he
  in on to do has was an at san kim li lee wang chen choi ho ma yang de la le el al long song he she you we us it
  may might must no yes not now then than the and for with from his her our union court council minister`.split(
    /\s+/,
  ),
);

/** "Lavorv said", in a text that has Lavrov: a word of saying must stand beside it. */
export function slippedAt(scan: Scan, line: Line, at: number): Found | null {
  const { tokens, keys } = line;
  const token = tokens[at];
  if (!token?.capital || token.upper || thingAt(tokens, at, scan.gazetteer)) return null;
  if (!saysNext(tokens, at + 1) && !SAID.test(tokens[at - 1]?.fold ?? "")) return null;
  const key = keys.at(at);
  const slip = slipAlone(scan.slips, key);
  if (!slip || scan.gazetteer.isGivenName(key) || scan.gazetteer.peopleOfFamily(key).length > 0) return null;
  const words = wordsOf(scan.text, tokens, at, at + 1);
  const name: NameClue = { ...slip.name, words, slip: slip.isSure ? "sure" : "maybe" };
  return { to: at + 1, form: "name", clue: { ...noClue(), name } };
}

const SAID = /^(?:said|says|told|added|noted|stressed|warned|asked|told|with)$/;

/** A damaged name after a title that says whose it is: "presidential aide Yuri Ushakova". */
export function slippedAfter(scan: Scan, line: Line, at: number, clue: Clue): NameRun | null {
  const { tokens, keys } = line;
  if (!tokens[at]?.capital) return null;
  const to = Math.min(runEnd(tokens, at), at + 3);
  const found = titledSlip(keys.at(to - 1), clue, scan.slips, scan.gazetteer, scan.day);
  if (!found || (to - at > 1 && !isFirstNameOf(scan, keys.at(at), found))) return null;
  return { from: at, to, clue: { ...found, words: wordsOf(scan.text, tokens, at, to), slip: "sure" } };
}

function isFirstNameOf(scan: Scan, key: string, name: NameClue): boolean {
  const listed = nameWordsOf(scan.gazetteer.personOf(name.people[0] ?? "")?.name ?? "")[0];
  const first = listed === undefined ? name.keys[0] : nameKeyOf(listed);
  return first !== undefined && givenNameOf(key) === givenNameOf(first);
}

export function unknownAt(scan: Scan, line: Line, at: number): Found | null {
  if (thingAt(line.tokens, at, scan.gazetteer)) return null;
  const run = unknownNameAt(scan.text, line.tokens, line.keys, at, scan.gazetteer, false);
  return run ? { to: run.to, form: "name", clue: { ...noClue(), name: run.clue } } : null;
}
