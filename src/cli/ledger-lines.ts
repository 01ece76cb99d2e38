/**
 * Commitments and positions as lines: who binds himself to whom, the exact
 * words with their source, the condition, when due, and the evidence with its
 * number, which `readout correct` takes.
 */

import type { Commitment, LedgerEvidence, Position, StatementAt } from "../ledger/ledger.ts";
import { formatAct, formatConfidence } from "../pages/view.ts";
import { formatTimex } from "../reading/times/timex-words.ts";
import { wordsOf } from "../text/span.ts";
import { type Line, type Piece, plain, styled, wrapped } from "./paint.ts";
import { labelled } from "./record-lines.ts";
import { shortId } from "./with-archive.ts";

type NameOf = (id: string) => string;
const LABEL_COLUMNS = 12;

export function* ledgerLines(
  commitments: readonly Commitment[],
  nameOf: NameOf,
  columns: number,
): Generator<Line> {
  for (const [index, one] of commitments.entries()) {
    if (index > 0) yield [];
    yield* wrapped(headPieces(one, nameOf), columns);
    yield* wrapped([styled("quiet", one.id)], columns);
    for (const [at, telling] of one.tellings.entries())
      yield* labelled(
        at === 0 ? "words" : "also told",
        tellingPieces(telling, nameOf),
        columns,
        LABEL_COLUMNS,
      );
    for (const { condition } of one.conditions)
      yield* labelled("condition", [plain(wordsOf(condition))], columns, LABEL_COLUMNS);
    if (one.due !== null)
      yield* labelled(
        "due",
        [plain(formatTimex(one.due.value)), styled("quiet", ` “${wordsOf(one.due.evidence)}”`)],
        columns,
        LABEL_COLUMNS,
      );
    for (const [at, evidence] of one.evidence.entries())
      yield* labelled(`evidence ${at + 1}`, evidencePieces(evidence, nameOf), columns, LABEL_COLUMNS);
  }
}

function headPieces({ kind, act, holder, addressee, status }: Commitment, nameOf: NameOf): Piece[] {
  return [
    styled("strong", kind),
    styled("quiet", ", "),
    styled(status === "open" ? "quiet" : "strong", status),
    styled("quiet", " · "),
    holder === null ? styled("odd", "nobody named") : styled("source", nameOf(holder)),
    styled("quiet", ": "),
    styled("cue", formatAct(act)),
    ...(addressee === null ? [] : [plain(` → ${nameOf(addressee)}`)]),
  ];
}

function tellingPieces(telling: StatementAt, nameOf: NameOf): Piece[] {
  const { words, chain, date, document, statement } = telling;
  const names = chain.flatMap(({ actor, evidence }) => {
    const name = actor === null ? wordsOf(evidence) : nameOf(actor);
    return name === "" ? [] : [name];
  });
  const day = date === null ? "no date" : formatTimex(date.slice(0, 10));
  return [
    plain("“"),
    styled("content", wordsOf(words)),
    plain("”"),
    styled("quiet", ` ${names.join(" › ")} · ${day} · ${shortId(document)} ${statement}`),
  ];
}

function evidencePieces(
  { at, relation, state, confidence, reason }: LedgerEvidence,
  nameOf: NameOf,
): Piece[] {
  const sure = state === "proposed" ? `proposed, ${formatConfidence(confidence)}` : `${state} by a person`;
  return [
    styled("cue", relation.replaceAll("-", " ")),
    styled(state === "confirmed" ? "confirmed" : "quiet", ` (${sure}) `),
    ...tellingPieces(at, nameOf),
    styled("quiet", ` ${reason}`),
  ];
}

export function* positionLines(
  positions: readonly Position[],
  nameOf: NameOf,
  columns: number,
): Generator<Line> {
  for (const [index, { actor, subject, statements }] of positions.entries()) {
    if (index > 0) yield [];
    const count = `${statements.length} statement${statements.length === 1 ? "" : "s"}`;
    yield* wrapped(
      [
        styled("source", nameOf(actor)),
        plain(" on "),
        styled("strong", subject),
        styled("quiet", ` · ${count}`),
      ],
      columns,
    );
    for (const statement of statements) {
      const act = [styled("cue", formatAct(statement.act)), plain(" ")];
      for (const line of wrapped([...act, ...tellingPieces(statement, nameOf)], columns - 2))
        yield [plain("  "), ...line];
    }
  }
}
