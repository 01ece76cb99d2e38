/**
 * What stands off from a TEI text: the people, the attributions and statements
 * as feature structures, and a span for each place that they stand on.
 *
 * A finding of several places has several spans that name the same structure.
 * `cert` is the probability, `resp` says machine or person.
 */

import type { CorrectedReading } from "../reading/corrections.ts";
import type { Actor, Attribution, Condition } from "../reading/reading.ts";
import type { Passage } from "../text/span.ts";
import { type StatementRecord, statementRecordsOf } from "./statements.ts";
import { personsIn } from "./tei-header.ts";
import type { Ids } from "./tei-ids.ts";
import { element, xmlText } from "./xml.ts";

/** Empty where nothing was found: TEI wants no empty `standOff`. */
export function standOffOf(corrected: CorrectedReading, ids: Ids): string {
  const { actors, attributions } = corrected.reading;
  const records = [...statementRecordsOf(corrected)];
  const parts = [
    ...peopleOf(actors, ids),
    ...attributions.map((one) => attributionStructure(one, ids)),
    ...records.map((record) => statementStructure(record, corrected, ids)),
    ...spanGroups(attributions, records, corrected, ids),
  ];
  return parts.length === 0 ? "" : element("standOff", {}, `\n${parts.join("\n")}\n`);
}

/** Every place that a span begins or ends at. */
export function passagesIn({ attributions, statements }: CorrectedReading["reading"]): Passage[] {
  return [
    ...attributions.flatMap(({ source, cue, content }) => [source, cue, content]),
    ...statements.flatMap(({ content, conditions }) => [
      content,
      ...conditions.flatMap(({ condition, consequence }) => [condition, consequence]),
    ]),
  ];
}

function peopleOf(actors: readonly Actor[], ids: Ids): string[] {
  const isPerson = ({ kind }: Actor) => kind === "person" || kind === "unnamed" || kind === "office";
  const entry = (outer: string, name: string) => (actor: Actor) =>
    element(outer, { "xml:id": ids.actor(actor.id) }, [
      element(name, {}, xmlText(actor.name)),
      element("idno", { type: /^Q\d+$/.test(actor.id) ? "wikidata" : "readout" }, xmlText(actor.id)),
      ...(actor.role === null ? [] : [element("note", { type: "role" }, xmlText(actor.role))]),
      ...(actor.side === null ? [] : [element("note", { type: "side" }, xmlText(actor.side))]),
    ]);
  const persons = actors.filter(isPerson).map(entry("person", "persName"));
  const others = actors.filter((actor) => !isPerson(actor)).map(entry("org", "orgName"));
  return [
    ...(persons.length === 0 ? [] : [element("listPerson", {}, persons)]),
    ...(others.length === 0 ? [] : [element("listOrg", {}, others)]),
  ];
}

function attributionStructure({ id, manner, within, continues }: Attribution, ids: Ids): string {
  return element("fs", { "xml:id": ids.of(id), type: "attribution" }, [
    symbol("manner", manner),
    ...(within === null ? [] : [pointer("within", ids.of(within))]),
    ...(continues === null ? [] : [pointer("continues", ids.of(continues))]),
  ]);
}

function statementStructure(record: StatementRecord, { reading }: CorrectedReading, ids: Ids): string {
  const known = new Set(reading.actors.map(({ id }) => id));
  const who = (name: string, id: string) => (known.has(id) ? pointer(name, ids.actor(id)) : text(name, id));
  const { attribution, speaker, addressee, plover } = record;
  return element("fs", { "xml:id": ids.of(record.id), type: "statement" }, [
    ...(attribution === null ? [] : [pointer("attribution", ids.of(attribution.id))]),
    ...(speaker === null ? [] : [who("speaker", speaker.id)]),
    ...(addressee?.actor == null ? [] : [who("addressee", addressee.actor.id)]),
    element("f", { name: "chain" }, element("vColl", { org: "list" }, chainOf(record))),
    symbol("act", record.act),
    symbol("actClass", record.actClass),
    symbol("polarity", record.polarity.value),
    symbol("certainty", record.certainty.value),
    symbol("orientation", record.orientation.value),
    symbol("strength", record.strength.value),
    ...(plover === null ? [] : [element("f", { name: "event" }, eventOf(plover))]),
    ...record.conditions.map((condition, at) =>
      element("f", { name: "condition" }, conditionOf(condition, ids.of(record.id, `if${at + 1}`), who)),
    ),
    symbol("madeBy", record.madeBy),
    symbol("review", record.review),
  ]);
}

