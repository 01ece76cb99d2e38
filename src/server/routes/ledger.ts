/** The ledger, and what an actor said over time. */

import type { Archive } from "../../archive/archive.ts";
import type { Commitment, StatementAt } from "../../ledger/ledger.ts";
import type { Actor } from "../../reading/reading.ts";
import type { Behind, Room } from "../handlers.ts";
import { notFound } from "../problems.ts";
import type { LedgerPage, LedgerQuery, PositionsPage } from "../wire.ts";

export function ledgerRoutes({ archive }: Behind): Room<"ledger" | "positions"> {
  return {
    ledger: async ({ query }) => {
      const items = (await archive.ledger()).filter((one) => fits(one, query));
      const ids = items.flatMap(({ holder, addressee, tellings, evidence }) => [
        holder,
        addressee,
        ...idsIn([...tellings, ...evidence.map(({ at }) => at)]),
      ]);
      return { body: { items, actors: await actorsOf(archive, ids) } satisfies LedgerPage };
    },
    positions: async ({ id, query }) => {
      const actor = await archive.actor(id);
      if (actor === null) throw notFound(`actor ${JSON.stringify(id)}`);
      const items = await archive.positions(id, query.subject);
      const ids = idsIn(items.flatMap(({ statements }) => statements));
      return { body: { actor, items, actors: await actorsOf(archive, ids) } satisfies PositionsPage };
    },
  };
}

function fits(commitment: Commitment, { kind, holder, status }: LedgerQuery): boolean {
  return (
    (kind === undefined || commitment.kind === kind) &&
    (holder === undefined || commitment.holder === holder) &&
    (status === undefined || commitment.status === status)
  );
}

function idsIn(statements: readonly StatementAt[]): (string | null)[] {
  return statements.flatMap(({ chain }) => chain.map(({ actor }) => actor));
}

/** Those of the ids that the record knows, each once. */
async function actorsOf(archive: Archive, ids: readonly (string | null)[]): Promise<Actor[]> {
  const known = await archive.actors();
  return [...new Set(ids)]
    .flatMap((id) => (id === null ? [] : (known.get(id) ?? [])))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
