/** Expression → value, by names, assignments and annotations. */
import * as path from "node:path";
import { valueOfAnnotation } from "./annotations";
import type { Source } from "./bindings";
import { isBuiltin } from "./builtins";
import { memberOf, selfValue, superValue } from "./classes";
import { collectionCall, elementOf, literalValue, partOf, sequenceOf, subscriptValue } from "./collections";
import { isOverload } from "./decorators";
import { giveKeys } from "./keys";
import { preferredImport } from "./preference";
import { resultOf } from "./results";
import { Scopes, type Binding } from "./scopes";
import { childOf, skipParentheses, textOf, type PyFile, type PyNode } from "./tree";
import {
  CALL,
  common,
  extend,
  INSTANCE,
  isKnown,
  moduleValue,
  property,
  textOfPath,
  unknown,
  type Value,
} from "./values";

/** Values of one file's expressions, each computed once; cyclic definitions end as unknown. */
export class PyEvaluator {
  readonly scopes: Scopes;
  /** What calls of functions give: nodes outlive their text, so what is known of them belongs here. */
  readonly results = new Map<PyNode, Value>();
  /** Annotations whose value is being looked up. */
  readonly annotating = new Set<PyNode>();
  /** Functions whose result is being looked up, the one that was asked for last at the end. */
  readonly resulting = new Set<PyNode>();
  /** What was asked for while it was being looked up: values around it may depend on where one began to ask. */
  readonly cycles = new Set<PyNode>();
  private readonly values = new Map<PyNode, Value>();
  private readonly running = new Set<PyNode>();

  constructor(readonly file: PyFile) {
    giveKeys(file);
    this.scopes = new Scopes(file);
  }

  valueOf(node: PyNode): Value {
    const known = this.values.get(node);
    if (known !== undefined) return known;
    if (this.running.has(node)) {
      this.cycles.add(node);
      // The circle may go through what this function gives.
      const through = [...this.resulting].at(-1);
      if (through !== undefined) this.cycles.add(through);
      return unknown("refers to itself");
    }
    this.running.add(node);
    const value = this.evaluate(skipParentheses(node));
    this.running.delete(node);
    this.values.set(node, value);
    return value;
  }

  text(node: PyNode): string {
    return textOf(node, this.file);
  }

  bindingOf(name: string, at: PyNode): Binding | undefined {
    return this.scopes.lookup(name, at);
  }

  /** The value of a name read at `at`. */
  valueOfName(name: string, at: PyNode): Value {
    const binding = this.scopes.lookup(name, at);
    if (binding === undefined) {
      const [star, ...others] = this.scopes.module.stars;
      // A star brings no name with an underscore in front.
      if (star === undefined || isBuiltin(name) || name.startsWith("_")) return moduleValue("builtins", [name]);
      // Which of several has it, is told where other files are known: the file itself hands on all that they have.
      return moduleValue(...(others.length === 0 ? splitStar(star, name) : splitStar(this.ownModule(), name)));
    }
    if (binding.scope.nonBlocking.has(name)) return unknown("made non-blocking");
    return this.valueOfSources(binding, at);
  }

  /** The file's module, as it would import itself. */
  private ownModule(): string {
    const name = path.basename(this.file.file, ".py");
    return name === "__init__" ? "." : `.${name}`;
  }

  /** The value that all bindings agree on which a read at `at` may see. */
  private valueOfSources({ scope, sources }: Binding, at: PyNode): Value {
    const isHere = sources.length > 1 && this.scopes.scopeAt(at) === scope;
    const visible = isHere ? sourcesBefore(sources, at) : sources;
    const isSignature = (source: Source): boolean => source.kind === "function" && isOverload(this, source.node);
    const seen = visible.length > 1 ? visible.filter((source) => !isSignature(source)) : visible;
    const preferred = preferredImport(seen);
    if (preferred !== undefined) return this.valueOfSource(preferred) ?? unknown("import");
    return common(seen.map((source) => this.valueOfSource(source)).filter((value) => value !== undefined));
  }

  /** Undefined for a binding that says nothing: `x = None`, a bare annotation is used by `value`. */
  private valueOfSource(source: Source): Value | undefined {
    switch (source.kind) {
      case "import":
        return moduleValue(source.specifier, source.members);
      case "value": {
        const annotated = source.annotation === undefined ? undefined : valueOfAnnotation(this, source.annotation);
        if (annotated !== undefined && isKnown(annotated)) return this.madeInPlace(source.value) ?? annotated;
        if (source.value === undefined || source.value.type === "none") return undefined;
        return this.valueOf(source.value);
      }
      case "element":
        return partOf(elementOf(this.valueOf(source.iterable)), source.picks);
      case "part":
        return partOf(this.valueOf(source.value), source.picks);
      case "entered":
        return this.enteredValue(source.value);
      case "parameter":
        return this.parameterValue(source);
      case "function":
        return { kind: "function", node: source.node };
      case "class":
        return { kind: "class", node: source.node };
      case "other":
        return unknown("bound otherwise");
    }
  }

  /** `store: Store = FileStore()` is a FileStore, where that is a class of this file. */
  private madeInPlace(node: PyNode | undefined): Value | undefined {
    const value = node?.type === "call" ? this.valueOf(node) : undefined;
    return value?.kind === "instance" && value.declared !== true ? value : undefined;
  }

