/**
 * Reviewing: the queue, the item that is looked at, and what is sent for it.
 *
 * The item stands in the address, so a reload keeps it; what can be taken back
 * is looked up in the record itself, so that outlives a reload too. A document
 * that somebody else changed meanwhile is loaded again and said to be so,
 * before anything is written.
 */

import type { CorrectionDraft } from "../../archive/answers.ts";
import type { Correction, CorrectionAction, FindingTarget, Json } from "../../reading/corrections.ts";
import type { Statement } from "../../reading/reading.ts";
import type { CorrectionAnswer, DocumentPage, QueueAnswer, QueueEntry } from "../../server/wire.ts";
import { allOf } from "./all-pages.ts";
import { type Answer, ApiError, get, post } from "./api.ts";
import { author } from "./author.svelte.ts";
import { deedSaid, lastOf, targetOf } from "./hands.ts";
import { refine, router } from "./router.svelte.ts";

export interface Item {
  document: string;
  finding: string;
}

export class Reviewing {
  queue = $state.raw<QueueAnswer | null>(null);
  page = $state.raw<DocumentPage | null>(null);
  problem = $state<string | null>(null);
  /** What was done last, for eyes and ears. */
  told = $state("");
  busy = $state(false);
  reason = $state("");
  /** What "undo" would take back. */
  last = $state.raw<Correction | null>(null);
  /** Keys of items judged since the queue was fetched. */
  #judged = $state.raw<ReadonlySet<string>>(new Set());
  #etag: string | null = null;

  readonly item: Item | null = $derived(itemFrom(router.place.query.get("item")));
  readonly entry: QueueEntry | null = $derived(
    this.queue?.items.find((one) => keyOf(one) === (this.item === null ? "" : keyOf(this.item))) ?? null,
  );
  readonly judged: number = $derived((this.queue?.judged ?? 0) + this.#judged.size);
  readonly open: number = $derived((this.queue?.open ?? 0) - this.#judged.size);
  readonly statement: Statement | null = $derived(this.#statementNow());

  #statementNow(): Statement | null {
    const { item, page } = this;
    if (item === null || page === null || page.document.id !== item.document) return null;
    return page.corrected.reading.statements.find(({ id }) => id === item.finding) ?? null;
  }

  /** Fetches the queue; without an item in the address its first is shown. */
  async fetchQueue(): Promise<void> {
    const query = new URLSearchParams({ limit: "200" });
    for (const name of ["document", "contact"]) {
      const value = router.place.query.get(name);
      if (value !== null) query.set(name, value);
    }
    await this.#tried(async () => {
      this.queue = (await get<QueueAnswer>(`/api/queue?${query}`)).body;
      this.#judged = new Set();
      if (this.item === null) this.show(this.queue.items[0] ?? null);
    });
  }