function chainOf({ chain }: StatementRecord): string[] {
  return chain.map(({ id, name, basis }) =>
    element("fs", { type: "link" }, [
      ...(id === null ? [] : [text("actor", id)]),
      ...(name === null ? [] : [text("name", name)]),
      symbol("basis", basis),
    ]),
  );
}

function eventOf({ type, mode, operators }: NonNullable<StatementRecord["plover"]>): string {
  return element("fs", { type: "event" }, [
    symbol("type", type),
    ...(mode === null ? [] : [symbol("mode", mode)]),
    ...operators.map((operator) => symbol("operator", operator)),
  ]);
}

function conditionOf(
  { kind, holder }: Condition,
  id: string,
  who: (name: string, actor: string) => string,
): string {
  return element("fs", { "xml:id": id, type: "condition" }, [
    symbol("kind", kind),
    ...(holder === null ? [] : [who("holder", holder)]),
  ]);
}

function spanGroups(
  attributions: readonly Attribution[],
  records: readonly StatementRecord[],
  corrected: CorrectedReading,
  ids: Ids,
): string[] {
  const persons = personsIn(corrected);
  const spans = new Map<string, string[]>();
  const add = (type: string, passage: Passage, of: { ana: string; cert: number; resp: string }) => {
    for (const { start, end } of passage) {
      const ends = { from: `#${ids.anchor(start)}`, to: `#${ids.anchor(end)}` };
      const { ana, cert, resp } = of;
      spans.get(type)?.push(element("span", { ...ends, ana: `#${ana}`, cert: String(cert), resp }));
    }
  };
  for (const type of ["source", "cue", "content", "statement", "condition", "consequence"])
    spans.set(type, []);
  for (const { id, confidence, ...places } of attributions) {
    const changed = corrected.marks.filter(({ finding, field }) => finding === id && field !== null);
    for (const role of ["source", "cue", "content"] as const) {
      const by = changed.filter(({ field }) => field === role).map(({ correction }) => correction.author);
      add(role, places[role], { ana: ids.of(id), cert: confidence, resp: respOf(by, true, persons, ids) });
    }
  }
  for (const record of records) {
    const by = record.human.filter(({ action }) => action !== "accept").map(({ author }) => author);
    const resp = respOf(by, record.madeBy === "machine", persons, ids);
    add("statement", record.content, { ana: ids.of(record.id), cert: record.confidence, resp });
    for (const [at, { condition, consequence }] of record.conditions.entries()) {
      const of = { ana: ids.of(record.id, `if${at + 1}`), cert: record.confidence, resp };
      add("condition", condition, of);
      add("consequence", consequence, of);
    }
  }
  return [...spans]
    .filter(([, own]) => own.length > 0)
    .map(([type, own]) => element("spanGrp", { type }, own));
}

function respOf(authors: readonly string[], machine: boolean, persons: readonly string[], ids: Ids): string {
  const named = [...new Set(authors)].map((author) => `#${ids.person(persons.indexOf(author) + 1)}`);
  return [...(machine ? [`#${ids.machine}`] : []), ...named].join(" ");
}

function symbol(name: string, value: string): string {
  return element("f", { name }, element("symbol", { value }));
}

function text(name: string, value: string): string {
  return element("f", { name }, element("string", {}, xmlText(value)));
}

function pointer(name: string, id: string): string {
  return element("f", { name, fVal: `#${id}` });
}
