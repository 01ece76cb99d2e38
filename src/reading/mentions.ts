/**
 * Mentions: which words of a document point at somebody.
 *
 * Takes sentences and the list of actors; gives, in text order and apart from
 * each other, names, titles, descriptions, pronouns, groups, and places that
 * stand for their state. A title and the name beside it are one mention:
 * "French President Emmanuel Macron", "Aide to the Russian president, Yuri
 * Ushakov". Nothing nests: the state inside a title is told by its clue. Whom
 * the words mean is left to `links.ts`.
 *
 * Known miss: a capital is taken for a place after "in", "at" and verbs of
 * going, and for its state elsewhere; "talks to Moscow by train" fools it.
 */

import type { Gazetteer } from "../lexicon/gazetteer.ts";
import { isParticle } from "../lexicon/names.ts";
import { pronounOf } from "../lexicon/pronouns.ts";
import type { Document } from "../text/document.ts";
import type { Span } from "../text/span.ts";
import { type Token, tokensIn } from "../text/tokens.ts";
import { type Clue, type NameClue, noClue, type Pointer } from "./clues.ts";
import {
  type Keys,
  keyRange,
  keysOf,
  knownNameAt,
  type NameRun,
  runEnd,
  unknownNameAt,
  wordsOf,
} from "./name-runs.ts";
import { isPlaceHere, saysNext } from "./places.ts";
import type { MentionForm, Sentence } from "./reading.ts";
import { type RolePhrase, rolePhraseAt } from "./role-phrases.ts";
import { coverOf } from "./terms-of-office.ts";
import { type ThingRun, thingAt } from "./things.ts";

interface Line {
  tokens: Token[];
  keys: Keys;
  /** Known names by the index of their first token. */
  names: Map<number, NameRun>;
}

interface Found {
  to: number;
  form: MentionForm;
  clue: Clue;
}

/** Words that point at somebody, not yet linked. */
export function mentionsIn(
  document: Document,
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
): Pointer[] {
  const { text } = document;
  const lines = sentences.map((sentence) => lineOf(text, sentence, gazetteer));
  const families = familiesOf(lines, gazetteer);
  const day = document.published?.value.slice(0, 10) ?? null;
  const scan: Scan = { text, gazetteer, families, day };
  const mentions: Pointer[] = [];
  for (const line of lines) {
    for (let at = 0; at < line.tokens.length; ) {
      const found = mentionAtToken(scan, line, at);
      const first = line.tokens[at];
      const last = found ? line.tokens[found.to - 1] : undefined;
      if (!found || !first || !last) {
        at++;
        continue;
      }
      mentions.push({
        id: `m${mentions.length + 1}`,
        start: first.start,
        end: last.end,
        words: text.slice(first.start, last.end),
        form: found.form,
        clue: found.clue,
      });
      learn(families, found.clue.name, gazetteer);
      at = found.to;
    }
  }
  return mentions;
}

interface Scan {
  text: string;
  gazetteer: Gazetteer;
  /** Whom a family name alone means in this document. */
  families: Map<string, NameClue>;
  day: string | null;
}

