/**
 * Pages: how many, and where the next one begins. A cursor is the sort key of
 * the last item, so that a page stays right when something is added before it.
 */

import { StoreError } from "./errors.ts";
import type { PageOptions } from "./store.ts";

const USUAL_LIMIT = 50;
const MOST = 1000;

export function limitOf({ limit = USUAL_LIMIT }: PageOptions): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new StoreError(
      "query",
      `Cannot give a page of ${limit}: the limit is a whole number from 1 to ${MOST}`,
    );
  return limit;
}

export type SortKey = readonly (string | number)[];

export function formatCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The key in a cursor; its parts must be of the sorts that `like` has. */
export function parseCursor<K extends SortKey>(cursor: string | null | undefined, like: K): K | null {
  if (cursor === null || cursor === undefined) return null;
  const key = jsonOf(Buffer.from(cursor, "base64url").toString("utf8"));
  const fits =
    Array.isArray(key) &&
    key.length === like.length &&
    key.every((part, index) => typeof part === typeof like[index] && !String(part).includes("\0"));
  if (!fits)
    throw new StoreError("query", `Cannot go on after ${JSON.stringify(cursor)}: no page here ended so`);
  return key as unknown as K;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `limit` items of the one more that were asked for, and the cursor if there was one more. */
export function pageOf<Row, T>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => SortKey,
  items: readonly T[],
): { items: T[]; next: string | null } {
  const last = rows[limit - 1];
  return {
    items: items.slice(0, limit),
    next: rows.length > limit && last !== undefined ? formatCursor(keyOf(last)) : null,
  };
}
