/**
 * TEI P5: a document as it was, with what was found in it stood off: the text
 * with empty anchors at the offsets of the findings, `said` around the words
 * that are somebody's, and in `standOff` the people, the findings as feature
 * structures, and spans from anchor to anchor.
 *
 * One document is a `TEI`, several are a `teiCorpus`. The text of `body`, tags
 * taken away, is the document's text, but for characters that XML cannot hold.
 */

import type { CorrectedReading } from "../reading/corrections.ts";
import { VERSION } from "../reading/version.ts";
import type { Exporter } from "./exporter.ts";
import { headerOf } from "./tei-header.ts";
import { Ids } from "./tei-ids.ts";
import { standOffOf } from "./tei-standoff.ts";
import { textOf } from "./tei-text.ts";
import { element } from "./xml.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = "http://www.tei-c.org/ns/1.0";

export function teiExporter(): Exporter {
  let count = 0;
  /** The first document waits until it is known whether it is the only one. */
  let first: string | null = null;
  return {
    begin: () => [DECLARATION],
    *add(corrected) {
      const document = teiOf(corrected, new Ids(++count));
      if (count === 1) {
        first = document;
        return;
      }
      if (first !== null) yield `${CORPUS_HEAD}${first}`;
      first = null;
      yield document;
    },
    *end() {
      if (first !== null) yield first;
      else yield count === 0 ? `${CORPUS_HEAD}</teiCorpus>\n` : "</teiCorpus>\n";
    },
  };
}

const CORPUS_HEAD = `<teiCorpus xmlns="${NAMESPACE}">\n${element("teiHeader", {}, [
  element("fileDesc", {}, [
    element("titleStmt", {}, element("title", {}, "Documents with their statements, read by Readout")),
    element("publicationStmt", {}, element("p", {}, `Exported by Readout ${VERSION}.`)),
    element("sourceDesc", {}, element("p", {}, "Each document tells its own source.")),
  ]),
])}\n`;

function teiOf(corrected: CorrectedReading, ids: Ids): string {
  const { document } = corrected.reading;
  const standOff = standOffOf(corrected, ids);
  const parts = [headerOf(corrected, ids), standOff, textOf(corrected.reading, ids)].filter(
    (part) => part !== "",
  );
  const inner = `\n${parts.join("\n")}\n`;
  return `${element("TEI", { xmlns: NAMESPACE, "xml:lang": document.language.value }, inner)}\n`;
}
