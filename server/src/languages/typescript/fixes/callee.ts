/** How the file is to write "member `a.b` of module m" at a place: through a name in scope, or a new import. */
import { ts } from "ts-morph";
import { skipWrappers } from "../evaluate";
import type { Value } from "../values";
import { type FileNames, propertyNames, sameModule } from "./names";
import type { ImportNeed, Job } from "./plan";

/** Text of an expression that is the wanted member, and what that text needs and no longer uses. */
export interface Access {
  readonly text: string;
  readonly needs: readonly ImportNeed[];
  readonly released: readonly ts.Identifier[];
}

/** The part of a callee that the new one keeps: `fs` of `fs.readFileSync`, for members under `fs`. */
interface Receiver {
  readonly node: ts.Expression;
  readonly members: readonly string[];
}

/**
 * Member `members` of the job's module, or of its promises namespace when the first member is `promises`. The name that
 * the call itself goes through comes first, unless the file already has the promises namespace under a name of its own.
 */
export function accessMember(job: Job, members: readonly string[]): Access | { readonly refusal: string } {
  const { target, call, names } = job;
  const promises = members[0] === "promises" ? target.promises : undefined;
  const rootNames = rootIdentifiers(job);
  if (promises !== undefined) {
    const rest = members.slice(1);
    const own = names.visibleBinding(call, (binding) =>
      isPromisesBinding(binding.specifier, binding.members, target.module, promises, rest),
    );
    if (own !== undefined) {
      const given = own.members.slice(sameModule(own.specifier, promises) ? 0 : 1);
      return {
        text: dotted(own.name.text, rest.slice(given.length)),
        needs: [],
        released: rootNames.filter((name) => name.text !== own.name.text),
      };
    }
  }
  const receiver = longestReceiver(job, members);
  if (receiver !== undefined) {
    const text = receiver.node.getText(job.file.tree);
    return { text: dotted(text, members.slice(receiver.members.length)), needs: [], released: [] };
  }
  const namespace = names.visibleBinding(
    call,
    (binding) => sameModule(binding.specifier, target.module) && isPrefix(binding.members, members),
  );
  if (namespace !== undefined) {
    return {
      text: dotted(namespace.name.text, members.slice(namespace.members.length)),
      needs: [],
      released: rootNames,
    };
  }
  return importMember(job, members, promises, rootNames);
}

/** `name` of another module than that of the call: `promisify` of `node:util`. `preferred`: a clearer name to import it by. */
export function accessOther(names: FileNames, from: ts.Node, module: string, name: string, preferred?: string): Access {
  const known = names.visibleBinding(
    from,
    (binding) => sameModule(binding.specifier, module) && isPrefix(binding.members, [name]),
  );
  if (known !== undefined)
    return { text: dotted(known.name.text, [name].slice(known.members.length)), needs: [], released: [] };
  const local = names.localName(module, name, preferred);
  return { text: local, needs: [{ module, name, local }], released: [] };
}

function importMember(
  job: Job,
  members: readonly string[],
  promises: string | undefined,
  released: readonly ts.Identifier[],
): Access | { readonly refusal: string } {
  const { names, call, target } = job;
  const isGlobal = names.isVisibleGlobal(target.module, call) && /^[A-Z]\w*$/.test(target.module);
  if (isGlobal) return { text: dotted(target.module, members), needs: [], released };
  const [name, ...rest] = promises === undefined ? members : members.slice(1);
  if (name === undefined) return { refusal: "its module isn't imported as a whole here" };
  const module = promises ?? target.module;
  const local = names.localName(module, name);
  return { text: dotted(local, rest), needs: [{ module, name, local }], released };
}

function isPromisesBinding(
  specifier: string,
  members: readonly string[],
  module: string,
  promises: string,
  wanted: readonly string[],
): boolean {
  if (sameModule(specifier, promises)) return isPrefix(members, wanted);
  return sameModule(specifier, module) && members[0] === "promises" && isPrefix(members.slice(1), wanted);
}

/** The longest part of the callee that is the module, or a member of it on the way to `members`. */
function longestReceiver(job: Job, members: readonly string[]): Receiver | undefined {
  let node = skipWrappers(calleeOf(job));
  for (;;) {
    const found = membersOf(job.evaluator.valueOf(node), job.target.module);
    if (found !== undefined && isPrefix(found, members)) return { node, members: found };
    const inner = skipWrappers(node);
    if (inner !== node) node = inner;
    else if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) node = node.expression;
    else return undefined;
  }
}

export function calleeOf({ call }: Job): ts.Expression {
  return ts.isTaggedTemplateExpression(call) ? call.tag : call.expression;
}

/** Property names from `module` to a value; undefined when the value isn't in that module. */
function membersOf(value: Value, module: string): readonly string[] | undefined {
  if (value.kind !== "path") return undefined;
  const isModule = value.root.kind === "module" && sameModule(value.root.specifier, module);
  const isGlobal = value.root.kind === "global" && value.root.name === module;
  return isModule || isGlobal ? propertyNames(value.steps) : undefined;
}

/** The name that the callee starts from, when nothing of the callee is kept. */
function rootIdentifiers(job: Job): readonly ts.Identifier[] {
  let node = skipWrappers(calleeOf(job));
  while (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    node = skipWrappers(node.expression);
  return ts.isIdentifier(node) ? [node] : [];
}

function isPrefix(prefix: readonly string[], whole: readonly string[]): boolean {
  return prefix.length <= whole.length && prefix.every((name, index) => name === whole[index]);
}

function dotted(root: string, members: readonly string[]): string {
  return [root, ...members].join(".");
}
