/**
 * Tellings: what an account says, cut into the pieces that another account can
 * agree with.
 *
 * Takes an account and its Reading; gives its statements, innermost first hand
 * ("the aide said that the president warned" is the president's warning), and
 * the sentences of the body that are nobody's statement: an official paper
 * speaks in them, and no account is silent on what stands there. Questions of
 * reporters, pieces too short to be held against anything, and what only
 * repeats a fact of the contact are left out.
 */

import { CUE_FORMS } from "../lexicon/cues.ts";
import type { Act, Actor, ChainLink, Condition, Contact, Reading, Statement } from "../reading/reading.ts";
import { countBefore } from "../text/search.ts";
import { hullOf, overlaps, type Passage, placeOf, type Span } from "../text/span.ts";
import { wordsIn } from "../text/words.ts";
import type { Account } from "./accounts.ts";
import { type Content, contentOf } from "./contents.ts";
import { type Denial, denialOf } from "./denials.ts";
import { type Ground, voiceOf } from "./voices.ts";

export interface Telling {
  /** Id of the account. */
  account: string;
  /** Id of the statement; for a sentence of the account's own, `n` and its index. */
  finding: string;
  words: Passage;
  /** Words as one string, as vectors are asked for. */
  text: string;
  content: Content;
  chain: ChainLink[];
  side: string | null;
  speaker: string | null;
  /** Whether a state speaks in its own paper: what it tells there may be anybody's words. */
  ownVoice: boolean;
  /** Side of a speaker whom nobody knows by name: whoever answers for an official paper. */
  speakerSide: string | null;
  addressee: string | null;
  act: Act | null;
  /** The verb that hands over, bare: "warn". */
  verb: string | null;
  verbWords: Passage;
  conditions: Condition[];
  confidence: number;
  /** Whether it tells what comes next, as the reader found. */
  followUp: boolean;
  /** What it denies of the contact; `null` for most. */
  denial: Denial | null;
}

/** What a telling stands on, looked up once for an account. */
interface TellingGround extends Ground {
  /** Cue words by attribution. */
  cues: ReadonlyMap<string, Passage>;
}

export interface Told {
  account: Account;
  reading: Reading;
}

export function groundOf({ account, reading }: Told): TellingGround {
  const contact = contactOf({ account, reading });
  return {
    side: account.side,
    actors: new Map(reading.actors.map((actor) => [actor.id, actor])),
    cues: new Map(reading.attributions.map(({ id, cue }) => [id, cue])),
    participants: new Set(contact?.participants.map(({ value }) => value) ?? []),
  };
}

export function contactOf({ account, reading }: Told): Contact | null {
  return reading.contacts.find(({ id }) => id === account.contact) ?? null;
}

export function tellingsOf(told: Told): Telling[] {
  const ground = groundOf(told);
  const contact = contactOf(told);
  const aside = factPlaces(contact);
  const followUps = contact?.followUps.flatMap(({ evidence }) => evidence) ?? [];
  const statements = innermost(told.reading.statements).filter((one) => !isQuestion(one, ground.actors));
  const tellings = [
    ...statements.map((one) => fromStatement(told, one, ground)),
    ...narrationOf(told.reading, statements).map((index) => fromSentence(told, index, ground)),
  ];
  return tellings
    .filter((telling) => saysEnough(telling, aside))
    .map((telling) => ({
      ...telling,
      denial: denialOf(telling, told.reading.document.text),
      followUp: telling.words.some((part) => followUps.some((place) => overlaps(part, place))),
    }))
    .sort((a, b) => (a.words[0]?.start ?? 0) - (b.words[0]?.start ?? 0));
}

function fromStatement({ account, reading }: Told, statement: Statement, ground: TellingGround): Telling {
  const { attribution, chain, act, content, conditions, confidence } = statement;
  const { speaker } = statement;
  const addressee = statement.addressee?.actor ?? null;
  const cue = ground.cues.get(statement.attribution ?? "") ?? [];
  const shown = statement.actEvidence.length > 0 ? statement.actEvidence : cue;
  return {
    account: account.id,
    finding: statement.id,
    words: content,
    text: content.map(({ words }) => words).join(" "),
    content: contentOf(reading, content, conditions),
    chain,
    side: voiceOf(chain, addressee, ground),
    speaker,
    ownVoice: speaker !== null && speaker === account.side,
    speakerSide: speaker === null && attribution !== null && isSomebody(chain) ? ground.side : null,
    addressee,
    act,
    verb: verbIn(reading.document.text, shown) ?? verbIn(reading.document.text, cue),
    verbWords: shown,
    conditions,
    confidence,
    followUp: false,
    denial: null,
  };
}

/** Somebody is pointed at, though nobody knows whom. */
function isSomebody(chain: readonly ChainLink[]): boolean {
  const last = chain[chain.length - 1];
  return last !== undefined && last.basis !== "published" && last.evidence.length > 0;
}

function verbIn(text: string, passage: Passage): string | null {
  for (const part of passage) {
    for (const word of wordsIn(text, part)) {
      const form = CUE_FORMS.get(word.lower);
      if (form) return form.verb.lemma;
    }
  }
  return null;
}

