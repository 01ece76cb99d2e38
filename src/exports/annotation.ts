/**
 * W3C Web Annotation: one collection as JSON-LD, with one page that holds every
 * annotation. A statement, a source, a cue, a content, each part of a condition
 * is an annotation of its own, and so is every correction: by its person, with
 * its time, on the annotation that it is about.
 *
 * What the W3C's vocabulary has no word for stands under `readout:`, and a line
 * that any reader of annotations can show beside it. The text comes along, so
 * that each selector can be checked without anything else.
 */

import type { CorrectedReading } from "../reading/corrections.ts";
import { annotationsOf } from "./annotations.ts";
import type { Exporter } from "./exporter.ts";

export const VOCABULARY = "urn:readout:vocabulary#";

export function annotationExporter(): Exporter {
  let count = 0;
  return {
    begin: () => [
      `${JSON.stringify(HEAD).slice(0, -1)},"first":${JSON.stringify(PAGE).slice(0, -1)},"items":[`,
    ],
    *add(corrected: CorrectedReading) {
      for (const annotation of annotationsOf(corrected))
        yield `${count++ === 0 ? "" : ","}\n${JSON.stringify(annotation)}`;
    },
    end: () => [`\n]},"total":${count}}\n`],
  };
}

const HEAD = {
  "@context": ["http://www.w3.org/ns/anno.jsonld", { readout: VOCABULARY }],
  id: "urn:readout:export",
  type: "AnnotationCollection",
  label: "Statements with their chains, read by Readout",
};

const PAGE = { id: "urn:readout:export:page", type: "AnnotationPage", partOf: HEAD.id, startIndex: 0 };
