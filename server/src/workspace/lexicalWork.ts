/**
 * Stage "index" for JavaScript and TypeScript: whether a text may compute so long that it matters, without a parser. Every form
 * that the language makes `WorkFacts` of has to pass here; what passes and isn't heavy costs a parse and nothing else.
 */
import { hasLargeLoop } from "./lexicalSizes";
import { walksAgain } from "./lexicalWalks";

/** Ten million or what makes that much: it may be handed to any function, which goes around so often. */
const HANDED_ON = /\b\d+(?:\.\d+)?[eE]\+?[7-9]\b|\b\d{1,3}_\d{3}_000\b|\b\d{2,}0{6}\b|\b10\s*\*\*\s*[7-9]\b/;

const ENDLESS = /\bwhile\s*\(\s*(?:true|1)\b|\bfor\s*\([^;)]*;\s*(?:true|1)?\s*;/;

/** Loops that wait: by a clock in their heads, or with nothing in their bodies. */
const WAITS = [
  /\b(?:while|for)\s*\([^\n]*\b(?:Date|performance|hrtime|now|uptime|Atomics)\b/,
  /\bwhile\s*\([^\n]*(?:\{\s*\}|\{\s*$\s*\}|\bcontinue\b)/m,
  /(?:^|[^}\s])\s*\bwhile\s*\([^\n]*;\s*$/m,
  /\bdo\s*(?:;|\{\s*\})\s*while\b/,
];

/** Something asynchronous, or that is called back later: what depends on its input is told nowhere else. */
const ON_LOOP = /\basync\b|\.then\(|\bset(?:Timeout|Interval|Immediate)\b|\.on(?:ce)?\(/;

/** What is copied whole each time: a reducer's accumulator, or what a loop makes anew. */
const COPIES = [
  /\breduce(?:Right)?(?:<[^(]*>)?\(\s*(?:function\b[^(]*)?\(?\s*([\w$]+)\b[^]{0,800}?(?:\.\.\.\1\b|\b\1\.concat\b|assign\([^)]*\b\1\b)/,
  /\b([\w$]+)\s*=\s*(?:[[{][^;]{0,200}?\.\.\.\1\b|\1\.concat\(|Object\.assign\([^;]{0,200}?\b\1\b)/,
];

/** A group that is repeated. */
const REPEATED_GROUP = /\)(?:[+*]|\{\d+,)/;

/** Two calls of the same name near each other with one more or one less of something. */
const RECURSIVE =
  /\b([\w$]+)\((?:[^()]|\([^()]*\))*?[\w$]\s*[-+]\s*[\w$.]+[^()]*\)[^]{0,200}?\b\1\((?:[^()]|\([^()]*\))*?[\w$]\s*[-+]\s*[\w$.]/g;

/** Looks like a declared function: `if (a - 1 …) {`. */
const KEYWORDS = /^(?:if|while|for|switch|return|catch|function|super|require)$/;

export function mayCompute(text: string): boolean {
  const has = (pattern: RegExp): boolean => pattern.test(text);
  if (hasLargeLoop(text) || HANDED_ON.test(text) || ENDLESS.test(text) || WAITS.some(has)) return true;
  if (callsItselfTwice(text)) return true;
  return ON_LOOP.test(text) && (REPEATED_GROUP.test(text) || COPIES.some(has) || walksAgain(text));
}

function callsItselfTwice(text: string): boolean {
  for (const [, name = ""] of text.matchAll(RECURSIVE)) {
    if (KEYWORDS.test(name)) continue;
    const own = name.replaceAll("$", "\\$");
    const declared = new RegExp(
      `\\b(?:function|const|let|var)\\s+${own}\\b|^\\s*(?:[\\w#]+\\s+)*${own}\\s*\\([^)]*\\)\\s*(?::[^;{}()=]*)?\\{|\\b${own}\\s*[:=]\\s*(?:function|\\()`,
      "m",
    );
    if (declared.test(text)) return true;
  }
  return false;
}
