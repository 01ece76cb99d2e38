/**
 * A Reading written by hand, for tests of what is shown: it holds one of
 * everything, and does not change when the rules get better.
 */

import type {
  Actor,
  Attribution,
  ChainLink,
  Contact,
  Note,
  Reading,
  Statement,
  Told,
} from "../src/reading/reading.ts";
import type { Document, Fact } from "../src/text/document.ts";
import { type Passage, type Place, placeAt } from "../src/text/span.ts";

export const MADE_TEXT = `Aide tells of a frank talk

PORT VALE, May 5 (Coastal News) - The presidents of Arden and Brill talked by telephone for about 40 minutes, adviser Ana Ruiz told reporters.

“President Holt warned that if the strait is closed, Arden will answer,” Ruiz said. “We never wanted this.

Talks will go on in Tarn on 10 June.

Share this story`;

/** The words as a place; the `nth` time that they stand in the text, from 1. */
export function wordsAt(text: string, words: string, nth = 1): Place {
  let at = -1;
  for (let count = 0; count < nth; count++) at = text.indexOf(words, at + 1);
  if (at === -1) throw new Error(`the text has no ${words}`);
  return placeAt(text, at, at + words.length);
}

function given<T>(value: T): Fact<T> {
  return { value, ground: "given", evidence: [] };
}

/** A Reading of the text above, or of another text with nothing found in it. */
export function madeReading(changes: { title?: string; address?: string; publisher?: string } = {}): Reading {
  const text = MADE_TEXT;
  const at = (words: string, nth = 1) => wordsAt(text, words, nth);
  const publisher = link("CN", [], "published", null);
  const ruiz = link("ruiz", [at("Ruiz", 2)], "told", "a1");
  const holt = link("holt", [at("President Holt")], "said", "a2");
  const attributions: Attribution[] = [
    attribution(
      "a1",
      [at("Ruiz", 2)],
      [at("said")],
      [
        at("“President Holt warned that if the strait is closed, Arden will answer,”"),
        at("“We never wanted this."),
      ],
      null,
    ),
    attribution(
      "a2",
      [at("President Holt")],
      [at("warned")],
      [at("that if the strait is closed, Arden will answer")],
      "a1",
    ),
  ];
  const statements: Statement[] = [
    statement("s1", "a1", "ruiz", [publisher, ruiz], "state", [
      at("President Holt warned that if the strait is closed, Arden will answer"),
      at("We never wanted this."),
    ]),
    {
      ...statement("s2", "a2", "holt", [publisher, ruiz, holt], "threaten", [
        at("if the strait is closed, Arden will answer"),
      ]),
      addressee: { actor: "lund", evidence: [], basis: "contact" },
      conditions: [
        {
          kind: "if",
          condition: [at("if the strait is closed")],
          consequence: [at("Arden will answer")],
          antecedent: [],
          holder: null,
          rule: "if",
        },
      ],
      confidence: 0.41,
    },
  ];
  const told = <T>(value: T, words: Place, chain: ChainLink[] = [publisher]): Told<T> => ({
    value,
    evidence: [words],
    chain,
    confidence: 0.9,
  });
  const contact: Contact = {
    id: "c1",
    main: true,
    kind: told("call" as const, at("talked by telephone")),
    channel: told("by telephone", at("by telephone")),
    participants: [
      { ...told("holt", at("presidents of Arden")), role: "President of Arden" },
      { ...told("lund", at("presidents of Arden and Brill")), role: "President of Brill" },
    ],
    requestedBy: null,
    date: told("2031-05-05", at("May 5")),
    clocks: [],
    duration: { ...told("PT40M", at("about 40 minutes"), [publisher, ruiz]), mod: "APPROX" },
    place: null,
    language: null,
    handedOver: [],
    followUps: [told("Talks will go on in Tarn", at("Talks will go on in Tarn"))],
  };
  const notes: Note[] = [
    {
      id: "n1",
      kind: "quotation-never-closed",
      place: at("“We"),
      message: "This quotation is never closed.",
    },
    {
      id: "n2",
      kind: "boilerplate-left-out",
      place: at("Share this story"),
      message: "Left out: share buttons.",
    },
  ];
  return {
    reader: { version: "0.0.0", model: null, actors: "0" },
    document: documentOf(text, changes),
    sentences: [],
    quotations: [],
    mentions: [],
    actors: [
      actor("CN", "organisation", "Coastal News"),
      actor("ruiz", "person", "Ana Ruiz"),
      actor("holt", "person", "Peter Holt"),
      actor("lund", "person", "Eva Lund"),
      actor("ARD", "state", "Arden"),
    ],
    times: [],
    attributions,
    statements,
    contacts: [contact],
    tracks: [
      {
        id: "k1",
        venue: told("Tarn", at("Tarn")),
        format: null,
        parties: [told("ARD", at("Arden"))],
        date: told("XXXX-06-10", at("10 June")),
        subject: null,
        evidence: [at("Talks will go on in Tarn on 10 June.")],
        chain: [publisher],
      },
    ],
    notes,
  };
}

