/**
 * The guard: which requests are let in at all, by the name they call the server
 * by, where they come from, and the headers that every answer leaves with.
 *
 * A page of the web that has its own name point at this machine (DNS rebinding)
 * sends its own Host; one that sends a form or a fetch here (CSRF) sends its own
 * Origin and Sec-Fetch-Site. Neither is taken.
 */

import { isIP } from "node:net";
import { Refusal } from "./problems.ts";

export interface GuardOptions {
  /** Whether only this machine can reach the server: then no address but loopback is a name of it. */
  loopback: boolean;
  /** Names it may be called by, besides its addresses. */
  names: readonly string[];
}

/** No page but the desk, no script but its own, nothing from elsewhere. */
export const DESK_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** For what is data and never a page. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

const HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Headers of every answer; a policy that it has already is kept. */
export function guardHeaders(headers: Headers): void {
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", DATA_POLICY);
}

export function refuseStrangers(request: Request, options: GuardOptions): void {
  // A request line may name a host, too, as one to a proxy does.
  const { host: asked } = new URL(request.url);
  const host = request.headers.get("host") ?? asked;
  for (const one of [host, asked]) {
    const name = nameOf(one);
    if (name === null || !isOwnName(name, options)) {
      throw new Refusal(421, `This server is not called ${JSON.stringify(one.slice(0, 100))}`);
    }
  }
  refuseOtherOrigins(request, host);
}

function isOwnName(name: string, { loopback, names }: GuardOptions): boolean {
  if (name === "localhost" || name === "127.0.0.1" || name === "::1") return true;
  // An address as Host is no name that somebody else could point here.
  if (isIP(name) !== 0) return !loopback;
  return names.some((own) => own.toLowerCase() === name);
}

/** Host without its port, in lower case; `null` when it is no host. */
function nameOf(host: string): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::\d{1,5})?$/i.exec(host);
  return match === null ? null : (match[1] ?? match[2] ?? "").toLowerCase();
}

function refuseOtherOrigins({ method, headers }: Request, host: string): void {
  const refused = (detail: string) => new Refusal(403, detail);
  const site = headers.get("sec-fetch-site");
  const reads = method === "GET" || method === "HEAD";
  if (site !== null && site !== "same-origin" && site !== "none" && !(reads && isNavigation(headers))) {
    throw refused("Another site may not ask here");
  }
  const origin = headers.get("origin");
  if (origin === null) return;
  if (origin !== `http://${host}` && origin !== `https://${host}`) {
    throw refused(`Pages of ${JSON.stringify(origin.slice(0, 100))} may not ask here`);
  }
}

/** A person followed a link: the page opens by itself, not within another. */
function isNavigation(headers: Headers): boolean {
  return headers.get("sec-fetch-mode") === "navigate" && headers.get("sec-fetch-dest") === "document";
}
