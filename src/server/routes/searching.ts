/** Searching: statements and their facets, actors by name, and what there is at all. */

import { VERSION } from "../../reading/version.ts";
import type { Behind, Room } from "../handlers.ts";
import type { ActorsPage, Status } from "../wire.ts";

export function searchRoutes({ archive }: Behind): Room<"status" | "search" | "facets" | "actors"> {
  return {
    status: async () => {
      const revision = await archive.store.revision();
      const [reader, contacts] = await Promise.all([archive.reader(), archive.contacts()]);
      const documents = await countOf(archive.store);
      const body: Status = { version: VERSION, reader, documents, contacts: contacts.length, revision };
      return { body };
    },
    search: async ({ query }) => ({ body: await archive.store.search(query) }),
    facets: async ({ query }) => ({ body: await archive.store.facets(query) }),
    actors: async ({ query }) => {
      const items = await archive.actorsNamed(query.name);
      return { body: { items } satisfies ActorsPage };
    },
  };
}

async function countOf(store: Behind["archive"]["store"]): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof store.documents>> = await store.documents({ limit: 1000, after });
    count += page.items.length;
    if (page.next === null) return count;
    after = page.next;
  }
}
