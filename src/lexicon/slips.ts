/**
 * Slips of the pen: whether two keys of names are one name, once written with
 * one letter added, lost or changed, or two neighbours turned round.
 *
 * Known miss: names that differ so in truth (Hansen, Hanson); whoever asks must
 * know by other signs that one person is meant.
 */

/** Shorter names have too many neighbours. */
const SHORTEST = 5;

export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail++;
  const rest = Math.max(a.length, b.length) - head - tail;
  if (rest <= 1) return true;
  const isTurned = a[head] === b[head + 1] && a[head + 1] === b[head];
  return rest === 2 && a.length === b.length && isTurned;
}

/** "Ushakova" beside "Ushakov": the form of a woman's name, or a man's in another case of his language. */
export function isWomansForm(form: string, of: string): boolean {
  return form === `${of}a`;
}

/** The key with each of its letters left out: two slips of each other share one, or one is the other's. */
export function shortenedBy(key: string): string[] {
  return [key, ...Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1))];
}

/** Letters of a family name that transliterations leave alone: "Sarkisian", "Sargsyan". */
const STEM = 3;

/**
 * Whether two names, in keys, may be one in other letters: family names alike,
 * or the same first name with family names that begin alike. Whoever asks must
 * know that the office fits.
 */
export function isSpelledOtherwise(own: readonly string[], listed: readonly string[]): boolean {
  const [family, theirs] = [own[own.length - 1] ?? "", listed[listed.length - 1] ?? "-"];
  if (family === theirs || isSlip(family, theirs)) return true;
  const sameGiven = own.length > 1 && listed.length > 1 && own[0] === listed[0];
  return sameGiven && family.length > STEM && family.slice(0, STEM) === theirs.slice(0, STEM);
}
