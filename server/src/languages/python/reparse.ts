/**
 * Parses a text again after an edit: the parser goes on from its earlier tree, and statements of the module that the edit
 * left alone keep their copies, moved to where they are now. Copying is what costs: each node crosses from WebAssembly.
 */
import { Edit, type Parser, type Point, type Tree } from "web-tree-sitter";
import { changeBetween, type Change } from "../../core/change";
import { copyTree, emptyModule, type Grammar, type PyFile, type PyNode } from "./tree";

/** As many files as an editor looks at in turn. */
const MOST = 4;

interface Parsed {
  readonly tree: Tree;
  readonly copy: PyFile;
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
    return tree === null ? undefined : { tree, copy: this.copyOf(tree, file, text, () => undefined) };
  }

  private parseAgain(before: Parsed, text: string): Parsed | undefined {
    const { file, text: textBefore } = before.copy;
    if (textBefore === text) return before;
    const change = changeBetween(textBefore, text);
    before.tree.edit(
      new Edit({
        startIndex: change.start,
        oldEndIndex: change.oldEnd,
        newEndIndex: change.newEnd,
        startPosition: pointAt(textBefore, change.start),
        oldEndPosition: pointAt(textBefore, change.oldEnd),
        newEndPosition: pointAt(text, change.newEnd),
      }),
    );
    const tree = this.parser.parse(text, before.tree);
    if (tree === null) return undefined;
    const reusable = reusableStatements(before.copy, change, changedRanges(before.tree, tree));
    before.tree.delete();
    return { tree, copy: this.copyOf(tree, file, text, reusable) };
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

function changedRanges(before: Tree, after: Tree): readonly { readonly start: number; readonly end: number }[] {
  return before.getChangedRanges(after).map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
}

/** Statements outside the change, by where they are now; each is moved there when it is taken. What isn't Python is told anew. */
function reusableStatements(
  { root, faulty }: PyFile,
  { start, oldEnd, newEnd }: Change,
  changed: readonly { readonly start: number; readonly end: number }[],
): (type: string, start: number, end: number) => PyNode | undefined {
  const delta = newEnd - oldEnd;
  const statements = new Map<number, { readonly node: PyNode; readonly delta: number }>();
  for (const node of root.children) {
    if (faulty.has(node)) continue;
    // What touches the change may have become longer, or part of something else.
    if (node.end < start) statements.set(node.start, { node, delta: 0 });
    else if (node.start > oldEnd) statements.set(node.start + delta, { node, delta });
  }
  return (type, from, to) => {
    const known = statements.get(from);
    if (known?.node.type !== type || known.node.end + known.delta !== to) return undefined;
    if (changed.some((range) => range.start <= to && from <= range.end)) return undefined;
    if (known.delta !== 0) move(known.node, known.delta);
    return known.node;
  };
}

function move(node: PyNode, delta: number): void {
  const moved = node as { start: number; end: number };
  moved.start += delta;
  moved.end += delta;
  for (const child of node.children) move(child, delta);
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
