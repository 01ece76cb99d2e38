/**
 * Role phrases: "the US president", "Aide to the Russian president", "his
 * Norwegian counterpart", "a senior administration official", "both leaders".
 *
 * Takes tokens and gives the phrase that starts at one of them: a determiner,
 * words that place the role (states, organs, people who own it), the role, and
 * what follows with "of", "to" or "for". A name after it is left to
 * `mentions.ts`. One step a token, looking ahead a few.
 *
 * Known miss: a role named by a word that no line of `titles.ts` holds; a role
 * placed by a clause ("the minister who runs the army").
 */

import type { Gazetteer, Thing } from "../../lexicon/gazetteer.ts";
import { pronounOf } from "../../lexicon/pronouns.ts";
import { type Role, type RoleForm, roleFormsFrom, roleOf } from "../../lexicon/titles.ts";
import type { Token } from "../../text/tokens.ts";
import { type Clue, type NameClue, noClue } from "./clues.ts";
import { thingAt } from "./things.ts";

export interface RolePhrase {
  from: number;
  to: number;
  clue: Clue;
  role: Role;
  /** Whether something places it: an article, an owner, a state. */
  placed: boolean;
  /** "a", "an", "some", "one": nobody in particular. */
  indefinite: boolean;
  /** Index of the role's first token. */
  head: number;
}

