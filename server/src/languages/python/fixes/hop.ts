/** The ways from the event loop to a thread or a process: how a call of each is written. */
import type { PyNode } from "../tree";
import { chooseLibraries, frameworkPool, wrapperOf, type AsyncLibrary, type LibraryChoice } from "./library";
import { endsWithModule, ownModule } from "./moduleNames";
import { entryName, type Job, type Need, type Workbench } from "./plan";

export interface Hop {
  /** `asyncio.to_thread(`, `asyncio.get_running_loop().run_in_executor(None, `. */
  readonly open: string;
  /** For the title: `asyncio.to_thread`. */
  readonly name: string;
  /** Whether it hands keyword arguments on; otherwise they need `functools.partial`. */
  readonly keywords: boolean;
  /** Functions are sent to another process: no lambda. */
  readonly isProcess: boolean;
  /** It gives a function that takes the arguments: `sync_to_async(f)(a)`. */
  readonly isCurried?: boolean;
  readonly needs: readonly Need[];
  readonly cautions: readonly string[];
}

/** `asyncio.to_thread` came with Python 3.9. */
const MINOR_WITH_TO_THREAD = 9;
const DEFAULT_MINOR = 9;

export function minorOf({ project }: Pick<Workbench, "project">): number {
  return project.pythonMinor ?? DEFAULT_MINOR;
}

/** The libraries that a file's coroutines run under, best first; `isSure` when there is nothing to choose. */
export function librariesOf({ names, project }: Workbench): LibraryChoice {
  return chooseLibraries((module) => names.imports(module), project);
}

/**
 * Every way to a thread that a project has, best first: the function that its settings name, the default pools of the
 * libraries, and the one of its web framework.
 */
export function threadHops(job: Workbench, at: PyNode): readonly Hop[] {
  const { names, project } = job;
  const { libraries, isSure } = librariesOf(job);
  const pools = libraries.map((library) =>
    threadHop(job, at, library, isSure ? [] : [`only where it runs under ${library}`]),
  );
  const wrapper = wrapperOf(project);
  const own = wrapper === undefined ? undefined : wrapperHop(job, at, wrapper.module, wrapper.name);
  if (own !== undefined) return [own, ...pools];
  const framework = frameworkPool((module) => names.imports(module), project);
  const theirs = framework === undefined ? undefined : wrapperHop(job, at, framework, "run_in_threadpool");
  return theirs === undefined ? pools : [...pools, theirs];
}

/** Functions that hand keyword arguments on; of others nobody knows. */
const WITH_KEYWORDS = /^((starlette|fastapi)\.concurrency\.run_in_threadpool|asyncio\.to_thread)$/;

/** A function of the project's own, or of its framework; undefined in that function itself. */
function wrapperHop(job: Workbench, at: PyNode, module: string, name: string): Hop | undefined {
  const { evaluator, names } = job;
  const full = `${module}.${name}`;
  const isHome = endsWithModule(ownModule(evaluator.file.file), module);
  const own = isHome ? evaluator.bindingOf(name, at) : undefined;
  const [source] = own?.sources ?? [];
  if (isHome && source?.kind !== "function") return undefined;
  if (source?.kind === "function" && source.node.start <= at.start && at.end <= source.node.end) return undefined;
  const { text, needs } = isHome ? { text: name, needs: [] } : names.access(module, [name], at, "from");
  const isCurried = full === "asgiref.sync.sync_to_async";
  const base = { open: `${text}(`, name: text, isProcess: false, needs, cautions: [] };
  return { ...base, keywords: isCurried || WITH_KEYWORDS.test(full), ...(isCurried ? { isCurried } : {}) };
}

/** The default thread pool of a library. */
export function threadHop(job: Workbench, at: PyNode, library: AsyncLibrary, cautions: readonly string[]): Hop {
  const base = { isProcess: false, cautions };
  if (library !== "asyncio") {
    const { text, needs } = job.names.access(library, ["to_thread", "run_sync"], at);
    return { ...base, open: `${text}(`, name: text, keywords: false, needs };
  }
  if (minorOf(job) >= MINOR_WITH_TO_THREAD) {
    const { text, needs } = job.names.access("asyncio", ["to_thread"], at);
    return { ...base, open: `${text}(`, name: text, keywords: true, needs };
  }
  const { text, needs } = job.names.access("asyncio", ["get_running_loop"], at);
  return { ...base, open: `${text}().run_in_executor(None, `, name: "run_in_executor", keywords: false, needs };
}

/**
 * An executor of the module's own, made after its imports unless there is one. A pool fixes how processes start unless it has
 * a context of its own, so `startMethod` is what the file sets later, as it is written there.
 */
export function executorHop(
  job: Workbench,
  at: PyNode,
  kind: "ThreadPoolExecutor" | "ProcessPoolExecutor",
  startMethod?: string,
): Hop {
  const { evaluator, names } = job;
  const loop = names.access("asyncio", ["get_running_loop"], at);
  const isProcess = kind === "ProcessPoolExecutor";
  const known = existingExecutor(job, kind, at);
  const name = known ?? names.fresh(isProcess ? "process_pool" : "executor", kind);
  const needs: Need[] = [...loop.needs];
  if (known === undefined) {
    const pool = names.access("concurrent.futures", [kind], evaluator.file.root, "from");
    const context =
      startMethod === undefined ? undefined : names.access("multiprocessing", ["get_context"], evaluator.file.root);
    const options = context === undefined ? "" : `mp_context=${context.text}(${startMethod ?? ""})`;
    needs.push(...pool.needs, ...(context?.needs ?? []), {
      kind: "statement",
      text: `${name} = ${pool.text}(${isProcess ? options : "max_workers=10"})`,
    });
  }
  const cautions = isProcess
    ? ['arguments and result are pickled, and the main module needs `if __name__ == "__main__":`']
    : [];
  return {
    open: `${loop.text}().run_in_executor(${name}, `,
    name: `run_in_executor(${name}, …)`,
    keywords: false,
    isProcess,
    needs,
    cautions,
  };
}

function existingExecutor({ evaluator }: Workbench, kind: string, at: PyNode): string | undefined {
  for (const [name, sources] of evaluator.scopes.module.names) {
    const [source, ...others] = sources;
    if (source?.kind !== "value" || others.length > 0 || source.value?.type !== "call") continue;
    const value = evaluator.valueOf(source.value);
    const last = value.kind === "path" ? value.steps.at(-2) : undefined;
    const isOne = last?.kind === "property" && last.name === kind;
    if (isOne && evaluator.bindingOf(name, at)?.scope === evaluator.scopes.module) return name;
  }
  return undefined;
}

/** `anyio.to_process.run_sync`. */
export function anyioProcessHop(job: Workbench, at: PyNode): Hop {
  const { text, needs } = job.names.access("anyio", ["to_process", "run_sync"], at);
  const cautions = ["arguments and result are pickled"];
  return { open: `${text}(`, name: text, keywords: false, isProcess: true, needs, cautions };
}

/** Whether another process can import what is called: a function of a module, not a method. */
export function isImportable(job: Job, callee: PyNode): boolean {
  if (job.target.own !== undefined) return job.target.own.isImportable;
  const value = job.evaluator.valueOf(callee);
  const isPath =
    value.kind === "path" && value.root.kind === "module" && value.steps.every(({ kind }) => kind === "property");
  return isPath && !job.target.entry.path.includes("#") && entryName(job.target) !== "";
}
