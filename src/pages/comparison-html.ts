/**
 * The pieces that pages of a comparison are made of: accounts, cells, facts,
 * signs. Every word of a document goes through `html-text.ts`; moved words are
 * marked by line and weight as well as by colour.
 */

import type { VerdictKind } from "../accounts/accounts.ts";
import { stretchesIn } from "../text/stretches.ts";
import { type AccountView, byLetter, factsKnownOf, limitsOf } from "./comparison-accounts.ts";
import type { CellView, Heading, PointView, SilentView } from "./comparison-view.ts";
import { crumbsHtml } from "./html-cards.ts";
import { htmlOf, isolated } from "./html-text.ts";
import { VERDICTS } from "./verdicts.ts";
import { formatAction, formatConfidence } from "./view.ts";
import { wordsAdd } from "./view-contact.ts";

/** `prefix` keeps the ids of several comparisons on one page apart. */
export function accountsHtml(accounts: readonly AccountView[], prefix: string): string {
  const rows = accounts.map((account) => {
    const title = account.title === null ? "" : ` <i>${isolated(account.title)}</i>`;
    const copied = account.copyOf === null ? "" : ' class="copy"';
    return `<li${copied} id="${prefix}${account.letter}"><b class="letter">${account.letter}</b> ${isolated(account.name)}${title}
<span class="quiet">${factsKnownOf(account).map(htmlOf).join(" · ")}</span>${limitsOf(account)
      .map((limit) => ` <span class="limit">${htmlOf(limit)}</span>`)
      .join("")}
<span class="quiet mono">${htmlOf(account.document.slice(0, 10))}</span>${changesHtml(account)}</li>`;
  });
  return `<ul class="accounts">${rows.join("\n")}</ul>`;
}

/** More are folded away: they would push the rest off the page. */
const MOST_CHANGES = 8;

function changesHtml({ changes }: AccountView): string {
  if (changes.length === 0) return "";
  const quoted = (words: string) =>
    words === "" ? '<span class="quiet">nothing</span>' : `“<mark>${htmlOf(words)}</mark>”`;
  const items = changes.map(({ before, after }) => `<li>has ${quoted(after)} for ${quoted(before)}</li>`);
  const list = `<ul class="changes">${items.join("")}</ul>`;
  if (items.length <= MOST_CHANGES) return list;
  return `<details><summary class="quiet">${items.length} changes to the text that it copies</summary>${list}</details>`;
}

export function signHtml(kind: VerdictKind): string {
  return `<b class="sign ${kind}" title="${VERDICTS[kind].name}">${VERDICTS[kind].sign}</b>`;
}

export function verdictHtml({ verdict }: PointView): string {
  const { kind, confidence } = verdict;
  return `${signHtml(kind)} <span class="verdict ${kind}">${VERDICTS[kind].name}</span> <span class="quiet">${formatConfidence(confidence)}</span>`;
}

export function headingHtml({ label, speaker, act, addressee }: Heading): string {
  const named = label === null ? "" : isolated(label);
  if (speaker === null && act === null)
    return named === "" ? '<span class="quiet">told by the narrator</span>' : named;
  const who =
    speaker === null
      ? '<span class="unsure">nobody named</span>'
      : `<span class="crumb">${isolated(speaker)}</span>`;
  const does = act === null ? "" : `: <span class="act">${htmlOf(act)}</span>`;
  const to = addressee === null ? "" : ` → ${isolated(addressee)}`;
  return `${named === "" ? "" : `${named} · `}<span class="crumbs">${who}</span>${does}${to}`;
}

