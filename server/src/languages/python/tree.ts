/**
 * Python source → a plain tree. The parser is WebAssembly, where each look at a node crosses a border: the tree is copied
 * once, with a cursor, and freed.
 */
import * as path from "node:path";
import type { Span } from "../../core/facts";
import { Language, Parser, type TreeCursor } from "web-tree-sitter";
import { Reparser } from "./reparse";

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
  /** The statements of the module that hold such places. */
  readonly faulty: ReadonlySet<PyNode>;
}

/** Parses one text; never throws. There is a tree for any text. */
export type PyParser = (file: string, text: string) => PyFile;

/** Nodes without a name of their own in the grammar that are kept all the same. */
const KEPT_TOKENS: ReadonlySet<string> = new Set(["async", "not", "is", "is not", "in", "not in"]);

/** What is no operator, wherever it stands. */
const PUNCTUATION: ReadonlySet<string> = new Set(["(", ")", "[", "]", "{", "}", ",", ":", ".", ";"]);

/** The most frequent of what has nothing below it. */
const LEAVES: ReadonlySet<string> = new Set(["identifier", "integer", "float", "none", "true", "false", "comment"]);

/** The grammar still reads what only Python 2 had. */
const NOT_PYTHON_3: ReadonlySet<string> = new Set(["ERROR", "print_statement", "exec_statement"]);

/**
 * Loads the parser. `folder` holds web-tree-sitter.wasm and tree-sitter-python.wasm; rejects when they are missing.
 */
export async function loadParser(folder: string): Promise<PyParser> {
  await Parser.init({ locateFile: (name: string) => path.join(folder, name) });
  const parser = new Parser();
  const language = await Language.load(path.join(folder, "tree-sitter-python.wasm"));
  parser.setLanguage(language);
  const reparser = new Reparser(parser, grammarOf(language));
  return (file, text) => reparser.parse(file, text);
}

/** The grammar's numbers for its names: a number crosses from WebAssembly faster than a text. */
export interface Grammar {
  /** Names of node types, by number. */
  readonly types: readonly string[];
  /** Whether nodes of a type are copied, by number. */
  readonly isKept: readonly boolean[];
  /** Whether nodes of a type are copied where they are an operator, by number. */
  readonly mayBeOperator: readonly boolean[];
  /** Whether a type has nothing below it, by number. */
  readonly isLeaf: readonly boolean[];
  /** Whether what a type's nodes are has to be looked at: it may be no Python 3. */
  readonly isDoubtful: readonly boolean[];
  readonly fields: readonly (string | null)[];
  readonly operatorField: number;
}

function grammarOf(language: Language): Grammar {
  const { types, fields } = language;
  const isKept = types.map((type, id) => language.nodeTypeIsNamed(id) || KEPT_TOKENS.has(type));
  return {
    types,
    isKept,
    mayBeOperator: types.map((type, id) => isKept[id] !== true && !PUNCTUATION.has(type)),
    isLeaf: types.map((type) => LEAVES.has(type)),
    isDoubtful: types.map((type) => NOT_PYTHON_3.has(type) || type === "expression_list" || type in PYTHON_2),
    fields,
    operatorField: fields.indexOf("operator"),
  };
}

/**
 * Copies a whole tree, but for the statements that `reusable` has already: by their place in the text.
 * @param hasErrors whether something in it isn't Python; else nothing is looked for.
 */
export function copyTree(
  { file, text }: { readonly file: string; readonly text: string },
  cursor: TreeCursor,
  grammar: Grammar,
  hasErrors: boolean,
  reusable: (type: string, start: number, end: number) => PyNode | undefined,
): PyFile {
  const copy = new Copy(text, grammar, hasErrors, reusable);
  const root = copy.node(cursor, undefined, cursor.nodeTypeId, cursor.currentFieldId);
  return { file, text, root, errorAt: copy.errorAt, faulty: copy.faulty };
}

export function emptyModule(text: string): PyNode {
  return { type: "module", start: 0, end: text.length, field: undefined, parent: undefined, children: [] };
}

