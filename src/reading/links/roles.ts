/**
 * Links of titles and descriptions: an office and its holder on the day, or the
 * one of whom the document has told that fits.
 *
 * "The US president" is an office and a person; "our president" is that of the
 * speaker's side; "the diplomat" goes back to an aide, envoy or minister and
 * never to a head of state; "his Norwegian counterpart" holds his office in
 * Norway.
 *
 * Known miss: "the president" about somebody of whom only a later sentence
 * speaks; a title of the past without "former" in a text about the past.
 */

import { HEADS, leadingOfficeOf, SPOKESMEN } from "../../lexicon/leaders.ts";
import { slugOf } from "../../lexicon/offices.ts";
import { type Clue, noClue } from "../mentions/clues.ts";
import type { Link } from "../reading.ts";
import { antecedentOf, isSubject } from "./antecedents.ts";
import { authorOf, between, type Linking, linked, speakerOf, speakingSideOf, unknown } from "./linking.ts";
import { type NameBook, personOf } from "./names.ts";
import { coverOf, holderOf } from "./terms-of-office.ts";

/** Sides of roles that only one organisation has, and of titles that only some states give. */
const OWN_SIDE: Record<string, string> = {
  "commission-president": "EU",
  "council-president": "EU",
  "high-representative": "EU",
  pope: "VAT",
};

export function roleLink(linking: Linking, names: NameBook, mention: number): Link {
  const here = linking.mentions[mention];
  const clue = here?.clue;
  if (!here || !clue?.role) return unknown("no-role");
  const { role } = clue;
  if (role.sort === "body") return bodyLink(linking, names, mention, clue);
  const named = appositionLink(linking, mention, clue);
  if (named) return named;
  if (role.sort === "unnamed") return unnamedLink(linking, mention, clue);
  const side = sideMeant(linking, names, mention, clue);
  if (role.key === "counterpart") return counterpartLink(linking, names, mention, clue);
  if (clue.former) return unknown("former-office");
  const office = side === null ? null : officeMeant(clue, side);
  if (office !== null) {
    const link = officeLink(linking, office, clue.owner === null ? "role-at-date" : "role-of-owner");
    return link.actor === null ? (doubleTitleLink(linking, mention, link) ?? link) : link;
  }
  const own = side === null ? ownLeader(linking, mention, clue) : null;
  if (own) return own;
  const described = describedLink(linking, mention, clue, side);
  if (described) return otherThanSubject(linking, mention, clue, described) ?? described;
  const foreign = side === null ? titledOfficeLink(linking, mention, clue) : null;
  if (foreign) return foreign;
  if (isLabel(linking, mention) && side === null)
    return homeOffice(linking, mention, linking.voice) ?? unknown("no-antecedent");
  if (clue.definite && side === null)
    return homeOffice(linking, mention, speakingSideOf(linking, mention)) ?? unknown("no-antecedent");
  if (role.rank >= 3 && role.sort !== "office") return strangerLink(linking, mention, clue, side);
  return unknown("no-antecedent");
}

/** Titles that only some states give to the one who leads them. */
const TITLES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bchancellor$/i, ["DEU", "AUT"]],
  [/\btaoiseach$/i, ["IRL"]],
];

function statesOf(words: string): readonly string[] | null {
  return TITLES.find(([title]) => title.test(words))?.[1] ?? null;
}

/** "The Chancellor" of whom nobody has told: of the one state with chancellors that the document names, or is the voice of. */
function titledOfficeLink(linking: Linking, mention: number, clue: Clue): Link | null {
  const { mentions, voice } = linking;
  const states = statesOf(mentions[mention]?.words ?? "");
  if (states === null || clue.plural || clue.role?.key !== "prime-minister") return null;
  const isNamed = (state: string) =>
    state === voice ||
    mentions.some(({ clue: { thing, sides } }) => thing?.id === state || sides.includes(state));
  const [state, ...others] = states.length === 1 ? states : states.filter(isNamed);
  if (state === undefined || others.length > 0) return null;
  const link = officeLink(linking, `${state}:prime-minister`, "title-of-state");
  return link.actor === null ? null : { ...link, confidence: Math.min(link.confidence, 0.75) };
}

/** "Prime Minister: …": who speaks in a transcript of her own office. */
function isLabel({ text, mentions }: Linking, mention: number): boolean {
  const { start, end } = mentions[mention] ?? { start: 0, end: 0 };
  return text[end] === ":" && (start === 0 || text[start - 1] === "\n");
}

