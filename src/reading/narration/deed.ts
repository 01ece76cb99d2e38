/**
 * A deed of speech that the narrator tells: its verb, its act, its matter and
 * whose it is. Made by `topics.ts`, `passives.ts` and `actives.ts`.
 */

import type { Act } from "../../lexicon/acts.ts";
import { type Passage, trimmedAt } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import type { ActShown } from "../acts/shown.ts";
import type { Scene } from "../contacts/scenes.ts";
import { bothOf, type Doer, type Parties } from "./doers.ts";

export interface Deed {
  doer: Doer;
  verb: Word;
  /** The act with the word that shows it; `null` where verb and matter must show it. */
  act: ActShown | null;
  /** The act that the verb names where its matter shows no other. */
  otherwise: Act;
  /** What was said, agreed or discussed. */
  matter: Passage;
  /** Whether the deed is one of talking with each other: no other contact, no remark made elsewhere. */
  isTalk: boolean;
}

/** Talk about the rest of the sentence, by both. */
export function jointTalk(scene: Scene, verb: Word, at: number, parties: Parties): Deed {
  const act: ActShown = { act: "discuss", by: verb };
  return {
    doer: bothOf(parties),
    verb,
    act,
    otherwise: "discuss",
    matter: restOf(scene, at),
    isTalk: true,
  };
}

/** What follows a word, to the end of the sentence. */
export function restOf({ words, text, sentence }: Scene, at: number): Passage {
  const place = trimmedAt(text, words[at]?.end ?? sentence.end, sentence.end);
  return place ? [place] : [];
}
