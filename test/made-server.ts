/**
 * A server for tests: over a store in a folder of its own, read by rules, and a
 * way to ask it that checks each answer against its own OpenAPI document.
 */

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect } from "vitest";
import { type Archive, openArchive } from "../src/archive/archive.ts";
import { openApi } from "../src/server/openapi.ts";
import { type ReadoutServer, type ServerOptions, serverFrom } from "../src/server/server.ts";

export interface MadeServer {
  archive: Archive;
  server: ReadoutServer;
  close(): Promise<void>;
}

export async function madeServer(options: ServerOptions = {}): Promise<MadeServer> {
  const folder = await mkdtemp(join(tmpdir(), "readout-server-"));
  const archive = await openArchive({ address: join(folder, "record.db"), rules: true });
  const server = serverFrom(archive, options);
  return {
    archive,
    server,
    async close() {
      await server.stop();
      await archive.close();
      await rm(folder, { recursive: true });
    },
  };
}

const EXAMPLES = new URL("../examples/2021-12-30-call/", import.meta.url);

/** The accounts of the example call. */
export async function addExamples({ archive }: MadeServer): Promise<void> {
  for (const name of (await readdir(EXAMPLES)).sort())
    await archive.add(await readFile(new URL(name, EXAMPLES)), { name });
}

interface Operation {
  operationId: string;
  responses: { [status: string]: { content?: { [type: string]: object }; headers?: object } };
}

const document = openApi() as unknown as { paths: { [path: string]: { [method: string]: Operation } } };
const ajv = new Ajv({ strict: false, allErrors: false });
ajv.addSchema({ $id: "urn:readout:openapi", ...document });

/** Operation and status of each answer that was checked, as "contact 200". */
export const checked = new Set<string>();

/** All that OpenAPI says can be answered. */
export function answersTold(): string[] {
  return Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId, responses }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    ),
  );
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** `null` when it is no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every kind, which are checked against the schema here.
  json: any;
}

export async function ask(
  { server }: Pick<MadeServer, "server">,
  asked: string,
  init: RequestInit & { json?: unknown } = {},
): Promise<Answered> {
  const [method = "", path = ""] = asked.split(" ");
  const { json, ...rest } = init;
  const headers = new Headers(init.headers);
  if (json !== undefined) headers.set("content-type", "application/json");
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  const response = await server.fetch(
    new Request(`http://localhost:4600${path}`, { ...rest, ...body, method, headers }),
  );
  const text = await response.text();
  checkAnswer(method, path, response, text);
  const isJson = text !== "" && /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
}

/** Every answer carries the guard's headers; one of a known route is as OpenAPI tells it. */
export function checkAnswer(method: string, path: string, response: Response, text: string): void {
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  const operation = operationAt(method, path.split("?")[0] ?? "");
  if (operation === null) return;
  const { status } = response;
  const told = operation.responses[String(status)];
  expect(told, `${operation.operationId} answers ${status}, which OpenAPI does not tell`).toBeDefined();
  checked.add(`${operation.operationId} ${status}`);
  if (told?.content === undefined) {
    expect(text).toBe("");
    return;
  }
  const type = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
  expect(Object.keys(told.content)).toContain(type);
  if (method !== "HEAD" && type.endsWith("json"))
    checkBody(operation.operationId, String(status), type, JSON.parse(text));
  for (const name of Object.keys(told.headers ?? {})) expect(response.headers.get(name), name).not.toBe(null);
}

function checkBody(id: string, status: string, type: string, value: unknown): void {
  const [path, method] = placeOf(id);
  const escaped = [path, type].map((part) =>
    encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")),
  );
  const ref = `urn:readout:openapi#/paths/${escaped[0]}/${method}/responses/${status}/content/${escaped[1]}/schema`;
  const validate = ajv.getSchema(ref) ?? ajv.compile({ $ref: ref });
  validate(value);
  expect(validate.errors, `${id} ${status}`).toBe(null);
}

function placeOf(id: string): [path: string, method: string] {
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods))
      if (operation.operationId === id) return [path, method];
  throw new Error(`there is no operation ${id}`);
}

function operationAt(method: string, path: string): Operation | null {
  const asked = method === "HEAD" ? "get" : method.toLowerCase();
  for (const [pattern, methods] of Object.entries(document.paths)) {
    const fits = new RegExp(`^${pattern.replaceAll(".", "\\.").replace("{id}", "[^/]+")}$`).test(path);
    const operation = methods[asked];
    if (fits && operation !== undefined) return operation;
  }
  return null;
}

/** Waits until a job is over. */
export async function finished(made: MadeServer, id: string): Promise<Answered> {
  for (;;) {
    const answer = await ask(made, `GET /api/jobs/${id}`);
    if (answer.status !== 200) throw new Error(answer.text);
    if (answer.json.state === "done" || answer.json.state === "refused") return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
