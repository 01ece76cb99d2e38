/**
 * The book of a document's actors: everybody its mentions are tied to, each
 * once, with the role of the day.
 *
 * Listed people take their role from the list on the document's day; others
 * from the title that the text gives them. An actor that no list knows has a
 * key made from its name, so that it is the same in every Reading.
 */

import type { Gazetteer, Term } from "../../lexicon/gazetteer.ts";
import { genderOf } from "../../lexicon/given-names.ts";
import { foldOf } from "../../lexicon/names.ts";
import { slugOf } from "../../lexicon/offices.ts";
import { roleOf } from "../../lexicon/titles.ts";
import type { Clue } from "../mentions/clues.ts";
import type { Actor, ActorKind } from "../reading.ts";
import { termsOn } from "./terms-of-office.ts";

const HONORIFIC_GENDER = new Map<string, "f" | "m">([
  ["mr", "m"],
  ["sir", "m"],
  ["prince", "m"],
  ["mrs", "f"],
  ["lady", "f"],
  ["princess", "f"],
]);

/** A role that the text itself gives to somebody. */
export interface ToldRole {
  /** Key of the role: "foreign-minister". */
  key: string;
  rank: number;
  side: string | null;
  organ: string | null;
  /** The title as the text has it. */
  words: string;
  former: boolean;
}

export class ActorBook {
  readonly actors = new Map<string, Actor>();
  readonly told = new Map<string, ToldRole[]>();
  /** Ids of those to whom the text gives an office, two at most: two are as good as none. */
  readonly holders = new Map<string, Set<string>>();
  /** Told by "Mr" and "Ms". */
  private readonly genders = new Map<string, "f" | "m">();
  private readonly gazetteer: Gazetteer;
  private readonly day: string | null;

  constructor(gazetteer: Gazetteer, day: string | null) {
    this.gazetteer = gazetteer;
    this.day = day;
  }

  tell(id: string, clue: Clue, words: string): void {
    const gender = HONORIFIC_GENDER.get(clue.role?.key ?? "");
    if (gender) this.genders.set(id, gender);
    if (clue.role === null || clue.role.sort === "honorific") return;
    const roles = this.told.get(id) ?? [];
    const office = `${clue.sides[0] ?? ""}:${clue.role.key}`;
    if (!clue.former)
      this.holders.set(office, new Set([...(this.holders.get(office) ?? []), id].slice(0, 2)));
    roles.push({
      key: clue.role.key,
      rank: clue.role.rank,
      side: clue.sides[0] ?? null,
      organ: clue.organ,
      words,
      former: clue.former,
    });
    this.told.set(id, roles);
  }

  /** Keys of the roles that somebody has on the day, by the text and by the list. */
  roleKeysOf(id: string): Set<string> {
    const keys = new Set<string>();
    for (const role of this.told.get(id) ?? []) if (!role.former) keys.add(role.key);
    for (const term of this.terms(id)) keys.add(term.office.slice(term.office.lastIndexOf(":") + 1));
    return keys;
  }

  /** 1 for a leader, 2 for a minister, 3 for deputies and envoys; 9 when nothing tells. */
  rankOf(id: string): number {
    let rank = 9;
    for (const role of this.told.get(id) ?? [])
      if (role.rank > 0 && !role.former) rank = Math.min(rank, role.rank);
    for (const term of this.terms(id)) rank = Math.min(rank, rankOfTerm(term));
    return rank;
  }

  /** The state or organisation that somebody belongs to on the day. */
  sideOf(id: string): string | null {
    const known = this.actors.get(id);
    if (known && known.kind !== "person") return known.kind === "state" ? known.id : known.side;
    const term = this.best(id);
    if (term) return term.office.slice(0, term.office.lastIndexOf(":"));
    const told = this.told.get(id)?.find((role) => role.side !== null)?.side;
    return told ?? this.gazetteer.personOf(id)?.side ?? null;
  }

