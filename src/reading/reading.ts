/**
 * A Reading: everything learnt from one document, by one version of the
 * reader. The specification in prose is `docs/reading.md`; the JSON Schema in
 * `schema/` is made from these types, and a test holds the three together.
 *
 * Ids are local to a Reading and count up in text order (`a1`, `a2` …), except
 * an actor's, which is the same in every Reading.
 */

import type { Act, ActClass } from "../lexicon/acts.ts";
import type { ConditionKind } from "../lexicon/conditions.ts";
import type { Document } from "../text/document.ts";
import type { QuotationEnd, QuotationKind } from "../text/quotations.ts";
import type { Passage, Place, Span } from "../text/span.ts";

export type { Act, ActClass } from "../lexicon/acts.ts";
export type { ConditionKind } from "../lexicon/conditions.ts";
export type { QuotationEnd, QuotationKind } from "../text/quotations.ts";

/** What made the Reading. The same document and reader give the same Reading, byte for byte. */
export interface Reader {
  /** Version of Readout, as in its package.json. */
  version: string;
  /** Name and hash of the model's weights; `null` when rules alone read. */
  model: string | null;
  /** Hash of the list of actors. */
  actors: string;
}

export interface Sentence extends Span {
  /** Index of its paragraph, from 0. */
  paragraph: number;
}

export interface Quotation {
  id: string;
  /** What stands between the marks, a part for each paragraph. */
  inner: Passage;
  /** With the marks. */
  outer: Passage;
  kind: QuotationKind;
  end: QuotationEnd;
  /** The quotation that this one stands in. */
  within: string | null;
}

export type MentionForm = "name" | "title" | "description" | "pronoun" | "group" | "metonym";

/** How the one meant is known. */
export type LinkGround =
  /** The words are the actor's name, or one of its names. */
  | "named"
  /** An office, and the one who held it on the day of speech. */
  | "role-at-date"
  /** A pronoun, and what it goes back to. */
  | "pronoun"
  /** A description that fits one actor: "the diplomat", "his Russian counterpart". */
  | "described"
  /** A capital, a building or a house that stands for its state or organ. */
  | "metonym"
  /** Several at once: "both presidents". */
  | "group"
  | "unknown";

/** The tie between words and the one meant. A wrong link is worse than `unknown`. */
export interface Link {
  /** Id of the actor meant; `null` when unknown. */
  actor: string | null;
  /** Id of the office that the words name; `null` when they name none. */
  office: string | null;
  ground: LinkGround;
  /** Id of the mention that this one goes back to; `null` when it stands by itself. */
  via: string | null;
  /** Name of the rule or head that tied it. */
  rule: string;
  /** Probability that the link is right. */
  confidence: number;
}

/** Words that point at somebody. */
export interface Mention extends Place {
  id: string;
  form: MentionForm;
  link: Link;
}

export type ActorKind =
  | "person"
  | "office"
  | "organ"
  | "state"
  | "organisation"
  | "group"
  | "document"
  | "unnamed";

/** Somebody who can speak or be spoken to. */
export interface Actor {
  /** The same in every Reading: a Wikidata id ("Q7747"), an ISO 3166 code ("RUS"), or a key made from the name. */
  id: string;
  kind: ActorKind;
  /** The usual name; for an actor that no list knows, the name that the text gives. */
  name: string;
  /** Id of the state or organisation that the actor belongs to; `null` when unknown. */
  side: string | null;
  /** Office held on the day of the document, as "President of Russia"; `null` when none is known. */
  role: string | null;
  /** Ids of the members of a group; empty for anybody else. */
  members: string[];
}

export type TimeType = "DATE" | "TIME" | "DURATION" | "SET";

/** Words that tell a time, and their value in TIMEX3 (ISO-TimeML, ISO 24617-1). */
export interface Time extends Place {
  id: string;
  type: TimeType;
  /** TIMEX3 value: `2021-12-30`, `2021-12-30TEV`, `PT50M`, `XXXX-12-30`; `null` when it cannot be reckoned. */
  value: string | null;
  /** TIMEX3 modifier: APPROX, START, MID, END, LESS_THAN, MORE_THAN, EQUAL_OR_LESS …; `null` when none. */
  mod: string | null;
  /** What a relative time was reckoned from. */
  anchor: "none" | "document" | "speech" | "event";
  /** The day it was reckoned from, ISO 8601; `null` when from none. */
  anchorValue: string | null;
}

export type Manner = "direct" | "indirect" | "mixed";

/** Words of the document that are somebody else's. */
export interface Attribution {
  id: string;
  /** Who it is given to, in the text's words; empty when nobody answers for it. */
  source: Passage;
  /** The words that hand over; empty when nothing does and the content only goes on. */
  cue: Passage;
  /** The words that are the source's; empty for a bare credit. */
  content: Passage;
  manner: Manner;
  /** Id of the attribution whose content this one stands in. */
  within: string | null;
  /** Id of the attribution that this one goes on from: same source and cue, further content. */
  continues: string | null;
  /** Name of the rule or head that found it. */
  rule: string;
  /** Probability that source, cue and content are right. */
  confidence: number;
  /** Other sources that are nearly as likely, likeliest first. */
  rivals: Rival[];
}

export interface Rival {
  source: Passage;
  confidence: number;
}

/** On what ground a link of a chain hands the words on. */
export type ChainBasis =
  | "published"
  | "agency"
  | "said"
  | "wrote"
  | "read-out"
  | "told"
  | "thought"
  | "anonymous"
  | "on-background";

