/**
 * The brief of a contact, for somebody who has to speak of it in an hour: facts,
 * where accounts clash and where they agree, what each side says, what comes
 * next, and what is damaged or in doubt. One page that stands alone and prints;
 * every line ends with its source, and every source is listed.
 */

import type { Comparison, VerdictKind } from "../accounts/accounts.ts";
import type { PointMark } from "../archive/answers.ts";
import type { Note, Reading } from "../reading/reading.ts";
import { VERSION } from "../reading/version.ts";
import type { AccountView } from "./comparison-accounts.ts";
import {
  accountsHtml,
  factHtml,
  headingHtml,
  markHtml,
  notInHtml,
  signHtml,
  wordsHtml,
} from "./comparison-html.ts";
import { COMPARISON_STYLE } from "./comparison-style.ts";
import { type CellView, type ComparisonView, comparisonView, type PointView } from "./comparison-view.ts";
import { crumbsHtml } from "./html-cards.ts";
import { pageFoot, pageHead } from "./html-page.ts";
import { PAGE_STYLE } from "./html-style.ts";
import { htmlOf, isolated } from "./html-text.ts";
import { VERDICT_KINDS, VERDICTS } from "./verdicts.ts";
import { formatConfidence, LOW_CONFIDENCE, notesOf } from "./view.ts";

/** @param readings those that the comparison was made of, for their notes. */
export function briefPage(
  comparison: Comparison & { marks?: readonly PointMark[] },
  readings: readonly Reading[],
): string {
  const view = comparisonView(comparison, { columns: "sides" });
  const frame = { title: `Brief: ${view.title}`, styles: [PAGE_STYLE, COMPARISON_STYLE], version: VERSION };
  const sections = [
    section("Facts", factsHtml(view)),
    ...DISPUTES.map((kind) => disputesHtml(kind, view)),
    section("Where they agree", agreedHtml(view)),
    section("What comes next", nextHtml(view, readings)),
    ...view.columns.map(({ key, name, isAccount }) =>
      isAccount ? "" : section(`Only from ${name}`, saidHtml(key, view)),
    ),
    section("Damage and doubts", doubtsHtml(view, readings)),
    section("Sources", accountsHtml(view.accounts, PREFIX)),
  ];
  return `${pageHead(frame)}<article class="brief comparison">
<h1>${isolated(view.title)}</h1>
<p class="quiet">${htmlOf(summaryOf(view))}</p>
${sections.filter((html) => html !== "").join("\n")}
</article>
${pageFoot(VERSION)}`;
}

const PREFIX = "account-";
const DISPUTES: readonly VerdictKind[] = VERDICT_KINDS.filter(
  (kind) => kind !== "confirmed" && kind !== "one-account-only",
);

function section(title: string, html: string): string {
  return html === "" ? "" : `<section><h2>${htmlOf(title)}</h2>\n${html}</section>`;
}

function summaryOf({ accounts, origins, counts }: ComparisonView): string {
  const texts = origins === accounts.length ? "" : `, ${origins} of them texts of their own`;
  const told = counts.filter(({ count }) => count > 0);
  return `${accounts.length} accounts${texts}. Points: ${told.map(({ kind, count }) => `${count} ${VERDICTS[kind].name}`).join(", ")}.`;
}

function factsHtml({ facts }: ComparisonView): string {
  return facts.length === 0
    ? ""
    : `<dl class="facts-list">${facts.map((point) => factHtml(point, PREFIX)).join("\n")}</dl>`;
}

function disputesHtml(kind: VerdictKind, { told, next }: ComparisonView): string {
  const points = [...told, ...next].filter(({ verdict }) => verdict.kind === kind);
  const { name } = VERDICTS[kind];
  return section(`${name.charAt(0).toUpperCase()}${name.slice(1)}`, listHtml(points.map(disputeHtml)));
}

function disputeHtml(point: PointView): string {
  const cells = point.cells.map((cell) => `<li>${tellingHtml(cell)}</li>`);
  return `${signHtml(point.verdict.kind)} ${headingHtml(point.heading)} <span class="quiet">${formatConfidence(point.verdict.confidence)}</span>
<ul class="values">${cells.join("\n")}</ul>
<p class="reason">${isolated(point.verdict.reason)}${notInHtml(point, PREFIX)}</p>${markHtml(point)}`;
}

function agreedHtml({ told }: ComparisonView): string {
  const points = told.filter(({ verdict }) => verdict.kind === "confirmed");
  return listHtml(
    points.map((point) => {
      const [first] = point.cells;
      const words = first === undefined ? "" : ` “${wordsHtml(first)}”`;
      return `${signHtml("confirmed")} ${headingHtml(point.heading)}${words} ${sourcesHtml(point.cells)}${notInHtml(point, PREFIX)}${markHtml(point)}`;
    }),
  );
}

