/**
 * Values → what may leave the file. Functions have their keys from the walk; a class, an interface or an object gets its
 * own when something names it, so that only those are in the facts that somebody can ask for.
 */
import { ts } from "ts-morph";
import type { ClassFacts, FunctionFacts, GivenFunction, Reference, Span, Step } from "../../core/facts";
import {
  membersOfClass,
  membersOfConstructor,
  membersOfNamespace,
  membersOfObject,
  membersOfType,
  type MembersFound,
} from "./classes";
import type { Evaluator } from "./evaluate";
import { Keys, type KnownKeys } from "./functions";
import { nameText } from "./members";
import { isNodeModule } from "./nodeModules";
import { isConstructor, type ConstructorNode } from "./prototypes";
import { annotatedResult, functionType, returnedBy } from "./results";
import {
  common,
  DECLARED,
  INSTANCE,
  isKnown,
  type ClassNode,
  type FunctionNode,
  type SignatureNode,
  type Value,
  type ValueStep,
} from "./values";

/** What has members by name, and can be named from outside. */
export type DescribedNode =
  | ClassNode
  | ConstructorNode
  | ts.InterfaceDeclaration
  | ts.TypeLiteralNode
  | ts.ObjectLiteralExpression
  | ts.ModuleDeclaration;

/** What a value is outside: one path or nothing known. */
export type OneReference = Exclude<Reference, { kind: "oneOf" }>;

/** A class or the like that was named; without facts where nothing of it could matter. */
export interface Described {
  readonly key: string;
  readonly span: Span;
  readonly facts: ClassFacts | undefined;
}

/** What an earlier text of the file had, as far as it still holds. */
export interface KnownNames {
  readonly functions: KnownKeys;
  readonly classes: KnownKeys;
  /** The facts of a class by its key, which `classes` gave. */
  described(key: string): ClassFacts | undefined;
}

const UNKNOWN: OneReference = { kind: "unknown", reason: "not known" };

/** Types of the language itself: nothing of them is catalogued, so naming them helps nobody. */
const BUILT_IN =
  /^(Array|ArrayBuffer|BigInt|Boolean|Buffer|Date|Error|Function|Map|Number|Object|Promise|Proxy|Record|RegExp|Set|String|Symbol|URL|Uint8Array|WeakMap|WeakSet)$/;

export class References {
  /** Keys of functions. The walk adds those with a body. */
  readonly keys: Keys;
  /** Functions and classes that were asked for while they were being looked at, but not by themselves. */
  readonly cycles = new Set<ts.Node>();
  private readonly classKeys: Keys;
  private readonly made = new Map<DescribedNode, ClassFacts | undefined>();
  private readonly abstract = new Map<ts.Node, FunctionFacts>();
  private readonly results = new Map<ts.Node, OneReference>();
  private readonly running = new Set<ts.Node>();

  /** @param known names that stay; all others are made. */
  constructor(
    readonly evaluator: Evaluator,
    private readonly known?: KnownNames,
  ) {
    this.keys = new Keys(known?.functions);
    this.classKeys = new Keys(known?.classes);
  }

  /** Classes, interfaces and objects that were named here. */
  get described(): readonly Described[] {
    const { tree } = this.evaluator.file;
    return [...this.made].map(([node, facts]) => ({
      key: this.classKeys.keyOf(node) ?? "",
      span: { start: node.getStart(tree), end: node.end },
      facts,
    }));
  }

  /** Functions without a body that members of those are. */
  get abstractFunctions(): readonly FunctionFacts[] {
    return [...this.abstract.values()];
  }

