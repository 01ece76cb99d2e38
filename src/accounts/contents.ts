/**
 * Contents as terms: what a stretch of an account says, word by word, in forms
 * that can be held against another account.
 *
 * Takes a Reading and a passage of it. Times become their TIMEX3 value, names
 * and demonyms the actor meant, numbers their value, modals, negations and
 * quantifiers their family, all other words their stem. White space and the
 * form of quotation marks leave no trace; a word or two held in quotation marks
 * are told apart, for that is a distance. What a difference means is left to
 * `moves.ts`.
 */

import {
  DENIALS,
  HEDGES,
  MODAL_KEYS,
  OPEN_NUMBERS,
  QUANTIFIER_KEYS,
  QUANTIFIER_PHRASES,
  RULED,
  SCALES,
  SMALL_WORDS,
} from "../lexicon/compared.ts";
import { demonymIn } from "../lexicon/demonym-look.ts";
import { foldOf } from "../lexicon/names.ts";
import { NEGATIONS } from "../lexicon/qualifiers.ts";
import { timeWords } from "../lexicon/times.ts";
import type { Actor, Condition, Mention, Reading, Time } from "../reading/reading.ts";
import { countBefore } from "../text/search.ts";
import { contains, isSpace, type Passage, type Place, placeAt, type Span } from "../text/span.ts";
import { type Word, wordsIn } from "../text/words.ts";
import { wordKeyOf } from "./word-keys.ts";

export type TermKind =
  | "negation"
  | "modality"
  | "number"
  | "date"
  | "quantifier"
  | "actor"
  | "conjunct"
  | "word"
  | "small";

export interface Term extends Place {
  kind: TermKind;
  /** What it is compared by: two terms with one key say the same. */
  key: string;
  /** Value of a number; `null` for an open one ("hundreds") and for anything else. */
  value: number | null;
  /** Index of the condition that it stands in; -1 for none. */
  condition: number;
  /** It stands in quotation marks with no more than one other: more words are quoted, not held at a distance. */
  distant: boolean;
}

export interface Content {
  /** Id of the document. */
  document: string;
  passage: Passage;
  terms: Term[];
  /** Kinds of the conditions that `Term.condition` points into. */
  conditions: Condition["kind"][];
}

/** Longer contents are compared by their beginning: no account says one thing in more words. */
const MOST_TERMS = 160;

export function contentOf(
  reading: Reading,
  passage: Passage,
  conditions: readonly Condition[] = [],
): Content {
  const scene = sceneOf(reading);
  const terms: Term[] = [];
  for (const part of passage) {
    if (terms.length >= MOST_TERMS) break;
    termsInto(terms, scene, part);
  }
  const scares = passage.flatMap((part) => within(scene.scares, part));
  for (const term of terms) {
    term.condition = conditions.findIndex(({ condition }) =>
      condition.some((place) => contains(place, term)),
    );
    term.distant = scares.some((scare) => contains(scare, term) && isShort(scene.text, scare));
  }
  const kinds: Condition["kind"][] = conditions.map(({ kind }) => kind);
  markOpenConditions(terms, kinds, scene.text);
  return { document: reading.document.id, passage, terms, conditions: kinds };
}

function isShort(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim().split(/\s+/).length <= 2;
}

/** Words that open a condition where the reader saw none: "until Vale signs", "if they come". */
const OPENERS: ReadonlyMap<string, Condition["kind"]> = new Map([
  ["if", "if"],
  ["unless", "unless"],
  ["until", "until"],
  ["provided", "provided"],
]);

/** The condition reaches to a comma or the end. "Until Friday" is a date. */
function markOpenConditions(terms: Term[], kinds: Condition["kind"][], text: string): void {
  for (let at = 0; at < terms.length; at++) {
    const opener = terms[at];
    const kind = OPENERS.get(opener?.words.toLowerCase() ?? "");
    if (!opener || !kind || opener.condition >= 0 || isClock(terms[at + 1])) continue;
    const index = kinds.push(kind) - 1;
    let last = opener;
    for (let i = at; i < terms.length; i++) {
      const term = terms[i];
      if (!term || term.condition >= 0 || /[,;]/.test(text.slice(last.end, term.start))) break;
      term.condition = index;
      last = term;
    }
  }
}

