/**
 * What the pair model reads of a telling: who speaks, the bare verb, and the words.
 *
 * "Vladimir Putin warn: new sanctions could lead to a break". Names are the
 * list's, so that one man has one name in all accounts; the narrator has none.
 */

import type { Actor } from "../reading/reading.ts";
import type { Telling } from "./tellings.ts";

export function pairText({ doer, speaker, verb, text }: Telling, actors: ReadonlyMap<string, Actor>): string {
  const name = actors.get(doer ?? speaker ?? "")?.name ?? "";
  const who = [name, verb ?? ""].filter((part) => part !== "").join(" ");
  const words = text.replace(/\s+/g, " ").trim();
  return who === "" ? words : `${who}: ${words}`;
}
