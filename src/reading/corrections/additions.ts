/**
 * Additions: a statement that the machine missed and a person gives.
 *
 * Its words must stand in the document; its speaker is the person's word.
 */

import { ACT_CLASSES, type Act } from "../../lexicon/acts.ts";
import type { Correction, FindingTarget, Json } from "../corrections.ts";
import type { Reading, Statement } from "../reading.ts";
import { actorsNamedIn, FIELDS, passageProblem } from "./fields.ts";

/** What is wrong with an addition, for a sentence; `null` when it can be laid over. */
export function additionProblem(reading: Reading, target: FindingTarget, value: Json): string | null {
  if (target.kind !== "statement") return `a ${target.kind} cannot be added, only a statement`;
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    return "the value must be an object with speaker and act";
  }
  const { text } = reading.document;
  const problems = [
    [
      "words",
      passageProblem(
        target.anchor.map(({ start, end, words }) => ({ start, end, words })),
        text,
      ),
    ],
    ["speaker", FIELDS.statement["speaker"]?.problem(value["speaker"] ?? null, text)],
    ["addressee", FIELDS.statement["addressee"]?.problem(value["addressee"] ?? null, text)],
    ["act", FIELDS.statement["act"]?.problem(value["act"] ?? null, text)],
  ] as const;
  const wrong = problems.find(([, problem]) => problem !== null && problem !== undefined);
  return wrong === undefined ? null : `the ${wrong[0]} ${wrong[1]}`;
}

/** The Reading with the statement at its end, and the statement's id. */
export function addedStatement(
  reading: Reading,
  { target, value, id }: Correction & { target: FindingTarget },
): { reading: Reading; id: string } {
  const given = value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
  const act = actIn(given["act"] ?? null);
  const name = `h${id.slice(0, 8)}`;
  const plain: Statement = {
    id: name,
    attribution: null,
    speaker: null,
    addressee: null,
    chain: [{ actor: null, evidence: [], basis: "said", attribution: null }],
    act,
    actClass: ACT_CLASSES[act],
    actEvidence: [],
    plover: null,
    content: target.anchor,
    polarity: { value: "positive", evidence: [] },
    certainty: { value: "certain", evidence: [] },
    orientation: { value: "none", evidence: [] },
    strength: { value: "plain", evidence: [] },
    conditions: [],
    confidence: 1,
  };
  const people = ["speaker", "addressee"] as const;
  const statement = people.reduce(
    (one, field) => FIELDS.statement[field]?.write(one, given[field] ?? null) ?? one,
    plain,
  );
  const known = new Set(reading.actors.map((actor) => actor.id));
  const actors = people
    .flatMap((field) => actorsNamedIn(given[field] ?? null))
    .filter((actor) => !known.has(actor.id));
  return {
    reading: {
      ...reading,
      statements: [...reading.statements, statement],
      actors: [...reading.actors, ...actors],
    },
    id: name,
  };
}

function actIn(value: Json): Act {
  return typeof value === "string" && Object.hasOwn(ACT_CLASSES, value) ? (value as Act) : "state";
}
