/**
 * Who may ask: a token as bearer, or a cookie that a one-time address set. Both
 * are compared by hash and in constant time. Wrong tokens are counted by the
 * address they come from, and too many close the door to it for a while, also
 * to the right one: else guessing would only have to go on.
 */

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { Refusal } from "./problems.ts";

export const COOKIE = "readout";
/** Shorter ones could be guessed. */
export const LEAST_TOKEN = 16;

const MOST_WRONG = 10;
const WRONG_MS = 60_000;
const LOGIN_MS = 15 * 60_000;
const MOST_LOGINS = 100;
const MOST_SESSIONS = 1000;
const MOST_ADDRESSES = 10_000;

export class Tokens {
  readonly #token: Buffer;
  readonly #nowMs: () => number;
  /** Hash of the key → when it ends. */
  readonly #logins = new Map<string, number>();
  readonly #sessions = new Set<string>();
  readonly #wrong = new Map<string, { count: number; untilMs: number }>();

  constructor(token: string, nowMs: () => number) {
    this.#token = hashOf(token);
    this.#nowMs = nowMs;
  }

  /** Throws when the request has no right to ask. */
  check(headers: Headers, address: string): void {
    const session = cookieIn(headers.get("cookie"));
    if (session !== null && this.#sessions.has(hashOf(session).toString("hex"))) return;
    const bearer = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
    if (bearer === undefined)
      throw needed("This server wants a token; readout serve prints an address that logs a browser in");
    this.#refuseGuessing(address);
    if (timingSafeEqual(hashOf(bearer), this.#token)) return;
    this.#countWrong(address);
    throw needed("This is not the token");
  }

  /** A key that opens the desk once, within a quarter of an hour. */
  loginKey(): string {
    const key = randomBytes(32).toString("base64url");
    makeRoom(this.#logins, MOST_LOGINS);
    this.#logins.set(hashOf(key).toString("hex"), this.#nowMs() + LOGIN_MS);
    return key;
  }

  /** The cookie for a key, which is used up by it. */
  cookieFor(key: string, address: string, secure: boolean): string {
    this.#refuseGuessing(address);
    const hash = hashOf(key).toString("hex");
    const untilMs = this.#logins.get(hash);
    this.#logins.delete(hash);
    if (untilMs === undefined || untilMs < this.#nowMs()) {
      this.#countWrong(address);
      throw new Refusal(
        403,
        "This address was used already or is too old: readout serve prints one as it starts",
      );
    }
    const session = randomBytes(32).toString("base64url");
    makeRoom(this.#sessions, MOST_SESSIONS);
    this.#sessions.add(hashOf(session).toString("hex"));
    return `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/${secure ? "; Secure" : ""}`;
  }

  #refuseGuessing(address: string): void {
    const wrong = this.#wrong.get(address);
    if (wrong === undefined) return;
    const leftMs = wrong.untilMs - this.#nowMs();
    if (leftMs <= 0) this.#wrong.delete(address);
    else if (wrong.count >= MOST_WRONG) {
      const seconds = String(Math.ceil(leftMs / 1000));
      throw new Refusal(429, `Too many wrong tokens from there; again in ${seconds} seconds`, {
        headers: { "retry-after": seconds },
      });
    }
  }

  #countWrong(address: string): void {
    const count = (this.#wrong.get(address)?.count ?? 0) + 1;
    makeRoom(this.#wrong, MOST_ADDRESSES);
    this.#wrong.set(address, { count, untilMs: this.#nowMs() + WRONG_MS });
  }
}

/** Of an IPv6 address the half that says whose it is: the other half costs nothing to change. */
export function neighbourhoodOf(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = ""] = address.split("::");
  return [...head.split(":"), "0", "0", "0", "0"].slice(0, 4).join(":");
}

function needed(detail: string): Refusal {
  return new Refusal(401, detail, { headers: { "www-authenticate": 'Bearer realm="readout"' } });
}

function hashOf(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}

function cookieIn(header: string | null): string | null {
  for (const part of (header ?? "").split(";")) {
    const [name, value] = part.trim().split("=", 2);
    if (name === COOKIE && value !== undefined && value !== "") return value;
  }
  return null;
}

/** Lets the oldest go when there are too many. */
function makeRoom(kept: Map<string, unknown> | Set<string>, most: number): void {
  const [oldest] = kept.keys();
  if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
}
