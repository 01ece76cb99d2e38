/**
 * Bodies of requests: read up to a limit, as UTF-8, and only when they say that
 * they are JSON. How long one may take is the listener's to say.
 */

import { Refusal } from "./problems.ts";

export async function jsonTextOf(request: Request, mostBytes: number): Promise<string> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new Refusal(415, "The body must be application/json");
  const coding = request.headers.get("content-encoding");
  if (coding !== null && coding !== "identity") throw new Refusal(415, "The body must not be compressed");
  const bytes = await bytesWithin(request, mostBytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, "The body is no UTF-8");
  }
}

async function bytesWithin(request: Request, mostBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new Refusal(413, `The body is over ${mostBytes} bytes`, { headers: { connection: "close" } });
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  let length = 0;
  // Counted as it comes: a body in chunks does not say its length.
  for await (const part of request.body ?? []) {
    length += part.byteLength;
    if (length > mostBytes) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}
