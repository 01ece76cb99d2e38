/**
 * Checks of requests against the schema that is made from `wire.ts`. Parameters
 * come as text and become numbers and truth values here; anything unknown,
 * given twice or ill-fitting is refused, each with its place.
 */

import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import schema from "../../schema/api.schema.json" with { type: "json" };
import { Refusal } from "./problems.ts";
import type { RequestTypes } from "./routes.ts";

/** Values nested deeper than this are no request of ours, and checking them would eat the stack. */
const DEEPEST = 32;

export class Checks {
  readonly #strict = new Ajv({ strict: false, allErrors: false });
  readonly #coercing = new Ajv({ strict: false, allErrors: false, coerceTypes: true });

  constructor() {
    for (const ajv of [this.#strict, this.#coercing]) ajv.addSchema(schema);
  }

  /** @param text JSON as it came. */
  bodyOf<Name extends keyof RequestTypes>(name: Name, text: string): RequestTypes[Name] {
    const value = parsed(text);
    const validate = validatorOf<RequestTypes[Name]>(this.#strict, name);
    if (validate(value)) return value;
    throw unfit("The body", "", validate.errors ?? []);
  }

  queryOf<Name extends keyof RequestTypes>(name: Name, given: URLSearchParams): RequestTypes[Name] {
    const value: unknown = onceEach(given);
    const validate = validatorOf<RequestTypes[Name]>(this.#coercing, name);
    if (validate(value)) return value;
    throw unfit("The query", "?", validate.errors ?? []);
  }
}

function validatorOf<T>(ajv: Ajv, name: string): ValidateFunction<T> {
  const validate = ajv.getSchema<T>(`${schema.$id}#/definitions/${name}`);
  if (validate === undefined) throw new Error(`the schema has no ${name}: npm run schema`);
  return validate as ValidateFunction<T>;
}

function parsed(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, "The body is no JSON");
  }
  if (isDeeperThan(DEEPEST, value))
    throw new Refusal(422, `The body is nested deeper than ${DEEPEST} levels`);
  return value;
}

function isDeeperThan(most: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
}

function onceEach(given: URLSearchParams): { [name: string]: string } {
  const once = new Map<string, string>();
  for (const [name, value] of given) {
    if (once.has(name)) throw new Refusal(422, `The query gives ${quoted(name)} twice`);
    once.set(name, value);
  }
  return Object.fromEntries(once);
}

function unfit(what: string, mark: string, errors: readonly ErrorObject[]): Refusal {
  const told = errors.map((error) => ({ place: placeOf(error, mark), problem: problemIn(error) }));
  const [first] = told;
  const detail =
    first === undefined ? `${what} does not fit` : `${what} does not fit: ${first.place} ${first.problem}`;
  return new Refusal(422, detail, { errors: told });
}

function placeOf({ instancePath, params, keyword }: ErrorObject, mark: string): string {
  const inside = keyword === "additionalProperties" ? `/${params.additionalProperty}` : "";
  const path = `${instancePath}${inside}`;
  if (mark === "?") return `?${path.slice(1)}`;
  return path === "" ? "/" : path;
}

function problemIn({ keyword, message, params }: ErrorObject): string {
  if (keyword === "additionalProperties") return "is not known here";
  if (keyword === "enum") return `must be one of ${params.allowedValues.join(", ")}`;
  return message ?? "does not fit";
}

function quoted(name: string): string {
  return JSON.stringify(name.slice(0, 100));
}
