/** What a person can choose from: speakers and acts. Pure. */

import { ACT_CLASSES, type Act } from "../../lexicon/acts.ts";
import { foldOf } from "../../lexicon/names.ts";
import { slugOf } from "../../lexicon/offices.ts";
import type { Json } from "../../reading/corrections.ts";
import { mentionAt } from "../../reading/links/mention-index.ts";
import type { Actor, Reading, Statement } from "../../reading/reading.ts";
import { actSaid } from "./said-of.ts";

export interface Choice {
  key: string;
  name: string;
  /** Tells apart those with one name. */
  hint: string;
  value: Json;
}

export const NOBODY: Choice = { key: "nobody", name: "Nobody is named", hint: "no speaker", value: null };

/** Before anything is typed: sources that are nearly as likely, then who else is in the text, then nobody. */
export function speakersFor(statement: Statement, reading: Reading): Choice[] {
  const attribution = reading.attributions.find(({ id }) => id === statement.attribution);
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const rivals = (attribution?.rivals ?? []).flatMap(({ source: [place] }) => {
    const actor = place === undefined ? null : (mentionAt(reading.mentions, place)?.link.actor ?? null);
    const known = actor === null ? undefined : actors.get(actor);
    return known === undefined ? [] : [{ ...speakerChoice(known), hint: "nearly as likely" }];
  });
  const spoken = new Set(reading.statements.flatMap(({ speaker }) => speaker ?? []));
  const rest = [...actors.values()].sort((a, b) => Number(spoken.has(b.id)) - Number(spoken.has(a.id)));
  return once([...rivals, ...rest.map(speakerChoice), NOBODY]);
}

/** With its name, so that a Reading that does not know the actor can show it. */
export function speakerChoice({ id, name, role, kind }: Actor): Choice {
  return { key: id, name, hint: role ?? (kind === "person" ? "" : kind), value: { id, name } };
}

/** Somebody whom no list knows, by the name typed; `null` when it is none. */
export function newSpeaker(typed: string): Choice | null {
  const name = typed.trim().replace(/\s+/g, " ");
  const slug = slugOf(name);
  if (slug === "") return null;
  const id = `name:${slug}`;
  return { key: id, name, hint: "as typed; on no list", value: { id, name } };
}

export const ACT_CHOICES: readonly Choice[] = (Object.keys(ACT_CLASSES) as Act[]).map((act) => ({
  key: act,
  name: actSaid(act),
  hint: ACT_CLASSES[act],
  value: act,
}));

/** Those in whose name or hint a word begins so, those by name first. */
export function fitting(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = foldOf(typed.trim());
  if (wanted === "") return [...choices];
  const begins = (words: string) =>
    foldOf(words)
      .split(/[\s\p{P}]+/u)
      .some((word) => word.startsWith(wanted)) || foldOf(words).startsWith(wanted);
  return [
    ...choices.filter(({ name }) => begins(name)),
    ...choices.filter(({ name, hint }) => !begins(name) && begins(hint)),
  ];
}

export function once(choices: readonly Choice[]): Choice[] {
  const seen = new Set<string>();
  return choices.filter(({ key }) => !seen.has(key) && seen.add(key));
}
