/** Words of the command line to options, or to what is wrong with them. */
import { parseArgs } from "node:util";
import { SEVERITIES, type Severity } from "../../core/findings";
import { nearest } from "../../workspace/nearest";

export const FORMATS = ["text", "json", "github", "sarif"] as const;
export type Format = (typeof FORMATS)[number];

const COLOURS = ["auto", "always", "never"] as const;
export type Colour = (typeof COLOURS)[number];

export interface CheckOptions {
  /** As typed; the current folder when none was. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  readonly diff: boolean;
  readonly minSeverity: Severity;
  readonly config?: string;
  readonly quiet: boolean;
  readonly color: Colour;
}

/** A place in a file, counted from one; without a column the line is meant. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

export interface WaysInOptions {
  readonly place: Place;
  readonly format: "text" | "json";
  readonly config?: string;
  readonly color: Colour;
}

export type Arguments =
  | { readonly kind: "check"; readonly options: CheckOptions }
  | { readonly kind: "ways-in"; readonly options: WaysInOptions }
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "usage"; readonly message: string };

/** Every option: a switch, a free value, or one of some values. */
export const OPTIONS = {
  format: FORMATS,
  fix: "switch",
  "unsafe-fixes": "switch",
  diff: "switch",
  "min-severity": SEVERITIES,
  config: "value",
  quiet: "switch",
  color: COLOURS,
  help: "switch",
  version: "switch",
} as const satisfies Record<string, "switch" | "value" | readonly string[]>;
type OptionName = keyof typeof OPTIONS;

const COMMANDS = ["check", "ways-in"];

/** The other options say what is reported, or rewrite. */
const OPTIONS_OF_WAYS_IN: readonly OptionName[] = ["format", "config", "color"];

const SHORT = { h: "help", q: "quiet" } as const satisfies Record<string, OptionName>;

/** A sentence for the reader, thrown and caught in this file alone. */
class UsageError extends Error {}

/** Never throws. `--help` and `--version` win over everything that is wrong beside them. */
export function parseArguments(argv: readonly string[]): Arguments {
  if (wants(argv, ["--help", "-h"])) return { kind: "help" };
  if (wants(argv, ["--version"])) return { kind: "version" };
  try {
    return parseCommand(argv);
  } catch (error) {
    if (error instanceof UsageError) return { kind: "usage", message: error.message };
    throw error;
  }
}

function wants(argv: readonly string[], words: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return (end === -1 ? argv : argv.slice(0, end)).some((word) => words.includes(word));
}

function parseCommand(argv: readonly string[]): Arguments {
  const values = new Map<OptionName, string>();
  const [command, ...words] = readTokens(argv, values);
  if (command === undefined) throw new UsageError("say what to do: unblock check [PATH…].");
  if (command === "ways-in") return parseWaysIn(words, values);
  if (command !== "check") {
    const near = nearest(command, COMMANDS);
    const hint = near === undefined ? `To analyse a path: unblock check ${command}` : `Did you mean "${near}"?`;
    throw new UsageError(`there is no command "${command}". ${hint}`);
  }
  return parseCheck(words, values);
}

/** `FILE:LINE` or `FILE:LINE:COLUMN`, as editors and this program's own reports write places. */
function parseWaysIn(words: readonly string[], values: ReadonlyMap<OptionName, string>): Arguments {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0) throw new UsageError("say which function: unblock ways-in FILE:LINE.");
  const match = /^(?<file>.+?):(?<line>\d+)(?::(?<column>\d+))?$/.exec(word)?.groups;
  const line = Number(match?.line ?? 0);
  const column = match?.column === undefined ? undefined : Number(match.column);
  if (match?.file === undefined || line === 0 || column === 0) {
    throw new UsageError(`"${word}" is no place in a file: unblock ways-in FILE:LINE, or FILE:LINE:COLUMN, from 1.`);
  }
  const other = [...values.keys()].find((name) => !OPTIONS_OF_WAYS_IN.includes(name));
  if (other !== undefined) throw new UsageError(`--${other} goes with check only.`);
  const format = choice(values, "format", "text");
  if (format !== "text" && format !== "json") throw new UsageError("--format of ways-in is one of text, json.");
  const config = values.get("config");
  const place = { file: match.file, line, ...(column === undefined ? {} : { column }) };
  const color = choice(values, "color", "auto");
  return { kind: "ways-in", options: { place, format, color, ...(config === undefined ? {} : { config }) } };
}

function parseCheck(paths: readonly string[], values: ReadonlyMap<OptionName, string>): Arguments {
  const format = choice(values, "format", "text");
  if (values.has("diff") && format !== "text") {
    throw new UsageError("--diff prints a patch, so it goes with no other --format.");
  }
  const config = values.get("config");
  return {
    kind: "check",
    options: {
      paths: paths.length === 0 ? ["."] : paths,
      format,
      fix: values.has("fix") || values.has("unsafe-fixes"),
      unsafeFixes: values.has("unsafe-fixes"),
      diff: values.has("diff"),
      minSeverity: choice(values, "min-severity", "warning"),
      ...(config === undefined ? {} : { config }),
      quiet: values.has("quiet"),
      color: choice(values, "color", "auto"),
    },
  };
}

/** Puts options into `values` and gives the other words. */
function readTokens(argv: readonly string[], values: Map<OptionName, string>): readonly string[] {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, kind]) => [name, { type: kind === "switch" ? "boolean" : "string" } as const]),
  );
  const short = Object.fromEntries(Object.entries(SHORT).map(([letter, name]) => [name, letter]));
  for (const [name, letter] of Object.entries(short)) Object.assign(options[name] ?? {}, { short: letter });
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true, allowPositionals: true });
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!isOptionName(name)) throw new UsageError(`there is no option ${rawName}. ${suggestOption(rawName)}`);
    values.set(name, valueOf(name, value));
  }
  return words;
}

function valueOf(name: OptionName, value: string | undefined): string {
  const kind: "switch" | "value" | readonly string[] = OPTIONS[name];
  if (kind === "switch") {
    if (value !== undefined) throw new UsageError(`--${name} takes no value.`);
    return "";
  }
  const isMissing = value === undefined || value === "" || (value.startsWith("-") && value.length > 1);
  if (kind === "value") {
    if (isMissing) throw new UsageError(`--${name} needs a value: --${name} FILE.`);
    return value;
  }
  if (isMissing) throw new UsageError(`--${name} needs one of ${kind.join(", ")}.`);
  if (kind.includes(value)) return value;
  const near = nearest(value, kind);
  const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
  throw new UsageError(`--${name} is one of ${kind.join(", ")}, not "${value}".${hint}`);
}

function choice<Name extends "format" | "min-severity" | "color">(
  values: ReadonlyMap<OptionName, string>,
  name: Name,
  standard: (typeof OPTIONS)[Name][number],
): (typeof OPTIONS)[Name][number] {
  const value = values.get(name);
  const allowed: readonly (typeof OPTIONS)[Name][number][] = OPTIONS[name];
  return allowed.find((candidate) => candidate === value) ?? standard;
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function suggestOption(rawName: string): string {
  const near = nearest(rawName.replace(/^-+/, ""), Object.keys(OPTIONS));
  return near === undefined ? "See unblock --help." : `Did you mean --${near}?`;
}