  /** A value as other files can read it; unknown for what has no name outside, or nothing that could matter. */
  of(value: Value): OneReference {
    switch (value.kind) {
      case "path":
        return this.ofPath(value);
      case "function":
        return atFunction(this.keys.keyOf(value.node) ?? this.abstractKey(value.node));
      case "signature":
        return atFunction(this.abstractKey(value.node));
      case "class":
        return this.atClass(value.node, []);
      case "instance":
        return this.atClass(value.node, [value.declared === true ? DECLARED : INSTANCE]);
      case "constructed":
      case "shape":
      case "object":
        return this.atClass(value.node, [INSTANCE]);
      case "namespace": {
        const node = value.symbol.declarations?.find(ts.isModuleDeclaration);
        return node === undefined ? UNKNOWN : this.atClass(node, [INSTANCE]);
      }
      case "type": {
        const of = this.of(value.of);
        const isInstance = of.kind === "path" && of.steps.at(-1)?.kind === "instance";
        return isInstance ? { ...of, steps: of.steps.slice(0, -1) } : UNKNOWN;
      }
      case "collection":
        return { kind: "unknown", reason: value.kind };
      case "unknown":
        return { kind: "unknown", reason: value.reason };
    }
  }

  /** What a call of a function of this file gives: a class that it makes, what its annotation says, what it returns. */
  returnsOf(node: FunctionNode | SignatureNode): OneReference {
    const known = this.results.get(node);
    if (known !== undefined) return known;
    if (this.isRunning(node)) return UNKNOWN;
    this.running.add(node);
    const reference = this.evaluateResult(node);
    this.running.delete(node);
    this.results.set(node, reference);
    return reference;
  }

  /** Makes the facts of a class or the like; its key, or undefined where nothing of it could matter. */
  describe(node: DescribedNode): string | undefined {
    const key = this.classKeys.keyOf(node);
    if (key !== undefined) return this.factsOf(node, key) === undefined && !this.isRunning(node) ? undefined : key;
    const added = this.classKeys.add(node, this.keys.keyAround(node), nameOf(node));
    this.running.add(node);
    this.made.set(node, undefined);
    const described = this.members(node);
    this.running.delete(node);
    if (isEmpty(described)) return undefined;
    this.made.set(node, { key: added, ...described });
    return added;
  }

  private factsOf(node: DescribedNode, key: string): ClassFacts | undefined {
    return this.made.has(node) ? this.made.get(node) : this.known?.described(key);
  }

  private isRunning(node: ts.Node): boolean {
    if (!this.running.has(node)) return false;
    // What only asks for itself comes out the same wherever one begins.
    if ([...this.running].at(-1) !== node) this.cycles.add(node);
    return true;
  }

  private members(node: DescribedNode): MembersFound {
    if (ts.isClassLike(node)) return membersOfClass(this, node);
    if (isConstructor(node)) return membersOfConstructor(this, node);
    if (ts.isObjectLiteralExpression(node)) return membersOfObject(this, node);
    return ts.isModuleDeclaration(node) ? membersOfNamespace(this, node) : membersOfType(this, node);
  }

  private ofPath({ root, steps }: Extract<Value, { kind: "path" }>): OneReference {
    if (root.kind !== "function") {
      const isOurs = root.kind === "module" && !isNodeModule(root.specifier);
      return { kind: "path", root, steps: this.ofSteps(steps, isOurs) };
    }
    const isGenerator = "asteriskToken" in root.node && root.node.asteriskToken !== undefined;
    // What a function gives that nobody knows has no members either.
    const isResult = steps[0]?.kind === "call" || steps[1]?.kind === "call";
    if (isResult && !isGenerator && this.returnsOf(root.node).kind === "unknown") return UNKNOWN;
    const start = atFunction(this.keys.keyOf(root.node) ?? this.abstractKey(root.node));
    return start.kind === "unknown" ? start : { ...start, steps: this.ofSteps(steps, true) };
  }

  /** Calls of functions that may be ours say which functions they are given. */
  private ofSteps(steps: readonly ValueStep[], isOurs: boolean): readonly Step[] {
    return steps.map((step, index): Step => {
      if (step.kind !== "call" || step.node === undefined) return step;
      // Only what is called in turn can be a wrapper.
      const given = isOurs && index === steps.length - 1 ? this.givenFunctions(step.node) : [];
      return given.length === 0 ? { kind: "call" } : { kind: "call", given };
    });
  }

