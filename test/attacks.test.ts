/**
 * Attacks on the server, over real sockets: each fails as it should.
 */

import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskFilesIn } from "../src/server/desk-files.ts";
import { type Limits, type Listening, listen } from "../src/server/listen.ts";
import type { ServerOptions } from "../src/server/server.ts";
import { ask, finished, type MadeServer, madeServer } from "./made-server.ts";

const TOKEN = "a-token-of-24-characters";
const QUICK: Partial<Limits> = { headersMs: 300, requestMs: 600, checkMs: 50, graceMs: 200 };

interface Open extends MadeServer {
  listening: Listening;
  port: number;
}

async function opened(options: ServerOptions = {}): Promise<Open> {
  const made = await madeServer(options);
  const listening = await listen(made.server, { port: 0, host: "127.0.0.1", limits: QUICK });
  return { ...made, listening, port: Number(new URL(listening.addresses[0] ?? "").port) };
}

async function closed({ listening, close }: Open): Promise<void> {
  await listening.close();
  await close();
}

/** Sends bytes as they are and gives all that comes back until the other side ends. */
function raw(port: number, ...parts: (string | { waitMs: number })[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let back = "";
    socket.setEncoding("utf8");
    socket.on("data", (text) => {
      back += text;
    });
    // Writing on after the server has hung up is the attacker's loss.
    socket.on("error", () => {});
    socket.on("close", () => resolve(back));
    void (async () => {
      for (const part of parts) {
        if (typeof part === "string") socket.write(part);
        else await new Promise((next) => setTimeout(next, part.waitMs));
      }
    })();
  });
}

const get = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers, "", ""].join("\r\n");
const statusOf = (answer: string) => Number(answer.split(" ", 2)[1] ?? 0);

let open: Open;
let guarded: Open;
beforeAll(async () => {
  const desk = await deskFilesIn(new URL("desk-files", import.meta.url).pathname);
  open = await opened({ desk });
  guarded = await opened({ token: TOKEN, desk });
});
afterAll(async () => {
  await closed(open);
  await closed(guarded);
});

