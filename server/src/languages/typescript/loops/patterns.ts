/** Regular expressions that take exponentially long on some texts, where they meet a text that nobody knows. */
import { ts } from "ts-morph";
import type * as scslre from "scslre";
import type { Evaluator } from "../evaluate";
import { resolveName } from "../scopes";
import { pathText } from "../values";
import { constantOf, unwrap } from "./constants";

/** A group that is repeated behind another repetition: without one nothing is exponential. */
const NESTED_QUANTIFIER = /[+*}].*\)(?:[+*]|\{\d+,)/;

/** Methods that match, by what they are called on. */
const OF_PATTERN: ReadonlySet<string> = new Set(["exec", "test"]);
const OF_TEXT: ReadonlySet<string> = new Set(["match", "matchAll", "replace", "replaceAll", "search", "split"]);

export interface Pattern {
  /** As written: `/(a+)+$/`. */
  readonly name: string;
  /** The repetition around another. */
  readonly part: string;
}

/** The pattern that a call matches a text with, if that may take exponentially long. */
export function backtrackingOf(evaluator: Evaluator, call: ts.CallExpression): Pattern | undefined {
  const callee = unwrap(call.expression);
  const [argument] = call.arguments;
  if (!ts.isPropertyAccessExpression(callee) || argument === undefined) return undefined;
  const isOfPattern = OF_PATTERN.has(callee.name.text);
  if (!isOfPattern && !OF_TEXT.has(callee.name.text)) return undefined;
  const [pattern, text] = isOfPattern ? [callee.expression, argument] : [argument, callee.expression];
  if (isKnownText(evaluator, text)) return undefined;
  const literal = literalOf(evaluator, pattern);
  if (literal === undefined || !NESTED_QUANTIFIER.test(literal.source)) return undefined;
  const part = repeatedPart(literal);
  return part === undefined ? undefined : { name: `/${literal.source}/${literal.flags}`, part };
}

interface Literal {
  readonly source: string;
  readonly flags: string;
}

/** `/…/` or `new RegExp("…")`, in place or under a name that is never assigned again. */
function literalOf(evaluator: Evaluator, expression: ts.Expression): Literal | undefined {
  const node = unwrap(expression);
  if (ts.isIdentifier(node)) {
    const symbol = resolveName(node.text, node);
    const value = symbol && constantOf(evaluator, symbol);
    return value && !ts.isIdentifier(unwrap(value)) ? literalOf(evaluator, value) : undefined;
  }
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf("/");
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  if (!ts.isNewExpression(node) || pathText(evaluator.valueOf(node.expression)) !== "RegExp") return undefined;
  const [source, flags] = node.arguments ?? [];
  if (source === undefined || !ts.isStringLiteralLike(source)) return undefined;
  return { source: source.text, flags: flags !== undefined && ts.isStringLiteralLike(flags) ? flags.text : "" };
}

/** A literal, in place or under a name. */
function isKnownText(evaluator: Evaluator, expression: ts.Expression): boolean {
  const node = unwrap(expression);
  if (ts.isStringLiteralLike(node)) return true;
  const symbol = ts.isIdentifier(node) ? resolveName(node.text, node) : undefined;
  const value = symbol && constantOf(evaluator, symbol);
  return value !== undefined && ts.isStringLiteralLike(unwrap(value));
}

/** By pattern, each analysed once. A cache of a pure function. */
const analysed = new Map<string, string | undefined>();

function repeatedPart({ source, flags }: Literal): string | undefined {
  const key = `${flags} ${source}`;
  if (!analysed.has(key)) analysed.set(key, analyse(source, flags));
  return analysed.get(key);
}

/** The repetition that makes it exponential; undefined where none does, or it is no valid pattern. */
function analyse(source: string, flags: string): string | undefined {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- most files have no such pattern, and it takes 50 ms to load
  const library = require("scslre") as typeof scslre;
  try {
    const reports = library.analyse({ source, flags }, { reportTypes: { Move: false } }).reports;
    for (const report of reports) {
      if (!report.exponential) continue;
      if (report.type === "Self") return report.parentQuant.raw;
      return repetitionAround(report.startQuant);
    }
    return undefined;
  } catch {
    // What the compiler's parser lets through isn't always a regular expression.
    return undefined;
  }
}

interface PatternNode {
  readonly type: string;
  readonly raw: string;
  readonly parent: PatternNode | null;
}

/** The outermost repetition around `node`, as written. */
function repetitionAround(node: PatternNode): string {
  let found = node.raw;
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    if (outer.type === "Quantifier") found = outer.raw;
  }
  return found;
}
