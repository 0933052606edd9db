/** Functions by the dotted names that settings give them. */
import type { Reference } from "./facts";
import { leadingNames, type LinkContext } from "./link";

/** Whether a reference in `file` means the function `dotted` (`starlette.concurrency.run_in_threadpool`); never without a dot. */
export function isNamed(context: LinkContext, file: string, reference: Reference, dotted: string): boolean {
  const [, module, name] = /^(.+)\.([^.]+)$/.exec(dotted) ?? [];
  if (reference.kind === "unknown" || module === undefined || name === undefined) return false;
  if (reference.kind === "oneOf") return reference.references.every((one) => isNamed(context, file, one, dotted));
  const { root, steps } = reference;
  const names = leadingNames(steps);
  if (names.length < steps.length || (root.kind !== "module" && root.kind !== "function")) return false;
  if (root.kind === "module" && [root.specifier, ...names].join(".") === dotted) return true;
  const wanted = context.resolve(file, module, [name]);
  if (wanted?.used !== 0) return false;
  if (root.kind === "function") return wanted.file === file && root.key === name;
  const meant = context.resolve(file, root.specifier, names);
  return meant?.file === wanted.file && names.slice(meant.used).join(".") === name;
}
