/**
 * Digests: of each document the little that contacts, the queue and the list of
 * actors are made from. A Reading is opened again only when it or its
 * corrections changed.
 */

import { accountIdOf } from "../accounts/account-of.ts";
import { type ContactHead, headsOf } from "../accounts/heads.ts";
import { correctedReadingOf } from "../reading/corrected.ts";
import { anchoredIn } from "../reading/corrections/anchors.ts";
import type { Correction } from "../reading/corrections.ts";
import type { Actor, Reader } from "../reading/reading.ts";
import { StoreError } from "../store/errors.ts";
import type { Store, StoredDocument } from "../store/store.ts";
import type { Passage } from "../text/span.ts";
import { type Doubts, doubtsOf } from "./doubts.ts";

export interface Digest {
  document: string;
  /** Who made the Reading. */
  reader: Reader;
  /** Of the Reading and its corrections: while it stays, the digest stays. */
  key: string;
  heads: ContactHead[];
  /** Words that name each contact, by account. */
  anchors: { account: string; anchor: Passage }[];
  /** Without a role, which is that of a day. */
  actors: Actor[];
  doubts: Doubts;
}

export class Digests {
  readonly #store: Store;
  #known = new Map<string, Digest>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** In the order of the documents' ids. */
  async all(corrections: readonly Correction[]): Promise<Digest[]> {
    const byDocument = byDocumentOf(corrections);
    const known = new Map<string, Digest>();
    for await (const document of documentsIn(this.#store)) {
      const own = byDocument.get(document.id) ?? [];
      const key = JSON.stringify([document.reader, own.map(({ id }) => id)]);
      const there = this.#known.get(document.id);
      known.set(document.id, there?.key === key ? there : await this.#made(document, own, key));
    }
    this.#known = known;
    return [...known.values()];
  }

  async #made({ id, reader }: StoredDocument, own: readonly Correction[], key: string): Promise<Digest> {
    const kept = await this.#store.reading(id);
    if (kept === null)
      throw new StoreError(
        "damaged",
        `Cannot read on: document ${id} has no Reading; run \`readout doctor\``,
      );
    const corrected = correctedReadingOf(kept, own);
    const anchors = [
      ...anchoredIn(kept, "contact").map((one) => ({
        account: accountIdOf(kept, one.id),
        anchor: one.anchor,
      })),
      // A document that tells of no contact by itself is laid beside others as a whole.
      { account: accountIdOf(kept, null), anchor: [] },
    ];
    return {
      document: id,
      reader,
      key,
      heads: headsOf(corrected.reading),
      anchors,
      actors: corrected.reading.actors.map((actor) => ({ ...actor, role: null })),
      doubts: doubtsOf(kept, corrected),
    };
  }
}

function byDocumentOf(corrections: readonly Correction[]): Map<string, Correction[]> {
  const own = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const { target } = correction;
    if (!("document" in target)) continue;
    const there = own.get(target.document);
    if (there === undefined) own.set(target.document, [correction]);
    else there.push(correction);
  }
  return own;
}

async function* documentsIn(store: Store): AsyncGenerator<StoredDocument, void, undefined> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Store["documents"]>> = await store.documents({ limit: 500, after });
    yield* page.items;
    after = page.next;
  } while (after !== null);
}
