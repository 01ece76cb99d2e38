/**
 * Doubts: what of a Reading a person has yet to look at, told shortly. A
 * statement is open until a person accepts, rejects or changes it or its
 * attribution.
 */

import type { CorrectedReading } from "../reading/corrections.ts";
import type { Attribution, Reading, Statement } from "../reading/reading.ts";

/** A statement that nobody has looked at. */
export interface Doubt {
  /** Id in the document's Reading. */
  statement: string;
  confidence: number;
  /** Where its words begin. */
  start: number;
  /** Why it should be looked at. */
  reason: string;
}

export interface Doubts {
  open: Doubt[];
  /** How many were looked at. */
  judged: number;
}

export function doubtsOf(reading: Reading, corrected: CorrectedReading): Doubts {
  const attributions = new Map(reading.attributions.map((one) => [one.id, one]));
  const judged = judgedIn(corrected, reading);
  const open = reading.statements
    .filter(({ id }) => !judged.has(id))
    .map((statement) => ({
      statement: statement.id,
      confidence: statement.confidence,
      start: statement.content[0]?.start ?? 0,
      reason: reasonFor(statement, attributions.get(statement.attribution ?? "") ?? null),
    }));
  return { open, judged: judged.size };
}

/** Ids of statements that a person looked at, by themselves or by their attribution. */
function judgedIn({ marks }: CorrectedReading, { statements }: Reading): ReadonlySet<string> {
  const marked = new Set(marks.map(({ kind, finding }) => `${kind} ${finding}`));
  return new Set(
    statements
      .filter(
        ({ id, attribution }) => marked.has(`statement ${id}`) || marked.has(`attribution ${attribution}`),
      )
      .map(({ id }) => id),
  );
}

function reasonFor(statement: Statement, attribution: Attribution | null): string {
  if (statement.speaker === null) return "nobody is known to have said it";
  if (attribution !== null && attribution.rivals.length > 0) return "another speaker is nearly as likely";
  if (statement.confidence < 0.5) return "less than even odds";
  return "not looked at yet";
}
