/** An act with the word that shows it: what every file of this folder answers. */

import type { Act } from "../../lexicon/acts.ts";
import type { Word } from "../../text/words.ts";

export interface ActShown {
  act: Act;
  /** The word that shows it. */
  by: Word;
}

export const shown = (act: Act, by: Word | undefined): ActShown | null => (by ? { act, by } : null);
