/**
 * Measures the reading of first-hand documents against TEI files in which an
 * edition has tagged who is meant (`persName/@corresp`).
 *
 *   npx tsx scripts/measure-frus.ts DIR [--show]
 *
 * Three sums. Links: each tagged name outside of notes, against the actor of
 * the mention there, by family name. Participants: those tagged in the title
 * (`@type` from, to) or in a list of participants, against the main contact's.
 * Turns: in a paragraph that starts with a tagged name and a colon, the chain of each
 * statement must start with that person. `--show` prints each miss.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { SourceMap } from "../src/intake/extracts.ts";
import { isElement, nodesBelow, type PageElement, type PageText, wordsIn } from "../src/intake/page-tree.ts";
import { xmlTreeOf } from "../src/intake/xml-tree.ts";
import { foldOf } from "../src/lexicon/names.ts";
import { readWhole } from "../src/reader.ts";
import type { Actor, Reading } from "../src/reading/reading.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { show: { type: "boolean" } } });
const [folder] = positionals;
if (!folder) throw new TypeError("usage: measure-frus.ts DIR [--show]");

const sums = new Map<string, number>();
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith(".xml"))
  .sort()) {
  const bytes = readFileSync(join(folder, file));
  const { reading, map } = await readWhole(bytes, { name: file });
  const root = xmlTreeOf(bytes.toString("utf8"), file);
  const before = new Map(sums);
  measure(file, reading, map ?? [], root);
  const own = [...sums].map(([key, sum]) => `${key} ${sum - (before.get(key) ?? 0)}`);
  console.log(`${file}: ${own.join(", ")}`);
}
console.log(`\nall: ${[...sums].map(([key, sum]) => `${key} ${sum}`).join(", ")}`);
for (const what of ["link", "participant", "turn"]) {
  const right = sums.get(`${what} right`) ?? 0;
  const all = [...sums].filter(([key]) => key.startsWith(what)).reduce((sum, [, count]) => sum + count, 0);
  console.log(`${what}s right: ${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`);
}

function count(what: string): void {
  sums.set(what, (sums.get(what) ?? 0) + 1);
}

function show(file: string, message: string): void {
  if (values.show) console.log(`  ${file}: ${message}`);
}

function measure(file: string, reading: Reading, map: SourceMap, root: PageElement): void {
  const families = familiesIn(root);
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const people = new Set<string>();
  for (const node of nodesBelow(root)) {
    if (!isElement(node) || node.name !== "persName" || isOutside(node)) continue;
    const family = families.get(node.attributes.get("corresp")?.slice(1) ?? "");
    const place = placeIn(map, node);
    if (family === undefined || !place) continue;
    const mention = reading.mentions.find((one) => one.start < place.end && place.start < one.end);
    const actor = mention?.link.actor ? actors.get(mention.link.actor) : undefined;
    const verdict = !mention
      ? "without mention"
      : !actor
        ? "unknown"
        : isOf(actor, family)
          ? "right"
          : "wrong";
    count(`link ${verdict}`);
    if (verdict !== "right")
      show(file, `link ${verdict}: "${wordsIn(node)}" is ${family}, read ${actor?.name ?? "nobody"}`);
    if (isParticipant(node)) people.add(family);
    if (isLabel(node)) checkTurn(file, reading, actors, family, place.start);
  }
  const main = reading.contacts.find((contact) => contact.main);
  for (const family of people) {
    const found = main?.participants.some((one) => {
      const actor = actors.get(one.value);
      return actor !== undefined && isOf(actor, family);
    });
    count(`participant ${found ? "right" : "missing"}`);
    if (!found) show(file, `participant missing: ${family}`);
  }
}

function familiesIn(root: PageElement): Map<string, string> {
  const families = new Map<string, string>();
  for (const node of nodesBelow(root)) {
    const id = isElement(node) && node.name === "persName" ? node.attributes.get("xml:id") : undefined;
    if (id !== undefined)
      families.set(
        id,
        wordsIn(node as PageElement)
          .split(",")[0]
          ?.trim() ?? "",
      );
  }
  return families;
}

function isOf(actor: Actor, family: string): boolean {
  const words = foldOf(actor.name).split(/[\s-]+/u);
  return foldOf(family)
    .split(/[\s-]+/u)
    .some((word) =>
      words.some((own) => own === word || (own.length > 5 && own.slice(0, 5) === word.slice(0, 5))),
    );
}

function above(node: PageElement, isWanted: (element: PageElement) => boolean): boolean {
  for (let up: PageElement | null = node.parent; up; up = up.parent) if (isWanted(up)) return true;
  return false;
}

function isOutside(node: PageElement): boolean {
  return above(node, (up) => up.name === "note" || up.name === "front" || up.name === "teiHeader");
}

function isParticipant(node: PageElement): boolean {
  if (/^(?:from|to)$/u.test(node.attributes.get("type") ?? "")) return true;
  const isFirst = node.parent?.name !== "item" || firstPerson(node.parent) === node;
  return isFirst && above(node, (up) => up.name === "list" && up.attributes.get("type") === "participants");
}

function firstPerson(item: PageElement): PageElement | undefined {
  return item.children.find((child): child is PageElement => isElement(child) && child.name === "persName");
}

/** A tagged name at the start of its paragraph, and a colon behind it. */
function isLabel(node: PageElement): boolean {
  const siblings = (node.parent?.children ?? []).filter((one) => isElement(one) || /\S/u.test(one.data));
  const next = siblings[1];
  return (
    node.parent?.name === "p" &&
    siblings[0] === node &&
    next !== undefined &&
    !isElement(next) &&
    /^\s*:/u.test(next.data)
  );
}

function checkTurn(
  file: string,
  reading: Reading,
  actors: ReadonlyMap<string, Actor>,
  family: string,
  start: number,
): void {
  const { text } = reading.document;
  const end = text.indexOf("\n", start) === -1 ? text.length : text.indexOf("\n", start);
  for (const statement of reading.statements) {
    const at = statement.content[0]?.start ?? -1;
    if (at < start || at >= end) continue;
    const outer = statement.chain.find((link) => link.attribution !== null);
    const actor = outer?.actor ? actors.get(outer.actor) : undefined;
    const isRight = actor !== undefined && isOf(actor, family);
    count(`turn ${isRight ? "right" : "wrong"}`);
    if (!isRight)
      show(
        file,
        `turn: ${family}, read ${actor?.name ?? "nobody"}: ${statement.content[0]?.words.slice(0, 60)}`,
      );
  }
}

function placeIn(map: SourceMap, node: PageElement): { start: number; end: number } | null {
  const texts = [...nodesBelow(node)].filter(
    (one): one is PageText => !isElement(one) && /\S/u.test(one.data),
  );
  const first = texts[0];
  const last = texts[texts.length - 1];
  if (!first || !last) return null;
  const from = first.start + (/^\s*/u.exec(first.data)?.[0].length ?? 0);
  const to = last.end - (/\s*$/u.exec(last.data)?.[0].length ?? 0);
  const start = textOffset(map, from);
  const end = textOffset(map, to - 1);
  return start === null || end === null ? null : { start, end: end + 1 };
}

function textOffset(map: SourceMap, source: number): number | null {
  const run = map.find((one) => one.sourceStart <= source && source < one.sourceEnd);
  return run ? Math.min(run.end - 1, run.start + source - run.sourceStart) : null;
}
