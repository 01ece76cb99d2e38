/**
 * Clues: what the words of a mention tell of the one meant, before anybody is
 * looked for. `mentions.ts` fills them in, `links.ts` reads them; a Reading
 * does not keep them.
 */

import type { Thing } from "../../lexicon/gazetteer.ts";
import type { Pronoun } from "../../lexicon/pronouns.ts";
import type { Role } from "../../lexicon/titles.ts";
import type { Mention } from "../reading.ts";

/** A name as the text has it. */
export interface NameClue {
  /** Keys of its words, without titles. */
  keys: string[];
  /** The words themselves, without titles: "Anna Lindqvist". */
  words: string;
  /** Ids of the listed people so named; empty for a family name alone and for unknown people. */
  people: readonly string[];
  /** The words are one letter off the name meant, surely or maybe; absent for a name written right. */
  slip?: "sure" | "maybe";
}

export interface Clue {
  name: NameClue | null;
  /** The state, organ or organisation that the words name. */
  thing: Thing | null;
  role: Role | null;
  /** Ids of the states and organisations that the role belongs to: "the French and German leaders" has two. */
  sides: string[];
  /** Key of the organ that the role belongs to, without its side: "presidency" in "Kremlin spokesman". */
  organ: string | null;
  /** Whose it is, if a person's, by name or pronoun: "his counterpart", "Orlov's spokesman". */
  owner: { pronoun: Pronoun } | { name: NameClue } | null;
  /** The role that this one serves: "aide to the Russian president". */
  serves: Role | null;
  definite: boolean;
  plural: boolean;
  /** "two", "both": a number of those meant; `null` when not told. */
  count: number | null;
  former: boolean;
  pronoun: Pronoun | null;
}

/** A mention that is not linked yet. */
export interface Pointer extends Omit<Mention, "link"> {
  clue: Clue;
}

export function noClue(): Clue {
  return {
    name: null,
    thing: null,
    role: null,
    sides: [],
    organ: null,
    owner: null,
    serves: null,
    definite: false,
    plural: false,
    count: null,
    former: false,
    pronoun: null,
  };
}