  private enteredValue(node: PyNode): Value {
    const value = this.valueOf(node);
    if (value.kind === "generator") return value.element;
    if (value.kind !== "instance") return extend(value, property("__enter__"), CALL);
    const method = memberOf(this, value, "__enter__");
    const entered = method.kind === "function" ? resultOf(this, method.node) : undefined;
    return entered !== undefined && isKnown(entered) ? entered : value;
  }

  private parameterValue(source: Extract<Source, { kind: "parameter" }>): Value {
    const { annotation, stars, of, index } = source;
    if (annotation !== undefined) {
      const value = valueOfAnnotation(this, annotation);
      if (stars === 2) return { kind: "collection", element: STRING, item: value };
      return stars === 1 ? sequenceOf(value) : value;
    }
    return (index === 0 ? selfValue(this, of) : undefined) ?? unknown("parameter");
  }

  private evaluate(node: PyNode): Value {
    switch (node.type) {
      case "identifier":
        return this.valueOfName(this.text(node), node);
      case "attribute": {
        // The grammar reads `*a.b` as the attribute `b` of `*a`.
        const [starred, name] = [childOf(node, "object"), childOf(node, "attribute")];
        const object = starred?.type === "list_splat" ? starred.children[0] : starred;
        return object === undefined || name === undefined
          ? unknown("attribute")
          : memberOf(this, this.valueOf(object), this.text(name));
      }
      case "call":
        return this.valueOfCall(node);
      case "await":
      case "named_expression": {
        const inner = childOf(node, "value") ?? node.children.at(-1);
        return inner === undefined ? unknown(node.type) : this.valueOf(inner);
      }
      case "conditional_expression": {
        const [whenTrue, , whenFalse] = node.children;
        const branches = [whenTrue, whenFalse].filter(
          (branch): branch is PyNode => branch !== undefined && branch.type !== "none",
        );
        return common(branches.map((branch) => this.valueOf(branch)));
      }
      case "boolean_operator": {
        const sides = [childOf(node, "left"), childOf(node, "right")].filter((side) => side !== undefined);
        return common(sides.map((side) => this.valueOf(side)));
      }
      case "binary_operator":
        return childOf(node, "operator")?.type === "/" ? this.valueOfDivision(node) : unknown("operator");
      case "assignment": {
        const right = childOf(node, "right");
        return right === undefined ? unknown("assignment") : this.valueOf(right);
      }
      case "subscript":
        return subscriptValue(this, node);
      case "string":
      case "concatenated_string":
        return /^[fruFRU]*["']/.test(this.text(node)) ? STRING : unknown("bytes or template");
      case "lambda":
        return { kind: "function", node };
      default:
        return literalValue(this, node) ?? unknown(node.type);
    }
  }

  /** `path / "name"`, and `"/etc" / path`. */
  private valueOfDivision(node: PyNode): Value {
    const [left, right] = [childOf(node, "left"), childOf(node, "right")];
    const value = left === undefined ? unknown("operand") : this.valueOf(left);
    if ((isKnown(value) && textOfPath(value) !== "builtins.str()") || right === undefined)
      return extend(value, property("__truediv__"), CALL);
    return extend(this.valueOf(right), property("__rtruediv__"), CALL);
  }

  private valueOfCall(node: PyNode): Value {
    const callee = childOf(node, "function");
    if (callee === undefined) return unknown("call");
    const target = this.valueOf(callee);
    const given = (childOf(node, "arguments")?.children ?? []).filter(({ type }) => type !== "comment");
    const [first, second] = given;
    const name = textOfPath(target);
    if (name === "builtins.getattr" && first && second?.type === "string") {
      return memberOf(this, this.valueOf(first), this.text(second).replace(/^\w*["']+|["']+$/g, ""));
    }
    // The function that a partial calls; what `closing` closes.
    if (name !== undefined && PASSED_ON.has(name) && first) return this.valueOf(first);
    if (name === "builtins.super") return superValue(this, node);
    if (name === "typing.cast" && first) return valueOfAnnotation(this, first);
    const collected = collectionCall(this, callee, target, given);
    if (collected !== undefined) return collected;
    if (target.kind === "class") return { kind: "instance", node: target.node };
    if (target.kind === "function") return resultOf(this, target.node);
    return extend(target, CALL);
  }
}

const PASSED_ON: ReadonlySet<string> = new Set(["contextlib.closing", "functools.partial"]);

/** Any string. */
const STRING: Value = extend(moduleValue("builtins", ["str"]), INSTANCE);

function splitStar(star: string, name: string): [string, readonly string[]] {
  if (star.startsWith(".")) return [star, [name]];
  const [specifier = "", ...below] = star.split(".");
  return [specifier, [...below, name]];
}

/** Bindings that precede the read, from the last one that is always passed on the way to it; all, if none precedes it. */
function sourcesBefore(sources: readonly Source[], at: PyNode): readonly Source[] {
  const before = sources.filter((source) => !("at" in source) || source.at.end <= at.start);
  const certain = before.findLastIndex((source) => "at" in source && dominates(source.at, at));
  return before.length === 0 ? sources : before.slice(Math.max(certain, 0));
}

/** Whether the block that holds `binding` also holds `use`, so that the binding is always passed on the way. */
function dominates(binding: PyNode, use: PyNode): boolean {
  let block = binding.parent;
  while (block !== undefined && block.type !== "block" && block.type !== "module") block = block.parent;
  return block !== undefined && block.start <= use.start && use.end <= block.end;
}
