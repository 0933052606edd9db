/** The ways from the event loop to a thread or a process: how a call of each is written. */
import type { PyNode } from "../tree";
import { entryName, type Job, type Need, type Workbench } from "./plan";

export type AsyncLibrary = "asyncio" | "anyio" | "trio";

export interface Hop {
  /** `asyncio.to_thread(`, `asyncio.get_running_loop().run_in_executor(None, `. */
  readonly open: string;
  /** For the title: `asyncio.to_thread`. */
  readonly name: string;
  /** Whether it hands keyword arguments on; otherwise they need `functools.partial`. */
  readonly keywords: boolean;
  /** Functions are sent to another process: no lambda. */
  readonly isProcess: boolean;
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
export function librariesOf({ names }: Workbench): {
  readonly libraries: readonly AsyncLibrary[];
  readonly isSure: boolean;
} {
  const [asyncio, anyio, trio] = ["asyncio", "anyio", "trio"].map((name) => names.imports(name));
  if (anyio === true) {
    // anyio runs under both of the others.
    const others: readonly AsyncLibrary[] = trio === asyncio ? [] : trio === true ? ["trio"] : ["asyncio"];
    return { libraries: ["anyio", ...others], isSure: true };
  }
  if (trio === true)
    return asyncio === true ? { libraries: ["asyncio", "trio"], isSure: false } : { libraries: ["trio"], isSure: true };
  return { libraries: ["asyncio"], isSure: true };
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

/** An executor of the module's own, made after its imports unless there is one. */
export function executorHop(job: Workbench, at: PyNode, kind: "ThreadPoolExecutor" | "ProcessPoolExecutor"): Hop {
  const { evaluator, names } = job;
  const loop = names.access("asyncio", ["get_running_loop"], at);
  const isProcess = kind === "ProcessPoolExecutor";
  const known = existingExecutor(job, kind, at);
  const name = known ?? names.fresh(isProcess ? "process_pool" : "executor", kind);
  const needs: Need[] = [...loop.needs];
  if (known === undefined) {
    const pool = names.access("concurrent.futures", [kind], evaluator.file.root, "from");
    needs.push(...pool.needs, {
      kind: "statement",
      text: `${name} = ${pool.text}(${isProcess ? "" : "max_workers=10"})`,
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
  const value = job.evaluator.valueOf(callee);
  const isPath =
    value.kind === "path" && value.root.kind === "module" && value.steps.every(({ kind }) => kind === "property");
  return isPath && !job.target.entry.path.includes("#") && entryName(job.target) !== "";
}