/** "Until Friday", "from three until five". */
function isClock(term: Term | undefined): boolean {
  return term?.kind === "date" || term?.kind === "number";
}

/** What of a Reading the contents need, looked up once. */
interface Scene {
  text: string;
  mentions: readonly Mention[];
  times: readonly Time[];
  actors: ReadonlyMap<string, Actor>;
  scares: readonly Span[];
}

const scenes = new WeakMap<Reading, Scene>();

function sceneOf(reading: Reading): Scene {
  const known = scenes.get(reading);
  if (known) return known;
  const scene: Scene = {
    text: reading.document.text,
    mentions: reading.mentions,
    times: reading.times.filter(({ type }) => type !== "SET"),
    actors: new Map(reading.actors.map((actor) => [actor.id, actor])),
    scares: reading.quotations
      .filter(({ kind }) => kind === "scare")
      .flatMap(({ inner }) => inner)
      .sort((a, b) => a.start - b.start),
  };
  scenes.set(reading, scene);
  return scene;
}

function termsInto(terms: Term[], scene: Scene, part: Place): void {
  const words = wordsIn(scene.text, part).filter(
    (word) => word.kind !== "mark" || /^[%$€£]$/.test(word.form),
  );
  const times = within(scene.times, part);
  const mentions = within(scene.mentions, part).filter(({ form }) => form !== "pronoun" && form !== "group");
  for (let at = 0; at < words.length && terms.length < MOST_TERMS; ) {
    const found =
      timeAt(scene, words, at, times) ??
      phraseAt(words, at) ??
      numberAt(words, at) ??
      actorAt(scene, words, at, mentions) ??
      wordAt(words, at);
    const first = words[at];
    const last = words[found.to - 1];
    if (first && last) {
      const place = placeAt(scene.text, first.start, last.end);
      terms.push({
        ...place,
        kind: found.kind,
        key: found.key,
        value: found.value ?? null,
        condition: -1,
        distant: false,
      });
    }
    if (found.kind === "actor") terms.push(...namedInside(scene, words.slice(at, found.to), mentions));
    at = found.to;
  }
}

/** States named inside a longer name or title: "Iran's new president, Hassan Rouhani". */
function namedInside(scene: Scene, words: readonly Word[], mentions: readonly Mention[]): Term[] {
  if (words.length < 2) return [];
  const [from, to] = [words[0]?.start ?? 0, words[words.length - 1]?.end ?? 0];
  return mentions
    .filter(
      ({ start, end, link }) => start >= from && end <= to && end - start < to - from && link.actor !== null,
    )
    .map(({ start, end, link }) => ({
      ...placeAt(scene.text, start, end),
      kind: "actor",
      key: actorKeyOf(link.actor ?? "", scene.actors),
      value: null,
      condition: -1,
      distant: false,
    }));
}

interface Found {
  to: number;
  kind: TermKind;
  key: string;
  value?: number | null;
}

/** Those of spans in text order that stand inside the part. */
export function within<T extends Span>(spans: readonly T[], part: Span): T[] {
  const from = countBefore(spans.length, (i) => (spans[i]?.start ?? 0) < part.start);
  const found: T[] = [];
  for (let i = from; i < spans.length; i++) {
    const span = spans[i];
    if (!span || span.start >= part.end) break;
    if (span.end <= part.end) found.push(span);
  }
  return found;
}

/** First word after the span, or -1 when the span does not begin at this word. */
function endOf(words: readonly Word[], at: number, span: Span | undefined): number {
  if (!span || (words[at]?.start ?? -1) !== span.start) return -1;
  let to = at + 1;
  while (to < words.length && (words[to]?.end ?? 0) <= span.end) to++;
  return to;
}

