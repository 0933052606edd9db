/** Names of a file: which of them lead to a module, and which new ones are free. */
import { Kept } from "../../../core/kept";
import type { PyEvaluator } from "../evaluate";
import type { Scope } from "../scopes";
import { childOf, type PyNode } from "../tree";
import { absoluteModule, endsWithModule } from "./moduleNames";
import type { Need } from "./plan";

/** How an expression reaches a module's member, and what the file has to import for it. */
export interface Access {
  readonly text: string;
  readonly needs: readonly Need[];
}

interface ImportedName {
  readonly local: string;
  /** Dotted path that the name stands for. */
  readonly path: string;
  /** The module that the statement loads: `import concurrent.futures` binds `concurrent`. */
  readonly loads: string;
  readonly statement: PyNode;
  readonly scope: Scope;
  readonly reach: "always" | "sometimes" | "typing";
}

interface Mentions {
  readonly identifiers: ReadonlySet<string>;
  /** Import statements. */
  readonly imports: readonly PyNode[];
}

/** A statement that outlives its text is unchanged, and so is what it mentions. */
const mentioned = new Kept<PyNode, Mentions>();

function mentionsIn(evaluator: PyEvaluator, statement: PyNode): Mentions {
  const known = mentioned.get(statement);
  if (known !== undefined) return known;
  const identifiers = new Set<string>();
  const imports: PyNode[] = [];
  const visit = (node: PyNode): void => {
    if (node.type === "identifier") identifiers.add(evaluator.text(node));
    else if (node.type === "import_statement" || node.type === "import_from_statement") imports.push(node);
    for (const child of node.children) visit(child);
  };
  visit(statement);
  const mentions = { identifiers, imports };
  mentioned.set(statement, mentions);
  return mentions;
}

export class FileNames {
  readonly imported: readonly ImportedName[];
  /** What the file's statements mention, and names that were given here. */
  private readonly mentions: readonly Mentions[];
  private readonly taken = new Set<string>();
  private readonly takenIn = new Map<PyNode, Set<string>>();
  private readonly given = new Map<string, string>();

  /** `known`: a module of the project, by its absolute name; relative imports of it count as such. */
  constructor(
    readonly evaluator: PyEvaluator,
    private readonly known?: string,
  ) {
    this.mentions = evaluator.file.root.children.map((statement) => mentionsIn(evaluator, statement));
    this.imported = this.mentions.flatMap(({ imports }) =>
      imports.flatMap((node) => importedNames(evaluator, node, this.known)),
    );
  }

  /** Whether anything in the file has the name, whatever the scope. */
  private isTaken(name: string): boolean {
    return this.taken.has(name) || this.mentions.some(({ identifiers }) => identifiers.has(name));
  }

  /** Whether the file imports a module or something from it, for more than its annotations. */
  imports(module: string): boolean {
    return this.imported.some(
      ({ loads, reach }) => reach !== "typing" && (loads === module || loads.startsWith(`${module}.`)),
    );
  }

  /**
   * How `members` of `module` are reached at a node. A module of the standard library is imported where that is needed;
   * `style` says how: the module, or the member by its own name.
   */
  access(module: string, members: readonly string[], at: PyNode, style: "import" | "from" = "import"): Access {
    const wanted = [module, ...members].join(".");
    const found = this.imported
      .filter((name) => this.leadsTo(name, module, wanted) && this.isVisible(name, at))
      .sort((a, b) => b.path.length - a.path.length)[0];
    if (found !== undefined) return { text: found.local + wanted.slice(found.path.length), needs: [] };
    const [first = "", ...rest] = members;
    const isMerged = this.fromStatement(module) !== undefined && !this.isTaken(first);
    if (first !== "" && (style === "from" || isMerged)) {
      const local = this.isFree(first, module, at) ? first : this.fresh(`_${first}`, wanted);
      return { text: [local, ...rest].join("."), needs: [{ kind: "from", module, name: first, local }] };
    }
    const local = this.isFree(module, module, at) ? module : this.fresh(`_${module}`, module);
    return { text: [local, ...members].join("."), needs: [{ kind: "import", module, local }] };
  }

  /** A name that the file doesn't have, the same for the same `key`. */
  fresh(base: string, key: string): string {
    const known = this.given.get(key);
    if (known !== undefined) return known;
    let name = base;
    for (let count = 2; this.isTaken(name); count++) name = `${base}_${String(count)}`;
    this.taken.add(name);
    this.given.set(key, name);
    return name;
  }