export interface ChainLink {
  /** Id of the actor; `null` when nobody is named. */
  actor: string | null;
  /** The words that name it; empty when it comes from outside the text (the publisher). */
  evidence: Passage;
  basis: ChainBasis;
  /** Id of the attribution that hands over; `null` for the publisher. */
  attribution: string | null;
}

/** A value and the words that show it; without words, it is the default and nothing marks it. */
export interface Qualifier<T> {
  value: T;
  evidence: Passage;
}

/** How sure the innermost speaker is: FactBank (Saurí and Pustejovsky 2009). The polarity is kept apart. */
export type Certainty = "certain" | "probable" | "possible" | "uncommitted";
export type Polarity = "positive" | "negative";
export type Orientation = "past" | "present" | "future" | "none";
export type Strength = "weak" | "plain" | "strong";

export interface Condition {
  kind: ConditionKind;
  /** What must hold, with its marker: "if Russia invades". */
  condition: Passage;
  /** What follows then: "we will respond decisively". */
  consequence: Passage;
  /** For "in this case" and "this": the words it goes back to; else empty. */
  antecedent: Passage;
  /** Id of the actor in whose hand the condition lies; `null` when the text does not say. */
  holder: string | null;
  /** Name of the rule. */
  rule: string;
}

export interface Statement {
  id: string;
  /** Id of the attribution that it comes from; `null` when the narrator tells it in his own voice. */
  attribution: string | null;
  /** Id of the actor whose words or act it is; `null` when nobody is named or known. */
  speaker: string | null;
  /** Who it was said to; `null` when the text does not tell. */
  addressee: Addressee | null;
  /** How the words came, outermost first; the speaker last, or where the narrator tells of the speaker, the narrator. */
  chain: ChainLink[];
  act: Act;
  actClass: ActClass;
  /** The words that show the act. */
  actEvidence: Passage;
  /** Event type of the PLOVER ontology (Halterman and others 2023); `null` where none fits. */
  plover: Plover | null;
  content: Passage;
  polarity: Qualifier<Polarity>;
  certainty: Qualifier<Certainty>;
  orientation: Qualifier<Orientation>;
  strength: Qualifier<Strength>;
  conditions: Condition[];
  confidence: number;
}

export interface Addressee {
  /** Id of the actor; `null` when it is only words. */
  actor: string | null;
  /** Empty when it follows from the contact: of two who talk, the other one. */
  evidence: Passage;
  basis: "named" | "contact";
}

export interface Plover {
  type: string;
  mode: string | null;
  operators: ("historical" | "future" | "hypothetical" | "negated")[];
}

/** A field of a contact or track: a value, its words, and whose word it is. */
export interface Told<T> {
  value: T;
  evidence: Passage;
  chain: ChainLink[];
  confidence: number;
}

export type ContactKind = "call" | "video-call" | "meeting" | "visit" | "letter";

export interface Participant extends Told<string> {
  /** Office on the day, in the text's words or from the list of actors; `null` when neither tells. */
  role: string | null;
}

export interface Contact {
  id: string;
  /** Whether the document is mainly about this one. */
  main: boolean;
  kind: Told<ContactKind> | null;
  /** The means, in the text's words: "by telephone", "via secure video". */
  channel: Told<string> | null;
  /** Who took part; `value` is an actor's id. */
  participants: Participant[];
  /** Who asked for it; `value` is an actor's id. */
  requestedBy: Told<string> | null;
  /** TIMEX3 value of the day. */
  date: Told<string> | null;
  /** TIMEX3 values, one for each clock that the text gives. */
  clocks: Told<string>[];
  duration: (Told<string> & { mod: string | null }) | null;
  place: Told<string> | null;
  /** Languages or interpreters, in the text's words. */
  language: Told<string> | null;
  /** What was handed over, in the text's words. */
  handedOver: Told<string>[];
  /** What was agreed or announced as next, in the text's words. */
  followUps: Told<string>[];
}

/** A negotiation to come or under way. */
export interface Track {
  id: string;
  venue: Told<string> | null;
  /** In the text's words: "bilateral talks", "NATO-Russia Council". */
  format: Told<string> | null;
  /** Actors' ids. */
  parties: Told<string>[];
  date: Told<string> | null;
  subject: Told<string> | null;
  /** All the words that tell of it. */
  evidence: Passage;
  chain: ChainLink[];
}

export type NoteKind =
  | "quotation-never-closed"
  | "quotation-closed-by-opening-mark"
  | "mark-unpaired"
  | "words-missing"
  | "stop-missing"
  | "space-missing"
  | "speaker-not-named"
  | "two-possible-speakers"
  | "name-mangled"
  | "no-publication-date"
  | "not-english"
  | "boilerplate-left-out";

/** Something odd that whoever reads the record must know. */
export interface Note {
  id: string;
  kind: NoteKind;
  /** Where; `null` when it is about the whole document. */
  place: Place | null;
  /** In one sentence, for a person. */
  message: string;
}

export interface Reading {
  reader: Reader;
  document: Document;
  sentences: Sentence[];
  quotations: Quotation[];
  mentions: Mention[];
  actors: Actor[];
  times: Time[];
  attributions: Attribution[];
  statements: Statement[];
  contacts: Contact[];
  tracks: Track[];
  notes: Note[];
}
