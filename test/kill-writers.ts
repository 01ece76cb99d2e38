/**
 * Kills writers of a store again and again, at moments drawn by a seed: while
 * they open it and bring its schema further, and while they add, read again and
 * correct. After each, opens the store and looks: is all there that was
 * acknowledged, and is nothing half there?
 */

import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { STEPS } from "../src/store/migrations.ts";
import { openStore } from "../src/store/open.ts";
import { furtherName, furtherSteps } from "./store-writer.ts";

export interface Killed {
  kills: number;
  /** Of them, while the schema was brought further. */
  opening: number;
  added: number;
  corrected: number;
  read: number;
  migrated: number;
  /** What was acknowledged and is not there, and what the doctor found. */
  faults: string[];
}

export interface Killing {
  address: string;
  kills: number;
  seed?: number;
  /** Done besides at some kills: the server may be killed too. */
  alsoKill?: (index: number) => Promise<void>;
  onKill?: (killed: Killed) => void;
}

const WRITER = fileURLToPath(new URL("store-writer.ts", import.meta.url));
/** Longest time that a writer is left to write, and to open. */
const WRITE_MS = 500;
const OPEN_MS = 40;

export async function killWriters({ address, kills, seed = 1, alsoKill, onKill }: Killing): Promise<Killed> {
  const chance = chancesFrom(seed);
  const killed: Killed = { kills: 0, opening: 0, added: 0, corrected: 0, read: 0, migrated: 0, faults: [] };
  const acknowledged = { added: new Set<string>(), corrected: new Set<string>(), read: new Set<string>() };
  let steps = 0;
  for (let index = 0; index < kills; index++) {
    const atOpening = index % 3 === 0;
    const said = await sayingsOf([address, String(index * 100_000), String(steps + 1)], {
      after: atOpening ? "opening" : "open ",
      waitMs: chance() * (atOpening ? OPEN_MS : WRITE_MS),
      besides: async () => alsoKill?.(index),
    });
    killed.kills++;
    if (!said.some((line) => line.startsWith("open "))) killed.opening++;
    for (const line of said) {
      const [what, id = ""] = line.split(" ");
      if (what === "added" || what === "corrected" || what === "read") acknowledged[what].add(id);
      if (what === "open") steps = Number(id);
    }
    const { done, faults } = await lookAt(address, steps + 1, acknowledged);
    killed.faults.push(...faults.map((fault) => `kill ${index + 1}: ${fault}`));
    // A step may be in place without anybody having said so; it is never taken back.
    steps = Math.max(steps, done);
    killed.added = acknowledged.added.size;
    killed.corrected = acknowledged.corrected.size;
    killed.read = acknowledged.read.size;
    killed.migrated = steps;
    onKill?.(killed);
  }
  return killed;
}

interface KillMoment {
  /** The line after which the clock runs. */
  after: string;
  waitMs: number;
  besides: () => Promise<void>;
}

/** Whole lines that a writer said until it was killed. */
async function sayingsOf(args: readonly string[], moment: KillMoment): Promise<string[]> {
  const writer = spawn(process.execPath, ["--import", "tsx", WRITER, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let talk = "";
  const gone = new Promise<void>((resolve) => writer.once("close", () => resolve()));
  const begun = new Promise<void>((resolve) =>
    writer.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes(moment.after)) resolve();
    }),
  );
  writer.stderr.on("data", (chunk: Buffer) => {
    talk += chunk.toString();
  });
  await Promise.race([begun, gone]);
  if (!out.includes(moment.after)) throw new Error(`the writer ended by itself: ${talk}`);
  await sleep(moment.waitMs);
  await moment.besides();
  writer.kill("SIGKILL");
  await gone;
  return out.split("\n").slice(0, -1);
}

interface Acknowledged {
  added: Set<string>;
  corrected: Set<string>;
  read: Set<string>;
}

async function lookAt(
  address: string,
  most: number,
  { added, corrected, read }: Acknowledged,
): Promise<{ done: number; faults: string[] }> {
  // With one step more than was acknowledged: if that one were half there, it could not be taken again.
  const store = await openStore(address, { steps: [...STEPS, ...furtherSteps(most)] });
  const report = await store.doctor();
  const faults = report.faults.map((fault) => fault.message);
  for (const id of added) {
    if ((await store.bytesOf(id)) === null) faults.push(`document ${id} was added and is not there`);
    if ((await store.reading(id)) === null) faults.push(`the Reading of ${id} is not there`);
  }
  for (const id of read)
    if ((await store.readingsOf(id)).length !== 2) faults.push(`the second Reading of ${id} is not there`);
  const kept = new Set((await store.corrections()).map((correction) => correction.id));
  for (const id of corrected) if (!kept.has(id)) faults.push(`correction ${id} is not there`);
  await store.close();
  const done = report.migrations.filter((name) => name.startsWith(furtherName(0).slice(0, -1))).length;
  if (done !== most) faults.push(`${done} further steps are in place, not ${most}`);
  return { done, faults };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chancesFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
