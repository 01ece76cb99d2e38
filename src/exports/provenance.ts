/**
 * Where a row is from: the document, the reader, the people in it, and what
 * persons changed. The same for every export, so that none can leave it out.
 */

import type { CorrectedReading, Correction, Json, Mark, TargetKind } from "../reading/corrections.ts";
import { nameOfLink } from "../reading/link-names.ts";
import type { Actor, ActorKind, ChainLink, Reader, Reading } from "../reading/reading.ts";
import type { DocumentKind } from "../text/document.ts";
import { hullOf, type Passage } from "../text/span.ts";

export interface DocumentFacts {
  id: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
  kind: DocumentKind;
  side: string | null;
  language: string;
  translated: boolean | null;
  address: string | null;
}

export function documentFactsOf({ document }: Reading): DocumentFacts {
  return {
    id: document.id,
    title: document.title?.value ?? null,
    publisher: document.publisher?.value ?? null,
    published: document.published?.value ?? null,
    kind: document.kind.value,
    side: document.side?.value ?? null,
    language: document.language.value,
    translated: document.translated?.value ?? null,
    address: document.address?.value ?? null,
  };
}

export interface NamedActor {
  id: string;
  name: string;
  /** `null` for an id that the Reading does not hold. */
  kind: ActorKind | null;
  side: string | null;
  role: string | null;
}

/** The people of a Reading, by id. */
export class Cast {
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #publisher: string | null;

  constructor({ actors, document }: Pick<Reading, "actors" | "document">) {
    this.#actors = new Map(actors.map((actor) => [actor.id, actor]));
    this.#publisher = document.publisher?.value ?? null;
  }

  of(id: string): NamedActor {
    const actor = this.#actors.get(id);
    if (actor === undefined) return { id, name: id, kind: null, side: null, role: null };
    const { name, kind, side, role } = actor;
    return { id, name, kind, side, role };
  }

  /** The usual name; for somebody whom no list knows the text's words; `null` when there are none. */
  nameIn(link: ChainLink): string | null {
    return nameOfLink(link, (id) => this.of(id).name, this.#publisher);
  }
}

export interface NamedLink {
  id: string | null;
  name: string | null;
  basis: ChainLink["basis"];
  words: Passage;
}

export function namedChain(chain: readonly ChainLink[], cast: Cast): NamedLink[] {
  return chain.map((link) => ({
    id: link.actor,
    name: cast.nameIn(link),
    basis: link.basis,
    words: link.evidence,
  }));
}

/** What a person did to a finding. */
export interface HumanMark {
  correction: string;
  kind: TargetKind;
  finding: string;
  /** `null`: the whole finding. */
  field: string | null;
  action: Correction["action"];
  value: Json;
  /** What the machine had said. */
  former: Json;
  author: string;
  reason: string;
  at: string;
}

export type MadeBy = "machine" | "person";
export type Review = "none" | "accepted" | "changed" | "added";

/** How far it is a person's: told apart in every row. */
export interface Hand {
  /** Who found it. */
  madeBy: MadeBy;
  /** What a person did to it since. */
  review: Review;
  human: HumanMark[];
}

export function humanMarkOf({ finding, kind, field, correction }: Mark): HumanMark {
  const { id, action, value, former, author, reason, at } = correction;
  return { correction: id, kind, finding, field, action, value, former, author, reason, at };
}

/** Marks by the id of their finding. */
export function marksByFinding({ marks }: CorrectedReading): ReadonlyMap<string, HumanMark[]> {
  const found = new Map<string, HumanMark[]>();
  for (const mark of marks.map(humanMarkOf))
    found.set(mark.finding, [...(found.get(mark.finding) ?? []), mark]);
  return found;
}

export function handOf(human: HumanMark[]): Hand {
  const did = (action: Correction["action"]) => human.some((mark) => mark.action === action);
  const added = did("add");
  const review = added ? "added" : did("change") ? "changed" : did("accept") ? "accepted" : "none";
  return { madeBy: added ? "person" : "machine", review, human };
}

/** "Readout 0.1.0, model NAME", for people. */
export function formatReader({ version, model }: Reader): string {
  return `Readout ${version}, ${model === null ? "rules alone" : `model ${model}`}`;
}

/** From the first part to the last, as `[start, end]`; `null` for nothing. */
export function boundsOf(passage: Passage): [number, number] | null {
  const hull = hullOf(passage);
  return hull === null ? null : [hull.start, hull.end];
}

/** The day of a date or moment; `null` when it is not whole ("2021-XX"). */
export function dayOf(value: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value ?? "")?.[0] ?? null;
  return day !== null && !Number.isNaN(Date.parse(day)) ? day : null;
}
