/**
 * Readings as one page that stands alone: no script, nothing fetched, a policy
 * that forbids both. Takes Readings one by one and gives the sections of the
 * body, then the head, whose policy names the hash of the style sheets; so
 * memory holds one document at a time. Writing is left to others.
 */

import { explainerOf } from "../reading/explain.ts";
import type { Reading } from "../reading/reading.ts";
import { cardOf, contactHtml, followUpsHtml, noteHtml, trackHtml } from "./html-cards.ts";
import { markedText } from "./html-marks.ts";
import { pageFoot, pageHead } from "./html-page.ts";
import { PAGE_STYLE } from "./html-style.ts";
import { attributeOf, htmlOf, isolated, linkableOf } from "./html-text.ts";
import { whyHtml } from "./html-why.ts";
import { Names, notesOf, type StatementView, statementsOf } from "./view.ts";
import { contactsOf, tracksOf } from "./view-contact.ts";
import { sourceFieldsOf, titleOf } from "./view-document.ts";

/** With more statements than this the page no longer lights up all words of the one chosen, only its card, and leaves each why to `readout explain`. */
const MOST_RULES = 2000;

export interface Section {
  html: string;
  title: string;
  /** Id of the section, to link to. */
  id: string;
  /** Statements shown. */
  count: number;
  version: string;
}

/** One document as a section; `index` counts documents from 1. */
export function sectionFrom(reading: Reading, index: number, minConfidence = 0): Section {
  const prefix = `d${index}-`;
  const names = new Names(reading);
  const views = statementsOf(reading, names, minConfidence);
  const why = whysOf(reading, views.length);
  const notes = notesOf(reading);
  const contacts = contactsOf(reading, names);
  const tracks = tracksOf(reading, names);
  const title = titleOf(reading.document);
  const left = reading.statements.length - views.length;
  const heading =
    `${views.length} statement${views.length === 1 ? "" : "s"}` +
    (left === 0 ? "" : `, ${left} more below ${minConfidence}`);
  const followUps = followUpsHtml(contacts);
  const language = attributeOf(reading.document.language.value);
  const html = `<section class="document" id="d${index}" aria-labelledby="d${index}-title">
<h1 id="d${index}-title">${isolated(title)}</h1>
${factsHtml(reading, names)}
${contacts.map(contactHtml).join("\n")}
<div class="panes">
<div class="text">
${LEGEND}
<div class="verbatim" lang="${language}">${markedText(reading, views, notes, prefix)}</div>
</div>
<div class="cards"><h2>${heading}</h2>
${views.length > MOST_RULES ? WHY_LEFT_OUT : ""}${views.map((view) => cardOf(view, names, why(view), prefix)).join("\n")}
</div>
</div>
<div class="after">
${block(counted(tracks.length, "track"), tracks.map(trackHtml).join("\n"))}
${block("What comes next", followUps === "" ? "" : `<ul>${followUps}</ul>`)}
${block(
  counted(notes.length, "note"),
  notes.length === 0
    ? ""
    : `<ol class="notes">${notes.map((note, at) => noteHtml(note, at + 1, prefix)).join("\n")}</ol>`,
)}
</div>
</section>
`;
  return { html, title, id: `d${index}`, count: views.length, version: reading.reader.version };
}

const WHY_LEFT_OUT =
  '<p class="quiet">So many statements: why each is there, <b>readout explain</b> says by its id.</p>\n';

function whysOf(reading: Reading, count: number): (view: StatementView) => string {
  if (count > MOST_RULES) return () => "";
  const explainer = explainerOf(reading);
  return ({ statement }) => whyHtml(explainer.explain(statement.id));
}

const LEGEND =
  '<p class="legend" aria-label="Legend"><span class="source">source</span> <span class="cue">cue</span> ' +
  '<span class="content">words of the source</span> <span class="content content-2">words within words</span> ' +
  '<span class="noted">noted</span> <span class="boilerplate">left out</span></p>';

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function block(title: string, html: string): string {
  return html === "" ? "" : `<section><h2>${title}</h2>\n${html}</section>`;
}

function factsHtml(reading: Reading, names: Names): string {
  const fields = sourceFieldsOf(reading.document, (id) => names.of(id));
  const items = fields.map((field) => {
    const link = field.label === "Address" ? linkableOf(field.value) : null;
    const value =
      link === null
        ? isolated(field.value)
        : `<a href="${attributeOf(link)}" rel="noopener noreferrer external">${isolated(field.value)}</a>`;
    const ground = field.reckoned ? ' <span class="word">(reckoned)</span>' : "";
    return `<li><span class="label">${htmlOf(field.label)}</span> ${value}${ground}</li>`;
  });
  return `<ul class="facts">${items.join("\n")}</ul>`;
}

/** Everything before the sections. */
export function headOf(sections: readonly Omit<Section, "html">[]): string {
  const styles = [PAGE_STYLE, targetStyle(sections)].filter((style) => style !== "");
  const only = sections.length === 1 ? sections[0] : undefined;
  const title = only === undefined ? `${sections.length} documents` : only.title;
  const index =
    only === undefined
      ? `<nav><h2>${sections.length} documents</h2><ol class="index">${sections.map(indexEntry).join("\n")}</ol></nav>\n`
      : "";
  return pageHead({ title, styles, version: sections[0]?.version ?? "" }) + index;
}

function indexEntry(section: Omit<Section, "html">): string {
  return `<li><a href="#${section.id}">${isolated(section.title)}</a> <span class="word">${section.count} statements</span></li>`;
}

export function footOf(sections: readonly Omit<Section, "html">[]): string {
  return pageFoot(sections[0]?.version ?? "");
}

/** Chosen card: its words light up. Chosen words: the same. Ids and classes are counted, so no document reaches in here. */
function targetStyle(sections: readonly Omit<Section, "html">[]): string {
  const total = sections.reduce((sum, section) => sum + section.count, 0);
  if (total > MOST_RULES) return "";
  return sections
    .flatMap((section) =>
      Array.from({ length: section.count }, (_, at) => {
        const [prefix, number] = [section.id, at + 1];
        return `:root:has(#${prefix}-s${number}:target,#${prefix}-w${number}:target) .${prefix}-m${number}{background-color:var(--target)}`;
      }),
    )
    .join("\n");
}
