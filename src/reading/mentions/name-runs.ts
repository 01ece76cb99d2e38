/**
 * Names of people among the tokens of a sentence.
 *
 * Takes tokens and the list of actors. A known name is found by its key at any
 * place; an unknown one only where something vouches for it: a title before it,
 * or a first name that people in the list bear. Family names alone are left to
 * `mentions.ts`, which knows whom the document has named.
 *
 * Known miss: a first name that is also a word at the start of a sentence
 * ("Will Moscow answer") is guarded by a short list only; an unknown name in
 * lower case is not found.
 */

import type { Gazetteer } from "../../lexicon/gazetteer.ts";
import { isParticle, nameKeyOf } from "../../lexicon/names.ts";
import { roleFormsFrom } from "../../lexicon/titles.ts";
import type { Token } from "../../text/tokens.ts";
import type { NameClue } from "./clues.ts";
import { saysNext } from "./places.ts";

export interface NameRun {
  /** Index of the first token, and just after the last. */
  from: number;
  to: number;
  clue: NameClue;
}

const LONGEST = 7;

/** Words that start with a capital and begin no name of a person. */
const NOT_FIRST = new Set(
  `the a an in on at by to for of and but or as if when while after before since with from he she it they we i you his
  her their our its this that these those there here what who how why where will would may can could must should shall
  do does did is are was were has have had let not no yes also earlier
  later today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april
  june july august september october november december north south east west new great saint san los las mr mrs ms dr
  christmas easter black red white pacific atlantic mediterranean central supreme foreign prime region district`.split(
    /\s+/,
  ),
);

/** Words that end no name of a person: the names of houses, bodies and papers. */
const NOT_LAST = new Set(
  `ministry minister office house council commission committee union nations states republic federation kingdom party
  agency news service street square hall palace airport university institute bank group forum summit conference treaty
  agreement accord agreements protocol pact plan initiative process format day year week eve war army navy force forces
  command region oblast province district city county island islands sea ocean river lake bay gulf strait canal mount
  times post journal gazette today international national assembly parliament senate congress court tribunal
  organization organisation association alliance league community charter declaration doctrine dialogue talks world
  and or of the in is was has said says will`.split(/\s+/),
);

const ROMAN = /^(?:ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xvi|jr|sr)$/;

export interface Keys {
  /** The name key of the token at this index. */
  at(index: number): string;
}

export function keysOf(text: string, tokens: readonly Token[]): Keys {
  const keys: (string | undefined)[] = [];
  return {
    at(index) {
      const known = keys[index];
      if (known !== undefined) return known;
      const token = tokens[index];
      const key = token && token.fold !== "" ? nameKeyOf(text.slice(token.start, token.end)) : "";
      keys[index] = key;
      return key;
    },
  };
}

/** Just after the last token that can belong to a name starting here: capitals, with particles and initials between. */
export function runEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < tokens.length && to - from < LONGEST) {
    const token = tokens[to];
    const last = tokens[to - 1];
    if (!token || !last || last.possessive || !joins(last, token)) break;
    // "Moon Jae-in": a syllable in lower case.
    const syllable = token.before === "hyphen" && token.end - token.start < 5;
    if (!token.capital && !syllable && !leadsToCapital(tokens, to)) break;
    to++;
  }
  return to;
}

/** "von der Leyen": small words of a family name, up to its capital. */
export function leadsToCapital(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 3; at++) {
    const token = tokens[at];
    if (!token || (token.before !== "space" && token.before !== "hyphen")) return false;
    if (token.capital) return at > from;
    if (!isParticle(token.fold)) return false;
  }
  return tokens[from + 3]?.capital === true;
}

function joins(last: Token, token: Token): boolean {
  if (token.before === "space" || token.before === "hyphen") return true;
  // "Joseph R. Biden": a stop may follow an initial.
  return token.before === "stop" && last.end - last.start === 1;
}

/** The listed person named at this token, with the longest name; `null` for none. */
export function knownNameAt(
  text: string,
  tokens: readonly Token[],
  keys: Keys,
  from: number,
  gazetteer: Gazetteer,
): NameRun | null {
  const first = tokens[from];
  if (!first || !(first.capital || isParticle(first.fold)) || first.possessive) return null;
  if (NOT_FIRST.has(first.fold) || !gazetteer.isGivenName(keys.at(from))) return null;
  const end = runEnd(tokens, from);
  for (let to = end; to >= from + 2; to--) {
    if (isParticle(tokens[to - 1]?.fold ?? "")) continue;
    const words = keyRange(keys, from, to);
    const people = gazetteer.peopleNamed(words);
    if (people.length === 0) continue;
    const close = withHouse(tokens, to);
    return { from, to: close, clue: { keys: words, words: wordsOf(text, tokens, from, close), people } };
  }
  return null;
}

