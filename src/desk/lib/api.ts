/**
 * The HTTP interface, typed. An answer that is no success becomes an `ApiError`
 * with the problem's own words.
 */

import type { Problem } from "../../server/wire.ts";

export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
  }
}

export interface Answer<T> {
  body: T;
  etag: string | null;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<Answer<T>> {
  return answered<T>(
    await fetch(path, { headers: { accept: "application/json" }, ...(signal ? { signal } : {}) }),
  );
}

export async function post<T>(path: string, body: unknown, etag: string | null = null): Promise<Answer<T>> {
  const headers: Record<string, string> = { "content-type": "application/json", accept: "application/json" };
  if (etag !== null) headers["if-match"] = etag;
  return answered<T>(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function answered<T>(response: Response): Promise<Answer<T>> {
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  return { body: await response.json(), etag: response.headers.get("etag") };
}

async function problemOf(response: Response): Promise<string> {
  try {
    const problem: Problem = await response.json();
    return problem.detail ?? problem.title;
  } catch {
    return `the server answered ${response.status}`;
  }
}
