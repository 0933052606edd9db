/** Whether a text may go through something again for each element of it: loops and searches in loops, without a parser. */
import { Blocks } from "./blocks";

const LOOP = /\b(?:for(?:\s+await)?|while)\s*\(/g;
/** What a loop's head says that it goes through: by `of` and `in`, by the end of an index, by its start. */
const IN_HEAD =
  /\b(?:of|in)\s+(?:\[\.\.\.|\w+\.\w+\()?([\w$.]+)|[<>]=?\s*([\w$.]+)|=\s*([\w$.]+)\.length\b|([\w$.]+)\.length\s*>/g;
/** Methods that run a callback for each element, and those that look for one. */
const METHOD =
  /\.(forEach|map|reduce(?:Right)?|flatMap|every|filter|some|find(?:Last)?(?:Index)?|includes|indexOf|lastIndexOf|push)\(/g;
/** Another name for something, or for a copy of it. */
const ALIAS = /\b(?:const|let|var)\s+([\w$]+)(?:\s*:[^=\n]+)?\s*=\s*(?:\[\.\.\.|\w+\.\w+\(|await\s)?([\w$.]+)/g;
const SEARCHES = /^(?:find|some|filter|includes|indexOf|lastIndexOf)/;
const CALLS_NOTHING = /^(?:includes|indexOf|lastIndexOf|push)$/;

/** `(row, index, all) => all.indexOf(row) === index` */
const SEARCHES_WHOLE =
  /\b[\w$]+\s*,\s*([\w$]+)\s*\)\s*=>[^\n]*\n?[^\n]*\b\1\.(?:indexOf|findIndex|includes|lastIndexOf)\(/;

interface Named {
  readonly name: string;
  readonly start: number;
  readonly isSearch: boolean;
  /** Where what runs for each element begins; undefined where nothing does. */
  readonly body?: number;
}

/** Something is walked through twice, one walk in the other, or it grows in a walk and is searched there. */
export function walksAgain(text: string): boolean {
  const methods: Named[] = [];
  const grown: Named[] = [];
  for (const { 0: whole, 1: method = "", index } of text.matchAll(METHOD)) {
    const named = { name: receiverAt(text, index), start: index, isSearch: SEARCHES.test(method) };
    if (method === "push") grown.push(named);
    else methods.push(CALLS_NOTHING.test(method) ? named : { ...named, body: index + whole.length - 1 });
  }
  const loops = Array.from(text.matchAll(LOOP), ({ 0: head, index }) => index + head.length - 1);
  const isAlone = loops.length + methods.length < 2 || loops.length + methods.filter(hasBody).length === 0;
  return (!isAlone && hasNested(text, loops, methods, grown)) || SEARCHES_WHOLE.test(text);
}

function hasNested(
  text: string,
  loops: readonly number[],
  methods: readonly Named[],
  grown: readonly Named[],
): boolean {
  const blocks = new Blocks(text);
  const walks = [...loops.flatMap((head) => walkOf(text, blocks, head)), ...methods];
  const aliases = new Map(Array.from(text.matchAll(ALIAS), ([, alias = "", path = ""]) => [alias, lastName(path)]));
  const isSame = (a: Named, b: Named): boolean =>
    a.name === b.name || original(aliases, a.name) === original(aliases, b.name);
  return walks.filter(hasBody).some((outer) => {
    const end = endOfBody(text, blocks, outer.body);
    const isWithin = ({ start }: Named): boolean => start > outer.body && start < end;
    return walks.some(
      (inner) =>
        isWithin(inner) &&
        (isSame(inner, outer) || (inner.isSearch && grown.some((each) => isSame(each, inner) && isWithin(each)))),
    );
  });
}

/** How many copies of something, `Object.keys(rows).slice()`, may stand between it and a method. */
const MOST_COPIES = 4;

/** The last name of what a method is called on that ends at `end`: `rows` for `data.rows`, `rows.slice()` and `Object.keys(rows)`. */
function receiverAt(text: string, end: number): string {
  let at = end;
  for (let copies = 0; copies < MOST_COPIES; copies++) {
    while (/[\s?!]/.test(text.charAt(at - 1))) at--;
    const start = wordStart(text, at);
    if (start < at) return lastName(text.slice(start, at));
    if (text[at - 1] !== ")") return "";
    // What stands in brackets is what is copied; without anything there it stands before them.
    const inside = wordStart(text, at - 1);
    if (inside < at - 1) return lastName(text.slice(inside, at - 1));
    at = text[at - 2] === "(" ? dotBefore(text, at - 2) : at - 1;
  }
  return "";
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (/[\w$.]/.test(text.charAt(start - 1))) start--;
  return start;
}

/** Of `rows.slice`, the dot. */
function dotBefore(text: string, end: number): number {
  const start = wordStart(text, end);
  const dot = text.slice(start, end).lastIndexOf(".");
  return dot < 0 ? start : start + dot;
}

function hasBody(walk: Named): walk is Named & { readonly body: number } {
  return walk.body !== undefined;
}

/** What a loop goes through, by each name that its head has for it. */
function walkOf(text: string, blocks: Blocks, head: number): readonly Named[] {
  const end = blocks.endOf(head);
  return Array.from(text.slice(head, end).matchAll(IN_HEAD), ([, ...names]) => ({
    name: lastName(names.find(Boolean) ?? ""),
    start: head,
    isSearch: false,
    body: end + 1,
  }));
}

/** What a name is another one for, over three steps at most. */
function original(aliases: ReadonlyMap<string, string>, name: string): string {
  let found = name;
  for (let step = 0; step < 3; step++) found = aliases.get(found) ?? found;
  return found;
}

/** `rows` of `data.rows`, `data.rows.length` and `data.rows.slice`. */
function lastName(path: string): string {
  return /([\w$]+)(?:\.(?:length|size|slice|concat|reverse|sort|keys|values|entries))*$/.exec(path)?.[1] ?? path;
}

/** What runs for each element: the arguments of a call, a loop's block, or its only statement: that ends with what is around it at the latest. */
function endOfBody(text: string, blocks: Blocks, body: number): number {
  if (text[body] === "(") return blocks.endOf(body);
  const start = skipSpace(text, body);
  return text[start] === "{" ? blocks.endOf(start) : blocks.closeAround(body);
}

function skipSpace(text: string, offset: number): number {
  const next = /\S/g;
  next.lastIndex = offset;
  return next.exec(text)?.index ?? text.length;
}
