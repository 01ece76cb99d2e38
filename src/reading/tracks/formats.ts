/**
 * Formats of negotiations: "bilateral talks", "the NATO-Russia Council",
 * "through the OSCE", "in the Normandy format", "a working group".
 *
 * Known miss: a format that the text only describes ("talks of the five").
 */

import { CIRCLES, FORMAT_HEADS, FORMAT_LEADS } from "../../lexicon/tracks.ts";
import { type Place, placeAt } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import { type Cast, type Scene, wordAt } from "../contacts/scenes.ts";

export interface Format {
  /** Words of the whole, with what leads to it. */
  from: number;
  to: number;
  /** The format itself. */
  place: Place;
}

export function formatsIn(scene: Scene, cast: Cast): Format[] {
  const found: Format[] = [];
  for (let at = 0; at < scene.words.length; at++) {
    const format = ledAt(scene, at, cast) ?? namedAt(scene, at) ?? circleAt(scene, at);
    if (!format) continue;
    found.push(format);
    at = format.to - 1;
  }
  return found;
}

/** "bilateral talks", "direct negotiations", "a working group". */
function circleAt(scene: Scene, at: number): Format | null {
  const { words } = scene;
  const first = words[at]?.lower ?? "";
  const working = /^(?:working|contact|task)$/.test(first) && /^groups?$/.test(words[at + 1]?.lower ?? "");
  const paired = /^\p{Lu}[\p{L}.]+[-–]\p{Lu}/u.test(words[at]?.form ?? "");
  if (!working && !paired && !CIRCLES.has(first)) return null;
  let to = at + 1;
  while (to < at + 4 && !FORMAT_HEADS.has(words[to]?.lower ?? "")) {
    if (words[to]?.kind !== "word" || /^(?:and|or|of|in|on|with|the)$/.test(words[to]?.lower ?? "")) break;
    to++;
  }
  if (!working && !FORMAT_HEADS.has(words[to]?.lower ?? "")) return null;
  return formatFrom(scene, at, at, to + 1);
}

/** "the NATO-Russia Council", "the Normandy format", "the Minsk process": capitals before a head. */
function namedAt(scene: Scene, at: number): Format | null {
  const { words } = scene;
  if (!/^\p{Lu}/u.test(words[at]?.form ?? "")) return null;
  let to = at + 1;
  while (
    to < Math.min(words.length, at + 5) &&
    (isCapital(words[to]) || /^[-–]$/.test(words[to]?.form ?? ""))
  )
    to++;
  const last = words[to - 1]?.lower ?? "";
  const next = words[to]?.lower ?? "";
  if (/^(?:format|process|group)$/.test(next) && !/^(?:the|in)$/.test(words[at]?.lower ?? ""))
    return formatFrom(scene, at, at, to + 1);
  const isBody = /^(?:council|commission|conference|forum|group|assembly)$/.test(last) && to - at > 1;
  return isBody ? formatFrom(scene, at, at, to) : null;
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.form);
}

/** "through Norland and NATO", "at the OSCE", "within the Normandy format". */
function ledAt(scene: Scene, at: number, cast: Cast): Format | null {
  const { words } = scene;
  for (const lead of FORMAT_LEADS) {
    if (!lead.every((word, i) => words[at + i]?.lower === word)) continue;
    let from = at + lead.length;
    if (/^(?:the|a)$/.test(words[from]?.lower ?? "")) from++;
    const named = namedAt(scene, from) ?? circleAt(scene, from);
    if (named) return { ...named, from: at };
    const body = bodyAt(scene, from, cast);
    if (body) return { ...body, from: at };
    const only = lead.length > 1 || /^(?:through|within|via)$/.test(lead[0] ?? "");
    const to = bodiesEnd(scene, from, only);
    if (to !== null) return formatFrom(scene, at, from, to);
  }
  return null;
}

/** An organisation by its full name: "at the Organization for Security and Co-operation in Europe". */
function bodyAt(scene: Scene, at: number, cast: Cast): Format | null {
  const start = scene.words[at]?.start;
  const mention = scene.mentions.find((one) => start !== undefined && one.start <= start && start < one.end);
  if (!mention?.link.actor || cast.get(mention.link.actor)?.kind !== "organisation") return null;
  const next = wordAt(scene, mention.end);
  // "through Norland and NATO" is one format of two.
  if (scene.words[next]?.lower === "and" && isCapital(scene.words[next + 1])) return null;
  return formatFrom(scene, at, at, next);
}

/** States and bodies in a row; after "at" and "in" only what is written in capitals ("at the OSCE"), which no city is. */
function bodiesEnd(scene: Scene, from: number, any: boolean): number | null {
  const { words } = scene;
  let to = from;
  while (to < Math.min(words.length, from + 8)) {
    const word = words[to];
    if (!word) break;
    const fits = any ? isCapital(word) : /^\p{Lu}{2,}$/u.test(word.form);
    const joint = word.lower === "and" && isCapital(words[to + 1]) && to > from;
    if (!fits && !joint && !/^[-–]$/.test(word.form)) break;
    to++;
  }
  if (to === from || isTime(scene, from)) return null;
  return to;
}

function isTime(scene: Scene, at: number): boolean {
  const start = scene.words[at]?.start ?? -1;
  return scene.times.some((time) => time.start <= start && start < time.end);
}

function formatFrom(scene: Scene, from: number, inner: number, to: number): Format | null {
  const first = scene.words[inner];
  const last = scene.words[to - 1];
  if (!first || !last) return null;
  const place = placeAt(scene.text, first.start, last.end);
  return { from, to: Math.max(to, wordAt(scene, place.end)), place };
}
