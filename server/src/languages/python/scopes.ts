/** Python's scopes: which statements bind a name, and which scope a name is looked up in. */
import type { Pick, Source } from "./bindings";
import { childOf, childOfType, textOf, type PyFile, type PyNode } from "./tree";

export interface Scope {
  readonly node: PyNode;
  readonly parent: Scope | undefined;
  readonly names: Map<string, Source[]>;
  /** Names declared `global` or `nonlocal` here: they belong to a scope further out. */
  readonly outer: Set<string>;
  /** Modules of `from m import *`. */
  readonly stars: string[];
  /** Names on which `.setblocking(False)` or `.settimeout(0)` is called. */
  readonly nonBlocking: Set<string>;
}

export interface Binding {
  readonly scope: Scope;
  readonly sources: readonly Source[];
}

const COMPREHENSIONS: ReadonlySet<string> = new Set([
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
  "generator_expression",
]);

export function isComprehension(node: PyNode): boolean {
  return COMPREHENSIONS.has(node.type);
}

const SCOPES: ReadonlySet<string> = new Set([
  "module",
  "function_definition",
  "lambda",
  "class_definition",
  ...COMPREHENSIONS,
]);

function opensScope(node: PyNode): boolean {
  return SCOPES.has(node.type);
}

export class Scopes {
  private readonly scopes = new Map<PyNode, Scope>();
  readonly module: Scope;

  constructor(private readonly file: PyFile) {
    this.module = this.open(file.root, undefined);
    this.visitChildren(file.root);
  }

  /** The binding of a name read at `at`; undefined for builtins and what nobody binds. */
  lookup(name: string, at: PyNode): Binding | undefined {
    const start = this.scopeAt(at);
    for (let scope: Scope | undefined = start; scope !== undefined; scope = scope.parent) {
      // A class's names are seen by the code of the class itself, not by its methods.
      if (scope !== start && scope.node.type === "class_definition") continue;
      const sources = scope.outer.has(name) ? undefined : scope.names.get(name);
      if (sources !== undefined) return { scope, sources };
    }
    return undefined;
  }

  /** The scope in which an expression is evaluated: default values, decorators and first iterables belong outside. */
  scopeAt(node: PyNode): Scope {
    for (let inner = node, outer = node.parent; outer !== undefined; inner = outer, outer = outer.parent) {
      if (!opensScope(outer)) continue;
      const isInside = isComprehension(outer)
        ? !isFirstIterable(node, outer)
        : inner.field === "body" || outer.type === "module";
      const scope = isInside ? this.scopes.get(outer) : undefined;
      if (scope !== undefined) return scope;
    }
    return this.module;
  }

  private open(node: PyNode, parent: Scope | undefined): Scope {
    const scope: Scope = { node, parent, names: new Map(), outer: new Set(), stars: [], nonBlocking: new Set() };
    this.scopes.set(node, scope);
    return scope;
  }

  private bind(name: PyNode, source: Source, scope = this.scopeAt(name)): void {
    const text = textOf(name, this.file);
    const home = scope.outer.has(text) ? this.module : scope;
    const sources = home.names.get(text);
    if (sources === undefined) home.names.set(text, [source]);
    else sources.push(source);
  }

  private visitChildren(node: PyNode): void {
    for (const child of node.children) this.visit(child);
  }

