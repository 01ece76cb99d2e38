/**
 * The text of a document with its findings marked: each stretch once, with the
 * role it plays, linked to the card of the statement that it belongs to. The
 * words themselves are untouched: the page's text is the document's, to the
 * letter, except that unseen characters are shown by their number.
 */

import type { Note, NoteKind, Reading } from "../reading/reading.ts";
import type { RegionKind } from "../text/document.ts";
import { type Covering, type Stretch, stretchesIn } from "../text/stretches.ts";
import { htmlOf } from "./html-text.ts";
import type { StatementView } from "./view.ts";

/** `of`: the attribution, or the statement that has none. */
type Mark =
  | { kind: "region"; region: RegionKind }
  | { kind: "role"; role: "source" | "cue" | "content"; of: string }
  | { kind: "note"; number: number; wavy: boolean };

/** More findings than this on one stretch are not told apart by the page; the cards still are. */
const MOST_CLASSES = 12;
const WAVY_AT_MOST = 240;
/** Notes on the text itself, whose places are underlined; of the others only the sign is shown. */
const DAMAGE: ReadonlySet<NoteKind> = new Set([
  "quotation-never-closed",
  "quotation-closed-by-opening-mark",
  "mark-unpaired",
  "words-missing",
  "stop-missing",
  "space-missing",
  "name-mangled",
]);

export function markedText(
  reading: Reading,
  views: readonly StatementView[],
  notes: readonly Note[],
  prefix: string,
): string {
  const { text } = reading.document;
  const numbers = new Map<string, number>();
  for (const { statement, number } of views) {
    const key = statement.attribution ?? statement.id;
    if (!numbers.has(key)) numbers.set(key, number);
  }
  const anchors = anchorsOf(views, notes, prefix);
  const lines = new Lines();
  for (const stretch of stretchesIn({ start: 0, end: text.length }, coveringsOf(reading, notes))) {
    lines.add(anchors.upTo(stretch.start));
    const words = text.slice(stretch.start, stretch.end);
    const [open, close] = tagsOf(stretch, numbers, prefix);
    for (const [index, part] of words.split("\n").entries()) {
      if (index > 0) lines.end();
      if (part !== "") lines.add(open + htmlOf(part) + close, /\S/u.test(part));
    }
  }
  lines.add(anchors.upTo(text.length));
  return lines.html();
}

/** Paragraphs in the making: a line of the text is a `<p>`, an empty one only its line break. */
class Lines {
  #done = "";
  #line = "";
  #hasWords = false;

  add(html: string, hasWords = false): void {
    this.#line += html;
    this.#hasWords ||= hasWords;
  }

  end(): void {
    this.#flush();
    this.#done += "\n";
  }

  html(): string {
    this.#flush();
    return this.#done;
  }

  #flush(): void {
    this.#done += this.#hasWords ? `<p>${this.#line}</p>` : this.#line;
    this.#line = "";
    this.#hasWords = false;
  }
}

function coveringsOf(reading: Reading, notes: readonly Note[]): Covering<Mark>[] {
  const coverings: Covering<Mark>[] = [];
  for (const region of reading.document.regions) {
    if (region.kind !== "body")
      coverings.push({ span: region, what: { kind: "region", region: region.kind } });
  }
  for (const attribution of reading.attributions) {
    for (const role of ["content", "source", "cue"] as const) {
      for (const span of attribution[role])
        coverings.push({ span, what: { kind: "role", role, of: attribution.id } });
    }
  }
  for (const { id, attribution, content } of reading.statements) {
    if (attribution !== null) continue;
    for (const span of content) coverings.push({ span, what: { kind: "role", role: "content", of: id } });
  }
  notes.forEach((note, index) => {
    if (note.place === null) return;
    const wavy = DAMAGE.has(note.kind) && note.place.end - note.place.start <= WAVY_AT_MOST;
    coverings.push({ span: note.place, what: { kind: "note", number: index + 1, wavy } });
  });
  return coverings;
}

function tagsOf(
  stretch: Stretch<Mark>,
  numbers: ReadonlyMap<string, number>,
  prefix: string,
): [open: string, close: string] {
  const classes = classesOf(stretch.on, numbers, prefix);
  if (classes.length === 0) return ["", ""];
  const card = cardOf(stretch.on, numbers);
  const attribute = ` class="${classes.join(" ")}"`;
  return card === null
    ? [`<span${attribute}>`, "</span>"]
    : [`<a href="#${prefix}s${card}"${attribute}>`, "</a>"];
}

function classesOf(marks: readonly Mark[], numbers: ReadonlyMap<string, number>, prefix: string): string[] {
  const classes = new Set<string>();
  let contents = 0;
  let role: string | null = null;
  for (const mark of marks) {
    if (mark.kind === "region") classes.add(mark.region);
    else if (mark.kind === "note") {
      if (mark.wavy) classes.add("noted");
    } else {
      if (mark.role === "content") contents++;
      else role = mark.role;
      const number = numbers.get(mark.of);
      if (number !== undefined && classes.size < MOST_CLASSES) classes.add(`${prefix}m${number}`);
    }
  }
  if (contents > 0) classes.add("content");
  if (contents > 1) classes.add(`content-${Math.min(contents, 3)}`);
  if (role !== null) classes.add(role);
  return [...classes];
}

/** The statement that a click means: the innermost. Attributions come in text order, so the last one is. */
function cardOf(marks: readonly Mark[], numbers: ReadonlyMap<string, number>): number | null {
  let card: number | null = null;
  for (const mark of marks) {
    if (mark.kind === "role") card = numbers.get(mark.of) ?? card;
  }
  return card;
}

/** Where links to the text arrive, and the small signs of notes: no words of their own. */
function anchorsOf(views: readonly StatementView[], notes: readonly Note[], prefix: string) {
  const anchors: { at: number; html: string }[] = [];
  for (const view of views) {
    anchors.push({ at: startOf(view), html: `<span id="${prefix}w${view.number}"></span>` });
  }
  notes.forEach((note, index) => {
    if (note.place === null) return;
    const number = index + 1;
    const html =
      `<a class="noteref" id="${prefix}p${number}" href="#${prefix}n${number}" ` +
      `data-number="${number}" aria-label="note ${number}"></a>`;
    anchors.push({ at: note.place.start, html });
  });
  anchors.sort((a, b) => a.at - b.at);
  let next = 0;
  return {
    /** Anchors that belong at or before this offset and were not given yet. */
    upTo(offset: number): string {
      let html = "";
      for (
        let anchor = anchors[next];
        anchor !== undefined && anchor.at <= offset;
        anchor = anchors[++next]
      ) {
        html += anchor.html;
      }
      return html;
    },
  };
}

/** Where a statement begins: at the first of its source, cue and content. */
function startOf(view: StatementView): number {
  const starts = [...view.by, ...view.statement.content].map((place) => place.start);
  return starts.reduce((least, start) => Math.min(least, start), starts[0] ?? 0);
}
