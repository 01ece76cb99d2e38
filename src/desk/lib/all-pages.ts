/** All pages of a list, one after the other: for what is drawn as a whole. */

import type { Page } from "../../store/store.ts";
import { get } from "./api.ts";

/** Items at most; beyond that nobody sees a dot for each. */
const MOST = 20_000;

export async function allOf<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const query = new URLSearchParams({ limit: "500", ...(after === null ? {} : { after }) });
    const page: Page<T> = (await get<Page<T>>(`${path}?${query}`, signal)).body;
    items.push(...page.items);
    after = page.next;
  } while (after !== null && items.length < MOST);
  return items;
}
