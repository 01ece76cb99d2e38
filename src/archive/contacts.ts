/**
 * Contacts of a store: which documents tell of the same one, as machine and
 * persons have it; and who is in the record at all.
 */

import { parseAccountId } from "../accounts/account-of.ts";
import type { ContactGroup } from "../accounts/accounts.ts";
import { type GroupingByHand, groupsFrom } from "../accounts/groups.ts";
import type { ContactHead, Party } from "../accounts/heads.ts";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { Gazetteer } from "../lexicon/gazetteer.ts";
import { standing } from "../reading/corrected.ts";
import { samePlaces } from "../reading/corrections/anchors.ts";
import type { Correction, GroupingTarget } from "../reading/corrections.ts";
import type { Actor } from "../reading/reading.ts";
import type { Store } from "../store/store.ts";
import type { Passage } from "../text/span.ts";
import type { ContactSummary } from "./answers.ts";
import { type Digest, Digests } from "./digests.ts";
import { PerRevision } from "./per-revision.ts";

interface All {
  groups: ContactGroup[];
  /** By date, then id. */
  summaries: ContactSummary[];
  /** Everybody in the record, by id. Without a role, which is that of a day. */
  actors: ReadonlyMap<string, Actor>;
  /** One of each document, in the order of their ids. */
  digests: Digest[];
}

export class Contacts {
  readonly #store: Store;
  readonly #actors: readonly string[];
  readonly #all: PerRevision<All>;
  readonly #digests: Digests;

  /** @param actors lists of the user's own actors. */
  constructor(store: Store, actors: readonly string[]) {
    this.#store = store;
    this.#actors = actors;
    this.#digests = new Digests(store);
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
    const known = await this.#digests.all(corrections);
    const gazetteer = await loadGazetteer(this.#actors);
    const heads = known.flatMap((one) => one.heads);
    const byAccount = new Map(heads.map((head) => [head.account, head]));
    const groups = groupsFrom(heads, byHandFrom(corrections, known));
    return {
      groups,
      summaries: groups.map((group) => summaryOf(group, byAccount, gazetteer)),
      actors: new Map(known.flatMap(({ actors }) => actors.map((actor) => [actor.id, actor]))),
      digests: known,
    };
  }
}

function byHandFrom(corrections: readonly Correction[], known: readonly Digest[]): GroupingByHand[] {
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
      .filter((one) => parseAccountId(one.account).document === document && samePlaces(one.anchor, anchor))
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
