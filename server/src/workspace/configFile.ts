/** Reads one configuration file: text to settings, with a problem for everything in it that can't be used. */
import * as path from "node:path";
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { UserConfig } from "../core/config";
import type { Problem } from "../core/facts";
import { knownKeysOf, type Violation, violationsOf } from "./configSchema";

/** What a configuration file says. `config` is absent when it can't be used at all. */
export interface ConfigFile {
  readonly config?: UserConfig;
  readonly problems: readonly Problem[];
}

/**
 * Parses JSON with comments and trailing commas. Settings under an unknown key are left out with a problem; with a
 * syntax error or a value of the wrong type there is no configuration, as half of one may mean the opposite.
 */
export function parseConfigFile(file: string, text: string): ConfigFile {
  const errors: ParseError[] = [];
  // A byte order mark is a syntax error to the parser; a space keeps the offsets.
  const tree = parseTree(text.replace(/^\uFEFF/, " "), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined || tree === undefined) {
    const what = first === undefined ? "nothing in it" : wordsOf(printParseErrorCode(first.error));
    const message = `${path.basename(file)} can't be read as JSON: ${what}. The last valid settings stay in force; no fixes are offered until it is mended.`;
    return { problems: [{ file, kind: "config", message, offset: first?.offset ?? 0 }] };
  }
  const value: unknown = getNodeValue(tree);
  const violations = violationsOf(value);
  const problems = violations.map((violation): Problem => ({
    file,
    kind: "config",
    message: violation.message,
    offset: offsetOf(tree, violation),
  }));
  if (violations.some((violation) => !isHarmless(violation))) return { problems };
  return { config: knownKeysOf(value as object), problems };
}

/** An unknown key is left out; in a catalogue entry it may have been a condition, so there it isn't. */
function isHarmless(violation: Violation): boolean {
  return violation.key !== undefined && violation.path[0] !== "catalogue";
}

function offsetOf(tree: Node, violation: Violation): number {
  const node = findNodeAtLocation(tree, [...violation.path]) ?? tree;
  const property = node.children?.find((child) => child.children?.[0]?.value === violation.key);
  return (violation.key === undefined ? node : (property ?? node)).offset;
}

/** `CloseBraceExpected` → `close brace expected`. */
function wordsOf(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
