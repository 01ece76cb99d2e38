/**
 * `readout serve`: the desk and the HTTP interface over a store, until it is
 * asked to stop.
 */

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Archive } from "../archive/archive.ts";
import type { Listening } from "../server/listen.ts";
import type { ReadoutServer } from "../server/server.ts";
import { openInBrowser } from "./browser.ts";
import type { Command, Given } from "./command.ts";
import { codeOf, EXITS, type Exit, reasonOf, Stop, wrongUsage } from "./exit.ts";
import { ACTORS_FLAG, actorsFrom, RULES_FLAG, refuseBadActors } from "./facts.ts";
import { Talk } from "./talk.ts";
import { STORE_FLAG, withArchive } from "./with-archive.ts";
import type { World } from "./world.ts";

const PORT = 4600;
const HOST = "127.0.0.1";

export const serveCommand: Command = {
  name: "serve",
  summary: "open the desk in a browser, and serve the record over HTTP",
  operands: "",
  offers: "nothing",
  details: [
    "Serves the desk and the HTTP interface (docs/http.md) until Ctrl-C. Only this",
    "machine can reach it; any other --host wants a token.",
  ].join("\n"),
  flags: [
    STORE_FLAG,
    { name: "port", value: "PORT", help: `the port; 0 takes any that is free (${PORT})` },
    { name: "host", value: "ADDRESS", help: `the address to listen at (${HOST} and ::1)` },
    { name: "token", value: "TOKEN", help: "what to ask for; READOUT_TOKEN keeps it off the command line" },
    { name: "name", value: "NAME", help: "a name that the server may be called by, besides its address" },
    { name: "open", help: "open the desk in the browser" },
    { name: "examples", help: "add the example contact that comes with Readout" },
    RULES_FLAG,
    ACTORS_FLAG,
    { name: "quiet", short: "q", help: "say nothing on the error stream but errors" },
  ],
  examples: [
    { type: "readout serve --open", does: "the desk over readout.db" },
    { type: "readout serve --store calls.db --examples", does: "with the example contact" },
    {
      type: "READOUT_TOKEN=$(cat token) readout serve --host 0.0.0.0 --name desk.example.org",
      does: "for others, behind a proxy that speaks TLS",
    },
  ],
  run: runServe,
};

async function runServe(given: Given, world: World): Promise<Exit> {
  const [operand] = given.operands;
  if (operand !== undefined) throw wrongUsage(`serve takes no ${operand}`, "a store is named with --store");
  await refuseBadActors(actorsFrom(given));
  const setting = await settingFrom(given, world);
  const talk = new Talk(world, given.switches.has("quiet"));
  await withArchive(given, world, true, (archive) => serveUntilStopped(archive, setting, given, world, talk));
  return EXITS.ok;
}

interface Setting {
  port: number;
  host: string;
  loopback: boolean;
  token: string | null;
  names: string[];
}

async function settingFrom(given: Given, world: World): Promise<Setting> {
  const { isLoopback } = await import("../server/listen.ts");
  const { LEAST_TOKEN } = await import("../server/tokens.ts");
  const { values } = given;
  const host = values.get("host") ?? HOST;
  const loopback = isLoopback(host);
  const named = values.get("token") ?? world.env.READOUT_TOKEN;
  const token = named === undefined || named === "" ? null : named;
  if (token === null && !loopback) {
    throw wrongUsage(
      `--host ${host} lets others reach the record, and there is no token to ask them for`,
      "set READOUT_TOKEN, for example to the output of openssl rand -hex 24",
    );
  }
  if (token !== null && (token.length < LEAST_TOKEN || /\s/.test(token))) {
    throw wrongUsage(
      `a token has at least ${LEAST_TOKEN} characters and no space`,
      "for example the output of openssl rand -hex 24",
    );
  }
  const name = values.get("name");
  return {
    port: portFrom(values.get("port")),
    host,
    loopback,
    token,
    names: name === undefined ? [] : [name],
  };
}

