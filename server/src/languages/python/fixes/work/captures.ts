/** What a piece of code needs of the function around it, and gives back to it, when it runs in another process. */
import { childOf, descendants, type PyNode } from "../../tree";
import type { Binding } from "../../scopes";
import { storeHolder } from "../blockNames";
import { leaves } from "../block";
import { functionAround } from "../hazards";
import { isMention } from "../moduleLevel";
import { isUnpicklable } from "../pickling";
import type { Job } from "../plan";
import { frameCall, ownNodes } from "../site";
import { changesOf, createdHere } from "./changes";

export interface Captures {
  /** Names of the function around it that it reads, in the order of their first mention. */
  readonly parameters: readonly string[];
  /** Names that it gives another value, or whose objects it changes, and that are used outside of it. */
  readonly results: readonly string[];
  readonly cautions: readonly string[];
}

interface Refusal {
  readonly refusal: string;
}

export function capturesOf(job: Job, node: PyNode): Captures | Refusal {
  const { evaluator } = job;
  const form = formRefusal(job, node);
  if (form !== undefined) return { refusal: form };
  const home = functionAround(node);
  if (home === undefined) return { refusal: "it is at the top level of the file" };
  const changes = changesOf(job, node);
  if ("refusal" in changes) return changes;
  const parameters: string[] = [];
  const results: string[] = [];
  const cautions = [...changes.cautions];
  for (const [name, mentions] of mentionedNames(job, node)) {
    const [first] = mentions;
    const binding = first && evaluator.bindingOf(name, first);
    if (first === undefined || binding === undefined || isInside(binding.scope.node, node)) continue;
    if (binding.scope.node.type === "module") {
      if (isReset(job, binding)) cautions.push(`\`${name}\` is as it was when the other process started`);
      continue;
    }
    if (evaluator.scopes.scopeAt(first).outer.has(name)) return { refusal: `it sets \`${name}\` of an outer scope` };
    const isChanged = changes.names.has(name);
    const stores = mentions.filter((mention) => storeHolder(mention) !== undefined);
    const isLocal = binding.scope === evaluator.scopes.scopeAt(node);
    const isSetBefore = isBoundBefore(binding, node);
    const isNeeded = isLocal && isUsedElsewhere(job, node, name);
    if (isSetBefore || stores.length === 0) {
      const refusal = sendRefusal(job, name, first, binding);
      if (refusal !== undefined) return { refusal };
      // What it sets before it reads it needn't be sent, unless it may come back as it was.
      if (stores.length < mentions.length || isNeeded) parameters.push(name);
    }
    if (stores.length > 0 && isNeeded && !isSetBefore)
      return { refusal: `\`${name}\` is set only where there is something to go through` };
    if (stores.length > 0 && isNeeded) results.push(name);
    if (isChanged && !results.includes(name)) {
      if (!createdHere(job, name, binding, node))
        return { refusal: `it changes what \`${name}\` holds, which others may have too` };
      results.push(name);
    }
    if (results.includes(name) && isUsedInside(job, binding, name, node))
      return { refusal: `a nested function uses \`${name}\`` };
  }
  const isStatement = node.type.endsWith("_statement");
  if (isStatement && results.length === 0) return { refusal: "it gives nothing back that another process could send" };
  if (!isStatement && (results.length > 0 || changes.names.size > 0))
    return { refusal: "it changes something beside what it gives" };
  return { parameters, results, cautions: [...new Set(cautions)] };
}

/** Code that means something else in another function. */
function formRefusal({ evaluator }: Job, node: PyNode): string | undefined {
  for (const inner of descendants(node)) {
    const { type } = inner;
    if (type === "await" || type === "async") return "it awaits something";
    if (type === "yield") return "it yields";
    if (type === "named_expression" && !node.type.endsWith("_statement")) return "it assigns a name by `:=`";
    if (/^(global|nonlocal)_statement$/.test(type)) return "it declares names of outer scopes";
    if (/^(function_definition|class_definition|delete_statement|match_statement)$/.test(type))
      return "it defines or deletes names";
    if (/^(import|import_from)_statement$/.test(type)) return "it imports something";
    const frame = frameCall(evaluator, inner);
    if (frame !== undefined) return `\`${frame}\` means something else in another function`;
  }
  for (const inner of ownNodes(node)) {
    if (inner.type === "return_statement") return "it returns from its middle";
    if (/^(break|continue)_statement$/.test(inner.type) && leaves(inner, node.parent ?? node))
      return `it is left by \`${evaluator.text(inner)}\``;
  }
  return undefined;
}

