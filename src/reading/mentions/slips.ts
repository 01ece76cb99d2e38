/**
 * Damaged names: a word one letter off the family name of somebody whom the
 * document names rightly elsewhere, or of the one who holds the office told
 * before it.
 *
 * Sure is what a title, a first name or a word of saying vouches for; then the
 * mention is linked and a note tells of it. A woman's ending on a man's family
 * name alone ("Ushakova said") may be his wife: that links nobody.
 *
 * Known miss: two letters off; a damaged name in a text that has it nowhere
 * right and gives no office.
 */

import type { Gazetteer } from "../../lexicon/gazetteer.ts";
import { genderOf } from "../../lexicon/given-names.ts";
import { foldOf, nameKeyOf, nameWordsOf } from "../../lexicon/names.ts";
import { isSlip, isWomansForm, shortenedBy } from "../../lexicon/slips.ts";
import { coverOf } from "../links/terms-of-office.ts";
import type { Clue, NameClue } from "./clues.ts";

/** Whom a shortened family name may stand for: two at most are kept, for two are as good as none. */
export type SlipBook = Map<string, NameClue[]>;

/** Family names alone that are shorter have too many neighbours among the words. */
const SHORTEST_ALONE = 6;
const MOST = 3000;

export function learnSlip(slips: SlipBook, name: NameClue | null): void {
  const family = name?.keys[name.keys.length - 1];
  if (!name || family === undefined || name.keys.length < 2 || family.length < 5 || slips.size > MOST * 8)
    return;
  for (const key of shortenedBy(family)) {
    const known = slips.get(key) ?? [];
    const isKnown = known.some((one) => one.keys[one.keys.length - 1] === family);
    if (!isKnown && known.length < 2) slips.set(key, [...known, name]);
  }
}

/** The one named in the document whose family name this key is a slip of; `null` for none, or two. */
export function slippedFrom(slips: SlipBook, key: string): NameClue | null {
  const found = new Set<NameClue>();
  for (const near of shortenedBy(key)) {
    for (const name of slips.get(near) ?? [])
      if (isSlip(key, name.keys[name.keys.length - 1] ?? "")) found.add(name);
  }
  const [only] = found;
  return only && found.size === 1 ? only : null;
}

/** A damaged family name after a title: of somebody named in the document whom the title fits, or of the office's holder. */
export function titledSlip(
  key: string,
  clue: Clue,
  slips: SlipBook,
  gazetteer: Gazetteer,
  day: string | null,
): NameClue | null {
  if (key.length < 5 || gazetteer.peopleOfFamily(key).length > 0) return null;
  const woman = /^(?:mrs|lady|princess)$/.test(clue.role?.key ?? "");
  const office = clue.sides[0] !== undefined && clue.role ? `${clue.sides[0]}:${clue.role.key}` : null;
  const holders =
    office === null || day === null || clue.former
      ? []
      : gazetteer
          .termsIn(office)
          .filter((term) => coverOf(term, day) > 0)
          .map((term) => term.person);
  const named = slippedFrom(slips, key);
  if (woman) return null;
  if (named) return holders.length === 0 || named.people.some((id) => holders.includes(id)) ? named : null;
  const fits = [...new Set(holders)].filter((id) => isSlip(key, familyKeyOf(gazetteer, id)));
  return fits.length === 1 ? { keys: [key], words: "", people: fits } : null;
}

function familyKeyOf(gazetteer: Gazetteer, id: string): string {
  const words = nameWordsOf(gazetteer.personOf(id)?.name ?? "");
  return nameKeyOf(words[words.length - 1] ?? "");
}

/** Whether a family name alone may be a slip: long enough, and no woman's ending. */
export function slipAlone(slips: SlipBook, key: string): { name: NameClue; isSure: boolean } | null {
  if (key.length < SHORTEST_ALONE || key.endsWith("s")) return null;
  const name = slippedFrom(slips, key);
  const family = name?.keys[name.keys.length - 1] ?? "";
  if (!name || family.length < SHORTEST_ALONE || family[0] !== key[0]) return null;
  return { name, isSure: !isWomansForm(key, family) || isWoman(name) };
}

function isWoman(name: NameClue): boolean {
  const words = name.words.split(/[\s-]+/).map(foldOf);
  return genderOf(words[0] ?? "", words[words.length - 1] ?? "") === "f";
}
