/**
 * What a command found, on standard output: lines for people, painted where a
 * person is looking; JSON, one object or a line each.
 */

import { type Line, paintLine } from "./paint.ts";
import { put, type World, wantsColour } from "./world.ts";

/** Output is written in pieces of about this many characters, however long it is. */
export const PIECE_LENGTH = 65_536;

export async function showLines(world: World, lines: Iterable<Line>): Promise<void> {
  const colour = wantsColour(world.env, world.screen);
  let text = "";
  for (const line of lines) {
    text += `${paintLine(line, colour)}\n`;
    if (text.length < PIECE_LENGTH) continue;
    await put(world.stdout, text);
    text = "";
  }
  await put(world.stdout, text);
}

/** Indented, for people. */
export async function showJson(world: World, found: unknown): Promise<void> {
  await put(world.stdout, `${JSON.stringify(found, null, 2)}\n`);
}

export async function showJsonLines(world: World, found: Iterable<unknown>): Promise<void> {
  for (const one of found) await put(world.stdout, `${JSON.stringify(one)}\n`);
}
