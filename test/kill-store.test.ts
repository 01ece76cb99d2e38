/** Killed writers, a few of them; `npx tsx scripts/kill-store.ts` kills a hundred. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { killWriters } from "./kill-writers.ts";
import { storePlaces } from "./store-places.ts";

describe.each(storePlaces())("a store in $kind whose writers are killed", (place) => {
  beforeAll(() => place.start(), 120_000);
  afterAll(() => place.stop());

  it("has all that was acknowledged, and nothing half", async () => {
    const killed = await killWriters({ address: await place.fresh(), kills: 5 });
    expect(killed.faults).toEqual([]);
    expect(killed.kills).toBe(5);
    expect(killed.added).toBeGreaterThan(0);
  }, 120_000);
});
