/**
 * The frame of every page that stands alone: no script, nothing fetched, and a
 * policy that forbids both and names the hash of the page's own styles.
 */

import { createHash } from "node:crypto";
import { attributeOf, escaped } from "./html-text.ts";

export interface Frame {
  title: string;
  styles: readonly string[];
  /** Of Readout. */
  version: string;
}

/** Everything before the content. */
export function pageHead({ title, styles, version }: Frame): string {
  const hashes = styles.map((style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`);
  const policy = `default-src 'none'; style-src ${hashes.join(" ")}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Readout ${escaped(version)}">
<title>${attributeOf(title)}</title>
${styles.map((style) => `<style>${style}</style>`).join("\n")}
</head>
<body>
<main>
`;
}

export function pageFoot(version: string): string {
  return `</main>
<p class="made">Made by Readout ${escaped(version)}. A machine read this: check the words before you rely on them.</p>
</body>
</html>
`;
}
