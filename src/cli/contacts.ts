/**
 * `readout contacts`: what the documents of a store tell of, a contact each.
 */

import type { ContactSummary } from "../archive/answers.ts";
import { formatTimex } from "../reading/times/timex-words.ts";
import type { Command, Given } from "./command.ts";
import { EXITS, type Exit, wrongUsage } from "./exit.ts";
import { type Line, plain, styled } from "./paint.ts";
import { labelled } from "./record-lines.ts";
import { showJsonLines, showLines } from "./show.ts";
import { Talk } from "./talk.ts";
import { STORE_FLAG, withArchive } from "./with-archive.ts";
import { columnsOf, type World } from "./world.ts";

export const contactsCommand: Command = {
  name: "contacts",
  summary: "list the contacts that a store's documents tell of",
  operands: "",
  offers: "nothing",
  details: "By date. The id, or its beginning, is what readout compare and readout brief take.",
  flags: [
    STORE_FLAG,
    { name: "json", help: "print contacts as JSON, a line each" },
    { name: "all", help: "also those that documents only mention" },
  ],
  examples: [
    { type: "readout contacts", does: "of readout.db" },
    { type: "readout contacts --json | jq -r 'select(.accounts | length > 1).id'", does: "told by several" },
  ],
  run: runContacts,
};

async function runContacts(given: Given, world: World): Promise<Exit> {
  const [operand] = given.operands;
  if (operand !== undefined)
    throw wrongUsage(`contacts takes no ${operand}`, "readout compare shows one contact");
  const contacts = await withArchive(given, world, false, (archive) => archive.contacts());
  const shown = given.switches.has("all") ? contacts : contacts.filter(({ told }) => told);
  await (given.switches.has("json")
    ? showJsonLines(world, shown)
    : showLines(world, contactLines(shown, columnsOf(world))));
  const left = contacts.length - shown.length;
  const talk = new Talk(world, given.switches.has("json"));
  if (contacts.length === 0) talk.say("no document of the store tells of a contact");
  else if (left > 0) talk.say(`${left} more are only mentioned; --all lists them, too`);
  return EXITS.ok;
}

const DATE_COLUMNS = 19;

function* contactLines(contacts: readonly ContactSummary[], columns: number): Generator<Line> {
  for (const [index, contact] of contacts.entries()) {
    if (index > 0) yield [];
    const day = contact.dates.length === 0 ? "no date" : contact.dates.map((date) => formatTimex(date));
    const [first = "", ...others] = [day].flat();
    const who = contact.names.length === 0 ? "nobody named" : contact.names.join(", ");
    const also = others.length === 0 ? [] : [styled("quiet", ` (also ${others.join(", ")})`)];
    const mentioned = contact.told ? [] : [styled("quiet", " · only mentioned")];
    yield* labelled(
      first,
      [
        styled("cue", contact.kind?.replace("-", " ") ?? "contact"),
        plain(" "),
        styled("source", who),
        ...also,
        ...mentioned,
      ],
      columns,
      DATE_COLUMNS,
    );
    yield* labelled("", accountsOf(contact), columns, DATE_COLUMNS);
    yield* labelled("", [styled("strong", contact.id)], columns, DATE_COLUMNS);
  }
}

function accountsOf({ accounts, publishers }: ContactSummary): Line {
  const count = `${accounts.length} account${accounts.length === 1 ? "" : "s"}`;
  return [plain(publishers.length === 0 ? count : `${count}: ${publishers.join(", ")}`)];
}
