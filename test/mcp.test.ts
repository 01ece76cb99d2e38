/**
 * The MCP server, asked by the protocol's own client: over HTTP without a
 * socket, and as a program over standard input and output.
 */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Archive, openArchive } from "../src/archive/archive.ts";
import { mcpServer } from "../src/server/mcp/server.ts";
import { serverFrom } from "../src/server/server.ts";
import type { ContactsTold, ContactTold, DocumentTold, StatementsTold } from "../src/server/wire.ts";

const EXAMPLES = fileURLToPath(new URL("../examples/2021-12-30-call", import.meta.url));
const CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

let folder: string;
let archive: Archive;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "readout-mcp-"));
  archive = await openArchive({ address: join(folder, "calls.db"), rules: true });
  for (const name of ["russia-readout.txt", "us-readout.txt", "northwind-report.txt"]) {
    await archive.add(readFileSync(join(EXAMPLES, name)), { name });
  }
  client = new Client({ name: "test", version: "1" });
  const [one, other] = InMemoryTransport.createLinkedPair();
  await Promise.all([mcpServer(archive).connect(other), client.connect(one)]);
});

afterAll(async () => {
  await client.close();
  await archive.close();
  rmSync(folder, { recursive: true });
});

/** The answer, which the client has held against the tool's output schema. */
async function asked<T>(name: string, given: Record<string, unknown>): Promise<T> {
  const answer = await client.callTool({ name, arguments: given });
  expect(answer.isError ?? false).toBe(false);
  return answer.structuredContent as T;
}

async function refusal(name: string, given: Record<string, unknown>): Promise<string> {
  const answer = await client.callTool({ name, arguments: given });
  expect(answer.isError).toBe(true);
  return (answer.content as { text: string }[])[0]?.text ?? "";
}

describe("MCP", () => {
  it("lists tools that only read, each with the schema of its answer", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "list_contacts",
      "search_statements",
      "get_contact",
      "get_document",
    ]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    expect(tools.every(({ outputSchema }) => outputSchema?.type === "object")).toBe(true);
  });

  it("answers with words that stand where it says", async () => {
    const { statements } = await asked<StatementsTold>("search_statements", { words: "missiles", limit: 5 });
    expect(statements.length).toBeGreaterThan(0);
    for (const { words } of statements) {
      for (const quote of words) {
        const document = await asked<DocumentTold>("get_document", { id: quote.document });
        expect(document.text.slice(quote.start, quote.end)).toBe(quote.words);
      }
    }
  });

  it("compares the accounts of a contact", async () => {
    const { contacts } = await asked<ContactsTold>("list_contacts", { name: "putin" });
    const told = contacts.find((contact) => contact.told);
    const contact = await asked<ContactTold>("get_contact", { id: told?.id ?? "", verdict: "confirmed" });
    expect(contact.accounts).toHaveLength(3);
    expect(contact.points.length).toBeGreaterThan(0);
    expect(contact.points.every(({ verdict }) => verdict === "confirmed")).toBe(true);
  });

  it("finds a speaker by name, and names those it may be", async () => {
    const { statements } = await asked<StatementsTold>("search_statements", { speaker: "Vladimir Putin" });
    expect(statements.every(({ speaker }) => speaker === "Vladimir Putin")).toBe(true);
    expect(await refusal("search_statements", { speaker: "Nobody Atall" })).toMatch(/^Nobody in the record/);
  });

  it("refuses what it does not know, in one line", async () => {
    expect(await refusal("get_contact", { id: "no-such" })).toBe("Nothing in the record has this id");
    expect(await refusal("search_statements", { colour: "red" })).toMatch(/colour/);
    expect(await refusal("search_statements", { act: "shout" })).toMatch(/^There is no act "shout"/);
    expect(await refusal("erase_everything", {})).toBe('There is no tool "erase_everything"');
  });

  it("answers over HTTP, behind the server's guard", async () => {
    const server = serverFrom(archive);
    const ask = (body: string, headers: Record<string, string> = {}) =>
      server.fetch(
        new Request("http://127.0.0.1/mcp", {
          method: "POST",
          headers: {
            "content-type": "application/json",
            accept: "application/json, text/event-stream",
            ...headers,
          },
          body,
        }),
      );
    const question = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} });
    const response = await ask(question);
    expect(response.status).toBe(200);
    const { result } = (await response.json()) as { result: { tools: unknown[] } };
    expect(result.tools).toHaveLength(4);
    expect((await ask(question, { origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await ask(" ".repeat(70_000))).status).toBe(413);
    await server.stop();
  });

  it("speaks over standard input and output", async () => {
    const other = new Client({ name: "test", version: "1" });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [CLI, "mcp", "--store", join(folder, "calls.db")],
    });
    await other.connect(transport);
    const { tools } = await other.listTools();
    expect(tools).toHaveLength(4);
    await other.close();
  });
});
