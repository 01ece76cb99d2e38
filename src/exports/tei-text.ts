/**
 * The text of a TEI document: blocks, anchors at the offsets that spans point
 * to, and `said` around what is somebody's words.
 *
 * Blocks are what stands between empty lines; white space between them stays
 * between them. `said` cannot overlap, so it marks the outermost attributions
 * only, block by block; those within are spans.
 */

import type { Attribution, Reading, Statement } from "../reading/reading.ts";
import type { Region } from "../text/document.ts";
import { byPlace, contains, type Span } from "../text/span.ts";
import type { Ids } from "./tei-ids.ts";
import { passagesIn } from "./tei-standoff.ts";
import { element, xmlText } from "./xml.ts";

export function textOf(reading: Reading, ids: Ids): string {
  const { text, regions } = reading.document;
  const anchors = offsetsIn(reading);
  const said = saidIn(reading);
  const blocks = blocksIn(text);
  const names = namesOf(blocks, regions);
  const out: string[] = [];
  const walk = { anchor: 0, said: 0 };
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    out.push(anchored(text, { start: at, end: block.start }, anchors, walk, ids, block.start));
    out.push(blockOf(text, block, names[index] ?? PARAGRAPH, { anchors, said, walk, ids }));
    at = block.end;
  }
  out.push(anchored(text, { start: at, end: text.length }, anchors, walk, ids, Number.POSITIVE_INFINITY));
  return element("text", {}, element("body", {}, out));
}

interface Walk {
  /** Index of the next anchor, and of the next `said`. */
  anchor: number;
  said: number;
}

interface Said extends Span {
  who: string | null;
  attribution: Attribution;
}

interface BlockName {
  name: string;
  type: string | null;
}

const PARAGRAPH: BlockName = { name: "p", type: null };

/** Offsets where a span begins or ends, in order, each once. */
function offsetsIn(reading: Reading): number[] {
  const offsets = new Set<number>();
  for (const passage of passagesIn(reading))
    for (const { start, end } of passage) {
      offsets.add(start);
      offsets.add(end);
    }
  return [...offsets].sort((a, b) => a - b);
}

/** Parts of outermost attributions, in order and apart. */
function saidIn({ attributions, statements }: Reading): Said[] {
  const speakers = new Map<string, Statement>();
  for (const statement of statements)
    if (statement.attribution !== null && !speakers.has(statement.attribution))
      speakers.set(statement.attribution, statement);
  const parts = attributions
    .filter(({ within }) => within === null)
    .flatMap((attribution) =>
      attribution.content.map(({ start, end }): Said => {
        const who = speakers.get(attribution.id)?.speaker ?? null;
        return { start, end, who, attribution };
      }),
    )
    .sort(byPlace);
  const apart: Said[] = [];
  for (const part of parts) if (part.start >= (apart.at(-1)?.end ?? 0)) apart.push(part);
  return apart;
}

/** Stretches between empty lines, by XML's white space: none else may stand between blocks. */
function blocksIn(text: string): Span[] {
  const blocks: Span[] = [];
  let at = 0;
  while (at < text.length) {
    while (at < text.length && isXmlSpace(text.charCodeAt(at))) at++;
    if (at === text.length) break;
    const start = at;
    let end = at;
    // To the first empty line: two line ends with only white space between.
    for (let lines = 0; at < text.length && lines < 2; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 0x0a) lines++;
      else if (!isXmlSpace(unit)) {
        lines = 0;
        end = at + 1;
      }
    }
    blocks.push({ start, end });
    at = end;
  }
  return blocks;
}

function isXmlSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

/** A region that is a whole block names it; headlines are heads only where the text begins with them. */
function namesOf(blocks: readonly Span[], regions: readonly Region[]): BlockName[] {
  let region = 0;
  const kinds = blocks.map((block) => {
    while (region < regions.length && (regions[region]?.end ?? 0) < block.end) region++;
    const around = regions[region];
    return around !== undefined && contains(around, block) ? around.kind : "body";
  });
  const body = kinds.findIndex((kind) => kind !== "headline");
  return kinds.map((kind, at) => {
    if (kind === "body") return PARAGRAPH;
    if (kind === "headline" && body !== -1 && at < body) return { name: "head", type: null };
    return { name: "ab", type: kind };
  });
}

interface Inside {
  anchors: readonly number[];
  said: readonly Said[];
  walk: Walk;
  ids: Ids;
}

function blockOf(text: string, block: Span, { name, type }: BlockName, inside: Inside): string {
  const { anchors, said, walk, ids } = inside;
  const out: string[] = [];
  let at = block.start;
  while (walk.said < said.length) {
    const part = said[walk.said];
    if (part === undefined || part.start >= block.end) break;
    const start = Math.max(part.start, block.start);
    const end = Math.min(part.end, block.end);
    if (end > start) {
      out.push(anchored(text, { start: at, end: start }, anchors, walk, ids, start));
      const inner = anchored(text, { start, end }, anchors, walk, ids, end);
      out.push(element("said", saidAttributes(part, ids), inner));
      at = end;
    }
    // It goes on in the next block.
    if (part.end > block.end) break;
    walk.said++;
  }
  out.push(anchored(text, { start: at, end: block.end }, anchors, walk, ids, block.end + 1));
  return element(name, { type }, out);
}

function saidAttributes({ who, attribution }: Said, ids: Ids): Record<string, string | null> {
  return {
    who: who === null ? null : `#${ids.actor(who)}`,
    direct: attribution.manner === "mixed" ? null : String(attribution.manner === "direct"),
    ana: `#${ids.of(attribution.id)}`,
  };
}

/** The stretch with its anchors, as far as those before `until`: one at a border stands inside what begins there. */
function anchored(
  text: string,
  { start, end }: Span,
  anchors: readonly number[],
  walk: Walk,
  ids: Ids,
  until: number,
): string {
  let out = "";
  let at = start;
  for (; walk.anchor < anchors.length; walk.anchor++) {
    const offset = anchors[walk.anchor] ?? 0;
    if (offset >= until) break;
    out += xmlText(text.slice(at, offset)) + element("anchor", { "xml:id": ids.anchor(offset) });
    at = offset;
  }
  return out + xmlText(text.slice(at, end));
}
