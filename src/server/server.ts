/**
 * The server: an archive as a web application. It mounts a handler for each row
 * of the table of routes, with the guard before and problems behind; a request
 * can be asked of it without a socket. Ports, timeouts and signals are left to
 * `listen.ts`.
 */

import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import type { Archive } from "../archive/archive.ts";
import { jsonTextOf } from "./body.ts";
import { Checks } from "./checks.ts";
import type { DeskFiles } from "./desk-files.ts";
import { Streams } from "./events.ts";
import { Gate } from "./gate.ts";
import { type GuardOptions, guardHeaders, refuseStrangers } from "./guard.ts";
import type { Answer, Asked, Behind, Handlers } from "./handlers.ts";
import { Jobs } from "./jobs.ts";
import { openApi } from "./openapi.ts";
import { fault, problemResponse, Refusal, refusalFrom } from "./problems.ts";
import { addingRoutes } from "./routes/adding.ts";
import { contactRoutes } from "./routes/contacts.ts";
import { documentRoutes } from "./routes/documents.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { reviewRoutes } from "./routes/reviewing.ts";
import { searchRoutes } from "./routes/searching.ts";
import { methodsAt, ROUTES, type Route, type RouteId } from "./routes.ts";
import { isKnown, tagOf } from "./tags.ts";
import { neighbourhoodOf, Tokens } from "./tokens.ts";
import type { Login } from "./wire.ts";

export interface ServerOptions extends Partial<GuardOptions> {
  /** Asked for on every request to the interface; `null` for none. */
  token?: string | null;
  /** The desk; `null` when only the interface is served. */
  desk?: DeskFiles | null;
  /** Milliseconds between two beats of a stream. */
  beatMs?: number;
  /** Told what went wrong inside. */
  onFault?: (error: unknown) => void;
  nowMs?: () => number;
}

export interface ReadoutServer {
  fetch(request: Request, env?: unknown): Response | Promise<Response>;
  jobs: Jobs;
  /** Path that opens the desk once; `null` when no token is asked for. */
  loginPath(): string | null;
  /** Ends streams and the job under way; the archive stays open. */
  stop(): Promise<void>;
}

/** What the listener tells of a request. */
interface Env {
  Bindings: { incoming?: { socket?: { remoteAddress?: string; encrypted?: boolean } } };
}

export function serverFrom(archive: Archive, options: ServerOptions = {}): ReadoutServer {
  const { token = null, desk = null, beatMs = 15_000, onFault = () => {}, nowMs = Date.now } = options;
  const guard: GuardOptions = { loopback: options.loopback ?? true, names: options.names ?? [] };
  const tokens = token === null ? null : new Tokens(token, nowMs);
  const jobs = new Jobs((error) => refusalOf(error).message);
  const streams = new Streams(jobs, beatMs);
  const behind: Behind = { archive, jobs, streams, gate: new Gate(), tokens };
  const app = new Hono<Env>({ strict: true });

  function refusalOf(error: unknown): Refusal {
    const refusal = refusalFrom(error);
    if (refusal !== null) return refusal;
    onFault(error);
    return fault();
  }

  app.use(async (context, next) => {
    await next();
    guardHeaders(context.res.headers);
    // Nobody will take the body of an answer to HEAD off, and a stream would go on for ever.
    if (context.req.raw.method === "HEAD") await context.res.body?.cancel();
  });
  app.use(async (context, next) => {
    refuseStrangers(context.req.raw, guard);
    if (tokens !== null && isGuarded(context.req.path))
      tokens.check(context.req.raw.headers, addressOf(context));
    await next();
  });
  app.get("/login", (context) => loggedIn(context, tokens));
  mount(app, behind);
  // The protocol's own package is large: it is loaded with the first question.
  app.all("/mcp", async (context) => (await import("./mcp/server.ts")).answerMcp(archive, context.req.raw));
  app.notFound(async (context) => (await elsewhere(context, desk)) ?? nowhere(context));
  app.onError((error, context) => {
    // Who asked is gone: what that broke off is no fault.
    const gone = context.req.raw.signal.aborted ? new Refusal(503, "Broken off") : null;
    const response = problemResponse(gone ?? refusalOf(error), context.req.path);
    guardHeaders(response.headers);
    return response;
  });

  return {
    fetch: (request, env) => app.fetch(request, env as Env["Bindings"]),
    jobs,
    loginPath: () => (tokens === null ? null : loginPath(tokens)),
    stop: async () => {
      streams.close();
      await jobs.stop();
    },
  };
}

/** The desk's own files hold nothing of the record. */
function isGuarded(path: string): boolean {
  return path.startsWith("/api/") || path === "/openapi.json" || path === "/mcp";
}

function addressOf({ env }: Context<Env>): string {
  return neighbourhoodOf(env?.incoming?.socket?.remoteAddress ?? "");
}