/** Negotiations to come, then what the accounts themselves call agreed or announced. */
function nextHtml({ next, accounts }: ComparisonView, readings: readonly Reading[]): string {
  const points = next.filter(({ verdict }) => !DISPUTES.includes(verdict.kind));
  const told = new Set(next.flatMap(({ cells }) => cells.map(({ words }) => words[0]?.words ?? "")));
  const followUps = accounts.flatMap((account) =>
    contactsOf(account, readings)
      .flatMap(({ followUps }) => followUps)
      .filter(({ evidence }) => evidence.length > 0 && !told.has(evidence[0]?.words ?? ""))
      .map(
        ({ evidence }) =>
          `“${wordsHtml({ words: evidence, moved: [] })}” ${sourceHtml(account.letter, null)}`,
      ),
  );
  return listHtml([
    ...points.map(
      (point) =>
        `${signHtml(point.verdict.kind)} ${headingHtml(point.heading)} ${point.cells.map(tellingHtml).join("; ")}${notInHtml(point, PREFIX)}`,
    ),
    ...followUps,
  ]);
}

function contactsOf({ document, id }: AccountView, readings: readonly Reading[]) {
  const reading = readings.find((one) => one.document.id === document);
  return (reading?.contacts ?? []).filter((contact) => id === `${document}/${contact.id}`);
}

/** What stands on one side's word alone. */
function saidHtml(column: string, { alone }: ComparisonView): string {
  const points = alone.flatMap(({ points }) => points).filter(({ cells }) => cells[0]?.column === column);
  return listHtml(
    points.map((point) => {
      const [cell] = point.cells;
      if (cell === undefined) return "";
      const way =
        cell.crumbs.length === 0 ? "" : `<span class="crumbs">${crumbsHtml(cell.crumbs)}<b>›</b></span>`;
      return `${way}${headingHtml(point.heading)} “${wordsHtml(cell)}” ${sourcesHtml([cell])}${markHtml(point)}`;
    }),
  );
}

/** One account's words, with how they came. */
function tellingHtml(cell: CellView): string {
  const by = cell.crumbs.length === 0 ? "" : `<span class="crumbs">${crumbsHtml(cell.crumbs)}</span>`;
  const act = cell.act === null ? "" : `<span class="act">${htmlOf(cell.act)}</span>`;
  const said = [by, act].filter((part) => part !== "").join(", ");
  return `${said}${said === "" ? "" : ": "}“${wordsHtml(cell)}” ${sourcesHtml([cell])}`;
}

function sourcesHtml(cells: readonly CellView[]): string {
  return `<span class="sources">${cells
    .flatMap(({ letter, copies, finding }) => [
      linkHtml(letter, finding),
      ...copies.map((copy) => linkHtml(copy, null)),
    ])
    .join(" ")}</span>`;
}

function sourceHtml(letter: string, finding: string | null): string {
  return `<span class="sources">${linkHtml(letter, finding)}</span>`;
}

function linkHtml(letter: string, finding: string | null): string {
  const place = finding === null ? "" : ` <span class="quiet mono">${htmlOf(finding)}</span>`;
  return `<a class="letter" href="#${PREFIX}${letter}">${letter}</a>${place}`;
}

/** What makes an account less than whole, what its text lacks, and how much the reader is unsure of. */
function doubtsHtml({ accounts }: ComparisonView, readings: readonly Reading[]): string {
  return listHtml(
    accounts.flatMap((account) => {
      const reading = readings.find((one) => one.document.id === account.document);
      const told = [
        account.partial === null ? "" : `The text is not the whole: “${account.partial}”.`,
        account.translated ? "The text is a translation." : "",
        account.copyOf === null ? "" : `The text is a copy of ${account.copyOf}.`,
        ...(reading === undefined ? [] : [unsureIn(reading), ...notesIn(reading)]),
      ].filter((line) => line !== "");
      return told.map((line) => `${isolated(line)} ${sourceHtml(account.letter, null)}`);
    }),
  );
}

function unsureIn({ statements }: Reading): string {
  const unsure = statements.filter(({ confidence }) => confidence < LOW_CONFIDENCE).length;
  return unsure === 0 ? "" : `Of ${statements.length} statements, ${unsure} have less than even odds.`;
}

/** What a reader of the brief has nothing to do with. */
const LEFT_OUT: ReadonlySet<Note["kind"]> = new Set(["boilerplate-left-out"]);

/** Each kind once, with how often. */
function notesIn(reading: Reading): string[] {
  const counts = new Map<string, number>();
  for (const { kind, message } of notesOf(reading)) {
    if (!LEFT_OUT.has(kind)) counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  return [...counts].map(([message, count]) => (count === 1 ? message : `${message} (${count} times)`));
}

function listHtml(items: readonly string[]): string {
  return items.length === 0
    ? ""
    : `<ul class="points">${items.map((item) => `<li>${item}</li>`).join("\n")}</ul>`;
}
