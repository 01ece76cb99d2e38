/**
 * Names: one key for all spellings of a name.
 *
 * A key is made by rules, not by lists of spellings: accents and apostrophes
 * go, and what transliterations differ in is levelled (Yuri, Yury, Yuriy;
 * Zelensky, Zelenskyy; Aliev, Aliyev; Lukashenko, Lukashenka; Schröder,
 * Schroeder; Yushchenko, Yuschenko). A key is for looking up only, never for showing. Given names that
 * stand for each other (Joe, Joseph) are in `given-names.ts`.
 *
 * Known miss: the rules level "Mayer" and "Meier" alike only in part, and make
 * one key of a few names that differ (Ivanov, Ivanow).
 */

import { givenNameOf } from "./given-names.ts";

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const LETTERS: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "dj",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ə: "a",
};

const MARKS = /[\u0300-\u036f]/g;
const JOINTS = /['’‘`ʻʼʿʾ´.]/g;

/** Longest word that can be part of a name; anything longer is noise. */
const LONGEST = 40;

/** Lower case, without accents, apostrophes and full stops: "Erdoğan" is "erdogan", "U.S." is "us". */
export function foldOf(word: string): string {
  if (isPlain(word)) return word.toLowerCase();
  const bare = word.normalize("NFD").replace(MARKS, "").replace(JOINTS, "").toLowerCase();
  let out = "";
  for (const letter of bare) out += LETTERS[letter] ?? letter;
  return out;
}

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit > 0x7f || unit === 0x27 || unit === 0x2e || unit === 0x60) return false;
  }
  return true;
}

/** The key of one word of a name. */
export function nameKeyOf(word: string): string {
  if (word.length > LONGEST) return "";
  let key = foldOf(word)
    .replaceAll("y", "i")
    .replaceAll("ph", "f")
    .replaceAll("ks", "x")
    .replaceAll("kh", "h")
    .replaceAll("tz", "z")
    .replaceAll("dj", "j")
    .replaceAll("ou", "u")
    .replaceAll("shch", "sh")
    .replaceAll("sch", "sh");
  if (key.includes("e")) {
    key = key
      .replace(/([aeou])iev/g, "$1ev")
      .replace(/[aou]e/g, (pair) => pair.charAt(0))
      .replace(/^ie/, "e")
      .replace(/enka$/, "enko");
  }
  if (key.startsWith("iu")) key = `yu${key.slice(2)}`;
  if (key.endsWith("w")) key = `${key.slice(0, -1)}v`;
  if (key.endsWith("j")) key = `${key.slice(0, -1)}i`;
  return key.replace(/(.)\1+/g, "$1");
}

/** Words that belong to the family name that follows: "van der Bellen", "el-Sisi". */
const PARTICLES = new Set(
  "al el bin ben ibn abu van von der den de del della di da dos das du la le ter ten zu st san".split(" "),
);

export function isParticle(folded: string): boolean {
  return PARTICLES.has(folded);
}

/** The words of a name, hyphens apart: "Moon Jae-in" has three. */
export function nameWordsOf(name: string): string[] {
  return name.split(/[\s\-–‑]+/).filter((word) => word !== "");
}

/**
 * The keys under which a name is found: all its words, and its first and last
 * alone, for a name with a patronymic or a middle name in one place and not in
 * the other. Articles of Arabic names (al-Assad) are left out of the short key.
 */
export function nameKeysOf(name: string): string[] {
  return keysFromWords(nameWordsOf(name).map(nameKeyOf));
}

/** The initials among the words of a name: "hw" of "George H. W. Bush" and of "George H.W. Bush". */
export function initialsIn(name: string): string {
  return [...name.matchAll(/(?<![\p{L}.])(?:\p{Lu}\.?){1,3}(?![\p{L}])/gu)]
    .map((found) => found[0].replaceAll(".", "").toLowerCase())
    .join("");
}

export function keysFromWords(words: readonly string[]): string[] {
  const first = words[0];
  const last = words[words.length - 1];
  if (first === undefined || last === undefined) return [];
  const given = givenNameOf(first);
  if (words.length === 1) return [last];
  const keys = [[given, ...words.slice(1)].join(" ")];
  if (words.length > 2) keys.push(`${given} ${last}`);
  return keys;
}
