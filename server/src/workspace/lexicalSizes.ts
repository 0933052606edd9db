/** Whether a text has loops that go around very often by its literals, without a parser. */

/** 100,000 or what makes that much: `1e6`, `2 ** 20`, `1 << 20`, `10_000_000`. */
const LARGE = String.raw`(?:\b\d{6,}\b|\b\d{1,3}(?:_\d{3})+\b|\b\d+(?:\.\d+)?[eE]\+?[4-9]\b|\d\s*(?:\*\*|<<)\s*\d)`;
/** What loops of a few hundred times in each other make large. */
const BOUND = String.raw`\b\d{3,5}\b`;

const LARGE_NUMBER = new RegExp(LARGE);
const BOUNDS = new RegExp(BOUND, "g");

/** Heads of loops, without an end that surely is theirs, and arrays of a length. */
const COUNTED = /\b(?:for|while)\s*\([^{}]{0,300}|Array\b[^;]{0,120}|\bfill\([^;]{0,40}/g;

/** What a name holds: a variable, a property, a default value. */
const named = (number: string): RegExp =>
  new RegExp(String.raw`\b([\w$]+)\??(?:\s*:\s*\w+)?\s*[=:]\s*[^;,\n]*?${number}`, "g");
const NAMED_LARGE = named(LARGE);
const NAMED_BOUND = named(BOUND);

/** A large number that a function is given, which may go around so often; but not by what waits so long. */
const GIVEN = new RegExp(
  String.raw`\b(?!(?:set(?:Timeout|Interval)|sleep|delay|wait|timeout|toBe\w*|toEqual|expect)\()[\w$]+\([^(){};]*?${LARGE}[^(){};]*\)`,
);

/** Names that hold others of these: constants of constants. */
const LONGEST_CHAIN = 3;

export function hasLargeLoop(text: string): boolean {
  const counted = text.match(COUNTED)?.join("\n");
  if (counted === undefined) return false;
  if (LARGE_NUMBER.test(text)) {
    if (LARGE_NUMBER.test(counted) || GIVEN.test(text)) return true;
    if (isNamedIn(counted, text, namesOf(text, NAMED_LARGE))) return true;
  }
  return hasNestedBounds(text, counted);
}

/** Two bounds of a few digits, in place or by names. */
function hasNestedBounds(text: string, counted: string): boolean {
  let bounds = counted.match(BOUNDS)?.length ?? 0;
  for (const name of namesOf(text, NAMED_BOUND)) {
    if (bounds >= 2) return true;
    bounds += counted.split(wholeWord(name)).length - 1;
  }
  return bounds >= 2;
}

function namesOf(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(pattern), ([, name = ""]) => name));
}

function isNamedIn(counted: string, text: string, names: ReadonlySet<string>): boolean {
  let holders = names;
  for (let step = 0; step < LONGEST_CHAIN && holders.size > 0; step++) {
    if ([...holders].some((name) => wholeWord(name).test(counted))) return true;
    const held = [...holders].map(escaped).join("|");
    holders = namesOf(text, named(String.raw`\b(?:${held})\b`));
  }
  return false;
}

function wholeWord(name: string): RegExp {
  return new RegExp(String.raw`(?<![\w$])${escaped(name)}(?![\w$])`);
}

function escaped(name: string): string {
  return name.replaceAll("$", "\\$");
}
