/**
 * Fields that a person may change: how each is read out of a finding, checked,
 * and written into a copy of it. Nothing here touches the finding itself.
 *
 * A value from outside is checked here and nowhere else: `problem` says in
 * words what does not fit.
 */

import { ACT_CLASSES, type Act } from "../../lexicon/acts.ts";
import { PLOVER_TYPES } from "../../lexicon/plover.ts";
import type { Passage, Place } from "../../text/span.ts";
import type { Json, TargetKind } from "../corrections.ts";
import type {
  Actor,
  Attribution,
  Contact,
  Mention,
  Plover,
  Statement,
  Time,
  Told,
  Track,
} from "../reading.ts";

/** Somebody named by a person: an actor that the Reading or the list knows, or a name alone. */
export interface NamedActor {
  id: string;
  name: string;
}

export interface Field<T> {
  /** The machine's answer in the form that a person gives it. */
  read: (finding: T) => Json;
  /** What does not fit, for a sentence that begins "the value …"; `null` when it fits. */
  problem: (value: Json, text: string) => string | null;
  /** A copy with the new value, which has been checked. */
  write: (finding: T, value: Json) => T;
}

type Fields<T> = Readonly<Record<string, Field<T>>>;

export interface FindingOf {
  attribution: Attribution;
  statement: Statement;
  mention: Mention;
  time: Time;
  contact: Contact;
  track: Track;
}

export const FIELDS: { readonly [kind in TargetKind]: Fields<FindingOf[kind]> } = {
  attribution: {
    source: passageField("source"),
    cue: passageField("cue"),
    content: passageField("content"),
    manner: choiceField("manner", ["direct", "indirect", "mixed"]),
  },
  statement: {
    speaker: {
      read: ({ speaker }) => speaker,
      problem: actorProblem,
      write: (statement, value) => ({
        ...statement,
        speaker: actorIn(value),
        chain: statement.chain.map((link, at) =>
          at === statement.chain.length - 1 && link.actor === statement.speaker
            ? { ...link, actor: actorIn(value) }
            : link,
        ),
      }),
    },
    addressee: {
      read: ({ addressee }) => addressee?.actor ?? null,
      problem: actorProblem,
      write: (statement, value) => ({
        ...statement,
        addressee:
          value === null
            ? null
            : { actor: actorIn(value), evidence: statement.addressee?.evidence ?? [], basis: "named" },
      }),
    },
    act: {
      read: ({ act }) => act,
      problem: (value) => (isAct(value) ? null : `must be one of ${Object.keys(ACT_CLASSES).join(", ")}`),
      write: (statement, value) =>
        isAct(value)
          ? { ...statement, act: value, actClass: ACT_CLASSES[value], plover: ploverAfter(statement, value) }
          : statement,
    },
    content: passageField("content"),
    polarity: qualifierField("polarity", ["positive", "negative"]),
    certainty: qualifierField("certainty", ["certain", "probable", "possible", "uncommitted"]),
    orientation: qualifierField("orientation", ["past", "present", "future", "none"]),
    strength: qualifierField("strength", ["weak", "plain", "strong"]),
  },
  mention: {
    actor: {
      read: ({ link }) => link.actor,
      problem: actorProblem,
      write: (mention, value) => ({
        ...mention,
        link: {
          ...mention.link,
          actor: actorIn(value),
          ground: value === null ? "unknown" : mention.link.ground,
        },
      }),
    },
  },
  time: {
    value: textField("value"),
    mod: textField("mod"),
  },
  contact: {
    kind: toldField("kind", ["call", "video-call", "meeting", "visit", "letter"]),
    date: toldField("date", null),
    place: toldField("place", null),
    channel: toldField("channel", null),
    language: toldField("language", null),
    requestedBy: toldField("requestedBy", null),
    duration: {
      read: ({ duration }) => duration?.value ?? null,
      problem: toldProblem(null),
      write: (contact, value) => {
        const told = toldFrom(value, contact.duration);
        return {
          ...contact,
          duration: told === null ? null : { ...told, mod: contact.duration?.mod ?? null },
        };
      },
    },
  },
  track: {
    venue: toldField("venue", null),
    format: toldField("format", null),
    date: toldField("date", null),
    subject: toldField("subject", null),
  },
};

/** Actors that a value names and that a Reading may not have yet. */
export function actorsNamedIn(value: Json): Actor[] {
  const named = namedActor(value);
  if (named === null) return [];
  return [{ id: named.id, kind: "person", name: named.name, side: null, role: null, members: [] }];
}

function namedActor(value: Json): NamedActor | null {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  const { id, name } = value;
  return typeof id === "string" && typeof name === "string" && id !== "" && name !== "" ? { id, name } : null;
}

/** An id alone, or an id with its name. */
function actorIn(value: Json): string | null {
  return typeof value === "string" ? value : (namedActor(value)?.id ?? null);
}

