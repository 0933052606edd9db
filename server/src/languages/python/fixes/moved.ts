/** What it means for an expression or a block that it runs in another thread. */
import type { FixTarget } from "../../language";
import type { PyEvaluator } from "../evaluate";
import { childOf, descendants, type PyNode } from "../tree";

/** Methods of strings, bytes and containers, which do nothing that a thread could see. */
const PLAIN_METHODS =
  /^(strip|lstrip|rstrip|split|rsplit|splitlines|lower|upper|encode|decode|format|join|replace|startswith|endswith|append|extend|items|keys|values|add|hexdigest|digest|isoformat|strftime|group|groups|count|index|partition|rpartition|title|zfill)$/;
/** Modules whose functions only work on what they are given, or on files. */
const PLAIN_MODULES =
  /^(builtins|base64|binascii|bz2|codecs|collections|configparser|copy|csv|datetime|decimal|glob|gzip|hashlib|io|itertools|json|lzma|math|operator|os|pathlib|pickle|plistlib|posixpath|re|shutil|stat|string|struct|tarfile|tempfile|textwrap|time|tomllib|zipfile|zlib|yaml|toml|tomli|orjson|ujson)$/;

/** Calls in what moves that nobody knows: they may need the event loop, or its thread. */
export function movedCaution(
  evaluator: PyEvaluator,
  node: PyNode,
  targets: ReadonlyMap<PyNode, readonly FixTarget[]>,
): string | undefined {
  for (const inner of descendants(node)) {
    if (inner.type !== "call" || targets.has(inner)) continue;
    const callee = childOf(inner, "function");
    if (callee !== undefined && !isPlain(evaluator, callee))
      return `\`${shortText(evaluator, callee)}\` runs in the thread too`;
  }
  return undefined;
}

export function isPlain(evaluator: PyEvaluator, callee: PyNode): boolean {
  const value = evaluator.valueOf(callee);
  if (value.kind === "path" && value.root.kind === "module" && PLAIN_MODULES.test(value.root.specifier)) return true;
  if (callee.type === "identifier") return evaluator.bindingOf(evaluator.text(callee), callee) === undefined;
  const name = callee.type === "attribute" ? childOf(callee, "attribute") : undefined;
  return name !== undefined && PLAIN_METHODS.test(evaluator.text(name));
}

/** A function given to the call runs where the call runs. */
export function callbackCaution(evaluator: PyEvaluator, call: PyNode): string | undefined {
  for (const argument of childOf(call, "arguments")?.children ?? []) {
    const value = argument.type === "keyword_argument" ? childOf(argument, "value") : argument;
    if (value === undefined) continue;
    const isFunction =
      value.type === "lambda" ||
      (/^(identifier|attribute)$/.test(value.type) && evaluator.valueOf(value).kind === "function");
    if (isFunction) return `\`${shortText(evaluator, value)}\` is called in the thread`;
  }
  return undefined;
}

/** An expression on one line, for titles. */
export function shortText(evaluator: PyEvaluator, node: PyNode): string {
  const text = evaluator
    .text(node)
    .replace(/\s+/g, " ")
    .replace(/ ?\. ?/g, ".");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
