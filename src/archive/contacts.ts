/**
 * Contacts of a store: which documents tell of the same one, as machine and
 * persons have it; and the actors of all its Readings. Heads and actors of
 * documents that did not change are kept in memory.
 */

import type { ContactGroup } from "../accounts/accounts.ts";
import { type GroupingByHand, groupsFrom } from "../accounts/groups.ts";
import { type ContactHead, headsOf, type Party } from "../accounts/heads.ts";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import { correctedReadingOf, standing } from "../reading/corrected.ts";
import { anchoredIn, samePlaces } from "../reading/corrections/anchors.ts";
import type { Correction, GroupingTarget } from "../reading/corrections.ts";
import type { Actor } from "../reading/reading.ts";
import type { Store, StoredDocument } from "../store/store.ts";
import type { Passage } from "../text/span.ts";
import type { ContactSummary } from "./answers.ts";
import { PerRevision } from "./per-revision.ts";

interface Known {
  /** Of the Reading and its corrections: while it stays, the heads stay. */
  key: string;
  heads: ContactHead[];
  /** Words that name each contact, by account. */
  anchors: { account: string; anchor: Passage }[];
  actors: Actor[];
}

interface All {
  groups: ContactGroup[];
  /** By date, then id. */
  summaries: ContactSummary[];
  /** Everybody in the record, by id. Without a role, which is that of a day. */
  actors: ReadonlyMap<string, Actor>;
  /** How many documents there are. */
  documents: number;
}

export class Contacts {
  readonly #store: Store;
  readonly #actors: readonly string[];
  readonly #all: PerRevision<All>;
  #known = new Map<string, Known>();

  /** @param actors lists of the user's own actors. */
  constructor(store: Store, actors: readonly string[]) {
    this.#store = store;
    this.#actors = actors;
    this.#all = new PerRevision(store, () => this.#made());
  }

  all(): Promise<All> {
    return this.#all.value();
  }

  async group(id: string): Promise<ContactGroup | null> {
    return (await this.all()).groups.find((one) => one.id === id) ?? null;
  }

  async #made(): Promise<All> {
    const corrections = await this.#store.corrections();
    const known = await this.#refreshed(corrections);
    const gazetteer = await loadGazetteer(this.#actors);
    const heads = known.flatMap((one) => one.heads);
    const byAccount = new Map(heads.map((head) => [head.account, head]));
    const groups = groupsFrom(heads, byHandFrom(corrections, known));
    return {
      groups,
      summaries: groups.map((group) => summaryOf(group, byAccount, gazetteer)),
      actors: new Map(
        known.flatMap(({ actors }) => actors.map((actor) => [actor.id, { ...actor, role: null }] as const)),
      ),
      documents: known.length,
    };
  }

  async #refreshed(corrections: readonly Correction[]): Promise<Known[]> {
    const byDocument = byDocumentOf(corrections);
    const known = new Map<string, Known>();
    for await (const document of documentsIn(this.#store)) {
      const own = byDocument.get(document.id) ?? [];
      const key = JSON.stringify([document.reader, own.map(({ id }) => id)]);
      const there = this.#known.get(document.id);
      known.set(document.id, there?.key === key ? there : await this.#headsOf(document, own, key));
    }
    this.#known = known;
    return [...known.values()];
  }

  async #headsOf({ id }: StoredDocument, own: readonly Correction[], key: string): Promise<Known> {
    const kept = await this.#store.reading(id);
    if (kept === null) return { key, heads: [], anchors: [], actors: [] };
    const { reading } = correctedReadingOf(kept, own);
    const anchors = anchoredIn(kept, "contact").map((one) => ({
      account: `${id}/${one.id}`,
      anchor: one.anchor,
    }));
    return { key, heads: headsOf(reading), anchors, actors: reading.actors };
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

function byHandFrom(corrections: readonly Correction[], known: readonly Known[]): GroupingByHand[] {
  const anchors = known.flatMap((one) => one.anchors);
  return standing(corrections).flatMap(({ target, value }) => {
    if (target.kind !== "grouping") return [];
    const accounts = accountsAt(target, anchors);
    return accounts.length < 2 ? [] : [{ same: value === "same", accounts }];
  });
}

function accountsAt(
  { accounts }: GroupingTarget,
  anchors: readonly { account: string; anchor: Passage }[],
): string[] {
  return accounts.flatMap(({ document, anchor }) =>
    anchors
      .filter((one) => one.account.startsWith(`${document}/`) && samePlaces(one.anchor, anchor))
      .map(({ account }) => account),
  );
}

function summaryOf(
  group: ContactGroup,
  heads: ReadonlyMap<string, ContactHead>,
  gazetteer: Gazetteer,
): ContactSummary {
  const own = group.accounts.flatMap((account) => heads.get(account) ?? []);
  const parties = new Map(
    own.flatMap((head) => head.parties.map((party): [string, Party] => [party.id, party])),
  );
  const present = group.participants.flatMap((id) => parties.get(id) ?? []);
  return {
    ...group,
    names: present.map(({ name }) => name),
    sides: [...new Set(present.map(({ side }) => side))]
      .sort()
      .map((id) => ({ id, name: gazetteer.thingOf(id)?.name ?? parties.get(id)?.name ?? bareName(id) })),
    publishers: [...new Set(own.flatMap(({ publisher }) => publisher ?? []))].sort(),
  };
}

/** An id that no list knows holds the name that the text gave. */
function bareName(id: string): string {
  return id.replace(/^[a-z]+:/, "").replaceAll("-", " ");
}