function loginPath(tokens: Tokens): string {
  return `/login?key=${tokens.loginKey()}`;
}

function loggedIn(context: Context<Env>, tokens: Tokens | null): Response {
  const key = context.req.query("key");
  // A look at the head must not use the key up.
  if (tokens === null || key === undefined || context.req.method !== "GET") return context.redirect("/", 303);
  const secure = context.env?.incoming?.socket?.encrypted === true;
  context.header("set-cookie", tokens.cookieFor(key, addressOf(context), secure));
  context.header("cache-control", "no-store");
  return context.redirect("/", 303);
}

function mount(app: Hono<Env>, behind: Behind): void {
  const { archive, gate } = behind;
  const checks = new Checks();
  // Revisions of another store, or of this one made anew, begin at the same number.
  const life = randomBytes(12).toString("hex");
  const handlers = handlersOver(behind);
  for (const id of Object.keys(ROUTES) as RouteId[]) {
    const route: Route = ROUTES[id];
    const handler = handlers[id] as (asked: Asked<RouteId>) => Promise<Answer | Response>;
    app.on(route.method, route.path.replace("{id}", ":id"), async (context) => {
      const request = context.req.raw;
      const asked = await askedIn(context, route, checks);
      const known = request.headers.get("if-none-match");
      const reads = route.method === "GET";
      const seen = reads && route.tag === "revision" ? await archive.store.revision() : null;
      const tag = seen === null ? null : tagOf(life, seen, context.req.url.replace(/^[^/]*\/\/[^/]*/, ""));
      if (tag !== null && isKnown(known, tag)) return unchanged(tag);
      const work = () => handler(asked);
      const answer = await (route.heavy === true ? gate.through(work) : work());
      // Written to meanwhile: it may hold more than the tag says.
      const stable = tag !== null && seen === (await archive.store.revision()) ? tag : null;
      if (answer instanceof Response) return stable === null ? answer : tagged(answer, stable);
      const own = answer.tag ?? stable;
      if (reads && own !== null && isKnown(known, own)) return unchanged(own);
      return jsonResponse(answer, own);
    });
  }
}

function handlersOver(behind: Behind): Handlers {
  const { tokens } = behind;
  const document = openApi();
  return {
    ...contactRoutes(behind),
    ...documentRoutes(behind),
    ...addingRoutes(behind),
    ...reviewRoutes(behind),
    ...searchRoutes(behind),
    ...ledgerRoutes(behind),
    login: async () => {
      if (tokens === null)
        throw new Refusal(404, "This server wants no token, so there is nothing to log in to");
      return { body: { path: loginPath(tokens) } satisfies Login, status: 201 };
    },
    openapi: async () => ({ body: document, tag: tagOf("openapi") }),
  };
}

async function askedIn(context: Context<Env>, route: Route, checks: Checks): Promise<Asked<RouteId>> {
  const request = context.req.raw;
  const given = new URL(request.url).searchParams;
  if (route.query === undefined && given.size > 0) throw new Refusal(422, "This path takes no query");
  const query = route.query === undefined ? undefined : checks.queryOf(route.query, given);
  const body =
    route.body === undefined
      ? undefined
      : checks.bodyOf(route.body, await jsonTextOf(request, route.mostBytes ?? 0));
  const id = context.req.param("id") ?? "";
  return { id, query, body, headers: request.headers, signal: request.signal } as Asked<RouteId>;
}

function jsonResponse({ body, status = 200, headers = {} }: Answer, tag: string | null): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/json",
      // Kept only to be asked about again.
      "cache-control": tag === null ? "no-store" : "private, no-cache",
      ...(tag === null ? {} : { etag: tag }),
      ...headers,
    },
  });
}

function unchanged(tag: string): Response {
  return new Response(null, { status: 304, headers: { etag: tag, "cache-control": "private, no-cache" } });
}

function tagged(response: Response, tag: string): Response {
  response.headers.set("etag", tag);
  response.headers.set("cache-control", "private, no-cache");
  return response;
}

/** What no row of the table answers: a file or page of the desk, or a method that the path does not take. */
async function elsewhere(context: Context<Env>, desk: DeskFiles | null): Promise<Response | null> {
  const { method, path } = context.req;
  const methods = methodsAt(path);
  if (methods.length > 0) {
    const allow = methods.flatMap((one) => (one === "GET" ? ["GET", "HEAD"] : [one])).join(", ");
    throw new Refusal(405, `${path} takes ${allow}`, { headers: { allow } });
  }
  if (desk === null || isGuarded(path)) return null;
  if (method !== "GET" && method !== "HEAD") {
    throw new Refusal(405, "This path takes GET, HEAD", { headers: { allow: "GET, HEAD" } });
  }
  return desk.responseTo(context.req.raw);
}

function nowhere(context: Context<Env>): never {
  throw new Refusal(404, `There is nothing at ${context.req.path.slice(0, 200)}`);
}