const DEFINITE = new Set(["the", "this", "these", "both"]);
const INDEFINITE = new Set([
  "a",
  "an",
  "some",
  "one",
  "several",
  "another",
  "any",
  "many",
  "unnamed",
  "anonymous",
  "unidentified",
]);
const COUNTS = new Map([
  ["two", 2],
  ["both", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
]);
const FORMER = new Set(["former", "ex", "late", "previous", "onetime", "erstwhile"]);
const MODIFIERS = new Set(
  `senior top high ranking level acting interim current incumbent new newly elected outgoing then western regional foreign
  federal chief special key leading administration defence defense intelligence presidential national security close
  longtime veteran principal deputy visiting respective bilateral military diplomatic sitting unnamed anonymous
  unidentified knowledgeable informed world great major state government permanent economic political contracting
  negotiating warring conflicting opposing opposition allied neighboring neighbouring friendly brotherly nuclear
  young elderly 46th 45th 47th`.split(/\s+/),
);
const FARTHEST = 9;

/** The owner's name at a token, when a possessive person's name stands there. */
export type OwnerAt = (index: number) => { to: number; name: NameClue } | null;

export function rolePhraseAt(
  tokens: readonly Token[],
  from: number,
  gazetteer: Gazetteer,
  ownerAt: OwnerAt,
  depth = 0,
): RolePhrase | null {
  const clue = noClue();
  let at = from;
  let placed = false;
  let indefinite = false;
  let role: { form: RoleForm; at: number } | null = null;
  const head = headOfStateAt(tokens, from, gazetteer);
  if (head) return { ...head, from };
  for (; at < tokens.length && at - from < FARTHEST; ) {
    const token = tokens[at];
    if (!token || (at > from && !isJoined(token))) break;
    const form = roleFormAt(tokens, at);
    if (form) {
      if (role && clue.organ === null && role.form.role.sort !== "body") break;
      if (role) clue.organ = organKeyOf(role.form.role);
      role = { form, at };
      at += form.words.length;
      if (tokens[at - 1]?.possessive) break;
      if (form.role.sort !== "body" || form.plural) break;
      // "foreign ministry spokeswoman": a body may go before the one who speaks for it.
      if (!roleFormAt(tokens, at) || !isJoined(tokens[at])) break;
      continue;
    }
    const step = modifierAt(tokens, at, from, gazetteer, ownerAt, clue);
    if (step === 0) break;
    const word = token.fold;
    if (DEFINITE.has(word) || COUNTS.has(word) || clue.owner) placed = true;
    if (INDEFINITE.has(word)) indefinite = true;
    at += step;
  }
  if (!role) return null;
  clue.role = role.form.role;
  clue.plural = role.form.plural;
  clue.definite = placed;
  if (clue.sides.length > 0) placed = true;
  const to = tokens[at - 1]?.possessive ? at : afterOf(tokens, at, gazetteer, ownerAt, clue, depth);
  return { from, to, clue, role: role.form.role, placed: placed || to > at, indefinite, head: role.at };
}

/** "The head of the Norland state", "the head of the Norland government". */
function headOfStateAt(
  tokens: readonly Token[],
  from: number,
  gazetteer: Gazetteer,
): Omit<RolePhrase, "from"> | null {
  const start = tokens[from]?.fold === "the" ? from + 1 : from;
  if (tokens[start]?.fold !== "head" || tokens[start + 1]?.fold !== "of" || tokens[start + 2]?.fold !== "the")
    return null;
  const of = thingAt(tokens, start + 3, gazetteer);
  const last = of ? tokens[start + 3 + of.length] : undefined;
  const role =
    last?.fold === "state"
      ? roleOf("head-of-state")
      : last?.fold === "government"
        ? roleOf("prime-minister")
        : null;
  if (of?.thing.kind !== "demonym" || role === null || !isJoined(last)) return null;
  const clue = { ...noClue(), role, sides: [of.thing.id], definite: true };
  return { to: start + 4 + of.length, clue, role, placed: true, indefinite: false, head: start };
}

function isJoined(token: Token | undefined): boolean {
  return token !== undefined && (token.before === "space" || token.before === "hyphen");
}

/** The longest form of a role at this token. Words like "head" and "general" must not start a common phrase. */
function roleFormAt(tokens: readonly Token[], at: number): RoleForm | null {
  const token = tokens[at];
  if (!token) return null;
  for (const form of roleFormsFrom(token.fold)) {
    const fits = form.words.every((word, step) => {
      const here = tokens[at + step];
      return (
        here?.fold === word &&
        (step === 0 || (isJoined(here) && !tokens[at + step - 1]?.possessive) || owns(tokens, at + step))
      );
    });
    if (fits) return form;
  }
  return null;
}

/** "president's office": the possessive inside a form. */
function owns(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  return here !== undefined && isJoined(here);
}

/** Tokens that the modifier at this place takes up, writing what it tells into the clue; 0 when it is none. */
function modifierAt(
  tokens: readonly Token[],
  at: number,
  from: number,
  gazetteer: Gazetteer,
  ownerAt: OwnerAt,
  clue: Clue,
): number {
  const token = tokens[at];
  if (!token) return 0;
  const word = token.fold;
  if (at === from) {
    const pronoun = pronounOf(word);
    if (pronoun?.owns && !token.upper) {
      clue.owner = { pronoun };
      return 1;
    }
    if (DEFINITE.has(word) || INDEFINITE.has(word)) {
      clue.count = COUNTS.get(word) ?? clue.count;
      return 1;
    }
  }
  const count = COUNTS.get(word);
  if (count !== undefined) {
    clue.count = count;
    return 1;
  }
  if (FORMER.has(word)) {
    clue.former = true;
    return 1;
  }
  const thing = thingAt(tokens, at, gazetteer);
  if (thing) {
    placeIn(clue, thing.thing);
    return thing.length;
  }
  const owner = ownerAt(at);
  if (owner && clue.owner === null) {
    clue.owner = { name: owner.name };
    return owner.to - at;
  }
  if (word === "and" && clue.sides.length > 0 && thingAt(tokens, at + 1, gazetteer)) return 1;
  return MODIFIERS.has(word) && (at > from || !token.capital || token.fold === "senior") ? 1 : 0;
}

/** A state gives its side; an organ its side and, for a spokesman, its key. */
function placeIn(clue: Clue, thing: Thing): void {
  const side = thing.kind === "organ" ? thing.side : thing.id;
  if (side !== null && !clue.sides.includes(side)) clue.sides.push(side);
  if (thing.kind === "organ") clue.organ = thing.id.slice(thing.id.indexOf(":") + 1);
}

function organKeyOf(role: Role): string {
  return role.key;
}

const LINKS = new Set(["of", "to", "for", "from", "in", "at", "with"]);
/** Only these follow a role by a word other than "of". */
const PLACES_WITH: Record<string, RegExp> = {
  to: /aide|assistant|advis|ambassador|envoy|representative|secretary|counterpart|delegation|chief-of-staff/,
  for: /spokes|envoy|secretary|advis|representative|press/,
  from: /official|diplomat|delegation|leader|side|source/,
  in: /official|source|diplomat|leader|government|ambassador|embassy/,
  at: /official|source|spokes|ambassador|representative/,
  with: /source/,
};

/** What follows with "of", "to", "for": sides, organs, or the one whom the role serves. Gives the index after it. */
function afterOf(
  tokens: readonly Token[],
  at: number,
  gazetteer: Gazetteer,
  ownerAt: OwnerAt,
  clue: Clue,
  depth: number,
): number {
  const link = tokens[at];
  if (!link || depth > 1 || !isJoined(link) || !LINKS.has(link.fold) || clue.role === null) return at;
  if (link.fold !== "of" && !PLACES_WITH[link.fold]?.test(clue.role.key)) return at;
  let next = at + 1;
  if (tokens[next]?.fold === "the") next++;
  let end = at;
  while (next < tokens.length) {
    const thing = isJoined(tokens[next]) ? thingAt(tokens, next, gazetteer) : null;
    if (!thing || (thing.thing.kind === "demonym" && !isPlaceWord(thing.thing))) break;
    placeOf(clue, thing.thing, link.fold);
    end = next + thing.length;
    // "of Russia and the United States", for a plural only.
    if (!clue.plural || clue.sides.length > 6 || tokens[end]?.fold !== "and") break;
    next = end + 1;
    if (tokens[next]?.fold === "the") next++;
  }
  if (end > at) return end;
  const served = isJoined(tokens[at + 1])
    ? rolePhraseAt(tokens, at + 1, gazetteer, ownerAt, depth + 1)
    : null;
  if (!served || !(served.placed || served.clue.sides.length > 0)) return at;
  if (served.role.sort === "unnamed" || served.role.sort === "honorific") return at;
  clue.serves = served.role;
  for (const side of served.clue.sides) if (!clue.sides.includes(side)) clue.sides.push(side);
  if (served.role.sort === "body") clue.organ = served.role.key;
  if (clue.owner === null) clue.owner = served.clue.owner;
  return served.to;
}

/** An ambassador belongs to the side that sends: "to Japan" does not place him in Japan. */
function placeOf(clue: Clue, thing: Thing, link: string): void {
  const sent =
    clue.role?.key === "ambassador" ||
    clue.role?.key === "envoy" ||
    clue.role?.key === "permanent-representative";
  if (sent && (link === "to" || link === "for" || link === "in" || link === "at")) return;
  placeIn(clue, thing);
}

function isPlaceWord(thing: Thing): boolean {
  return thing.kind !== "demonym" && thing.kind !== "people";
}
