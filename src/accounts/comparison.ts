/**
 * The comparison: several accounts of one contact, point by point.
 *
 * Takes a contact, its accounts with all that they tell, what is a copy of what,
 * and the model's numbers where there are any: vectors of contents, by which the
 * accounts are laid out, and how the pairs that are near stand; gives the points
 * with their verdicts. Facts come first, then statements and tracks in the
 * order in which the accounts tell them. Which documents belong together and
 * which are copies is decided elsewhere (`groups.ts`, `copies.ts`). Other
 * weights than the fitted ones are for measuring.
 */

import type { Actor } from "../reading/reading.ts";
import type { ComparedActor, Comparison, ContactGroup, Origin, Point } from "./accounts.ts";
import type { Cluster } from "./alignment.ts";
import { factsOf } from "./facts.ts";
import type { FactGround } from "./judge-facts.ts";
import { pairText } from "./pair-text.ts";
import { type Pairing, pairingOf } from "./pairing.ts";
import { factPoints, type PointGround, pairsJudged, statementPoint, trackPoint } from "./points.ts";
import type { StandsOf, TextPair } from "./read-pairs.ts";
import { reconciled } from "./reconciled.ts";
import type { Told, ToldInFull } from "./tellings.ts";
import { sentenceOf } from "./told-facts.ts";
import { tracksOf } from "./track-points.ts";
import { sideOf } from "./voices.ts";

/** Of a content's words, of unit length; `null` without a model. */
export type VectorOf = (text: string) => Float32Array | null;

/** What the model is to read of the accounts' tellings. */
export function textsToRead(accounts: readonly ToldInFull[]): string[] {
  const actors = tellersOf(accounts);
  return accounts.flatMap(({ tellings }) => tellings.map((telling) => pairText(telling, actors)));
}

/** A contact's accounts with their tellings laid side by side, before they are compared. */
export interface LaidOut {
  contact: ContactGroup;
  /** As the contact lists them. */
  accounts: readonly ToldInFull[];
  actors: ReadonlyMap<string, Actor>;
  sides: ReadonlySet<string>;
  pairing: Pairing;
}

export function laidOut(contact: ContactGroup, accounts: readonly ToldInFull[], vectorOf: VectorOf): LaidOut {
  const ordered = inOrder(contact, accounts);
  const actors = tellersOf(ordered);
  const sides = sidesOf(contact, actors);
  const tellings = ordered.flatMap((one) => one.tellings);
  const texts = tellings.map((telling) => pairText(telling, actors));
  const present = new Set([...contact.participants, ...sides]);
  return {
    contact,
    accounts: ordered,
    actors,
    sides,
    pairing: pairingOf(tellings, texts, texts.map(vectorOf), actors, present),
  };
}

/** Every two tellings of a row: what the judge asks of the model, beyond what rows were made by. */
export function pairsInRows({ actors }: LaidOut, rows: readonly Cluster[]): TextPair[] {
  return rows.flatMap(({ tellings }) => {
    const texts = tellings.map((telling) => pairText(telling, actors));
    return pairsJudged(tellings.length).map(([i, j]): TextPair => [texts[i] ?? "", texts[j] ?? ""]);
  });
}

function factGroundOf({ contact, accounts, actors }: LaidOut): FactGround {
  const readings = new Map(accounts.map(({ account, reading }) => [account.id, reading]));
  return {
    actors,
    accounts: new Map(accounts.map(({ account }) => [account.id, account])),
    faceToFace: contact.kind === "meeting" || contact.kind === "visit",
    visit: contact.kind === "visit",
    sentenceOf: ({ account, words: [first] }) => {
      const reading = readings.get(account);
      const sentence = reading && first && sentenceOf(reading.sentences, first);
      const text = sentence && reading?.document.text.slice(sentence.start, sentence.end);
      return (text ?? first?.words ?? "").replace(/\s+/g, " ").trim();
    },
  };
}

/**
 * @param rows the tellings that are one point (`clustersOf`).
 * @param standsOf what the model made of the pairs that it was asked for.
 */
export function comparisonOf(
  laid: LaidOut,
  rows: readonly Cluster[],
  origins: readonly Origin[],
  standsOf: StandsOf,
): Comparison {
  const { contact, accounts, actors, sides } = laid;
  const facts = factGroundOf(laid);
  const ground: PointGround = {
    accounts: accounts.map(({ account }) => account),
    byId: facts.accounts,
    actors,
    nameOf: (id) => actors.get(id)?.name ?? id,
    standsOf,
    facts,
  };
  const { clusters, tracks } = reconciled(rows, tracksOf(accounts));
  const points: Point[] = [
    ...factsOf(accounts, sides).flatMap((fact) => factPoints(fact, ground)),
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
function tellersOf(accounts: readonly Told[]): Map<string, Actor> {
  const actors = new Map<string, Actor>();
  for (const { reading } of accounts) {
    for (const actor of reading.actors) {
      const known = actors.get(actor.id);
      if (!known || (known.side === null && actor.side !== null)) actors.set(actor.id, actor);
    }
  }
  return actors;
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
