/**
 * Measures a Reading against a report's gold in the form of "readout-seed-gold/1".
 *
 *   npx tsx scripts/measure-gold.ts GOLD.json REPORT [--date 2021-12-31] [--publisher NAME] [--rules]
 *
 * An attribution is found when source and cue overlap the gold's (or both sides
 * have none) and the contents share at least 0.8 of their union. A statement
 * counts like an attribution: the gold makes separate entries of the sentences
 * of one quotation. Prints each miss, then the sums.
 */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { read } from "../src/reader.ts";
import type { Attribution, Reading, Statement } from "../src/reading/reading.ts";

interface GoldSpan {
  start: number;
  end: number;
}

interface GoldAttribution {
  id: string;
  required: boolean;
  source: GoldSpan | GoldSpan[] | null;
  cue: GoldSpan | GoldSpan[] | null;
  content: GoldSpan[];
  parent: string | null;
  parentAccept?: (string | null)[];
  speaker: string;
  speakerAccept?: string[];
  chain: string[];
  chainAccept?: string[][];
  conditional?: { condition: { span: GoldSpan }; consequence: { span: GoldSpan }[] };
}

interface Candidate {
  /** Id of the attribution it is, or comes from. */
  id: string;
  source: GoldSpan[];
  cue: GoldSpan[];
  content: GoldSpan[];
  statements: Statement[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: "string" }, publisher: { type: "string" }, rules: { type: "boolean" } },
});
const [goldPath, reportPath] = positionals;
if (!goldPath || !reportPath)
  throw new TypeError("usage: measure-gold.ts GOLD.json REPORT [--date DAY] [--publisher NAME]");

const gold = JSON.parse(readFileSync(goldPath, "utf8"));
const reading = await read(readFileSync(reportPath), {
  ...(values.date ? { date: values.date } : {}),
  ...(values.publisher ? { publisher: values.publisher } : {}),
  ...(values.rules ? { rules: true } : {}),
});
const { text } = reading.document;

const listOf = (span: GoldSpan | GoldSpan[] | null | undefined): GoldSpan[] => (span ? [span].flat() : []);
const meet = (a: readonly GoldSpan[], b: readonly GoldSpan[]) =>
  (a.length === 0 && b.length === 0) ||
  a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));

/** Shared characters over all characters of two passages; white space does not count. */
function shared(a: readonly GoldSpan[], b: readonly GoldSpan[]): number {
  const places = (spans: readonly GoldSpan[]) => {
    const set = new Set<number>();
    for (const span of spans)
      for (let i = span.start; i < span.end; i++) if (/\S/.test(text[i] ?? "")) set.add(i);
    return set;
  };
  const left = places(a);
  const right = places(b);
  let both = 0;
  for (const at of left) if (right.has(at)) both++;
  return left.size + right.size === 0 ? 1 : both / (left.size + right.size - both);
}

function candidatesOf(one: Reading): Candidate[] {
  const byAttribution = (attribution: Attribution) =>
    one.statements.filter((statement) => statement.attribution === attribution.id);
  const whole = one.attributions.map((attribution) => ({
    ...attribution,
    statements: byAttribution(attribution),
  }));
  const parts = one.statements.flatMap((statement) => {
    const attribution = one.attributions.find((candidate) => candidate.id === statement.attribution);
    return attribution
      ? [
          {
            id: attribution.id,
            source: attribution.source,
            cue: attribution.cue,
            content: statement.content,
            statements: [statement],
          },
        ]
      : [];
  });
  return [...whole, ...parts];
}

const entities = new Map<
  string,
  {
    fullName: string;
    nameInText?: string;
    variants?: string[];
    type: string;
    members?: string[];
    metonyms?: string[];
  }
>(gold.entities.map((entity: { id: string }) => [entity.id, entity]));
const fold = (name: string) =>
  name.normalize("NFD").replace(/\p{M}/gu, "").replace(/^the /i, "").toLowerCase().trim();