/** Every mention of each name, in the order of their position. */
function mentionedNames({ evaluator }: Job, node: PyNode): ReadonlyMap<string, readonly PyNode[]> {
  const names = new Map<string, PyNode[]>();
  for (const inner of descendants(node)) {
    if (!isMention(inner)) continue;
    const name = evaluator.text(inner);
    const known = names.get(name);
    if (known === undefined) names.set(name, [inner]);
    else known.push(inner);
  }
  return names;
}

function isInside(inner: PyNode, outer: PyNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function placeOf(source: Binding["sources"][number]): PyNode {
  return "at" in source ? source.at : source.node;
}

function isBoundBefore({ sources }: Binding, node: PyNode): boolean {
  return sources.some((source) => source.kind === "parameter" || placeOf(source).start < node.start);
}

/** A variable of the module that functions set: another process has its first value. */
function isReset({ evaluator }: Job, { sources, scope }: Binding): boolean {
  const values = sources.filter(({ kind }) => kind !== "import" && kind !== "function" && kind !== "class");
  return values.length > 1 || values.some((source) => evaluator.scopes.scopeAt(placeOf(source)) !== scope);
}

/** Why a value can't go to another process. */
function sendRefusal({ evaluator }: Job, name: string, at: PyNode, { sources }: Binding): string | undefined {
  for (const source of sources) {
    if (source.kind === "function" || source.kind === "class") return `it uses \`${name}\` of the function around it`;
    if (source.kind === "import") return `it uses \`${name}\`, which the function around it imports`;
    if (source.kind === "parameter" && source.index === 0 && isReceiver(evaluator.text(source.node), source.of))
      return `it uses \`${name}\`: what another process sees would be a copy of its object`;
    if (source.kind === "entered") return `\`${name}\` is open in this process`;
  }
  return isUnpicklable(evaluator, at) ? `\`${name}\` can't be pickled` : undefined;
}

function isReceiver(name: string, of: PyNode): boolean {
  const holder = of.parent?.type === "decorated_definition" ? of.parent.parent : of.parent;
  return /^(self|cls)$/.test(name) || holder?.parent?.type === "class_definition";
}

/** Whether the function around `node` reads the name's value anywhere else. */
function isUsedElsewhere({ evaluator }: Job, node: PyNode, name: string): boolean {
  const home = functionAround(node);
  if (home === undefined) return false;
  const scope = evaluator.scopes.scopeAt(node);
  for (const other of descendants(home)) {
    if (!isMention(other) || evaluator.text(other) !== name || isInside(other, node)) continue;
    if (evaluator.bindingOf(name, other)?.scope !== scope) continue;
    const holder = storeHolder(other);
    const isRead = holder === undefined || holder.type === "augmented_assignment";
    // What was read before is read again where a loop goes around both.
    const isLater = other.start > node.end || isInSameLoop(other, node);
    if (isRead && isLater && !isSetAgain(other, name, node, (one) => evaluator.text(one))) return true;
  }
  return false;
}

function isInSameLoop(a: PyNode, b: PyNode): boolean {
  for (let outer = b.parent; outer !== undefined && outer.type !== "function_definition"; outer = outer.parent) {
    if (/^(for|while)_statement$/.test(outer.type) && isInside(a, outer)) return true;
  }
  return false;
}

/** A later `for` gives its own variable another value before it is read. */
function isSetAgain(read: PyNode, name: string, node: PyNode, text: (node: PyNode) => string): boolean {
  for (let outer = read.parent; outer !== undefined && outer.type !== "function_definition"; outer = outer.parent) {
    if (outer.type !== "for_statement" || isInside(node, outer)) continue;
    const left = childOf(outer, "left");
    const body = childOf(outer, "body");
    const isTarget = left !== undefined && [left, ...left.children].some((one) => text(one) === name);
    if (isTarget && body !== undefined && isInside(read, body)) return true;
  }
  return false;
}

function isUsedInside({ evaluator }: Job, { scope }: Binding, name: string, node: PyNode): boolean {
  for (const other of descendants(scope.node)) {
    if (!isMention(other) || evaluator.text(other) !== name || isInside(other, node)) continue;
    const reader = evaluator.scopes.scopeAt(other);
    const isNested = /^(function_definition|lambda)$/.test(reader.node.type) && reader !== scope;
    if (isNested && evaluator.bindingOf(name, other)?.scope === scope) return true;
  }
  return false;
}
