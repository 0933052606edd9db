/** Facts as they are kept: without calls of which nobody knows what they run. */
import type { CatalogueIndex } from "../core/catalogueIndex";
import type { CallFacts, FileFacts } from "../core/facts";
import { leadingNames } from "../core/link";

/**
 * Leaves out the calls that start at a module or a global which is neither catalogued nor found: of a test's, most are
 * (`expect`, `describe`). Nothing comes of them, and calls are most of what a workspace's facts take.
 * @param finds whether a module's name, with the names behind it, means a file that is looked into.
 */
export function withKnownCalls(
  facts: FileFacts,
  catalogue: CatalogueIndex,
  finds: (specifier: string, names: readonly string[]) => boolean,
): FileFacts {
  const found = new Map<string, boolean>();
  const isFound = (specifier: string, names: readonly string[]): boolean => {
    const question = `${specifier}\0${names.join("\0")}`;
    let answer = found.get(question);
    if (answer === undefined) found.set(question, (answer = finds(specifier, names)));
    return answer;
  };
  const isKnown = ({ callee, selfMember }: CallFacts): boolean => {
    // A class that extends the one around may have the member, whatever else it is.
    if (callee.kind !== "path" || selfMember !== undefined) return true;
    const { root, steps } = callee;
    if (root.kind === "global") return catalogue.global(root.name) !== undefined;
    if (root.kind !== "module") return true;
    return catalogue.module(root.specifier) !== undefined || isFound(root.specifier, leadingNames(steps));
  };
  return { ...facts, calls: facts.calls.filter(isKnown) };
}
