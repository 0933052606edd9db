/**
 * Stage "index" for JavaScript and TypeScript: whether a text may compute so long that it matters, without a parser. Every form
 * that the language makes `WorkFacts` of has to pass here; what passes and isn't heavy costs a parse and nothing else.
 */

/** A number from 100,000 on, or what makes one: `1e6`, `2 ** 20`, `1 << 20`, `10_000_000`. */
const LARGE_NUMBER = /\b\d{6,}\b|\b\d{1,3}(?:_\d{3})+\b|\b\d+(?:\.\d+)?[eE]\+?[4-9]\b|\d\s*(?:\*\*|<<)\s*\d/;

/** Ten million or what makes that much: it may be handed to any function, which goes around so often. */
const HANDED_ON = /\b\d+(?:\.\d+)?[eE]\+?[7-9]\b|\b\d{1,3}_\d{3}_000\b|\b\d{2,}0{6}\b|\b10\s*\*\*\s*[7-9]\b/;

/** Loops with bounds of a few digits may stand in each other. */
const BOUND = /(?:[<>]=?\s*|length:\s*|Array\()\d{3,5}\b/g;
const NAMED_BOUND = /\b([\w$]+)(?:\s*:\s*number)?\s*[=:]\s*\d{3,5}\b/g;

const LOOPS = /\b(?:for|while|reduce|map|fill|Array)\b/;

const ENDLESS = /\bwhile\s*\(\s*(?:true|1)\b|\bfor\s*\([^;)]*;\s*(?:true|1)?\s*;/;

const WAITS =
  /\b(?:while|for)\b[^\n]*(?:\bDate\b|\bperformance\b|\bhrtime\b|\bnow\b|\buptime\b|\bAtomics\b)|\bwhile\b[^\n]*(?:;\s*$|\{\s*\}|\{\s*$\s*\}|\bcontinue\b)/m;

/** Something asynchronous, or that is called back later: what depends on its input is told nowhere else. */
const ON_LOOP = /\basync\b|\.then\(|\bset(?:Timeout|Interval|Immediate)\b|\.on(?:ce)?\(/;

/** What is walked through, or grows, and what is searched. */
const WALKED =
  /\b(?:of|in)\s+((?:\w|\.|\$)+)|([\w$.]+)\.(?:forEach|map|filter|reduce|flatMap|some|every|push)\(|<=?\s*([\w$.]+)(?:\.length)?\b/g;
const SEARCHED = /([\w$.]+)\.(?:includes|indexOf|lastIndexOf|find|findIndex|some|filter)\(/g;

/** The accumulator of a reducer, or what a loop makes anew, copied whole. */
const COPIES = /\breduce(?:Right)?\([^]{0,300}?(?:\.\.\.|\bconcat\b|\bassign\b)|=\s*[[{]\s*\.\.\.|=\s*[\w$]+\.concat\(/;

/** A group that is repeated. */
const REPEATED_GROUP = /\)(?:[+*]|\{\d+,)/;

/** Two calls of the same name near each other with one more or one less of something. */
const RECURSIVE =
  /\b([\w$]+)\((?:[^()]|\([^()]*\))*?[\w$]\s*[-+]\s*[\w$.]+[^()]*\)[^]{0,200}?\b\1\((?:[^()]|\([^()]*\))*?[\w$]\s*[-+]\s*[\w$.]/g;

export function mayCompute(text: string): boolean {
  if (LOOPS.test(text) && (LARGE_NUMBER.test(text) || hasNestedBounds(text))) return true;
  if (HANDED_ON.test(text) || ENDLESS.test(text) || WAITS.test(text) || callsItselfTwice(text)) return true;
  if (!ON_LOOP.test(text)) return false;
  return REPEATED_GROUP.test(text) || COPIES.test(text) || walksAgain(text);
}

/** Two bounds of a few digits, in place or by names. */
function hasNestedBounds(text: string): boolean {
  let bounds = text.match(BOUND)?.length ?? 0;
  for (const [, name = ""] of text.matchAll(NAMED_BOUND)) {
    if (bounds >= 2) return true;
    bounds += text.split(new RegExp(`[<>]=?\\s*[\\w$.]*\\b${name.replaceAll("$", "\\$")}\\b`)).length - 1;
  }
  return bounds >= 2;
}

/** Something is walked through twice, or is walked through or grows and is searched. */
function walksAgain(text: string): boolean {
  const walked = new Set<string>();
  for (const [, first, second, third = ""] of text.matchAll(WALKED)) {
    const name = lastName(first ?? second ?? third);
    if (walked.has(name)) return true;
    walked.add(name);
  }
  for (const [, name = ""] of text.matchAll(SEARCHED)) if (walked.has(lastName(name))) return true;
  // `(row, index, all) => all.indexOf(row) === index`
  return /\b[\w$]+\s*,\s*([\w$]+)\s*\)\s*=>[^\n]*\n?[^\n]*\b\1\.(?:indexOf|findIndex|includes|lastIndexOf)\(/.test(
    text,
  );
}

/** `rows` of `data.rows`, `data.rows.length` and `data.rows.slice`. */
function lastName(path: string): string {
  return /([\w$]+)(?:\.(?:length|size|slice|concat|reverse|sort|keys|values|entries))*$/.exec(path)?.[1] ?? path;
}

function callsItselfTwice(text: string): boolean {
  for (const [, name = ""] of text.matchAll(RECURSIVE)) {
    const own = name.replaceAll("$", "\\$");
    const declared = new RegExp(
      `\\b(?:function|const|let|var)\\s+${own}\\b|^\\s*(?:[\\w#]+\\s+)*${own}\\s*\\([^)]*\\)[^;{}]*\\{|\\b${own}\\s*[:=]\\s*(?:function|\\()`,
      "m",
    );
    if (declared.test(text)) return true;
  }
  return false;
}
