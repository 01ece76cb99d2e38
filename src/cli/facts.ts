/**
 * What a person says of a document on the command line: flags to the intake's
 * options, each value checked before anything is read.
 */

import { isMoment } from "../intake/documents.ts";
import { InputError } from "../intake/errors.ts";
import { loadGazetteer } from "../intake/gazetteer.ts";
import type { ReadOptions } from "../reader.ts";
import type { DocumentFormat, DocumentKind } from "../text/document.ts";
import type { Flag, Given } from "./command.ts";
import { EXITS, Stop, wrongUsage } from "./exit.ts";
import { parseBytes } from "./flags.ts";

const KINDS = ["news", "readout", "transcript", "memorandum"] as const satisfies readonly DocumentKind[];
const FORMATS = ["text", "markdown", "html"] as const satisfies readonly DocumentFormat[];

export const MAX_BYTES_FLAG: Flag = {
  name: "max-bytes",
  value: "SIZE",
  help: "most bytes of text in a document, as 500k or 8M (2M)",
};

export const FACT_FLAGS: readonly Flag[] = [
  { name: "publisher", value: "NAME", help: "who published it" },
  { name: "date", value: "DATE", help: "when it was published: 2021-12-31 or 2021-12-31T02:20+03:00" },
  { name: "title", value: "TEXT", help: "its title" },
  { name: "kind", value: "KIND", values: KINDS, help: "news, readout, transcript or memorandum" },
  { name: "side", value: "ACTOR", help: "whose official voice it is, as RUS or USA" },
  { name: "language", value: "TAG", help: "its language, as en or ru" },
  { name: "address", value: "URL", help: "its web address" },
  { name: "translated", help: "it is a translation" },
  {
    name: "format",
    value: "FORMAT",
    values: FORMATS,
    help: "text, markdown or html; else told from the file",
  },
  MAX_BYTES_FLAG,
];

/** How to read rather than what is known; the same for every command that reads. */
export const RULES_FLAG: Flag = {
  name: "rules",
  help: "find attributions by rules, without the model: faster, less sure",
};

/** A list of the user's own actors; the same for every command that reads. */
export const ACTORS_FLAG: Flag = {
  name: "actors",
  value: "PATH",
  path: true,
  help: "lay a list of your own actors over ours",
};

export const QUIET_FLAG: Flag = {
  name: "quiet",
  short: "q",
  help: "say nothing on the error stream but errors",
};

export function factsFrom(given: Given): ReadOptions {
  const { values } = given;
  const kind = KINDS.find((one) => one === values.get("kind"));
  const format = FORMATS.find((one) => one === values.get("format"));
  const maxBytes = maxBytesOf(values.get("max-bytes"));
  return {
    ...textFact("publisher", values.get("publisher")),
    ...textFact("date", dateOf(values.get("date"))),
    ...textFact("title", values.get("title")),
    ...textFact("side", values.get("side")),
    ...textFact("language", languageOf(values.get("language"))),
    ...textFact("address", values.get("address")),
    ...(kind !== undefined && { kind }),
    ...(format !== undefined && { format }),
    ...(given.switches.has("translated") && { translated: true }),
    ...(given.switches.has("rules") && { rules: true }),
    ...(maxBytes !== null && { maxBytes }),
    ...actorsFrom(given),
  };
}

export function actorsFrom(given: Given): Pick<ReadOptions, "actors"> {
  const path = given.values.get("actors");
  return path === undefined ? {} : { actors: [path] };
}

/** A list that cannot be used stops the run before anything is read with half of it. */
export async function refuseBadActors({ actors }: Pick<ReadOptions, "actors">): Promise<void> {
  if (actors === undefined) return;
  try {
    await loadGazetteer(actors);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const message = `${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
    throw new Stop(EXITS.unreadable, message, "docs/actors.md tells how a list is written");
  }
}

function textFact(name: "publisher" | "date" | "title" | "side" | "language" | "address", value?: string) {
  return value === undefined ? {} : { [name]: value };
}

function dateOf(value: string | undefined): string | undefined {
  if (value === undefined || isMoment(value)) return value;
  throw wrongUsage(
    `--date wants a day or moment as ISO 8601 writes it, not ${value}`,
    "for example --date 2021-12-31 or --date 2021-12-31T02:20+03:00",
  );
}

function languageOf(value: string | undefined): string | undefined {
  if (value === undefined) return value;
  try {
    return new Intl.Locale(value).toString();
  } catch {
    throw wrongUsage(`--language wants a language tag, not ${value}`, "for example --language en");
  }
}

export function maxBytesOf(value: string | undefined): number | null {
  if (value === undefined) return null;
  const bytes = parseBytes(value);
  if (bytes === null) {
    throw wrongUsage(`--max-bytes wants a size above 0, not ${value}`, "for example --max-bytes 8M");
  }
  return bytes;
}
