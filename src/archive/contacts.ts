/**
 * Contacts of a store: which documents tell of the same one, as machine and
 * persons have it; and the actors of all its Readings. Heads and actors of
 * documents that did not change are kept in memory.
 */

import type { ContactGroup } from "../accounts/accounts.ts";
import { type GroupingByHand, groupsFrom } from "../accounts/groups.ts";
import { type ContactHead, headsOf, type Party } from "../accounts/heads.ts";
import { correctedReadingOf, standing } from "../reading/corrected.ts";
import { anchoredIn, samePlaces } from "../reading/corrections/anchors.ts";
import type { Correction, GroupingTarget } from "../reading/corrections.ts";
import type { Actor } from "../reading/reading.ts";
import type { Store, StoredDocument } from "../store/store.ts";
import type { Passage } from "../text/span.ts";
import type { ContactSummary } from "./answers.ts";

interface Known {
  /** Of the Reading and its corrections: while it stays, the heads stay. */
  key: string;
  heads: ContactHead[];
  /** Words that name each contact, by account. */
  anchors: { account: string; anchor: Passage }[];
  actors: Actor[];
}

export class Contacts {
  readonly #store: Store;
  #known = new Map<string, Known>();
  #revision = -1;
  #summaries: ContactSummary[] = [];
  #actors: ReadonlyMap<string, Actor> = new Map();

  constructor(store: Store) {
    this.#store = store;
  }

  async group(id: string): Promise<ContactGroup | null> {
    return (await this.summaries()).find((one) => one.id === id) ?? null;
  }

  /** By date, then id. */
  async summaries(): Promise<ContactSummary[]> {
    await this.#renew();
    return this.#summaries;
  }

  /** Everybody in the record, by id. Without a role, which is that of a day. */
  async actors(): Promise<ReadonlyMap<string, Actor>> {
    await this.#renew();
    return this.#actors;
  }

  async #renew(): Promise<void> {
    const revision = await this.#store.revision();
    if (revision === this.#revision) return;
    const corrections = await this.#store.corrections();
    await this.#refresh(corrections);
    const known = [...this.#known.values()];
    const heads = known.flatMap((one) => one.heads);
    const byAccount = new Map(heads.map((head) => [head.account, head]));
    this.#summaries = groupsFrom(heads, byHandFrom(corrections, known)).map((group) =>
      summaryOf(group, byAccount),
    );
    this.#actors = new Map(
      known.flatMap(({ actors }) => actors.map((actor) => [actor.id, { ...actor, role: null }] as const)),
    );
    this.#revision = revision;
  }

  async #refresh(corrections: readonly Correction[]): Promise<void> {
    const known = new Map<string, Known>();
    for await (const document of documentsIn(this.#store)) {
      const own = corrections.filter(({ target }) => "document" in target && target.document === document.id);
      const key = JSON.stringify([document.reader, own.map(({ id }) => id)]);
      const there = this.#known.get(document.id);
      known.set(document.id, there?.key === key ? there : await this.#headsOf(document, own, key));
    }
    this.#known = known;
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

function summaryOf(group: ContactGroup, heads: ReadonlyMap<string, ContactHead>): ContactSummary {
  const own = group.accounts.flatMap((account) => heads.get(account) ?? []);
  const parties = new Map(
    own.flatMap((head) => head.parties.map((party): [string, Party] => [party.id, party])),
  );
  const present = group.participants.flatMap((id) => parties.get(id) ?? []);
  return {
    ...group,
    names: present.map(({ name }) => name),
    sides: [...new Set(present.map(({ side }) => side))].sort(),
    publishers: [...new Set(own.flatMap(({ publisher }) => publisher ?? []))].sort(),
  };
}
