/**
 * Kills writers of a store with SIGKILL and looks at what is left:
 *
 *   npx tsx scripts/kill-store.ts [--kills 100] [--seed 1] [--only sqlite|postgres]
 *
 * A third of the kills fall while the schema is brought further, the others
 * while documents, Readings and corrections are written. On PostgreSQL every
 * tenth kill takes the server with it, all its processes at once.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Killed, killWriters } from "../test/kill-writers.ts";
import { Postgres, postgresPrograms } from "../test/postgres.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
const folder = mkdtempSync(join(tmpdir(), "readout-kill-"));
const onKill = (killed: Killed) =>
  process.stderr.write(`\r${killed.kills} kills, ${killed.faults.length} faults `);

function report(store: string, killed: Killed): void {
  const { faults, ...counts } = killed;
  process.stderr.write("\n");
  console.log(`${store}: ${JSON.stringify(counts)}, faults: ${faults.length}`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

try {
  if (values.only !== "postgres")
    report("SQLite", await killWriters({ address: join(folder, "store.db"), kills, seed, onKill }));
  if (values.only !== "sqlite") {
    const programs = postgresPrograms();
    if (programs === null) throw new Error("no PostgreSQL here: install Debian's package postgresql");
    const server = new Postgres(programs);
    await server.start();
    const alsoKill = async (index: number) => {
      if (index % 10 !== 9) return;
      await server.stop("SIGKILL");
      await server.start();
    };
    try {
      report(
        "PostgreSQL",
        await killWriters({ address: await server.fresh(), kills, seed, alsoKill, onKill }),
      );
    } finally {
      await server.remove();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
