/**
 * Tellings: what an account says, cut into the pieces that another account can
 * agree with.
 *
 * Takes an account and its Reading; gives the clauses of its statements,
 * innermost first hand ("the aide said that the president warned" is the
 * president's warning), and the clauses of the body that are nobody's
 * statement: an official paper speaks in them, and no account is silent on what
 * stands there. Questions of
 * reporters, pieces too short to be held against anything, and what only
 * repeats a fact of the contact are left out.
 */

import { ACT_FORCES } from "../lexicon/compared.ts";
import { CUE_FORMS, CUE_NOUNS, LIGHT_VERBS } from "../lexicon/cues.ts";
import type { Act, Actor, ChainLink, Condition, Contact, Reading, Statement } from "../reading/reading.ts";
import { overlaps, type Passage, type Span } from "../text/span.ts";
import { wordsIn } from "../text/words.ts";
import type { Account } from "./accounts.ts";
import { type Content, contentOf } from "./contents.ts";
import { type Deed, deedIn } from "./deeds-told.ts";
import { type Denial, denialOf } from "./denials.ts";
import { innermost, type Left, leftIn, piecesOf } from "./pieces.ts";
import { type Ground, voiceOf } from "./voices.ts";

export interface Telling {
  /** Id of the account. */
  account: string;
  /** Id of the statement, of which it may be a clause; for words of the account's own, `n` and the index of the sentence. */
  finding: string;
  words: Passage;
  /** Words as one string, as vectors are asked for. */
  text: string;
  content: Content;
  chain: ChainLink[];
  side: string | null;
  speaker: string | null;
  /** Who did it in the end: the speaker, unless the words tell of another's deed ("the aide said that Vale refused"). */
  doer: string | null;
  /** Whether a state speaks in its own paper: what it tells there may be anybody's words. */
  ownVoice: boolean;
  /** Side of a speaker whom nobody knows by name: whoever answers for an official paper. */
  speakerSide: string | null;
  addressee: string | null;
  act: Act | null;
  /** The verb of the deed, bare: "warn". */
  verb: string | null;
  /** The act that verb and noun tell ("expressed the hope"), not what the content lets one think. */
  deed: Act | null;
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

/** An account with all that it tells. */
export interface ToldInFull extends Told {
  tellings: Telling[];
}

export function toldInFull(told: Told): ToldInFull {
  return { ...told, tellings: tellingsOf(told) };
}

export function tellingsOf(told: Told): Telling[] {
  const ground = groundOf(told);
  const contact = contactOf(told);
  const aside = factPlaces(contact);
  const followUps = contact?.followUps.flatMap(({ evidence }) => evidence) ?? [];
  const statements = innermost(told.reading.statements).filter((one) => !isQuestion(one, ground.actors));
  const tellings = [
    ...statements.flatMap((one) => fromStatement(told, one, ground, aside)),
    ...leftIn(told.reading, statements).map((left) => fromLeft(told, left, ground)),
  ];
  return tellings
    .filter((telling) => saysEnough(telling, aside))
    .map((telling) => ({
      ...telling,
      denial: denialOf(telling, told.reading),
      followUp: telling.words.some((part) => followUps.some((place) => overlaps(part, place))),
    }))
    .sort((a, b) => (a.words[0]?.start ?? 0) - (b.words[0]?.start ?? 0));
}

/** A telling for each matter of the statement; the whole, where no piece says enough alone. */
function fromStatement(
  told: Told,
  statement: Statement,
  ground: TellingGround,
  aside: readonly Span[],
): Telling[] {
  const whole = fromWords(told, statement, statement.content, ground);
  const pieces = piecesOf(told.reading, statement.content);
  if (pieces.length < 2) return [whole];
  // What says too little alone stays with what stands before it.
  const joined: Passage[] = [];
  for (const piece of pieces) {
    const enough = saysEnough(fromWords(told, statement, piece, ground), aside);
    const last = joined[joined.length - 1];
    if (last && !enough) last.push(...piece);
    else joined.push([...piece]);
  }
  return joined.length < 2 ? [whole] : joined.map((piece) => fromWords(told, statement, piece, ground));
}

function fromWords(
  { account, reading }: Told,
  statement: Statement,
  words: Passage,
  ground: TellingGround,
): Telling {
  const { attribution, chain, act, confidence } = statement;
  const conditions = statement.conditions.filter(({ condition }) => meet(condition, words));
  const { speaker } = statement;
  const addressee = statement.addressee?.actor ?? null;
  const cue = ground.cues.get(statement.attribution ?? "") ?? [];
  const shown = statement.actEvidence.length > 0 ? statement.actEvidence : cue;
  const told = deedAt(reading, words);
  const deed = told && weighs(told.verb) ? told : null;
  const verb = deed?.verb ?? verbIn(reading.document.text, shown) ?? verbIn(reading.document.text, cue);
  return {
    account: account.id,
    finding: statement.id,
    words,
    text: textOf(words),
    content: contentOf(reading, withPolarity(statement, words), conditions),
    chain,
    side: voiceOf(chain, addressee, ground),
    speaker,
    doer: deed ? deed.doer : speaker,
    ownVoice: speaker !== null && speaker === account.side && !deed,
    speakerSide: speaker === null && attribution !== null && isSomebody(chain) ? ground.side : null,
    addressee,
    act,
    verb,
    deed:
      verb === "ask" && act === "request"
        ? act
        : actOfDeed(reading.document.text, verb, deed?.verbWords ?? shown),
    verbWords: deed?.verbWords ?? shown,
    conditions,
    confidence,
    followUp: false,
    denial: null,
  };
}

/** Words after a light verb in which its noun stands. */
const NOUN_NEAR = 40;

/** "Expressed the hope", "gave a promise": the noun tells the act. "Suggested that it was a mistake" proposes nothing. */
function actOfDeed(text: string, verb: string | null, verbWords: Passage): Act | null {
  const [first] = verbWords;
  if (verb === null || !first) return null;
  if (LIGHT_VERBS.has(first.words.toLowerCase().split(/\s/)[0] ?? "")) {
    const after = wordsIn(text, { start: first.start, end: Math.min(text.length, first.end + NOUN_NEAR) });
    for (const { lower, form } of after.slice(1, 6)) {
      if (/^[.;:,]$/.test(form)) break;
      const act = CUE_NOUNS.get(lower);
      if (act) return act;
    }
  }
  return verb === "suggest" ? "state" : (CUE_FORMS.get(verb)?.verb.act ?? null);
}

/** A verb that does something: "refused", not "said". */
function weighs(verb: string): boolean {
  const form = CUE_FORMS.get(verb);
  return form !== undefined && ACT_FORCES[form.verb.act].force > 0;
}

/** "Does not want [to leave]": the negation stands before the content, and is its own. */
function withPolarity({ polarity, content }: Statement, words: Passage): Passage {
  const [first] = content;
  if (first?.start !== words[0]?.start) return words;
  const before = polarity.evidence.filter(({ end }) => first !== undefined && end <= first.start);
  return polarity.value === "negative" ? [...before, ...words] : words;
}

function meet(a: Passage, b: Passage): boolean {
  return a.some((one) => b.some((other) => overlaps(one, other)));
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

function fromLeft({ account, reading }: Told, { sentence, words }: Left, ground: TellingGround): Telling {
  const publisher = reading.document.publisher;
  const chain: ChainLink[] = publisher
    ? [{ actor: null, evidence: publisher.evidence, basis: "published", attribution: null }]
    : [];
  const deed = deedAt(reading, words);
  return {
    account: account.id,
    finding: `n${sentence}`,
    words,
    text: textOf(words),
    content: contentOf(reading, words),
    chain,
    side: ground.side,
    speaker: null,
    doer: deed?.doer ?? null,
    ownVoice: false,
    speakerSide: null,
    addressee: null,
    act: null,
    verb: deed?.verb ?? null,
    deed: deed ? actOfDeed(reading.document.text, deed.verb, deed.verbWords) : null,
    verbWords: deed?.verbWords ?? [],
    conditions: [],
    confidence: 0.8,
    followUp: false,
    denial: null,
  };
}

function textOf(words: Passage): string {
  return words.map((place) => place.words).join(" ");
}

function deedAt(reading: Reading, words: Passage): Deed | null {
  const [first] = words;
  return first ? deedIn(reading, first) : null;
}

/** What a reporter asks tells nothing of the contact; what a president asks does. */
function isQuestion({ act, content, speaker }: Statement, actors: ReadonlyMap<string, Actor>): boolean {
  const last = content[content.length - 1]?.words.trimEnd() ?? "";
  const nobody = speaker === null || actors.get(speaker)?.kind === "unnamed";
  return nobody && (act === "ask" || last.endsWith("?")) && last.endsWith("?");
}

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
    if (term.kind === "actor" && term.key.startsWith("untied:")) own += 0.5;
    if (term.kind !== "word" && term.kind !== "number" && term.kind !== "date") continue;
    words++;
    if (term.kind === "word" && CONTACT_WORDS.test(term.words.toLowerCase())) continue;
    if (!aside.some((place) => overlaps(place, term))) own++;
  }
  return words + names >= ENOUGH && (own >= ENOUGH || (own > 0 && names > 0 && words <= ENOUGH));
}