describe("documents that hold script", () => {
  const SCRIPT = `<script>alert(1)</script><img src=x onerror=alert(2)>`;
  const TEXT = `PORT VALE, May 5 (${SCRIPT}) - "${SCRIPT} stays," President Peter ${SCRIPT} Holt said on Monday.`;

  it("come back as JSON text, and never as a page", async () => {
    const facts = {
      name: SCRIPT,
      publisher: SCRIPT,
      title: SCRIPT,
      side: SCRIPT,
      address: `javascript:alert("${SCRIPT}")`,
    };
    const job = (await ask(open, "POST /api/documents", { json: { text: TEXT, ...facts } })).json;
    const { document } = (await finished(open, job.id)).json;
    expect((await ask(open, `GET /api/documents/${document}`)).json.document).toMatchObject({
      name: SCRIPT,
      title: SCRIPT,
      publisher: SCRIPT,
      side: SCRIPT,
    });
    const paths = [
      "contacts",
      "documents",
      `documents/${document}`,
      "queue",
      "search",
      "facets",
      "ledger",
      "jobs",
    ];
    for (const path of paths) {
      const { headers } = await ask(open, `GET /api/${path}`);
      expect(headers.get("content-type"), path).toBe("application/json");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("sandbox");
    }
    const source = await fetch(`http://127.0.0.1:${open.port}/api/documents/${document}/source`);
    expect(await source.text()).toBe(TEXT);
    expect(source.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(source.headers.get("content-disposition")).toMatch(/^attachment; filename="[0-9a-f]{12}\.txt"$/);
    expect(source.headers.get("content-security-policy")).toContain("sandbox");
    expect(source.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("stay text in a brief, in its words and in all that is known of the account", async () => {
    const made = await madeServer();
    try {
      const call = `Joe Biden talked with Vladimir Putin by telephone on 30 December. "${SCRIPT} must stop," Biden told Putin, according to the White House. The talk lasted ${SCRIPT} 50 minutes.`;
      const facts = { publisher: SCRIPT, title: SCRIPT, date: "2021-12-31", address: "javascript:alert(1)" };
      for (const text of [call, `${call} "${SCRIPT} will follow," Putin told Biden.`]) {
        const { id } = (await ask(made, "POST /api/documents", { json: { text, ...facts } })).json;
        await finished(made, id);
      }
      const [contact] = (await ask(made, "GET /api/contacts")).json.items;
      const { text } = await ask(made, `GET /api/contacts/${contact.id}/brief`);
      expect(text).toContain("&lt;script&gt;alert(1)");
      expect(text).not.toMatch(/<script|<img|href="(?!#)/);
    } finally {
      await made.close();
    }
  });

  it("in what is asked come back as JSON text, too", async () => {
    for (const path of [
      `/api/${SCRIPT}`,
      `/api/contacts/${SCRIPT}`,
      `/api/contacts?${SCRIPT}=1`,
      `/${SCRIPT}`,
    ]) {
      const response = await fetch(`http://127.0.0.1:${open.port}${encodeURI(path)}`);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    }
  });

  it("as corrections keep their words and do nothing", async () => {
    const [item] = (await ask(open, "GET /api/queue?limit=1")).json.items;
    const { headers } = await ask(open, `GET /api/documents/${item.document}`);
    const draft = { target: item.target, action: "reject", author: SCRIPT, reason: SCRIPT };
    const { json } = await ask(open, "POST /api/corrections", {
      json: draft,
      headers: { "if-match": headers.get("etag") ?? "" },
    });
    expect(json.correction).toMatchObject({ author: SCRIPT, reason: SCRIPT });
  });

  it("with right-to-left overrides, and of one line of a megabyte, come back as they are", async () => {
    const turned =
      "PORT VALE (Coastal News) - “\u202eThe strait stays open\u202c,” President Holt\u2066 said.\u0007";
    const long = `He said that ${"strait ".repeat(10)}${"x".repeat(1_000_000)}`;
    for (const text of [turned, long]) {
      const { id } = (await ask(open, "POST /api/documents", { json: { text, title: "\u202egnp.exe" } }))
        .json;
      const { document } = (await finished(open, id)).json;
      const page = (await ask(open, `GET /api/documents/${document}`)).json;
      expect(page.corrected.reading.document.text).toBe(text);
      expect(page.document.title).toBe("\u202egnp.exe");
    }
  }, 30_000);
});

describe("paths that lead elsewhere", () => {
  const tricks = [
    "/../../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/../../../package.json",
    "/assets/..%2f..%2f..%2fpackage.json",
    "/assets/..%5c..%5cpackage.json",
    "/assets\\..\\..\\package.json",
    "//etc/passwd",
    "/./../package.json",
    "/index.html%00.js",
    "/assets/%00",
    "/desk-files/index.html",
    "/package.json",
    "/../made-server.ts",
    "/api/../../package.json",
    "/api/documents/..%2f..%2fpackage.json/source",
  ];
  for (const path of tricks) {
    it(`${path} is not there`, async () => {
      const answer = await raw(open.port, get(path));
      expect([400, 404]).toContain(statusOf(answer));
      expect(answer).not.toMatch(/root:|"devDependencies"|madeServer/);
    });
  }

  it("have one way to the desk's own files", async () => {
    expect(statusOf(await raw(open.port, get("/assets/desk-1a2b3c.js")))).toBe(200);
    const page = await raw(open.port, get("/contacts/anything%2f..%2f..", "Accept: text/html"));
    expect(page).toContain("script-src 'self'");
    expect(page).toContain("the desk of the tests");
    const nowhere = await raw(open.port, get("/wp-login.php", "Accept: text/html"));
    expect(statusOf(nowhere)).toBe(404);
    expect(statusOf(await raw(open.port, get("/").replace("GET", "POST")))).toBe(405);
  });
});

describe("too much, and too slowly", () => {
  const post = (...headers: string[]) =>
    [
      "POST /api/corrections HTTP/1.1",
      "Host: localhost",
      "Content-Type: application/json",
      ...headers,
      "",
      "",
    ].join("\r\n");

  it("a body that says it is too large is not waited for", async () => {
    const answer = await raw(open.port, post("Content-Length: 99999999999"));
    expect(statusOf(answer)).toBe(413);
    expect(answer).toContain("application/problem+json");
  });

  it("a body in chunks is counted as it comes", async () => {
    const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
    const answer = await raw(open.port, post("Transfer-Encoding: chunked"), ...new Array(40).fill(chunk));
    expect(statusOf(answer)).toBe(413);
  });

  it("a document over the limit is refused", async () => {
    const { status } = await ask(open, "POST /api/documents", {
      json: { text: "x".repeat(25 * 1024 * 1024) },
    });
    expect(status).toBe(413);
  });

  it("headers that come drop by drop are not waited for", async () => {
    const answer = await raw(
      open.port,
      "GET / HTTP/1.1\r\nHost: localhost\r\n",
      { waitMs: 200 },
      "X-A: b\r\n",
    );
    expect(statusOf(answer)).toBe(408);
    expect(answer).toContain("application/problem+json");
  });

  it("a body that comes drop by drop is not waited for", async () => {
    const startedMs = performance.now();
    await raw(open.port, post("Content-Length: 100"), '{"a', { waitMs: 250 }, "b", { waitMs: 250 }, "c");
    expect(performance.now() - startedMs).toBeLessThan(3000);
  });

  it("headers without end are refused", async () => {
    expect(statusOf(await raw(open.port, get("/", `X-Long: ${"x".repeat(40_000)}`)))).toBe(431);
  });

  it("what is no HTTP is refused", async () => {
    expect(statusOf(await raw(open.port, "\u0016\u0003\u0001 hello\r\n\r\n"))).toBe(400);
    expect(statusOf(await raw(open.port, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"))).toBe(400);
  });

  it("two lengths, or a length and chunks, are refused: nobody smuggles a second request", async () => {
    const two = post("Content-Length: 2", "Content-Length: 30");
    const both = post("Content-Length: 4", "Transfer-Encoding: chunked");
    for (const head of [two, both]) expect(statusOf(await raw(open.port, `${head}{}`))).toBe(400);
  });

  it("JSON nested without end is refused and nothing falls", async () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const body = `{"target":{"kind":"point","cells":[]},"action":"add","author":"a","reason":"","value":${deep}}`;
    const { status } = await ask(open, "POST /api/corrections", {
      body,
      headers: { "content-type": "application/json" },
    });
    expect(status).toBe(422);
    expect((await ask(open, "GET /api/status")).status).toBe(200);
  });

  it("names that mean something to JavaScript change nothing", async () => {
    const body = '{"text":"x","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}';
    const { status } = await ask(open, "POST /api/documents", {
      body,
      headers: { "content-type": "application/json" },
    });
    expect(status).toBe(422);
    expect((await ask(open, "GET /api/contacts?__proto__=1")).status).toBe(422);
    expect({}).not.toHaveProperty("admin");
  });
});

describe("another name (DNS rebinding)", () => {
  it("is not answered to", async () => {
    for (const host of [
      "evil.example",
      "evil.example:4600",
      "localhost.evil.example",
      "127.0.0.1.nip.io",
      "10.0.0.1",
      "[::2]",
    ]) {
      const answer = await raw(open.port, get("/api/status").replace("Host: localhost", `Host: ${host}`));
      expect(statusOf(answer), host).toBe(421);
    }
  });

  it("is not smuggled in", async () => {
    for (const host of ["localhost@evil.example", "localhost/evil", "", "a b", "evil.example#localhost"]) {
      const answer = await raw(open.port, get("/api/status").replace("Host: localhost", `Host: ${host}`));
      expect([400, 421], host).toContain(statusOf(answer));
    }
    const absolute = await raw(open.port, get("http://evil.example/api/status"));
    expect(absolute).not.toContain('"revision"');
  });

  it("but its own are", async () => {
    for (const host of ["localhost:8080", "127.0.0.1", "[::1]:4600", "LOCALHOST"]) {
      const answer = await raw(open.port, get("/api/status").replace("Host: localhost", `Host: ${host}`));
      expect(statusOf(answer), host).toBe(200);
    }
  });
});

describe("another site (CSRF)", () => {
  const post = (headers: Record<string, string>) =>
    ask(open, "POST /api/documents", { json: { text: "forged" }, headers }).then(({ status }) => status);

  it("may not write", async () => {
    expect(await post({ origin: "https://evil.example" })).toBe(403);
    expect(await post({ origin: "null" })).toBe(403);
    expect(await post({ origin: "http://localhost:4600.evil.example" })).toBe(403);
    expect(await post({ origin: "http://localhost:9999" })).toBe(403);
    expect(await post({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await post({ "sec-fetch-site": "same-site" })).toBe(403);
    const form = {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    };
    expect(await post(form)).toBe(403);
  });

  it("may not read, nor hold the record in a frame; but may be left by a link", async () => {
    const read = (headers: Record<string, string>) =>
      ask(open, "GET /api/status", { headers }).then(({ status }) => status);
    const cross = { "sec-fetch-site": "cross-site" };
    expect(await read({ ...cross, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" })).toBe(403);
    expect(await read({ ...cross, "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" })).toBe(403);
    expect(await read({ ...cross, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" })).toBe(200);
    const { headers } = await ask(open, "GET /api/status");
    expect(headers.get("access-control-allow-origin")).toBe(null);
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });

  it("its own pages may", async () => {
    const own = { "sec-fetch-site": "same-origin", origin: "http://localhost:4600", host: "localhost:4600" };
    expect(await post(own)).toBe(202);
    expect(await post({})).toBe(202);
  });
});

describe("a token", () => {
  const status = async (made: Open, headers: Record<string, string>, path = "/api/status") =>
    (await fetch(`http://127.0.0.1:${made.port}${path}`, { headers, redirect: "manual" })).status;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it("is asked for by all of the interface, however it is spelt, and by none of the desk's files", async () => {
    for (const path of ["/api/status", "/openapi.json", "/%61pi/status", "/api/events", "/api/nothing"])
      expect(await status(guarded, {}, path), path).toBe(401);
    expect(statusOf(await raw(guarded.port, get("/api//status")))).not.toBe(200);
    expect(await status(guarded, {}, "/")).toBe(200);
    expect(await status(guarded, bearer(TOKEN))).toBe(200);
  });

  it("cannot be guessed at leisure, and not by the right one in between", async () => {
    const made = await opened({ token: TOKEN });
    try {
      const near = [`${TOKEN} `, TOKEN.slice(1), `${TOKEN}x`, "", TOKEN.toUpperCase()];
      const tried = [];
      for (let count = 0; count < 14; count++) {
        const wrong = near[count] ?? `guess-${count}`;
        if (wrong.trim() !== TOKEN) tried.push(await status(made, bearer(wrong)));
      }
      expect(tried.slice(0, 9).every((one) => one === 401)).toBe(true);
      expect(tried).toContain(429);
      const late = await fetch(`http://127.0.0.1:${made.port}/api/status`, { headers: bearer(TOKEN) });
      expect(late.status).toBe(429);
      expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
    } finally {
      await closed(made);
    }
  });

  it("logs a browser in by an address that opens once", async () => {
    const path = guarded.server.loginPath() ?? "";
    const login = (method = "GET") =>
      fetch(`http://127.0.0.1:${guarded.port}${path}`, { redirect: "manual", method });
    expect((await login("HEAD")).headers.get("set-cookie")).toBe(null);
    const first = await login();
    expect(first.status).toBe(303);
    const cookie = first.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^readout=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await login()).status).toBe(403);
    const [pair = ""] = cookie.split(";");
    expect(await status(guarded, { cookie: `other=1; ${pair}` })).toBe(200);
    expect(await status(guarded, { cookie: `${pair}x` })).toBe(401);
    const more = await fetch(`http://127.0.0.1:${guarded.port}/api/logins`, {
      method: "POST",
      headers: { cookie: pair },
    });
    expect(((await more.json()) as { path: string }).path).toMatch(/^\/login\?key=[\w-]{43}$/);
  });

  it("of a login that is too old opens nothing", async () => {
    let nowMs = 0;
    const made = await madeServer({ token: TOKEN, nowMs: () => nowMs });
    try {
      const path = made.server.loginPath() ?? "";
      nowMs = 16 * 60_000;
      expect((await ask(made, `GET ${path}`)).status).toBe(403);
    } finally {
      await made.close();
    }
  });
});

describe("the desk", () => {
  it("holds no markup that a document could become, and nothing that its policy forbids", () => {
    const desk = new URL("../src/desk/", import.meta.url);
    const files = readdirSync(desk, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.(svelte|html)$/.test(path),
    );
    expect(files.length).toBeGreaterThan(10);
    const forbidden = files.flatMap((path) => {
      const text = readFileSync(new URL(path, desk), "utf8");
      return [...text.matchAll(/\{@html|\.(?:inner|outer)HTML|\sstyle=["{]|\son[a-z]+="|javascript:/g)].map(
        ([found]) => `${path}: ${found}`,
      );
    });
    expect(forbidden).toEqual([]);
  });
});

describe("faults", () => {
  it("say nothing of the inside to who asks, and all to who runs the server", async () => {
    const faults: unknown[] = [];
    const made = await madeServer({ onFault: (error) => faults.push(error) });
    await made.archive.close();
    const { status, text } = await ask(made, "GET /api/search");
    expect(status).toBe(500);
    expect(text).not.toMatch(/\.ts|\.db|closed/);
    expect(faults).toHaveLength(1);
    await made.close();
  });
});
