/**
 * The comparison: several accounts of one contact, point by point.
 *
 * Takes a contact, its accounts with all that they tell, what is a copy of what,
 * and the encoder's vectors for contents where there are any; gives the points
 * with their verdicts. Facts come first, then statements and tracks in the
 * order in which the accounts tell them. Which documents belong together and
 * which are copies is decided elsewhere (`groups.ts`, `copies.ts`). Other
 * weights than the fitted ones are for measuring.
 */

import type { Actor } from "../reading/reading.ts";
import type { ComparedActor, Comparison, ContactGroup, Origin, Point } from "./accounts.ts";
import { clustersOf } from "./alignment.ts";
import { factsOf } from "./facts.ts";
import type { PairWeights } from "./pairing.ts";
import { factPoints, type PointGround, statementPoint, trackPoint } from "./points.ts";
import { reconciled } from "./reconciled.ts";
import type { Told, ToldInFull } from "./tellings.ts";
import { tracksOf } from "./track-points.ts";
import { sideOf } from "./voices.ts";

/** Of a content's words, of unit length; `null` without a model. */
export type VectorOf = (text: string) => Float32Array | null;

export function comparisonOf(
  contact: ContactGroup,
  accounts: readonly ToldInFull[],
  origins: readonly Origin[],
  vectorOf: VectorOf,
  weights?: PairWeights,
): Comparison {
  const ordered = inOrder(contact, accounts);
  const actors = tellersOf(ordered);
  const ground: PointGround = {
    accounts: ordered.map(({ account }) => account),
    byId: new Map(ordered.map(({ account }) => [account.id, account])),
    actors,
    nameOf: (id) => actors.get(id)?.name ?? id,
    faceToFace: contact.kind === "meeting" || contact.kind === "visit",
    visit: contact.kind === "visit",
  };
  const sides = sidesOf(contact, actors);
  const tellings = ordered.flatMap((one) => one.tellings);
  const vectors = tellings.map(({ text }) => vectorOf(text));
  const { clusters, tracks } = reconciled(
    clustersOf(tellings, vectors, actors, presentIn(contact, actors), weights),
    tracksOf(ordered),
  );
  const points: Point[] = [
    ...factsOf(ordered, sides).flatMap((fact) => factPoints(fact, ground)),
    ...clusters.map((cluster) => statementPoint(cluster, ground)),
    ...tracks.map((track) => trackPoint(track, ground)),
  ];
  return {
    contact,
    actors: comparedActors(points, contact, actors),
    accounts: [...ground.accounts],
    origins: [...origins],
    points: sorted(points, ground),
  };
}

/** As the contact lists them; an account that it does not list comes after, by id. */
function inOrder(contact: ContactGroup, accounts: readonly ToldInFull[]): ToldInFull[] {
  const rank = new Map(contact.accounts.map((id, i) => [id, i]));
  const rankOf = ({ account }: ToldInFull) => rank.get(account.id) ?? contact.accounts.length;
  return [...accounts].sort((a, b) => rankOf(a) - rankOf(b) || (a.account.id < b.account.id ? -1 : 1));
}

/** The same actor in every Reading; of two tellings of it the first that knows its side counts. */
export function tellersOf(accounts: readonly Told[]): Map<string, Actor> {
  const actors = new Map<string, Actor>();
  for (const { reading } of accounts) {
    for (const actor of reading.actors) {
      const known = actors.get(actor.id);
      if (!known || (known.side === null && actor.side !== null)) actors.set(actor.id, actor);
    }
  }
  return actors;
}

/** Those who took part and their sides. */
export function presentIn(contact: ContactGroup, actors: ReadonlyMap<string, Actor>): Set<string> {
  return new Set([...contact.participants, ...sidesOf(contact, actors)]);
}

/** The sides of those who took part. */
function sidesOf(contact: ContactGroup, actors: ReadonlyMap<string, Actor>): Set<string> {
  return new Set(
    contact.participants.flatMap((id) => {
      const actor = actors.get(id);
      return actor ? (sideOf(actor, actors) ?? []) : [];
    }),
  );
}

function sorted(points: readonly Point[], { accounts }: PointGround): Point[] {
  const rank = new Map(accounts.map(({ id }, i) => [id, i]));
  const isFact = (point: Point) => (point.kind === "fact" ? 0 : 1);
  const first = (point: Point) => point.cells[0];
  return points
    .map((point, i) => ({ point, i }))
    .sort(({ point: a, i }, { point: b, i: j }) => {
      if (isFact(a) !== isFact(b) || isFact(a) === 0) return isFact(a) - isFact(b) || i - j;
      const [one, other] = [first(a), first(b)];
      return (
        (rank.get(one?.account ?? "") ?? 0) - (rank.get(other?.account ?? "") ?? 0) ||
        (one?.words[0]?.start ?? 0) - (other?.words[0]?.start ?? 0) ||
        (a.id < b.id ? -1 : 1)
      );
    })
    .map(({ point }) => point);
}

function comparedActors(
  points: readonly Point[],
  contact: ContactGroup,
  actors: ReadonlyMap<string, Actor>,
): ComparedActor[] {
  const used = new Set<string>(contact.participants);
  for (const { cells } of points) {
    for (const { speaker, addressee, side, chain, value } of cells) {
      for (const id of [speaker, addressee, side, value, ...chain.map(({ actor }) => actor)])
        if (id !== null) used.add(id);
    }
  }
  return [...used].sort().flatMap((id) => {
    const actor = actors.get(id);
    return actor ? [{ id, name: actor.name, side: actor.side, role: actor.role }] : [];
  });
}
