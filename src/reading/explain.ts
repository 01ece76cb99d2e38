/**
 * Explain: why a Reading holds a finding.
 *
 * Takes a Reading and the id of any finding in it (`a3`, `s1`, `m4`, `t2`,
 * `q1`, `n1`, `k1`, `c1`, an actor's id, or `document`), alone or with a field
 * of it (`c1.duration`); gives its reasons, each with its rule, confidence and
 * words. Everything comes from the Reading: explaining is looking up, never
 * finding anew, so an explanation cannot disagree with what it explains.
 *
 * How it is shown is left to the doors.
 */

import { contactExplained, trackExplained } from "./explained/contact.ts";
import { actorExplained, mentionExplained } from "./explained/people.ts";
import type { Explanation } from "./explained/reasons.ts";
import { type Scope, scopeOf } from "./explained/scope.ts";
import { attributionExplained, statementExplained } from "./explained/speech.ts";
import { documentExplained, noteExplained, quotationExplained, timeExplained } from "./explained/text.ts";
import type { Reading } from "./reading.ts";

/** Id of the document itself, which no other finding has. */
export const DOCUMENT = "document";

/** Ids of one sort, in the order of the Reading. */
export interface IdsOf {
  /** "statements", "contacts" … */
  sort: string;
  ids: string[];
}

export interface Explainer {
  /** Every id that can be asked for. */
  ids: readonly IdsOf[];
  /** `null` when the Reading has no such finding, or the finding no such field. */
  explain(id: string): Explanation | null;
  /** Fields of a finding, for "c1.duration"; empty when there is no such finding. */
  fieldsOf(id: string): string[];
}

/** Looks findings of one Reading up; made once for a Reading, however many are asked for. */
export function explainerOf(reading: Reading): Explainer {
  const scope = scopeOf(reading);
  const makers = makersOf(scope);
  const whole = (id: string) => makers.get(id)?.() ?? null;
  return {
    ids: idsOf(reading),
    explain(id) {
      // An actor's id may itself hold a stop; a field's name never does.
      const stop = makers.has(id) ? -1 : id.lastIndexOf(".");
      if (stop < 0) return whole(id);
      const found = whole(id.slice(0, stop));
      const reasons = found?.reasons.filter(({ field }) => field === id.slice(stop + 1)) ?? [];
      return found === null || reasons.length === 0 ? null : { ...found, id, reasons };
    },
    fieldsOf: (id) => [...new Set(whole(id)?.reasons.map(({ field }) => field) ?? [])],
  };
}

function idsOf(reading: Reading): IdsOf[] {
  const { statements, attributions, contacts, tracks, notes, mentions, actors, times, quotations } = reading;
  const sorts = { statements, attributions, contacts, tracks, notes, mentions, actors, times, quotations };
  return [
    { sort: "document", ids: [DOCUMENT] },
    ...Object.entries(sorts).map(([sort, all]) => ({ sort, ids: all.map(({ id }) => id) })),
  ];
}

/** How each finding is explained, by its id; of an actor and a finding with one id, the finding. */
function makersOf(scope: Scope): ReadonlyMap<string, () => Explanation> {
  const { reading } = scope;
  const makers = new Map<string, () => Explanation>();
  const put = <T extends { id: string }>(
    all: readonly T[],
    explained: (scope: Scope, one: T) => Explanation,
  ) => {
    for (const one of all) makers.set(one.id, () => explained(scope, one));
  };
  put(reading.actors, actorExplained);
  put(reading.statements, statementExplained);
  put(reading.attributions, attributionExplained);
  put(reading.contacts, contactExplained);
  put(reading.tracks, trackExplained);
  put(reading.notes, noteExplained);
  put(reading.mentions, mentionExplained);
  put(reading.times, timeExplained);
  put(reading.quotations, quotationExplained);
  makers.set(DOCUMENT, () => documentExplained(scope));
  return makers;
}