  private givenFunctions(call: ts.CallExpression): readonly GivenFunction[] {
    return call.arguments.flatMap((argument, index) => {
      const value = this.evaluator.valueOf(argument);
      const isImported =
        value.kind === "path" && value.root.kind === "module" && value.steps.at(-1)?.kind === "property";
      const reference = value.kind === "function" || isImported ? this.of(value) : UNKNOWN;
      return reference.kind === "path" ? [{ argument: index, function: reference }] : [];
    });
  }

  private atClass(node: DescribedNode, steps: readonly Step[]): OneReference {
    const key = this.describe(node);
    return key === undefined ? UNKNOWN : { kind: "path", root: { kind: "class", key }, steps };
  }

  private evaluateResult(node: FunctionNode | SignatureNode): OneReference {
    const annotated = annotatedResult(this.evaluator, node);
    const results = returnedBy(node).map((expression) => this.evaluator.valueOf(expression));
    const returned = common(results);
    // An object of ours that is made and handed out behind an annotation is what it is.
    const isMade =
      /^(constructed|object)$/.test(returned.kind) || (returned.kind === "instance" && returned.declared !== true);
    const isPrecise = isMade && /^(shape|path|instance)$/.test(annotated.kind);
    const reference = this.of(isKnown(annotated) && !isPrecise ? annotated : returned);
    return isBuiltIn(reference) ? UNKNOWN : reference;
  }

  /** A function without a body gets its key with the class or the interface that it is a member of. */
  private abstractKey(node: FunctionNode | SignatureNode): string | undefined {
    const known = this.keys.keyOf(node);
    if (known !== undefined) return known;
    const { parent } = node;
    if (ts.isPropertySignature(node) && functionType(node.type) === undefined) return undefined;
    if ("body" in node && (node.body !== undefined || !ts.isClassLike(parent))) return undefined;
    // Nothing says that it implements a type without a name.
    if (ts.isTypeLiteralNode(parent) && !ts.isTypeAliasDeclaration(parent.parent)) return undefined;
    if (!ts.isClassLike(parent) && !ts.isInterfaceDeclaration(parent) && !ts.isTypeLiteralNode(parent))
      return undefined;
    const name = node.name === undefined ? undefined : nameText(node.name);
    if (name === undefined) return undefined;
    const key = this.keys.add(node, this.keys.keyAround(parent), `${nameOf(parent)}.${name}`);
    const span = { start: node.getStart(this.evaluator.file.tree), end: node.end };
    const facts: FunctionFacts = { key, parent: "", colour: "sync", placement: "own", span, isAbstract: true };
    this.abstract.set(node, facts);
    this.describe(parent);
    const returns = this.returnsOf(node);
    if (returns.kind === "path") this.abstract.set(node, { ...facts, returns });
    return key;
  }
}

function atFunction(key: string | undefined): OneReference {
  return key === undefined ? UNKNOWN : { kind: "path", root: { kind: "function", key }, steps: [] };
}

/** A value of the language's own types. */
export function isBuiltIn(reference: OneReference): boolean {
  return reference.kind === "path" && reference.root.kind === "global" && BUILT_IN.test(reference.root.name);
}

function isEmpty({ bases, implemented, members, statics, construction }: MembersFound): boolean {
  const lists = [bases, implemented, construction, Object.keys(members), Object.keys(statics)];
  return lists.every((list) => list.length === 0);
}

/** A name for the reader; what makes it unique is `Keys`. */
function nameOf(node: DescribedNode): string {
  if (!ts.isObjectLiteralExpression(node) && !ts.isTypeLiteralNode(node) && node.name !== undefined)
    return node.name.text;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  if (ts.isTypeAliasDeclaration(parent)) return parent.name.text;
  if (ts.isPropertyAssignment(parent)) return `${nameOf(parent.parent)}.${nameText(parent.name) ?? "<computed>"}`;
  return ts.isClassLike(node) ? "<class>" : ts.isTypeLiteralNode(node) ? "<type>" : "<object>";
}
