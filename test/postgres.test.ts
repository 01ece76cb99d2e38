/** What only a store on a server can meet: addresses, users, a server that goes away. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../src/store/open.ts";
import { withoutPassword } from "../src/store/postgres.ts";
import { madeDraft } from "./made-store.ts";
import { PASSWORD, Postgres } from "./postgres.ts";
import { programsOrSkip } from "./store-places.ts";

const programs = programsOrSkip();

describe("withoutPassword", () => {
  it.each([
    ["postgres://vera:secret@db.example:5432/readout", "postgres://vera@db.example:5432/readout"],
    ["postgresql://db.example/readout?user=vera&password=secret", "postgresql://db.example/readout"],
    ["postgres://vera:secret@/readout?host=/run/pg&password=secret", "postgres://vera@/readout?host=/run/pg"],
    ["postgres:///readout", "postgres:///readout"],
  ])("shows %s as %s", (address, shown) => {
    expect(withoutPassword(address)).toBe(shown);
  });

  it.each([
    "postgres://vera:sec#ret@host/x",
    "postgres://vera:1#ret@host/x",
    "postgres://vera:1/secret@host/x",
    "postgres://vera:sec@/ret@host/x",
  ])("refuses %s, and does not repeat it", (address) => {
    expect(() => withoutPassword(address)).toThrow(/^Cannot read the address(?!.*(?:sec|ret@))/);
  });
});

describe.skipIf(programs === null)("a store in PostgreSQL", () => {
  let server: Postgres;
  beforeAll(async () => {
    server = new Postgres(programs ?? "");
    await server.start(false);
  }, 120_000);
  afterAll(() => server.remove());

  const failing = async (address: string) => {
    const error: unknown = await openStore(address).then(
      (store) => store.close(),
      (reason: unknown) => reason,
    );
    if (!(error instanceof Error)) throw new Error("it did not fail");
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain(PASSWORD);
    expect(decodeURIComponent(error.message)).not.toContain(PASSWORD);
    return error;
  };

  it("never shows the password", async () => {
    const store = await openStore(await server.fresh());
    expect(store.address).toMatch(/^postgres:\/\/tester@\/store_/);
    await store.close();
  });

  it("says what is wrong: the password, the database, the server", async () => {
    const address = await server.fresh();
    const wrong = address.replace(/:[^:@]*@/, ":wrong@");
    expect(await failing(wrong)).toMatchObject({ code: "unreachable", message: /does not let this user in/ });
    expect(await failing(server.addressOf("nowhere"))).toMatchObject({
      code: "not-found",
      message: /createdb/,
    });
    expect(await failing(address.replace(/host=[^&]*/, "host=/nowhere"))).toMatchObject({
      code: "unreachable",
      message: /no server answers there \(ENOENT\)/,
    });
  });

  it("leaves another program's schema alone", async () => {
    const address = await server.fresh();
    await server.query(address, ["create schema readout", "create table readout.recipes (name text)"]);
    expect(await failing(address)).toMatchObject({ code: "not-a-store" });
  });

  it("lives in a database with other tables", async () => {
    const address = await server.fresh();
    await server.query(address, ["create table documents (recipe text)"]);
    const store = await openStore(address);
    expect((await store.add(madeDraft("Holt spoke."))).added).toBe(true);
    await store.close();
  });

  it("says that a user may not make its schema", async () => {
    const address = await server.fresh();
    await server.query(address, ["create role guest login password 'guest'"]);
    const guest = address.replace(/tester:[^@]*@/, "guest:guest@");
    expect(await failing(guest)).toMatchObject({ code: "unreachable", message: /GRANT CREATE/ });
  });

  it("goes on by itself after the server went away and came back", async () => {
    const store = await openStore(await server.fresh());
    await store.add(madeDraft("Before."));
    await server.stop("SIGKILL");
    await expect(store.add(madeDraft("Meanwhile."))).rejects.toMatchObject({ code: "unreachable" });
    await server.start(false);
    await store.add(madeDraft("After."));
    expect(await store.doctor()).toMatchObject({ documents: 2, faults: [] });
    await store.close();
  });
});
