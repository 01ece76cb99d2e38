/**
 * Text made safe for a page. Everything that comes from a document or a user
 * goes through here, into element text and attributes alike; characters that
 * act unseen are shown by their number, so that a bidi control cannot turn a
 * sentence round and an escape cannot close a tag.
 */

import { visibleIn } from "./visible.ts";

/** For text and for attributes in double or single quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`\r]/g, (sign) => ENTITIES[sign] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
  "\r": "&#13;",
};

/** A document's words as element content. */
export function htmlOf(text: string): string {
  let html = "";
  for (const stretch of visibleIn(text)) {
    html += stretch.shown ? `<span class="odd">${stretch.text}</span>` : escaped(stretch.text);
  }
  return html;
}

/** A document's words set apart, so that their writing direction stays inside. */
export function isolated(text: string): string {
  return `<bdi>${htmlOf(text)}</bdi>`;
}

/** A document's words as an attribute's value, for double quotes. */
export function attributeOf(text: string): string {
  return escaped(
    visibleIn(text)
      .map((stretch) => (stretch.shown ? `<${stretch.text}>` : stretch.text))
      .join(""),
  );
}

/** A web address that may be a link; `null` for any other scheme, and for one with a name and password in it. */
export function linkableOf(address: string): string | null {
  try {
    const url = new URL(address);
    const isWeb = url.protocol === "https:" || url.protocol === "http:";
    return isWeb && url.username === "" && url.password === "" ? url.href : null;
  } catch {
    return null;
  }
}
