/**
 * The header of a TEI document: what text it is and where it is from, who is
 * responsible for what (the machine, and each person who corrected it), what
 * XML could not hold, and the history of corrections.
 */

import type { CorrectedReading } from "../reading/corrections.ts";
import type { Document } from "../text/document.ts";
import { correctionSentence } from "./correction-sentence.ts";
import { dayOf, formatReader, humanMarkOf } from "./provenance.ts";
import type { Ids } from "./tei-ids.ts";
import { element, replacedIn, xmlText } from "./xml.ts";

export function headerOf(corrected: CorrectedReading, ids: Ids): string {
  const { reading } = corrected;
  return element("teiHeader", {}, [
    element("fileDesc", {}, [
      titleStatement(corrected, ids),
      element(
        "publicationStmt",
        {},
        element("p", {}, `Exported by Readout ${xmlText(reading.reader.version)}.`),
      ),
      element("sourceDesc", {}, sourceOf(reading.document)),
    ]),
    encodingOf(reading.document, formatReader(reading.reader), reading.reader.version),
    element(
      "profileDesc",
      {},
      element("langUsage", {}, element("language", { ident: reading.document.language.value })),
    ),
    revisionsOf(corrected, ids),
  ]);
}

/** Who corrected this document, each once, in order of their first correction. */
export function personsIn({ marks }: CorrectedReading): string[] {
  return [...new Set(marks.map(({ correction }) => correction.author))];
}

function titleStatement(corrected: CorrectedReading, ids: Ids): string {
  const { document, reader } = corrected.reading;
  const persons = personsIn(corrected).map((author, at) =>
    element("respStmt", { "xml:id": ids.person(at + 1) }, [
      element("resp", {}, "corrections"),
      element("persName", {}, xmlText(author)),
    ]),
  );
  return element("titleStmt", {}, [
    element("title", {}, xmlText(document.title?.value ?? "Without a title")),
    element("respStmt", { "xml:id": ids.machine }, [
      element("resp", {}, "attributions, statements and links, found by machine"),
      element("name", { type: "software" }, xmlText(formatReader(reader))),
    ]),
    ...persons,
  ]);
}

function sourceOf({ id, title, publisher, published, address, kind, side, translated }: Document): string {
  return element("bibl", {}, [
    ...(title === null ? [] : [element("title", {}, xmlText(title.value))]),
    ...(publisher === null ? [] : [element("publisher", {}, xmlText(publisher.value))]),
    ...(published === null
      ? []
      : [element("date", { when: dayOf(published.value) }, xmlText(published.value))]),
    ...(address === null ? [] : [element("idno", { type: "URL" }, xmlText(address.value))]),
    element("idno", { type: "SHA-256" }, id),
    element("note", { type: "kind" }, kind.value),
    ...(side === null ? [] : [element("note", { type: "side" }, xmlText(side.value))]),
    ...(translated?.value === true ? [element("note", { type: "translation" }, "a translation")] : []),
  ]);
}

/** So many replaced characters are named; the others are counted. */
const NAMED = 20;

function encodingOf({ text }: Document, reader: string, version: string): string {
  const replaced = replacedIn(text);
  const named = replaced.slice(0, NAMED).join(", ");
  const more = replaced.length > NAMED ? `, and ${replaced.length - NAMED} more` : "";
  const told =
    replaced.length === 0
      ? "No character of the text was changed."
      : `${replaced.length} characters that XML cannot hold stand here as U+FFFD: ${named}${more}.`;
  return element("encodingDesc", {}, [
    element("editorialDecl", {}, [
      element(
        "p",
        {},
        "The text of body without tags is the text of the document. Anchors are named by their offset in it, in UTF-16 code units.",
      ),
      element("p", {}, told),
    ]),
    element(
      "appInfo",
      {},
      element(
        "application",
        { ident: "readout", version: versionOf(version) },
        element("label", {}, xmlText(reader)),
      ),
    ),
  ]);
}

/** TEI takes digits and stops only. */
function versionOf(version: string): string {
  return /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? "0";
}

function revisionsOf(corrected: CorrectedReading, ids: Ids): string {
  const { marks, rejected } = corrected;
  if (marks.length === 0) return "";
  const persons = personsIn(corrected);
  const gone = new Set(rejected.map(({ finding }) => finding));
  return element(
    "revisionDesc",
    {},
    marks.map((mark) => {
      const who = `#${ids.person(persons.indexOf(mark.correction.author) + 1)}`;
      const isHere = mark.kind === "statement" && !gone.has(mark.finding);
      return element(
        "change",
        { when: mark.correction.at, who, target: isHere ? `#${ids.of(mark.finding)}` : null },
        xmlText(correctionSentence(humanMarkOf(mark))),
      );
    }),
  );
}