  private visit(node: PyNode): void {
    switch (node.type) {
      case "function_definition":
      case "lambda":
        return this.visitFunction(node);
      case "class_definition": {
        const name = childOf(node, "name");
        if (name !== undefined) this.bind(name, { kind: "class", node });
        this.open(node, this.scopeAt(node));
        return this.visitChildren(node);
      }
      case "import_statement":
      case "import_from_statement":
        return this.visitImport(node);
      case "assignment":
        return this.visitAssignment(node);
      case "augmented_assignment":
        // `path /= "name"` leaves a path a path.
        if (childOf(node, "operator")?.type === "/=") return this.visitChildren(node);
        this.bindTargets(childOf(node, "left") ?? node, (at) => ({ kind: "other", at }));
        return this.visitChildren(node);
      case "delete_statement":
        this.bindTargets(node.children[0] ?? node, (at) => ({ kind: "other", at }));
        return this.visitChildren(node);
      case "named_expression":
        return this.visitWalrus(node);
      case "for_statement":
      case "for_in_clause": {
        const [left, right] = [childOf(node, "left"), childOf(node, "right")];
        if (left !== undefined && right !== undefined) this.bindElement(left, right);
        return this.visitChildren(node);
      }
      case "as_pattern":
        this.visitAs(node);
        return this.visitChildren(node);
      case "case_pattern":
      case "splat_pattern": {
        // A name alone captures; a dotted one is compared with.
        const [only] = node.children;
        const name = only?.type === "dotted_name" && only.children.length === 1 ? only.children[0] : only;
        if (name?.type === "identifier") this.bind(name, { kind: "other", at: node });
        return this.visitChildren(node);
      }
      case "global_statement":
      case "nonlocal_statement": {
        const scope = this.scopeAt(node);
        for (const name of node.children) scope.outer.add(textOf(name, this.file));
        return;
      }
      case "call":
        this.noteNonBlocking(node);
        return this.visitChildren(node);
      default:
        if (isComprehension(node)) this.open(node, this.scopeAt(node));
        this.visitChildren(node);
    }
  }

  private visitFunction(node: PyNode): void {
    const name = childOf(node, "name");
    if (name !== undefined) this.bind(name, { kind: "function", node });
    const scope = this.open(node, this.scopeAt(node));
    const parameters =
      childOf(node, "parameters")?.children.filter(({ type }) => type !== "comment" && !type.endsWith("_separator")) ??
      [];
    for (const [index, parameter] of parameters.entries()) {
      const starred = [parameter, ...parameter.children].find(({ type }) => type.endsWith("_splat_pattern"));
      const home = starred ?? parameter;
      const target = home.type === "identifier" ? home : (childOf(home, "name") ?? childOfType(home, "identifier"));
      if (target === undefined) continue;
      const stars = starred === undefined ? 0 : starred.type.startsWith("dictionary") ? 2 : 1;
      const annotation = childOf(parameter, "type");
      this.bind(target, { kind: "parameter", node: target, annotation, stars, of: node, index }, scope);
    }
    this.visitChildren(node);
  }

  private visitImport(node: PyNode): void {
    const module = childOf(node, "module_name");
    const from = module === undefined ? undefined : textOf(module, this.file).replace(/\s/g, "");
    if (from !== undefined && childOfType(node, "wildcard_import") !== undefined) this.scopeAt(node).stars.push(from);
    for (const child of node.children) {
      if (child.field !== "name") continue;
      const alias = child.type === "aliased_import" ? childOf(child, "alias") : undefined;
      const dotted = child.type === "aliased_import" ? childOf(child, "name") : child;
      const [first, ...rest] = dotted?.children ?? [];
      if (dotted === undefined || first === undefined) continue;
      const names = [first, ...rest].map((part) => textOf(part, this.file));
      const [top = "", ...below] = names;
      if (from !== undefined) this.bind(alias ?? first, { kind: "import", ...splitModule(from, names), at: node });
      // `import a.b` binds `a`; `import a.b as c` binds the submodule.
      else {
        const members = alias === undefined ? [] : below;
        this.bind(alias ?? first, { kind: "import", specifier: top, members, at: node });
      }
    }
  }

  private visitAssignment(node: PyNode): void {
    const [left, value, annotation] = [childOf(node, "left"), childOf(node, "right"), childOf(node, "type")];
    if (left?.type === "identifier") this.bind(left, { kind: "value", value, annotation, at: node });
    else if (left !== undefined && value !== undefined && isPattern(left)) this.bindPairs(left, value, node);
    this.visitChildren(node);
  }

