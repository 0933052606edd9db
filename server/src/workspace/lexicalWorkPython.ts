/**
 * Stage "index" for Python: whether a text may compute so long that it matters, without a parser. Every form that the
 * language makes `WorkFacts` of has to pass here; what passes and isn't heavy costs a parse and nothing else.
 */

/**
 * Ten thousand or more, or what makes that: `1e6`, `2 ** 20`, `1 << 20`, `10_000`, `500 * 500`. It may be handed to any function, in
 * any file, and a body may cost so much that it matters.
 */
const TEN_THOUSAND =
  /[=(,<>*[\s](?:[1-9]\d{4,}|[1-9]\d{1,2}_\d{3}|[1-9]\d{0,2}(?:_\d{3}){2,}|\d+(?:\.\d+)?[eE]\+?[4-9]|\d+\s*(?:\*\*|<<)\s*\d+|\d{3,}\s*\*\s*\d{3,})(?![\w"'.-])/;

/** From 1,000 on: what a loop with a body goes around often, or two factors. */
const THOUSAND = /(?<![\w.-])(?:[1-9]\d{3,}|[1-9]\d{0,2}_\d{3}|\d+[eE]\+?[3-9]|\d+\s*(?:\*\*|<<)\s*\d)(?![\w"'.-])/;
const HUNDRED = /(?<![\w.-])(?:[1-9]\d{2,}|\d+[eE]\+?[2-9])(?![\w"'.-])/;

/** What has a size that a number tells. */
const SIZED = /\b(?:range|arange|repeat|islice)\s*\(|\]\s*\*\s*\w|\w\s*\*\s*\[|\bwhile\b[^\n]*(?:[<>]|!=)/g;
const COMBINED = /\b(?:product|permutations|combinations)\s*\(/;

const LOOKS_AT_CLOCK = /\b(?:time|time_ns|monotonic|monotonic_ns|perf_counter|perf_counter_ns|now|utcnow)\s*\(/;

/** A `while` statement's indentation, condition, and body. */
const WHILE = /^([ \t]*)while\b[ \t(]*([^\n]*)\n((?:[ \t]*\n|\1[ \t]+[^\n]*(?:\n|$))*)/gm;
const IDLE = /:\s*(?:pass|continue|\.\.\.)\s*(?:#.*)?$|^\s*(?:#[^\n]*\n\s*)*(?:pass|continue|\.\.\.)\s*(?:#[^\n]*)?$/;
const ENDLESS_ITERATOR = /\bin\s+(?:itertools\.)?(?:count|cycle|repeat)\s*\(/;

/** A group that is repeated behind another repetition. */
const NESTED_QUANTIFIER = /[+*}][^\n]{0,80}\)(?:[+*]|\{\d+,)/;
const IMPORTS_PATTERNS = /^[ \t]*(?:import|from)[ \t][^\n]*\bre\b/m;

/** Functions that are called with something less a number. */
const SMALLER = /\b(\w+)\([^()\n]*\w\s*-\s*\d/g;

/** Something is made anew of itself. */
const REMADE =
  /\b(\w+)\s*=\s*(?:\1\s*\+\s*\[|\[\s*\*\1\b|\{\s*\*\*\1\b|[^\n=]*\+\s*\1\s*$|\w+\.(?:concat|append|concatenate|vstack|hstack)\(\s*[[(]?\s*[^\n]*\b\1\b)/m;
const SAME_PRODUCT = /\bproduct\s*\(\s*([\w.]+)\s*,\s*(?:\1\b|repeat\s*=)/;

/** Rows of a DataFrame, one by one. */
const ROWS = /\.(?:iterrows|itertuples|applymap)\s*\(|\.apply\s*\([^]{0,300}?(?:\b1\b|["']columns["'])/;

const LOOP_LINE = /\bfor\b.*\bin\b|\bwhile\b/;
const WALKED = /\bin\s+(?:\w+\(\s*)*([A-Za-z_][\w.]*)/;
const GROWN = /([A-Za-z_][\w.]*)(?:\.(?:append|extend|insert)\s*\(|\s*\+=)/g;

export function mayComputePython(text: string): boolean {
  if (goesFar(text) || waits(text) || callsItselfTwice(text)) return true;
  return (
    /\basync\s+def\b/.test(text) &&
    ((IMPORTS_PATTERNS.test(text) && NESTED_QUANTIFIER.test(text)) ||
      (text.includes("pandas") && ROWS.test(text)) ||
      goesThroughAgain(text))
  );
}

function goesFar(text: string): boolean {
  if (TEN_THOUSAND.test(text)) return true;
  const sized = text.match(SIZED)?.length ?? 0;
  if (sized > 0 && THOUSAND.test(text) && /\bfor\b|\bwhile\b/.test(text)) return true;
  return (sized > 1 && HUNDRED.test(text)) || (COMBINED.test(text) && text.includes("itertools"));
}

/** A `while` that does nothing but look, or that nothing leaves. */
function waits(text: string): boolean {
  if (ENDLESS_ITERATOR.test(text)) return true;
  if (!text.includes("while")) return false;
  for (const [, , condition = "", body = ""] of text.matchAll(WHILE)) {
    if (IDLE.test(condition) || IDLE.test(body.trimEnd())) return true;
    const isTrue = /^(?:True|1)\b/.test(condition);
    if (LOOKS_AT_CLOCK.test(isTrue ? body : condition) && !/\bawait\b/.test(body)) return true;
    if (isTrue && !isLeft(body)) return true;
  }
  return false;
}

/** Whether a statement leaves a loop, or something in it surely gives control back. */
function isLeft(body: string): boolean {
  if (/^\s*(?:return|raise)\b|^[^#\n]*\byield\b|^\s*async\s+(?:for|with)\b/m.test(body)) return true;
  // What another function does that it waits for, nobody knows here.
  if (/^[^#\n]*\bawait\s+(?!(?:self\.)?\w+\s*\()/m.test(body)) return true;
  return /^\s*break\b/m.test(body) && !/^\s*(?:for|while)\b/m.test(body);
}

function callsItselfTwice(text: string): boolean {
  const seen = new Set<string>();
  for (const [, name = ""] of text.matchAll(SMALLER)) {
    if (seen.has(name) && new RegExp(`\\bdef\\s+${name}\\s*\\(`).test(text)) return true;
    seen.add(name);
  }
  return false;
}

/** Something is walked through in a walk through itself, is searched where it grows or is walked through, or made anew. */
function goesThroughAgain(text: string): boolean {
  if (REMADE.test(text) || SAME_PRODUCT.test(text)) return true;
  const lines = text.split("\n");
  return lines.some((line, index) => LOOP_LINE.test(line) && goesThroughAgainIn(line, blockOf(lines, index)));
}

/** The line of a loop and those that it repeats, as far as indentation tells. */
function blockOf(lines: readonly string[], index: number): string {
  const head = lines[index] ?? "";
  const own = indentationOf(head);
  // What follows the clause of a comprehension stands under it.
  const isStatement = /^\s*(?:for|while)\b/.test(head) && head.trimEnd().endsWith(":");
  let end = index + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    const indentation = indentationOf(line);
    if (
      line.trim() !== "" &&
      (isStatement ? indentation <= own : indentation < own || /^\s*(?:def|class|async)\b/.test(line))
    )
      break;
    if (!isStatement && end - index > 40) break;
  }
  return lines.slice(index + 1, end).join("\n");
}

function goesThroughAgainIn(head: string, block: string): boolean {
  const [walk = ""] = WALKED.exec(head) ?? [];
  const over =
    WALKED.exec(head)?.[1]?.replace(/\.(?:items|keys|values|copy)$/, "") ?? /\bwhile\s+(?:len\()?(\w+)/.exec(head)?.[1];
  const rest = `${head.slice(head.indexOf(walk) + walk.length)}\n${block}`;
  if (over !== undefined && isWalkedOrSearched(over, rest)) return true;
  for (const [, name = ""] of block.matchAll(GROWN)) {
    if (isWalkedOrSearched(name, rest)) return true;
  }
  return false;
}

function isWalkedOrSearched(name: string, text: string): boolean {
  if (!text.includes(name)) return false;
  const escaped = name.replaceAll(".", "\\.");
  return new RegExp(
    `\\bin\\s+(?:\\w+\\(\\s*)*${escaped}(?![\\w])|\\b(?:all|any|list|max|min|set|sorted|sum|tuple)\\(\\s*${escaped}\\b|\\blen\\(\\s*${escaped}\\b[^\\n]*:|(?<![\\w.])${escaped}\\.(?:index|count|remove|pop\\(\\s*0|insert\\(\\s*0)`,
  ).test(text);
}

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}
