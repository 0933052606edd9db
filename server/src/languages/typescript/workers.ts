/** Files that run in worker threads or child processes, where blocking holds nobody up. */
import { ts } from "ts-morph";
import type { Evaluator } from "./evaluate";
import { pathText } from "./values";

/** Constructors and functions that run the file which their first argument names. */
const STARTERS: ReadonlySet<string> = new Set([
  "Worker",
  "child_process.fork",
  // Hooks of the module loader run in a thread of their own.
  "module.register",
  "piscina",
  "piscina.Piscina",
  "tinypool",
  "tinypool.Tinypool",
  "worker_threads.Worker",
  "workerpool.pool",
]);

export interface WorkerUse {
  /** Relative specifiers of the files that are started. */
  readonly started: readonly string[];
  /** The file uses what only a worker has, and isn't also the main program. */
  readonly isWorker: boolean;
}

export function collectWorkers(evaluator: Evaluator): WorkerUse {
  const started: string[] = [];
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      const path = pathText(evaluator.calleeOf(node));
      const [argument] = node.arguments ?? [];
      if (path !== undefined && STARTERS.has(path) && argument !== undefined) collectSpecifiers(argument, started);
    } else if (ts.isIdentifier(node) && /^(parentPort|isMainThread)$/.test(node.text)) {
      if (isFromWorkerThreads(evaluator, node)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  // A regular expression first: most files have nothing of it, and need no second walk.
  if (/\b(parentPort|Worker|fork|[pP]iscina|[tT]inypool|workerpool)\b|\bregister\s*\(/.test(evaluator.file.text))
    visit(evaluator.file.tree);
  return { started, isWorker: used.has("parentPort") && !used.has("isMainThread") };
}

function isFromWorkerThreads(evaluator: Evaluator, node: ts.Identifier): boolean {
  if (ts.isImportSpecifier(node.parent)) return true;
  return pathText(evaluator.valueOf(node))?.startsWith("worker_threads.") ?? false;
}

/** `"./w.js"`, `new URL("./w.js", import.meta.url)`, `path.join(__dirname, "w.js")`, `{filename: …}`. */
function collectSpecifiers(node: ts.Node, specifiers: string[]): void {
  if (ts.isStringLiteralLike(node) && /\.[cm]?[jt]sx?$/.test(node.text)) {
    specifiers.push(/^\.{0,2}\//.test(node.text) ? node.text : `./${node.text}`);
  }
  ts.forEachChild(node, (child) => {
    collectSpecifiers(child, specifiers);
  });
}
