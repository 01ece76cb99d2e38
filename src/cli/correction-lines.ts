/**
 * Corrections as lines: what it is about, the machine's answer, the person's,
 * who, when, why, and whether it holds.
 */

import { formatAction } from "../pages/view.ts";
import type { Correction, Json, Target } from "../reading/corrections.ts";
import { wordsOf } from "../text/span.ts";
import { type Line, type Piece, plain, styled, wrapped } from "./paint.ts";
import { shortId } from "./with-archive.ts";

/** How a correction stands now. */
export type Standing = "holds" | "orphan" | "undone" | "replaced";

export interface StandingCorrection {
  correction: Correction;
  standing: Standing;
}

const SAYS: Readonly<Record<Standing, string>> = {
  holds: "",
  orphan: "its words are no finding of the newest Reading: changes nothing until somebody decides",
  undone: "taken back",
  replaced: "a later one holds",
};

export function* correctionLines(
  corrections: readonly StandingCorrection[],
  nameOf: (id: string) => string,
  columns: number,
): Generator<Line> {
  for (const [index, { correction, standing }] of corrections.entries()) {
    if (index > 0) yield [];
    yield* wrapped(correctionPieces(correction, nameOf), columns);
    const under = (pieces: readonly Piece[]) =>
      wrapped(pieces, columns - 2).map((line): Line => [plain("  "), ...line]);
    const words = wordsIn(correction.target);
    if (words !== "") yield* under([styled("quiet", `“${words}”`)]);
    if (correction.reason !== "") yield* under([styled("quiet", "why "), plain(correction.reason)]);
    if (SAYS[standing] !== "")
      yield* under([styled(standing === "orphan" ? "odd" : "quiet", SAYS[standing])]);
  }
}

export function correctionPieces(correction: Correction, nameOf: (id: string) => string): Piece[] {
  const { id, target, author, at, undoes } = correction;
  const did =
    undoes === null
      ? [...aboutPieces(target), ...answerPieces(correction, nameOf)]
      : [styled("cue", "takes back "), styled("strong", shortId(undoes))];
  return [
    styled("strong", shortId(id)),
    plain(" "),
    ...did,
    styled("quiet", ` · ${author}, ${at.slice(0, 16).replace("T", " ")} UTC`),
  ];
}

function aboutPieces(target: Target): Piece[] {
  if (target.kind === "grouping") return [styled("cue", "accounts"), plain(" are of ")];
  const document = "document" in target ? [styled("quiet", `${shortId(target.document)} `)] : [];
  const field = "field" in target && target.field !== null ? `, ${target.field}` : "";
  const evidence = target.kind === "commitment" && target.evidence !== null ? ", evidence" : "";
  return [...document, styled("cue", `${target.kind}${field}${evidence}`), plain(": ")];
}

function answerPieces(
  { target, action, former, value }: Correction,
  nameOf: (id: string) => string,
): Piece[] {
  if (target.kind === "grouping")
    return [plain(value === "same" ? "the same contact" : "different contacts")];
  const hasFormer = "field" in target && target.field !== null;
  const was = hasFormer ? [styled("quiet", formatJson(former, nameOf))] : [];
  if (action === "accept" || action === "reject")
    return [plain(formatAction(action)), ...(hasFormer ? [plain(" "), ...was] : [])];
  if (action === "add") return [plain(`added, ${formatJson(value, nameOf)}`)];
  return [...was, plain(hasFormer ? " → " : ""), styled("strong", formatJson(value, nameOf))];
}

/** A value for people: names for ids, words for places. */
function formatJson(value: Json, nameOf: (id: string) => string): string {
  if (value === null) return "none";
  if (typeof value === "string") return nameOf(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map((part) => formatJson(part, nameOf)).join(" … ") || "nothing";
  if (typeof value.words === "string") return `“${value.words}”`;
  if (typeof value.name === "string") return value.name;
  if ("value" in value) return formatJson(value.value ?? null, nameOf);
  return Object.entries(value)
    .filter(([, one]) => one !== null)
    .map(([key, one]) => `${key} ${formatJson(one, nameOf)}`)
    .join(", ");
}

function wordsIn(target: Target): string {
  if (target.kind === "grouping")
    return target.accounts.map(({ anchor }) => wordsOf(anchor) || "the whole document").join("” and “");
  if (target.kind === "point") return target.cells.map(({ anchor }) => wordsOf(anchor)).join("” and “");
  if (target.kind === "commitment" && target.evidence !== null) return wordsOf(target.evidence.anchor);
  return wordsOf(target.anchor);
}
