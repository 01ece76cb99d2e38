/**
 * Exchanges: who speaks with whom in sentences that name no contact. "Vale
 * congratulated Ortiz", "Vale and Ortiz discussed …", "the two leaders".
 *
 * Serves the main contact when its own words name fewer than two people, as in
 * a readout whose title says the rest.
 *
 * Known miss: "Vale and Ortiz condemned the attack", each at home, looks like
 * an exchange; only verbs that need two are read so.
 */

import { type Party, partiesBefore, partiesFrom, partiesOf } from "./people.ts";
import type { Cast, Scene } from "./scenes.ts";

/** Verbs of two or more who talk with each other. */
const JOINT = new Set(
  "discussed discuss exchanged agreed reviewed considered talked spoke examined coordinated touched continued held had confirmed compared addressed".split(
    " ",
  ),
);
/** Verbs of one who says or gives something to another. */
const DIRECTED = new Set(
  "congratulated informed told briefed thanked invited assured warned wished asked urged offered expressed extended conveyed welcomed greeted described reminded gave".split(
    " ",
  ),
);

const FURTHEST_SCENE = 6;

/** The first pair that talks in the opening of a document and has all of the known ones in it. */
export function exchangeIn(scenes: readonly Scene[], cast: Cast, known: readonly string[]): Party[] {
  for (const scene of scenes.slice(0, FURTHEST_SCENE)) {
    for (const pair of [...jointIn(scene, cast), ...directedIn(scene, cast), ...groupsIn(scene, cast)]) {
      if (known.every((actor) => pair.some((party) => party.actor === actor))) return pair;
    }
  }
  return [];
}

function jointIn(scene: Scene, cast: Cast): Party[][] {
  return verbsIn(scene, JOINT).flatMap((at) => {
    const subjects = partiesBefore(scene, at, cast).filter((party) => party.ground !== "side");
    return subjects.length >= 2 ? [subjects] : [];
  });
}

function directedIn(scene: Scene, cast: Cast): Party[][] {
  return verbsIn(scene, DIRECTED).flatMap((at) => {
    const [subject] = partiesBefore(scene, at, cast).filter((party) => party.ground === "person");
    const object = objectAfter(scene, at, cast);
    return subject && object && subject.actor !== object.actor ? [[subject, object]] : [];
  });
}

/** "congratulated Ortiz", "expressed gratitude to Ortiz", "offered greetings to President Ortiz". */
function objectAfter(scene: Scene, at: number, cast: Cast): Party | null {
  const direct = partiesFrom(scene, at + 1, cast, 2)[0];
  if (direct?.ground === "person") return direct;
  for (let i = at + 1; i < Math.min(scene.words.length, at + 7); i++) {
    const lower = scene.words[i]?.lower ?? "";
    if (lower !== "to" && lower !== "with") continue;
    const led = partiesFrom(scene, i + 1, cast, 4)[0];
    if (led?.ground === "person") return led;
  }
  return null;
}

/** "The two leaders": a group whose members the links know. */
function groupsIn(scene: Scene, cast: Cast): Party[][] {
  return scene.mentions.flatMap((mention) => {
    const parties = partiesOf(mention, cast);
    return parties.length === 2 && parties.every((party) => party.ground === "group") ? [parties] : [];
  });
}

function verbsIn(scene: Scene, verbs: ReadonlySet<string>): number[] {
  return scene.words.flatMap((word, at) => (verbs.has(word.lower) ? [at] : []));
}
