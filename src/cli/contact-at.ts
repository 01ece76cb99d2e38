/**
 * Things of a store by what a person types of their id: its beginning is
 * enough, where only one begins so.
 */

import type { ContactSummary } from "../archive/answers.ts";
import type { Archive } from "../archive/archive.ts";
import { type Stop, wrongUsage } from "./exit.ts";
import { nearestOf } from "./nearest.ts";

export async function contactAt(archive: Archive, typed: string): Promise<ContactSummary> {
  const contacts = await archive.contacts();
  const begun = contacts.filter(({ id }) => id.startsWith(typed));
  const found = contacts.find(({ id }) => id === typed) ?? (begun.length === 1 ? begun[0] : undefined);
  if (found !== undefined) return found;
  if (begun.length > 1) throw ambiguous(typed, begun);
  const nearest = nearestOf(
    typed,
    contacts.map(({ id }) => id),
  );
  const meant = nearest === null ? "" : `; did you mean ${nearest}?`;
  throw wrongUsage(
    `there is no file ${typed}, and no contact of that id in ${archive.store.address}${meant}`,
    "readout contacts lists them",
  );
}

const MOST_NAMED = 5;

function ambiguous(typed: string, begun: readonly { id: string }[]): Stop {
  const named = begun.slice(0, MOST_NAMED).map(({ id }) => id);
  const more = begun.length > named.length ? `, and ${begun.length - named.length} more` : "";
  return wrongUsage(`${begun.length} begin with ${typed}`, `they are ${named.join(", ")}${more}`);
}
