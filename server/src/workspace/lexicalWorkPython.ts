/**
 * Stage "index" for Python: whether a text may compute so long that it matters, without a parser. Every form that the
 * language makes `WorkFacts` of has to pass here; what passes and isn't heavy costs a parse and nothing else.
 */

/** A number from 100,000 on, or what makes one: `1e6`, `2 ** 20`, `1 << 20`, `10_000_000`. */
const LARGE_NUMBER = /\b\d{6,}\b|\b\d{1,3}(?:_\d{3})+\b|\b\d+(?:\.\d+)?[eE]\+?[4-9]\b|\d\s*(?:\*\*|<<)\s*\d/;

/** Loops with bounds of four digits may stand in each other. */
const NESTED_BOUNDS = /(?:[<>]=?\s*|range\s*\(\s*)\d{3,5}\b[^]*?(?:[<>]=?\s*|range\s*\(\s*)\d{3,5}\b/;

const LOOPS = /\b(?:for|while|range|reduce|map)\b/;

const ENDLESS = /\bwhile\s*\(?\s*(?:True|1)\b/;

const WAITS =
  /\bwhile\b[^\n]*(?:\btime\b|\bmonotonic\b|\bperf_counter\b|\bnow\b)|\bwhile\b[^\n]*:\s*(?:pass|continue|\.\.\.)\s*$|\bwhile\b[^\n]*:\s*\n\s*(?:pass|continue)\b/m;

/** What is walked through, or grows, and what is searched. */
const WALKED = /\bin\s+((?:\w|\.)+)|([\w.]+)\.(?:append|add|extend)\(/g;
const SEARCHED = /([\w.]+)\.(?:index|count|remove|insert|pop)\(|\b(?:not\s+)?in\s+([\w.]+)/g;

/** A group that is repeated and repeats inside. */
const NESTED_QUANTIFIER = /[+*]\??\)(?:[+*]|\{\d+,)/;

/** A function that mentions itself at least twice. */
const DECLARED = /\bdef\s+(\w+)/g;

export function mayComputePython(text: string): boolean {
  if (LOOPS.test(text) && (LARGE_NUMBER.test(text) || NESTED_BOUNDS.test(text))) return true;
  if (ENDLESS.test(text) || WAITS.test(text) || NESTED_QUANTIFIER.test(text)) return true;
  return walksAgain(text) || callsItselfTwice(text);
}

/** Something is walked through twice, or is walked through or grows and is searched. */
function walksAgain(text: string): boolean {
  const walked = new Set<string>();
  for (const [, first, second = ""] of text.matchAll(WALKED)) {
    const name = first ?? second;
    if (walked.has(name)) return true;
    walked.add(name);
  }
  for (const [, first, second = ""] of text.matchAll(SEARCHED)) if (walked.has(first ?? second)) return true;
  return false;
}

function callsItselfTwice(text: string): boolean {
  for (const { 0: declaration, 1: name = "", index } of text.matchAll(DECLARED)) {
    const calls = `${name}(`;
    const first = text.indexOf(calls, index + declaration.length + 1);
    const second = first < 0 ? -1 : text.indexOf(calls, first + calls.length);
    // Calls that are made together stand near each other.
    if (second >= 0 && second - first < 200) return true;
  }
  return false;
}
