/** Regular expressions that take exponentially long on some texts, where they meet a text that nobody knows. */
import { ts } from "ts-morph";
import { exponentialPart } from "../../backtracking";
import type { Evaluator } from "../evaluate";
import { resolveName } from "../scopes";
import { pathText } from "../values";
import { constantOf, unwrap } from "./constants";

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
  const part = literal && exponentialPart(literal.source, literal.flags);
  return literal === undefined || part === undefined
    ? undefined
    : { name: `/${literal.source}/${literal.flags}`, part };
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