function portFrom(value: string | undefined): number {
  if (value === undefined) return PORT;
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw wrongUsage(`--port wants a number from 0 to 65535, not ${value}`);
}

async function serveUntilStopped(
  archive: Archive,
  setting: Setting,
  given: Given,
  world: World,
  talk: Talk,
): Promise<void> {
  const startedMs = world.nowMs();
  const { serverFrom } = await import("../server/server.ts");
  const { deskFilesIn, ownDeskFolder } = await import("../server/desk-files.ts");
  const { listen } = await import("../server/listen.ts");
  const folder = ownDeskFolder();
  const server = serverFrom(archive, {
    ...setting,
    desk: folder === null ? null : await deskFilesIn(folder),
    onFault: (error) => talk.fault(error),
  });
  const listening = await listen(server, setting).catch((error: unknown) => {
    throw new Stop(
      EXITS.unwritable,
      `cannot listen at ${setting.host}, port ${setting.port}: ${reasonFor(error)}`,
    );
  });
  try {
    if (folder === null) talk.say("the desk is not built: only the HTTP interface is served");
    const address = tellWhere(listening, server, talk);
    if (given.switches.has("examples")) await addExamples(archive, server, talk);
    talk.say(`ready after ${((world.nowMs() - startedMs) / 1000).toFixed(1)} s; Ctrl-C stops it`);
    if (given.switches.has("open")) await openInBrowser(address);
    const stopping = new AbortController();
    const warmed = warm(archive, stopping.signal);
    await world.untilStopped();
    talk.say("stopping");
    stopping.abort();
    await warmed;
  } finally {
    await listening.close();
  }
}

/** Contacts compared beforehand: those with the most accounts, which take longest. */
const WARMED = 3;

/** Loads the model and makes comparisons before anybody waits for them. What fails here is told to whoever asks for it. */
async function warm(archive: Archive, signal: AbortSignal): Promise<void> {
  try {
    const largest = [...(await archive.contacts())]
      .filter(({ accounts }) => accounts.length > 1)
      .sort((a, b) => b.accounts.length - a.accounts.length)
      .slice(0, WARMED);
    for (const { id } of largest) {
      if (signal.aborted) return;
      await archive.comparison(id, signal);
    }
  } catch {
    // Nobody has asked yet.
  }
}

/** The address to open; with a token one that can be opened once. */
function tellWhere({ addresses }: Listening, server: ReadoutServer, talk: Talk): string {
  const [address = ""] = addresses;
  const path = server.loginPath();
  talk.say(`the desk is at ${addresses.join(" and ")}`);
  if (path === null) return address;
  talk.say(`to log a browser in, once and within 15 minutes: ${address}${path}`);
  return `${address}${path}`;
}

function reasonFor(error: unknown): string {
  const code = codeOf(error);
  if (code === "EADDRINUSE") return "something else listens there; --port names another";
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return "this machine has no such address";
  if (code === "EACCES") return "there is no permission; ports from 1024 need none";
  return reasonOf(error);
}

/** Adds the example contact by the queue, as a person would, and waits for it. */
async function addExamples(archive: Archive, server: ReadoutServer, talk: Talk): Promise<void> {
  const { addingOf } = await import("../server/routes/adding.ts");
  const folder = exampleFolder();
  if (folder === null) throw new Stop(EXITS.unreadable, "the examples are not there; reinstall the package");
  const names = (await readdir(folder)).sort();
  const added = [];
  for (const name of names)
    added.push(server.jobs.add(addingOf(archive, await readFile(join(folder, name)), { name })));
  for (const { id } of added) {
    const job = await server.jobs.over(id);
    if (job !== null && job.problem !== null) talk.say(job.problem);
  }
  talk.say(`the example contact is there: ${names.length} accounts`);
}

/** Upwards from this file, which stands in src/cli or, bundled, in dist. */
function exampleFolder(): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const path = join(folder, "examples", "2021-12-30-call");
    if (existsSync(path)) return path;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}
