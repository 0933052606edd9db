/** What a callback gives back, element by element → statements of a loop. */
import { ts } from "ts-morph";
import type { Method } from "./callback";

/** Statements around a value that stays where it is, or, without `open`, in place of it. */
export interface Giving {
  readonly open?: string;
  /** Lines: the first one follows the value. */
  readonly close: readonly string[];
  /** They end the loop: nothing of its body comes after them. */
  readonly breaks?: true;
}

/** Names in the loop and how its statements are written. */
export interface LoopNames {
  /** What collects the result; undefined when nobody looks at it. */
  readonly result: string | undefined;
  /** What the callback of `reduce` calls it. */
  readonly collected?: string;
  readonly element: string;
  readonly index: string;
  readonly semicolon: string;
  readonly unit: string;
}

/** What the collecting variable starts with, in methods that need no value for it from the text. */
export const START = {
  map: "[]",
  filter: "[]",
  flatMap: "[]",
  some: "false",
  every: "true",
  find: undefined,
  findIndex: "-1",
} as const satisfies Partial<Record<Method, string | undefined>>;

/** Statements for one `return value`; `value` undefined: a bare `return`. */
export function giving(method: Method, value: ts.Expression | undefined, names: LoopNames): Giving {
  const { result, element, index, semicolon } = names;
  if (result === undefined) return dropped(value, semicolon);
  const truth = truthOf(value);
  switch (method) {
    case "map":
    case "flatMap":
      return value === undefined
        ? { close: [`${result}.push(undefined)${semicolon}`] }
        : { open: `${result}.push(`, close: [`)${semicolon}`] };
    case "filter": {
      const keep = `${result}.push(${element})${semicolon}`;
      if (truth === "unknown") return { open: "if (", close: [`) ${keep}`] };
      return { close: truth ? [keep] : [] };
    }
    case "some":
      return stopping(truth, "if (", `${result} = true`, names);
    case "every":
      return stopping(truth === "unknown" ? truth : !truth, "if (!(", `${result} = false`, names);
    case "find":
      return stopping(truth, "if (", `${result} = ${element}`, names);
    case "findIndex":
      return stopping(truth, "if (", `${result} = ${index}`, names);
    case "reduce":
      if (value === undefined) return { close: [`${result} = undefined${semicolon}`] };
      return { open: `${result} = `, close: [semicolon] };
    case "forEach":
      return dropped(value, semicolon);
  }
}

/** The first element that decides ends the loop. */
function stopping(decides: boolean | "unknown", open: string, decision: string, names: LoopNames): Giving {
  const { semicolon, unit } = names;
  if (decides === false) return { close: [] };
  const lines = [`${decision}${semicolon}`, `break${semicolon}`];
  if (decides === true) return { close: lines, breaks: true };
  const closing = open.endsWith("!(") ? "))" : ")";
  return { open, close: [`${closing} {`, ...lines.map((line) => unit + line), "}"] };
}

function dropped(value: ts.Expression | undefined, semicolon: string): Giving {
  if (value === undefined || ts.isIdentifier(value) || ts.isLiteralExpression(value)) return { close: [] };
  if (truthOf(value) !== "unknown" || (ts.isVoidExpression(value) && ts.isNumericLiteral(value.expression)))
    return { close: [] };
  const startsAsStatement = /^(\{|function\b|class\b|let\b|async\b)/.test(value.getText());
  return { open: startsAsStatement ? "void " : "", close: [semicolon] };
}

function truthOf(value: ts.Expression | undefined): boolean | "unknown" {
  if (value === undefined) return false;
  if (value.kind === ts.SyntaxKind.TrueKeyword) return true;
  const isFalse = value.kind === ts.SyntaxKind.FalseKeyword || value.kind === ts.SyntaxKind.NullKeyword;
  return isFalse ? false : "unknown";
}
