/**
 * Where the Readings of a run go: a record for people, JSON, a page. Each is
 * an Output; records and JSON are written as they come, a page when all is read.
 */

import { stat } from "node:fs/promises";
import { type Section, sectionFrom } from "../pages/reading-page.ts";
import type { Reading } from "../reading/reading.ts";
import type { Given } from "./command.ts";
import { wrongUsage } from "./exit.ts";
import { parseProbability } from "./flags.ts";
import { jsonOf } from "./json.ts";
import { Page, putPage } from "./page-file.ts";
import { styled } from "./paint.ts";
import { recordLinesOf } from "./record.ts";
import { PIECE_LENGTH, showLines } from "./show.ts";
import type { Talk } from "./talk.ts";
import { columnsOf, put, type World } from "./world.ts";

export interface Output {
  add(reading: Reading, name: string): Promise<void>;
  finish(read: number, talk: Talk): Promise<void>;
  /** After a fault: takes away what is not whole. */
  discard(): Promise<void>;
}

export async function outputFrom(given: Given, world: World): Promise<Output> {
  const minConfidence = minConfidenceOf(given);
  const path = given.values.get("html");
  const json = given.switches.has("json");
  if (json && path !== undefined) throw wrongUsage("--json and --html are two outputs; run once for each");
  if (json && given.values.has("min-confidence")) {
    throw wrongUsage(
      "--min-confidence does not go with --json, which prints Readings whole",
      "filter with jq, for example: jq '.statements[] | select(.confidence >= 0.5)'",
    );
  }
  if (path === "-") return pageStream(minConfidence, world);
  if (path !== undefined) return pageOutput(path, minConfidence);
  const single = await isOneDocument(given.operands);
  return json ? jsonOutput(single, world) : recordOutput(single, minConfidence, world);
}

function minConfidenceOf(given: Given): number {
  const value = given.values.get("min-confidence");
  if (value === undefined) return 0;
  const probability = parseProbability(value);
  if (probability === null) throw wrongUsage(`--min-confidence wants a number from 0 to 1, not ${value}`);
  return probability;
}

/** Whether exactly one document is named: a folder may hold any number. */
async function isOneDocument(operands: readonly string[]): Promise<boolean> {
  const [first] = operands;
  if (operands.length > 1) return false;
  if (first === undefined || first === "-") return true;
  const found = await stat(first).catch(() => null);
  return found === null || !found.isDirectory();
}

/** One object that people can read, or a line for each document. */
function jsonOutput(single: boolean, world: World): Output {
  return {
    async add(reading) {
      let text = "";
      for (const piece of jsonOf(reading, single)) {
        text += piece;
        if (text.length < PIECE_LENGTH) continue;
        await put(world.stdout, text);
        text = "";
      }
      await put(world.stdout, `${text}\n`);
    },
    finish: async () => {},
    discard: async () => {},
  };
}

function recordOutput(single: boolean, minConfidence: number, world: World): Output {
  const columns = columnsOf(world);
  let first = true;
  return {
    async add(reading, name) {
      if (!first) await put(world.stdout, "\n");
      first = false;
      if (!single) await showLines(world, [[styled("quiet", `=== ${name} ===`)]]);
      await showLines(world, recordLinesOf(reading, { columns, minConfidence }));
    },
    finish: async () => {},
    discard: async () => {},
  };
}

async function pageOutput(path: string, minConfidence: number): Promise<Output> {
  const page = await Page.open(path, minConfidence);
  return {
    add: (reading) => page.add(reading),
    async finish(read: number, talk: Talk) {
      if (read === 0) return page.discard();
      await page.finish();
      talk.say(`wrote ${path}`);
    },
    discard: () => page.discard(),
  };
}

function pageStream(minConfidence: number, world: World): Output {
  const sections: Section[] = [];
  return {
    add: async (reading) => {
      sections.push(sectionFrom(reading, sections.length + 1, minConfidence));
    },
    finish: async (read) => {
      if (read > 0) await putPage(world.stdout, sections);
    },
    discard: async () => {},
  };
}