/** "Orlov, the Kremlin aide,": what follows a name after a comma tells of the same one. */
function appositionLink(linking: Linking, mention: number, clue: Clue): Link | null {
  const before = linking.mentions[mention - 1];
  const here = linking.mentions[mention];
  if (!before?.clue.name || !here || clue.plural || clue.owner !== null || mention === 0) return null;
  const gap = /^,\s+(then\s+|now\s+)?$/.exec(between(linking, mention - 1, mention));
  const after = linking.text.slice(here.end, here.end + 5);
  if (!gap || !/^(?:[,.;:)]|\s*[–—\n]|$)/.test(after) || /^,?\s+and\b/.test(after)) return null;
  const former = clue.former || gap[1]?.startsWith("then") === true;
  const link = linking.resolve(mention - 1);
  if (link.actor === null) return null;
  const office = clue.sides[0] === undefined ? null : officeMeant(clue, clue.sides[0]);
  if (office !== null && !former && !mayHold(linking, office, link.actor)) return null;
  linking.book.tell(link.actor, { ...clue, former }, here.words);
  return linked(link.actor, "named", "apposition", 0.9, { office, via: before.id });
}

/** "Crown Prince of Norland and Commander Bo Lang": an office that nobody is known to hold, joined to the title of a name. */
function doubleTitleLink(linking: Linking, mention: number, link: Link): Link | null {
  const next = linking.mentions[mention + 1];
  const here = linking.mentions[mention];
  const isTitled = next?.clue.name && next.clue.role?.sort !== "honorific" && next.clue.role !== null;
  if (
    !here ||
    here.clue.plural ||
    !isTitled ||
    !/^ and (?:Deputy Supreme |First |Supreme )?$/.test(between(linking, mention, mention + 1))
  )
    return null;
  const { actor } = linking.resolve(mention + 1);
  if (actor === null) return null;
  linking.book.tell(actor, here.clue, here.words);
  return linked(actor, "named", "double-title", 0.8, { office: link.office, via: next.id });
}

/** Whether nothing is known of another who held the office that day. */
function mayHold(linking: Linking, office: string, person: string): boolean {
  const { day, gazetteer } = linking;
  if (day === null) return true;
  const holders = gazetteer.termsIn(office).filter((term) => coverOf(term, day) > 0);
  return holders.length === 0 || holders.some((term) => term.person === person);
}

/** The state or organisation that the role belongs to: told, owned, or the only one that has it. */
function sideMeant(linking: Linking, names: NameBook, mention: number, clue: Clue): string | null {
  const told = clue.sides[0] ?? OWN_SIDE[clue.role?.key ?? ""];
  if (told !== undefined) return told;
  if (clue.owner === null) return null;
  const owner = ownerOf(linking, names, mention, clue);
  return owner === null ? null : linking.book.sideOf(owner);
}

/** Whose: a person named, the one a pronoun goes back to, or for "our" the speaker's side. */
function ownerOf(linking: Linking, names: NameBook, mention: number, clue: Clue): string | null {
  if (clue.owner === null) return null;
  if ("name" in clue.owner) {
    const id = personOf(linking, names, null, clue.owner.name);
    if (id !== null) linking.book.person(id, clue.owner.name.words);
    return id;
  }
  const { pronoun } = clue.owner;
  if (pronoun.person === 1) return speakingSideOf(linking, mention);
  const gender = pronoun.gender;
  const found = antecedentOf(linking, mention, {
    fits: (actor) => {
      const kind = linking.book.actors.get(actor)?.kind;
      if (pronoun.number === "many") return kind === "group";
      return kind === "person" && (gender !== "m" || linking.book.genderOf(actor) !== "f");
    },
    farthest: 3,
  });
  return found?.actor ?? null;
}

const STATE_HEADS = new Set(["president", "vice-president", "acting-president", "prime-minister", "monarch"]);

/** The office that the words name, on this side; `null` when they name none. */
export function officeMeant(clue: Clue, side: string): string | null {
  const { role, organ } = clue;
  if (role === null) return null;
  if (role.key === "spokesperson")
    return organ !== null && SPOKESMEN[organ] ? `${side}:${SPOKESMEN[organ]}` : null;
  if (role.key === "press-secretary" && organ !== null && SPOKESMEN[organ])
    return `${side}:${SPOKESMEN[organ]}`;
  if (role.key === "leader" || role.key === "head-of-state" || role.key === "politician") {
    const key =
      organ === null ? (role.key === "politician" ? null : leadingOfficeOf(side)) : (HEADS[organ] ?? null);
    return key === null ? null : `${side}:${key}`;
  }
  // "President of the State Council": the head of an organ, not of its state.
  if (organ !== null && STATE_HEADS.has(role.key)) return null;
  if (role.sort !== "office" || (side === "EU" && role.key === "president")) return null;
  return `${side}:${role.key}`;
}

