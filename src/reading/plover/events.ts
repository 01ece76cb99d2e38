/**
 * The event that a clause tells, as a root type and mode of PLOVER.
 *
 * Takes the text, a stretch of it, and, where known, who acts (source) and on
 * whom (target); gives root, mode and the word that shows it, or `null`.
 *
 * Of several verbs the one in the target's clause counts. What is not yet done
 * is no deed: harm to come is THREATEN, a kindness to come is AGREE (PLOVER
 * manual), and a deed asked for is REQUEST.
 *
 * Known misses: events told by a noun alone ("the war went on"); a clause in
 * which the source is only named by "who"; irony.
 */

import {
  fitsStem,
  type PloverFamily,
  type PloverRoot,
  ploverFamiliesOf,
} from "../../lexicon/plover-verbs.ts";
import type { Span } from "../../text/span.ts";
import { type Word, wordsIn } from "../../text/words.ts";

export interface EventFound {
  root: PloverRoot;
  mode: string | null;
  by: Word;
}

interface Candidate extends EventFound {
  at: number;
  clause: number;
  /** In a relative clause: "the tax *that had driven* them out". */
  isAside: boolean;
}

/** Words after an event's verb among which what it needs must stand. */
const NEAR = 11;
const MOST_WORDS = 120;
/** In code units. */
const FURTHEST = 1500;

export function eventIn(
  text: string,
  stretch: Span,
  source: Span | null = null,
  target: Span | null = null,
): EventFound | null {
  const end = Math.min(stretch.end, stretch.start + FURTHEST);
  const words = wordsIn(text, { start: stretch.start, end }).slice(0, MOST_WORDS);
  const clauses = clausesOf(words);
  const relative = relativesOf(words);
  const candidates: Candidate[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word?.kind !== "word" || inside(word, source) || isNoun(words, at)) continue;
    const family = ploverFamiliesOf(word.lower).find((one) => fits(words, at, one));
    if (!family) continue;
    const { root, mode } = family;
    candidates.push({ root, mode, by: word, at, clause: clauses[at] ?? 0, isAside: relative[at] === true });
  }
  const found = chosen(words, clauses, candidates, source, target);
  return found ? asDone(words, found, candidates) : null;
}

const inside = (word: Span, span: Span | null) =>
  span !== null && word.start >= span.start && word.end <= span.end;

/** "the *attack* on", "a *visit* by": after a determiner only a noun stands, and it tells another event. */
function isNoun(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lower ?? "";
  const lower = words[at]?.lower ?? "";
  if (/(?:ed|ing)$/.test(lower) && !/^(?:the|a|an)$/.test(before)) return false;
  // "announced a suspension of", "issued a threat": the noun of a light verb does tell it.
  const light = /^(?:announc\w*|issu\w*|declar\w*|order\w*|held|hold\w*|launch\w*|stag\w*|mount\w*|carr\w*)$/;
  if (light.test(words[at - 2]?.lower ?? "") && /^(?:a|an|the)$/.test(before)) return false;
  return /^(?:the|a|an|his|her|its|their|our|of|this|that|these|those|in|on|for|over|against|after|by)$/.test(
    before,
  );
}

function fits(words: readonly Word[], at: number, family: PloverFamily): boolean {
  if (family.near.length === 0) return true;
  const near = words.slice(Math.max(0, at - 2), at + NEAR);
  return near.some((word) => word !== words[at] && family.near.some((stem) => fitsStem(word.lower, stem)));
}

/** Clause by clause: a comma or "and" before a verb begins the next. */
function clausesOf(words: readonly Word[]): number[] {
  let clause = 0;
  return words.map((word, at) => {
    const verbNext =
      ploverFamiliesOf(words[at + 1]?.lower ?? "").length > 0 ||
      /^(?:said|will|would|they|it|he|she)$/.test(words[at + 1]?.lower ?? "");
    if (word.lower === "and" && verbNext) clause++;
    if (/^(?:while|but|as|after|when|because|since|following)$/.test(word.lower)) clause++;
    return clause;
  });
}

