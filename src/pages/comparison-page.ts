/**
 * Comparisons as one page that stands alone and prints: the same view as the
 * terminal's, in HTML.
 */

import type { Comparison } from "../accounts/accounts.ts";
import type { PointMark } from "../archive/answers.ts";
import { VERSION } from "../reading/version.ts";
import {
  accountsHtml,
  cellHtml,
  factHtml,
  headingHtml,
  markHtml,
  notInHtml,
  signHtml,
  silentHtml,
  verdictHtml,
  wordsHtml,
} from "./comparison-html.ts";
import { COMPARISON_STYLE } from "./comparison-style.ts";
import {
  type Alone,
  type ComparisonOptions,
  type ComparisonView,
  comparisonView,
  type PointView,
} from "./comparison-view.ts";
import { crumbsHtml } from "./html-cards.ts";
import { pageFoot, pageHead } from "./html-page.ts";
import { PAGE_STYLE } from "./html-style.ts";
import { attributeOf, htmlOf, isolated } from "./html-text.ts";
import { VERDICTS } from "./verdicts.ts";

export function comparisonPage(
  comparisons: readonly (Comparison & { marks?: readonly PointMark[] })[],
  options: ComparisonOptions = {},
): string {
  const views = comparisons.map((comparison) => comparisonView(comparison, options));
  const [first, second] = views;
  const title = second === undefined ? (first?.title ?? "No contact") : `${views.length} contacts`;
  const index =
    second === undefined
      ? ""
      : `<nav><h2>${views.length} contacts</h2><ol class="index">${views
          .map((view, at) => `<li><a href="#c${at + 1}">${isolated(view.title)}</a></li>`)
          .join("\n")}</ol></nav>\n`;
  const sections = views.map((view, at) => sectionHtml(view, `c${at + 1}`));
  const frame = { title, styles: [PAGE_STYLE, COMPARISON_STYLE], version: VERSION };
  return pageHead(frame) + index + sections.join("\n") + pageFoot(VERSION);
}

function sectionHtml(view: ComparisonView, id: string): string {
  const prefix = `${id}-`;
  const texts = view.origins === view.accounts.length ? "" : `, ${view.origins} texts of their own`;
  const facts = view.facts.map((point) => factHtml(point, prefix)).join("\n");
  return `<section class="comparison" id="${id}">
<h1>${isolated(view.title)}</h1>
<p class="quiet mono">${htmlOf(view.id)}</p>
<h2>${view.accounts.length} accounts${texts}</h2>
${accountsHtml(view.accounts, prefix)}
${facts === "" ? "" : `<h2>Facts</h2>\n<dl class="facts-list">${facts}</dl>`}
${countsHtml(view)}
${tableHtml("What more than one account tells", view.told, view, prefix)}
${tableHtml("What comes next", view.next, view, prefix)}
${view.alone.map((alone) => aloneHtml(alone, prefix)).join("\n")}
</section>`;
}

function countsHtml({ counts, leftOut }: ComparisonView): string {
  const items = counts
    .filter(({ count }) => count > 0)
    .map(
      ({ kind, count }) =>
        `<li>${signHtml(kind)} ${count} ${VERDICTS[kind].name} <span class="quiet">${VERDICTS[kind].means}</span></li>`,
    );
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const left = leftOut === 0 ? "" : `, ${leftOut} of them not asked for`;
  return `<h2>${total} points${left}</h2>\n<ul class="counts">${items.join("\n")}</ul>`;
}

function tableHtml(
  title: string,
  points: readonly PointView[],
  view: ComparisonView,
  prefix: string,
): string {
  if (points.length === 0) return "";
  const heads = view.columns.map(({ name }) => `<th scope="col">${isolated(name)}</th>`).join("");
  return `<h2>${title}</h2>
<table class="table"><thead><tr>${heads}</tr></thead>
${points.map((point) => rowHtml(point, view, prefix)).join("\n")}
</table>`;
}

function rowHtml(point: PointView, { columns }: ComparisonView, prefix: string): string {
  const cells = columns.map(({ key, name }) => {
    const own = point.cells.filter(({ column }) => column === key);
    const words = own.length === 0 ? '<span class="quiet">—</span>' : "";
    return `<td data-column="${attributeOf(name)}">${words}${own.map((cell) => cellHtml(cell, prefix)).join("\n")}</td>`;
  });
  const why =
    point.verdict.kind === "one-account-only"
      ? ""
      : `<span class="reason">${isolated(point.verdict.reason)}</span>`;
  const span = ` colspan="${columns.length}"`;
  return `<tbody><tr class="head"><td${span}>${verdictHtml(point)} ${headingHtml(point.heading)}</td></tr>
<tr class="cells">${cells.join("")}</tr>
<tr class="foot"><td${span}>${why}${notInHtml(point, prefix)}${markHtml(point)}</td></tr></tbody>`;
}

function aloneHtml({ account, silent, points }: Alone, prefix: string): string {
  const searched =
    silent.length === 0
      ? ""
      : `<p class="notin"><span class="quiet">searched and silent</span> ${silentHtml(silent, prefix)}</p>`;
  const items = points.map((point) => {
    const [cell] = point.cells;
    if (cell === undefined) return "";
    const way = cell.crumbs.length === 0 ? "" : `${crumbsHtml(cell.crumbs)}<b>›</b>`;
    return `<li>${signHtml("one-account-only")} <span class="crumbs">${way}</span>${headingHtml(point.heading)} <q>${wordsHtml(cell)}</q> <span class="quiet mono">${htmlOf(cell.finding)}</span>${markHtml(point)}</li>`;
  });
  return `<h2>Only in ${account.letter}, ${isolated(account.name)}: ${points.length} ${points.length === 1 ? "point" : "points"}</h2>
${searched}<ul class="points">${items.join("\n")}</ul>`;
}
