/** Checks configuration against server/schema/config.json and says in words what is wrong with it, and where. */
import Ajv, { type ErrorObject, type ValidateFunction } from "ajv";
import catalogueSchema from "../../schema/catalogue.json";
import configSchema from "../../schema/config.json";
import type { UserConfig } from "../core/config";
import { nearest } from "./nearest";

/** One thing that is wrong: at `path` in the value, about the key (rather than the value) when `key` is given. */
export interface Violation {
  readonly path: readonly (string | number)[];
  readonly key?: string;
  readonly message: string;
}

/** More would only repeat the first ones. */
const MOST_VIOLATIONS = 10;

export const CONFIG_KEYS: readonly string[] = Object.keys(configSchema.properties);

/** Everything in `value` that the schema doesn't allow; empty for a valid configuration. */
export function violationsOf(value: unknown): readonly Violation[] {
  const validate = validator();
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const seen = new Set<string>();
  const violations: Violation[] = [];
  for (const error of errors) {
    if (isSummary(error, errors)) continue;
    const key = unknownKeyOf(error);
    const place = `${error.instancePath} ${key ?? ""}`;
    if (seen.has(place) || violations.length === MOST_VIOLATIONS) continue;
    seen.add(place);
    const path = segmentsOf(error.instancePath, value);
    violations.push({ path, message: describe(path, error), ...(key === undefined ? {} : { key }) });
  }
  return violations;
}

/** The keys of `value` that analysis knows, without `$schema` and keys that it doesn't. */
export function knownKeysOf(value: object): UserConfig {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "$schema" && CONFIG_KEYS.includes(key)));
}

let compiled: ValidateFunction | undefined;

/** Compiled on first use: most runs meet no configuration file. */
function validator(): ValidateFunction {
  compiled ??= new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true })
    .addSchema(catalogueSchema)
    .compile(configSchema);
  return compiled;
}

/** "must match one of" says nothing beside the errors of the branches. */
function isSummary(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (!["anyOf", "oneOf", "if"].includes(error.keyword)) return false;
  return errors.some((other) => other !== error && other.instancePath.startsWith(error.instancePath));
}

function unknownKeyOf(error: ErrorObject): string | undefined {
  return error.keyword === "additionalProperties" ? String(error.params.additionalProperty) : undefined;
}

/** JSON pointer to path segments; a segment is a number where the value has an array. */
function segmentsOf(pointer: string, value: unknown): readonly (string | number)[] {
  let current: unknown = value;
  return pointer
    .split("/")
    .slice(1)
    .map((raw) => {
      const name = raw.replaceAll("~1", "/").replaceAll("~0", "~");
      const isArray = Array.isArray(current);
      current = (current as Record<string, unknown> | undefined)?.[name];
      return isArray ? Number(name) : name;
    });
}

function describe(path: readonly (string | number)[], error: ErrorObject): string {
  const place = path.length === 0 ? "The configuration" : `"${path.join(".")}"`;
  const unknownKey = unknownKeyOf(error);
  if (unknownKey !== undefined) {
    const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
    const within = path.length === 0 ? "" : ` in ${place}`;
    return `Unknown key "${unknownKey}"${within}. ${suggestion(unknownKey, known)}`;
  }
  if (error.keyword === "enum") {
    const allowed = (error.params.allowedValues as readonly unknown[]).map(String);
    return `${place} is ${JSON.stringify(error.data)}. ${suggestion(String(error.data), allowed)}`;
  }
  if (error.keyword === "pattern" && path.some((segment) => GLOB_KEYS.has(segment))) {
    return `${place} begins with "!": list what to match, there is no negation.`;
  }
  if (error.keyword === "pattern" && path.at(-1) === "executor") {
    return `${place} is ${JSON.stringify(error.data)}: it is auto, asyncio, anyio, trio, or a function's dotted name.`;
  }
  return `${place} ${error.message ?? "is not valid"}.`;
}

const GLOB_KEYS: ReadonlySet<string | number> = new Set(["exclude", "relaxed", "workers"]);

function suggestion(word: string, allowed: readonly string[]): string {
  const near = nearest(word, allowed);
  return near === undefined ? `Known: ${allowed.join(", ")}.` : `Did you mean "${near}"?`;
}
