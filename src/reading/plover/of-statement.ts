/**
 * The PLOVER event that a statement is, beside its act.
 *
 * Most come from the act itself: a threat is THREATEN, an invitation AGREE. A
 * plain statement is no event, but one that tells a deed between states ("they
 * expelled three envoys", "the ambassador was summoned") carries the deed's
 * type. What a threat, a request or a promise is about gives its mode. Future,
 * hypothetical and negated are operators and change no type.
 *
 * Known miss: a deed told in a subordinate clause ("after they had expelled …")
 * is taken for the one that the statement tells.
 */

import type { Act } from "../../lexicon/acts.ts";
import { PLOVER_TYPES } from "../../lexicon/plover.ts";
import type { PloverRoot } from "../../lexicon/plover-verbs.ts";
import { hullOf, type Place, type Span } from "../../text/span.ts";
import type { Qualifiers } from "../qualifiers.ts";
import type { Plover } from "../reading.ts";
import { type EventFound, eventIn } from "./events.ts";

export function ploverOf(
  text: string,
  act: Act,
  content: readonly Place[],
  { polarity, orientation, certainty }: Pick<Qualifiers, "polarity" | "orientation" | "certainty">,
  hypothetical: boolean,
): Plover | null {
  const stretch = hullOf(content);
  if (!stretch) return null;
  const type = PLOVER_TYPES[act];
  const event = worthReading(act) ? eventIn(text, nearOf(stretch)) : null;
  const operators: Plover["operators"] = [];
  if (polarity.value === "negative") operators.push("negated");
  if (orientation.value === "future") operators.push("future");
  if (hypothetical) operators.push("hypothetical");
  if (type !== null) return { type, mode: event ? modeOf(type, event) : null, operators };
  const told = event !== null && certainty.value === "certain" && !hypothetical && isDeed(event);
  return told ? { type: event.root, mode: event.mode, operators } : null;
}

/** In code units: an event is told early or not at all. */
const FURTHEST = 300;

function nearOf({ start, end }: Span): Span {
  return { start, end: Math.min(end, start + FURTHEST) };
}

/** Acts that tell a deed, or whose mode hangs on one. */
function worthReading(act: Act): boolean {
  const type = PLOVER_TYPES[act];
  return type === null ? TELLS.has(act) : MODED.has(type);
}

const TELLS: ReadonlySet<Act> = new Set<Act>(["state", "report", "announce"]);
const MODED: ReadonlySet<string> = new Set(["AGREE", "REQUEST", "REJECT", "THREATEN"]);

/** Deeds between states that are told as done, named by their verb. */
const DEEDS =
  /^(?:summon|expel|recall|sever|broke|broken|suspend|sign|recogni|ratif|withdr|lift|releas|impos|invit|ban|arrest|deport)/;

function isDeed({ by }: EventFound): boolean {
  return DEEDS.test(by.lower);
}

/** What is wanted, promised or refused, as the manual's modes: help, a meeting, a concession. */
const MODES_OF_DEED: Partial<Record<PloverRoot, string>> = {
  AID: "assist",
  COOPERATE: "assist",
  CONSULT: "meet",
  CONCEDE: "yield",
  RETREAT: "yield",
};

const MODES_OF_THREAT: Partial<Record<PloverRoot, string>> = {
  SANCTION: "relations",
  COERCE: "restrict",
  ASSAULT: "violence",
};

function modeOf(type: string, { root, mode }: EventFound): string | null {
  if (type !== "THREATEN") return MODES_OF_DEED[root] ?? null;
  return root === "THREATEN" ? mode : (MODES_OF_THREAT[root] ?? null);
}