  /** Fetches the item's document, unless it is there. */
  async fetchPage(document: string, again = false): Promise<void> {
    if (!again && this.page?.document.id === document) return;
    await this.#tried(async () => {
      const { body, etag } = await this.#fetched(document);
      this.page = body;
      this.#etag = etag;
    });
  }

  #fetched(document: string): Promise<Answer<DocumentPage>> {
    return get<DocumentPage>(`/api/documents/${encodeURIComponent(document)}`);
  }

  async fetchLast(): Promise<void> {
    await this.#tried(async () => {
      const all = await allOf<Correction>("/api/corrections", new AbortController().signal);
      this.last = lastOf(author.name, all);
    });
  }

  show(item: Item | null): void {
    refine({ item: item === null ? null : keyOf(item) });
  }

  /** The next one that is open; after the last the queue is fetched again, and begins with what was skipped. */
  async next(by: 1 | -1 = 1): Promise<void> {
    const items = this.queue?.items ?? [];
    const now = items.findIndex((one) => this.item !== null && keyOf(one) === keyOf(this.item));
    for (let at = now + by; at >= 0 && at < items.length; at += by) {
      const item = items[at];
      if (item === undefined || this.#judged.has(keyOf(item))) continue;
      this.show(item);
      return;
    }
    if (by === -1) return;
    await this.fetchQueue();
    const first = this.queue?.items[0] ?? null;
    if (first !== null && first.finding === this.item?.finding && this.open > 1) return;
    this.show(first);
  }

  /** Accepts or rejects the statement, or changes a field of it, and says so. */
  async correct(action: CorrectionAction, field: string | null = null, value: Json = null): Promise<boolean> {
    const target = this.#target("statement");
    return target !== null && this.#send({ target: { ...target, field }, action, value });
  }

  async correctAttribution(field: string, value: Json): Promise<boolean> {
    const target = this.#target("attribution");
    return target !== null && this.#send({ target: { ...target, field }, action: "change", value });
  }

  /** Takes back the author's last correction that holds, and goes to what it was about. */
  async undo(): Promise<void> {
    await this.fetchLast();
    const { last } = this;
    if (last === null) {
      this.told = "There is nothing of yours to take back.";
      return;
    }
    if (this.busy) return;
    this.busy = true;
    try {
      await this.#takeBack(last);
    } catch (error) {
      await this.#failed(error);
    } finally {
      this.busy = false;
    }
  }

  async #takeBack(last: Correction): Promise<void> {
    const { target, action, id: undoes } = last;
    const document = "document" in target ? target.document : null;
    const there = document === null ? null : await this.#fetched(document);
    const draft: CorrectionDraft = {
      target,
      action,
      undoes,
      author: author.name,
      reason: this.reason.trim(),
    };
    await post<CorrectionAnswer>("/api/corrections", draft, there?.etag ?? null);
    this.reason = "";
    const reading = there?.body.corrected.reading;
    await this.fetchQueue();
    if (document !== null && this.item?.document === document) await this.fetchPage(document, true);
    const finding = there === null ? null : statementOf(there.body, last);
    if (document !== null && finding !== null) this.show({ document, finding });
    this.told = `Taken back: you ${deedSaid(last, reading?.actors ?? [])}.`;
    await this.fetchLast();
  }

  #target(kind: "statement" | "attribution"): FindingTarget | null {
    const { page, statement } = this;
    if (page === null || statement === null) return null;
    const id = kind === "statement" ? statement.id : statement.attribution;
    return id === null ? null : targetOf(page.corrected, kind, id);
  }

  async #send(draft: Omit<CorrectionDraft, "author" | "reason">): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const { item } = this;
    try {
      const whole: CorrectionDraft = { ...draft, author: author.name, reason: this.reason.trim() };
      const { body } = await post<CorrectionAnswer>("/api/corrections", whole, this.#etag);
      this.reason = "";
      this.last = body.correction;
      if (item !== null) this.#judge(item);
      this.told = `You ${deedSaid(body.correction, this.page?.corrected.reading.actors ?? [])}.`;
      const document = "document" in draft.target ? draft.target.document : null;
      if (document !== null) await this.fetchPage(document, true);
      return true;
    } catch (error) {
      await this.#failed(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #judge(item: Item): void {
    const key = keyOf(item);
    const isQueued = this.queue?.items.some((one) => keyOf(one) === key) === true;
    if (isQueued) this.#judged = new Set([...this.#judged, key]);
  }

  async #failed(error: unknown): Promise<void> {
    const isStale = error instanceof ApiError && error.status === 412;
    if (isStale && this.page !== null) {
      await this.fetchPage(this.page.document.id, true);
      this.told =
        "Nothing was written: the document has changed since you saw it. It was loaded again; look at it and repeat.";
    } else this.told = `Nothing was written: ${error instanceof Error ? error.message : String(error)}`;
  }

  async #tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.problem = null;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
  }
}

/** Id of the statement that the correction is about, by itself or by its attribution; `null` when there is none. */
function statementOf({ corrected }: DocumentPage, { id }: Correction): string | null {
  const mark = corrected.marks.find(({ correction }) => correction.id === id);
  if (mark?.kind === "statement") return mark.finding;
  const own = corrected.reading.statements.find(({ attribution }) => attribution === mark?.finding);
  return own?.id ?? null;
}

export function keyOf({ document, finding }: Item): string {
  return `${document}/${finding}`;
}

function itemFrom(key: string | null): Item | null {
  const cut = key?.lastIndexOf("/") ?? -1;
  return key === null || cut < 1 ? null : { document: key.slice(0, cut), finding: key.slice(cut + 1) };
}
