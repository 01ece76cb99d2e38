/**
 * Titles and descriptions in a line, with the name beside them: which role
 * phrases point at somebody, and where a title and a name are one mention.
 *
 * Known miss: a comma between a title and a name is read as an aside unless
 * the list knows that somebody else held the office that day.
 */

import { nameKeyOf, nameWordsOf } from "../../lexicon/names.ts";
import { isSpelledOtherwise } from "../../lexicon/slips.ts";
import type { Token } from "../../text/tokens.ts";
import { coverOf } from "../links/terms-of-office.ts";
import type { MentionForm } from "../reading.ts";
import type { Clue, NameClue } from "./clues.ts";
import { type NameRun, unknownNameAt } from "./name-runs.ts";
import { type Found, familyAt, type Line, type Scan, slippedAfter } from "./named.ts";
import { type RolePhrase, rolePhraseAt } from "./role-phrases.ts";
import { thingAt } from "./things.ts";

export function titledAt(scan: Scan, line: Line, at: number): Found | null {
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
  const slipped = known ?? slippedAfter(scan, line, at, phrase.clue);
  if (slipped) return slipped;
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
  if (tokens[run.to - 1]?.possessive || phrase.role.sort === "unnamed") return null;
  const holds = holdsOffice(scan, phrase, run);
  // "The President of Norland, Ann Vale, and …": a list goes on only when nobody tells that Vale is president.
  if (tokens[run.to]?.fold === "and") return holds ? run : null;
  return holds === false ? null : run;
}

/** Whether the list has this one in the office on the day; `false` where it knows of another, `null` where of nobody. */
function holdsOffice(scan: Scan, phrase: RolePhrase, run: NameRun): boolean | null {
  const { day, gazetteer } = scan;
  const side = phrase.clue.sides[0];
  if (day === null || side === undefined || phrase.role.sort !== "office" || phrase.clue.former) return null;
  const terms = gazetteer.termsIn(`${side}:${phrase.role.key}`);
  const holders = terms.filter((term) => coverOf(term, day) > 0);
  const isHolder = (person: string) =>
    run.clue.people.includes(person) ||
    (run.clue.people.length === 0 &&
      isSpelledOtherwise(run.clue.keys, nameWordsOf(gazetteer.personOf(person)?.name ?? "").map(nameKeyOf)));
  return holders.length === 0 ? null : holders.some(({ person }) => isHolder(person));
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