function timeAt(scene: Scene, words: readonly Word[], at: number, times: readonly Time[]): Found | null {
  const time = times.find(({ start }) => start === words[at]?.start);
  const to = endOf(words, at, time);
  if (!time || to < 0) return null;
  // "Now", "soon": they tell no day.
  if (time.value === null || time.value.endsWith("_REF")) {
    const counts = words.slice(at, to).some((_, i) => plainNumberOf(words, at + i) !== null);
    return { to, kind: counts ? "number" : "word", key: foldedWords(scene.text, time), value: null };
  }
  const kind = time.type === "DURATION" ? "number" : "date";
  // Of "two to three weeks" the value is the last: each number counts.
  const range = /\b(?:to|or)\b/.test(time.words) ? ` ${foldedWords(scene.text, time)}` : "";
  const key = time.mod ? `${time.value} ${time.mod}${range}` : `${time.value}${range}`;
  return { to, kind, key, value: null };
}

function foldedWords(text: string, span: Span): string {
  return text.slice(span.start, span.end).toLowerCase().replace(/\s+/g, " ");
}

function phraseAt(words: readonly Word[], at: number): Found | null {
  const lower = (i: number) => words[at + i]?.lower ?? "";
  const phrase = QUANTIFIER_PHRASES.find(([, list]) => list.every((word, i) => lower(i) === word));
  if (phrase) return { to: at + phrase[1].length, kind: "quantifier", key: phrase[0] };
  if (RULED.has(lower(0)) && lower(1) === "out") return { to: at + 2, kind: "negation", key: "deny" };
  if ((lower(0) === "has" || lower(0) === "have" || lower(0) === "had") && lower(1) === "to")
    return { to: at + 2, kind: "modality", key: "must" };
  if (lower(0) === "as" && lower(1) === "well" && lower(2) === "as")
    return { to: at + 3, kind: "conjunct", key: "and" };
  if (lower(0) === "not" && lower(1) === "only") return { to: at + 2, kind: "small", key: "also" };
  return null;
}

/** "Three", "3", "2.5 million", "twenty-five", "40 per cent", "$200 million", "hundreds". */
function numberAt(words: readonly Word[], at: number): Found | null {
  const first = words[at];
  if (!first) return null;
  let to = at;
  let unit = "";
  if (/^[$€£]$/.test(first.form)) {
    unit = first.form;
    to++;
  }
  const base = words[to] ? plainNumberOf(words, to) : null;
  if (base === null) return openNumberAt(words, at);
  let value = base;
  to++;
  for (
    let scale = SCALES.get(words[to]?.lower ?? "");
    scale !== undefined;
    scale = SCALES.get(words[to]?.lower ?? "")
  ) {
    value *= scale;
    to++;
  }
  const next = words[to]?.lower ?? "";
  if (next === "%" || next === "percent") {
    unit = "%";
    to++;
  } else if (next === "per" && words[to + 1]?.lower === "cent") {
    unit = "%";
    to += 2;
  }
  if (first.form.endsWith("%")) unit = "%";
  return { to, kind: "number", key: `${unit}${value}`, value };
}

function openNumberAt(words: readonly Word[], at: number): Found | null {
  const word = words[at];
  if (!word || !OPEN_NUMBERS.has(word.lower)) return null;
  return { to: at + 1, kind: "number", key: word.lower, value: null };
}