/** Literals that only Python 2 read: backquotes, `0777`, `10L`. */
const PYTHON_2: Readonly<Record<string, RegExp>> = {
  string: /^`/,
  integer: /^0\d*[1-9]|[lL]$/,
};

/** `class A[T = int]` of Python 3.13, which the grammar doesn't know: it takes `T =` for an error. */
const DEFAULT_OF_TYPE = /^\*{0,2}[^=,]+=\s*\*?$/;

class Copy {
  errorAt: number | undefined;
  readonly faulty = new Set<PyNode>();
  private errors = 0;

  constructor(
    private readonly text: string,
    private readonly grammar: Grammar,
    private readonly hasErrors: boolean,
    private readonly reusable: (type: string, start: number, end: number) => PyNode | undefined,
  ) {}

  /** Copies the node under the cursor with everything below it; the cursor ends where it began. Each look at it is dear. */
  node(cursor: TreeCursor, parent: PyNode | undefined, typeId: number, fieldId: number): PyNode {
    const { grammar, hasErrors } = this;
    const children: PyNode[] = [];
    // An error has a number that is no type's.
    const type = grammar.types[typeId] ?? cursor.nodeType;
    const { startIndex: start, endIndex: end } = cursor;
    const node: PyNode = { type, start, end, field: grammar.fields[fieldId] ?? undefined, parent, children };
    const isMissing = hasErrors && cursor.nodeIsMissing;
    if (isMissing || (grammar.isDoubtful[typeId] !== false && this.isNotPython3(node))) this.addError(start);
    if (grammar.isLeaf[typeId] !== true && cursor.gotoFirstChild()) {
      do {
        const { errors } = this;
        if (hasErrors && cursor.nodeIsMissing) this.addError(cursor.startIndex);
        const child = this.child(cursor, node);
        if (child === undefined) continue;
        children.push(child);
        if (parent === undefined && errors < this.errors) this.faulty.add(child);
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    if (type === "block" || type === "module") this.checkIndentation(node);
    return node;
  }

  /** The copy of the node under the cursor, if it is to be copied. */
  private child(cursor: TreeCursor, parent: PyNode): PyNode | undefined {
    const { isKept, mayBeOperator, operatorField } = this.grammar;
    const typeId = cursor.nodeTypeId;
    const isKnown = isKept[typeId] ?? cursor.nodeIsNamed;
    if (!isKnown && mayBeOperator[typeId] === false) return undefined;
    const fieldId = cursor.currentFieldId;
    if (!isKnown && fieldId !== operatorField) return undefined;
    return this.kept(cursor, parent) ?? this.node(cursor, parent, typeId, fieldId);
  }

  private addError(at: number): void {
    this.errorAt ??= at;
    this.errors++;
  }

  /** A statement of the module that is there from an earlier text. */
  private kept(cursor: TreeCursor, parent: PyNode): PyNode | undefined {
    if (parent.parent !== undefined) return undefined;
    const node = this.reusable(cursor.nodeType, cursor.startIndex, cursor.endIndex);
    if (node !== undefined) (node as { parent: PyNode }).parent = parent;
    return node;
  }

  private isNotPython3(node: PyNode): boolean {
    const { type, start, end, parent } = node;
    if (type === "ERROR") return !(isInTypeParameters(node) && DEFAULT_OF_TYPE.test(this.text.slice(start, end)));
    if (type === "expression_list" && parent?.type === "raise_statement") return true;
    return NOT_PYTHON_3.has(type) || PYTHON_2[type]?.test(this.text.slice(start, Math.min(end, start + 40))) === true;
  }

  /** The grammar lets the statements of a block stand at different columns; Python doesn't. */
  private checkIndentation(block: PyNode): void {
    let expected = block.type === "module" ? "" : undefined;
    for (const { type, start } of block.children) {
      const indentation = type === "comment" ? undefined : indentationAt(this.text, start);
      if (indentation === undefined) continue;
      expected ??= indentation;
      if (indentation !== expected) this.addError(start);
    }
  }
}

/** Directly among the type parameters of a function, a class or an alias, also as the bound of one. */
function isInTypeParameters({ parent }: PyNode): boolean {
  const list = parent?.type === "constrained_type" ? parent.parent?.parent : parent;
  if (list?.type !== "type_parameter") return false;
  const owner = list.parent?.type === "generic_type" ? list.parent.parent?.parent : list.parent;
  return /^(function_definition|class_definition|type_alias_statement)$/.test(owner?.type ?? "");
}

const INDENTATION = " \t\f";

/** What stands before `offset` on its line, tabs made spaces as Python does; undefined when it isn't only white space. */
export function indentationAt(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && INDENTATION.includes(text.charAt(start - 1))) start--;
  if (start > 0 && !"\r\n".includes(text.charAt(start - 1))) return undefined;
  const before = text.slice(start, offset).replace(/^.*\f/, "");
  return before.replace(/ *\t/g, (run) => " ".repeat((Math.floor((run.length - 1) / 8) + 1) * 8));
}

export function spanOf({ start, end }: PyNode): Span {
  return { start, end };
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
