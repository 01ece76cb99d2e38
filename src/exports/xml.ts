/**
 * Text as XML 1.0 can hold it. Some characters it cannot hold at all, not even
 * by number: control characters, halves of pairs, U+FFFE and U+FFFF. Each is
 * replaced by U+FFFD, one unit for one, so that offsets stay, and told of.
 */

const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const REPLACEMENT = "\ufffd";

export function xmlText(text: string): string {
  return text
    .replace(ILLEGAL, REPLACEMENT)
    .replace(/[&<>\r]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[one] ?? "&#13;");
}

export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/["\t\n]/g, (one) => (one === '"' ? "&quot;" : `&#${one.charCodeAt(0)};`));
}

/** Characters that were replaced, with where: "U+0001 at 12". */
export function replacedIn(text: string): string[] {
  return Array.from(text.matchAll(ILLEGAL), ({ 0: character, index }) => {
    const number = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `U+${number} at ${index}`;
  });
}

/** `<name a="b">inner</name>`, or closed at once without an inside; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  inner: string | readonly string[] = "",
): string {
  const inside = typeof inner === "string" ? inner : inner.join("");
  const given = Object.entries(attributes)
    .map(([key, value]) => (value === null ? "" : ` ${key}="${xmlAttribute(value)}"`))
    .join("");
  return inside === "" ? `<${name}${given}/>` : `<${name}${given}>${inside}</${name}>`;
}
