/**
 * By which names other files come by the objects of a class: its own, and those of what holds one (an export, a member, the result
 * of a function). Who names a method and none of these doesn't mean the method of this class.
 */
import type { FileFacts, Reference } from "../core/facts";
import { UNNAMED } from "../core/callees";
import { nodeOf } from "../core/chains";
import { classOf, functionOf, linkReference, type Declared, type LinkContext } from "../core/link";
import { basesOf } from "../core/members";
import { DEFAULT, lastName, membersOf, UNSPEAKABLE } from "./offered";
import { ANYWHERE, type Words } from "./words";

/** What finding them asks of the workspace. */
export interface CarrierContext {
  readonly graph: LinkContext;
  words(file: string): Words;
  /** Files that could hold one: those that depend on the class's file, directly or not, and where something can be found in them. */
  readonly files: readonly string[];
  /** Files that import a file. */
  importing(file: string): readonly string[];
  /** Whether a file has been parsed. */
  isParsed(file: string): boolean;
  /** How many files may be parsed for it: beyond that it isn't worth it, and all files are taken to have some. */
  readonly most: number;
}

/** Results of results: deeper ones are taken to hold one. */
const DEEPEST = 4;

export class Carriers {
  private readonly names = new Set<string>();
  /** Files that have one by a name of their own: they import a default export. */
  private readonly holders = new Set<string>();
  /** The class, and what extends one of these. */
  private readonly heirs = new Set<string>();
  /** These, and what they extend or implement. */
  private readonly classes = new Set<string>();
  private isGivenUp = false;

  /** @param class_ a class, an interface or an object of the workspace. */
  constructor(
    private readonly context: CarrierContext,
    class_: Declared,
  ) {
    this.addHeir(class_);
    this.find(class_.file);
  }

  /** Whether they weren't found for want of parsing so many files, or more. */
  isGivenUpAt(most: number): boolean {
    return this.isGivenUp && most > this.context.most;
  }

  /** Whether a file could come by an object of the class. */
  reach(file: string): boolean {
    if (this.isGivenUp || this.holders.has(file)) return true;
    const words = this.context.words(file);
    for (const name of this.names) if (words.has(name, ANYWHERE)) return true;
    return false;
  }

  /** Looks through all files that name one, until there is nothing new. */
  private find(own: string): void {
    const examined = new Set<string>([own]);
    let parsed = 0;
    let size: number;
    do {
      size = this.size();
      const found = this.context.files.filter((file) => !examined.has(file) && this.reach(file));
      parsed += found.filter((file) => !this.context.isParsed(file)).length;
      if (parsed > this.context.most) {
        this.isGivenUp = true;
        return;
      }
      for (const file of found) examined.add(file);
      for (const file of examined) {
        const facts = this.context.graph.facts(file);
        if (facts !== undefined) this.examine(facts);
      }
    } while (this.size() > size);
  }

  private size(): number {
    return this.names.size + this.holders.size + this.classes.size;
  }

  private examine(facts: FileFacts): void {
    const { file } = facts;
    for (const [name, reference] of Object.entries(facts.exports)) {
      if (!this.leads(file, reference)) continue;
      if (name === DEFAULT) for (const importing of this.context.importing(file)) this.holders.add(importing);
      else this.addName(name.split(".").at(-1) ?? name);
    }
    for (const class_ of facts.classes) {
      const declared = { file, key: class_.key };
      const isHeir = basesOf(this.context.graph, declared, new Set()).some(
        (base) => base.kind === "class" && this.heirs.has(nodeOf(base)),
      );
      if (isHeir) this.addHeir(declared);
      for (const [name, { value }] of membersOf(class_)) {
        if (!this.leads(file, value)) continue;
        // Walking through it, or entering it, gives one: who does that names what does.
        if (UNNAMED.test(name)) this.addHeir(declared);
        else this.addName(name);
      }
    }
    for (const { key, returns } of facts.functions) {
      if (returns !== undefined && this.leads(file, returns)) this.addName(lastName(key));
    }
  }

  private addName(name: string): void {
    if (!UNSPEAKABLE.test(name)) this.names.add(name);
  }

  private addHeir(declared: Declared): void {
    this.heirs.add(nodeOf(declared));
    this.addClass(declared);
  }

  /** The class itself, and what may stand for it where a receiver is declared. */
  private addClass(declared: Declared): void {
    if (this.classes.has(nodeOf(declared))) return;
    this.classes.add(nodeOf(declared));
    this.addName(lastName(declared.key));
    const { graph } = this.context;
    for (const base of basesOf(graph, declared, new Set())) if (base.kind === "class") this.addClass(base);
    for (const reference of classOf(graph, declared)?.implemented ?? []) {
      const target = linkReference(graph, declared.file, reference);
      if (target?.kind === "class" || target?.kind === "instance") this.addClass(target);
    }
  }

  /** By its name alone: what has none may be anything. Saves a look into the files that it leads through. */
  private mayLead(reference: Extract<Reference, { kind: "path" }>): boolean {
    const name = nameOf(reference);
    return name === undefined || UNSPEAKABLE.test(name) || this.names.has(name);
  }

  /** Whether a reference may stand for an object of the class, or for something that gives one. */
  private leads(file: string, reference: Reference, depth = 0): boolean {
    if (reference.kind === "unknown") return false;
    if (reference.kind === "oneOf") return reference.references.some((one) => this.leads(file, one, depth));
    if (!this.mayLead(reference)) return false;
    const target = linkReference(this.context.graph, file, reference);
    switch (target?.kind) {
      case "class":
      case "instance":
        return this.classes.has(nodeOf(target));
      case "function":
      case "body":
      case "generator": {
        const returns = functionOf(this.context.graph, target)?.returns;
        return returns !== undefined && (depth === DEEPEST || this.leads(target.file, returns, depth + 1));
      }
      default:
        return false;
    }
  }
}

/** What a reference calls what it stands for; undefined where that has no name. */
function nameOf({ root, steps }: Extract<Reference, { kind: "path" }>): string | undefined {
  const named = steps.findLast((step) => step.kind === "property");
  if (named !== undefined) return UNNAMED.test(named.name) || named.name === DEFAULT ? undefined : named.name;
  return root.kind === "function" || root.kind === "class" ? lastName(root.key) : undefined;
}
