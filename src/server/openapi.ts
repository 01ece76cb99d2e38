/**
 * The interface as OpenAPI 3.1, made from the table of routes and from the
 * schema that checks requests, so that it says what the server does.
 */

import schema from "../../schema/api.schema.json" with { type: "json" };
import { VERSION } from "../reading/version.ts";
import { ROUTES, type Route } from "./routes.ts";

type Json = { [key: string]: unknown };

const definitions: { readonly [name: string]: Json } = schema.definitions;

export function openApi(): Json {
  const paths: { [path: string]: Json } = {};
  for (const [id, route] of Object.entries(ROUTES) as [string, Route][]) {
    const at = paths[route.path] ?? {};
    at[route.method.toLowerCase()] = operationOf(id, route);
    paths[route.path] = at;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Readout",
      version: VERSION,
      description:
        "Accounts of diplomatic conversations: who said what to whom, on whose word. docs/http.md tells the rest.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    jsonSchemaDialect: "http://json-schema.org/draft-07/schema#",
    servers: [{ url: "/" }],
    // Without a token no security is asked for; which it is, the server's owner says.
    security: [{}, { bearer: [] }, { cookie: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "readout" },
      },
      schemas: Object.fromEntries(
        [...reachedFrom(paths)].map((name) => [componentName(name), withRefs(definitions[name])]),
      ),
    },
  };
}

/** Problems that any request can meet: no token, another site, another name, a query that does not fit, a fault, too much at once. */
const ANY_PROBLEM = [401, 403, 421, 422, 429, 500, 503];
/** And those of a body. */
const BODY_PROBLEMS = [400, 408, 413, 415];

function operationOf(id: string, route: Route): Json {
  const problems = [...ANY_PROBLEM, ...route.problems, ...(route.body === undefined ? [] : BODY_PROBLEMS)];
  const answers = route.answers.map((answer): [string, Json] => [
    String(answer.status),
    answerOf(answer, route),
  ]);
  if (route.tag !== undefined && route.method === "GET")
    answers.push(["304", { description: "It is as you have it" }]);
  for (const status of new Set(problems)) answers.push([String(status), PROBLEM]);
  return {
    operationId: id,
    summary: route.summary,
    ...(parametersOf(id, route).length === 0 ? {} : { parameters: parametersOf(id, route) }),
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: refTo(route.body) } } } }),
    responses: Object.fromEntries(answers.sort(([a], [b]) => Number(a) - Number(b))),
  };
}

const PROBLEM: Json = {
  description: "A problem (RFC 9457)",
  content: { "application/problem+json": { schema: refTo("Problem") } },
};

function answerOf(answer: Route["answers"][number], route: Route): Json {
  const { status, type, media, headers = [] } = answer;
  const names = [...(route.tag === undefined ? [] : ["ETag"]), ...headers];
  const told = Object.fromEntries(names.map((name) => [name, { schema: { type: "string" } }]));
  const content =
    type !== undefined
      ? { "application/json": { schema: refTo(type) } }
      : media === "application/json"
        ? { [media]: { schema: { type: "object" } } }
        : media === undefined
          ? null
          : { [media]: { schema: { type: "string" } } };
  return {
    description: DESCRIPTIONS[status] ?? "The answer",
    ...(names.length === 0 ? {} : { headers: told }),
    ...(content === null ? {} : { content }),
  };
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  200: "The answer",
  201: "It is made",
  202: "It will be done in its turn",
  204: "There is nothing more to tell",
};

function parametersOf(id: string, route: Route): Json[] {
  const text = { type: "string" };
  const header = (name: string, description: string) => ({ name, in: "header", schema: text, description });
  return [
    ...(route.path.includes("{id}") ? [{ name: "id", in: "path", required: true, schema: text }] : []),
    ...queryParameters(route.query),
    ...(route.tag !== undefined && route.method === "GET"
      ? [header("If-None-Match", "ETag of what you have")]
      : []),
    ...(id === "correct"
      ? [header("If-Match", "ETag of the document as you saw it; needed when it is about one")]
      : []),
    ...(route.answers.some(({ media }) => media === "text/event-stream")
      ? [header("Last-Event-ID", "Number of the last event that you had")]
      : []),
  ];
}

function queryParameters(name: string | undefined): Json[] {
  if (name === undefined) return [];
  const { properties, required } = followed(name) as {
    properties: { [name: string]: Json };
    required?: string[];
  };
  return Object.entries(properties).map(([parameter, { description, ...type }]) => ({
    name: parameter,
    in: "query",
    ...(required?.includes(parameter) ? { required: true } : {}),
    schema: withRefs(type),
    ...(description === undefined ? {} : { description }),
  }));
}

/** The definition itself, behind names that only point to another. */
function followed(name: string): Json {
  const definition = definitions[name] ?? {};
  const { $ref } = definition;
  return typeof $ref === "string"
    ? followed(decodeURIComponent($ref.replace("#/definitions/", "")))
    : definition;
}

function refTo(name: string): Json {
  return { $ref: `#/components/schemas/${componentName(name)}` };
}

/** Names of all definitions that these need, themselves or by others. */
function reachedFrom(paths: Json): ReadonlySet<string> {
  const reached = new Set<string>();
  const byComponent = new Map(Object.keys(definitions).map((name) => [componentName(name), name]));
  const follow = (value: unknown) => {
    for (const [, component = ""] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      const name = byComponent.get(component);
      if (name === undefined || reached.has(name)) continue;
      reached.add(name);
      follow(withRefs(definitions[name]));
    }
  };
  follow(paths);
  return reached;
}

/** "Told<string>" is no name that OpenAPI takes. */
function componentName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, "_").replace(/_$/, "");
}

function withRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withRefs);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === "$ref" && typeof inner === "string"
        ? [key, refTo(decodeURIComponent(inner.replace("#/definitions/", ""))).$ref]
        : [key, withRefs(inner)],
    ),
  );
}
