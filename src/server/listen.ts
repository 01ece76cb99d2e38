/**
 * Listening: the server on its sockets. Who sends slowly, sends too much or
 * opens too many connections is let go of; refusals that never reach the
 * application are problems, too. It stops when what is under way has ended.
 */

import { createServer, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { problemResponse, Refusal } from "./problems.ts";
import type { ReadoutServer } from "./server.ts";

export interface ListenOptions {
  port: number;
  /** An address, or a name that is one. */
  host: string;
  limits?: Partial<Limits>;
}

export interface Limits {
  /** Milliseconds until all headers must be there. */
  headersMs: number;
  /** Milliseconds until the whole request must be there. */
  requestMs: number;
  /** Milliseconds without a byte in either direction. */
  idleMs: number;
  /** How often the first two are looked at. */
  checkMs: number;
  connections: number;
  headerBytes: number;
  /** Milliseconds that open answers have to end when the server stops. */
  graceMs: number;
}

export const LIMITS: Limits = {
  headersMs: 10_000,
  requestMs: 60_000,
  idleMs: 300_000,
  checkMs: 1_000,
  connections: 256,
  headerBytes: 16 * 1024,
  graceMs: 5_000,
};

export interface Listening {
  /** As "http://127.0.0.1:4600", one for each address. */
  addresses: string[];
  close(): Promise<void>;
}

/** Listens at the host; at `127.0.0.1` also at `::1`, where there is one, since "localhost" may mean either. */
export async function listen(server: ReadoutServer, options: ListenOptions): Promise<Listening> {
  const limits = { ...LIMITS, ...options.limits };
  const first = await opened(server, options.host, options.port, limits);
  const servers = [first];
  if (options.host === "127.0.0.1") {
    const second = await opened(server, "::1", first.port, limits).catch(() => null);
    if (second !== null) servers.push(second);
  }
  return {
    addresses: servers.map(({ host, port }) => `http://${host.includes(":") ? `[${host}]` : host}:${port}`),
    async close() {
      const closed = servers.map(({ http }) => closedSoon(http, limits.graceMs));
      await server.stop();
      await Promise.all(closed);
    },
  };
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

interface Opened {
  http: Server;
  host: string;
  port: number;
}

async function opened(server: ReadoutServer, host: string, port: number, limits: Limits): Promise<Opened> {
  const http = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
      keepAliveTimeout: 5_000,
      maxHeaderSize: limits.headerBytes,
      requireHostHeader: true,
    },
    getRequestListener(
      (request, env) => server.fetch(request, env),
      // The application answers all that it throws; this is a request that is none.
      { errorHandler: () => problemResponse(new Refusal(400, "The request cannot be read"), null) },
    ),
  );
  http.timeout = limits.idleMs;
  http.maxConnections = limits.connections;
  http.on("clientError", (error, socket) => tellRefused(error, socket));
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen({ port, host, ipv6Only: host === "::1" }, () => {
      http.off("error", reject);
      resolve();
    });
  });
  const address = http.address();
  return { http, host, port: typeof address === "object" && address !== null ? address.port : port };
}

/** Node found fault with the bytes themselves: there is no request to answer in the usual way. */
function tellRefused(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const refusal = REFUSALS[error.code ?? ""] ?? new Refusal(400, "This is no HTTP request");
  const { status } = refusal;
  void problemResponse(refusal, null)
    .text()
    .then((body) => {
      socket.end(
        [
          `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
          "connection: close",
          "content-type: application/problem+json",
          "x-content-type-options: nosniff",
          `content-length: ${Buffer.byteLength(body)}`,
          "",
          body,
        ].join("\r\n"),
      );
    });
}

const REFUSALS: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Refusal(408, "The request took too long to come"),
  HPE_HEADER_OVERFLOW: new Refusal(431, "The headers are too large"),
};

function closedSoon(http: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => http.closeAllConnections(), graceMs);
    http.close(() => {
      clearTimeout(force);
      resolve();
    });
    http.closeIdleConnections();
  });
}