  /** `a, b = x(), y()` pairs what it can. */
  private bindPairs(left: PyNode, value: PyNode, at: PyNode): void {
    const values = /^(tuple|expression_list|list)$/.test(value.type) ? value.children : [];
    const isPaired = values.length === left.children.length;
    for (const [index, target] of left.children.entries()) {
      if (isPaired && target.type === "identifier")
        this.bind(target, { kind: "value", value: values[index], annotation: undefined, at });
      else
        this.bindTargets(target, (node, picks) => ({
          kind: "part",
          value,
          picks: [pickOf(left, index), ...picks],
          at: node,
        }));
    }
  }

  private visitWalrus(node: PyNode): void {
    const [name, value] = [childOf(node, "name"), childOf(node, "value")];
    if (name !== undefined) {
      let scope = this.scopeAt(node);
      while (isComprehension(scope.node) && scope.parent !== undefined) scope = scope.parent;
      this.bind(name, { kind: "value", value, annotation: undefined, at: node }, scope);
    }
    this.visitChildren(node);
  }

  private visitAs(node: PyNode): void {
    const target = childOf(node, "alias")?.children[0];
    const [value] = node.children;
    if (target === undefined || value === undefined) return;
    const isWith = node.parent?.type === "with_item";
    if (isWith && target.type === "identifier") this.bind(target, { kind: "entered", value, at: node });
    else this.bindTargets(target, (at) => ({ kind: "other", at }));
  }

  private bindElement(left: PyNode, iterable: PyNode): void {
    this.bindTargets(left, (at, picks) => ({ kind: "element", iterable, picks, at }));
  }

  /** Binds each name of a target; `picks` lead to it. */
  private bindTargets(
    target: PyNode,
    source: (at: PyNode, picks: readonly Pick[]) => Source,
    picks: readonly Pick[] = [],
  ): void {
    if (target.type === "identifier") this.bind(target, source(target, picks));
    else if (isPattern(target)) {
      for (const [index, child] of target.children.entries())
        this.bindTargets(
          child,
          source,
          target.type === "list_splat_pattern" ? picks : [...picks, pickOf(target, index)],
        );
    }
  }

  private noteNonBlocking(node: PyNode): void {
    const callee = childOf(node, "function");
    const text = callee === undefined ? "" : textOf(callee, this.file);
    const [, name] = /^(\w+)\.set(?:blocking|timeout)$/.exec(text) ?? [];
    const argument = childOf(node, "arguments")?.children[0];
    if (name !== undefined && argument !== undefined && /^(False|0|0\.0)$/.test(textOf(argument, this.file))) {
      this.scopeAt(node).nonBlocking.add(name);
    }
  }
}

/** What a pattern's child takes; anybody's guess where a starred one stands beside it. */
function pickOf(pattern: PyNode, index: number): Pick {
  if (pattern.children[index]?.type === "list_splat_pattern") return "rest";
  return pattern.children.some(({ type }) => type === "list_splat_pattern") ? "any" : index;
}

/** What takes a value apart; attributes and items bind no name. */
function isPattern(node: PyNode): boolean {
  return /^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern|tuple|list|parenthesized_expression|expression_list)$/.test(
    node.type,
  );
}

/** `from a.b import c` → package `a`, members `b`, `c`; a relative module stays one specifier. */
function splitModule(from: string, names: readonly string[]): { specifier: string; members: readonly string[] } {
  if (from.startsWith(".")) return { specifier: from, members: names };
  const [specifier = "", ...below] = from.split(".");
  return { specifier, members: [...below, ...names] };
}

/** The iterable of a comprehension's first `for` is evaluated outside the comprehension. */
function isFirstIterable(node: PyNode, comprehension: PyNode): boolean {
  const first = childOfType(comprehension, "for_in_clause");
  const iterable = first === undefined ? undefined : childOf(first, "right");
  return iterable !== undefined && iterable.start <= node.start && node.end <= iterable.end;
}
