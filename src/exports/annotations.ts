/**
 * The annotations of one document: itself, its attributions, its statements
 * with their conditions, and what persons corrected.
 */

import { isFinding } from "../reading/corrected.ts";
import type { CorrectedReading, Mark } from "../reading/corrections.ts";
import type { Attribution, Reading } from "../reading/reading.ts";
import { correctionSentence } from "./correction-sentence.ts";
import { formatReader, type HumanMark, humanMarkOf, type NamedActor } from "./provenance.ts";
import { Targets } from "./selectors.ts";
import { type StatementRecord, statementRecordsOf } from "./statements.ts";

interface Scope {
  /** What the id of each annotation begins with: this document, read by this reader. */
  base: string;
  machine: object;
  targets: Targets;
}

export function* annotationsOf(corrected: CorrectedReading): Generator<object> {
  const { reading } = corrected;
  const scope: Scope = {
    base: baseOf(reading),
    machine: { id: readerId(reading), type: "Software", name: formatReader(reading.reader) },
    targets: new Targets(reading.document),
  };
  yield documentAnnotation(reading, scope);
  for (const attribution of reading.attributions)
    yield* attributionAnnotations(attribution, corrected, scope);
  for (const record of statementRecordsOf(corrected)) yield* statementAnnotations(record, scope);
  for (const mark of corrected.marks) yield correctionAnnotation(mark, corrected, scope);
}

function readerId({ reader }: Reading): string {
  const parts = [reader.version, reader.model ?? "rules", reader.actors.slice(0, 12)];
  return `urn:readout:reader:${parts.map(encodeURIComponent).join(":")}`;
}

function baseOf(reading: Reading): string {
  return `urn:readout:reading:${reading.document.id}:${readerId(reading).slice("urn:readout:reader:".length)}#`;
}

/** The document as a whole; its text stands here, and all else points to it. */
function documentAnnotation({ document }: Reading, { base, machine, targets }: Scope): object {
  return {
    id: `${base}document`,
    type: "Annotation",
    motivation: "describing",
    creator: machine,
    body: {
      type: "readout:Document",
      "readout:sha256": document.id,
      ...given("readout:title", document.title?.value),
      ...given("readout:publisher", document.publisher?.value),
      ...given("readout:published", document.published?.value),
      ...given("readout:address", document.address?.value),
      "readout:kind": document.kind.value,
      ...given("readout:side", document.side?.value),
      ...given("readout:translated", document.translated?.value),
    },
    target: {
      id: targets.source,
      type: "Text",
      format: "text/plain",
      language: document.language.value,
      value: document.text,
    },
  };
}

function* attributionAnnotations(
  attribution: Attribution,
  { marks }: CorrectedReading,
  { base, machine, targets }: Scope,
): Generator<object> {
  const { id, manner, within, continues, confidence } = attribution;
  for (const role of ["source", "cue", "content"] as const) {
    if (attribution[role].length === 0) continue;
    yield {
      id: `${base}${id}-${role}`,
      type: "Annotation",
      motivation: "tagging",
      creator: creatorsOf(
        machine,
        marks.filter(({ finding, field }) => finding === id && field === role).map(humanMarkOf),
      ),
      body: [
        tag(role),
        {
          id: `${base}${id}`,
          type: "readout:Attribution",
          "readout:manner": manner,
          ...given("readout:within", reference(base, within)),
          ...given("readout:continues", reference(base, continues)),
          "readout:confidence": confidence,
        },
      ],
      target: targets.of(attribution[role]),
    };
  }
}

function* statementAnnotations(
  record: StatementRecord,
  { base, machine, targets }: Scope,
): Generator<object> {
  const own = record.human.filter(({ kind }) => kind === "statement");
  const creator = record.madeBy === "person" ? authorsOf(own) : creatorsOf(machine, own);
  yield {
    id: `${base}${record.id}`,
    type: "Annotation",
    motivation: "classifying",
    creator,
    body: [{ ...tag(record.act), purpose: "classifying" }, sentenceBody(record), statementBody(record, base)],
    target: targets.of(record.content),
  };
  for (const [index, condition] of record.conditions.entries()) {
    for (const role of ["condition", "consequence", "antecedent"] as const) {
      if (condition[role].length === 0) continue;
      yield {
        id: `${base}${record.id}-${role}-${index + 1}`,
        type: "Annotation",
        motivation: "tagging",
        creator,
        body: [
          tag(role),
          {
            id: `${base}${record.id}-if-${index + 1}`,
            type: "readout:Condition",
            "readout:statement": { id: `${base}${record.id}` },
            "readout:kind": condition.kind,
            ...given("readout:holder", condition.holder ?? undefined),
          },
        ],
        target: targets.of(condition[role]),
      };
    }
  }
}

