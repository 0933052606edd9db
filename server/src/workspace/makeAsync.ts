/** The fix that makes a blocking function asynchronous, with everything that has to change with it. */
import * as path from "node:path";
import { planAsync, type AsyncifyContext, type AsyncPlan, type Refusal } from "../core/asyncify";
import type { BlockingCall, ChainContext } from "../core/blocking";
import { calleesOf } from "../core/callees";
import type { Span } from "../core/facts";
import type { Edit, Fix } from "../core/findings";
import { functionOf, type Declared } from "../core/link";
import { stepName } from "../core/message";
import type { Declaration, Language, ProjectContext } from "../languages/language";
import type { CallerIndex } from "./callers";
import type { FileStore } from "./files";
import { targetOf } from "./report";
import type { ChainFixes, ResolvedConfig } from "./types";

/** What making a function asynchronous asks of the workspace. */
export interface MakeAsyncContext {
  readonly chains: ChainContext;
  readonly store: FileStore;
  readonly callers: CallerIndex;
  configOf(file: string): ResolvedConfig;
  projectOf(file: string): ProjectContext;
}

/** The fix of one call on the event loop, or why there is none; neither where the language has no such fix. */
export function makeAsyncFix(context: MakeAsyncContext, blocking: BlockingCall): ChainFixes {
  const [first] = blocking.steps;
  const language = context.store.languageOf(first.file);
  if (language?.makeAsync === undefined || first.runs === undefined) return { fixes: [], refused: [] };
  const name = stepName(first, blocking.api);
  const outcome = fixOf(context, blocking, name);
  if ("title" in outcome) return { fixes: [outcome], refused: [] };
  const place = outcome.at === undefined ? "" : ` (${placeOf(context.store, outcome.at)})`;
  const reason = `Not made async because ${outcome.refusal}${place}.`;
  return { fixes: [], refused: [{ title: `Make \`${name}\` async`, reason }] };
}

function fixOf(context: MakeAsyncContext, { call, steps: [first] }: BlockingCall, name: string): Fix | Refusal {
  const { all, oneOf } = calleesOf(context.chains, first.file, call);
  const [root, ...others] = all;
  const at = { file: first.file, offset: call.nameSpan.start };
  if (oneOf.length > 0) return { refusal: "several classes have it", at };
  if (call.form === "new") return { refusal: "a constructor can't await: use an asynchronous factory", at };
  if (call.form === "get") return { refusal: "reading a property can't be awaited", at };
  if (call.form === "callback" && call.givenTo !== undefined)
    return { refusal: "it is called back by what it is given to", at };
  if (root === undefined || others.length > 0) return { refusal: "it is more than one function", at };
  const plan = planAsync(new Asyncify(context), root);
  if ("refusal" in plan) return plan;
  const edits = editsOf(context, plan);
  if ("refusal" in edits) return edits;
  const files = new Set(edits.edits.map(({ file }) => file)).size;
  const cautions = ["other code runs while it waits", ...edits.cautions].join("; ");
  const scope = files === 1 ? "" : ` (${String(files)} files)`;
  return {
    kind: "make-async",
    title: `Make ${whatOf(name, plan)} async${scope} (unsafe: ${cautions})`,
    safe: false,
    edits: edits.edits,
  };
}