function lineOf(text: string, sentence: Span, gazetteer: Gazetteer): Line {
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

function familiesOf(lines: readonly Line[], gazetteer: Gazetteer): Map<string, NameClue> {
  const families = new Map<string, NameClue>();
  for (const line of lines) for (const run of line.names.values()) learn(families, run.clue, gazetteer);
  return families;
}

const FAMILY_FIRST = new Set(["CHN", "TWN", "PRK", "KOR", "VNM", "KHM", "SGP"]);

/** From a full name on, each of its endings means the same person: "bin Salman", "Le Drian". */
function learn(families: Map<string, NameClue>, name: NameClue | null, gazetteer: Gazetteer): void {
  if (name === null || name.keys.length < 2) return;
  for (let from = 1; from < name.keys.length; from++) {
    const family = name.keys.slice(from).join(" ");
    if (family.length > 1 && !families.has(family)) families.set(family, name);
  }
  const side = gazetteer.personOf(name.people[0] ?? "")?.side;
  const first = name.keys[0] ?? "";
  if (side && FAMILY_FIRST.has(side) && !families.has(first)) families.set(first, name);
}

function mentionAtToken(scan: Scan, line: Line, at: number): Found | null {
  const token = line.tokens[at];
  if (!token || token.fold === "") return null;
  return (
    // "Sheikh Hasina": the list has the title as part of the name.
    (line.names.has(at) ? namedAt(scan, line, at) : null) ??
    titledAt(scan, line, at) ??
    namedAt(scan, line, at) ??
    thingMentionAt(scan, line, at) ??
    unknownAt(scan, line, at) ??
    pronounAt(line.tokens, at)
  );
}

// Titles -----------------------------------------------------------------

function titledAt(scan: Scan, line: Line, at: number): Found | null {
  const owner = (index: number) => ownerAt(scan, line, index);
  const phrase = rolePhraseAt(line.tokens, at, scan.gazetteer, owner);
  if (!phrase || (phrase.role.sort === "honorific" && phrase.head !== at)) return null;
  const name = phrase.clue.plural ? null : nameAfter(scan, line, phrase);
  if (name) {
    phrase.clue.name = name.clue;
    return { to: name.to, form: "name", clue: phrase.clue };
  }
  if (!pointsAlone(line.tokens, phrase)) return null;
  return { to: phrase.to, form: formOf(phrase), clue: phrase.clue };
}

function ownerAt(scan: Scan, line: Line, index: number): { to: number; name: NameClue } | null {
  const run = line.names.get(index) ?? familyAt(scan, line, index);
  return run && line.tokens[run.to - 1]?.possessive ? { to: run.to, name: run.clue } : null;
}

/** Titles written short, with a stop: "Sen. Vale". */
const SHORTENED = /^(?:gov|sen|rep|gen|col|lt|amb)$/;

/** The name that follows a title, at once or after a comma. */
function nameAfter(scan: Scan, line: Line, phrase: RolePhrase): NameRun | null {
  const { tokens } = line;
  const { sort } = phrase.role;
  let at = phrase.to;
  if (sort === "body" || tokens[at - 1]?.possessive) return null;
  const next = tokens[at];
  if (!next) return null;
  if (next.before === "comma") return sort === "honorific" ? null : nameInApposition(scan, line, phrase);
  const shortened = sort === "honorific" || SHORTENED.test(tokens[phrase.head]?.fold ?? "");
  const afterStop = next.before === "stop" && shortened;
  if (next.before !== "space" && !afterStop) return null;
  const head = tokens[phrase.head];
  if (sort === "honorific" && !head?.capital) return null;
  // "Foreign Minister Sheikh Abdullah": a second title goes with the name.
  const second = rolePhraseAt(tokens, at, scan.gazetteer, () => null);
  if (second?.role.sort === "honorific" && second.from === second.head && !line.names.has(at)) at = second.to;
  const known = line.names.get(at) ?? familyAt(scan, line, at, true);
  if (known) return known;
  if (sort === "unnamed" || thingAt(tokens, at, scan.gazetteer)) return null;
  const unknown = unknownNameAt(scan.text, tokens, line.keys, at, scan.gazetteer, true);
  if (!unknown) return null;
  // One strange word after a title in lower case is no name: "the minister Twitter".
  return unknown.to - unknown.from > 1 || head?.capital || sort === "honorific" ? unknown : null;
}

/** "the aide, Yuri Ushakov,": the comma or the sentence must end after the name, and no list may go on. */
function nameInApposition(scan: Scan, line: Line, phrase: RolePhrase): NameRun | null {
  const { tokens } = line;
  const at = phrase.to;
  const run = line.names.get(at) ?? unknownNameAt(scan.text, tokens, line.keys, at, scan.gazetteer, false);
  if (!run || phrase.indefinite) return null;
  const after = tokens[run.to];
  if (after?.fold === "and" || tokens[run.to - 1]?.possessive) return null;
  if (phrase.role.sort === "unnamed") return null;
  return holdsAnother(scan, phrase, run) ? null : run;
}

/** Whether the list knows that on this day somebody else held the office: then the name is another's. */
function holdsAnother(scan: Scan, phrase: RolePhrase, run: NameRun): boolean {
  const { day, gazetteer } = scan;
  const side = phrase.clue.sides[0];
  if (day === null || side === undefined || phrase.role.sort !== "office" || phrase.clue.former) return false;
  const terms = gazetteer.termsIn(`${side}:${phrase.role.key}`);
  const holders = terms.filter((term) => coverOf(term, day) > 0);
  return holders.length > 0 && !holders.some((term) => run.clue.people.includes(term.person));
}

/** Roles that point at nobody unless a name follows. */
const NAME_ONLY = new Set([
  "general",
  "director",
  "governor",
  "mayor",
  "senator",
  "commissioner",
  "patriarch",
  "speaker",
]);
/** Forms that are common words: they need a state, an organ or an owner. */
const WEAK =
  /^(?:head|chief|boss|part|party|side|team|mission|deputy|deputies|chair|officer|officers|ruler|person|people|participant|participants|observer|observers|critics?|aides|mp|mouthpiece|representatives?|commanders?|generals|insiders?|attache|minister|adviser|advisor|assistant|emissary)$/;

/** Persons in general point at a source only with what they know: "a person familiar with the call". */
const PERSONS = /^(?:people|person|participants?)$/;
const KNOWING = /^(?:familiar|close|briefed|with)$/;

function pointsAlone(tokens: readonly Token[], phrase: RolePhrase): boolean {
  const { role, clue } = phrase;
  const of = clue.sides.length > 0 || clue.owner !== null || clue.organ !== null || clue.serves !== null;
  const head = tokens[phrase.head];
  const next = tokens[phrase.to];
  // "the president's office", "leader-level": a part of something longer.
  if (next?.before === "hyphen" || head === undefined) return false;
  if (role.sort === "honorific") return false;
  if (PERSONS.test(head.fold)) return next !== undefined && KNOWING.test(next.fold);
  if (NAME_ONLY.has(role.key)) return of && clue.definite;
  if (role.sort === "body") return clue.plural ? clue.definite || of : of;
  if (role.sort === "unnamed")
    return of || clue.plural || clue.definite || phrase.indefinite ? !weakAlone(head, of, clue) : false;
  if (weakAlone(head, of, clue) || (clue.plural && !phrase.placed)) return false;
  if (phrase.indefinite) return role.rank >= 3 || role.rank === 0;
  if (phrase.placed) return true;
  return role.sort === "office" && head.capital && !head.upper;
}

function weakAlone(head: Token, of: boolean, clue: Clue): boolean {
  if (PERSONS.test(head.fold)) return true;
  return (
    WEAK.test(head.fold) && !of && !(clue.definite && /^(?:minister|aide|adviser|advisor)$/.test(head.fold))
  );
}

function formOf(phrase: RolePhrase): MentionForm {
  if (phrase.role.sort === "unnamed") return "description";
  if (phrase.clue.plural) return "group";
  if (phrase.role.sort === "body" || phrase.role.sort === "description" || phrase.indefinite)
    return "description";
  return "title";
}

// Names ------------------------------------------------------------------

function namedAt(scan: Scan, line: Line, at: number): Found | null {
  const run = line.names.get(at) ?? familyAt(scan, line, at);
  return run ? { to: run.to, form: "name", clue: { ...noClue(), name: run.clue } } : null;
}

/** A family name alone: of somebody whom the document names, or of a leader of the day. */
function familyAt(scan: Scan, line: Line, at: number, titled = false): NameRun | null {
  const { tokens, keys } = line;
  const first = tokens[at];
  if (!first || !(first.capital || (isParticle(first.fold) && tokens[at + 1]?.capital))) return null;
  const end = Math.min(runEnd(tokens, at), at + 3);
  for (let to = end; to > at; to--) {
    const family = keyRange(keys, at, to).join(" ");
    if (family.length < 2) continue;
    const known = scan.families.get(family);
    if (known) return { from: at, to, clue: { ...known, words: wordsOf(scan.text, tokens, at, to) } };
    const people = leadersOf(scan, family, titled);
    if (people.length > 0 && (titled || !isCommon(line, at, to, scan))) {
      return {
        from: at,
        to,
        clue: { keys: keyRange(keys, at, to), words: wordsOf(scan.text, tokens, at, to), people },
      };
    }
  }
  return null;
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

function unknownAt(scan: Scan, line: Line, at: number): Found | null {
  if (thingAt(line.tokens, at, scan.gazetteer)) return null;
  const run = unknownNameAt(scan.text, line.tokens, line.keys, at, scan.gazetteer, false);
  return run ? { to: run.to, form: "name", clue: { ...noClue(), name: run.clue } } : null;
}

// States, organs, pronouns --------------------------------------------------

function thingMentionAt(scan: Scan, line: Line, at: number): Found | null {
  const { tokens } = line;
  const article = tokens[at]?.fold === "the";
  const run = thingAt(tokens, article ? at + 1 : at, scan.gazetteer);
  if (!run) return null;
  const from = article ? at + 1 : at;
  const to = from + run.length;
  const { thing } = run;
  if (isPartOfLonger(tokens, from, run) || isSecondHalf(scan, tokens, from)) return null;
  const clue: Clue = { ...noClue(), thing, definite: article };
  if (thing.kind === "demonym") return tokens[from]?.upper ? { to, form: "name", clue } : null;
  if (thing.kind === "people") return article ? { to, form: "group", clue } : null;
  const start = tokens[at - 1]?.fold === "the" ? at - 1 : at;
  if (thing.kind === "capital") return isPlaceHere(tokens, start, to) ? null : { to, form: "metonym", clue };
  if (thing.kind === "organ" && isPlaceHere(tokens, start, to)) return null;
  return { to, form: "name", clue };
}

/** Names that many states or bodies have: after another capital they are part of a longer name. */
const SHARED =
  /^(?:security council|general assembly|congress|senate|national assembly|duma|rada|commonwealth|contact group|state council|quad|guardian|times|house of representatives|human rights council)$/;

/** "the Syrian Dialogue Congress" is no congress that the list knows. */
function isPartOfLonger(tokens: readonly Token[], from: number, run: ThingRun): boolean {
  const before = tokens[from - 1];
  if (!before?.capital || tokens[from]?.before !== "space" || from === 1) return false;
  const words = tokens.slice(from, from + run.length).map((token) => token.fold);
  return SHARED.test(words.join(" "));
}

/** "Russian-Azerbaijan partnership": an adjective in two halves. */
function isSecondHalf(scan: Scan, tokens: readonly Token[], from: number): boolean {
  if (tokens[from]?.before !== "hyphen") return false;
  return thingAt(tokens, from - 1, scan.gazetteer)?.thing.kind === "demonym";
}

function pronounAt(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  const pronoun = token ? pronounOf(token.fold) : null;
  if (!token || !pronoun || isOtherWord(token)) return null;
  if (pronoun.gender === "n" && !(token.fold === "it" && saysNext(tokens, at + 1))) return null;
  return { to: at + 1, form: "pronoun", clue: { ...noClue(), pronoun, plural: pronoun.number === "many" } };
}

/** "US" is a state, "I" a numeral after a name, "i" no word. */
function isOtherWord(token: Token): boolean {
  if (token.fold === "i") return !token.capital || token.before === "hyphen" || token.possessive;
  return token.upper || token.fold === "mine";
}