function documentOf(
  text: string,
  changes: { title?: string; address?: string; publisher?: string },
): Document {
  return {
    id: "0".repeat(64),
    text,
    format: "text",
    title: given(changes.title ?? "Aide tells of a frank talk"),
    publisher: given(changes.publisher ?? "Coastal News"),
    dateline: null,
    published: given("2031-05-05"),
    address: changes.address === undefined ? null : given(changes.address),
    kind: { value: "news", ground: "reckoned", evidence: [] },
    side: null,
    language: { value: "en", ground: "reckoned", evidence: [] },
    translated: null,
    regions: [
      { ...wordsAt(text, "Aide tells of a frank talk"), kind: "headline", why: null },
      { ...wordsAt(text, "PORT VALE, May 5 (Coastal News) -"), kind: "dateline", why: null },
      { ...wordsAt(text, "Share this story"), kind: "boilerplate", why: "share buttons" },
    ],
  };
}

/** A Reading of any text with one attribution over all of it: for hostile texts. */
export function readingOfText(text: string, title = text): Reading {
  const made = madeReading({ title });
  const all = placeAt(text, 0, text.length);
  return {
    ...made,
    document: {
      ...made.document,
      text,
      address: given(title),
      regions: [{ ...all, kind: "body", why: title }],
    },
    actors: [actor("x", "person", title)],
    attributions: [attribution("a1", [all], [all], [all], null)],
    statements: [
      statement(
        "s1",
        "a1",
        "x",
        [link("x", [all], "said", "a1"), link(null, [all], "anonymous", "a1")],
        "state",
        [all],
      ),
    ],
    contacts: [],
    tracks: [],
    notes: [{ id: "n1", kind: "name-mangled", place: all, message: title }],
  };
}

function link(
  actor: string | null,
  evidence: Passage,
  basis: ChainLink["basis"],
  attribution: string | null,
): ChainLink {
  return { actor, evidence, basis, attribution };
}

function actor(id: string, kind: Actor["kind"], name: string): Actor {
  return { id, kind, name, side: null, role: null, members: [] };
}

function attribution(
  id: string,
  source: Passage,
  cue: Passage,
  content: Passage,
  within: string | null,
): Attribution {
  return {
    id,
    source,
    cue,
    content,
    manner: "direct",
    within,
    continues: null,
    rule: "made",
    confidence: 0.9,
    rivals: [],
  };
}

function statement(
  id: string,
  attribution: string,
  speaker: string,
  chain: ChainLink[],
  act: Statement["act"],
  content: Passage,
): Statement {
  return {
    id,
    attribution,
    speaker,
    addressee: null,
    chain,
    act,
    actClass: "assertive",
    actEvidence: [],
    plover: null,
    content,
    polarity: { value: "positive", evidence: [] },
    certainty: { value: "certain", evidence: [] },
    orientation: { value: "none", evidence: [] },
    strength: { value: "plain", evidence: [] },
    conditions: [],
    confidence: 0.9,
  };
}