/** "`load`, 1 helper and 2 callers". */
function whatOf(name: string, { functions, helpers }: AsyncPlan): string {
  const callers = functions.length - 1 - helpers;
  const others = [count(helpers, "helper"), count(callers, "caller")].filter((text) => text !== "");
  const parts = [`\`${name}\``, ...others];
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

function count(number: number, word: string): string {
  return number === 0 ? "" : `${String(number)} ${word}${number === 1 ? "" : "s"}`;
}

/** Links and summaries, with what the languages say of single functions. */
class Asyncify implements AsyncifyContext {
  constructor(private readonly context: MakeAsyncContext) {}

  catalogueOf: AsyncifyContext["catalogueOf"] = (file) => this.context.chains.catalogueOf(file);
  facts: AsyncifyContext["facts"] = (file) => this.context.chains.facts(file);
  resolve: AsyncifyContext["resolve"] = (...given) => this.context.chains.resolve(...given);
  implementations: AsyncifyContext["implementations"] = (declared) => this.context.chains.implementations(declared);
  selfMethods: AsyncifyContext["selfMethods"] = (member) => this.context.chains.selfMethods(member);
  isProgram: AsyncifyContext["isProgram"] = (file) => this.context.chains.isProgram(file);
  isSilenced: AsyncifyContext["isSilenced"] = (...given) => this.context.chains.isSilenced(...given);
  runsAtImport: AsyncifyContext["runsAtImport"] = (declared) => this.context.chains.runsAtImport(declared);
  summary: AsyncifyContext["summary"] = (declared) => this.context.chains.summary(declared);

  declarationOf(declared: Declared): Declaration {
    const { store } = this.context;
    const read = store.read(declared.file);
    const function_ = functionOf(this, declared);
    const unknown: Declaration = { refusal: "it can't be read", isCallback: false };
    const package_ = store.dependencies.packageOf(declared.file);
    if (package_ !== undefined)
      return { refusal: `it belongs to the installed package \`${package_.name}\``, isCallback: false };
    if (!("text" in read) || function_ === undefined) return unknown;
    return store.languageOf(declared.file)?.declarationOf?.(declared.file, read.text, function_.span) ?? unknown;
  }

  callersOf(declared: Declared): ReturnType<AsyncifyContext["callersOf"]> {
    return this.context.callers.callersOf(declared, this.declarationOf(declared));
  }
}

interface Edits {
  readonly edits: readonly Edit[];
  readonly cautions: readonly string[];
}

/** The edits of all files; one that can't be changed is the end of it. */
function editsOf(context: MakeAsyncContext, plan: AsyncPlan): Edits | Refusal {
  const { store, chains } = context;
  const files = new Set([...plan.functions, ...plan.awaits, ...plan.targets].map(({ file }) => file));
  const edits: Edit[] = [];
  const cautions = new Set<string>();
  for (const file of [...files].sort()) {
    const read = store.read(file);
    const language: Language | undefined = store.languageOf(file);
    const refusal = fileRefusal(context, file);
    if (!("text" in read) || language?.makeAsync === undefined || refusal !== undefined)
      return { refusal: refusal ?? "a file can't be read", at: { file, offset: 0 } };
    const functions = plan.functions.flatMap((declared): readonly Span[] => {
      const function_ = declared.file === file ? functionOf(chains, declared) : undefined;
      return function_ === undefined ? [] : [function_.span];
    });
    const targets = plan.targets.filter((target) => target.file === file).map(targetOf);
    const awaits = plan.awaits.filter((call) => call.file === file).map(({ span }) => span);
    const outcome = language.makeAsync(file, read.text, { functions, targets, awaits }, context.projectOf(file));
    if ("refusal" in outcome) return { refusal: outcome.refusal, at: { file, offset: outcome.at } };
    edits.push(...outcome.edits);
    for (const caution of outcome.cautions) cautions.add(caution);
  }
  return { edits, cautions: [...cautions] };
}

function fileRefusal(context: MakeAsyncContext, file: string): string | undefined {
  const { store, chains } = context;
  if (context.configOf(file).broken) return "the settings of a file can't be read";
  if ((chains.facts(file)?.problems.length ?? 1) > 0) return "a file has a syntax error";
  const extension = path.extname(file);
  const stem = file.slice(0, file.length - extension.length);
  const declarations = DECLARED_BESIDE[extension] ?? [];
  return declarations.some((end) => store.isFile(stem + end))
    ? "its types are declared in a file of their own"
    : undefined;
}

/** Where the types of a file are, when they aren't in it. */
const DECLARED_BESIDE: Readonly<Record<string, readonly string[]>> = {
  ".js": [".d.ts"],
  ".jsx": [".d.ts"],
  ".mjs": [".d.mts"],
  ".cjs": [".d.cts"],
  ".py": [".pyi"],
};

function placeOf(store: FileStore, { file, offset }: NonNullable<Refusal["at"]>): string {
  return `${path.basename(file)}:${String(store.lineAt(file, offset) + 1)}`;
}
