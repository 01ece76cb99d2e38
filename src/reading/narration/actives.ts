/**
 * Deeds told of somebody in the active: "Vale and Ortiz exchanged views", "the
 * presidents were supportive of". The subject stands right before the verb.
 *
 * Known miss: "Vale initiated the discussion of prices" tells no deed here.
 */

import { ACT_NOUNS, MINDS } from "../../lexicon/act-words.ts";
import type { Act } from "../../lexicon/acts.ts";
import { HANDED_NOUNS } from "../../lexicon/contacts.ts";
import { CUE_FORMS } from "../../lexicon/cues.ts";
import { DETERMINERS, PREPOSITIONS } from "../../lexicon/grammar.ts";
import {
  COURTESY_VERBS,
  HEED_NOUNS,
  JOINT_VERBS,
  POSITION_VERBS,
  TALK_NOUNS,
  TELLING_VERBS,
  UNTOLD_VERBS,
} from "../../lexicon/narration.ts";
import type { Word } from "../../text/words.ts";
import type { ActShown } from "../acts/shown.ts";
import type { Scene } from "../contacts/scenes.ts";
import { type Deed, restOf } from "./deed.ts";
import { type Doer, type Parties, subjectBefore } from "./doers.ts";
import { ACCORD } from "./passives.ts";

/** "Vale and Ortiz exchanged views", "the presidents had a detailed discussion of". */
export function activeAt(scene: Scene, at: number, parties: Parties): Deed | null {
  const { words } = scene;
  const verb = words[at];
  const told = verb && isFiniteAt(words, at) ? actOfVerb(words, at) : null;
  const doer = verb && told ? subjectBefore(scene, at, parties) : null;
  if (!verb || !told || !doer) return null;
  return activeDeed(scene, at, verb, told, doer);
}

export function activeDeed(scene: Scene, at: number, verb: Word, told: Act, doer: Doer): Deed {
  const { words } = scene;
  const mind = BE.test(verb.lower) ? words[mindAfter(words, at)] : undefined;
  const talks =
    /^(?:had|held|have|engaged)$/.test(verb.lower) || JOINT_VERBS.has(verb.lower) || isHandedOver(words, at);
  return {
    doer,
    verb,
    act:
      courtesyIn(words, at) ??
      assessmentIn(words, at) ??
      (mind || SETTLED.has(told) ? { act: told, by: mind ?? verb } : null),
    otherwise: told,
    matter: restOf(scene, at),
    isTalk: talks && words[at - 1]?.lower !== "had",
  };
}

/** "Handed over a list of proposals". */
function isHandedOver(words: readonly Word[], at: number): boolean {
  return (
    words[at]?.lower === "handed" && words.slice(at, at + 12).some(({ lower }) => HANDED_NOUNS.has(lower))
  );
}

const BE = /^(?:was|were|is|are)$/;
/** Acts that the verb settles, whatever its object. */
const SETTLED: ReadonlySet<Act> = new Set<Act>(["discuss", "agree"]);

/** Not an infinitive, a participle or a noun: "to discuss", "at the request". */
function isFiniteAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const form = CUE_FORMS.get(word?.lower ?? "");
  const before = words[at - 1]?.lower ?? "";
  if (!word || word.form !== word.lower || form?.gerund || before === "to") return false;
  if (TELLING_VERBS.has(word.lower) || (!form?.base && !form?.third)) return true;
  return (
    POSITION_VERBS.has(word.lower) &&
    !NO_SUBJECT.test(before) &&
    !DETERMINERS.has(before) &&
    !PREPOSITIONS.has(before)
  );
}

const NO_SUBJECT = /^(?:will|would|can|could|may|should|must|not)$/;

/** The act that an active verb tells by itself; `null` for a verb that tells none. */
export function actOfVerb(words: readonly Word[], at: number): Act | null {
  const lower = words[at]?.lower ?? "";
  const near = words.slice(at + 1, at + 9).map((word) => word.lower);
  if (/^(?:had|held|have|engaged)$/.test(lower))
    return near.some((word) => TALK_NOUNS.has(word)) ? "discuss" : null;
  if (/^(?:reached|came)$/.test(lower)) return near.some((word) => ACCORD.test(word)) ? "agree" : null;
  if (BE.test(lower)) return mindOf(words[mindAfter(words, at)]?.lower ?? "");
  if (
    /^(?:paid|gave|put|devoted|placed|laid)$/.test(lower) &&
    near.slice(0, 5).some((word) => HEED_NOUNS.has(word))
  )
    return "discuss";
  if (lower === "considered" && /^(?:it|that|this)$/.test(near[0] ?? "")) return "assess";
  const told = TELLING_VERBS.get(lower);
  if (told) return told;
  if (UNTOLD_VERBS.has(lower) && !(lower === "called" && /^(?:for|on|upon)$/.test(near[0] ?? "")))
    return null;
  return CUE_FORMS.get(lower)?.verb.act ?? null;
}

/** "The leaders were *supportive* of", "Vale was *ready* to". */
function mindOf(word: string): Act | null {
  if (word === "supportive") return "praise";
  return word === "unanimous" ? "agree" : (MINDS.get(word) ?? null);
}

/** Index of the first word after "was" that is no adverb. */
function mindAfter(words: readonly Word[], at: number): number {
  let i = at + 1;
  while (/(?:ly|^also|^very|^both)$/.test(words[i]?.lower ?? "")) i++;
  return i;
}

/** "Exchanged New Year greetings", "sent a message of condolences": what is passed on is the act. */
function courtesyIn(words: readonly Word[], at: number): ActShown | null {
  if (!COURTESY_VERBS.has(words[at]?.lower ?? "")) return null;
  for (const word of words.slice(at + 1, at + 13)) {
    const act = ACT_NOUNS.get(word.lower) ?? (word.lower === "congratulatory" ? "congratulate" : null);
    if (act === "congratulate" || act === "condole" || act === "thank") return { act, by: word };
  }
  return null;
}

/** "Shared his assessment of the talks"; a "high assessment" is praise. */
function assessmentIn(words: readonly Word[], at: number): ActShown | null {
  const near = words.slice(at + 1, at + 7);
  const noun = near.find(({ lower }) => /^assessments?$/.test(lower));
  if (!noun || near.some(({ lower }) => /^(?:high|highly|positive|favou?rable|good)$/.test(lower)))
    return null;
  return /^(?:gave|shared|provided|presented|outlined|offered|made)$/.test(words[at]?.lower ?? "")
    ? { act: "assess", by: noun }
    : null;
}
