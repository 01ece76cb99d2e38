/**
 * A text that grows word by word out of a source, with the way back.
 *
 * Takes words with their place in the source, and breaks between them; gives
 * the text, the map, and hints on stretches of it. White space is collapsed as
 * a browser does: a run of it is one space, no-break spaces stay.
 */

import type { RegionHint } from "../text/regions.ts";
import type { SourceMap } from "./extracts.ts";

/** Words and where they stand; the place is longer or shorter than the words when an entity stands there. */
export interface SourceWords {
  data: string;
  start: number;
  end: number;
}

/** How words are to be set. */
export interface Setting {
  /** Whether line breaks in them count. */
  pre: boolean;
  hint: { kind: RegionHint["kind"]; why: string } | null;
}

/** Nothing, a space, a line break, an empty line. */
export type Break = 0 | 1 | 2 | 3;
const BREAKS = ["", " ", "\n", "\n\n"] as const;

/** Grows the text, its map and its hints together; the state of one walk. */
export class TextWriter {
  private parts: string[] = [];
  private length = 0;
  private map: SourceMap = [];
  private hints: RegionHint[] = [];
  private pending: Break = 0;

  /** Asks for a break before the next words; the strongest one asked for counts. */
  separate(wanted: Break): void {
    if (wanted > this.pending) this.pending = wanted;
  }

  /** A line break that counts by itself: two of them are an empty line. */
  breakLine(): void {
    this.pending = this.pending >= 2 ? 3 : 2;
  }

  write(words: SourceWords, setting: Setting): void {
    const isPlain = words.end - words.start === words.data.length;
    for (const match of words.data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/gu)) {
      const [part] = match;
      if (/^[ \t\n\r\f]/u.test(part)) {
        this.separate(setting.pre && part.includes("\n") ? 2 : 1);
        continue;
      }
      const sourceStart = isPlain ? words.start + match.index : words.start;
      this.put(part, sourceStart, isPlain ? sourceStart + part.length : words.end, setting);
    }
  }

  private put(words: string, sourceStart: number, sourceEnd: number, setting: Setting): void {
    const lead = this.length === 0 ? "" : BREAKS[this.pending];
    this.pending = 0;
    const start = this.length + lead.length;
    const end = start + words.length;
    this.parts.push(lead, words);
    this.length = end;
    this.addRun(start, end, sourceStart, sourceEnd);
    if (setting.hint) this.addHint(start, end, setting.hint, lead);
  }

  /** One run goes on as long as text and source keep step, a space for a space. */
  private addRun(start: number, end: number, sourceStart: number, sourceEnd: number): void {
    const last = this.map[this.map.length - 1];
    const isExact = end - start === sourceEnd - sourceStart;
    const keepsStep =
      last !== undefined &&
      isExact &&
      last.end - last.start === last.sourceEnd - last.sourceStart &&
      start - last.end === sourceStart - last.sourceEnd &&
      start - last.end <= 1;
    if (keepsStep) {
      last.end = end;
      last.sourceEnd = sourceEnd;
    } else {
      this.map.push({ start, end, sourceStart, sourceEnd });
    }
  }

  private addHint(
    start: number,
    end: number,
    hint: { kind: RegionHint["kind"]; why: string },
    lead: string,
  ): void {
    const last = this.hints[this.hints.length - 1];
    const goesOn = last && last.why === hint.why && last.end + lead.length === start && lead.length < 2;
    if (goesOn) last.end = end;
    else this.hints.push({ start, end, ...hint });
  }

  finish(): { text: string; map: SourceMap; hints: RegionHint[] } {
    return { text: this.parts.join(""), map: this.map, hints: this.hints };
  }
}
