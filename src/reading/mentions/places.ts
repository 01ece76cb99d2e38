/**
 * Place or speaker: whether a capital or a house is where something happens.
 * "In Moscow" and "flew to Moscow" are places; "Moscow hopes" and "aid to Kyiv"
 * stand for the state.
 *
 * Known miss: "from Moscow" is read as the state unless a verb of going stands
 * before it.
 */

import type { Token } from "../../text/tokens.ts";

const WHERE = new Set("in at near outside inside around across throughout via into visiting".split(" "));
const WHITHER = new Set("to from for toward towards through".split(" "));
const GOING = new Set(
  `go goes going went gone come comes coming came travel travels traveled travelled travelling traveling trip trips
  visit visits visited visiting visits fly flies flew flown flying flight flights arrive arrives arrived arriving
  arrival return returns returned returning leave leaves left leaving depart departed departure head heads headed
  heading journey tour way invite invites invited invitation drive drove sent live broadcast reporting speaking
  hosted move moved train road bus envoys delegation host`.split(/\s+/),
);
const VISITED = new Set(
  "visit visits visited visiting leave leaves left reach reached reaches leaving toured enter entered city downtown central".split(
    " ",
  ),
);
const AREA = new Set(
  "city mayor streets outskirts suburbs centre center east west north south region capital suburb heart".split(
    " ",
  ),
);
const AFTER = new Set(
  `time region oblast meeting summit airport agreements agreement format conference accord accords street university
  bureau talks negotiations declaration memorandum process protocol protocols treaty convention hotel airport suburb
  residents streets office metro stock visit trip district mayor times post state dc d.c charter communique statement
  package rules forum consultations round hall`.split(/\s+/),
);

/** Whether the name at tokens `from` to `to` (an article counted in) tells a place. */
export function isPlaceHere(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1];
  const next = tokens[to];
  const before = tokens[from - 1];
  if (next && !last?.possessive && (next.before === "space" || next.before === "hyphen")) {
    if (AFTER.has(next.fold) || next.fold === "based") return true;
  }
  // "At the Kremlin's request".
  if (last?.possessive && /^(?:request|initiative|suggestion|insistence|behest)$/.test(next?.fold ?? ""))
    return false;
  // "Moscow, Russia" and "LONDON, March 3".
  if (next?.before === "comma" && next.capital && from === 0) return true;
  if (isListedPlace(tokens, from)) return true;
  if (!before || tokens[from]?.before !== "space") return false;
  if (WHERE.has(before.fold) || VISITED.has(before.fold)) return true;
  if (before.fold === "of") return AREA.has(tokens[from - 2]?.fold ?? "");
  if (WHITHER.has(before.fold)) return isGoing(tokens, from - 1) && !isRequest(tokens, from - 1);
  return false;
}

/** "in Geneva, Brussels and Vienna": the small word before the first counts for all. */
function isListedPlace(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (at > 0 && at > from - 8) {
    const token = tokens[at];
    const before = tokens[at - 1];
    const joint = token?.before;
    if (!before || (joint !== "space" && joint !== "comma")) return false;
    if (WHERE.has(before.fold)) return at < from;
    if (!before.capital && before.fold !== "and" && before.fold !== "or") return false;
    at--;
  }
  return false;
}

/** "The request for the call came from Paris": no road leads from there. */
function isRequest(tokens: readonly Token[], at: number): boolean {
  if (!/^c[ao]mes?$/.test(tokens[at - 1]?.fold ?? "")) return false;
  return tokens
    .slice(Math.max(0, at - 8), at - 1)
    .some((token) => /^(?:request|initiative|proposal|offer)$/.test(token.fold));
}

function isGoing(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 5); back--) {
    const token = tokens[back];
    if (token && GOING.has(token.fold)) return true;
    if (tokens[back + 1]?.before === "other") return false;
  }
  return false;
}

const SAYING = new Set(
  `said says added noted stressed stated announced confirmed denied warned called urged hopes hoped expects expected
  believes insisted insists claimed claims explained told wrote reported reports recalled emphasised emphasized argued
  condemned rejected welcomed supports demanded demands wants`.split(/\s+/),
);

/** Whether a word of saying comes next, perhaps after "also" or "has". */
export function saysNext(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next?.before !== "space") return false;
  if (SAYING.has(next.fold)) return true;
  return /^(?:also|has|had|further|later|then)$/.test(next.fold) && SAYING.has(tokens[at + 1]?.fold ?? "");
}
