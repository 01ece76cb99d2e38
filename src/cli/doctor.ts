/**
 * `readout doctor`: everything in a store looked at, nothing changed.
 */

import type { StoreReport } from "../store/store.ts";
import type { Command, Given } from "./command.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { type Line, plain, styled, wrapped } from "./paint.ts";
import { bullet, labelled } from "./record-lines.ts";
import { showJson, showLines } from "./show.ts";
import { STORE_FLAG, withArchive } from "./with-archive.ts";
import { columnsOf, type World } from "./world.ts";

export const doctorCommand: Command = {
  name: "doctor",
  summary: "check a store: the file, every hash, every place, the search",
  operands: "",
  offers: "nothing",
  details: "Changes nothing. Ends with 6 when something is wrong, and says what to do.",
  flags: [STORE_FLAG, { name: "json", help: "print the report as JSON" }],
  examples: [
    { type: "readout doctor", does: "of readout.db" },
    { type: "readout doctor --store postgres://desk@db.example/record", does: "of a team's store" },
  ],
  run: runDoctor,
};

async function runDoctor(given: Given, world: World): Promise<Exit> {
  const [operand] = given.operands;
  if (operand !== undefined) throw wrongUsage(`doctor takes no ${operand}`, "a store is named with --store");
  return withArchive(given, world, false, async ({ store }) => {
    const report = await store.doctor();
    await (given.switches.has("json")
      ? showJson(world, report)
      : showLines(world, reportLines(store.address, report, columnsOf(world))));
    return report.faults.length === 0 ? EXITS.ok : EXITS.store;
  });
}

function* reportLines(address: string, report: StoreReport, columns: number): Generator<Line> {
  yield* wrapped([styled("strong", address)], columns);
  const counts: [string, string][] = [
    ["documents", String(report.documents)],
    ["Readings", String(report.readings)],
    ["statements", String(report.statements)],
    ["corrections", String(report.corrections)],
    ["vectors", String(report.vectors)],
    ["size", `${(report.bytes / 1_000_000).toFixed(1)} MB`],
    ["schema", report.migrations.join(", ")],
  ];
  for (const [label, value] of counts) yield* labelled(label, [plain(value)], columns);
  yield [];
  if (report.faults.length === 0) {
    yield [styled("confirmed", "Everything is as it was written.")];
    return;
  }
  yield [styled("odd", `${report.faults.length} ${report.faults.length === 1 ? "fault" : "faults"}`)];
  for (const { message } of report.faults) yield* bullet("!", [plain(message)], columns);
}
