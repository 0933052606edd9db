/**
 * Parses a text again after an edit: the statements of the module that it touches, where they are Python; else all of it,
 * on what the edit left of the parser's tree. Other statements keep their copies, moved to where they are now: each
 * node that is copied crosses from WebAssembly.
 */
import { Edit, type Parser, type Point, type Tree } from "web-tree-sitter";
import { changeBetween, type Change } from "../../core/change";
import { sliceAround, statementsOf } from "./slice";
import { copyTree, emptyModule, type Grammar, type PyFile, type PyNode } from "./tree";

/** As many files as an editor looks at in turn. */
const MOST = 4;

const NONE: ReadonlySet<PyNode> = new Set();

interface Parsed {
  /** Of the text when it was parsed as a whole. */
  readonly tree: Tree;
  readonly textOfTree: string;
  readonly copy: PyFile;
  /** Statements that were parsed since then. */
  readonly parsedSince: ReadonlySet<PyNode>;
}

export class Reparser {
  /** By file, the one that was used last at the end. */
  private readonly latest = new Map<string, Parsed>();

  constructor(
    private readonly parser: Parser,
    private readonly grammar: Grammar,
  ) {}

  /** The copy of `text`; that of the file's earlier text can't be used any more. */
  parse(file: string, text: string): PyFile {
    const before = this.latest.get(file);
    this.latest.delete(file);
    const parsed = before === undefined ? this.parseAnew(file, text) : this.parseAgain(before, text);
    if (parsed === undefined) return { file, text, root: emptyModule(text), errorAt: 0, faulty: new Set() };
    this.latest.set(file, parsed);
    for (const [oldest, { tree }] of this.latest) {
      if (this.latest.size <= MOST) break;
      this.latest.delete(oldest);
      tree.delete();
    }
    return parsed.copy;
  }

  private parseAnew(file: string, text: string): Parsed | undefined {
    const tree = this.parser.parse(text);
    return tree === null
      ? undefined
      : { tree, textOfTree: text, copy: this.copyOf(tree, file, text, () => undefined), parsedSince: NONE };
  }

  private parseAgain(before: Parsed, text: string): Parsed | undefined {
    const { tree: treeBefore, textOfTree, copy } = before;
    if (copy.text === text) return before;
    const change = changeBetween(copy.text, text);
    const part = this.parsePart(before, change, text);
    if (part !== undefined) return part;
    treeBefore.edit(editOf(textOfTree, text));
    const tree = this.parser.parse(text, treeBefore);
    if (tree === null) return undefined;
    const reusable = reusableStatements(before, change, changedRanges(treeBefore, tree));
    treeBefore.delete();
    return { tree, textOfTree: text, copy: this.copyOf(tree, copy.file, text, reusable), parsedSince: NONE };
  }

  /** With the statements that the edit touches parsed alone; undefined where that isn't enough. */
  private parsePart({ copy, parsedSince, ...before }: Parsed, change: Change, text: string): Parsed | undefined {
    const slice = sliceAround(copy, change, text);
    const parsed = slice && this.parser.parse(slice.text);
    if (!parsed) return undefined;
    const part = parsed.rootNode.hasError ? undefined : this.copyOf(parsed, copy.file, slice.text, () => undefined);
    parsed.delete();
    const statements = part?.errorAt === undefined && part !== undefined ? statementsOf(part.root, slice) : undefined;
    if (statements === undefined) return undefined;
    for (const node of statements) move(node, slice.start);
    for (const node of slice.after) move(node, change.newEnd - change.oldEnd);
    const root = moduleOf([...slice.before, ...statements, ...slice.after], text);
    return {
      ...before,
      copy: { file: copy.file, text, root, errorAt: undefined, faulty: new Set() },
      parsedSince: new Set([...parsedSince, ...statements]),
    };
  }

  private copyOf(tree: Tree, file: string, text: string, reusable: Parameters<typeof copyTree>[4]): PyFile {
    const cursor = tree.walk();
    try {
      return copyTree({ file, text }, cursor, this.grammar, tree.rootNode.hasError, reusable);
    } finally {
      cursor.delete();
    }
  }
}

/** A module of these statements. */
function moduleOf(children: readonly PyNode[], text: string): PyNode {
  const start = children[0]?.start ?? text.length;
  const root: PyNode = { type: "module", start, end: text.length, field: undefined, parent: undefined, children };
  for (const child of children) (child as { parent: PyNode }).parent = root;
  return root;
}

function changedRanges(before: Tree, after: Tree): readonly { readonly start: number; readonly end: number }[] {
  return before.getChangedRanges(after).map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
}

/** Statements outside the change, by where they are now; each is moved there when it is taken. What isn't Python is told anew. */
function reusableStatements(
  { copy: { root, faulty }, parsedSince }: Parsed,
  { start, oldEnd, newEnd }: Change,
  changed: readonly { readonly start: number; readonly end: number }[],
): (type: string, start: number, end: number) => PyNode | undefined {
  const delta = newEnd - oldEnd;
  const statements = new Map<number, { readonly node: PyNode; readonly delta: number }>();
  for (const node of root.children) {
    if (faulty.has(node) || parsedSince.has(node)) continue;
    // What touches the change may have become longer, or part of something else.
    if (node.end < start) statements.set(node.start, { node, delta: 0 });
    else if (node.start > oldEnd) statements.set(node.start + delta, { node, delta });
  }
  return (type, from, to) => {
    const known = statements.get(from);
    if (known?.node.type !== type || known.node.end + known.delta !== to) return undefined;
    if (changed.some((range) => range.start <= to && from <= range.end)) return undefined;
    move(known.node, known.delta);
    return known.node;
  };
}

function move(node: PyNode, delta: number): void {
  if (delta === 0) return;
  const moved = node as { start: number; end: number };
  moved.start += delta;
  moved.end += delta;
  for (const child of node.children) move(child, delta);
}

function editOf(before: string, after: string): Edit {
  const { start, oldEnd, newEnd } = changeBetween(before, after);
  return new Edit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition: pointAt(before, start),
    oldEndPosition: pointAt(before, oldEnd),
    newEndPosition: pointAt(after, newEnd),
  });
}

function pointAt(text: string, offset: number): Point {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
