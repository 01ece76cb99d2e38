/**
 * The router: the address is the state. A page reads `place`, and `go` or
 * `refine` change it; back, forward and reload keep the place.
 */

export interface Place {
  /** Path without the first slash, decoded, cut at slashes. */
  path: string[];
  query: URLSearchParams;
}

function placeNow(): Place {
  const path = location.pathname.split("/").filter((part) => part !== "");
  return { path: path.map(decoded), query: new URLSearchParams(location.search) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const router = $state({ place: placeNow() });

/** What did not change is left alone: who reads only the path is not told of a new parameter. */
function arrive(): void {
  const { path, query } = placeNow();
  if (path.join("/") !== router.place.path.join("/")) router.place.path = path;
  router.place.query = query;
}

addEventListener("popstate", arrive);

/** Goes to an address of the desk, as a step that "back" takes back. */
export function go(address: string): void {
  history.pushState(null, "", address);
  arrive();
  scrollTo(0, 0);
}

/** Changes parameters of the address in place; `null` takes one away. */
export function refine(changes: { [name: string]: string | null }): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") query.delete(name);
    else query.set(name, value);
  }
  const search = query.toString();
  history.replaceState(null, "", `${location.pathname}${search === "" ? "" : `?${search}`}${location.hash}`);
  arrive();
}

/** An address from parts that may hold anything. */
export function addressOf(parts: readonly string[], query: { [name: string]: string | null } = {}): string {
  const set = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== "") set.set(name, value);
  const search = set.toString();
  return `/${parts.map(encodeURIComponent).join("/")}${search === "" ? "" : `?${search}`}`;
}

/** For links: plain clicks stay in the desk, all others are the browser's. */
export function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const { origin, pathname, search, hash } = new URL(link.href);
  const outside = origin !== location.origin || link.target !== "" || link.hasAttribute("download");
  if (outside || pathname.startsWith("/api/") || pathname === "/openapi.json") return;
  if (pathname === location.pathname && search === location.search && hash !== "") return;
  event.preventDefault();
  go(`${pathname}${search}${hash}`);
}