  genderOf(id: string): "f" | "m" | null {
    const told = this.genders.get(id);
    if (told) return told;
    const name = this.actors.get(id)?.name ?? this.gazetteer.personOf(id)?.name;
    if (name === undefined) return null;
    const words = name.split(/[\s-]+/).map(foldOf);
    return genderOf(words[0] ?? "", words[words.length - 1] ?? "");
  }

  person(id: string, nameInText: string): string {
    const listed = this.gazetteer.personOf(id);
    return this.put(id, "person", listed?.name ?? nameInText, null);
  }

  /** A state, organ or organisation, by its id. */
  thing(id: string, name: string, kind: ActorKind, side: string | null): string {
    return this.put(id, kind, name, kind === "state" ? null : side);
  }

  state(id: string): string {
    const thing = this.gazetteer.thingOf(id);
    const kind: ActorKind = thing?.kind === "organisation" ? "organisation" : "state";
    return this.put(
      id,
      kind,
      thing?.name ?? id,
      thing?.kind === "state" || thing?.side === id ? null : (thing?.side ?? null),
    );
  }

  organ(side: string, key: string): string {
    const id = `${side}:${key}`;
    const listed = this.gazetteer.thingOf(id);
    const state = this.gazetteer.thingOf(side)?.name ?? side;
    const label = key.charAt(0).toUpperCase() + key.slice(1).replaceAll("-", " ");
    return this.put(id, "organ", listed?.name ?? `${label} of ${state}`, side);
  }

  office(id: string): string {
    const office = this.gazetteer.officeOf(id);
    return this.put(id, "office", office?.name ?? id, office?.side ?? null);
  }

  group(members: readonly string[]): string {
    const sorted = [...new Set(members)].sort();
    const id = `group:${sorted.join("+")}`;
    const names = sorted.map((member) => this.actors.get(member)?.name ?? member);
    this.put(id, "group", names.join(" and "), null);
    const actor = this.actors.get(id);
    if (actor) actor.members = sorted;
    return id;
  }

  unnamed(words: string, side: string | null): string {
    const bare = words.replace(/^(?:the|a|an|some|one|several|another|these|those|two|three)\s+/i, "");
    const id = `unnamed:${side === null ? "" : `${side}:`}${slugOf(bare)}`;
    return this.put(id, "unnamed", bare, side);
  }

  private put(id: string, kind: ActorKind, name: string, side: string | null): string {
    if (!this.actors.has(id)) this.actors.set(id, { id, kind, name, side, role: null, members: [] });
    return id;
  }

  /** All actors with side and role, and the sides themselves. */
  closed(): Actor[] {
    for (const actor of [...this.actors.values()]) {
      if (actor.kind === "person") {
        actor.side = this.sideOf(actor.id);
        actor.role = this.roleNameOf(actor.id);
      }
      if (actor.side !== null && !this.actors.has(actor.side)) this.state(actor.side);
    }
    return [...this.actors.values()];
  }

  private roleNameOf(id: string): string | null {
    const term = this.best(id);
    if (term) return this.gazetteer.officeOf(term.office)?.name ?? null;
    const told = this.told.get(id)?.[0];
    if (!told) return null;
    const office =
      told.side && roleOf(told.key)?.sort === "office"
        ? this.gazetteer.officeOf(`${told.side}:${told.key}`)
        : null;
    return office && !told.former ? office.name : told.words;
  }

  private best(id: string): Term | null {
    let best: Term | null = null;
    for (const term of this.terms(id)) {
      const order = best === null ? -1 : orderOf(term) - orderOf(best);
      // Of two offices alike the later one: an acting president is still prime minister.
      if (order < 0 || (order === 0 && best !== null && term.start > best.start)) best = term;
    }
    return best;
  }

  private terms(id: string): Term[] {
    return this.day === null ? [] : termsOn(this.gazetteer, id, this.day);
  }
}

/** A king who is his own prime minister is a king. */
function orderOf(term: Term): number {
  return rankOfTerm(term) + (term.office.endsWith(":prime-minister") ? 0.5 : 0);
}

function rankOfTerm(term: Term): number {
  const role = roleOf(term.office.slice(term.office.lastIndexOf(":") + 1));
  return role && role.rank > 0 ? role.rank : 5;
}