function officeLink(linking: Linking, office: string, rule: string): Link {
  const { book } = linking;
  book.office(office);
  const holder = holderOf(linking.gazetteer, office, linking.day);
  if (holder) {
    const person = book.person(holder.person, "");
    return linked(person, "role-at-date", rule, 0.93 * holder.confidence, { office });
  }
  const told = toldHolder(linking, office);
  if (told !== null) return linked(told, "role-at-date", "role-told", 0.85, { office });
  return unknown("holder-unknown", office);
}

/** The one to whom the text itself gives the office: "Foreign Minister Anna Lindqvist of Norway". */
function toldHolder(linking: Linking, office: string): string | null {
  const holders = linking.book.holders.get(office);
  const [first] = holders ?? [];
  return holders?.size === 1 ? (first ?? null) : null;
}

/** "The president" without more, in an official's mouth or text: that of his own side, once. */
function homeOffice(linking: Linking, mention: number, side: string | null): Link | null {
  const { clue, words } = linking.mentions[mention] ?? { clue: noClue(), words: "" };
  if (side === null || clue.role === null || clue.role.sort !== "office") return null;
  if (statesOf(words)?.includes(side) === false) return null;
  const link = officeLink(linking, `${side}:${clue.role.key}`, "role-of-speakers-side");
  return link.actor === null ? null : { ...link, confidence: Math.min(link.confidence, 0.75) };
}

/** "The President", with a capital, in the text of a side that a president leads: its own, whoever else is told of. */
function ownLeader(linking: Linking, mention: number, clue: Clue): Link | null {
  const { voice, frames, mentions } = linking;
  const key = clue.role?.key ?? "";
  if (voice === null || clue.former || clue.owner !== null || frames.isQuoted(mention)) return null;
  if (leadingOfficeOf(voice) !== key || !/^[Tt]he \p{Lu}/u.test(mentions[mention]?.words ?? "")) return null;
  return homeOffice(linking, mention, voice);
}

/**
 * "President Vale told the President", in an official's mouth or text: Vale
 * tells no Vale, so it is the one of the speaker's own side.
 */
function otherThanSubject(linking: Linking, mention: number, clue: Clue, described: Link): Link | null {
  if (!clue.definite || clue.sides.length > 0 || clue.owner !== null) return null;
  for (let at = mention - 1; at >= 0 && linking.sentence[at] === linking.sentence[mention]; at--) {
    if (linking.mentions[at]?.clue.name && linking.resolve(at).actor === described.actor) {
      const voice = linking.frames.isQuoted(mention) ? null : linking.voice;
      const home = homeOffice(linking, mention, voice ?? speakingSideOf(linking, mention));
      return home?.actor === described.actor ? null : home;
    }
  }
  return null;
}

const DIPLOMATIC =
  /aide|advis|ambassador|envoy|representative|foreign|spokes|press-secretary|diplomat|negotiator|security-council-secretary/;

/** The latest one told of whom the role fits. */
function describedLink(linking: Linking, mention: number, clue: Clue, side: string | null): Link | null {
  const { book } = linking;
  const { role } = clue;
  if (role === null || !(clue.definite || side !== null) || clue.plural) return null;
  const states = statesOf(linking.mentions[mention]?.words ?? "");
  const found = antecedentOf(linking, mention, {
    fits: (actor) => {
      const known = book.actors.get(actor);
      if (known?.kind !== "person" && known?.kind !== "unnamed") return false;
      if (side !== null && book.sideOf(actor) !== side) return false;
      if (states !== null && !states.includes(book.sideOf(actor) ?? "")) return false;
      return hasRole(linking, actor, role.key, role.rank);
    },
    bonus: (_, earlier) => (linking.frames.of(earlier) < 0 ? 0.5 : 0),
  });
  if (!found) return null;
  return linked(
    found.actor,
    "described",
    `described-${role.key === "diplomat" ? "diplomat" : "role"}`,
    found.confidence,
    {
      via: linking.mentions[found.mention]?.id ?? null,
    },
  );
}

