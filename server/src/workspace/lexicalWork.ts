/**
 * Stage "index" for JavaScript and TypeScript: whether a text may compute so long that it matters, without a parser. Every form that the languages make
 * `WorkFacts` of has to pass here; what passes and isn't heavy costs a parse and nothing else.
 */

/** A number from 100,000 on, or what makes one: `1e6`, `2 ** 20`, `1 << 20`, `10_000_000`. */
const LARGE_NUMBER = /\b\d{6,}\b|\b\d{1,3}(?:_\d{3})+\b|\b\d+(?:\.\d+)?[eE]\+?[4-9]\b|\d\s*(?:\*\*|<<)\s*\d/;

/** Loops with bounds of four digits may stand in each other. */
const NESTED_BOUNDS = /(?:[<>]=?\s*|length:\s*)\d{3,5}\b[^]*?(?:[<>]=?\s*|length:\s*)\d{3,5}\b/;

const LOOPS = /\b(?:for|while|reduce|map|fill|Array)\b/;

const ENDLESS = /\bwhile\s*\(?\s*(?:true|1)\b|\bfor\s*\(\s*;[^;)]*;/;

const WAITS = /\bwhile\b[^\n]*(?:\bDate\b|\bperformance\b|\bhrtime\b|\bnow\b)|\bwhile\b[^\n]*(?:;\s*$|\{\s*\})/m;

/** What is walked through, or grows, and what is searched. */
const WALKED = /\b(?:of|in)\s+((?:\w|\.|\$)+)|([\w$.]+)\.(?:forEach|map|filter|reduce|flatMap|some|every|push)\(/g;
const SEARCHED = /([\w$.]+)\.(?:includes|indexOf|lastIndexOf|find|findIndex|some|filter)\(/g;

/** A group that is repeated and repeats inside. */
const NESTED_QUANTIFIER = /[+*]\??\)(?:[+*]|\{\d+,)/;

/** A function that mentions itself at least twice. */
const DECLARED = /\b(?:function|const|let)\s+([\w$]+)/g;

export function mayCompute(text: string): boolean {
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
  for (const [, name = ""] of text.matchAll(SEARCHED)) if (walked.has(name)) return true;
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