/** "One" counts only before what it counts: not in "one of", "one another", "no one". */
function plainNumberOf(words: readonly Word[], at: number): number | null {
  const word = words[at];
  if (!word) return null;
  const figures = /^(\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d+)?)(%|m|bn|mn|k)?$/.exec(word.lower);
  if (figures) {
    const scale = figures[2] === "k" ? 1000 : (SCALES.get(figures[2] ?? "") ?? 1);
    return Number((figures[1] ?? "").replaceAll(",", "")) * scale;
  }
  if (word.lower === "one") {
    const next = words[at + 1]?.lower ?? "";
    const before = words[at - 1]?.lower ?? "";
    const counts = /^[a-z]{3,}$/.test(next) && !/^(?:another|and|with|who|which|that|for)$/.test(next);
    return counts && !/^(?:no|any|every|some|this|that|each|the|which)$/.test(before) ? 1 : null;
  }
  if (word.lower === "a" || word.lower === "an") {
    const scale = words[at + 1]?.lower ?? "";
    return /^(?:hundred|dozen|thousand|million|billion)$/.test(scale) ? 1 : null;
  }
  return word.lower.split("-").reduce<number | null>((sum, part) => {
    const known = timeWords.get(part);
    if (sum === null || !known) return null;
    return known.kind === "number" || known.kind === "tens" || known.kind === "scale"
      ? sum + known.value
      : null;
  }, 0);
}

function actorAt(
  scene: Scene,
  words: readonly Word[],
  at: number,
  mentions: readonly Mention[],
): Found | null {
  const word = words[at];
  if (!word) return null;
  // The longest mention that begins here; "the" before it belongs to it.
  let mention: Mention | undefined;
  for (const one of mentions) {
    if (one.start === word.start && (!mention || one.end > mention.end)) mention = one;
  }
  const to = endOf(words, at, mention);
  if (mention && to > 0) {
    const id = mention.link.actor;
    // A name that only this text knows is the same name untied in another.
    const isKnown = id !== null && (/^(?:Q\d+|[A-Z]{3})$/.test(id) || /^(?:unnamed|group):/.test(id));
    const key = isKnown ? actorKeyOf(id, scene.actors) : `untied:${foldOf(mention.words)}`;
    return { to, kind: "actor", key };
  }
  const side = demonymIn(word.lower);
  if (side !== null && word.form !== word.lower) return { to: at + 1, kind: "actor", key: side };
  const isCapital = /(?:^|-)\p{Lu}/u.test(word.form) && !SMALL_WORDS.has(word.lower);
  const isName = isCapital && (at > 0 || !opensSentence(scene.text, word.start));
  return isName ? { to: at + 1, kind: "actor", key: `untied:${foldOf(word.form)}` } : null;
}

/** A content may begin in the middle of a sentence: there a capital is a name's. */
function opensSentence(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && isSpace(text.charCodeAt(at))) at--;
  return at < 0 || /[.!?:;"“”'‘’\-–—]/.test(text.charAt(at));
}

/** Organs, offices and capitals speak for their state; people stand for themselves. */
export function actorKeyOf(id: string, actors: ReadonlyMap<string, Actor>): string {
  const actor = actors.get(id);
  if (!actor || actor.kind === "person" || actor.side === null) return id;
  return actor.kind === "organ" || actor.kind === "office" ? actor.side : id;
}

function wordAt(words: readonly Word[], at: number): Found {
  const lower = words[at]?.lower ?? "";
  const to = at + 1;
  // "Won't" denies and binds: it denies first.
  if (NEGATIONS.has(lower) || lower.endsWith("n't")) return { to, kind: "negation", key: "not" };
  if (DENIALS.has(lower)) return { to, kind: "negation", key: "deny" };
  const modal = MODAL_KEYS.get(lower) ?? (HEDGES.has(lower) ? `hedge:${HEDGES.get(lower)}` : undefined);
  if (modal) return { to, kind: "modality", key: modal };
  const quantifier = QUANTIFIER_KEYS.get(lower);
  if (quantifier) return { to, kind: "quantifier", key: quantifier };
  if (lower === "and" || lower === "or") return { to, kind: "conjunct", key: lower };
  if (SMALL_WORDS.has(lower)) return { to, kind: "small", key: lower };
  return { to, kind: "word", key: wordKeyOf(lower) };
}
