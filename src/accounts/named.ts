/**
 * Named: whom a document names, and how often. A paper that tells a contact by
 * colour alone ("the Russian waved it off") still names its two sides more than
 * any other.
 *
 * Takes a Reading, gives everybody in it with his side; which contact that
 * fits is left to `fits.ts`.
 */

import { demonymIn } from "../lexicon/demonym-look.ts";
import { nameKeyOf, nameWordsOf } from "../lexicon/names.ts";
import { successorOf } from "../lexicon/successors.ts";
import type { Actor, Reading } from "../reading/reading.ts";
import { wordsIn } from "../text/words.ts";

/** Somebody who took part, or is named. */
export interface Party {
  /** Actor's id. */
  id: string;
  name: string;
  /** State or organisation it belongs to, or is; the actor itself when nothing tells. */
  side: string;
  /** Whether it is a person, and not an office, state or organ that may stand for several. */
  person: boolean;
}

export interface NamedParty extends Party {
  /** Places that name it, the headline's counted twice. */
  times: number;
}

export function partyOf(id: string, actor: Actor | undefined): Party {
  return {
    id,
    name: actor?.name ?? id,
    side: successorOf(actor?.side ?? id),
    person: actor === undefined || actor.kind === "person" || actor.kind === "unnamed",
  };
}

const LEADS = /^(?:the )?(?:head of state|head of government|(?:state )?president of the republic)$/i;
const LEADER = /^(?:president|prime minister|king|emir|head of state)\b/i;

/**
 * The actors of a Reading. In an official text "the Head of State, Vale", whose
 * state it does not tell, is its own, where it names no other leader of it.
 */
export function actorsOf({ document, actors }: Reading): ReadonlyMap<string, Actor> {
  const own = document.side?.value ?? null;
  const leads = (actor: Actor) =>
    actor.kind === "person" && actor.side === null && LEADS.test(actor.role ?? "");
  const [leader, ...others] = own === null ? [] : actors.filter(leads);
  const hasOther = actors.some(({ side, role }) => side === own && LEADER.test(role ?? ""));
  const isOwn = leader !== undefined && others.length === 0 && !hasOther;
  return new Map(
    actors.map((actor) => [actor.id, isOwn && actor === leader ? { ...actor, side: own } : actor]),
  );
}

/** Persons by name and title, not by pronouns alone; states by themselves, their organs and their people ("the Russians"). By id. */
export function namedIn(reading: Reading, known: ReadonlyMap<string, Actor>): NamedParty[] {
  const { document, mentions } = reading;
  const titleEnd = document.regions.find(({ kind }) => kind === "headline")?.end ?? 0;
  const named = new Map<string, NamedParty>();
  const count = (party: Party, start: number) => {
    const times = (named.get(party.id)?.times ?? 0) + (start < titleEnd ? 2 : 1);
    named.set(party.id, { ...party, times });
  };
  for (const { form, link, start } of mentions) {
    const actor = form === "pronoun" ? undefined : known.get(link.actor ?? "");
    if (actor === undefined) continue;
    const ids = actor.kind === "group" ? actor.members : [actor.id];
    for (const id of ids) count(namedAs(id, known.get(id)), start);
  }
  for (const { start, side } of demonymsIn(reading)) count(namedAs(side, known.get(side)), start);
  return [...named.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Nothing tells its side. */
export function isStranger({ person, side, id }: Party): boolean {
  return person && side === id;
}

/** A person as himself, all others as the state or organisation that they belong to. */
function namedAs(id: string, actor: Actor | undefined): Party {
  if (actor?.kind === "person") return partyOf(id, actor);
  const side = successorOf(actor?.side ?? id);
  return { id: side, name: side, side, person: false };
}

/** "The Iraqi went on": an adjective that no mention holds. */
function demonymsIn({ document, sentences, mentions }: Reading): { start: number; side: string }[] {
  let next = 0;
  return sentences
    .flatMap((sentence) => wordsIn(document.text, sentence))
    .flatMap(({ form, start, end }) => {
      const side = /^\p{Lu}\p{Ll}/u.test(form) ? demonymIn(form) : null;
      if (side === null) return [];
      while ((mentions[next]?.end ?? end) < end) next++;
      const mention = mentions[next];
      const isInside = mention !== undefined && mention.start <= start && mention.link.actor !== null;
      return isInside ? [] : [{ start, side }];
    });
}

/**
 * Whether two are one: by id; or by name, where no list knows one of them
 * ("Mr Sharif", "Muhammad Nawaz Sharif").
 */
export function isSameParty(a: Party, b: Party): boolean {
  if (a.id === b.id) return true;
  const isListed = (party: Party) => !party.id.startsWith("name:");
  if (!a.person || !b.person || (isListed(a) && isListed(b))) return false;
  const [fewer = [], more = []] = [a, b]
    .map(({ name }) => nameWordsOf(name).map(nameKeyOf))
    .sort((x, y) => x.length - y.length);
  return fewer.length > 0 && fewer.every((key) => more.includes(key));
}
