/**
 * What a document calls its people: "K", "LBJ", "the Sec", "His Beatitude".
 *
 * Takes the people and the sources of speech, and gives the words that stand
 * for each, with a mention wherever they stand. Of several whom a word fits,
 * the one of the title is meant; else nobody.
 */

import { SHORT_TITLES, TALKERS } from "../../lexicon/first-hand.ts";
import { foldOf } from "../../lexicon/names.ts";
import { contains } from "../../text/span.ts";
import { mentionAt } from "../links/mention-index.ts";
import { noClue, type Pointer } from "../mentions/clues.ts";
import type { Attribution } from "../reading.ts";
import { distinctPeople, type Member, only, pointerAt } from "./members.ts";

/** Words that stand for a member wherever they stand: "K", "LBJ", "Sec", "HALE". */
export type Aliases = Map<string, Member>;

const MOST_ALIASES = 60;

export function aliasesOf(
  members: readonly Member[],
  mentions: readonly Pointer[],
  attributions: readonly Attribution[],
): Aliases {
  const aliases: Aliases = new Map();
  for (const member of members) {
    if (member.family.length < 2) continue;
    for (const form of [member.family, member.family.toUpperCase()])
      if (!aliases.has(form)) aliases.set(form, member);
  }
  const labels = new Set<string>();
  for (const attribution of attributions) {
    const source = attribution.source[0];
    if (!source) continue;
    const words = source.words.replace(/^the\s+/iu, "").replace(/[.:]$/u, "");
    if (attribution.rule === "speaker-turn") labels.add(words);
    if (aliases.has(words) || aliases.size > MOST_ALIASES) continue;
    const style = STYLE.exec(words)?.groups?.style?.toLowerCase();
    const styled = style === undefined ? null : byStyle(members, style);
    if (styled) aliases.set(words, styled);
    if (style !== undefined || mentionAt(mentions, source)) continue;
    const member = /^\p{Lu}{1,4}$/u.test(words) ? byInitials(members, words) : byTitle(members, words);
    if (member && words.length > 0) aliases.set(words, member);
  }
  byElimination(members, labels, aliases);
  return aliases;
}

const STYLE = /^(?:His|Her) (?<style>Majesty|Beatitude|Eminence|Grace|Holiness|Highness|Excellency)$/u;

/** Who is addressed by which style. */
const STYLED: Readonly<Record<string, string>> = {
  majesty: "king queen shah emperor empress sultan monarch",
  highness: "prince princess emir amir sultan",
  beatitude: "archbishop patriarch",
  eminence: "cardinal archbishop",
  grace: "archbishop duke",
  holiness: "pope patriarch",
  excellency: "ambassador president minister",
};

function byStyle(members: readonly Member[], style: string): Member | null {
  const titles = STYLED[style]?.split(" ") ?? [];
  return only(members.filter((member) => titles.some((title) => member.words.has(title))));
}

/** The prose may give another title than the list: "Archbishop Vale". */
export function learnTitles(text: string, mentions: readonly Pointer[], members: readonly Member[]): void {
  const byFamily = new Map(members.map((member) => [foldOf(member.family), member]));
  for (const mention of mentions) {
    const name = mention.clue.name?.words.split(/\s+/u) ?? [];
    const member = byFamily.get(foldOf(name[name.length - 1] ?? ""));
    if (!member || member.family === "") continue;
    for (const word of mention.words.toLowerCase().split(/[\s,]+/u))
      if (TALKERS.has(word)) member.words.add(word);
    const before = /(?<title>\p{Lu}\p{L}+) $/u.exec(
      text.slice(Math.max(0, mention.start - 30), mention.start),
    );
    const title = before?.groups?.title?.toLowerCase();
    if (title !== undefined && TALKERS.has(title)) member.words.add(title);
  }
}

/** "LBJ": all letters; "K": of the family, else of the title. */
function byInitials(members: readonly Member[], letters: string): Member | null {
  const fits = (test: (member: Member) => boolean) => only(members.filter(test));
  if (letters.length > 1)
    return (
      fits((member) => member.initials.toUpperCase() === letters) ??
      fits(
        (member) => member.family.startsWith(letters.slice(-1)) && member.initials.length <= letters.length,
      )
    );
  return (
    fits((member) => member.family.startsWith(letters)) ??
    fits((member) =>
      [...member.words].some((word) => TALKERS.has(word) && word.startsWith(letters.toLowerCase())),
    )
  );
}

/** The one in whose entry all words of the title stand. */
export function byTitle(members: readonly Member[], words: string): Member | null {
  const bare = words
    .toLowerCase()
    .replace(/['’]s$/u, "")
    .split(/[\s.]+/u)
    .filter((word) => word !== "" && !/^(?:the|mr|madam|mister)$/u.test(word))
    .map((word) => SHORT_TITLES.get(word) ?? word);
  if (bare.length === 0 || !bare.some((word) => TALKERS.has(word))) return null;
  return only(members.filter((member) => bare.every((word) => member.words.has(word))));
}

/** Of two who talk one is known: the other label is the other one's. */
function byElimination(members: readonly Member[], labels: ReadonlySet<string>, aliases: Aliases): void {
  const principals = distinctPeople(members.filter((member) => member.principal));
  if (labels.size !== 2 || principals.length !== 2) return;
  const [a, b] = [...labels];
  if (a === undefined || b === undefined) return;
  for (const [one, two] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = aliases.get(one) ?? byTitle(members, one);
    const other = principals.find((member) => member !== known);
    if (known && principals.includes(known) && !aliases.has(two) && !byTitle(members, two) && other)
      aliases.set(two, other);
  }
}

export function aliasPointersIn(text: string, mentions: readonly Pointer[], aliases: Aliases): Pointer[] {
  const forms = [...aliases.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (forms.length === 0) return [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}.])(?:[Tt]he )?(?<form>${forms.join("|")})(?![\\p{L}\\p{N}]|\\.\\p{L})`,
    "gu",
  );
  const added: Pointer[] = [];
  for (const match of text.matchAll(pattern)) {
    const form = match.groups?.form ?? "";
    const member = aliases.get(form);
    const span = { start: match.index, end: match.index + match[0].length };
    const there = mentionAt(mentions, span);
    if (!member || (there && !(there.clue.pronoun && contains(span, there)))) continue;
    added.push(pointerAt(text, span, "name", noClue()));
  }
  return added;
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
