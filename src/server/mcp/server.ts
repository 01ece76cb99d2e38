/**
 * The MCP server: the tools over the Model Context Protocol, on standard input
 * and output or on the server's own address (`/mcp`). It reads and never
 * writes. What is asked is checked against each tool's schema, what is answered
 * carries its own.
 */

import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { Ajv, type ValidateFunction } from "ajv";
import apiSchema from "../../../schema/api.schema.json" with { type: "json" };
import type { Archive } from "../../archive/archive.ts";
import { VERSION } from "../../reading/version.ts";
import { StoreError } from "../../store/errors.ts";
import { jsonTextOf } from "../body.ts";
import { Unanswerable } from "./told.ts";
import { TOOLS } from "./tools.ts";

type ToolName = keyof typeof TOOLS;

/** Serves on standard input and output until the client goes. */
export async function serveStdio(archive: Archive): Promise<void> {
  const server = mcpServer(archive);
  const gone = new Promise<void>((resolve) => {
    server.onclose = resolve;
  });
  await server.connect(new StdioServerTransport());
  process.stdin.once("end", () => void server.close());
  await gone;
}

/** Bytes of a question at most. */
const MOST_BYTES = 64 * 1024;

/** Answers one request over HTTP; nothing is kept from one to the next. */
export async function answerMcp(archive: Archive, asked: Request): Promise<Response> {
  const { method, headers, url } = asked;
  const body = method === "POST" ? await jsonTextOf(asked, MOST_BYTES) : null;
  const request = new Request(url, { method, headers, ...(body === null ? {} : { body }) });
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = mcpServer(archive);
  await server.connect(transport);
  return transport.handleRequest(request);
}

export function mcpServer(archive: Archive): Server {
  const server = new Server(
    { name: "readout", title: "Readout", version: VERSION },
    {
      capabilities: { tools: {} },
      instructions:
        "The record of diplomatic conversations: accounts, statements and how accounts stand to each other. Quote the words as they are given, with their publisher and chain. Silence in the record is no denial.",
    },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: Object.keys(TOOLS).map((name) => listed(name as ToolName)),
  }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
    called(archive, params.name, params.arguments ?? {}),
  );
  return server;
}

function listed(name: ToolName) {
  const { title, description, takes, gives } = TOOLS[name];
  return {
    name,
    title,
    description,
    inputSchema: { type: "object" as const, ...takes, additionalProperties: false },
    outputSchema: outputSchemaOf(gives),
    annotations: { readOnlyHint: true, openWorldHint: false, idempotentHint: true },
  };
}

interface Result {
  [key: string]: unknown;
  content: { type: "text"; text: string }[];
  structuredContent?: { [key: string]: unknown };
  isError?: boolean;
}

async function called(archive: Archive, name: string, given: { [key: string]: unknown }): Promise<Result> {
  if (!Object.hasOwn(TOOLS, name)) return refused(`There is no tool "${name}"`);
  const tool = TOOLS[name as ToolName];
  const problem = problemOf(name as ToolName, given);
  if (problem !== null) return refused(problem);
  try {
    // Each tool's own schema has just been held against what was given.
    const run = tool.run as (archive: Archive, given: unknown) => Promise<object | null>;
    const told = await run(archive, given);
    if (told === null) return refused("Nothing in the record has this id");
    return { content: [{ type: "text", text: JSON.stringify(told) }], structuredContent: { ...told } };
  } catch (error) {
    if (error instanceof Unanswerable || error instanceof StoreError) return refused(error.message);
    throw error;
  }
}

function refused(message: string): Result {
  return { content: [{ type: "text", text: message }], isError: true };
}

const ajv = new Ajv({ strict: false, allErrors: false });
const validators = new Map<ToolName, ValidateFunction>();

function problemOf(name: ToolName, given: object): string | null {
  const validate =
    validators.get(name) ??
    ajv.compile({ type: "object", ...TOOLS[name].takes, additionalProperties: false });
  validators.set(name, validate);
  if (validate(given)) return null;
  const [error] = validate.errors ?? [];
  const extra: unknown = error?.params.additionalProperty;
  const where = error?.instancePath === "" ? "" : ` at ${error?.instancePath}`;
  return `The arguments do not fit${where}: ${error?.message ?? "unknown"}${typeof extra === "string" ? ` (${extra})` : ""}`;
}

type Definitions = { [name: string]: object };

/** The answer's schema with all that it refers to, so that it stands by itself. */
function outputSchemaOf(name: string): { type: "object"; [key: string]: unknown } {
  const definitions: Definitions = apiSchema.definitions;
  const needed = new Map<string, object>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const definition = definitions[next];
    if (definition === undefined || needed.has(next)) continue;
    needed.set(next, definition);
    for (const [, reference] of JSON.stringify(definition).matchAll(/"#\/definitions\/([^"]+)"/g)) {
      waiting.push(decodeURIComponent(reference ?? ""));
    }
  }
  return { ...definitions[name], type: "object", definitions: Object.fromEntries(needed) };
}