/** Whether an actor of the Reading is the gold's entity: by name, by a person's surname, by a group's members. */
function isEntity(actorId: string | null, entityId: string): boolean {
  const entity = entities.get(entityId);
  const actor = reading.actors.find((one) => one.id === actorId);
  if (!entity || !actor) return false;
  if (entity.members)
    return entity.members.every((member) => actor.members.some((id) => isEntity(id, member)));
  const names = [
    entity.fullName,
    entity.nameInText ?? "",
    ...(entity.variants ?? []),
    ...(entity.metonyms ?? []),
  ].map(fold);
  if (names.includes(fold(actor.name))) return true;
  const surname = (name: string) =>
    fold(name.replace(/,? jr\.?$/i, ""))
      .split(" ")
      .pop();
  return entity.type === "person" && surname(actor.name) === surname(entity.fullName);
}

const candidates = candidatesOf(reading);
const found = new Map<string, Candidate>();
const rows: string[] = [];
let speakers = 0;
let chains = 0;
const required = gold.attributions.filter((one: GoldAttribution) => one.required);
for (const one of gold.attributions as GoldAttribution[]) {
  const match = candidates.find(
    (candidate) =>
      meet(candidate.source, listOf(one.source)) &&
      meet(candidate.cue, listOf(one.cue)) &&
      shared(candidate.content, one.content) >= 0.8,
  );
  if (!match) {
    rows.push(`${one.id}${one.required ? "" : " (optional)"}: not found`);
    continue;
  }
  found.set(one.id, match);
  if (!one.required) continue;
  const statement = match.statements[0];
  const attribution = reading.attributions.find((candidate) => candidate.id === match.id);
  const chain = (statement?.chain ?? [])
    .filter((link) => link.basis !== "published")
    .map((link) => link.actor);
  const speaker = statement
    ? statement.speaker
    : (reading.mentions.find((mention) =>
        attribution?.source.some((place) => place.start <= mention.start && mention.end <= place.end),
      )?.link.actor ?? null);
  const speakerRight = [one.speaker, ...(one.speakerAccept ?? [])].some((id) => isEntity(speaker, id));
  const chainRight = [one.chain, ...(one.chainAccept ?? [])].some(
    (ids) => ids.length === chain.length && ids.every((id, i) => isEntity(chain[i] ?? null, id)),
  );
  if (speakerRight) speakers++;
  else rows.push(`${one.id}: speaker ${speaker}, not ${one.speaker}`);
  if (chainRight || (one.content.length === 0 && speakerRight)) chains++;
  else rows.push(`${one.id}: chain ${chain.join(" › ")}, not ${one.chain.join(" › ")}`);
}

let nestings = 0;
for (const [outer, inner] of gold.scoring.nested as [string, string][]) {
  const parent = found.get(outer);
  const child = found.get(inner);
  const accepted = gold.attributions.find((one: GoldAttribution) => one.id === inner)?.parentAccept ?? [];
  const attribution = reading.attributions.find((one) => one.id === child?.id);
  const within =
    attribution?.within ??
    reading.attributions.find((one) => one.id === attribution?.continues)?.within ??
    null;
  // A sentence of a quotation is nested in it when it comes from the same attribution.
  const holds =
    parent !== undefined &&
    child !== undefined &&
    (within === parent.id || (child.id === parent.id && child !== parent));
  const acceptedElsewhere =
    child !== undefined &&
    accepted.some((id: string | null) => (id === null ? within === null : found.get(id)?.id === within));
  if (holds || acceptedElsewhere) nestings++;
  else rows.push(`nesting ${outer} › ${inner}: not found`);
}

let conditions = 0;
for (const id of gold.scoring.conditionals as string[]) {
  const one = gold.attributions.find((candidate: GoldAttribution) => candidate.id === id) as GoldAttribution;
  const wanted = one.conditional;
  if (!wanted) continue;
  const here = reading.statements.flatMap((statement) => statement.conditions);
  const right = here.some(
    (condition) =>
      meet(condition.condition, [wanted.condition.span]) &&
      wanted.consequence.some(
        (part) => condition.consequence.length > 0 && meet(condition.consequence, [part.span]),
      ),
  );
  if (right) conditions++;
  else rows.push(`condition of ${id}: not found`);
}

