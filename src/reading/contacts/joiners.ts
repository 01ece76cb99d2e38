/**
 * Those who join: people named in a sentence of their own as having taken part.
 *
 * "Vale held a call with her colleagues. Ortiz and Lang took part." Takes a
 * scene and the contact told last; gives the parties to add to it.
 *
 * Known miss: "Vale was joined by Lang" leaves Lang out, since whoever sits
 * beside a leader is seldom counted as a party.
 */

import { type Party, partiesBefore } from "./people.ts";
import type { Cast, Scene } from "./scenes.ts";

/** "took part", "also participated", "attended the meeting", "joined the call". */
export function joinersIn(scene: Scene, cast: Cast): Party[] {
  const { words } = scene;
  for (let at = 1; at < words.length; at++) {
    if (!joinsAt(scene, at)) continue;
    const parties = partiesBefore(scene, at, cast);
    if (parties.length > 0 && parties.every((party) => party.ground === "person")) return parties;
  }
  return [];
}

const OF_CONTACT =
  /^(?:call|calls|conversation|talks|meeting|discussion|videoconference|conference|summit|negotiations)$/;

function joinsAt(scene: Scene, at: number): boolean {
  const { words } = scene;
  const lower = words[at]?.lower ?? "";
  const next = words[at + 1]?.lower ?? "";
  if (lower === "took" && next === "part") return isWhole(scene, at + 2);
  if (lower === "participated") return isWhole(scene, at + 1);
  const isMet = lower === "attended" || lower === "joined";
  return isMet && words.slice(at + 1, at + 5).some((word) => OF_CONTACT.test(word.lower));
}

/** "Took part.", "took part in the call": not "took part in the parade". */
function isWhole(scene: Scene, to: number): boolean {
  const { words } = scene;
  if (/^(?:[.;,]|)$/.test(words[to]?.form ?? "")) return true;
  return words[to]?.lower === "in" && words.slice(to + 1, to + 5).some((word) => OF_CONTACT.test(word.lower));
}
