/** Where a function's name stands in its text, for what is shown there. */
import type { FunctionFacts, Span } from "../core/facts";

/** How far before an arrow function the name that it is assigned to is looked for; UTF-16 units. */
const BEFORE = 200;

type Placed = Pick<FunctionFacts, "key" | "span">;

/** Span of the name, or of the function's first line where it has none that is written there. */
export function headSpanOf(text: string, function_: Placed): Span {
  const name = nameSpanOf(text, function_);
  if (name !== undefined) return name;
  const { start, end } = function_.span;
  const line = /^[^\r\n]*/.exec(text.slice(start, end))?.[0] ?? "";
  return { start, end: start + line.trimEnd().length };
}

/** Span of the name; undefined for functions without one: callbacks, anonymous exports. */
export function nameSpanOf(text: string, { key, span }: Placed): Span | undefined {
  const name = (key.split(".").at(-1) ?? "").replace(/~\d+$/, "").replace(/^[gs]et /, "");
  if (!/^[\p{L}_$#][\p{L}\p{N}_$]*$/u.test(name)) return undefined;
  const word = `(?<![\\w$])${name.replace(/\$/g, "\\$")}(?![\\w$])`;
  // `const name = (…) => …`, `name: () => …`: the function begins behind its name.
  const from = Math.max(0, span.start - BEFORE);
  const assigned = new RegExp(`${word}\\??["'\\]]?\\s*(?::[^=;]*)?[=:]\\s*$`, "u").exec(text.slice(from, span.start));
  if (assigned !== null) return { start: from + assigned.index, end: from + assigned.index + name.length };
  const own = new RegExp(word, "u").exec(text.slice(span.start, span.end));
  if (own === null || name === "default") return undefined;
  return { start: span.start + own.index, end: span.start + own.index + name.length };
}