function actorProblem(value: Json): string | null {
  if (value === null || (typeof value === "string" && value !== "") || namedActor(value) !== null)
    return null;
  return "must be an actor's id, an object with id and name, or null";
}

/** The event type goes with the act; its mode was the former act's. */
function ploverAfter({ act, plover }: Statement, changed: Act): Plover | null {
  if (act === changed) return plover;
  const type = PLOVER_TYPES[changed];
  return type === null ? null : { type, mode: null, operators: plover?.operators ?? [] };
}

function isAct(value: Json): value is Act {
  return typeof value === "string" && Object.hasOwn(ACT_CLASSES, value);
}

/** What is wrong with a passage as a place in this text; `null` when it is verbatim. */
export function passageProblem(value: Json, text: string): string | null {
  const passage = passageFrom(value);
  if (passage === null || passage.length === 0) return "must be a list of places with start, end and words";
  let last = -1;
  for (const { start, end, words } of passage) {
    if (start < last) return "must list its places in text order and apart";
    if (text.slice(start, end) !== words || start >= end) {
      return `must stand in the text: at ${start} to ${end} there is ${JSON.stringify(text.slice(start, end).slice(0, 80))}`;
    }
    last = end;
  }
  return null;
}

/** The passage, if the value has the shape of one. */
export function passageFrom(value: Json): Passage | null {
  if (!Array.isArray(value)) return null;
  const places = value.map(placeFrom);
  return places.every((place) => place !== null) ? places : null;
}

function placeFrom(value: Json): Place | null {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  const { start, end, words } = value;
  const isPlace = Number.isInteger(start) && Number.isInteger(end) && typeof words === "string";
  return isPlace && typeof start === "number" && typeof end === "number" ? { start, end, words } : null;
}

function passageJson(passage: Passage): Json {
  return passage.map(({ start, end, words }) => ({ start, end, words }));
}

function passageField<K extends string, T extends Record<K, Passage>>(key: K): Field<T> {
  return {
    read: (finding) => passageJson(finding[key]),
    problem: passageProblem,
    write: (finding, value) => ({ ...finding, [key]: passageFrom(value) ?? finding[key] }),
  };
}

function choiceField<K extends string, T extends Record<K, string>>(
  key: K,
  choices: readonly string[],
): Field<T> {
  return {
    read: (finding) => finding[key],
    problem: (value) => oneOf(choices, value),
    write: (finding, value) => ({ ...finding, [key]: value }),
  };
}

function qualifierField<K extends string, T extends Record<K, { value: string; evidence: Passage }>>(
  key: K,
  choices: readonly string[],
): Field<T> {
  return {
    read: (finding) => finding[key].value,
    problem: (value) => oneOf(choices, value),
    write: (finding, value) => ({ ...finding, [key]: { ...finding[key], value } }),
  };
}

function oneOf(choices: readonly string[], value: Json): string | null {
  return typeof value === "string" && choices.includes(value) ? null : `must be one of ${choices.join(", ")}`;
}

function textField<K extends string, T extends Record<K, string | null>>(key: K): Field<T> {
  return {
    read: (finding) => finding[key],
    problem: (value) => (value === null || typeof value === "string" ? null : "must be a text or null"),
    write: (finding, value) => ({ ...finding, [key]: value }),
  };
}

type ToldText = Told<string> | null;

/** A told field takes a text, a text with its words `{value, evidence}`, or null. */
function toldField<K extends string, T extends Record<K, ToldText>>(
  key: K,
  choices: readonly string[] | null,
): Field<T> {
  return {
    read: (finding) => finding[key]?.value ?? null,
    problem: toldProblem(choices),
    write: (finding, value) => ({ ...finding, [key]: toldFrom(value, finding[key]) }),
  };
}

function toldProblem(choices: readonly string[] | null): (value: Json, text: string) => string | null {
  return (value, text) => {
    if (value === null) return null;
    const inner = valueIn(value);
    if (inner === null) return "must be a text, an object with value and evidence, or null";
    const problem = choices === null ? null : oneOf(choices, inner);
    if (problem !== null || typeof value === "string") return problem;
    const evidence = evidenceIn(value);
    return evidence === null ? null : passageProblem(evidence, text);
  };
}

function valueIn(value: Json): string | null {
  if (typeof value === "string") return value === "" ? null : value;
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  return typeof value["value"] === "string" && value["value"] !== "" ? value["value"] : null;
}

function evidenceIn(value: Json): Json {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  return value["evidence"] ?? null;
}

/** Words that showed the machine's value do not show a person's, so they go unless the person gives others. */
function toldFrom(value: Json, former: ToldText): ToldText {
  const inner = valueIn(value);
  if (inner === null) return null;
  return {
    value: inner,
    evidence: passageFrom(evidenceIn(value)) ?? [],
    chain: former?.chain ?? [],
    confidence: 1,
  };
}