function fromSentence({ account, reading }: Told, index: number, ground: TellingGround): Telling {
  const sentence = reading.sentences[index] ?? { start: 0, end: 0 };
  const place = placeOf(reading.document.text, sentence);
  const publisher = reading.document.publisher;
  const chain: ChainLink[] = publisher
    ? [{ actor: null, evidence: publisher.evidence, basis: "published", attribution: null }]
    : [];
  return {
    account: account.id,
    finding: `n${index}`,
    words: [place],
    text: place.words,
    content: contentOf(reading, [place]),
    chain,
    side: ground.side,
    speaker: null,
    ownVoice: false,
    speakerSide: null,
    addressee: null,
    act: null,
    verb: null,
    verbWords: [],
    conditions: [],
    confidence: 0.8,
    followUp: false,
    denial: null,
  };
}

/** A statement that mostly hands on others is left to those. */
function innermost(statements: readonly Statement[]): Statement[] {
  const places = statements.flatMap((one) => one.content.map((place) => ({ place, one })));
  places.sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end);
  return statements.filter((outer) => {
    const size = lengthOf(outer.content);
    const hull = hullOf(outer.content);
    if (!hull) return false;
    const inner: Span[] = [];
    const first = countBefore(places.length, (i) => (places[i]?.place.start ?? 0) < hull.start);
    for (let i = first; i < places.length; i++) {
      const { place, one } = places[i] ?? { place: hull, one: outer };
      if (place.start >= hull.end) break;
      if (one === outer || place.end <= hull.start) continue;
      const smaller =
        lengthOf(one.content) < size ||
        (lengthOf(one.content) === size && one.chain.length > outer.chain.length);
      if (
        smaller &&
        one.chain.length > outer.chain.length &&
        place.start >= hull.start &&
        place.end <= hull.end
      )
        inner.push(place);
    }
    return unionLength(inner) < size * MOSTLY;
  });
}

const MOSTLY = 0.5;

function lengthOf(passage: readonly Span[]): number {
  return passage.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Spans sorted by start. */
function unionLength(spans: readonly Span[]): number {
  let sum = 0;
  let reached = -1;
  for (const { start, end } of spans) {
    if (end <= reached) continue;
    sum += end - Math.max(start, reached);
    reached = end;
  }
  return sum;
}

/** What a reporter asks tells nothing of the contact; what a president asks does. */
function isQuestion({ act, content, speaker }: Statement, actors: ReadonlyMap<string, Actor>): boolean {
  const last = content[content.length - 1]?.words.trimEnd() ?? "";
  const nobody = speaker === null || actors.get(speaker)?.kind === "unnamed";
  return nobody && (act === "ask" || last.endsWith("?")) && last.endsWith("?");
}

/** Indexes of the body's sentences that no statement takes up. */
function narrationOf(reading: Reading, statements: readonly Statement[]): number[] {
  const places = statements.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  const bodies = reading.document.regions.filter(({ kind }) => kind === "body");
  const found: number[] = [];
  let from = 0;
  for (const [index, sentence] of reading.sentences.entries()) {
    while (from < places.length && (places[from]?.end ?? 0) <= sentence.start) from++;
    if (!bodies.some((body) => body.start <= sentence.start && sentence.end <= body.end)) continue;
    const taken: Span[] = [];
    for (let i = from; i < places.length; i++) {
      const place = places[i];
      if (!place || place.start >= sentence.end) break;
      if (overlaps(place, sentence))
        taken.push({ start: Math.max(place.start, sentence.start), end: Math.min(place.end, sentence.end) });
    }
    const isAsked = reading.document.text.slice(sentence.start, sentence.end).trimEnd().endsWith("?");
    if (!isAsked && unionLength(taken) < (sentence.end - sentence.start) * TAKEN) found.push(index);
  }
  return found;
}

const TAKEN = 0.35;

/** Words of the facts that stand as points of their own. */
function factPlaces(contact: Contact | null): Span[] {
  const told = contact
    ? [
        contact.kind,
        contact.channel,
        contact.requestedBy,
        contact.date,
        ...contact.clocks,
        contact.duration,
        contact.place,
        contact.language,
      ]
    : [];
  return told.flatMap((one) => one?.evidence ?? []).sort((a, b) => a.start - b.start);
}

/** Words in which any account tells that there was a contact. */
const CONTACT_WORDS =
  /^(?:call|convers|talk|meet|met|phon|teleph|speak|spok|spoke|held|hold|took|plac|last|minut|hour|initiat|request|sid|began|begin|start|end|went|conduct|video|confer|lead|presid|minist|propos|tak|near|full|close)/;
const ENOUGH = 2;

/** A word of its own at least, and with it another word or a name. */
function saysEnough({ content }: Telling, aside: readonly Span[]): boolean {
  let [own, words, names] = [0, 0, 0];
  for (const term of content.terms) {
    if (term.kind === "actor" || term.kind === "negation") names++;
    if (term.kind !== "word" && term.kind !== "number" && term.kind !== "date") continue;
    words++;
    if (term.kind === "word" && CONTACT_WORDS.test(term.words.toLowerCase())) continue;
    if (!aside.some((place) => overlaps(place, term))) own++;
  }
  return words + names >= ENOUGH && (own >= ENOUGH || (own > 0 && names > 0 && words <= ENOUGH));
}
