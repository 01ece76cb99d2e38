/**
 * Voices: whose official word a telling is in the end.
 *
 * Takes a chain and what is known of the document; gives the side that answers
 * for it, an actor's id, or `null` for the outlet's own word and for sources
 * that nobody can name. A readout is its government's word whoever speaks in
 * it; in the press it is the side of the first who hands the words on. What an
 * outlet tells of a closed room without saying from whom is the outlet's own.
 */

import type { Actor, ChainLink } from "../reading/reading.ts";

export interface Ground {
  /** Whose official paper it is. */
  side: string | null;
  actors: ReadonlyMap<string, Actor>;
  /** Ids of those who took part in the contact. */
  participants: ReadonlySet<string>;
}

/** @param addressee whom the last of the chain spoke to; `null` when the text does not tell. */
export function voiceOf(
  chain: readonly ChainLink[],
  addressee: string | null,
  ground: Ground,
): string | null {
  if (ground.side !== null) return ground.side;
  const tellers = chain.filter(({ basis }) => basis !== "published" && basis !== "agency");
  const [first] = tellers;
  if (!first || first.actor === null) return null;
  const actor = ground.actors.get(first.actor);
  if (!actor) return null;
  const inTheRoom = tellers.length === 1 && spokeInside(actor, addressee, ground);
  return inTheRoom ? null : sideOf(actor, ground.actors);
}

/** Said by one participant to the others: nobody outside heard it. */
function spokeInside(actor: Actor, addressee: string | null, { participants }: Ground): boolean {
  const members = actor.kind === "group" ? actor.members : [actor.id];
  const took = members.every((id) => participants.has(id));
  return took && (addressee === null || participants.has(addressee));
}

/** The side that an actor speaks for; a group of two sides speaks for neither alone. */
export function sideOf(actor: Actor, actors: ReadonlyMap<string, Actor>): string | null {
  if (actor.kind === "state") return actor.id;
  if (actor.side !== null) return actor.side;
  if (actor.kind !== "group") return null;
  const sides = new Set(
    actor.members.map((id) => {
      const member = actors.get(id);
      return member ? sideOf(member, actors) : null;
    }),
  );
  const [only] = sides;
  return sides.size === 1 ? (only ?? null) : null;
}