/** "Interfax › Ana Vale: warn", for whoever shows annotations to people. */
function sentenceBody({ chain, act, speaker, addressee }: StatementRecord): object {
  const names = chain.map(({ name }) => name ?? "nobody named");
  const doer = speaker !== null && chain.at(-1)?.id !== speaker.id ? ` (${speaker.name})` : "";
  const to = addressee?.actor == null ? "" : ` → ${addressee.actor.name}`;
  return {
    type: "TextualBody",
    purpose: "describing",
    format: "text/plain",
    language: "en",
    value: `${names.join(" › ")}${doer}: ${act}${to}`,
  };
}

function statementBody(record: StatementRecord, base: string): object {
  const { plover } = record;
  return {
    type: "readout:Statement",
    ...given("readout:attribution", reference(base, record.attribution?.id ?? null)),
    ...given("readout:speaker", record.speaker === null ? undefined : agentOf(record.speaker)),
    ...given(
      "readout:addressee",
      record.addressee?.actor == null ? undefined : agentOf(record.addressee.actor),
    ),
    "readout:chain": {
      "@list": record.chain.map(({ id, name, basis }) => ({
        type: "readout:ChainLink",
        ...given("readout:actor", id === null ? undefined : { id: actorId(id) }),
        ...given("name", name ?? undefined),
        "readout:basis": basis,
      })),
    },
    "readout:act": record.act,
    "readout:actClass": record.actClass,
    "readout:polarity": record.polarity.value,
    "readout:certainty": record.certainty.value,
    "readout:orientation": record.orientation.value,
    "readout:strength": record.strength.value,
    ...given(
      "readout:event",
      plover === null
        ? undefined
        : {
            type: "readout:Event",
            "readout:eventType": plover.type,
            ...given("readout:eventMode", plover.mode ?? undefined),
            "readout:operators": plover.operators,
          },
    ),
    "readout:confidence": record.confidence,
    "readout:madeBy": record.madeBy,
    "readout:review": record.review,
  };
}

/** A correction stands on the annotation that it is about, or, where that is gone or is none, on the words. */
function correctionAnnotation(mark: Mark, { reading }: CorrectedReading, { base, targets }: Scope): object {
  const { correction, finding, kind, field } = mark;
  const { id, action, author, at, value, former, target } = correction;
  const isThere = kind === "statement" && reading.statements.some((one) => one.id === finding);
  return {
    id: `${base}correction-${id}`,
    type: "Annotation",
    motivation: action === "accept" || action === "reject" ? "moderating" : "editing",
    creator: { type: "Person", name: author },
    created: at,
    body: [
      {
        type: "TextualBody",
        purpose: "commenting",
        format: "text/plain",
        language: "en",
        value: correctionSentence(humanMarkOf(mark)),
      },
      {
        type: "readout:Correction",
        "readout:kind": kind,
        "readout:action": action,
        ...given("readout:field", field ?? undefined),
        "readout:value": JSON.stringify(value),
        "readout:former": JSON.stringify(former),
      },
    ],
    target: isThere ? `${base}${finding}` : targets.of(isFinding(target) ? target.anchor : []),
  };
}

function tag(value: string): { type: string; purpose: string; format: string; value: string } {
  return { type: "TextualBody", purpose: "tagging", format: "text/plain", value };
}

/** The machine, and beside it whoever changed what it said. */
function creatorsOf(machine: object, human: readonly HumanMark[]): object {
  const persons = authorsOf(human.filter(({ action }) => action === "change"));
  return persons.length === 0 ? machine : [machine, ...persons];
}

function authorsOf(human: readonly HumanMark[]): object[] {
  return [...new Set(human.map(({ author }) => author))].map((name) => ({ type: "Person", name }));
}

const AGENTS: Partial<Record<NonNullable<NamedActor["kind"]>, string>> = {
  person: "Person",
  unnamed: "Person",
  organ: "Organization",
  state: "Organization",
  organisation: "Organization",
};

/** Without the office: that holds on the day of a document, and an agent is the same in all of them. */
function agentOf({ id, name, kind, side }: NamedActor): object {
  const type = kind === null ? undefined : AGENTS[kind];
  return {
    id: actorId(id),
    ...given("type", type),
    name,
    ...given("readout:side", side ?? undefined),
  };
}

function actorId(id: string): string {
  return /^Q\d+$/.test(id)
    ? `http://www.wikidata.org/entity/${id}`
    : `urn:readout:actor:${encodeURIComponent(id)}`;
}

function reference(base: string, id: string | null): object | undefined {
  return id === null ? undefined : { id: `${base}${id}` };
}

/** Nothing at all where there is no value: `null` means something else in JSON-LD. */
function given(key: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [key]: value };
}
