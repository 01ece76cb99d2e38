/**
 * The documents that a person names on the command line: files, folders, or
 * standard input, worked ahead and given in their order. What cannot be read is
 * told on the error stream, and the others still come.
 */

import { InputError } from "../intake/errors.ts";
import { filesFrom, type InputFile } from "../intake/files.ts";
import type { ReadOptions } from "../reader.ts";
import { workedAhead } from "./ahead.ts";
import type { Given } from "./command.ts";
import { wrongUsage } from "./exit.ts";
import type { Talk } from "./talk.ts";
import type { World } from "./world.ts";

/** So many documents are under way at once. */
const AHEAD = 3;

export interface Worked<T> {
  name: string;
  result: T;
}

/** What `work` makes of each document; those that it refuses are told and left out. */
export async function* workedInputs<T>(
  operands: readonly string[],
  facts: ReadOptions,
  world: World,
  talk: Talk,
  work: (bytes: Uint8Array, options: ReadOptions) => Promise<T>,
): AsyncGenerator<Worked<T>, void, undefined> {
  const files = filesFrom(operands, {
    ...(facts.maxBytes !== undefined && { maxBytes: facts.maxBytes }),
    onSkipped: (name, why) => talk.skipped(name, why),
    onError: (error) => talk.refused(error),
    stdin: world.stdin,
  });
  let done = 0;
  const results = workedAhead(files, AHEAD, async (file) => ({ file, result: await resultOf(file) }));
  for await (const { file, result } of results) {
    talk.working(done, file.name);
    if (result === null) continue;
    done++;
    yield { name: file.name, result: result.made };
  }
  talk.skippedFiles();
  if (done === 0 && !talk.failed) talk.nothing();

  async function resultOf({ name, bytes }: InputFile): Promise<{ made: T } | null> {
    try {
      return { made: await work(bytes, { ...facts, name: name === "-" ? "standard input" : name }) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      talk.refused(error);
      return null;
    }
  }
}

/** The operands, checked; standard input when there are none and something is piped in. */
export function inputsOf(command: string, given: Given, world: World): readonly string[] {
  const { operands } = given;
  if (operands.filter((operand) => operand === "-").length > 1) throw wrongUsage("- is given twice");
  if (operands.length === 0) {
    if (world.stdin.isTTY === true)
      throw wrongUsage(`${command} wants a FILE`, `for example readout ${command} report.txt`);
    return ["-"];
  }
  if (operands.length > 1) {
    for (const flag of ["title", "address"]) {
      if (given.values.has(flag))
        throw wrongUsage(`--${flag} is for one document; ${operands.length} are named`);
    }
  }
  return operands;
}