const main = reading.contacts.find((contact) => contact.main);
let tracks = 0;
for (const track of gold.tracks as { id: string; venue: string; span: GoldSpan }[]) {
  const right = reading.tracks.some(
    (one) => one.venue?.value === track.venue && meet(one.evidence, [track.span]),
  );
  if (right) tracks++;
  else rows.push(`track ${track.id} (${track.venue}): not found`);
}
const participants = gold.contact.participants.filter((one: { entity: string }) =>
  main?.participants.some((other) => isEntity(other.value, one.entity)),
).length;
const kinds: Record<string, string> = { "phone-call": "call" };
const kindRight = main?.kind?.value === (kinds[gold.contact.type] ?? gold.contact.type);
const durationRight = main?.duration?.value === `PT${gold.contact.durationMinutes.value}M`;
const boilerplate = reading.document.regions.filter((region) => region.kind === "boilerplate");
const leftOut = (gold.boilerplate as { id: string; span: GoldSpan }[]).filter(
  (one) =>
    shared(
      boilerplate.filter((region) => meet([region], [one.span])),
      [one.span],
    ) > 0 && reading.sentences.every((sentence) => !meet([sentence], [one.span])),
).length;
const damage = (gold.garbled as { id: string; kind: string; span?: GoldSpan; spans?: GoldSpan[] }[]).filter(
  (one) => !/^machine-translation/.test(one.kind),
);
const noted = damage.filter((one) =>
  reading.notes.some((note) => note.place && meet([note.place], one.spans ?? listOf(one.span))),
).length;
const followUps = (gold.followUps as { id: string; span: GoldSpan }[]).filter((one) =>
  main?.followUps.some((told) => meet(told.evidence, [one.span])),
).length;
const documents = (gold.documents as { id: string; span: GoldSpan }[]).filter((one) =>
  main?.handedOver.some((told) => meet(told.evidence, [one.span])),
).length;
const verbatim = everyPlaceIsVerbatim(reading);

/** Walks the whole Reading: every object with start, end and words must match the text. */
function everyPlaceIsVerbatim(node: unknown): boolean {
  if (Array.isArray(node)) return node.every(everyPlaceIsVerbatim);
  if (node === null || typeof node !== "object") return true;
  const place = node as { start?: unknown; end?: unknown; words?: unknown };
  if (
    typeof place.start === "number" &&
    typeof place.end === "number" &&
    typeof place.words === "string" &&
    text.slice(place.start, place.end) !== place.words
  )
    return false;
  return Object.values(node).every(everyPlaceIsVerbatim);
}

const foundRequired = required.filter((one: GoldAttribution) => found.has(one.id)).length;
for (const row of rows) process.stdout.write(`${row}\n`);
process.stdout.write(`
required attributions  ${foundRequired} of ${required.length}
their speakers         ${speakers} of ${required.length}
their chains           ${chains} of ${required.length}
nestings               ${nestings} of ${gold.scoring.nested.length}
conditions             ${conditions} of ${gold.scoring.conditionals.length}
tracks                 ${tracks} of ${gold.tracks.length}
contact kind           ${kindRight ? "right" : `wrong: ${main?.kind?.value ?? null}`}
participants           ${participants} of ${gold.contact.participants.length}${main && main.participants.length > participants ? `, ${main.participants.length - participants} too many` : ""}
duration               ${durationRight ? "right" : `wrong: ${main?.duration?.value ?? null}`}
follow-ups             ${followUps} of ${gold.followUps.length}
handed over            ${documents} of ${gold.documents.length}
boilerplate left out   ${leftOut} of ${gold.boilerplate.length}
damage noted           ${noted} of ${damage.length}
every place verbatim   ${verbatim ? "yes" : "NO"}
`);
