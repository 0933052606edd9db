/** Which objects a piece of code changes: in another process it changes copies. */
import type { Binding } from "../../scopes";
import { childOf, descendants, type PyNode } from "../../tree";
import { functionAround } from "../hazards";
import { isMention } from "../moduleLevel";
import { isPlain, shortText } from "../moved";
import type { Job } from "../plan";

export interface Changes {
  /** Names of the functions around it whose objects are changed. */
  readonly names: ReadonlySet<string>;
  readonly cautions: readonly string[];
}

/** Methods of containers and strings that change nothing. */
const READING =
  /^(copy|count|index|find|rfind|get|items|keys|values|union|intersection|difference|issubset|issuperset|isdisjoint|startswith|endswith|split|rsplit|splitlines|strip|lstrip|rstrip|lower|upper|title|capitalize|encode|decode|format|join|replace|isdigit|isalpha|isspace|isalnum|zfill|partition|rpartition|hex|bit_length|most_common|total|elements|group|groups|start|end|span|match|search|fullmatch|finditer|findall|sub|isoformat|timestamp|year|month|day|tobytes)$/;

/** Methods that change what they are called on, of containers. */
const CHANGING =
  /^(append|appendleft|extend|insert|remove|pop|popleft|popitem|clear|sort|reverse|add|discard|update|setdefault|subtract|intersection_update|difference_update|symmetric_difference_update|rotate|write|push)$/;

const OUTPUT = /^(print|logging\.\w+|warnings\.\w+|sys\.(stdout|stderr)\.\w+)$/;

export function changesOf(job: Job, node: PyNode): Changes | { readonly refusal: string } {
  const { evaluator } = job;
  const names = new Set<string>();
  const cautions: string[] = [];
  for (const inner of descendants(node)) {
    if (/^(augmented_)?assignment$/.test(inner.type)) {
      for (const target of storedParts(childOf(inner, "left"))) {
        const refusal = noteChange(job, node, target, names);
        if (refusal !== undefined) return { refusal };
      }
    }
    if (inner.type !== "call") continue;
    const callee = childOf(inner, "function");
    if (callee === undefined) continue;
    const text = evaluator.text(callee);
    if (OUTPUT.test(text)) cautions.push(`\`${text}\` writes in the other process`);
    if (callee.type === "attribute") {
      const method = childOf(callee, "attribute");
      const name = method === undefined ? "" : evaluator.text(method);
      if (CHANGING.test(name)) {
        const refusal = noteChange(job, node, callee, names);
        if (refusal !== undefined) return { refusal };
      } else if (!READING.test(name) && !isPlain(evaluator, callee) && isOfFunction(job, node, callee))
        cautions.push(`\`${shortText(evaluator, callee)}\` is called on a copy`);
    } else if (callee.type === "identifier" && isGivenOurs(job, node, inner) && !isPlain(evaluator, callee))
      cautions.push(`\`${text}\` gets copies`);
  }
  return { names, cautions };
}

/** The attributes and items among what is assigned to. */
function storedParts(left: PyNode | undefined): readonly PyNode[] {
  if (left === undefined) return [];
  if (/^(attribute|subscript)$/.test(left.type)) return [left];
  return /pattern|list$|tuple$/.test(left.type) ? left.children.flatMap(storedParts) : [];
}

/** Notes whose object an attribute, an item or a method belongs to; why that can't be, where nobody knows who else has it. */
function noteChange(job: Job, node: PyNode, target: PyNode, names: Set<string>): string | undefined {
  const { evaluator } = job;
  const root = rootOf(target);
  const name = evaluator.text(root);
  if (root.type !== "identifier") return undefined;
  const binding = evaluator.bindingOf(name, root);
  if (binding === undefined || binding.scope.node.type === "module")
    return binding === undefined ? undefined : `it changes what \`${name}\` of the module holds`;
  if (isBoundInside(binding, node)) return isFresh(job, binding) ? undefined : `it changes what \`${name}\` holds`;
  // An item of an item may be somebody else's.
  const holder = childOf(target, target.type === "attribute" ? "object" : "value");
  if (holder !== undefined && holder.type !== "identifier")
    return `it changes what \`${evaluator.text(holder)}\` holds`;
  names.add(name);
  return undefined;
}

/** `a.b[c].d` → `a`. */
function rootOf(node: PyNode): PyNode {
  let root = node;
  for (;;) {
    const inner =
      childOf(root, "object") ??
      childOf(root, "value") ??
      (root.type === "call" ? childOf(root, "function") : undefined);
    if (inner === undefined || !/^(attribute|subscript|call)$/.test(root.type)) return root;
    root = inner;
  }
}

function isBoundInside({ sources }: Binding, node: PyNode): boolean {
  return sources.every((source) => {
    const place = "at" in source ? source.at : source.node;
    return node.start <= place.start && place.end <= node.end;
  });
}

/** Every value of the name is made on the spot: `[]`, `{}`, `list(…)`, a number, a string. */
function isFresh({ evaluator }: Job, { sources }: Binding): boolean {
  return sources.every(
    (source) =>
      source.kind === "value" && source.value !== undefined && makes(evaluator.text(source.value), source.value),
  );
}

function makes(text: string, value: PyNode): boolean {
  if (/^(list|dictionary|set|tuple|integer|float|string|true|false|none)$|_comprehension$/.test(value.type))
    return true;
  if (
    /^(list|dict|set|bytearray|bytes|str|int|float|sorted|collections\.\w+|Counter|defaultdict|deque|OrderedDict)\(/.test(
      text,
    )
  )
    return true;
  return value.type === "binary_operator" && value.children.some((child) => child.type === "list");
}

/**
 * Whether the function around it made what the name holds and handed it to nobody before: then the copy that comes back can
 * take its place.
 */
export function createdHere(job: Job, name: string, binding: Binding, node: PyNode): boolean {
  const { evaluator } = job;
  const home = functionAround(node);
  const before = binding.sources.filter((source) => "at" in source && source.at.start < node.start);
  if (home === undefined || binding.scope.node !== home || !isFresh(job, { ...binding, sources: before })) return false;
  if (before.length !== binding.sources.length && !binding.sources.every((source) => "at" in source)) return false;
  for (const mention of descendants(home)) {
    if (!isMention(mention) || evaluator.text(mention) !== name || mention.start >= node.start) continue;
    if (evaluator.bindingOf(name, mention)?.scope !== binding.scope) continue;
    if (!isUsedInPlace(mention)) return false;
  }
  return true;
}

/** It is assigned to, or only a member or an item of it is used: nobody else gets hold of it. */
function isUsedInPlace(mention: PyNode): boolean {
  const { parent, field } = mention;
  if (parent?.type === "assignment" || parent?.type === "augmented_assignment") return field === "left";
  if (parent?.type === "attribute") return field === "object";
  return parent?.type === "subscript" && field === "value";
}

function isOfFunction({ evaluator }: Job, node: PyNode, callee: PyNode): boolean {
  const root = rootOf(callee);
  const binding = root.type === "identifier" ? evaluator.bindingOf(evaluator.text(root), root) : undefined;
  return binding !== undefined && binding.scope.node.type !== "module" && !isBoundInside(binding, node);
}

function isGivenOurs(job: Job, node: PyNode, call: PyNode): boolean {
  return (childOf(call, "arguments")?.children ?? []).some((argument) => {
    const value = argument.type === "keyword_argument" ? childOf(argument, "value") : argument;
    return value?.type === "identifier" && isOfFunction(job, node, value);
  });
}