  /** The same for a name that only one function uses. */
  freshIn(home: PyNode, base: string, key: string): string {
    const known = this.given.get(key);
    if (known !== undefined) return known;
    const taken = this.takenIn.get(home) ?? new Set<string>();
    this.takenIn.set(home, taken);
    let name = base;
    for (let count = 2; this.isTaken(name) || taken.has(name); count++) name = `${base}_${String(count)}`;
    taken.add(name);
    this.given.set(key, name);
    return name;
  }

  /** `from module import …` at the top of the file, to which a name can be added. */
  fromStatement(module: string): PyNode | undefined {
    return this.imported.find(
      ({ loads, reach, statement }) =>
        loads === module &&
        reach === "always" &&
        statement.type === "import_from_statement" &&
        statement.parent?.type === "module",
    )?.statement;
  }

  private leadsTo({ path, loads }: ImportedName, module: string, wanted: string): boolean {
    const isPrefix = wanted === path || wanted.startsWith(`${path}.`);
    return isPrefix && (path === module || path.startsWith(`${module}.`) || loads === module);
  }

  private isVisible({ local, scope, reach, statement }: ImportedName, at: PyNode): boolean {
    if (reach === "typing") return false;
    const isOptional = /^(anyio|trio)$/.test(statementRoot(statement, this.evaluator));
    if (reach === "sometimes" && !isOptional) return false;
    if (scope.node.type !== "module" && statement.end > at.start) return false;
    const binding = this.evaluator.bindingOf(local, at);
    if (binding?.scope !== scope) return false;
    const imports = binding.sources.filter(({ kind }) => kind === "import").length;
    return isOptional ? imports > 0 : imports === binding.sources.length;
  }

  /** Whether a new import at the top of the file can use `name` at a node. */
  private isFree(name: string, module: string, at: PyNode): boolean {
    const { module: top } = this.evaluator.scopes;
    const isOurs = (scope: Scope): boolean =>
      scope === top &&
      this.imported.some(
        (one) => one.local === name && one.scope === top && one.loads.split(".")[0] === module.split(".")[0],
      );
    const binding = this.evaluator.bindingOf(name, at);
    const isTopFree = !top.names.has(name) || isOurs(top);
    return isTopFree && (binding === undefined || isOurs(binding.scope));
  }
}

function statementRoot(statement: PyNode, evaluator: PyEvaluator): string {
  const module = childOf(statement, "module_name") ?? childOf(statement, "name");
  const dotted = module?.type === "aliased_import" ? childOf(module, "name") : module;
  return dotted === undefined ? "" : (evaluator.text(dotted).split(".")[0] ?? "");
}

function importedNames(evaluator: PyEvaluator, statement: PyNode, known: string | undefined): readonly ImportedName[] {
  const scope = evaluator.scopes.scopeAt(statement);
  const reach = reachOf(evaluator, statement);
  const module = childOf(statement, "module_name");
  const written = module === undefined ? undefined : evaluator.text(module);
  const isKnown =
    written !== undefined && known !== undefined && endsWithModule(absoluteModule(evaluator.file.file, written), known);
  const from = isKnown ? known : written;
  return statement.children.flatMap((child) => {
    if (child.field !== "name") return [];
    const dotted = child.type === "aliased_import" ? childOf(child, "name") : child;
    const alias = child.type === "aliased_import" ? childOf(child, "alias") : undefined;
    if (dotted === undefined) return [];
    const name = evaluator.text(dotted);
    const local = alias === undefined ? undefined : evaluator.text(alias);
    const base = { statement, scope, reach };
    if (from !== undefined) return [{ ...base, local: local ?? name, path: `${from}.${name}`, loads: from }];
    const top = name.split(".")[0] ?? name;
    return [{ ...base, local: local ?? top, path: local === undefined ? top : name, loads: name }];
  });
}

/** Directly in the module or in its function: it always runs before what follows. */
function reachOf(evaluator: PyEvaluator, statement: PyNode): ImportedName["reach"] {
  const { parent } = statement;
  if (parent?.type === "module" || parent?.parent?.type === "function_definition") return "always";
  for (let inner = statement, outer = parent; outer !== undefined; inner = outer, outer = outer.parent) {
    if (outer.type !== "if_statement" || inner.field !== "consequence") continue;
    const condition = childOf(outer, "condition");
    if (condition !== undefined && /\bTYPE_CHECKING$/.test(evaluator.text(condition))) return "typing";
  }
  return "sometimes";
}
