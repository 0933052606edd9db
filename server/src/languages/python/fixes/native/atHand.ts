/** What every native form asks first: which libraries a file can use. */
import { librariesOf } from "../hop";
import type { AsyncLibrary } from "../library";
import type { Plan, Workbench } from "../plan";

/** Native plans of a call: those that are the better choice, and those that come after the executor's first form. */
export interface NativePlans {
  readonly first: readonly Plan[];
  readonly second: readonly Plan[];
}

/** Whether the file imports a library, or its project depends on it, not only in an extra. */
export function isAtHand({ names, project }: Workbench, library: string): boolean {
  return names.imports(library) || project.pythonPackages?.[library] === "required";
}

/** Cautions for what only runs under one of several libraries. */
export function libraryCautions(job: Workbench, library: AsyncLibrary): readonly string[] {
  return librariesOf(job).isSure ? [] : [`only where it runs under ${library}`];
}
