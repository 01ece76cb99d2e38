/**
 * `readout serve`: what it says, what it refuses, and how it stops.
 */

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ran } from "./made-world.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-serve-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const store = () => join(folder, "record.db");
const serve = (args: readonly string[], env: Record<string, string> = {}) =>
  ran(["serve", "--store", store(), "--rules", "--port", "0", ...args], { env });

describe("readout serve", () => {
  it("says where the desk is, and ends with 0 when asked to stop", async () => {
    const { exit, out, err } = await serve([]);
    expect(err).toMatch(/the desk is at http:\/\/127\.0\.0\.1:\d+/);
    expect(err).toMatch(/ready after [\d.]+ s; Ctrl-C stops it\n/);
    expect(err.endsWith("readout: stopping\n")).toBe(true);
    expect({ exit, out }).toEqual({ exit: 0, out: "" });
  });

  it("adds the examples, and the second time reads nothing", async () => {
    for (let count = 0; count < 2; count++)
      expect((await serve(["--examples"])).err).toContain("the example contact is there: 7 accounts");
  });

  it("with a token prints an address that logs a browser in", async () => {
    const { err } = await serve([], { READOUT_TOKEN: "a-token-of-24-characters" });
    expect(err).toMatch(/once and within 15 minutes: http:\/\/127\.0\.0\.1:\d+\/login\?key=[\w-]{43}\n/);
    expect(err).not.toContain("a-token-of-24-characters");
  });

  it("lets others in only with a token, and only with a good one", async () => {
    const open = await serve(["--host", "0.0.0.0"]);
    expect(open.exit).toBe(2);
    expect(open.err).toContain(
      "--host 0.0.0.0 lets others reach the record, and there is no token to ask them for",
    );
    const short = await serve(["--token", "secret"]);
    expect(short.err).toContain("a token has at least 16 characters and no space");
    expect(short.exit).toBe(2);
  });

  it("refuses what does not fit, before anything is opened", async () => {
    expect((await serve(["x.txt"])).err).toContain("serve takes no x.txt");
    expect((await ran(["serve", "--store", store(), "--port", "99999"])).err).toContain("not 99999");
  });

  it("says when something else listens there", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { exit, err } = await ran(["serve", "--store", store(), "--rules", "--port", String(port)]);
    other.close();
    expect(exit).toBe(4);
    expect(err).toContain(`port ${port}: something else listens there; --port names another`);
  });

  it("says when the store cannot be opened", async () => {
    const { exit } = await ran(["serve", "--store", join(folder, "none", "record.db"), "--port", "0"]);
    expect(exit).toBe(6);
  });
});

const PROGRAM = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

describe.skipIf(!existsSync(PROGRAM))("the built program as a server", () => {
  it("answers, and lets what is under way end when it is asked to stop", async () => {
    const child = spawn(process.execPath, [PROGRAM, "serve", "--store", store(), "--rules", "--port", "0"]);
    let talk = "";
    child.stderr.on("data", (piece: Buffer) => {
      talk += piece.toString();
    });
    const closed = new Promise((resolve) => child.once("close", resolve));
    await expect.poll(() => talk, { timeout: 15_000 }).toContain("ready after");
    const [address = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(talk) ?? [];
    expect((await fetch(`${address}/api/status`)).status).toBe(200);
    expect(await (await fetch(`${address}/`)).text()).toContain("<title>Readout</title>");
    const events = await fetch(`${address}/api/events`);
    child.kill("SIGTERM");
    expect(await closed).toBe(0);
    expect(await events.text()).toContain("retry:");
  }, 30_000);
});
