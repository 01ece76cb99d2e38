/** Searching: statements and their facets, actors by name, and what there is at all. */

import { VERSION } from "../../reading/version.ts";
import type { Behind, Room } from "../handlers.ts";
import type { ActorsPage, FacetsAnswer, SearchPage, Status } from "../wire.ts";

export function searchRoutes({ archive }: Behind): Room<"status" | "search" | "facets" | "actors"> {
  return {
    status: async () => {
      const revision = await archive.store.revision();
      const [reader, size] = await Promise.all([archive.reader(), archive.size()]);
      return { body: { version: VERSION, reader, ...size, revision } satisfies Status };
    },
    search: async ({ query }) => ({ body: (await archive.store.search(query)) satisfies SearchPage }),
    facets: async ({ query }) => ({ body: (await archive.store.facets(query)) satisfies FacetsAnswer }),
    actors: async ({ query }) => {
      const items = await archive.actorsNamed(query.name);
      return { body: { items } satisfies ActorsPage };
    },
  };
}