/** Letter, way, words and finding. */
export function cellHtml(cell: CellView, prefix: string): string {
  const by = [
    cell.crumbs.length === 0 ? "" : `<span class="crumbs">${crumbsHtml(cell.crumbs)}</span>`,
    cell.act === null ? "" : `<span class="act">${htmlOf(cell.act)}</span>`,
  ].filter((part) => part !== "");
  return `<div class="cell">${lettersHtml([cell], prefix)}${standsHtml(cell)} ${by.join(", ")}${by.length === 0 ? "" : ": "}<q>${wordsHtml(cell)}</q> <span class="quiet mono">${htmlOf(cell.finding)}</span></div>`;
}

function standsHtml({ stands }: CellView): string {
  return stands === null || stands === "confirmed" ? "" : signHtml(stands);
}

export function lettersHtml(cells: readonly Pick<CellView, "letter" | "copies">[], prefix: string): string {
  const letters = cells.flatMap(({ letter, copies }) => [letter, ...copies]);
  return [...new Set(letters)]
    .sort(byLetter)
    .map((letter) => `<a class="letter" href="#${prefix}${letter}">${letter}</a>`)
    .join(" ");
}

/** The exact words, the places that moved marked. */
export function wordsHtml({ words, moved }: Pick<CellView, "words" | "moved">): string {
  const places = moved.map((span) => ({ span, what: true }));
  return words
    .map((part) =>
      stretchesIn(part, places)
        .map(({ start, end, on }) => {
          const html = htmlOf(part.words.slice(start - part.start, end - part.start));
          return on.length > 0 ? `<mark>${html}</mark>` : html;
        })
        .join(""),
    )
    .map((html) => `<bdi>${html}</bdi>`)
    .join(' <span class="quiet">…</span> ');
}

export function silentHtml(silent: readonly SilentView[], prefix: string): string {
  return silent
    .map(({ letter, partial, translated }) => {
      const why = [partial ? "partial" : "", translated ? "translated" : ""].filter((one) => one !== "");
      const limit = why.length === 0 ? "" : ` <span class="limit">${why.join(", ")}</span>`;
      return `<a class="letter" href="#${prefix}${letter}">${letter}</a>${limit}`;
    })
    .join(" ");
}

export function notInHtml({ silent }: PointView, prefix: string): string {
  return silent.length === 0
    ? ""
    : ` <span class="notin"><span class="quiet">not in</span> ${silentHtml(silent, prefix)}</span>`;
}

export function markHtml({ mark }: PointView): string {
  if (mark === null) return "";
  const { action, value } = mark;
  const to = action === "change" && typeof value === "string" ? ` to ${value.replaceAll("-", " ")}` : "";
  return `<p class="person">${htmlOf(`${formatAction(mark.action)}${to} by ${mark.author}`)}: ${isolated(mark.reason)} <span class="quiet">${htmlOf(mark.at.slice(0, 10))}</span></p>`;
}

/** Each value of a fact once, with all who tell it. */
export function factHtml(point: PointView, prefix: string): string {
  const byValue = new Map<string, CellView[]>();
  for (const cell of point.cells) {
    const key = cell.value ?? "";
    byValue.set(key, [...(byValue.get(key) ?? []), cell]);
  }
  const values = [...byValue.values()].map(
    (cells) => `<li>${cells[0] === undefined ? "" : valueHtml(cells[0])} ${lettersHtml(cells, prefix)}</li>`,
  );
  const kind = point.verdict.kind;
  const why =
    kind === "confirmed" || kind === "one-account-only"
      ? ""
      : `<p class="reason">${isolated(point.verdict.reason)}</p>`;
  return `<dt>${signHtml(kind)} ${htmlOf(point.heading.label ?? "")}</dt><dd><ul class="values">${values.join("")}</ul>${why}${notInHtml(point, prefix)}${markHtml(point)}</dd>`;
}

function valueHtml(cell: CellView): string {
  if (cell.value === null) return `“${wordsHtml(cell)}”`;
  const told = { text: cell.value, evidence: cell.words, word: [] };
  const words = wordsAdd(told) ? ` <span class="quiet">“${wordsHtml(cell)}”</span>` : "";
  return isolated(cell.value) + words;
}
