/**
 * A PostgreSQL of our own for tests and measurements: its own data, its own
 * socket, in a temporary folder, from the programs that the system has or gets.
 * Nothing else of the system's PostgreSQL is touched.
 */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { broughtFrom } from "./debian.ts";

export const PASSWORD = "pass-word%of-a-test";
const PORT = 54_329;

/** Folder of initdb and postgres; `null` when there is none and none can be installed. */
export function postgresPrograms(): string | null {
  return broughtFrom("postgresql", programsHere);
}

function programsHere(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(":"),
  ];
  return (
    folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)))) ?? null
  );
}

/** PostgreSQL does not run as root; root runs it as the user that Debian's package makes. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

export class Postgres {
  readonly #programs: string;
  readonly #folder: string;
  readonly #owner = owner();
  #server: ChildProcess | null = null;
  #databases = 0;

  constructor(programs: string) {
    this.#programs = programs;
    this.#folder = mkdtempSync(join(tmpdir(), "readout-pg-"));
    const { uid, gid } = this.#owner;
    if (uid !== undefined && gid !== undefined) chownSync(this.#folder, uid, gid);
    const secret = join(this.#folder, "secret");
    writeFileSync(secret, PASSWORD);
    if (uid !== undefined && gid !== undefined) chownSync(secret, uid, gid);
    execFileSync(
      join(programs, "initdb"),
      [
        "-D",
        this.#data,
        "-U",
        "tester",
        "--auth=scram-sha-256",
        `--pwfile=${secret}`,
        "-E",
        "UTF8",
        "--no-sync",
      ],
      { ...this.#owner, cwd: this.#folder, stdio: "pipe" },
    );
  }

  get #data(): string {
    return join(this.#folder, "data");
  }

  /** Id of the server's first process; `null` when it does not run. */
  get process(): number | null {
    return this.#server?.pid ?? null;
  }

  /** `durable: false` for tests that cut no power: several times as fast. */
  async start(durable = true): Promise<void> {
    for (let tries = 0; ; tries++) {
      // A server that was killed leaves processes that end a moment later; until then no other starts.
      if (this.#server === null || this.#server.exitCode !== null) this.#server = this.#spawned(durable);
      try {
        return await this.query("postgres", ["select 1"]);
      } catch (error) {
        if (tries === 300) throw error;
        await sleep(100);
      }
    }
  }

  #spawned(durable: boolean): ChildProcess {
    const settings = {
      fsync: durable ? "on" : "off",
      listen_addresses: "",
      unix_socket_directories: this.#folder,
      port: PORT,
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    return spawn(join(this.#programs, "postgres"), ["-D", this.#data, ...args], {
      ...this.#owner,
      cwd: this.#folder,
      stdio: "ignore",
    });
  }

  /** Ends the server: in order, or as a failing power supply would. */
  async stop(signal: "SIGINT" | "SIGKILL" = "SIGINT"): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null || server.exitCode !== null) return;
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    await gone;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Address of a new, empty database. */
  async fresh(): Promise<string> {
    const name = `store_${process.pid}_${++this.#databases}`;
    await this.query("postgres", [`create database ${name}`]);
    return this.addressOf(name);
  }

  addressOf(database: string): string {
    return `postgres://tester:${encodeURIComponent(PASSWORD)}@/${database}?host=${this.#folder}&port=${PORT}`;
  }

  /** Statements one after the other, on a database by name or address. */
  async query(database: string, statements: readonly string[]): Promise<void> {
    const address = database.includes(":") ? database : this.addressOf(database);
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
