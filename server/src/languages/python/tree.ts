/**
 * Python source → a plain tree. The parser is WebAssembly, where each look at a node crosses a border: the tree is copied
 * once, with a cursor, and freed.
 */
import * as path from "node:path";
import { Language, Parser, type TreeCursor } from "web-tree-sitter";

/** A node of tree-sitter-python's grammar: named nodes, and the few keywords and operators that carry meaning. */
export interface PyNode {
  /** The grammar's name: `function_definition`, `call`, `identifier`; `ERROR` where the text isn't Python. */
  readonly type: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** The grammar's field in the parent: `left` of an assignment. */
  readonly field: string | undefined;
  readonly parent: PyNode | undefined;
  readonly children: readonly PyNode[];
}

export interface PyFile {
  readonly file: string;
  readonly text: string;
  readonly root: PyNode;
  /** Offset of the first place that isn't Python; undefined when all of it is. */
  readonly errorAt: number | undefined;
}

/** Parses one text; never throws. There is a tree for any text. */
export type PyParser = (file: string, text: string) => PyFile;

/** Nodes without a name of their own in the grammar that are kept all the same. */
const KEPT_TOKENS: ReadonlySet<string> = new Set(["async", "not", "is", "is not", "in", "not in"]);

/** The grammar still reads what only Python 2 had. */
const NOT_PYTHON_3: ReadonlySet<string> = new Set(["ERROR", "print_statement", "exec_statement"]);

/**
 * Loads the parser. `folder` holds web-tree-sitter.wasm and tree-sitter-python.wasm; rejects when they are missing.
 */
export async function loadParser(folder: string): Promise<PyParser> {
  await Parser.init({ locateFile: (name: string) => path.join(folder, name) });
  const parser = new Parser();
  parser.setLanguage(await Language.load(path.join(folder, "tree-sitter-python.wasm")));
  return (file, text) => {
    const tree = parser.parse(text);
    if (tree === null) return { file, text, root: emptyModule(text), errorAt: 0 };
    const copy = new Copy();
    const cursor = tree.walk();
    const root = copy.node(cursor, undefined);
    // In this order, and both: what is left to the garbage collector is freed a second time, after the tree.
    cursor.delete();
    tree.delete();
    return { file, text, root, errorAt: copy.errorAt };
  };
}

function emptyModule(text: string): PyNode {
  return { type: "module", start: 0, end: text.length, field: undefined, parent: undefined, children: [] };
}

class Copy {
  errorAt: number | undefined;

  /** Copies the node under the cursor with everything below it; the cursor ends where it began. */
  node(cursor: TreeCursor, parent: PyNode | undefined): PyNode {
    const children: PyNode[] = [];
    const { nodeType: type, startIndex: start, endIndex: end } = cursor;
    const node: PyNode = { type, start, end, field: cursor.currentFieldName ?? undefined, parent, children };
    if (NOT_PYTHON_3.has(type) || cursor.nodeIsMissing) this.errorAt ??= start;
    if (cursor.gotoFirstChild()) {
      do {
        if (cursor.nodeIsMissing) this.errorAt ??= cursor.startIndex;
        const isKept = cursor.nodeIsNamed || cursor.currentFieldName === "operator" || KEPT_TOKENS.has(cursor.nodeType);
        if (isKept) children.push(this.node(cursor, node));
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    return node;
  }
}

export function textOf(node: PyNode, file: PyFile): string {
  return file.text.slice(node.start, node.end);
}

/** The child in a field of the grammar. */
export function childOf(node: PyNode, field: string): PyNode | undefined {
  return node.children.find((child) => child.field === field);
}

/** The first child of one of these types. */
export function childOfType(node: PyNode, ...types: readonly string[]): PyNode | undefined {
  return node.children.find((child) => types.includes(child.type));
}

/** `node` and everything below it, parents first. */
export function* descendants(node: PyNode): Generator<PyNode> {
  yield node;
  for (const child of node.children) yield* descendants(child);
}

/** Without parentheses around it. */
export function skipParentheses(node: PyNode): PyNode {
  let current = node;
  while (current.type === "parenthesized_expression") {
    const inner = current.children.find((child) => child.type !== "comment");
    if (inner === undefined) return current;
    current = inner;
  }
  return current;
}
