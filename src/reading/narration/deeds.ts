/**
 * The deed of speech that a sentence of the narrator tells, and whose it is:
 * "the presidents *discussed* the truce", "the call *focused* on trade", "the
 * need for restraint *was stressed*".
 *
 * Takes a scene and the parties of the contact; gives each deed's
 * verb with the words that its act is read from; none where the sentence tells of
 * something else.
 *
 * Known miss: a further deed with a subject of its own ("…, and Ortiz agreed").
 */

import { CUE_FORMS } from "../../lexicon/cues.ts";
import { JOINT_VERBS } from "../../lexicon/narration.ts";
import type { Word } from "../../text/words.ts";
import type { Scene } from "../contacts/scenes.ts";
import { activeAt, activeDeed, actOfVerb } from "./actives.ts";
import type { Deed } from "./deed.ts";
import type { Parties } from "./doers.ts";
import { passiveAt } from "./passives.ts";
import { heedAt, topicAt } from "./topics.ts";

/** A verb that tells a deed stands early. */
const REACH = 60;

/** All that one subject does: "discussed the truce *and agreed* to meet". */
export function deedsIn(scene: Scene, parties: Parties): Deed[] {
  const first = firstDeedIn(scene, parties);
  if (!first || first.doer.evidence.length === 0) return first ? [first] : [];
  const deeds = [first];
  const { words } = scene;
  for (let at = words.indexOf(first.verb) + 2; at < Math.min(words.length, REACH); at++) {
    const verb = words[at];
    const told = verb && goesOnAt(words, at) ? actOfVerb(words, at) : null;
    if (verb && told) deeds.push(activeDeed(scene, at, verb, told, first.doer));
  }
  return deeds;
}

/** "… and agreed", "… and also expressed": a further verb of the same subject; not "agreed by experts". */
function goesOnAt(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lower ?? "";
  const joint = before === "also" || before.endsWith("ly") ? words[at - 2]?.lower : before;
  const lower = words[at]?.lower ?? "";
  const form = CUE_FORMS.get(lower);
  const isPast = JOINT_VERBS.has(lower) || (form && !form.base && !form.third && !form.gerund);
  if (joint !== "and" || !isPast) return false;
  return words[at + 1]?.lower !== "by" && words[at + 1]?.lower !== "and";
}

function firstDeedIn(scene: Scene, parties: Parties): Deed | null {
  const { words } = scene;
  for (let at = 0; at < Math.min(words.length, REACH); at++) {
    const deed =
      heedAt(scene, at, parties) ??
      passiveAt(scene, at, parties) ??
      topicAt(scene, at, parties) ??
      activeAt(scene, at, parties);
    if (deed) return deed;
  }
  return null;
}
