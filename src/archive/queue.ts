/**
 * The review queue: what a person should look at, least certain first. Only of
 * what is shown the words are fetched.
 */

import { parseAccountId } from "../accounts/account-of.ts";
import type { ContactGroup } from "../accounts/accounts.ts";
import { anchoredIn } from "../reading/corrections/anchors.ts";
import type { Store } from "../store/store.ts";
import type { QueueOptions, ReviewItem, ReviewProgress } from "./answers.ts";
import type { Digest } from "./digests.ts";
import type { Doubt } from "./doubts.ts";
import { LastFew } from "./last-few.ts";

const DEFAULT_LIMIT = 100;

interface Open extends Doubt {
  digest: Digest;
}

export async function queueOf(
  digests: readonly Digest[],
  { limit = DEFAULT_LIMIT, document }: QueueOptions,
  contact: ContactGroup | null,
  targets: Targets,
): Promise<ReviewProgress> {
  const told =
    contact === null ? null : new Set(contact.accounts.map((account) => parseAccountId(account).document));
  const chosen = digests.filter(
    (one) =>
      (document === undefined || one.document === document) && (told === null || told.has(one.document)),
  );
  const open: Open[] = chosen.flatMap((one) => one.doubts.open.map((doubt) => ({ ...doubt, digest: one })));
  open.sort(leastCertainFirst);
  const items: ReviewItem[] = [];
  for (const one of open.slice(0, limit)) items.push(await itemFrom(one, targets));
  return { items, judged: chosen.reduce((sum, { doubts }) => sum + doubts.judged, 0), open: open.length };
}

async function itemFrom(
  { digest, statement, confidence, reason }: Open,
  targets: Targets,
): Promise<ReviewItem> {
  const { document } = digest;
  const target = (await targets.of(digest)).get(statement);
  if (target === undefined) throw new Error(`document ${document} has no statement ${statement}`);
  return { target, kind: "statement", document, finding: statement, confidence, reason };
}

function leastCertainFirst(a: Open, b: Open): number {
  const [one, other] = [a.digest.document, b.digest.document];
  return a.confidence - b.confidence || (one < other ? -1 : one > other ? 1 : a.start - b.start);
}

/** Documents whose targets are kept. */
const MOST_KEPT = 200;

type TargetOf = ReadonlyMap<string, ReviewItem["target"]>;

/** Statements of documents as targets, by their ids; kept of the last few Readings. */
export class Targets {
  readonly #store: Pick<Store, "reading">;
  readonly #kept = new LastFew<TargetOf>(MOST_KEPT);

  constructor(store: Pick<Store, "reading">) {
    this.#store = store;
  }

  async of({ document, reader }: Digest): Promise<TargetOf> {
    const key = JSON.stringify([document, reader]);
    const there = this.#kept.get(key);
    if (there !== undefined) return there;
    const made = await this.#made(document);
    this.#kept.put(key, made);
    return made;
  }

  async #made(document: string): Promise<TargetOf> {
    const reading = await this.#store.reading(document);
    const anchored = reading === null ? [] : anchoredIn(reading, "statement");
    return new Map(
      anchored.map(({ id, anchor, beside }): [string, ReviewItem["target"]] => [
        id,
        { kind: "statement", document, anchor, beside, field: null },
      ]),
    );
  }
}