/** "Al Saud", "II", "Jr" after a name belong to it. */
function withHouse(tokens: readonly Token[], to: number): number {
  const next = tokens[to];
  const after = tokens[to + 1];
  if (!next || tokens[to - 1]?.possessive || (next.before !== "space" && next.before !== "hyphen")) return to;
  if (ROMAN.test(next.fold) && next.capital) return to + 1;
  const house = /^(?:al|bin|ibn)$/.test(next.fold) && after?.capital === true && after.before !== "other";
  return house && !next.possessive ? withHouse(tokens, to + 2) : to;
}

/**
 * Words that look like a name which no list holds. With `vouched`, a title
 * stands before it and one word is enough; else its first word must be known as
 * a first name and a second must follow.
 */
export function unknownNameAt(
  text: string,
  tokens: readonly Token[],
  keys: Keys,
  from: number,
  gazetteer: Gazetteer,
  vouched: boolean,
): NameRun | null {
  const first = tokens[from];
  if (!first?.capital || first.end - first.start < 2 || NOT_FIRST.has(first.fold)) return null;
  // "Mr President" names nobody, nor does "El Dabaa".
  if (roleFormsFrom(first.fold).length > 0 || (!vouched && isParticle(first.fold))) return null;
  if (!vouched && (first.possessive || first.upper || ARTICLE.test(tokens[from - 1]?.fold ?? "")))
    return null;
  const end = nameEnd(tokens, from, gazetteer);
  const last = tokens[end - 1];
  if (!vouched && !gazetteer.isGivenName(keys.at(from)) && !looksLikeName(tokens, keys, from, end))
    return null;
  if (!last || NOT_LAST.has(last.fold) || /^\d/.test(last.fold)) return null;
  if (!vouched && (end - from < 2 || hasThing(tokens, from, end, gazetteer))) return null;
  if (!vouched && /\d/.test(text.slice(first.start, last.end))) return null;
  return {
    from,
    to: end,
    clue: { keys: keyRange(keys, from, end), words: wordsOf(text, tokens, from, end), people: [] },
  };
}

/** What follows an article is seldom a person: "the Founding Fathers". */
const ARTICLE = /^(?:the|a|an)$/;

/** "Russian-Norwegian" is no name. */
function hasThing(tokens: readonly Token[], from: number, end: number, gazetteer: Gazetteer): boolean {
  for (let at = from; at < end; at++) {
    const forms = gazetteer.thingsFrom(tokens[at]?.fold ?? "");
    if (forms.some((form) => form.words.length === 1)) return true;
  }
  return false;
}

const FAMILY_ENDING = /(?:ov|ova|ev|eva|iev|ski|skaia|enko|ian|shvili|adze|idze|ich|vic|oglu|sson|uk|chuk)$/;

/** Two or three capitals that end as family names do, or that go on to say something. */
function looksLikeName(tokens: readonly Token[], keys: Keys, from: number, end: number): boolean {
  if (end - from < 2 || end - from > 3 || tokens[from]?.before === "hyphen") return false;
  return FAMILY_ENDING.test(keys.at(end - 1)) || saysNext(tokens, end);
}

/** A run ends before a word that starts the name of a state or organ: "Lindqvist Reuters". */
function nameEnd(tokens: readonly Token[], from: number, gazetteer: Gazetteer): number {
  let end = runEnd(tokens, from);
  while (end > from + 1 && !tokens[end - 1]?.capital) end--;
  for (let at = from + 1; at < end; at++) {
    const token = tokens[at];
    if (!token || token.before === "hyphen") continue;
    if (NOT_FIRST.has(token.fold) && token.end - token.start > 1) return at;
    const forms = gazetteer.thingsFrom(token.fold);
    if (forms.some((form) => form.words.length === 1 && form.thing.kind !== "capital")) return at;
  }
  return end;
}

export function keyRange(keys: Keys, from: number, to: number): string[] {
  const range: string[] = [];
  for (let at = from; at < to; at++) range.push(keys.at(at));
  return range;
}

export function wordsOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last ? text.slice(first.start, last.end) : "";
}
