/**
 * What stands beside and below the text on a page: a card for each statement,
 * the contact's head, tracks, what comes next, notes. The same view as the
 * terminal's record, in HTML; every piece of a document goes through
 * `html-text.ts`.
 */

import type { Note } from "../reading/reading.ts";
import { type Passage, wordsOf } from "../text/span.ts";
import { htmlOf, isolated } from "./html-text.ts";
import { type Crumb, formatConfidence, type Names, type StatementView } from "./view.ts";
import { type ContactView, type Field, type FieldValue, type TrackView, wordsAdd } from "./view-contact.ts";

/** `why`: the explanation of the statement, folded away below it. */
export function cardOf(view: StatementView, names: Names, why: string, prefix: string): string {
  const depth = view.depth === 0 ? "" : ` depth-${Math.min(view.depth, 3)}`;
  const number = view.number;
  const parts = [
    `<h3><a class="number" href="#${prefix}w${number}" title="to the words">${view.statement.id}</a>` +
      `<span><span class="crumbs">${byWhomHtml(view)}</span>: ${actHtml(view)}</span></h3>`,
    ...view.conditions.map((condition) => {
      const holder =
        condition.holder === null
          ? ""
          : ` <span class="quiet">(in the hand of ${isolated(names.of(condition.holder))})</span>`;
      const then =
        condition.consequence.length === 0
          ? ""
          : `<br><span class="quiet">then</span> ${passageHtml(condition.consequence)}`;
      return `<p class="condition"><span class="quiet">condition</span> ${passageHtml(condition.condition)}${holder}${then}</p>`;
    }),
  ];
  if (view.statement.content.length > 0) {
    parts.push(
      `<blockquote><a href="#${prefix}w${number}">${passageHtml(view.statement.content)}</a></blockquote>`,
    );
  }
  if (view.by.length > 0) parts.push(`<p class="by">${byHtml(view)}</p>`);
  if (view.unsure) {
    parts.push(`<p class="unsure">unsure: ${formatConfidence(view.statement.confidence)}</p>`);
  }
  parts.push(why);
  return `<article class="card${depth}" id="${prefix}s${number}">${parts.join("\n")}</article>`;
}

/** The chain; for what the narrator tells in his own voice, also whose act he tells of. */
function byWhomHtml({ attribution, crumbs, doer }: StatementView): string {
  if (attribution !== null)
    return crumbs.length === 0 ? '<span class="unsure">nobody named</span>' : crumbsHtml(crumbs);
  const narrator = crumbs.length === 0 ? "the narrator" : crumbsHtml(crumbs);
  return doer === null ? narrator : `${narrator} <span class="quiet">of</span> ${isolated(doer)}`;
}

function actHtml(view: StatementView): string {
  const to =
    view.addressee === null
      ? ""
      : ` → ${isolated(view.addressee.name)}${view.addressee.fromContact ? ' <span class="quiet">(the other party)</span>' : ""}`;
  const marks = view.marks.map(
    (mark) => ` · ${htmlOf(mark.value)} <span class="quiet">“${passageHtml(mark.evidence)}”</span>`,
  );
  return `<span class="act">${htmlOf(view.act)}</span>${to}${marks.join("")}`;
}

function byHtml(view: StatementView): string {
  const sources = new Set(view.attribution?.source ?? []);
  return view.by
    .map((place, index) => {
      const before = view.by[index - 1];
      const between = before === undefined ? "" : place.start - before.end <= 1 ? " " : " … ";
      return `${between}<span class="${sources.has(place) ? "source" : "cue"}">${isolated(place.words)}</span>`;
    })
    .join("");
}

function passageHtml(passage: Passage): string {
  return passage.map((place) => isolated(place.words)).join(' <span class="quiet">…</span> ');
}

export function crumbsHtml(crumbs: readonly Crumb[]): string {
  return crumbs
    .map((crumb) => {
      const name = crumb.onlyWords ? `“${isolated(crumb.name)}”` : isolated(crumb.name);
      const basis = crumb.basis === null ? "" : ` <span class="quiet">(${htmlOf(crumb.basis)})</span>`;
      return `<span class="crumb">${name}</span>${basis}`;
    })
    .join("<b>›</b>");
}

export function contactHtml(contact: ContactView): string {
  const title =
    `${htmlOf(contact.title)} <span class="quiet">${contact.id}</span>` +
    (contact.main ? "" : ' <span class="quiet">also told of</span>') +
    wordHtml(contact.word);
  return `<section class="contact"><h2>${title}</h2>\n${fieldsHtml(contact.fields)}</section>`;
}

function fieldsHtml(fields: readonly Field[]): string {
  const rows = fields.map(
    (field) =>
      `<dt>${htmlOf(field.label)}</dt>` +
      field.values.map((value) => `<dd>${valueHtml(value)}</dd>`).join(""),
  );
  return rows.length === 0 ? "" : `<dl>${rows.join("\n")}</dl>`;
}

function valueHtml(value: FieldValue): string {
  const words = wordsAdd(value) ? ` <span class="words">“${passageHtml(value.evidence)}”</span>` : "";
  return isolated(value.text) + words + wordHtml(value.word);
}

function wordHtml(word: readonly Crumb[]): string {
  return word.length === 0 ? "" : ` <span class="word">on the word of ${crumbsHtml(word)}</span>`;
}

export function trackHtml(track: TrackView): string {
  return (
    `<div class="track">${fieldsHtml(track.fields)}` +
    `<p class="words">“${isolated(wordsOf(track.evidence))}”${wordHtml(track.word)} ${track.id}</p></div>`
  );
}

export function followUpsHtml(contacts: readonly ContactView[]): string {
  return contacts
    .flatMap((contact) => contact.followUps)
    .map((followUp) => `<li>${valueHtml(followUp)}</li>`)
    .join("\n");
}

export function noteHtml(note: Note, number: number, prefix: string): string {
  const back =
    note.place === null
      ? ""
      : ` <a href="#${prefix}p${number}" aria-label="to the place of note ${number}">↑</a>`;
  return `<li class="note" id="${prefix}n${number}">${isolated(note.message)} <span class="quiet">${note.id}</span>${back}</li>`;
}
