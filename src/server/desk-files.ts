/**
 * The desk's files: a fixed list, made once from the folder that the build
 * wrote. A path that is asked for is looked up in that list and never joined to
 * a folder, so no path leads out of it.
 */

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { DESK_POLICY } from "./guard.ts";
import { isKnown } from "./tags.ts";

/** First parts of the desk's addresses: all are the one page. */
const PLACES: ReadonlySet<string> = new Set([
  "contacts",
  "documents",
  "review",
  "ledger",
  "actors",
  "search",
  "add",
]);

interface Type {
  type: string;
  /** Whether it gets smaller. */
  packs: boolean;
}

const TYPES: Readonly<Record<string, Type>> = {
  ".html": { type: "text/html; charset=utf-8", packs: true },
  ".js": { type: "text/javascript; charset=utf-8", packs: true },
  ".css": { type: "text/css; charset=utf-8", packs: true },
  ".svg": { type: "image/svg+xml", packs: true },
  ".json": { type: "application/json", packs: true },
  ".woff2": { type: "font/woff2", packs: false },
  ".png": { type: "image/png", packs: false },
  ".txt": { type: "text/plain; charset=utf-8", packs: true },
};

type Coding = "br" | "gzip" | "identity";

interface DeskFile {
  type: Type;
  tag: string;
  bytes: Buffer;
  /** Named by its content, so that it never changes. */
  hashed: boolean;
  /** Made when first asked for. */
  packed: Map<Coding, Promise<Buffer>>;
}

export interface DeskFiles {
  /** The file at that path, the page for an address of the desk, or `null`. */
  responseTo(request: Request): Promise<Response | null>;
}

/** Where the build puts the desk, seen from src/server or, bundled, from dist; `null` when it is not built. */
export function ownDeskFolder(): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const path of [join(folder, "desk"), join(folder, "dist", "desk")]) {
      if (existsSync(join(path, "index.html")) && existsSync(join(path, "assets"))) return path;
    }
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

export async function deskFilesIn(folder: string): Promise<DeskFiles> {
  const files = await filesIn(folder);
  const page = files.get("/index.html");
  return {
    async responseTo(request) {
      const { pathname } = new URL(request.url);
      const file = files.get(pathname);
      if (file !== undefined) return fileResponse(file, request.headers, 200);
      if (page === undefined || pathname.startsWith("/api/")) return null;
      const isPlace = pathname === "/" || PLACES.has(pathname.split("/")[1] ?? "");
      if (isPlace) return fileResponse(page, request.headers, 200);
      // A person gets the desk, which says that there is nothing.
      const wantsPage = (request.headers.get("accept") ?? "").includes("text/html");
      return wantsPage ? fileResponse(page, request.headers, 404) : null;
    },
  };
}

async function filesIn(folder: string): Promise<Map<string, DeskFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, DeskFile>();
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const name = path.slice(folder.length).replaceAll("\\", "/");
    const tag = createHash("sha256").update(bytes).digest("base64url").slice(0, 27);
    files.set(name, { type, tag, bytes, hashed: name.startsWith("/assets/"), packed: new Map() });
  }
  return files;
}

async function fileResponse(file: DeskFile, asked: Headers, status: number): Promise<Response> {
  const coding = file.type.packs ? codingFor(asked.get("accept-encoding")) : "identity";
  const tag = `"${file.tag}${coding === "identity" ? "" : `-${coding}`}"`;
  const headers = new Headers({
    "content-type": file.type.type,
    "content-security-policy": DESK_POLICY,
    "cache-control": file.hashed ? "public, max-age=31536000, immutable" : "no-cache",
    vary: "accept-encoding",
    etag: tag,
  });
  if (status === 200 && isKnown(asked.get("if-none-match"), tag))
    return new Response(null, { status: 304, headers });
  if (coding !== "identity") headers.set("content-encoding", coding);
  const bytes = await packedAs(file, coding);
  headers.set("content-length", String(bytes.length));
  return new Response(new Uint8Array(bytes), { status, headers });
}

function codingFor(accept: string | null): Coding {
  const offered = new Set(
    (accept ?? "")
      .split(",")
      .filter((one) => !/;\s*q=0(?:\.0*)?\s*$/.test(one))
      .map((one) => one.split(";")[0]?.trim().toLowerCase()),
  );
  return offered.has("br") ? "br" : offered.has("gzip") ? "gzip" : "identity";
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

function packedAs(file: DeskFile, coding: Coding): Promise<Buffer> {
  if (coding === "identity") return Promise.resolve(file.bytes);
  const there = file.packed.get(coding);
  if (there !== undefined) return there;
  const made =
    coding === "br"
      ? brotli(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : gzipped(file.bytes, { level: 9 });
  file.packed.set(coding, made);
  return made;
}
