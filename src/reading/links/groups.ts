/**
 * Links of groups: "both presidents", "the parties", "the two countries", "the
 * leaders of Norway and Japan".
 *
 * Members are those whom the words name; else the pair told of last, side by
 * side; else the two of that rank who are named first in the document.
 *
 * Known miss: "the leaders" of a meeting of more than two, when it names no
 * number: the two named first are taken, if nobody else of their rank is near.
 */

import { leadingOfficeOf } from "../../lexicon/leaders.ts";
import type { Clue } from "../mentions/clues.ts";
import type { Link } from "../reading.ts";
import { tellingDistance } from "./antecedents.ts";
import { between, type Linking, linked, unknown } from "./linking.ts";
import { holderOf } from "./terms-of-office.ts";

export function groupLink(linking: Linking, mention: number): Link {
  const clue = linking.mentions[mention]?.clue;
  if (!clue) return unknown("no-clue");
  if (clue.thing) return linked(linking.book.state(clue.thing.id), "described", "people-of-state", 0.7);
  const key = clue.role?.key ?? "";
  if (clue.sides.length > 0 && key !== "counterpart") return groupOfSides(linking, mention, clue, key);
  if (clue.count !== null && clue.count > 2) return unknown("group-of-many");
  const people = pairNear(linking, mention, key) ?? principals(linking, mention, key);
  if (key === "state" || key === "delegation") return statesOf(linking, people);
  if (people) return linked(linking.book.group(people.members), "group", people.rule, people.confidence);
  if (key === "side") return statesOf(linking, null);
  return unknown("group-unknown");
}

interface Pair {
  members: [string, string];
  rule: string;
  confidence: number;
}

/** "The Norwegian and Japanese foreign ministers", "the leaders of Norway and Japan". */
function groupOfSides(linking: Linking, mention: number, clue: Clue, key: string): Link {
  const { book } = linking;
  if (clue.sides.length < 2) {
    // "NATO foreign ministers": several of one side, nobody by name.
    const id = book.unnamed(linking.mentions[mention]?.words ?? "", clue.sides[0] ?? null);
    return linked(id, "described", "unnamed-group", 0.75);
  }
  if (key === "side" || key === "state" || key === "delegation") {
    return linked(book.group(clue.sides.map((side) => book.state(side))), "group", "group-of-sides", 0.9);
  }
  const members: string[] = [];
  for (const side of clue.sides) {
    const office = key === "leader" || key === "head-of-state" ? leadingOfficeOf(side) : key;
    const holder = office === null ? null : holderOf(linking.gazetteer, `${side}:${office}`, linking.day);
    if (holder === null) return unknown("group-holder-unknown");
    members.push(book.person(holder.person, ""));
  }
  return linked(book.group(members), "group", "group-of-offices", 0.88);
}

/** Mentions to look back, or ahead. */
const FARTHEST = 40;

/** Two people named side by side a sentence or two before. */
function pairNear(linking: Linking, mention: number, key: string): Pair | null {
  const farthest = Math.max(0, mention - FARTHEST);
  for (let second = mention - 1; second > farthest; second--) {
    if (tellingDistance(linking, second, mention) > 2) break;
    const pair = coordinated(linking, second);
    if (pair?.every((actor) => fitsRank(linking, actor, key))) {
      return { members: pair, rule: "pair-near", confidence: 0.85 };
    }
  }
  return null;
}

/** "Orlov and Lindqvist", "Orlov told Lindqvist": the two actors, when both are people. */
export function coordinated(linking: Linking, second: number): [string, string] | null {
  const gap = between(linking, second - 1, second);
  if (
    !/^\s*(?:and|&|with|met|called|telephoned|–|—|-|and his counterpart|and his \p{L}+ counterpart,?)\s*$/u.test(
      gap,
    )
  )
    return null;
  const first = linking.resolve(second - 1).actor;
  const other = linking.resolve(second).actor;
  if (first === null || other === null || first === other) return null;
  const kinds = [first, other].map((actor) => linking.book.actors.get(actor)?.kind);
  return kinds.every((kind) => kind === "person") ? [first, other] : null;
}

const PRESIDENTS = new Set(["president", "acting-president"]);

function fitsRank(linking: Linking, actor: string, key: string): boolean {
  const { book } = linking;
  const keys = book.roleKeysOf(actor);
  if (key === "president") return [...keys].some((each) => PRESIDENTS.has(each));
  if (key === "leader" || key === "head-of-state") return book.rankOf(actor) === 1;
  if (
    key === "side" ||
    key === "state" ||
    key === "counterpart" ||
    key === "delegation" ||
    key === "politician"
  ) {
    return book.rankOf(actor) <= 2;
  }
  return keys.has(key);
}

/** The two of that rank whom the document names first; for an official text, its own leader may be the other one. */
function principals(linking: Linking, mention: number, key: string): Pair | null {
  const found: string[] = [];
  const { mentions, book } = linking;
  for (let at = 0; at < Math.min(mentions.length, mention + FARTHEST, 200) && found.length < 3; at++) {
    const clue = mentions[at]?.clue;
    if (!clue?.name && !(clue?.role && clue.sides.length > 0 && mentions[at]?.form === "title")) continue;
    const { actor } = linking.resolve(at);
    if (actor !== null && !found.includes(actor) && fitsRank(linking, actor, key)) found.push(actor);
  }
  const [first, second, third] = found;
  if (first !== undefined && second !== undefined) {
    if (book.sideOf(first) === book.sideOf(second)) return null;
    return { members: [first, second], rule: "principals", confidence: third === undefined ? 0.85 : 0.7 };
  }
  if (first === undefined || linking.voice === null || book.sideOf(first) === linking.voice) return null;
  const office = leadingOfficeOf(linking.voice);
  const holder =
    office === null ? null : holderOf(linking.gazetteer, `${linking.voice}:${office}`, linking.day);
  if (!holder) return null;
  return { members: [book.person(holder.person, ""), first], rule: "principal-and-voice", confidence: 0.8 };
}

/** The states of a pair, or of the two states that the document names first. */
function statesOf(linking: Linking, people: Pair | null): Link {
  const { book } = linking;
  const sides = people ? people.members.map((member) => book.sideOf(member)) : firstStates(linking);
  const [first, second] = sides;
  if (!first || !second || first === second) return unknown("group-unknown");
  const members = [book.state(first), book.state(second)];
  return linked(book.group(members), "group", "group-of-sides", people ? 0.75 : 0.6);
}

function firstStates(linking: Linking): string[] {
  const sides: string[] = [];
  for (const mention of linking.mentions.slice(0, 60)) {
    const { thing } = mention.clue;
    const named = thing?.kind === "state" || thing?.kind === "capital";
    if (named && !sides.includes(thing.id)) sides.push(thing.id);
  }
  return sides.length === 2 ? sides : [];
}