/** Which words stand in a relative clause: from "who" or "which" after a noun to the next comma. */
function relativesOf(words: readonly Word[]): boolean[] {
  let inside = false;
  return words.map((word, at) => {
    const before = words[at - 1]?.lower ?? "";
    const opens =
      /^(?:who|whom|whose|which)$/.test(word.lower) ||
      (word.lower === "that" &&
        !/^(?:say|says|said|warn\w*|threaten\w*|demand\w*|insist\w*|announc\w*|declar\w*|agree\w*|pledg\w*|deny|den\w+|claim\w*|urg\w*|propos\w*|request\w*|vow\w*|promis\w*|believ\w*|ask\w*|report\w*|stat\w+|told|confirm\w*|suggest\w*|,)$/.test(
          before,
        ) &&
        /^(?:had|has|have|was|were|is|are|it|he|she|they|would|will|[a-z]+ed|\p{Lu}.*)$/u.test(
          words[at + 1]?.lower ?? "",
        ));
    if (opens && at > 1) inside = true;
    else if (word.form === ",") inside = false;
    return inside;
  });
}

function chosen(
  words: readonly Word[],
  clauses: readonly number[],
  candidates: readonly Candidate[],
  source: Span | null,
  target: Span | null,
): Candidate | null {
  const passive = source !== null && target !== null && target.start < source.start;
  const reach = candidates.filter(({ by, at }) => {
    if (source && !passive && by.start < source.start) return false;
    return !(source && !passive && isSuffered(words, at));
  });
  const all = reach.length > 0 ? reach : candidates;
  const main = all.filter(({ isAside }) => !isAside);
  const open = main.length > 0 ? main : all;
  const targetAt = target ? words.findIndex((word) => word.end > target.start) : -1;
  const own = targetAt === -1 ? undefined : clauses[targetAt];
  const inClause = open.filter(({ clause, at }) => clause === own && (passive || at < targetAt + 12));
  return (inClause.length > 0 ? inClause : open)[0] ?? null;
}

/** "has been indicted by": what the subject suffers is somebody else's deed. */
function isSuffered(words: readonly Word[], at: number): boolean {
  return (
    /^(?:been|was|were|is|are|being)$/.test(words[at - 1]?.lower ?? "") &&
    words.slice(at + 1, at + 4).some(({ lower }) => lower === "by")
  );
}

const HOSTILE: ReadonlySet<PloverRoot> = new Set<PloverRoot>([
  "SANCTION",
  "COERCE",
  "ASSAULT",
  "MOBILIZE",
  "PROTEST",
  "REJECT",
]);
const KIND: ReadonlySet<PloverRoot> = new Set<PloverRoot>([
  "AID",
  "COOPERATE",
  "CONSULT",
  "CONCEDE",
  "SUPPORT",
  "RETREAT",
  "AGREE",
]);

const MODE_OF_THREAT: Partial<Record<PloverRoot, string>> = {
  SANCTION: "relations",
  COERCE: "restrict",
  ASSAULT: "violence",
  PROTEST: "dissent",
};

/** What is to come is a threat or an agreement, not the deed. */
function asDone(words: readonly Word[], found: Candidate, candidates: readonly Candidate[]): EventFound {
  const { root, mode, by, at } = found;
  if (root === "THREATEN") {
    const next = candidates.find((one) => one.at > at && MODE_OF_THREAT[one.root] !== undefined);
    return { root, mode: next ? (MODE_OF_THREAT[next.root] ?? null) : null, by };
  }
  const before = words.slice(Math.max(0, at - 3), at).map(({ lower }) => lower);
  const owed = before.some((lower) => /^(?:must|should|ought)$/.test(lower));
  if (owed && (KIND.has(root) || HOSTILE.has(root))) return { root: "REQUEST", mode: null, by };
  const ahead =
    before.some((lower) => /^(?:will|would|may|might|'ll|could)$/.test(lower)) ||
    (before.includes("to") && /^(?:is|are)$/.test(before[before.length - 2] ?? "")) ||
    (before.includes("to") &&
      before.some((lower) => /^(?:plan|expect|intend|aim|decide|hope|prepar)/.test(lower)));
  const denied = before.some((lower) => /^(?:not|never|cannot)$|n't$/.test(lower));
  if (denied && KIND.has(root)) return { root: "REJECT", mode: null, by };
  if (!ahead) return { root, mode, by };
  const conditional = words.slice(at).some(({ lower }) => lower === "unless");
  if (HOSTILE.has(root) || conditional) return { root: "THREATEN", mode: MODE_OF_THREAT[root] ?? null, by };
  // A resignation told of the subject is one, also where it is still to come.
  if (mode === "resign") return { root, mode, by };
  return KIND.has(root) ? { root: "AGREE", mode: null, by } : { root, mode, by };
}
