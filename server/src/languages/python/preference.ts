/** Imports that differ by branch: `try: import a as x`, `except ImportError: import b as x`. */
import type { Source } from "./bindings";
import type { PyNode } from "./tree";

/**
 * The import that a file prefers where all bindings of a name are imports: the first under a condition, which is the one
 * that comes without an exception, or for a newer Python; else the last. Undefined when something else binds the name too.
 */
export function preferredImport(sources: readonly Source[]): Source | undefined {
  const imports = sources.filter((source) => source.kind === "import");
  const others = sources.filter((source) => source.kind !== "import" && !isNone(source));
  if (imports.length < 2 || others.length > 0) return undefined;
  return imports.find(({ at }) => isConditional(at)) ?? imports.at(-1);
}

function isNone(source: Source): boolean {
  return source.kind === "value" && source.value?.type === "none";
}

/** Under `try` or `if`, within the same scope. */
function isConditional(statement: PyNode): boolean {
  for (let { parent } = statement; parent !== undefined; { parent } = parent) {
    if (parent.type === "try_statement" || parent.type === "if_statement") return true;
    if (parent.type === "function_definition" || parent.type === "class_definition") return false;
  }
  return false;
}
