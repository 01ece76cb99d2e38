/**
 * A Reading's statements as rows to be found by: what the tables of the search
 * hold of them, and nothing that is not in the Reading. Pure; the doctor makes
 * the rows again and compares.
 */

import { nameOfLink } from "../reading/link-names.ts";
import type { Actor, Reading, Sentence, Statement } from "../reading/reading.ts";
import { countBefore } from "../text/search.ts";
import { hullOf, type Passage, type Span } from "../text/span.ts";
import { stemsIn } from "../text/stems.ts";
import { ageOf, keyOf, keyOrNull, markOf } from "./keys.ts";
import { statementNumber } from "./parts.ts";
import type { StatementTable } from "./tables.ts";

/** What is shown of a statement. */
export interface StatementText {
  id: string;
  speaker: string | null;
  addressee: string | null;
  chain: (string | null)[];
  chainNames: string[];
  content: Passage;
  /** The sentences that it stands in; `null` when it has no words. */
  sentence: Span | null;
}

export interface StatementRow {
  /** All but the profile, which the store gives. */
  columns: Omit<StatementTable, "profile">;
  text: StatementText;
  /** Keys of those who handed it on. */
  via: string[];
  stems: string[];
}

/** `document`: the document's number. */
export function statementRowsFrom(reading: Reading, document: number): StatementRow[] {
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const nameOf = (id: string) => actors.get(id)?.name ?? id;
  const publisher = reading.document.publisher?.value ?? null;
  const shared = {
    age: ageOf(reading.document.published?.value ?? null),
    mark: markOf(reading.document.id),
    publisher: keyOrNull(publisher),
  };
  return reading.statements.map((statement, index) => ({
    columns: {
      number: statementNumber(document, index),
      ...shared,
      speaker: keyOrNull(statement.speaker),
      addressee: keyOrNull(statement.addressee?.actor ?? null),
      act: statement.act,
      side: keyOrNull(sideOf(actors.get(statement.speaker ?? ""))),
      conditions: statement.conditions.length,
      condition_kinds: kindsOf(statement),
      confidence: statement.confidence,
    },
    text: {
      id: statement.id,
      speaker: statement.speaker,
      addressee: statement.addressee?.actor ?? null,
      chain: statement.chain.map((link) => link.actor),
      chainNames: statement.chain.map((link) => nameOfLink(link, nameOf, publisher) ?? "nobody named"),
      content: statement.content,
      sentence: sentenceOf(statement, reading.sentences),
    },
    via: viaOf(statement),
    stems: stemsIn(statement.content.map((place) => place.words).join("\n")),
  }));
}

/** A state speaks for its own side. */
function sideOf(actor: Actor | undefined): string | null {
  if (actor === undefined) return null;
  return actor.side ?? (actor.kind === "state" ? actor.id : null);
}

function kindsOf({ conditions }: Statement): string {
  const kinds = [...new Set(conditions.map((condition) => condition.kind))].sort();
  return kinds.length === 0 ? "" : ` ${kinds.join(" ")} `;
}

function viaOf({ chain }: Statement): string[] {
  const before = chain.slice(0, -1).flatMap((link) => (link.actor === null ? [] : [keyOf(link.actor)]));
  return [...new Set(before)].sort();
}

/** From the start of its first sentence to the end of its last one. */
function sentenceOf(statement: Statement, sentences: readonly Sentence[]): Span | null {
  const hull = hullOf(statement.content) ?? hullOf(statement.actEvidence);
  if (hull === null) return null;
  const first = sentences[countBefore(sentences.length, (i) => (sentences[i]?.end ?? 0) <= hull.start)];
  const last = sentences[countBefore(sentences.length, (i) => (sentences[i]?.start ?? 0) < hull.end) - 1];
  return {
    start: Math.min(first?.start ?? hull.start, hull.start),
    end: Math.max(last?.end ?? hull.end, hull.end),
  };
}
