/**
 * The archive: a store with the reader and the comparisons over it. Command
 * line, server and library all call it, so they give the same answers.
 *
 * It brings store, reader, `accounts` and `ledger` together and decides nothing
 * about language itself. What it computes from the store (contacts, comparisons,
 * the ledger) is kept in memory and made anew where documents, Readings or
 * corrections changed; nothing of it is stored.
 */

import { createHash } from "node:crypto";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Commitment, Position } from "../ledger/ledger.ts";
import { type ReadOptions, readerOf, readWhole } from "../reader.ts";
import { correctedReadingOf } from "../reading/corrected.ts";
import type { CorrectedReading, Correction } from "../reading/corrections.ts";
import type { Actor, Reader, Reading } from "../reading/reading.ts";
import { openStore } from "../store/open.ts";
import type { Store, StoredDocument } from "../store/store.ts";
import { actorsMeant, actorsNamed, listedActor } from "./actors.ts";
import type {
  ArchivedComparison,
  ContactSummary,
  CorrectionDraft,
  QueueOptions,
  ReviewProgress,
} from "./answers.ts";
import { Comparisons } from "./comparisons.ts";
import { Contacts } from "./contacts.ts";
import { correctionFrom } from "./correcting.ts";
import { ledgerOf, positionsOf } from "./ledgers.ts";
import { PerRevision } from "./per-revision.ts";
import { queueOf, Targets } from "./queue.ts";

export interface ArchiveOptions {
  /** A path of a SQLite file, or `postgres://…`. */
  address: string;
  /** Makes the store when there is none; `true` when absent. */
  create?: boolean;
  /** Read by rules alone, and compare by words alone. */
  rules?: boolean;
  /** Lists of the user's own actors. */
  actors?: readonly string[];
  /** The clock, for tests. */
  now?: () => Date;
}

export interface Added {
  document: StoredDocument;
  /** `false` when the same bytes were there already. */
  added: boolean;
  reading: Reading;
}

export interface ArchiveSize {
  documents: number;
  contacts: number;
}

export interface Archive {
  readonly store: Store;
  /** Reads a document and keeps both; one that is there already is not read again. */
  add(input: Uint8Array, options?: ReadOptions): Promise<Added>;
  /** Reads a kept document again with this reader and keeps the new Reading beside the old; `null` when there is no such document. */
  readAgain(document: string, signal?: AbortSignal): Promise<Reading | null>;
  /** The newest Reading with its corrections laid over. */
  reading(document: string): Promise<CorrectedReading | null>;
  /** By date, then id. */
  contacts(): Promise<ContactSummary[]>;
  comparison(contact: string, signal?: AbortSignal): Promise<ArchivedComparison | null>;
  size(): Promise<ArchiveSize>;
  /** Everybody in the record, by id; without a role, which is that of a day. */
  actors(): Promise<ReadonlyMap<string, Actor>>;
  /** From the record or the list. */
  actor(id: string): Promise<Actor | null>;
  /** Whose name has a word that begins so: those of the record first, then those of the list; 50 at most. */
  actorsNamed(beginning: string): Promise<Actor[]>;
  /** Who is meant by an id or a name; several to choose from where it may be any of them. */
  actorsMeant(typed: string): Promise<Actor[]>;
  /** Who reads what is added now. */
  reader(): Promise<Reader>;
  /** Throws a CorrectionError when it does not fit. */
  correct(draft: CorrectionDraft): Promise<Correction>;
  /** Least certain first. */
  queue(options?: QueueOptions): Promise<ReviewProgress>;
  /** By day of the first telling. */
  ledger(): Promise<Commitment[]>;
  /** @param actor id of a person or office; for a state all who speak for it. */
  positions(actor: string, subject?: string): Promise<Position[]>;
  close(): Promise<void>;
}

export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const store = await openStore(
    options.address,
    options.create === undefined ? {} : { create: options.create },
  );
  return new StoreArchive(store, options);
}

class StoreArchive implements Archive {
  readonly store: Store;
  readonly #options: ArchiveOptions;
  readonly #contacts: Contacts;
  readonly #comparisons: Comparisons;
  readonly #ledger: PerRevision<Commitment[]>;
  readonly #targets: Targets;

