/**
 * Deeds told in the passive: "the truce was discussed", "it was noted that".
 * Verbs of talking are the doing of both; with others it stays open whose it
 * was, unless "by" or "mutual" tells.
 *
 * Known miss: the subject is cut off before a verb of its own clause ("what
 * had been said was noted").
 */

import { CUE_FORMS } from "../../lexicon/cues.ts";
import { PREPOSITIONS } from "../../lexicon/grammar.ts";
import { JOINT_VERBS, OPEN_PASSIVES, SHARED, TELLING_VERBS } from "../../lexicon/narration.ts";
import { type Passage, trimmedAt } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import type { Scene } from "../contacts/scenes.ts";
import { type Deed, restOf } from "./deed.ts";
import { agentAfter, bothOf, NOBODY, type Parties } from "./doers.ts";

/** "The truce was discussed", "it was noted that". */
export function passiveAt(scene: Scene, at: number, parties: Parties): Deed | null {
  const { words } = scene;
  const verb = words[at];
  if (!verb || !(JOINT_VERBS.has(verb.lower) || OPEN_PASSIVES.has(verb.lower) || isReached(words, at)))
    return null;
  // "Also highlighted was the need …": the subject follows.
  const inverted = at === 1 && words[0]?.lower === "also" && /^(?:was|were)$/.test(words[2]?.lower ?? "");
  const be = inverted ? 0 : auxiliaryBefore(words, at);
  if (be === -1 || isSubordinate(words, be)) return null;
  const by = words.findIndex(({ lower }, i) => i > at && i < at + 4 && lower === "by");
  const agent = by === -1 ? null : agentAfter(scene, by, parties);
  const joint = JOINT_VERBS.has(verb.lower) || verb.lower === "reached";
  const shared = joint || words.some(({ lower }) => SHARED.has(lower));
  const subject = inverted ? matterAfter(scene, 2) : matterOf(scene, be, at);
  const act =
    verb.lower === "reached"
      ? "agree"
      : (TELLING_VERBS.get(verb.lower) ?? CUE_FORMS.get(verb.lower)?.verb.act ?? "state");
  return {
    doer: agent ?? (shared ? bothOf(parties) : NOBODY),
    verb,
    act: joint ? { act, by: verb } : null,
    otherwise: act,
    matter: subject,
    isTalk: joint,
  };
}

export const ACCORD = /^(?:agreements?|understandings?|consensus|accords?)$/;

/** "Agreement was reached to …". */
function isReached(words: readonly Word[], at: number): boolean {
  return words[at]?.lower === "reached" && words.slice(0, at).some(({ lower }) => ACCORD.test(lower));
}

/** Index of "was" or "been" before a participle, over adverbs. */
export function auxiliaryBefore(words: readonly Word[], at: number): number {
  let i = at - 1;
  while (
    i > at - 4 &&
    /(?:ly|^also|^further|^again|^once|^especially|^both|^in|^detail|^depth|^separately)$/.test(
      words[i]?.lower ?? "",
    )
  )
    i--;
  return /^(?:was|were|been|is|are)$/.test(words[i]?.lower ?? "") ? i : -1;
}

/** "…, which was discussed", "the plan that was agreed", "as was noted". */
function isSubordinate(words: readonly Word[], be: number): boolean {
  const verb = words[be]?.lower === "been" ? be - 1 : be;
  return /^(?:which|that|who|as|if|when|than|what)$/.test(words[verb - 1]?.lower ?? "");
}

/** What a passive is about: its subject, what follows "it", or both ("the need was stressed to …"). */
function matterOf(scene: Scene, be: number, at: number): Passage {
  const subject = matterBefore(scene, be);
  const [only] = subject;
  if (only && /\s/.test(only.words)) return subject;
  return [...subject, ...restOf(scene, at)];
}

/** What follows a word, without an article. */
function matterAfter(scene: Scene, at: number): Passage {
  return restOf(scene, /^(?:the|a|an)$/.test(scene.words[at + 1]?.lower ?? "") ? at + 1 : at);
}

/** The subject of a passive; empty for "it". */
function matterBefore(scene: Scene, be: number): Passage {
  const { words } = scene;
  let from = afterOpener(words, be);
  while (from < be && /^(?:the|a|an|also)$/.test(words[from]?.lower ?? "")) from++;
  const [first, last] = [words[from], words[be - 1]];
  if (!first || !last || from >= be || /^(?:it|there|this|that)$/.test(first.lower)) return [];
  const place = trimmedAt(scene.text, first.start, last.end);
  return place ? [place] : [];
}

/** Past "In this context" and "During the call,". */
function afterOpener(words: readonly Word[], end: number): number {
  const first = words[0]?.lower ?? "";
  if (!PREPOSITIONS.has(first) && !/^(?:while|when|as|given|meanwhile|also|moreover|besides)$/.test(first))
    return 0;
  const comma = words.findIndex(({ form }, i) => form === "," && i < end);
  if (comma !== -1) return comma + 1;
  return /^(?:this|that|these)$/.test(words[1]?.lower ?? "") ? 3 : 0;
}