function hasRole(linking: Linking, actor: string, key: string, rank: number): boolean {
  const { book } = linking;
  const keys = book.roleKeysOf(actor);
  if (key === "diplomat") return book.rankOf(actor) >= 2 && [...keys].some((each) => DIPLOMATIC.test(each));
  if (key === "leader" || key === "head-of-state") return book.rankOf(actor) === 1;
  if (key === "politician") return book.rankOf(actor) <= 2;
  if (key === "minister")
    return book.rankOf(actor) === 2 && [...keys].some((each) => each.includes("minister"));
  if (key === "spokesperson") return [...keys].some((each) => /spokes|press-secretary/.test(each));
  if (key === "presidential-aide" || key === "presidential-adviser")
    return [...keys].some((each) => /aide|advis|assistant/.test(each));
  if (key === "ambassador" || key === "envoy")
    return [...keys].some((each) => /ambassador|envoy|representative/.test(each));
  return rank > 0 && [...keys].some((each) => each === key || each.startsWith(`${key}-of-`));
}

/** His counterpart: his office on the other side. */
function counterpartLink(linking: Linking, names: NameBook, mention: number, clue: Clue): Link {
  const owner = ownerOf(linking, names, mention, clue) ?? personMeant(linking, mention);
  const side = clue.sides[0];
  const { book } = linking;
  if (owner === null || side === undefined) return unknown("counterpart-of-nobody");
  const speaker = clue.owner && "pronoun" in clue.owner && clue.owner.pronoun.person === 1;
  const keys = book.roleKeysOf((speaker ? speakingPerson(linking, mention) : null) ?? owner);
  for (const key of [
    "president",
    "prime-minister",
    "monarch",
    "foreign-minister",
    "defence-minister",
    "national-security-adviser",
  ]) {
    if (!keys.has(key)) continue;
    const leading =
      key === "president" || key === "prime-minister" || key === "monarch" ? leadingOfficeOf(side) : key;
    if (leading !== null) return officeLink(linking, `${side}:${leading}`, "counterpart");
  }
  return (
    describedLink(
      linking,
      mention,
      { ...clue, role: { key: "politician", sort: "description", rank: 1 } },
      side,
    ) ?? unknown("counterpart-of-nobody")
  );
}

/** "My Norwegian counterpart": the one who says so. */
function speakingPerson(linking: Linking, mention: number): string | null {
  return (authorOf(linking, mention) ?? speakerOf(linking, mention))?.actor ?? null;
}

/**
 * "Your Norwegian counterpart", in a question that is put to the author of a
 * statement; "Vale meets Norwegian counterpart", in a headline.
 */
function personMeant(linking: Linking, mention: number): string | null {
  const here = linking.mentions[mention];
  if (!here) return null;
  const before = linking.text.slice(Math.max(0, here.start - 6), here.start);
  if (/\byour\s$/i.test(before)) return linking.author < 0 ? null : linking.resolve(linking.author).actor;
  for (let at = mention - 1; at >= 0 && linking.sentence[at] === linking.sentence[mention]; at--) {
    const { actor } = linking.resolve(at);
    if (actor !== null && linking.book.actors.get(actor)?.kind === "person" && isSubject(linking, at))
      return actor;
  }
  return null;
}

/** A side, delegation or ministry: the state itself, or its organ. */
function bodyLink(linking: Linking, names: NameBook, mention: number, clue: Clue): Link {
  const { book } = linking;
  const owner = clue.sides[0] === undefined ? ownerOf(linking, names, mention, clue) : null;
  const side =
    clue.sides[0] ??
    (owner === null ? null : (book.sideOf(owner) ?? (linking.gazetteer.thingOf(owner) ? owner : null)));
  const key = clue.role?.key ?? "";
  if (side === null) return unknown("body-of-nobody");
  if (key === "side" || key === "government" || key === "delegation" || key === "state") {
    return linked(book.state(side), "described", key === "side" ? "side" : "government", 0.9);
  }
  return linked(book.organ(side, key), "named", "organ", 0.9);
}

/** "The official" goes back to one told of; "US officials" and "a senior diplomat" are actors of their own. */
function unnamedLink(linking: Linking, mention: number, clue: Clue): Link {
  if (clue.definite && clue.sides.length === 0 && !clue.plural) {
    const found = antecedentOf(linking, mention, {
      fits: (actor) => linking.book.actors.get(actor)?.kind === "unnamed",
    });
    if (found) {
      const via = linking.mentions[found.mention]?.id ?? null;
      return linked(found.actor, "described", "described-official", found.confidence, { via });
    }
  }
  return strangerLink(linking, mention, clue, clue.sides[0] ?? null);
}

function strangerLink(linking: Linking, mention: number, clue: Clue, side: string | null): Link {
  const words = linking.mentions[mention]?.words ?? "";
  if (slugOf(words) === "") return unknown("no-words");
  const id = linking.book.unnamed(words, side);
  linking.book.tell(id, clue, words);
  return linked(id, "described", "unnamed", 0.8);
}