  constructor(store: Store, options: ArchiveOptions) {
    this.store = store;
    this.#options = options;
    this.#contacts = new Contacts(store, options.actors ?? []);
    this.#comparisons = new Comparisons(store, options.rules === true);
    this.#targets = new Targets(store);
    this.#ledger = new PerRevision(store, () => ledgerOf(store, options.rules === true));
  }

  async add(input: Uint8Array, options: ReadOptions = {}): Promise<Added> {
    const id = createHash("sha256").update(input).digest("hex");
    const there = await this.store.document(id);
    const kept = there === null ? null : await this.store.reading(id);
    if (there !== null && kept !== null) return { document: there, added: false, reading: kept };
    const { reading } = await readWhole(input, { ...this.#reader(), ...options });
    const draft = { bytes: input, name: options.name ?? null, given: givenOf(options), reading };
    return { ...(await this.store.add(draft)), reading };
  }

  async readAgain(document: string, signal?: AbortSignal): Promise<Reading | null> {
    const kept = await this.store.bytesOf(document);
    if (kept === null) return null;
    const stored = await this.store.document(document);
    const { reading } = await readWhole(kept.bytes, {
      ...this.#reader(),
      ...kept.given,
      ...(stored?.name ? { name: stored.name } : {}),
      ...(signal ? { signal } : {}),
    });
    await this.store.saveReading(reading);
    return reading;
  }

  async reading(document: string): Promise<CorrectedReading | null> {
    const reading = await this.store.reading(document);
    return reading === null ? null : correctedReadingOf(reading, await this.store.corrections(document));
  }

  async contacts(): Promise<ContactSummary[]> {
    return (await this.#contacts.all()).summaries;
  }

  async comparison(contact: string, signal?: AbortSignal): Promise<ArchivedComparison | null> {
    const group = await this.#contacts.group(contact);
    return group === null ? null : this.#comparisons.of(group, signal);
  }

  async size(): Promise<ArchiveSize> {
    const { digests, summaries } = await this.#contacts.all();
    return { documents: digests.length, contacts: summaries.length };
  }

  async actors(): Promise<ReadonlyMap<string, Actor>> {
    return (await this.#contacts.all()).actors;
  }

  async actor(id: string): Promise<Actor | null> {
    const recorded = (await this.actors()).get(id);
    return recorded ?? listedActor(id, await loadGazetteer(this.#options.actors));
  }

  async actorsNamed(beginning: string): Promise<Actor[]> {
    return actorsNamed(beginning, await this.actors(), await loadGazetteer(this.#options.actors));
  }

  async actorsMeant(typed: string): Promise<Actor[]> {
    return actorsMeant(typed, await this.actors(), await loadGazetteer(this.#options.actors));
  }

  reader(): Promise<Reader> {
    return readerOf(this.#reader());
  }

  correct(draft: CorrectionDraft): Promise<Correction> {
    return correctionFrom(draft, this.store, this.#options.now?.() ?? new Date());
  }

  async queue(options: QueueOptions = {}): Promise<ReviewProgress> {
    const { contact } = options;
    const { digests, groups } = await this.#contacts.all();
    const group = contact === undefined ? null : (groups.find(({ id }) => id === contact) ?? null);
    return queueOf(digests, options, group, this.#targets);
  }

  ledger(): Promise<Commitment[]> {
    return this.#ledger.value();
  }

  positions(actor: string, subject?: string): Promise<Position[]> {
    return positionsOf(this.store, actor, subject ?? null, this.#options.rules === true);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  #reader(): Pick<ReadOptions, "rules" | "actors"> {
    const { rules, actors } = this.#options;
    return { ...(rules === undefined ? {} : { rules }), ...(actors === undefined ? {} : { actors }) };
  }
}

/** What was said of the document beforehand, to read it again by. */
function givenOf({ signal: _, rules: __, actors: ___, name: ____, ...facts }: ReadOptions): {
  [key: string]: string | boolean;
} {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string | boolean] => {
      return typeof entry[1] === "string" || typeof entry[1] === "boolean";
    }),
  );
}
